// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/special.h"

#include "core/time/calendar.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numbers>
#include <tuple>
#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

namespace demarche::extract {

using std::chrono::days;
using time::Day;
using time::DayRange;

namespace {

constexpr double millisecondsPerDay = 86'400'000.0;

Day dayOf(UDate date) {
  return Day(days(static_cast<int>(date / millisecondsPerDay)));
}

/// The calendar that the Chinese observatory computes, on Universal Time: only whole days are asked of it.
std::unique_ptr<icu::Calendar> chineseCalendar() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
      icu::TimeZone::getGMT()->clone(), icu::Locale("zh@calendar=chinese"), status));
  if (U_FAILURE(status)) return nullptr;
  return calendar;
}

/// Sets the calendar to the first day of the month; false when the year has no such leap month.
bool toLunarMonth(icu::Calendar& calendar, int year, int month, bool leap) {
  UErrorCode status = U_ZERO_ERROR;
  // In the middle of the civil year the Chinese year is the one that began in it.
  const Day midyear = time::monthRange(year, 7).first;
  calendar.setTime(static_cast<double>(midyear.time_since_epoch().count()) * millisecondsPerDay, status);
  calendar.set(UCAL_MONTH, month - 1);
  calendar.set(UCAL_IS_LEAP_MONTH, leap ? 1 : 0);
  calendar.set(UCAL_DATE, 1);
  calendar.getTime(status);
  return U_SUCCESS(status) && calendar.get(UCAL_MONTH, status) == month - 1 &&
         (calendar.get(UCAL_IS_LEAP_MONTH, status) != 0) == leap && U_SUCCESS(status);
}

std::optional<DayRange> computedLunarMonth(int year, int month, bool leap) {
  const auto calendar = chineseCalendar();
  if (calendar == nullptr || !toLunarMonth(*calendar, year, month, leap)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const Day first = dayOf(calendar->getTime(status));
  const int length = calendar->getActualMaximum(UCAL_DATE, status);
  if (U_FAILURE(status)) return std::nullopt;
  return DayRange{first, first + days(length - 1)};
}

/// Sun and moon are computed anew for each month that is asked for, so each thread keeps what it asked.
std::optional<DayRange> lunarMonth(int year, int month, bool leap) {
  thread_local std::map<std::tuple<int, int, bool>, std::optional<DayRange>> known;
  const auto [entry, added] = known.try_emplace({year, month, leap});
  if (added) entry->second = computedLunarMonth(year, month, leap);
  return entry->second;
}

bool belongs(DayRange week, DayRange whole, bool full) {
  return whole.contains(full ? week.first : week.first + days(3));
}

} // namespace

Day easterSunday(int year) {
  // The Gregorian computus of Meeus, Jones and Butcher.
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int monthAndDay = h + l - 7 * m + 114;
  return time::monthRange(year, unsigned(monthAndDay / 31)).first + days(monthAndDay % 31);
}

Day solarTermDay(int year, int longitude) {
  // The sun's apparent longitude by the low-accuracy series of Meeus, 0.01 degrees or a quarter of an hour.
  const auto sun = [](double day) { // days from noon of 1 January 2000, in Universal Time
    constexpr double radians = std::numbers::pi / 180;
    const double t = day / 36'525;
    const double anomaly = (357.52911 + 35'999.05029 * t) * radians;
    const double centre = (1.914602 - 0.004817 * t) * std::sin(anomaly) + 0.019993 * std::sin(2 * anomaly) +
                          0.000289 * std::sin(3 * anomaly);
    const double node = (125.04 - 1934.136 * t) * radians;
    return 280.46646 + 36'000.76983 * t + centre - 0.00569 - 0.00478 * std::sin(node);
  };
  constexpr double degreesPerDay = 360 / 365.2422;
  constexpr double shortestDistance = 1e-6;
  const Day epoch = time::monthRange(2000, 1).first;
  const int afterEquinox = (longitude - 280 + 360) % 360; // of the start of the year
  double at =
      static_cast<double>((time::monthRange(year, 1).first - epoch).count()) + afterEquinox / degreesPerDay;
  for (int step = 0; step < 8; ++step) {
    const double missing = std::remainder(longitude - sun(at), 360.0);
    at += missing / degreesPerDay;
    if (std::abs(missing) < shortestDistance) break;
  }
  constexpr double noonToMidnight = 0.5;
  constexpr double beijing = 8.0 / 24;
  return epoch + days(static_cast<int>(std::floor(at + noonToMidnight + beijing)));
}

DayRange bridgedWeekend(Day dayOff) {
  const DayRange week = time::weekOf(dayOff);
  const Day saturday = week.last - days(1);
  const bool early = time::isoWeekday(dayOff) <= 2; // a Monday or Tuesday lengthens the weekend before
  return early ? DayRange{saturday - days(7), dayOff} : DayRange{std::min(dayOff, saturday), week.last};
}

std::optional<Period> lunarPeriod(int year, int month, bool leap, std::optional<int> day) {
  if (month < 1 || month > 12 || year < 1600 || year > 2200) return std::nullopt;
  const std::optional<DayRange> whole = lunarMonth(year, month, leap);
  if (!whole) return std::nullopt;
  if (!day) return Period{.days = *whole, .unit = TimeUnit::days};
  if (*day < 0) day = whole->days() + 1 + *day;
  if (*day < 1 || *day > whole->days()) return std::nullopt;
  return Period{.days = {whole->first + days(*day - 1), whole->first + days(*day - 1)},
                .unit = TimeUnit::day};
}

Period firstInside(TimeUnit unit, DayRange whole, bool full) {
  Period period = periodOf(unit, whole.first);
  const bool byWeeks = unit == TimeUnit::week || unit == TimeUnit::weekend;
  if (byWeeks && !belongs(time::weekOf(period.days.first), whole, full)) return moved(period, 1);
  return period;
}

Period lastInside(TimeUnit unit, DayRange whole, bool full) {
  Period period = periodOf(unit, whole.last);
  const bool byWeeks = unit == TimeUnit::week || unit == TimeUnit::weekend;
  if (byWeeks && !belongs(time::weekOf(period.days.first), whole, full)) return moved(period, -1);
  return period;
}

} // namespace demarche::extract
