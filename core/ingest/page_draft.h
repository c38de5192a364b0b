// SPDX-License-Identifier: Apache-2.0
#pragma once

// A page while it is being read. Each step settles the lines of which it is sure and leaves the others open;
// what nobody claims is the article's body.

#include "core/ingest/page_line.h"
#include "core/model/document.h"
#include "core/text/unicode.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::ingest {

struct PageDraft {
  std::u16string_view text;
  std::vector<PageLine> lines;
  std::vector<std::optional<model::BlockRole>> roles; ///< one for each line; absent while open
  std::vector<std::size_t> sectionBegins;             ///< first line of each section; begins with 0

  [[nodiscard]] std::size_t size() const { return lines.size(); }
  [[nodiscard]] std::u16string_view words(std::size_t at) const { return text::slice(text, lines[at].span); }
  [[nodiscard]] bool open(std::size_t at) const { return !roles[at].has_value(); }
  /// Running text that may be the article's.
  [[nodiscard]] bool prose(std::size_t at) const { return open(at) && lines[at].prose; }
};

/// Lines that say by themselves or by their markup what they are: menus, legal lines, captions, credits; and
/// what hangs on such a line: lists of other articles, comments, notes about the author.
void markMachinery(PageDraft& draft);

/// Other stories that were glued on below the article.
void markGluedStories(PageDraft& draft);

/// Where one text ends and another of the same matter begins: its translation, another paper's account.
void findSections(PageDraft& draft);

/// Headline, byline and date lines at the head of the lines [begin, end); returns the headline's line.
std::optional<std::size_t> markHead(PageDraft& draft, std::size_t begin, std::size_t end,
                                    std::u16string_view claimedTitle);

} // namespace demarche::ingest
