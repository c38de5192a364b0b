// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/page_line.h"

#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <algorithm>

namespace demarche::ingest {
namespace {

// In weights. Found by reading pages, not by fitting; what is near a bound is settled by its neighbours.
constexpr double shortestSentence = 20;  ///< that is taken for running text
constexpr double shortestParagraph = 70; ///< even without a stop at its end
constexpr double shortestHeadline = 2;
constexpr double longestHeadline = 70;
constexpr double longestCell = 10;    ///< of a menu
constexpr double mostBesideDate = 16; ///< names of paper and page, a time zone
constexpr double mostBesideLabelledDate = 30;
constexpr double mostBesideDateInSentence = 5;
constexpr double mostBehindWeekdayAndDate = 15; ///< "Friday, May 3, 2002. In the garden, towards noon."

bool oneOf(char16_t unit, std::u16string_view set) {
  return set.find(unit) != std::u16string_view::npos;
}

/// The last character that is no closing quotation mark or bracket.
char16_t lastUnit(std::u16string_view line) {
  const auto at = line.find_last_not_of(u" \"'”’」』)）]】》|");
  return at == std::u16string_view::npos ? u'\0' : line[at];
}

/// Three short cells or more, parted by bars ("Home | World | Sport"), or two by arrows ("World > Asia").
bool isMenu(std::u16string_view line) {
  std::size_t cells = 0;
  std::size_t begin = 0;
  bool arrow = false;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const bool end = at == line.size();
    const bool dot = !end && text::fold(line[at]) == u'·' && at > 0 && text::isSpace(line[at - 1]);
    const bool arrowHere = !end && oneOf(line[at], u">›»");
    if (!end && !dot && !arrowHere && !oneOf(line[at], u"|｜│")) continue;
    const double weight = weightOf(line.substr(begin, at - begin));
    if (weight > longestCell) return false;
    cells += weight > 0;
    arrow |= arrowHere && begin < at;
    begin = at + 1;
  }
  return cells >= (arrow ? 2 : 3);
}

bool isItem(std::u16string_view line) {
  if (oneOf(line.front(), u"-*•·‧∙▪▸►▶>›○●◆◇■□+.・→")) return true;
  const auto past = line.find_first_not_of(u"0123456789");
  return past != std::u16string_view::npos && past > 0 && past <= 2 && oneOf(line[past], u".)、");
}

bool isAddress(std::u16string_view line) {
  const bool scheme = line.find(u"://") != std::u16string_view::npos || line.starts_with(u"www.");
  return scheme && std::count_if(line.begin(), line.end(), text::isSpace) <= 2;
}

PageLine lookAt(std::u16string_view line, const Labels& labels) {
  PageLine look;
  look.weight = weightOf(line);
  look.script = countScripts(line);
  look.label = labels.of(line);
  const char16_t last = lastUnit(line);
  look.stops = oneOf(last, u".。!！?？") && !line.ends_with(u"...");
  // A question or a call may be a headline; a full stop hardly ever ends one.
  const bool fullStop = look.stops && oneOf(last, u".。");
  look.prose = look.weight >= (fullStop ? shortestSentence : shortestParagraph);
  look.headline =
      look.weight >= shortestHeadline && look.weight <= longestHeadline && !oneOf(last, u".。,，;；:：");
  look.item = isItem(line);
  if (line.size() > longestLabelled) return look;
  look.address = isAddress(line);
  look.dates = pageDates(line);
  look.menu = look.dates.empty() && !look.stops && isMenu(line);
  if (look.dates.empty() || look.address) return look;
  const bool labelled = look.label.label == Label::date || look.label.label == Label::byline;
  const double most = look.stops ? (beginsWithWeekdayAndDate(line, look.dates) ? mostBehindWeekdayAndDate
                                                                               : mostBesideDateInSentence)
                      : labelled ? mostBesideLabelledDate
                                 : mostBesideDate;
  look.dateLine = !look.item && weightBesideDates(line, look.dates) <= most;
  if (look.dateLine) look.prose = false;
  return look;
}

} // namespace

double weightOf(std::u16string_view text) {
  const ScriptCount count = countScripts(text);
  return count.han + count.latin / 3.0;
}

std::vector<PageLine> lookAtLines(std::u16string_view text, const std::vector<SourceLine>& lines,
                                  const Labels& labels) {
  std::vector<PageLine> looks;
  looks.reserve(lines.size());
  std::int32_t end = 0;
  for (const SourceLine& line : lines) {
    PageLine look = lookAt(text::slice(text, line.span), labels);
    look.span = line.span;
    look.hint = line.hint;
    look.gapBefore = looks.empty() || line.span.begin > end + 1;
    end = line.span.end;
    looks.push_back(std::move(look));
  }
  return looks;
}

} // namespace demarche::ingest
