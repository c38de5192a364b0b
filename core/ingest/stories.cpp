// SPDX-License-Identifier: Apache-2.0
// Several texts on one page: those of the same matter are sections, others are foreign.

#include "core/ingest/page_draft.h"
#include "core/text/fold.h"
#include "core/text/token.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unicode/uchar.h>
#include <unordered_set>

namespace demarche::ingest {
namespace {

using model::BlockRole;

// Shares of the words of a text that the article above it has too. A paragraph of an article shares a quarter
// to a half with the rest of it, a short one less; another story a fifth to a third. So words alone decide
// nothing: the surer the page's build says that a story begins, the more it may share.
constexpr double mostSharedByStories = 0.5;  ///< headlines set twice, one after the other or below the end
constexpr double mostSharedByDoubled = 0.25; ///< one headline set twice; may be a picture's text
constexpr double mostSharedBelowEnd = 0.15;  ///< a plain headline below the end
constexpr std::size_t leastWordsToCompare = 200; ///< different ones; of a shorter article nothing can be told
constexpr double leastSectionWeight = 100;

/// The words that a text is about: Latin words by their beginnings, Han characters in pairs.
class Matter {
 public:
  void add(std::u16string_view text) {
    forEachKey(text, [this](std::size_t key) { m_keys.insert(key); });
  }

  [[nodiscard]] std::size_t size() const { return m_keys.size(); }

  /// How much of `other` is also in this one, 0 to 1.
  [[nodiscard]] double shareOf(const Matter& other) const {
    if (other.m_keys.empty()) return 0;
    const auto known = std::count_if(other.m_keys.begin(), other.m_keys.end(),
                                     [this](std::size_t key) { return m_keys.contains(key); });
    return static_cast<double>(known) / static_cast<double>(other.m_keys.size());
  }

 private:
  static void forEachKey(std::u16string_view text, const std::function<void(std::size_t)>& take) {
    constexpr std::size_t shortestWord = 4;
    constexpr std::size_t stem = 6;
    const std::u16string folded = text::fold(text);
    const text::Token* last = nullptr;
    const auto tokens = text::tokenize(folded);
    for (const text::Token& token : tokens) {
      std::u16string word(text::slice(folded, token.span));
      if (token.kind == text::TokenKind::word && word.size() >= shortestWord) {
        word.resize(std::min(word.size(), stem));
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char16_t unit) { return static_cast<char16_t>(u_tolower(unit)); });
        take(std::hash<std::u16string>{}(word));
      } else if (token.kind == text::TokenKind::han && last != nullptr &&
                 last->kind == text::TokenKind::han) {
        take(std::hash<std::u16string_view>{}(text::slice(folded, {last->span.begin, token.span.end})));
      }
      last = &token;
    }
  }

  std::unordered_set<std::size_t> m_keys;
};

Matter matterOf(const PageDraft& draft, std::size_t begin, std::size_t end) {
  Matter matter;
  for (std::size_t at = begin; at < end; ++at)
    if (draft.open(at)) matter.add(draft.words(at));
  return matter;
}

bool sameWords(const PageDraft& draft, std::size_t a, std::size_t b) {
  return draft.words(a) == draft.words(b);
}

bool headline(const PageDraft& draft, std::size_t at) {
  return draft.open(at) && draft.lines[at].headline && !draft.lines[at].prose && !draft.lines[at].dateLine;
}

/// The next open line is running text.
bool proseFollows(const PageDraft& draft, std::size_t at) {
  do
    ++at;
  while (at < draft.size() && !draft.open(at));
  return at < draft.size() && draft.prose(at);
}

/// A headline set twice in a row (once for the eye, once for machines) with text below it.
bool doubledHeadline(const PageDraft& draft, std::size_t at) {
  return at + 1 < draft.size() && headline(draft, at) && sameWords(draft, at, at + 1);
}

/// The line stands below an article: who edited it, who its author is, comments.
bool endsArticle(const PageDraft& draft, std::size_t at) {
  if (draft.open(at)) return false;
  const Label label = draft.lines[at].label.label;
  return label == Label::credit || label == Label::author || label == Label::comments;
}

void markForeign(PageDraft& draft, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at)
    if (draft.open(at)) draft.roles[at] = BlockRole::foreign;
}

/// How surely a text begins at a headline: not, signed or dated below it, dated in so many words.
enum class Beginning : unsigned char { none, likely, sure };

Beginning beginningAt(const PageDraft& draft, std::size_t at) {
  // "[3] Geneva": numbered, and directly above its day, the shortest line is a headline.
  const bool numbered = at + 1 < draft.size() && draft.open(at) && draft.lines[at].item &&
                        !draft.lines[at].prose && !draft.lines[at].stops && draft.lines[at + 1].dateLine &&
                        draft.lines[at + 1].label.label == Label::date;
  if (!headline(draft, at) && !numbered) return Beginning::none;
  Beginning beginning = Beginning::none;
  for (std::size_t next = at + 1; next < std::min(draft.size(), at + 6); ++next) {
    const PageLine& line = draft.lines[next];
    if (draft.prose(next) || (draft.open(next) && line.stops && !line.dateLine)) return beginning;
    if (!draft.open(next) || next > at + 2) continue;
    if (line.dateLine && line.label.label == Label::date)
      beginning = Beginning::sure;
    else if (line.dateLine || line.label.label == Label::byline)
      beginning = std::max(beginning, Beginning::likely);
  }
  return Beginning::none;
}

