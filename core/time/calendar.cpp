// SPDX-License-Identifier: Apache-2.0
#include "core/time/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace demarche::time {
namespace {

std::chrono::year_month_day civil(Day day) {
  return std::chrono::year_month_day(day);
}

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

} // namespace

std::optional<Day> civilDay(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::optional<Day> parseIsoDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year == 0) return std::nullopt;
  return civilDay(static_cast<int>(*year), *month, *day);
}

std::string isoDay(Day day) {
  const std::chrono::year_month_day date(day);
  std::string text;
  appendPadded(text, int(date.year()), 4);
  text += '-';
  appendPadded(text, int(unsigned(date.month())), 2);
  text += '-';
  appendPadded(text, int(unsigned(date.day())), 2);
  return text;
}

void appendPadded(std::string& text, int number, int width) {
  if (number < 0) text += '-';
  std::array<char, 12> digits;
  const auto end = std::to_chars(digits.begin(), digits.end(), std::abs(number)).ptr;
  const int missing = width - (number < 0 ? 1 : 0) - static_cast<int>(end - digits.begin());
  text.append(static_cast<std::size_t>(std::max(missing, 0)), '0').append(digits.begin(), end);
}

int yearOf(Day day) {
  return static_cast<int>(civil(day).year());
}
unsigned monthOf(Day day) {
  return static_cast<unsigned>(civil(day).month());
}
unsigned dayOfMonth(Day day) {
  return static_cast<unsigned>(civil(day).day());
}
unsigned isoWeekday(Day day) {
  return std::chrono::weekday(day).iso_encoding();
}

DayRange weekOf(Day day) {
  const Day monday = day - std::chrono::days(isoWeekday(day) - 1);
  return {monday, monday + std::chrono::days(6)};
}

DayRange monthRange(int year, unsigned month) {
  const std::chrono::year_month which{std::chrono::year(year), std::chrono::month(month)};
  return {Day(which / std::chrono::day(1)), Day(which / std::chrono::last)};
}

Day addMonths(Day day, int months) {
  const auto date = civil(day);
  const auto month = addMonths(date.year() / date.month(), months);
  const auto last = (month / std::chrono::last).day();
  return Day(month / std::min(date.day(), last));
}

std::chrono::year_month addMonths(std::chrono::year_month month, int months) {
  return month + std::chrono::months(months);
}

} // namespace demarche::time
