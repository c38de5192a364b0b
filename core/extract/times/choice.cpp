// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/choice.h"

#include "core/time/calendar.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace demarche::extract {

using std::chrono::days;
using time::Day;
using time::DayRange;

namespace {

/// How many times farther a date may lie on the likelier side and still be the one meant.
struct Preference {
  int past = 1;   ///< weight of a day in the past
  int future = 1; ///< weight of a day in the future
};

/// Nothing tells a tense: news speaks of the past.
constexpr Preference untold{1, 3};
/// "On the 22nd" may well be a few days ahead.
constexpr Preference untoldDayOfMonth{1, 2};
/// The sentence looks one way; only a date very near on the other side is meant all the same.
constexpr int toldBack = 20;
constexpr int toldAhead = 6;
/// "In January", told in a text of late December as past, is not that of next week.
constexpr int toldMonthBack = 150;
/// "On Friday" in a report is the Friday that was, however near the next one is.
constexpr int toldWeekday = 100;

bool isPlainWeekday(const TimeExpression& e) {
  return e.weekday && !e.day && !e.month;
}

Preference preferenceOf(const TimeExpression& e, const TimeContext& context) {
  const bool weekday = isPlainWeekday(e);
  const bool wholeMonth = e.month && !e.day && e.part == TimePart::whole;
  if (context.outlook == Outlook::ahead) return {weekday ? toldWeekday : toldAhead, 1};
  if (context.outlook == Outlook::back)
    return {1, weekday ? toldWeekday : wholeMonth ? toldMonthBack : toldBack};
  if (context.alone) return {1, 1};
  if (weekday) return {1, toldWeekday};
  return e.day && !e.month ? untoldDayOfMonth : untold;
}

/// The part of a period that is meant, roughly: "the end of the year" is near to January.
DayRange meantPart(const Period& period) {
  DayRange part = period.days;
  const int third = part.days() / 3;
  if (period.part == TimePart::early) part.last = part.first + days(third);
  if (period.part == TimePart::late) part.first = part.last - days(third);
  return part;
}

template <typename Holds>
std::optional<Period> firstThat(const Options& options, const Holds& holds) {
  const auto at = std::find_if(options.begin(), options.end(), holds);
  return at == options.end() ? std::nullopt : std::optional(*at);
}

template <typename Holds>
std::optional<Period> lastThat(const Options& options, const Holds& holds) {
  const auto last = std::make_reverse_iterator(options.end()),
             first = std::make_reverse_iterator(options.begin());
  const auto at = std::find_if(last, first, holds);
  return at == first ? std::nullopt : std::optional(*at);
}

/// "The end of the year" is the current one's, unless that is still to come in a sentence that tells the
/// past, or over in one that looks ahead.
std::optional<Period> chooseOwn(const TimeExpression& e, const TimeContext& context, const Options& options) {
  const Day around = *context.written;
  const DayRange current = periodOf(*e.own, around).days;
  const auto fits = [&](const Period& p) {
    const int away = distance(meantPart(p), around);
    if (context.outlook == Outlook::back) return away <= 0;
    return context.outlook != Outlook::ahead || away >= 0;
  };
  const auto own =
      firstThat(options, [&](const Period& p) { return current.contains(p.days.first) && fits(p); });
  if (own || context.outlook == Outlook::none) return own;
  return context.outlook == Outlook::back ? lastThat(options, fits) : firstThat(options, fits);
}

/// "last", "this", "next", "coming".
std::optional<Period> chooseWhich(const TimeExpression& e, const TimeContext& context,
                                  const Options& options) {
  const Day around = *context.written;
  const DayRange week = time::weekOf(around);
  const bool weekday = isPlainWeekday(e);
  switch (*e.which) {
  case -1:
    return lastThat(options, [&](const Period& p) { return p.days.last < around; });
  case 0:
    break;
  case 1:
    if (weekday) return firstThat(options, [&](const Period& p) { return p.days.first > week.last; });
    [[fallthrough]];
  default:
    return firstThat(options, [&](const Period& p) { return p.days.first > around; });
  }
  if (!weekday)
    return firstThat(options,
                     [&](const Period& p) { return time::yearOf(p.days.first) == time::yearOf(around); });
  if (context.outlook == Outlook::back)
    return lastThat(options, [&](const Period& p) { return p.days.first <= week.last; });
  return firstThat(options, [&](const Period& p) { return p.days.first >= around; });
}

} // namespace

bool hasYearPart(const TimeExpression& e) {
  return e.month || e.season || e.quarter || e.half || e.easter || e.solarTerm || e.week ||
         e.own == TimeUnit::year;
}

std::optional<Period> choose(const TimeExpression& e, const TimeContext& context, const Options& options) {
  assert(context.written);
  if (options.empty()) return std::nullopt;
  if (e.which) return chooseWhich(e, context, options);
  if (e.own) return chooseOwn(e, context, options);
  const Day around = *context.written;
  if (context.alone && !isPlainWeekday(e)) {
    // The current year, or month, is what a lone date is of.
    const DayRange current = periodOf(hasYearPart(e) ? TimeUnit::year : TimeUnit::month, around).days;
    if (auto own = firstThat(options, [&](const Period& p) { return current.contains(p.days.first); }))
      return own;
  }
  const Preference preference = preferenceOf(e, context);
  const auto cost = [&](const Period& period) {
    const int away = distance(meantPart(period), around);
    return away > 0 ? away * preference.future : -away * preference.past;
  };
  return *std::min_element(options.begin(), options.end(),
                           [&](const Period& a, const Period& b) { return cost(a) < cost(b); });
}

std::string whyChosen(const TimeExpression& e, const TimeContext& context) {
  const std::string written = "the day of writing, " + time::isoDay(*context.written);
  if (e.which) return "counted from " + written;
  switch (context.outlook) {
  case Outlook::ahead:
    return "the nearest to " + written + ", in a sentence that looks ahead";
  case Outlook::back:
    return "the nearest to " + written + ", in a sentence that tells the past";
  case Outlook::none:
    break;
  }
  return "the nearest to " + written;
}

} // namespace demarche::extract
