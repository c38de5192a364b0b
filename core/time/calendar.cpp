// SPDX-License-Identifier: Apache-2.0
#include "core/time/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace demarche::time {
namespace {

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

} // namespace

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

Day addMonths(Day day, int months) {
  const std::chrono::year_month_day date(day);
  const auto month = addMonths(date.year() / date.month(), months);
  const auto last = (month / std::chrono::last).day();
  return Day(month / std::min(date.day(), last));
}

} // namespace demarche::time
