// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tells what each line of a page is to it: the article, another article, or machinery.

#include "core/ingest/labels.h"
#include "core/ingest/page_line.h"
#include "core/model/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::ingest {

/// What the head of an HTML page claims.
struct PageClaims {
  std::u16string title;
  std::u16string author;
  std::optional<time::Day> published;
};

struct Page {
  std::vector<model::Block> blocks; ///< one for each line
  std::u16string title;
  std::u16string byline;
  std::optional<model::StatedDate> stated; ///< with an empty span when the markup states it
};

/// Reads the page whose clean text is `text` and whose non-empty lines are `lines`. In doubt a line is the
/// article's: a menu that is read does less harm than a paragraph that is not. O(n).
[[nodiscard]] Page readPage(std::u16string_view text, const std::vector<SourceLine>& lines,
                            const PageClaims& claims, const Labels& labels);

} // namespace demarche::ingest
