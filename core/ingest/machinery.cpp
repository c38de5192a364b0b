// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/page_draft.h"

#include <algorithm>

namespace demarche::ingest {
namespace {

using model::BlockRole;

constexpr double longestMachinery = 60; ///< what weighs more is prose whatever words it begins with
constexpr double longestItem = 50;      ///< of a list of headlines
constexpr double longestComment = 150;
constexpr double shortestCaption = 12; ///< what weighs less under a picture only says whose it is
constexpr double shortestTeaser = 8;   ///< what weighs less beside an article is a menu's

std::optional<BlockRole> roleByMarkup(const PageLine& line) {
  switch (line.hint) {
  case Hint::navigation:
    return BlockRole::furniture;
  case Hint::links:
  case Hint::aside:
    return line.weight >= shortestTeaser ? BlockRole::foreign : BlockRole::furniture;
  case Hint::caption:
    return line.weight >= shortestCaption ? BlockRole::caption : BlockRole::furniture;
  case Hint::byline:
    return line.prose ? std::nullopt : std::optional(BlockRole::byline);
  case Hint::date:
    return line.dates.empty() ? std::nullopt : std::optional(BlockRole::dateline);
  case Hint::none:
  case Hint::title:
  case Hint::heading:
    break;
  }
  return std::nullopt;
}

std::optional<BlockRole> roleByWords(const PageLine& line, bool afterProse) {
  if (line.address) return BlockRole::furniture;
  if (line.weight > longestMachinery || line.dateLine) return std::nullopt;
  switch (line.label.label) {
  case Label::furniture:
    return BlockRole::furniture;
  case Label::credit: // the same words before the article name its author
    return afterProse && !line.prose ? std::optional(BlockRole::furniture) : std::nullopt;
  case Label::caption:
    if (line.weight >= shortestCaption) return BlockRole::caption;
    return line.stops ? std::nullopt : std::optional(BlockRole::furniture);
  case Label::none:
  case Label::comments:
  case Label::teaser:
  case Label::author:
  case Label::date:
  case Label::byline:
    break;
  }
  return std::nullopt;
}

/// Walks down the page once; a label takes what hangs on it with it.
class Walk {
 public:
  explicit Walk(PageDraft& draft) : m_draft(draft) {}

  void run() {
    for (std::size_t at = 0; at < m_draft.size();) {
      const PageLine& line = m_draft.lines[at];
      if (const auto role = roleByMarkup(line)) {
        m_draft.roles[at++] = role;
      } else if (line.menu && !doubled(at)) {
        m_draft.roles[at++] = BlockRole::furniture;
      } else if (line.label.label == Label::teaser && line.weight <= longestMachinery) {
        at = takeTeasers(at);
      } else if (line.label.label == Label::comments && !line.prose) {
        at = takeComments(at);
      } else if (line.label.label == Label::author && m_proseLines > 0) {
        at = takeAuthor(at);
      } else {
        m_draft.roles[at] = roleByWords(line, m_proseLines > 0);
        m_proseLines += m_draft.prose(at);
        ++at;
      }
    }
  }

 private:
  /// "Beekeepers expect a poor harvest | Honey | Weather" set twice is a headline with its tags.
  [[nodiscard]] bool doubled(std::size_t at) const {
    const auto same = [&](std::size_t other) {
      return other < m_draft.size() && m_draft.words(at) == m_draft.words(other);
    };
    return same(at + 1) || (at > 0 && same(at - 1));
  }

  /// "RELATED: Solar stocks slide" and "READ MORE" with the headlines below it.
  std::size_t takeTeasers(std::size_t at) {
    const bool alone = m_draft.lines[at].label.alone;
    m_draft.roles[at] = alone ? BlockRole::furniture : BlockRole::foreign;
    std::size_t next = at + 1;
    if (!alone) return next;
    const bool items = next < m_draft.size() && m_draft.lines[next].item;
    for (; next < m_draft.size() && isTeaser(next, items, next > at + 1); ++next)
      m_draft.roles[next] = BlockRole::foreign;
    return next;
  }

  [[nodiscard]] bool isTeaser(std::size_t at, bool items, bool later) const {
    const PageLine& line = m_draft.lines[at];
    if (line.label.label != Label::none || line.menu || line.address || roleByMarkup(line)) return false;
    if (line.weight > longestItem || line.dateLine) return false;
    if (items) return line.item;
    if (line.stops && line.prose) return false;
    if (later && line.gapBefore && !m_draft.lines[at - 1].gapBefore)
      return false; // the list was one paragraph
    // A headline right above running text is a heading of the article, not the last of the list.
    const bool heading = at + 1 < m_draft.size() && m_draft.lines[at + 1].prose;
    return !heading;
  }

  /// Comments stand below an article; "Comments (3)" above one is only a link to them.
  std::size_t takeComments(std::size_t at) {
    m_draft.roles[at] = BlockRole::furniture;
    std::size_t next = at + 1;
    if (m_proseLines < 2) return next;
    for (; next < m_draft.size() && isComment(next); ++next)
      m_draft.roles[next] = BlockRole::furniture;
    return next;
  }

  [[nodiscard]] bool isComment(std::size_t at) const {
    const PageLine& line = m_draft.lines[at];
    if (line.weight > longestComment || line.label.label == Label::teaser) return false;
    // Headline, byline or date, text: another article begins.
    const bool head = line.headline && !line.stops && at + 2 < m_draft.size() &&
                      m_draft.lines[at + 1].dateLine && m_draft.lines[at + 2].prose;
    return !head;
  }

  std::size_t takeAuthor(std::size_t at) {
    m_draft.roles[at] = BlockRole::furniture;
    if (!m_draft.lines[at].label.alone || at + 1 >= m_draft.size()) return at + 1;
    m_draft.roles[at + 1] = BlockRole::furniture;
    return at + 2;
  }

  PageDraft& m_draft;
  std::size_t m_proseLines = 0;
};

} // namespace

void markMachinery(PageDraft& draft) {
  Walk(draft).run();
}

} // namespace demarche::ingest
