// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/edtf.h"
#include "core/time/timex3.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace demarche::extract {

/// The stretches of the calendar that news speaks of. `days` is any other run of whole days.
enum class TimeUnit : std::uint8_t {
  day,
  week,
  weekend,
  days,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century
};

/// The spelling that rules use (`day`, `month` …).
[[nodiscard]] std::optional<TimeUnit> timeUnitFromCode(std::string_view code);

/// Which part of a stretch is meant: a fuzzy one, never a precise one.
enum class TimePart : std::uint8_t { whole, early, middle, late };

/// One stretch of the calendar, and of what kind it is: the week of 18 September is not the same as those
/// seven days, since it moves by weeks and is written 2023-W38 in TIMEX3.
struct Period {
  time::DayRange days;
  TimeUnit unit = TimeUnit::day;
  TimePart part = TimePart::whole;
  /// What speakers usually mean by the part, if the language has a custom: TIMEX3 tells it; EDTF, which must
  /// not be more precise than the text, only says that it is about the whole.
  std::optional<time::DayRange> usual = {};
  bool approximate = false;
  auto operator<=>(const Period&) const = default;
};

/// The unit of that kind that holds `day` (for a weekend: that of the week that holds it; not for `days`).
[[nodiscard]] Period periodOf(TimeUnit unit, time::Day day);
/// The unit of the same kind that lies `steps` of them later. `days` moves by its own length.
[[nodiscard]] Period moved(const Period& period, int steps);

// The n-th of its kind in a year, or nothing when there is no such.
[[nodiscard]] Period yearPeriod(int year);
[[nodiscard]] Period decadePeriod(int firstYear);
[[nodiscard]] Period centuryPeriod(int ordinal); ///< 21 is 2000 … 2099
[[nodiscard]] std::optional<Period> monthPeriod(int year, int month);
[[nodiscard]] std::optional<Period> seasonPeriod(int year,
                                                 int season); ///< 1 spring … 4 winter, begun in that year
[[nodiscard]] std::optional<Period> quarterPeriod(int year, int quarter);
[[nodiscard]] std::optional<Period> halfPeriod(int year, int half);
[[nodiscard]] std::optional<Period> weekPeriod(int year, int isoWeek);
[[nodiscard]] std::optional<Period> dayPeriod(int year, int month, int day);

/// Days between `day` and the nearest of `days`: negative when they are over, 0 inside them.
[[nodiscard]] int distance(time::DayRange days, time::Day day);

/// What a time expression comes to: one period, or from one to another. Never empty.
struct TimeValue {
  Period begin;
  Period end; ///< the same as `begin` when it is one period

  TimeValue(const Period& one) : begin(one), end(one) {} // NOLINT(google-explicit-constructor)
  TimeValue(const Period& from, const Period& to) : begin(from), end(to) {}
  [[nodiscard]] bool single() const { return begin == end; }
  [[nodiscard]] time::DayRange days() const { return {begin.days.first, end.days.last}; }
  bool operator==(const TimeValue&) const = default;
};

/// As the project writes dates. A part of a period, or one only about known, has the approximate sign.
[[nodiscard]] time::Edtf edtf(const TimeValue& value);
/// As TimeML marks it: a part of a period is its START, MID or END.
[[nodiscard]] time::Timex3 timex3Of(const TimeValue& value);
/// As a TIMEX3 `value`: `2023-09-28`, `2023-W38`, `2023-W37-WE`, `2023-SP`, `2023-Q3`, `2021-H1`, `198X`,
/// `2023-05-10/2023-05-11`.
[[nodiscard]] std::string timex3(const TimeValue& value);

} // namespace demarche::extract
