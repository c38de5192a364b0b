// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/edtf.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace demarche::time {

// What is asked for every date of every candidate for a day of writing is inline.

/// The civil day, or nothing when there is none such (30 February).
[[nodiscard]] inline std::optional<Day> civilDay(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}
/// `2023-05-10` and nothing else.
[[nodiscard]] std::optional<Day> parseIsoDay(std::string_view text);
[[nodiscard]] std::string isoDay(Day day);
/// Appends the number with zeros in front, so that it has `width` characters: what dates are written with.
void appendPadded(std::string& text, int number, int width);

[[nodiscard]] inline int yearOf(Day day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}
[[nodiscard]] inline unsigned monthOf(Day day) {
  return static_cast<unsigned>(std::chrono::year_month_day(day).month());
}
[[nodiscard]] inline unsigned dayOfMonth(Day day) {
  return static_cast<unsigned>(std::chrono::year_month_day(day).day());
}
/// ISO 8601: Monday 1 … Sunday 7.
[[nodiscard]] inline unsigned isoWeekday(Day day) {
  return std::chrono::weekday(day).iso_encoding();
}
/// Monday to Sunday around `day`.
[[nodiscard]] inline DayRange weekOf(Day day) {
  const Day monday = day - std::chrono::days(isoWeekday(day) - 1);
  return {monday, monday + std::chrono::days(6)};
}
[[nodiscard]] inline DayRange monthRange(int year, unsigned month) {
  const std::chrono::year_month which{std::chrono::year(year), std::chrono::month(month)};
  return {Day(which / std::chrono::day(1)), Day(which / std::chrono::last)};
}
/// The year and month that lie `months` after the given ones.
[[nodiscard]] inline std::chrono::year_month addMonths(std::chrono::year_month month, int months) {
  return month + std::chrono::months(months);
}
/// Adds months; the day of the month is cut to the month's length (31 January + 1 → 28 February).
[[nodiscard]] Day addMonths(Day day, int months);

} // namespace demarche::time
