// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/mark.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace demarche::extract {

using language::Mark;
using text::Span;
using text::Token;
using text::TokenKind;

namespace {

constexpr language::ClassName timeClass = "time";
/// Forms that say in a headline that the text is about what is to come ("the week ahead").
constexpr language::ClassName aheadTitle = "ahead-title";
constexpr std::size_t longestHeading = 30;
/// So many blocks of a section must open with a date before they count as a list.
constexpr int shortestList = 3;
/// Words that may stand before the time that opens a sentence: "In early", 早在.
constexpr int openingWords = 2;

bool isPlain(const Token& token) {
  return token.kind == TokenKind::symbol || token.kind == TokenKind::line;
}

/// No word and no number but its own stands in its block.
bool isAlone(Span mark, const language::BlockReading& block) {
  return std::all_of(block.reading.tokens.begin(), block.reading.tokens.end(),
                     [&](const Token& token) { return isPlain(token) || mark.contains(token.span); });
}

/// How many words and numbers stand between `from` and the mark; more than `openingWords` are not counted.
int wordsBefore(const language::BlockReading& block, std::int32_t from, const Mark& mark) {
  int words = 0;
  for (std::int32_t at = mark.tokens.begin - 1; at >= 0 && words <= openingWords; --at) {
    const Token& token = block.reading.tokens[std::size_t(at)];
    if (token.span.begin < from) break;
    if (!isPlain(token)) ++words;
  }
  return words;
}

bool isHeading(const language::BlockReading& block, std::u16string_view text) {
  constexpr std::u16string_view stops = u".!?;:\u3002\uff01\uff1f\uff1b\uff1a";
  const Span span = block.block->span;
  if (block.block->role == model::BlockRole::title) return true;
  return block.reading.tokens.size() <= longestHeading && !span.empty() &&
         stops.find(text[std::size_t(span.end) - 1]) == stops.npos;
}

/// The marks of class `time` that are not part of a longer one, in order.
std::vector<const Mark*> outermost(const language::BlockReading& block) {
  std::vector<const Mark*> marks;
  for (const Mark& mark : block.reading.marks)
    if (mark.cls == timeClass && (!mark.fields.has("alone") || isAlone(mark.span, block)))
      marks.push_back(&mark);
  // Longer ones first; of two at the same span the one of the later stage, which has the last word.
  std::stable_sort(marks.begin(), marks.end(), [](const Mark* a, const Mark* b) {
    if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin;
    return a->span.end != b->span.end ? a->span.end > b->span.end : a > b;
  });
  std::vector<const Mark*> apart;
  for (const Mark* mark : marks) {
    if (apart.empty() || !apart.back()->span.overlaps(mark->span))
      apart.push_back(mark);
    else if (apart.back()->span.length() < mark->span.length())
      apart.back() = mark;
  }
  return apart;
}

/// Stretches between quotation marks, in order. An unclosed one ends nothing.
std::vector<Span> quotations(std::u16string_view text, Span block) {
  constexpr std::u16string_view opening = u"\u201c\u300c\u300e";
  constexpr std::u16string_view closing = u"\u201d\u300d\u300f";
  std::vector<Span> quotations;
  std::optional<std::int32_t> open;
  // Letters and Han characters are most of a text.
  const auto mayMatter = [](char16_t unit) { return unit == u'"' || (unit >= 0x2000 && unit < 0x3100); };
  const auto next = [&](std::int32_t from) {
    const auto found = std::find_if(text.begin() + from, text.begin() + block.end, mayMatter);
    return static_cast<std::int32_t>(found - text.begin());
  };
  for (std::int32_t at = next(block.begin); at < block.end; at = next(at + 1)) {
    const char16_t unit = text[std::size_t(at)];
    const bool straight = unit == u'"';
    if (open && (straight || closing.find(unit) != closing.npos)) {
      quotations.push_back({*open, at});
      open.reset();
    } else if (!open && (straight || opening.find(unit) != opening.npos)) {
      open = at;
    }
  }
  return quotations;
}

bool isQuoted(const std::vector<Span>& quotations, Span mark) {
  const auto after = std::partition_point(quotations.begin(), quotations.end(),
                                          [&](Span quotation) { return quotation.end <= mark.begin; });
  return after != quotations.end() && after->contains(mark);
}

/// "He goes home on Nov. 3": running text that tells a date in the present tense means a day to come.
bool isScheduled(const language::BlockReading& block, Span sentence, const Mark& mark) {
  constexpr language::ClassName scheduled = "scheduled-present";
  constexpr std::int32_t reach = 8;
  const auto& hits = block.reading.hits;
  auto hit = std::partition_point(hits.begin(), hits.end(), [&](const language::Hit& h) {
    return h.span.begin < sentence.begin || h.tokens.begin < mark.tokens.begin - 2 * reach;
  });
  for (; hit != hits.end() && hit->tokens.begin < mark.tokens.begin; ++hit)
    if (hit->entry->cls == scheduled && hit->tokens.end <= mark.tokens.begin &&
        mark.tokens.begin - hit->tokens.end <= reach)
      return true;
  return false;
}

void findInBlock(const language::BlockReading& reading, std::int32_t index, std::u16string_view text,
                 std::vector<TimeMark>& times) {
  const std::vector<const Mark*> marks = outermost(reading);
  if (marks.empty()) return;
  const std::vector<Span> quoted = quotations(text, reading.block->span);
  const bool heading = isHeading(reading, text);
  for (const Mark* mark : marks) {
    const Span sentence = language::sentenceAt(reading, mark->span.begin);
    TimeMark& time = times.emplace_back();
    time.span = mark->span;
    time.expression = timeExpression(*mark, reading.reading);
    time.rule = mark->rule;
    time.block = index;
    time.section = reading.block->section;
    time.sentence = sentence.begin;
    time.outlook = outlookAt(reading, sentence, mark->span);
    time.aside = isAside(reading, sentence, mark->span);
    time.earlier = isEarlier(reading, sentence, mark->span);
    time.quoted = isQuoted(quoted, mark->span);
    time.alone = isAlone(mark->span, reading);
    time.opensSentence = wordsBefore(reading, sentence.begin, *mark) <= openingWords;
    time.opensBlock = wordsBefore(reading, reading.block->span.begin, *mark) == 0;
    time.heading = heading;
    if (time.outlook == Outlook::none && !heading && reading.block->role == model::BlockRole::body &&
        isScheduled(reading, sentence, *mark))
      time.outlook = Outlook::ahead;
  }
}

void markLists(std::vector<TimeMark>& times) {
  // The day of the page, alone on its line, is no item of the list below it.
  std::map<std::pair<std::int32_t, bool>, int> openings;
  const auto opens = [](const TimeMark& time) {
    const TimeExpression& first = time.expression.form == TimeForm::range && !time.expression.parts.empty()
                                      ? time.expression.parts.front()
                                      : time.expression;
    return time.opensBlock && first.form == TimeForm::date && (first.month || first.day || first.year);
  };
  for (const TimeMark& time : times)
    if (opens(time)) ++openings[{time.section, time.alone}];
  for (TimeMark& time : times) {
    time.listed = opens(time) && openings[{time.section, time.alone}] >= shortestList;
  }
}

/// Every date of an expression, of whatever parts it is made.
template <typename Visit>
void visitDates(TimeExpression& expression, const Visit& visit) {
  visit(expression);
  for (TimeExpression& part : expression.parts)
    visitDates(part, visit);
}

/// 14/11 elsewhere in the document says that 7/11 is in November, too.
void settleDayOrder(std::vector<TimeMark>& times) {
  bool dayFirst = false;
  bool monthFirst = false;
  for (TimeMark& time : times)
    visitDates(time.expression, [&](const TimeExpression& date) {
      dayFirst |= date.dayOrder == DayOrder::dayFirst;
      monthFirst |= date.dayOrder == DayOrder::monthFirst;
    });
  if (!dayFirst || monthFirst) return;
  for (TimeMark& time : times)
    visitDates(time.expression, [](TimeExpression& date) {
      if (date.dayOrder == DayOrder::either) std::swap(date.month, date.day);
    });
}

/// Where years of the Republic are told, a year of two digits is one as well.
void settleRepublicYears(std::vector<TimeMark>& times) {
  bool republic = false;
  for (TimeMark& time : times)
    visitDates(time.expression, [&](const TimeExpression& date) { republic |= date.republic; });
  if (!republic) return;
  for (TimeMark& time : times)
    visitDates(time.expression, [](TimeExpression& date) {
      if (date.shortYear) date.year = republicYear(*date.shortYear);
    });
}

} // namespace

