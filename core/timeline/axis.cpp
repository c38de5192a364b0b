// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/axis.h"

#include <array>
#include <chrono>
#include <cmath>

namespace demarche::timeline {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// The years that a four-digit date can name; the axis shows no others.
constexpr DayNumber earliestDay =
    static_cast<DayNumber>(sys_days(std::chrono::year(1) / 1 / 1).time_since_epoch().count());
constexpr DayNumber latestDay =
    static_cast<DayNumber>(sys_days(std::chrono::year(9999) / 12 / 31).time_since_epoch().count());

int floorTo(int value, int step) {
  return value - ((value % step) + step) % step;
}

DayNumber dayNumber(int year, unsigned month) {
  return static_cast<DayNumber>(
      sys_days(std::chrono::year(year) / std::chrono::month(month) / 1).time_since_epoch().count());
}

/// Months since the year 0: the counter in which all units above the week are even steps.
int monthCount(DayNumber day) {
  const year_month_day civil{sys_days(std::chrono::days(day))};
  return static_cast<int>(civil.year()) * 12 + static_cast<int>(static_cast<unsigned>(civil.month())) - 1;
}

int dayOfMonth(DayNumber day) {
  const year_month_day civil{sys_days(std::chrono::days(day))};
  return static_cast<int>(static_cast<unsigned>(civil.day()));
}

DayNumber dayOfMonthCount(int months) {
  const int first = floorTo(months, 12);
  return dayNumber(first / 12, static_cast<unsigned>(months - first) + 1);
}

int monthsIn(CalendarUnit unit) {
  switch (unit) {
  case CalendarUnit::day:
  case CalendarUnit::week:
  case CalendarUnit::tenDays:
    break;
  case CalendarUnit::month:
    return 1;
  case CalendarUnit::quarter:
    return 3;
  case CalendarUnit::year:
    return 12;
  case CalendarUnit::fiveYears:
    return 60;
  case CalendarUnit::decade:
    return 120;
  case CalendarUnit::century:
    return 1200;
  }
  return 0;
}

/// A minor row with the major row above it, and the width from which its labels have room.
struct Rows {
  CalendarUnit minor;
  CalendarUnit major;
  double pixels;
};
constexpr Rows rowsByWidth[] = {
    {CalendarUnit::day, CalendarUnit::month, 24},    {CalendarUnit::week, CalendarUnit::month, 30},
    {CalendarUnit::month, CalendarUnit::year, 38},   {CalendarUnit::quarter, CalendarUnit::year, 38},
    {CalendarUnit::year, CalendarUnit::decade, 40},  {CalendarUnit::fiveYears, CalendarUnit::decade, 42},
    {CalendarUnit::decade, CalendarUnit::century, 0}};

/// Hours between marks of a row of hours, and the width from which their labels have room.
constexpr int hourSteps[] = {1, 3, 6};
constexpr double hourPixels = 56;

int hourStepFor(double pixelsPerDay, double textScale) {
  for (const int step : hourSteps)
    if (step / 24.0 * pixelsPerDay >= hourPixels * textScale) return step;
  return 0;
}

Rows rowsFor(double pixelsPerDay, double textScale) {
  for (const Rows& rows : rowsByWidth)
    if (daysIn(rows.minor) * pixelsPerDay >= rows.pixels * textScale) return rows;
  return rowsByWidth[std::size(rowsByWidth) - 1];
}

std::vector<Cell> cells(CalendarUnit unit, DayNumber first, DayNumber last) {
  std::vector<Cell> result;
  for (DayNumber start = startOf(unit, first); start <= last;) {
    const DayNumber end = startOfNext(unit, start);
    result.push_back({start, end});
    start = end;
  }
  return result;
}

} // namespace

DayNumber startOf(CalendarUnit unit, DayNumber day) {
  if (unit == CalendarUnit::day) return day;
  if (unit == CalendarUnit::week) return floorTo(day + 3, 7) - 3; // 1970-01-01 was a Thursday
  if (unit == CalendarUnit::tenDays) {
    const int ofMonth = dayOfMonth(day);
    return day - (ofMonth > 20 ? ofMonth - 21 : (ofMonth - 1) % 10);
  }
  return dayOfMonthCount(floorTo(monthCount(day), monthsIn(unit)));
}

DayNumber startOfNext(CalendarUnit unit, DayNumber day) {
  if (unit == CalendarUnit::day) return day + 1;
  if (unit == CalendarUnit::week) return startOf(unit, day) + 7;
  if (unit == CalendarUnit::tenDays)
    return dayOfMonth(day) > 20 ? startOfNext(CalendarUnit::month, day) : startOf(unit, day) + 10;
  return dayOfMonthCount(floorTo(monthCount(day), monthsIn(unit)) + monthsIn(unit));
}

double daysIn(CalendarUnit unit) {
  if (unit == CalendarUnit::day) return 1;
  if (unit == CalendarUnit::week) return 7;
  if (unit == CalendarUnit::tenDays) return daysPerYear / 36;
  return monthsIn(unit) * daysPerYear / 12;
}

Axis axisFor(const TimeScale& scale, double width, double textScale) {
  const Rows rows = rowsFor(scale.pixelsPerDay(), textScale);
  const double first = std::clamp<double>(std::floor(scale.dayAt(0)), earliestDay, latestDay);
  const double last = std::clamp<double>(std::floor(scale.dayAt(width)), earliestDay, latestDay);
  Axis axis{rows.major, rows.minor, {}, {}, hourStepFor(scale.pixelsPerDay(), textScale)};
  if (axis.hourStep > 0) {
    axis.majorUnit = CalendarUnit::day;
    axis.major = cells(CalendarUnit::day, static_cast<DayNumber>(first), static_cast<DayNumber>(last));
    return axis;
  }
  axis.major = cells(rows.major, static_cast<DayNumber>(first), static_cast<DayNumber>(last));
  axis.minor = cells(rows.minor, static_cast<DayNumber>(first), static_cast<DayNumber>(last));
  return axis;
}

CalendarUnit nestedUnitOf(double days) {
  for (const CalendarUnit unit : nestedUnits)
    if (daysIn(unit) >= days) return unit;
  return nestedUnits.back();
}

} // namespace demarche::timeline
