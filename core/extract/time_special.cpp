// SPDX-License-Identifier: Apache-2.0
#include "core/extract/time_special.h"

#include "core/time/calendar.h"

#include <memory>
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

std::optional<Period> lunarPeriod(int year, int month, bool leap, std::optional<int> day) {
  if (month < 1 || month > 12 || year < 1600 || year > 2200) return std::nullopt;
  const auto calendar = chineseCalendar();
  if (calendar == nullptr || !toLunarMonth(*calendar, year, month, leap)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const Day first = dayOf(calendar->getTime(status));
  const int length = calendar->getActualMaximum(UCAL_DATE, status);
  if (day && *day < 0) day = length + 1 + *day;
  if (U_FAILURE(status) || (day && (*day < 1 || *day > length))) return std::nullopt;
  if (day) return Period{.days = {first + days(*day - 1), first + days(*day - 1)}, .unit = TimeUnit::day};
  return Period{.days = {first, first + days(length - 1)}, .unit = TimeUnit::days};
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
