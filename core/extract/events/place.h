// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where an event of a sentence was.

#include "core/extract/events/sentence_view.h"
#include "core/language/gazetteer.h"
#include "core/model/event.h"

#include <optional>
#include <string_view>

namespace demarche::extract {

/// Where it was: the place that the trigger's part of the sentence names with "in", "at", 在; for a visit the
/// place gone to. Null when none is told.
[[nodiscard]] const Mention* whereOf(const SentenceView& view, const Trigger& trigger,
                                     const language::Gazetteer& gazetteer);

/// 在西班牙马德里, 北京人民大会堂: of places in a row, beginning with `place`, the last, which is the
/// narrowest. Null for null.
[[nodiscard]] const Mention* narrowest(const SentenceView& view, const Mention* place);

/// The gazetteer's place as it is written down; a country for a country code.
[[nodiscard]] model::Place placeOf(const language::Gazetteer& gazetteer, language::PlaceId place);
[[nodiscard]] std::optional<model::Place> countryPlace(const language::Gazetteer& gazetteer,
                                                       std::string_view code);

/// The city of a venue; another place as it is.
[[nodiscard]] model::Place cityOf(const language::Gazetteer& gazetteer, const model::Place& place);

} // namespace demarche::extract
