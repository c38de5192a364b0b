// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/scale.h"

#include <vector>

namespace demarche::timeline {

/// The steps in which people count time, finest first.
enum class CalendarUnit : unsigned char { day, week, month, quarter, year, fiveYears, decade, century };

/// The first day of the unit that `day` lies in; weeks begin on Monday, centuries with the year 00.
[[nodiscard]] DayNumber startOf(CalendarUnit unit, DayNumber day);
/// The first day of the unit after the one that `day` lies in.
[[nodiscard]] DayNumber startOfNext(CalendarUnit unit, DayNumber day);
/// The mean length of the unit.
[[nodiscard]] double daysIn(CalendarUnit unit);

/// One cell of a row of the axis: from the day `first` up to, not including, `end`.
struct Cell {
  DayNumber first = 0;
  DayNumber end = 0;
  bool operator==(const Cell&) const = default;
};

/// The two rows of the axis; every cell that touches the view is there, whole.
struct Axis {
  CalendarUnit majorUnit = CalendarUnit::decade;
  CalendarUnit minorUnit = CalendarUnit::year;
  std::vector<Cell> major;
  std::vector<Cell> minor;
};

/// Rows whose labels have room: `textScale` is 1 for a text 16 pixels high.
[[nodiscard]] Axis axisFor(const TimeScale& scale, double width, double textScale);

/// The finest unit whose cells are at least `pixels` wide, or the coarsest.
[[nodiscard]] CalendarUnit unitOfAtLeast(double pixels, const TimeScale& scale);

} // namespace demarche::timeline
