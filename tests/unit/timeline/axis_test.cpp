// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/axis.h"

#include "core/time/calendar.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace demarche;
using namespace demarche::timeline;

namespace {

DayNumber day(const char* iso) {
  return static_cast<DayNumber>(time::parseIsoDay(iso).value().time_since_epoch().count());
}

std::string iso(DayNumber number) {
  return time::isoDay(time::Day(std::chrono::days(number)));
}

constexpr CalendarUnit allUnits[] = {CalendarUnit::day,     CalendarUnit::week,   CalendarUnit::month,
                                     CalendarUnit::quarter, CalendarUnit::year,   CalendarUnit::fiveYears,
                                     CalendarUnit::decade,  CalendarUnit::century};

} // namespace

TEST_CASE("a calendar unit begins where the calendar says") {
  struct Case {
    CalendarUnit unit;
    const char* day;
    const char* start;
    const char* next;
  };
  const auto one = GENERATE(values<Case>({
      {CalendarUnit::day, "2024-02-29", "2024-02-29", "2024-03-01"},
      {CalendarUnit::week, "2023-05-10", "2023-05-08", "2023-05-15"}, // a Wednesday
      {CalendarUnit::week, "2023-05-14", "2023-05-08", "2023-05-15"}, // a Sunday
      {CalendarUnit::week, "1969-12-29", "1969-12-29", "1970-01-05"},
      {CalendarUnit::month, "2024-02-29", "2024-02-01", "2024-03-01"}, // leap year
      {CalendarUnit::month, "1900-02-28", "1900-02-01", "1900-03-01"}, // none, though divisible by four
      {CalendarUnit::month, "2023-12-31", "2023-12-01", "2024-01-01"},
      {CalendarUnit::quarter, "2023-06-30", "2023-04-01", "2023-07-01"},
      {CalendarUnit::year, "1844-07-03", "1844-01-01", "1845-01-01"},
      {CalendarUnit::fiveYears, "1979-01-01", "1975-01-01", "1980-01-01"},
      {CalendarUnit::decade, "1969-12-31", "1960-01-01", "1970-01-01"},
      {CalendarUnit::century, "1899-12-31", "1800-01-01", "1900-01-01"},
  }));
  CAPTURE(one.day);
  CHECK(iso(startOf(one.unit, day(one.day))) == one.start);
  CHECK(iso(startOfNext(one.unit, day(one.day))) == one.next);
}

TEST_CASE("units follow each other without gap or overlap") {
  CHECK(rc::check("for every day and unit", [] {
    const auto unit =
        *rc::gen::elementOf(std::vector<CalendarUnit>(std::begin(allUnits), std::end(allUnits)));
    const DayNumber any = *rc::gen::inRange(-200'000, 200'000);
    const DayNumber start = startOf(unit, any);
    const DayNumber next = startOfNext(unit, any);
    RC_ASSERT(start <= any);
    RC_ASSERT(any < next);
    RC_ASSERT(startOf(unit, next) == next);
    RC_ASSERT(startOf(unit, next - 1) == start);
  }));
}

TEST_CASE("the rows of the axis cover the view without gap, the lower within the upper") {
  CHECK(rc::check("at every zoom", [] {
    const double days = *rc::gen::element(7.0, 9.0, 40.0, 200.0, 900.0, 4000.0, 20'000.0, 54'000.0);
    const double first = *rc::gen::inRange(-60'000, 20'000);
    const TimeScale scale = TimeScale::showing(first, first + days, 1200, {});
    const Axis axis = axisFor(scale, 1200, 1);
    for (const auto* row : {&axis.major, &axis.minor}) {
      RC_ASSERT(!row->empty());
      RC_ASSERT(row->front().first <= scale.dayAt(0));
      RC_ASSERT(row->back().end >= scale.dayAt(1200));
      for (std::size_t index = 1; index < row->size(); ++index)
        RC_ASSERT((*row)[index - 1].end == (*row)[index].first);
    }
    RC_ASSERT(axis.majorUnit > axis.minorUnit);
  }));
}

TEST_CASE("where days are wide, hours stand under them") {
  struct Case {
    double days;
    int hourStep;
  };
  const auto one =
      GENERATE(values<Case>({{1.0 / 24, 1}, {0.5, 1}, {1, 3}, {2.5, 3}, {3, 6}, {5, 6}, {6, 0}}));
  CAPTURE(one.days);
  const double first = day("2023-05-10") + 0.25;
  const Axis axis = axisFor(TimeScale::showing(first, first + one.days, 1200, {}), 1200, 1);
  CHECK(axis.hourStep == one.hourStep);
  if (one.hourStep == 0) return;
  CHECK(axis.majorUnit == CalendarUnit::day);
  CHECK(axis.minor.empty());
  CHECK(iso(axis.major.front().first) == "2023-05-10");
  CHECK(axis.major.back().end >= first + one.days);
}

TEST_CASE("each zoom has the units that people count in") {
  struct Case {
    double days;
    CalendarUnit major;
    CalendarUnit minor;
  };
  const auto one = GENERATE(values<Case>({{7, CalendarUnit::month, CalendarUnit::day},
                                          {30, CalendarUnit::month, CalendarUnit::day},
                                          {120, CalendarUnit::month, CalendarUnit::week},
                                          {700, CalendarUnit::year, CalendarUnit::month},
                                          {2000, CalendarUnit::year, CalendarUnit::quarter},
                                          {8000, CalendarUnit::decade, CalendarUnit::year},
                                          {40'000, CalendarUnit::decade, CalendarUnit::fiveYears}}));
  const Axis axis = axisFor(TimeScale::showing(0, one.days, 1200, {}), 1200, 1);
  CAPTURE(one.days);
  CHECK(axis.majorUnit == one.major);
  CHECK(axis.minorUnit == one.minor);
}

TEST_CASE("larger text has fewer, wider cells") {
  const TimeScale scale = TimeScale::showing(0, 40, 1200, {});
  CHECK(axisFor(scale, 1200, 1).minorUnit == CalendarUnit::day);
  CHECK(axisFor(scale, 1200, 2).minorUnit == CalendarUnit::week);
}