/// Sections by language: the first line of each from which on the running text is in another one for good.
std::vector<bool> languageChanges(const PageDraft& draft) {
  struct Run {
    bool chinese = false;
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t count = 0;
    double weight = 0;
  };
  std::vector<Run> runs;
  for (std::size_t at = 0; at < draft.size(); ++at) {
    if (!draft.prose(at)) continue;
    const bool chinese = draft.lines[at].script.chinese();
    if (runs.empty() || runs.back().chinese != chinese) runs.push_back({chinese, at, at, 0, 0});
    runs.back().last = at;
    ++runs.back().count;
    runs.back().weight += draft.lines[at].weight;
  }
  std::vector<bool> begins(draft.size());
  for (std::size_t run = 1; run < runs.size(); ++run) {
    const auto large = [](const Run& r) { return r.count >= 2 && r.weight >= leastSectionWeight; };
    if (!large(runs[run - 1]) || !large(runs[run])) continue;
    std::size_t begin = runs[run - 1].last + 1;
    while (begin < runs[run].first && draft.lines[begin].script.chinese() != runs[run].chinese)
      ++begin;
    begins[begin] = true;
  }
  return begins;
}

} // namespace

void markGluedStories(PageDraft& draft) {
  std::array<Matter, 2> articles; // Latin and Chinese: the one cannot be compared with the other
  const auto articleOf = [&](std::size_t at) -> Matter& {
    return articles[draft.lines[at].script.chinese() ? 1 : 0];
  };
  std::size_t proseLines = 0;
  bool ended = false;
  for (std::size_t at = 0; at < draft.size(); ++at) {
    ended |= proseLines > 0 && endsArticle(draft, at);
    const bool doubled = doubledHeadline(draft, at);
    if (proseLines >= 2 && (doubled || (ended && headline(draft, at)))) {
      // The text of a teaser may itself look like a headline, since it breaks off.
      const auto begins = [&](std::size_t line) {
        return doubledHeadline(draft, line) || (!doubled && headline(draft, line));
      };
      std::size_t end = at + (doubled ? 2 : 1);
      while (end < draft.size() && !begins(end))
        ++end;
      const bool several = doubled && (ended || (end < draft.size() && doubledHeadline(draft, end)));
      const double most = several ? mostSharedByStories : doubled ? mostSharedByDoubled : mostSharedBelowEnd;
      const Matter& article = articleOf(at);
      const std::size_t least = several ? 1 : leastWordsToCompare;
      if (article.size() >= least && article.shareOf(matterOf(draft, at, end)) < most) {
        markForeign(draft, at, end);
        ended = true;
        at = end - 1;
        continue;
      }
      ended = false; // another text on the same matter
    }
    if (!draft.open(at)) continue;
    articleOf(at).add(draft.words(at));
    proseLines += draft.prose(at);
  }
}

/// A line of dashes, stars or the like parts two texts: ---, ＊＊＊, ※　※　※.
bool isRule(const PageDraft& draft, std::size_t at) {
  constexpr std::size_t shortestRule = 3;
  const auto words = draft.words(at);
  std::size_t signs = 0;
  for (const char16_t unit : words) {
    if (std::u16string_view(u"-=*_~—–─━＊※◆●•·＝－").find(unit) != std::u16string_view::npos)
      ++signs;
    else if (unit != u' ' && unit != u'\u3000')
      return false;
  }
  return signs >= shortestRule;
}

/// Behind a rule stand a headline and, below it, running text.
bool beginsBelowRule(const PageDraft& draft, std::size_t at) {
  return at > 0 && isRule(draft, at - 1) && headline(draft, at) && proseFollows(draft, at);
}

/// A feed: item after item with a headline and its own day below. Above them stands the feed's own day, which
/// is not that of the first item.
bool isFeed(const PageDraft& draft) {
  constexpr int fewestItems = 3;
  int items = 0;
  for (std::size_t at = 0; at < draft.size() && items < fewestItems; ++at)
    items += beginningAt(draft, at) == Beginning::sure ? 1 : 0;
  return items >= fewestItems;
}

void findSections(PageDraft& draft) {
  draft.sectionBegins = {0};
  const bool feed = isFeed(draft);
  bool dated = false; // a day stands above the first item
  const std::vector<bool> otherLanguage = languageChanges(draft);
  double weight = 0; // of the running text since the section began
  bool ended = false;
  for (std::size_t at = 0; at < draft.size(); ++at) {
    ended |= weight > 0 && endsArticle(draft, at);
    Beginning beginning = beginningAt(draft, at);
    if (beginning == Beginning::none && ended && headline(draft, at) && proseFollows(draft, at))
      beginning = Beginning::likely;
    const double least = beginning == Beginning::sure ? 1 : leastSectionWeight;
    if (otherLanguage[at] || (weight > 0 && beginsBelowRule(draft, at)) ||
        (beginning != Beginning::none && weight >= least) ||
        (feed && dated && beginning == Beginning::sure && draft.sectionBegins.size() == 1)) {
      if (at > 0) draft.sectionBegins.push_back(at);
      weight = 0;
      ended = false;
    }
    if (draft.prose(at)) weight += draft.lines[at].weight;
    dated |= draft.lines[at].dateLine;
  }
}

} // namespace demarche::ingest
