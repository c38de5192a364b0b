// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/scale.h"

#include <array>
#include <vector>

namespace demarche::timeline {

/// The steps in which people count time, finest first. Ten days are the 1st to the 10th, the 11th to the
/// 20th and the 21st to the end of a month (旬).
enum class CalendarUnit : unsigned char {
  day,
  week,
  tenDays,
  month,
  quarter,
  year,
  fiveYears,
  decade,
  century
};

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

/// The two rows of the axis; every cell that touches the view is there, whole. Where days are wide, they are
/// the upper row, and the lower one has no cells but a mark every few hours.
struct Axis {
  CalendarUnit majorUnit = CalendarUnit::decade;
  CalendarUnit minorUnit = CalendarUnit::year;
  std::vector<Cell> major;
  std::vector<Cell> minor;
  int hourStep = 0; ///< hours from mark to mark; 0 where the lower row has cells
};

/// Rows whose labels have room: `textScale` is 1 for a text 16 pixels high.
[[nodiscard]] Axis axisFor(const TimeScale& scale, double width, double textScale);

/// The units that clusters and bars are cut by. Each begins where one of every coarser unit does or within
/// one, so that what was told apart stays so when one zooms in; weeks do not, ten days of a month do.
inline constexpr std::array nestedUnits{CalendarUnit::day,     CalendarUnit::tenDays, CalendarUnit::month,
                                        CalendarUnit::quarter, CalendarUnit::year,    CalendarUnit::fiveYears,
                                        CalendarUnit::decade,  CalendarUnit::century};

/// The finest of them that is at least as long, or the coarsest.
[[nodiscard]] CalendarUnit nestedUnitOf(double days);

} // namespace demarche::timeline
