// SPDX-License-Identifier: Apache-2.0
// The head of an article: headline, byline, date lines, and the site's own words above them.

#include "core/ingest/page_draft.h"

#include <algorithm>
#include <unicode/uchar.h>

namespace demarche::ingest {
namespace {

using model::BlockRole;

constexpr std::size_t longestHead = 16; ///< lines
constexpr double longestByline = 40;
constexpr double longestSelfPortrait = 150;
constexpr double shortestTitle = 5; ///< beside the date in its line

bool allCapitals(std::u16string_view line) {
  return std::none_of(line.begin(), line.end(), [](char16_t unit) { return u_islower(unit) != 0; });
}

/// The name of a page, a desk or a column rather than a headline: "OPINION", 社論, "Eddie's News".
bool isKicker(const PageDraft& draft, std::size_t at) {
  const auto line = draft.words(at);
  if (draft.lines[at].script.chinese()) return draft.lines[at].weight <= 4;
  return allCapitals(line) || std::count(line.begin(), line.end(), u' ') <= 1;
}

bool candidate(const PageDraft& draft, std::size_t at) {
  const PageLine& line = draft.lines[at];
  return draft.open(at) && line.headline && !line.dateLine && (!line.prose || !line.stops);
}

/// Where the head ends: at the first running text, unless that is the site's word about itself and the
/// headline follows, set twice.
std::size_t endOfHead(const PageDraft& draft, std::size_t begin, std::size_t end) {
  std::size_t head = begin;
  while (head < end && !draft.prose(head))
    ++head;
  double weight = 0;
  for (std::size_t at = head; at + 1 < std::min(end, begin + longestHead) && weight <= longestSelfPortrait;
       ++at) {
    if (candidate(draft, at) && draft.words(at) == draft.words(at + 1)) return at + 2;
    weight += draft.lines[at].weight;
  }
  return head;
}

std::optional<std::size_t> findTitle(const PageDraft& draft, std::size_t begin, std::size_t end,
                                     std::u16string_view claimed) {
  std::vector<std::size_t> candidates;
  for (std::size_t at = begin; at < end; ++at) {
    if (draft.lines[at].hint == Hint::title && draft.open(at)) return at;
    if (candidate(draft, at)) candidates.push_back(at);
  }
  for (const std::size_t at : candidates) { // set twice, or what the page calls itself
    if (at + 1 < draft.size() && draft.words(at) == draft.words(at + 1)) return at;
    if (!claimed.empty() && claimed.starts_with(draft.words(at)) && !isKicker(draft, at)) return at;
  }
  for (const std::size_t at : candidates)
    if (!isKicker(draft, at)) return at;
  if (candidates.empty()) return std::nullopt;
  return *std::max_element(candidates.begin(), candidates.end(), [&](std::size_t a, std::size_t b) {
    return draft.lines[a].weight < draft.lines[b].weight;
  });
}

/// "Jan 20, 2021. The president is sworn in." among lines that begin with dates is no date line.
bool inChronology(const PageDraft& draft, std::size_t at) {
  const auto dated = [&](std::size_t line) {
    return line < draft.size() && !draft.lines[line].dateLine && beginsWithDate(draft.words(line));
  };
  return draft.lines[at].stops && dated(at + 1);
}

void markBylinesAndDates(PageDraft& draft, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (!draft.open(at)) continue;
    const PageLine& line = draft.lines[at];
    if (line.label.label == Label::byline && line.weight <= longestByline && !line.stops)
      draft.roles[at] = BlockRole::byline;
    else if (line.dateLine && !inChronology(draft, at))
      draft.roles[at] = BlockRole::dateline;
  }
}

/// Without a headline of its own, the line that says what and when: "Press conference, 22 April 2024".
std::optional<std::size_t> titleFromDateLine(const PageDraft& draft, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    const PageLine& line = draft.lines[at];
    if (draft.roles[at] != BlockRole::dateline || line.label.label == Label::date || line.stops) continue;
    if (weightBesideDates(draft.words(at), line.dates) >= shortestTitle) return at;
  }
  return std::nullopt;
}

} // namespace

std::optional<std::size_t> markHead(PageDraft& draft, std::size_t begin, std::size_t end,
                                    std::u16string_view claimedTitle) {
  const std::size_t head = endOfHead(draft, begin, end);
  // The byline may stand one line below a lead that is long enough for running text.
  markBylinesAndDates(draft, begin, std::min(end, head + 1));
  auto title = findTitle(draft, begin, head, claimedTitle);
  if (!title) title = titleFromDateLine(draft, begin, head);
  if (!title) return std::nullopt;
  for (std::size_t at = begin; at < *title; ++at) // the site's words above the headline
    if (draft.open(at) && !(draft.lines[at].prose && draft.lines[at].weight > 100))
      draft.roles[at] = BlockRole::furniture;
  const auto words = draft.words(*title);
  for (std::size_t at = begin; at < end; ++at)
    if (at == *title || (draft.open(at) && draft.words(at) == words)) draft.roles[at] = BlockRole::title;
  // Signed and dated below the text: "compiled on 6 January 2009".
  for (std::size_t at = head; at < end; ++at)
    if (draft.open(at) && draft.lines[at].dateLine && draft.lines[at].label.label == Label::date)
      draft.roles[at] = BlockRole::dateline;
  return title;
}

} // namespace demarche::ingest
