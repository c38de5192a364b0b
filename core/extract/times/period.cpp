// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/period.h"

#include "core/time/calendar.h"

#include <array>
#include <cassert>
#include <utility>

namespace demarche::extract {

using namespace std::chrono_literals;
using std::chrono::days;
using time::Day;
using time::DayRange;

namespace {

constexpr int earliestYear = 1;
constexpr int latestYear = 9999;

DayRange monthsRange(int year, int firstMonth, int months) {
  const auto first = std::chrono::year(year) / firstMonth;
  const auto next = time::addMonths(first, months);
  return {Day(first / 1), Day(next / 1) - days(1)};
}

DayRange yearsRange(int firstYear, int years) {
  return monthsRange(firstYear, 1, 12 * years);
}

bool validYear(int year, int years = 1) {
  return year >= earliestYear && year + years - 1 <= latestYear;
}

/// The Thursday of an ISO week decides to which year it belongs.
int isoYear(DayRange week) {
  return time::yearOf(week.first + days(3));
}

int firstSeasonMonth(int season) {
  return season * 3;
}

time::EdtfDate monthLike(int year, unsigned part, time::Precision precision) {
  return {.year = year, .part = part, .precision = precision};
}

time::EdtfDate dayDate(Day day) {
  return {.year = time::yearOf(day),
          .part = time::monthOf(day),
          .dayOfMonth = time::dayOfMonth(day),
          .precision = time::Precision::day};
}

/// The first decade and the first century begin with a year that has no digits for them.
bool isFirstOfAll(const Period& period) {
  const int year = time::yearOf(period.days.first);
  return (period.unit == TimeUnit::decade && year < 10) || (period.unit == TimeUnit::century && year < 100);
}

/// First and last EDTF date that together mean the period.
std::pair<time::EdtfDate, time::EdtfDate> edges(const Period& period) {
  const int year = time::yearOf(period.days.first);
  const unsigned month = time::monthOf(period.days.first);
  const auto same = [](time::EdtfDate date) { return std::pair(date, date); };
  if (isFirstOfAll(period)) return {{.year = year}, {.year = time::yearOf(period.days.last)}};
  switch (period.unit) {
  case TimeUnit::month:
    return same(monthLike(year, month, time::Precision::month));
  case TimeUnit::season:
    return same(monthLike(year, 20 + month / 3, time::Precision::season));
  case TimeUnit::quarter:
    return same(monthLike(year, 33 + (month - 1) / 3, time::Precision::quarter));
  case TimeUnit::half:
    return {monthLike(year, month, time::Precision::month),
            monthLike(year, month + 5, time::Precision::month)};
  case TimeUnit::year:
    return same({.year = year, .precision = time::Precision::year});
  case TimeUnit::decade:
    return same({.year = year, .precision = time::Precision::decade});
  case TimeUnit::century:
    return {{.year = year, .precision = time::Precision::year},
            {.year = year + 99, .precision = time::Precision::year}};
  case TimeUnit::day:
  case TimeUnit::week:
  case TimeUnit::weekend:
  case TimeUnit::days:
    break;
  }
  return {dayDate(period.days.first), dayDate(period.days.last)};
}

time::EdtfDate softened(time::EdtfDate date, bool soft) {
  date.approximate = date.approximate || soft;
  return date;
}

bool soft(const Period& period) {
  return period.approximate || period.part != TimePart::whole;
}

time::Timex3Unit timex3Unit(TimeUnit unit) {
  switch (unit) {
  case TimeUnit::week:
    return time::Timex3Unit::week;
  case TimeUnit::weekend:
    return time::Timex3Unit::weekend;
  case TimeUnit::month:
    return time::Timex3Unit::month;
  case TimeUnit::season:
    return time::Timex3Unit::season;
  case TimeUnit::quarter:
    return time::Timex3Unit::quarter;
  case TimeUnit::half:
    return time::Timex3Unit::half;
  case TimeUnit::year:
    return time::Timex3Unit::year;
  case TimeUnit::decade:
    return time::Timex3Unit::decade;
  case TimeUnit::century:
    return time::Timex3Unit::century;
  case TimeUnit::day:
  case TimeUnit::days:
    break;
  }
  return time::Timex3Unit::day;
}

time::Timex3Mod timex3Mod(const Period& period) {
  switch (period.part) {
  case TimePart::early:
    return time::Timex3Mod::start;
  case TimePart::middle:
    return time::Timex3Mod::mid;
  case TimePart::late:
    return time::Timex3Mod::end;
  case TimePart::whole:
    break;
  }
  return period.approximate ? time::Timex3Mod::approx : time::Timex3Mod::none;
}

time::Timex3 daysAsTimex3(DayRange range, time::Timex3Mod mod) {
  return time::Timex3::range(time::timex3Date(time::Timex3Unit::day, range.first),
                             time::timex3Date(time::Timex3Unit::day, range.last), mod);
}

time::Timex3 timex3Of(const Period& period) {
  if (period.usual) return daysAsTimex3(*period.usual, time::Timex3Mod::none);
  const time::Timex3Mod mod = timex3Mod(period);
  if (period.unit == TimeUnit::days || isFirstOfAll(period)) return daysAsTimex3(period.days, mod);
  return time::Timex3::of(time::timex3Date(timex3Unit(period.unit), period.days.first), mod);
}

} // namespace

std::optional<TimeUnit> timeUnitFromCode(std::string_view code) {
  constexpr std::array<std::pair<std::string_view, TimeUnit>, 10> codes{{{"day", TimeUnit::day},
                                                                         {"week", TimeUnit::week},
                                                                         {"weekend", TimeUnit::weekend},
                                                                         {"month", TimeUnit::month},
                                                                         {"season", TimeUnit::season},
                                                                         {"quarter", TimeUnit::quarter},
                                                                         {"half", TimeUnit::half},
                                                                         {"year", TimeUnit::year},
                                                                         {"decade", TimeUnit::decade},
                                                                         {"century", TimeUnit::century}}};
  if (code.empty()) return std::nullopt;
  for (const auto& [name, unit] : codes)
    if (name == code) return unit;
  return std::nullopt;
}

Period yearPeriod(int year) {
  return {.days = yearsRange(year, 1), .unit = TimeUnit::year};
}
Period decadePeriod(int firstYear) {
  return {.days = yearsRange(firstYear, 10), .unit = TimeUnit::decade};
}
Period centuryPeriod(int ordinal) {
  return {.days = yearsRange(std::max((ordinal - 1) * 100, earliestYear), 100), .unit = TimeUnit::century};
}

std::optional<Period> monthPeriod(int year, int month) {
  if (!validYear(year) || month < 1 || month > 12) return std::nullopt;
  return Period{.days = monthsRange(year, month, 1), .unit = TimeUnit::month};
}

std::optional<Period> seasonPeriod(int year, int season) {
  if (!validYear(year, 2) || season < 1 || season > 4) return std::nullopt;
  return Period{.days = monthsRange(year, firstSeasonMonth(season), 3), .unit = TimeUnit::season};
}

std::optional<Period> quarterPeriod(int year, int quarter) {
  if (!validYear(year) || quarter < 1 || quarter > 4) return std::nullopt;
  return Period{.days = monthsRange(year, quarter * 3 - 2, 3), .unit = TimeUnit::quarter};
}

std::optional<Period> halfPeriod(int year, int half) {
  if (!validYear(year) || half < 1 || half > 2) return std::nullopt;
  return Period{.days = monthsRange(year, half * 6 - 5, 6), .unit = TimeUnit::half};
}

std::optional<Period> weekPeriod(int year, int week) {
  if (!validYear(year) || week < 1 || week > 53) return std::nullopt;
  const DayRange first = time::weekOf(monthsRange(year, 1, 1).first + days(3));
  const DayRange range{first.first + days(7 * (week - 1)), first.last + days(7 * (week - 1))};
  if (isoYear(range) != year) return std::nullopt;
  return Period{.days = range, .unit = TimeUnit::week};
}

std::optional<Period> dayPeriod(int year, int month, int day) {
  if (!validYear(year) || month < 1 || day < 1) return std::nullopt;
  const auto civil = time::civilDay(year, unsigned(month), unsigned(day));
  if (!civil) return std::nullopt;
  return Period{.days = {*civil, *civil}, .unit = TimeUnit::day};
}

Period periodOf(TimeUnit unit, Day day) {
  assert(unit != TimeUnit::days);
  const std::chrono::year_month_day date(day);
  const int year = int(date.year());
  const int month = int(unsigned(date.month()));
  switch (unit) {
  case TimeUnit::day:
  case TimeUnit::days:
    break;
  case TimeUnit::week:
    return {.days = time::weekOf(day), .unit = unit};
  case TimeUnit::weekend:
    return {.days = {time::weekOf(day).last - days(1), time::weekOf(day).last}, .unit = unit};
  case TimeUnit::month:
    return {.days = monthsRange(year, month, 1), .unit = unit};
  case TimeUnit::season:
    return month < 3 ? Period{.days = monthsRange(year - 1, 12, 3), .unit = unit}
                     : Period{.days = monthsRange(year, firstSeasonMonth(month / 3), 3), .unit = unit};
  case TimeUnit::quarter:
    return {.days = monthsRange(year, (month - 1) / 3 * 3 + 1, 3), .unit = unit};
  case TimeUnit::half:
    return {.days = monthsRange(year, month > 6 ? 7 : 1, 6), .unit = unit};
  case TimeUnit::year:
    return yearPeriod(year);
  case TimeUnit::decade:
    return decadePeriod(std::max(year / 10 * 10, earliestYear));
  case TimeUnit::century:
    return centuryPeriod(year / 100 + 1);
  }
  return {.days = {day, day}, .unit = TimeUnit::day};
}

Period moved(const Period& period, int steps) {
  const auto byDays = [&](int length) {
    Period result = period;
    result.days = {period.days.first + days(length * steps), period.days.last + days(length * steps)};
    return result;
  };
  const auto byMonths = [&](int months) {
    Period result = periodOf(period.unit, time::addMonths(period.days.first, months * steps));
    result.part = period.part;
    result.approximate = period.approximate;
    return result;
  };
  switch (period.unit) {
  case TimeUnit::day:
    return byDays(1);
  case TimeUnit::week:
  case TimeUnit::weekend:
    return byDays(7);
  case TimeUnit::days:
    return byDays(period.days.days());
  case TimeUnit::month:
    return byMonths(1);
  case TimeUnit::season:
  case TimeUnit::quarter:
    return byMonths(3);
  case TimeUnit::half:
    return byMonths(6);
  case TimeUnit::year:
    return byMonths(12);
  case TimeUnit::decade:
    return byMonths(120);
  case TimeUnit::century:
    return byMonths(1200);
  }
  return period;
}

int distance(DayRange range, Day day) {
  if (range.last < day) return static_cast<int>((range.last - day).count());
  if (range.first > day) return static_cast<int>((range.first - day).count());
  return 0;
}

time::Edtf edtf(const TimeValue& value) {
  const auto [begin, beginLast] = edges(value.begin);
  const auto [endFirst, end] = edges(value.end);
  return time::Edtf::interval(softened(begin, soft(value.begin)), softened(end, soft(value.end)));
}

time::Timex3 timex3Of(const TimeValue& value) {
  if (value.single()) return timex3Of(value.begin);
  const auto meant = [](const Period& period) { return period.usual.value_or(period.days); };
  const bool rough =
      timex3Mod(value.begin) != time::Timex3Mod::none || timex3Mod(value.end) != time::Timex3Mod::none;
  DayRange range{meant(value.begin).first, meant(value.end).last};
  // "From the end of the year to 17 October" cannot mean its usual November.
  if (range.last < range.first) range = value.days();
  return daysAsTimex3(range, rough ? time::Timex3Mod::approx : time::Timex3Mod::none);
}

std::string timex3(const TimeValue& value) {
  return timex3Of(value).value();
}

} // namespace demarche::extract
