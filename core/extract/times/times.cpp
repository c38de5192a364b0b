// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/times.h"

#include "core/extract/times/reference.h"
#include "core/extract/times/resolver.h"
#include "core/time/calendar.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace demarche::extract {

using time::Day;
using time::Edtf;

namespace {

time::Timex3 vagueTimex3(const TimeExpression& expression) {
  if (expression.form != TimeForm::vague) return {};
  if (expression.direction == 0) return time::Timex3::reference(time::Timex3Reference::present);
  return time::Timex3::reference(expression.direction < 0 ? time::Timex3Reference::past
                                                          : time::Timex3Reference::future);
}

time::Timex3Mod modOf(TimeRelation relation) {
  switch (relation) {
  case TimeRelation::since:
    return time::Timex3Mod::onOrAfter;
  case TimeRelation::until:
    return time::Timex3Mod::onOrBefore;
  case TimeRelation::before:
    return time::Timex3Mod::before;
  case TimeRelation::after:
    return time::Timex3Mod::after;
  case TimeRelation::at:
    break;
  }
  return time::Timex3Mod::none;
}

time::Timex3 markedUp(const TimeMark& mark, const TimeAnswer& answer) {
  if (!answer.value) return vagueTimex3(mark.expression);
  time::Timex3 timex3 = timex3Of(*answer.value);
  // One modifier has room: of "before late July" the part of the month.
  if (timex3.mod() == time::Timex3Mod::none) timex3.modify(modOf(mark.expression.relation));
  if (answer.relative) timex3.anchorAt("t0");
  return timex3;
}

/// It is counted from the day of writing, as news is.
bool isNews(const TimeExpression& e) {
  const bool fromNow =
      e.anchor == TimeAnchor::written && (e.unit == TimeUnit::day || e.unit == TimeUnit::week);
  return fromNow || (e.form == TimeForm::date && e.weekday && !e.day && !e.month);
}

/// Of a story of long ago the first year that it tells: it tells several, all of them long past, and no day
/// from that of writing.
std::optional<int> storyBegins(std::span<const TimeMark> marks,
                               const std::optional<time::DayRange>& written) {
  constexpr std::size_t fewestYears = 3;
  constexpr int longAgo = 3; // years
  std::vector<int> years;
  for (const TimeMark& mark : marks) {
    if (isNews(mark.expression)) return std::nullopt;
    if (mark.expression.form == TimeForm::date && mark.expression.year &&
        std::find(years.begin(), years.end(), *mark.expression.year) == years.end())
      years.push_back(*mark.expression.year);
  }
  const bool past = !written || std::all_of(years.begin(), years.end(), [&](int year) {
    return year + longAgo <= time::yearOf(written->first);
  });
  return years.size() >= fewestYears && past ? std::optional(years.front()) : std::nullopt;
}

std::vector<TimeAnswer> resolveAt(std::span<const TimeMark> marks, std::optional<Day> written,
                                  std::optional<int> story = {}) {
  std::vector<TimeAnswer> answers;
  answers.reserve(marks.size());
  RunningReference reference(written, story);
  for (const TimeMark& mark : marks) {
    const TimeContext context = reference.contextFor(mark);
    answers.push_back(resolve(mark.expression, context));
    reference.remember(mark, context, answers.back());
  }
  return answers;
}

Timex timexOf(const TimeMark& mark, TimeAnswer answer) {
  return {.span = mark.span,
          .date = answer.value ? edtf(*answer.value) : Edtf{},
          .timex3 = markedUp(mark, answer),
          .why = std::move(answer.why),
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
  timex.timex3 = {};
  const auto a = timex.date.bounds();
  const auto b = other.date.bounds();
  timex.date = a && b
                   ? Edtf::days({std::min(a->first, b->first), std::max(a->last, b->last)}).madeApproximate()
                   : Edtf{};
  timex.why += "; the day of writing is only roughly known, and so is this";
}

} // namespace

TrialDates::TrialDates(std::span<const TimeMark> marks) : m_marks(marks), m_last(marks.size()) {}

void TrialDates::suppose(Day written, std::vector<DatedMark>& dates) {
  suppose(written, 0, m_marks.size(), dates);
}

void TrialDates::suppose(Day written, std::size_t first, std::size_t count, std::vector<DatedMark>& dates) {
  dates.clear();
  RunningReference reference(written);
  for (std::size_t at = first; at < first + count; ++at) {
    const TimeMark& mark = m_marks[at];
    TimeContext context = reference.contextFor(mark);
    context.explained = false;
    std::optional<Resolved>& last = m_last[at];
    const bool holds =
        last && !last->answer.ofWriting && (!last->answer.ofContext || context.goesOnLike(last->context));
    if (!holds) {
      if (!last) last.emplace();
      last->context = context;
      last->answer = resolve(mark.expression, context);
    }
    const TimeAnswer& answer = last->answer;
    dates.push_back({answer.value ? std::optional(answer.value->days()) : std::nullopt, answer.relative,
                     answer.disagrees});
    reference.remember(mark, context, answer);
  }
}

std::vector<Timex> resolveTimes(std::span<const TimeMark> marks, const Edtf& written) {
  const auto days = written.bounds();
  std::vector<Timex> timexes;
  timexes.reserve(marks.size());
  const bool dayKnown = days && days->first == days->last;
  const std::optional<int> story = dayKnown ? std::nullopt : storyBegins(marks, days);
  auto answers = resolveAt(marks, days ? std::optional(days->last) : std::nullopt, story);
  for (std::size_t i = 0; i < marks.size(); ++i)
    timexes.push_back(timexOf(marks[i], std::move(answers[i])));
  if (days && days->first != days->last) {
    auto earlier = resolveAt(marks, days->first, story);
    for (std::size_t i = 0; i < marks.size(); ++i)
      widen(timexes[i], timexOf(marks[i], std::move(earlier[i])));
  }
  return timexes;
}

std::vector<Timex> resolveTimes(std::span<const TimeMark> marks, const std::vector<Edtf>& written) {
  std::vector<Timex> timexes;
  const auto parts = bySection(marks, written.size());
  for (std::size_t section = 0; section < parts.size(); ++section)
    for (Timex& timex : resolveTimes(parts[section], written[section]))
      timexes.push_back(std::move(timex));
  return timexes;
}

} // namespace demarche::extract