TimeFinder::TimeFinder(const model::Document& document) : m_text(document.text) {}

void TimeFinder::add(const language::BlockReading& reading) {
  lookAhead(reading);
  const std::size_t before = m_times.size();
  findInBlock(reading, m_block++, m_text, m_times);
  for (std::size_t at = before; at < m_times.size(); ++at)
    if (m_ahead && m_times[at].outlook == Outlook::none) m_times[at].outlook = Outlook::ahead;
}

/// "Coming up", says a headline: what tells no tense below it looks ahead, up to the next headline.
void TimeFinder::lookAhead(const language::BlockReading& reading) {
  const bool opens = reading.block->section != m_section;
  m_section = reading.block->section;
  if (opens) m_titleAhead = m_ahead = false;
  if (!isHeading(reading, m_text)) return;
  const auto& hits = reading.reading.hits;
  m_ahead = std::any_of(hits.begin(), hits.end(),
                        [](const language::Hit& hit) { return hit.entry->cls == aheadTitle; });
  if (opens) m_titleAhead = m_ahead;
  m_ahead = m_ahead || m_titleAhead;
}

std::vector<TimeMark> TimeFinder::finish() {
  markLists(m_times);
  settleDayOrder(m_times);
  settleRepublicYears(m_times);
  return std::move(m_times);
}

std::vector<TimeMark> findTimes(const model::Document& document,
                                const std::vector<language::BlockReading>& readings) {
  TimeFinder finder(document);
  for (const language::BlockReading& reading : readings)
    finder.add(reading);
  return finder.finish();
}

std::vector<std::span<const TimeMark>> bySection(std::span<const TimeMark> marks, std::size_t sections) {
  std::vector<std::span<const TimeMark>> parts;
  std::size_t begin = 0;
  for (std::size_t section = 0; section < sections; ++section) {
    std::size_t end = section + 1 == sections ? marks.size() : begin;
    while (end < marks.size() && std::size_t(marks[end].section) <= section)
      ++end;
    parts.push_back(marks.subspan(begin, end - begin));
    begin = end;
  }
  return parts;
}

} // namespace demarche::extract
