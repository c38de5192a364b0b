// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/knowledge.h"
#include "core/model/document.h"
#include "core/model/extraction.h"

#include <cstdint>
#include <optional>

namespace demarche::extract {

/// What becomes of candidates that are not believed to be events.
enum class Doubted : std::uint8_t { dropped, kept };

/// Reads one article: its times, people and events, and the day it was written. Pure: the same document
/// and knowledge give the same extraction, on any thread. `written` is what the user says of the day
/// of writing, and wins. Time and memory grow linearly with the text.
[[nodiscard]] model::Extraction extract(const model::Document& document, const language::Knowledge& knowledge,
                                        const std::optional<time::Edtf>& written = std::nullopt,
                                        Doubted doubted = Doubted::dropped);

} // namespace demarche::extract
