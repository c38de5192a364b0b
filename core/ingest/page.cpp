// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/page.h"

#include "core/ingest/page_draft.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <utility>

namespace demarche::ingest {
namespace {

using model::BlockRole;
using model::Language;

/// The language of a block that does not tell it is that of the text around it: of the block above, else
/// below.
std::vector<Language> languagesOf(const PageDraft& draft) {
  std::vector<Language> languages;
  for (const PageLine& line : draft.lines)
    languages.push_back(line.script.language());
  const auto fits = [&](std::size_t line, Language language) {
    const ScriptCount& script = draft.lines[line].script;
    if (script.han + script.latin == 0) return true;
    return model::isChinese(language) ? script.chinese() : !script.chinese();
  };
  const auto settle = [&](std::size_t at, std::size_t neighbour) {
    if (languages[at] == Language::unknown && fits(at, languages[neighbour]))
      languages[at] = languages[neighbour];
  };
  for (std::size_t at = 1; at < languages.size(); ++at)
    settle(at, at - 1);
  for (std::size_t at = languages.size(); at-- > 1;)
    settle(at - 1, at);
  // Chinese between blocks of another language, or in characters that both scripts have.
  Language chinese = Language::chineseSimplified;
  for (const Language language : languages)
    if (model::isChinese(language)) chinese = language;
  for (std::size_t at = 0; at < languages.size(); ++at)
    if (languages[at] == Language::unknown && draft.lines[at].script.chinese()) languages[at] = chinese;
  return languages;
}

/// Every line that states a day, in order. Body text does not: what it says is for extraction to read.
std::vector<model::StatedDate> datesStated(const PageDraft& draft) {
  std::vector<model::StatedDate> stated;
  for (std::size_t at = 0; at < draft.size(); ++at) {
    const PageLine& line = draft.lines[at];
    // （某年某月某日）: in brackets below the text.
    const bool foot = at + 1 == draft.size() && line.dateLine && !line.dates.empty() &&
                      std::u16string_view(u"(（").find(draft.words(at).front()) != std::u16string_view::npos;
    const bool states =
        foot || draft.roles[at] == BlockRole::dateline || draft.roles[at] == BlockRole::byline ||
        draft.roles[at] == BlockRole::title || line.address ||
        (line.label.label == Label::date && !line.prose && draft.roles[at] != BlockRole::foreign);
    if (!states || line.dates.empty()) continue;
    const PageDate& date = line.dates.front();
    const text::Span span{line.span.begin + date.span.begin, line.span.begin + date.span.end};
    stated.push_back({time::Edtf::day(date.day), span});
  }
  return stated;
}

/// A line of its own is believed before the headline, which may be of another day, and both before an
/// address.
std::optional<model::StatedDate> mainDate(const PageDraft& draft,
                                          const std::vector<model::StatedDate>& stated) {
  const auto rank = [&](const model::StatedDate& date) {
    const auto line =
        std::partition_point(draft.lines.begin(), draft.lines.end(), [&](const PageLine& candidate) {
          return candidate.span.end <= date.span.begin;
        });
    const auto role = draft.roles[static_cast<std::size_t>(line - draft.lines.begin())];
    if (role == BlockRole::dateline || role == BlockRole::byline) return 0;
    return role == BlockRole::title ? 1 : 2;
  };
  const auto best = std::min_element(stated.begin(), stated.end(),
                                     [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  return best == stated.end() ? std::nullopt : std::optional(*best);
}

/// Several paragraphs open with digits before a dash or a colon: the days of a chronicle.
bool isChronicle(const PageDraft& draft) {
  constexpr std::size_t longestHead = 30; // UTF-16 units: "September 16-18, 2023 -"
  constexpr int fewest = 3;
  int heads = 0;
  for (std::size_t at = 0; at < draft.size(); ++at) {
    const auto words = draft.words(at).substr(0, longestHead);
    const auto end = words.find_first_of(u"-–—:：");
    const auto digit = words.find_first_of(u"0123456789");
    if (end != std::u16string_view::npos && digit < end) ++heads;
  }
  return heads >= fewest;
}

/// The dateline of a news agency, with its year, that opens the text: 本社伦敦2009年4月1日电. Asked only when
/// nothing else on the page states a day.
std::optional<model::StatedDate> agencyDate(const PageDraft& draft) {
  constexpr std::int32_t longestOpening = 50;
  std::size_t at = 0;
  while (at < draft.size() && !draft.prose(at))
    ++at;
  if (at == draft.size()) return std::nullopt;
  const auto opening = draft.words(at).substr(0, longestOpening);
  for (const PageDate& date : pageDates(opening)) {
    const auto after = opening.substr(static_cast<std::size_t>(date.span.end));
    const auto past = after.find_first_of(u"电電讯訊-–—");
    if (past == std::u16string_view::npos || after.find_first_of(u"，。、") < past) continue;
    if (date.span.begin == 0 && isChronicle(draft)) continue;
    const std::int32_t begin = draft.lines[at].span.begin;
    return model::StatedDate{time::Edtf::day(date.day), {begin + date.span.begin, begin + date.span.end}};
  }
  return std::nullopt;
}

std::u16string bylineOf(const PageDraft& draft, const Labels& labels) {
  for (std::size_t at = 0; at < draft.size(); ++at) {
    if (draft.roles[at] != BlockRole::byline) continue;
    auto words = draft.words(at);
    const auto& dates = draft.lines[at].dates;
    if (!dates.empty()) words = words.substr(0, static_cast<std::size_t>(dates.front().span.begin));
    words = labels.without(words, Label::byline);
    words = words.substr(
        0, std::min(words.find(u'\u3000'), words.find(u"  "))); // after a gap comes something else
    words = words.substr(0, words.find_last_not_of(u" |｜·,，-　") + 1);
    if (!words.empty()) return std::u16string(words);
  }
  return {};
}

} // namespace

Page readPage(std::u16string_view text, const std::vector<SourceLine>& lines, const PageClaims& claims,
              const Labels& labels) {
  PageDraft draft{text, lookAtLines(text, lines, labels), {}, {}};
  draft.roles.resize(draft.size());
  markMachinery(draft);
  markGluedStories(draft);
  findSections(draft);

  Page page;
  std::vector<std::int32_t> sections(draft.size());
  for (std::size_t section = 0; section < draft.sectionBegins.size(); ++section) {
    const std::size_t begin = draft.sectionBegins[section];
    const std::size_t end =
        section + 1 < draft.sectionBegins.size() ? draft.sectionBegins[section + 1] : draft.size();
    std::fill(sections.begin() + static_cast<std::ptrdiff_t>(begin),
              sections.begin() + static_cast<std::ptrdiff_t>(end), static_cast<std::int32_t>(section));
    const auto title = markHead(draft, begin, end, claims.title);
    if (title && page.title.empty()) page.title = draft.words(*title);
  }
  if (page.title.empty()) page.title = claims.title;
  page.byline = bylineOf(draft, labels);
  if (page.byline.empty()) page.byline = claims.author;
  page.stated = mainDate(draft, datesStated(draft));
  if (!page.stated) page.stated = agencyDate(draft);
  if (claims.published) page.stated = {time::Edtf::day(*claims.published), {}};

  const std::vector<Language> languages = languagesOf(draft);
  for (std::size_t at = 0; at < draft.size(); ++at)
    page.blocks.push_back(
        {draft.lines[at].span, draft.roles[at].value_or(BlockRole::body), languages[at], sections[at]});
  return page;
}

} // namespace demarche::ingest
