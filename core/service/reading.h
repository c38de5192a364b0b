// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/exchange/record.h"
#include "core/extract/extract.h"
#include "core/language/knowledge.h"
#include "core/library/store/article_summary.h"
#include "core/model/document.h"
#include "core/model/extraction.h"

#include <filesystem>
#include <optional>
#include <string>

namespace demarche::service {

/// One article read on its own (the `extract` command and the first half of `add`).
struct ReadArticle {
  model::Document document;
  model::Extraction extraction;
};

/// `written` is what the user says of the day of writing, and wins. With `doubted` kept, candidates that are
/// not believed are given, too, and every event with all its signs.
[[nodiscard]] base::Result<ReadArticle> readArticle(const std::filesystem::path& file,
                                                    const language::Knowledge& knowledge,
                                                    const std::optional<time::Edtf>& written = std::nullopt,
                                                    extract::Doubted doubted = extract::Doubted::dropped);
[[nodiscard]] base::Result<ReadArticle> readArticle(const exchange::Record& record,
                                                    const language::Knowledge& knowledge,
                                                    const std::optional<time::Edtf>& written = std::nullopt,
                                                    extract::Doubted doubted = extract::Doubted::dropped);

/// As one JSON line, without its end; with what was doubted where that was kept.
[[nodiscard]] std::string jsonLine(const ReadArticle& article);

} // namespace demarche::service
