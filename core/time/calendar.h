// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/edtf.h"

#include <optional>
#include <string>
#include <string_view>

namespace demarche::time {

/// The civil day, or nothing when there is none such (30 February).
[[nodiscard]] std::optional<Day> civilDay(int year, unsigned month, unsigned day);
/// `2023-05-10` and nothing else.
[[nodiscard]] std::optional<Day> parseIsoDay(std::string_view text);
[[nodiscard]] std::string isoDay(Day day);
/// Appends the number with zeros in front, so that it has `width` characters: what dates are written with.
void appendPadded(std::string& text, int number, int width);

[[nodiscard]] int yearOf(Day day);
[[nodiscard]] unsigned monthOf(Day day);
[[nodiscard]] unsigned dayOfMonth(Day day);
/// ISO 8601: Monday 1 … Sunday 7.
[[nodiscard]] unsigned isoWeekday(Day day);
/// Monday to Sunday around `day`.
[[nodiscard]] DayRange weekOf(Day day);
[[nodiscard]] DayRange monthRange(int year, unsigned month);
/// Adds months; the day of the month is cut to the month's length (31 January + 1 → 28 February).
[[nodiscard]] Day addMonths(Day day, int months);
/// The year and month that lie `months` after the given ones.
[[nodiscard]] std::chrono::year_month addMonths(std::chrono::year_month month, int months);

} // namespace demarche::time
