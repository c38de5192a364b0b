// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times.h"

#include "core/extract/time_resolver.h"
#include "core/time/calendar.h"

#include <algorithm>
#include <optional>

namespace demarche::extract {

using language::Mark;
using text::Span;
using time::Day;
using time::Edtf;

namespace {

constexpr std::string_view timeClass = "time";

/// Nothing but it, and perhaps a full stop or brackets, stands in its block.
bool isAlone(Span mark, const BlockReading& reading) {
  constexpr std::int32_t brackets = 2;
  return reading.block->span.length() - mark.length() <= brackets;
}

/// The marks of class `time` that are not part of a longer one, in order.
std::vector<const Mark*> outermost(const BlockReading& block) {
  const language::Reading& reading = block.reading;
  std::vector<const Mark*> marks;
  for (const Mark& mark : reading.marks)
    if (mark.cls == timeClass && (!mark.fields.has("alone") || isAlone(mark.span, block)))
      marks.push_back(&mark);
  std::stable_sort(marks.begin(), marks.end(), [](const Mark* a, const Mark* b) {
    return a->span.begin != b->span.begin ? a->span.begin < b->span.begin : a->span.end > b->span.end;
  });
  // At the same span the mark of the later stage has the last word.
  std::vector<const Mark*> kept;
  for (const Mark* mark : marks) {
    if (!kept.empty() && kept.back()->span == mark->span)
      kept.back() = mark;
    else if (kept.empty() || kept.back()->span.end < mark->span.end)
      kept.push_back(mark);
  }
  std::vector<const Mark*> apart;
  for (const Mark* mark : kept) {
    if (!apart.empty() && apart.back()->span.overlaps(mark->span)) {
      if (apart.back()->span.length() < mark->span.length()) apart.back() = mark;
    } else {
      apart.push_back(mark);
    }
  }
  return apart;
}

/// Stretches between quotation marks, in order. An unclosed one ends with its block.
std::vector<Span> quotations(std::u16string_view text, Span block) {
  constexpr std::u16string_view opening = u"\u201c\u300c\u300e";
  constexpr std::u16string_view closing = u"\u201d\u300d\u300f";
  std::vector<Span> quotations;
  std::optional<std::int32_t> open;
  for (std::int32_t at = block.begin; at < block.end; ++at) {
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

Span sentenceAt(const BlockReading& reading, std::int32_t at) {
  const auto after = std::partition_point(reading.sentences.begin(), reading.sentences.end(),
                                          [&](Span sentence) { return sentence.end <= at; });
  return after == reading.sentences.end() ? reading.block->span : *after;
}

/// Follows the text and remembers what it spoke of last.
class RunningReference {
 public:
  [[nodiscard]] TimeContext contextFor(const TimeMark& mark, std::optional<Day> written);
  void remember(const TimeMark& mark, const TimeAnswer& answer);

 private:
  std::int32_t m_section = -1;
  std::int32_t m_block = -1;
  std::optional<Period> m_reference;
};

TimeContext RunningReference::contextFor(const TimeMark& mark, std::optional<Day> written) {
  if (mark.section != m_section) m_reference.reset();
  m_section = mark.section;
  TimeContext context;
  context.written = written;
  context.reference = m_reference;
  context.outlook = mark.outlook;
  context.alone = mark.alone;
  const bool sameBlock = mark.block == m_block;
  if (m_reference && sameBlock &&
      (m_reference->unit == TimeUnit::day || m_reference->unit == TimeUnit::month))
    context.month = periodOf(TimeUnit::month, m_reference->days.first);
  return context;
}

void RunningReference::remember(const TimeMark& mark, const TimeAnswer& answer) {
  if (!answer.value || mark.quoted || mark.expression.relation != TimeRelation::at) return;
  m_reference = answer.value->end;
  m_block = mark.block;
}

std::string vagueTimex3(const TimeExpression& expression) {
  if (expression.form != TimeForm::vague) return {};
  if (expression.direction == 0) return "PRESENT_REF";
  return expression.direction < 0 ? "PAST_REF" : "FUTURE_REF";
}

std::vector<TimeAnswer> resolveAt(const std::vector<TimeMark>& marks, std::optional<Day> written) {
  std::vector<TimeAnswer> answers;
  answers.reserve(marks.size());
  RunningReference reference;
  for (const TimeMark& mark : marks) {
    answers.push_back(resolve(mark.expression, reference.contextFor(mark, written)));
    reference.remember(mark, answers.back());
  }
  return answers;
}

Timex timexOf(const TimeMark& mark, const TimeAnswer& answer) {
  return {.span = mark.span,
          .date = answer.value ? edtf(*answer.value) : Edtf{},
          .timex3 = answer.value ? timex3(*answer.value) : vagueTimex3(mark.expression),
          .why = answer.why,
          .relation = mark.expression.relation,
          .relative = answer.relative,
          .disagrees = answer.disagrees,
          .rule = mark.rule};
}

/// The text was written on one of several days and they do not agree: all that can be said is between which
/// days.
void widen(Timex& timex, const Timex& other) {
  if (timex.date == other.date) return;
  timex.relative = true;
  timex.timex3.clear();
  const auto a = timex.date.bounds();
  const auto b = other.date.bounds();
  timex.date = a && b
                   ? Edtf::days({std::min(a->first, b->first), std::max(a->last, b->last)}).madeApproximate()
                   : Edtf{};
  timex.why += "; the day of writing is only roughly known, and so is this";
}

} // namespace

std::vector<TimeMark> findTimes(const model::Document& document, const std::vector<BlockReading>& readings) {
  std::vector<TimeMark> times;
  for (std::size_t at = 0; at < readings.size(); ++at) {
    const BlockReading& reading = readings[at];
    const std::vector<const Mark*> marks = outermost(reading);
    if (marks.empty()) continue;
    const std::vector<Span> quoted = quotations(document.text, reading.block->span);
    for (const Mark* mark : marks) {
      const Span sentence = sentenceAt(reading, mark->span.begin);
      times.push_back({.span = mark->span,
                       .expression = timeExpression(*mark, reading.reading),
                       .rule = mark->rule,
                       .block = static_cast<std::int32_t>(at),
                       .section = reading.block->section,
                       .sentence = sentence.begin,
                       .outlook = outlookAt(reading, sentence, mark->span),
                       .quoted = std::any_of(quoted.begin(), quoted.end(),
                                             [&](Span quotation) { return quotation.contains(mark->span); }),
                       .alone = isAlone(mark->span, reading)});
    }
  }
  return times;
}

std::vector<Timex> resolveTimes(const std::vector<TimeMark>& marks, const Edtf& written) {
  const auto days = written.bounds();
  std::vector<Timex> timexes;
  timexes.reserve(marks.size());
  const auto answers = resolveAt(marks, days ? std::optional(days->last) : std::nullopt);
  for (std::size_t i = 0; i < marks.size(); ++i)
    timexes.push_back(timexOf(marks[i], answers[i]));
  if (days && days->first != days->last) {
    const auto earlier = resolveAt(marks, days->first);
    for (std::size_t i = 0; i < marks.size(); ++i)
      widen(timexes[i], timexOf(marks[i], earlier[i]));
  }
  return timexes;
}

} // namespace demarche::extract
