// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/period.h"
#include "core/time/calendar.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace demarche;
using extract::Period;
using extract::TimePart;
using extract::TimeUnit;
using extract::TimeValue;

namespace {

time::Day day(int year, unsigned month, unsigned dayOfMonth) {
  return *time::civilDay(year, month, dayOfMonth);
}

std::string both(const TimeValue& value) {
  return edtf(value).str() + " " + timex3(value);
}

TimeUnit anyUnit() {
  return *rc::gen::element(TimeUnit::day, TimeUnit::week, TimeUnit::weekend, TimeUnit::month,
                           TimeUnit::season, TimeUnit::quarter, TimeUnit::half, TimeUnit::year,
                           TimeUnit::decade, TimeUnit::century);
}

time::Day anyDay() {
  return day(1900, 1, 1) + std::chrono::days(*rc::gen::inRange(0, 73'000));
}

} // namespace

TEST_CASE("each unit of the calendar is spelled as EDTF and TIMEX3 have it") {
  const time::Day thursday = day(2023, 9, 28);
  CHECK(both(periodOf(TimeUnit::day, thursday)) == "2023-09-28 2023-09-28");
  CHECK(both(periodOf(TimeUnit::week, thursday)) == "2023-09-25/2023-10-01 2023-W39");
  CHECK(both(periodOf(TimeUnit::weekend, thursday)) == "2023-09-30/2023-10-01 2023-W39-WE");
  CHECK(both(periodOf(TimeUnit::month, thursday)) == "2023-09 2023-09");
  CHECK(both(periodOf(TimeUnit::season, thursday)) == "2023-23 2023-FA");
  CHECK(both(periodOf(TimeUnit::quarter, thursday)) == "2023-35 2023-Q3");
  CHECK(both(periodOf(TimeUnit::half, thursday)) == "2023-07/2023-12 2023-H2");
  CHECK(both(periodOf(TimeUnit::year, thursday)) == "2023 2023");
  CHECK(both(periodOf(TimeUnit::decade, thursday)) == "202X 202X");
  CHECK(both(periodOf(TimeUnit::century, thursday)) == "2000/2099 20XX");
}

TEST_CASE("a winter belongs to the year it begins in") {
  CHECK(both(periodOf(TimeUnit::season, day(2024, 1, 20))) == "2023-24 2023-WI");
  CHECK(extract::seasonPeriod(2023, 4)->days.last == day(2024, 2, 29));
}

TEST_CASE("a week that lies across New Year belongs to the year of its Thursday") {
  CHECK(timex3(periodOf(TimeUnit::week, day(2016, 1, 1))) == "2015-W53");
  CHECK(timex3(periodOf(TimeUnit::week, day(2018, 12, 31))) == "2019-W01");
  CHECK_FALSE(extract::weekPeriod(2019, 53));
  CHECK(extract::weekPeriod(2015, 53)->days.first == day(2015, 12, 28));
}

TEST_CASE("a part of a period is never more precise than the period, whatever is usual") {
  Period year = extract::yearPeriod(2023);
  year.part = TimePart::late;
  CHECK(both(year) == "2023~ 2023");
  year.usual = {day(2023, 11, 1), day(2023, 12, 31)};
  CHECK(both(year) == "2023~ 2023-11-01/2023-12-31");
}

TEST_CASE("from one period to another keeps the precision of both ends") {
  CHECK(both({*extract::monthPeriod(2020, 5), *extract::monthPeriod(2020, 10)}) ==
        "2020-05/2020-10 2020-05-01/2020-10-31");
  CHECK(both({extract::yearPeriod(2019), *extract::dayPeriod(2021, 6, 14)}) ==
        "2019/2021-06-14 2019-01-01/2021-06-14");
}

TEST_CASE("what is on no calendar is no period") {
  CHECK_FALSE(extract::dayPeriod(2023, 2, 29));
  CHECK_FALSE(extract::monthPeriod(2023, 13));
  CHECK_FALSE(extract::quarterPeriod(2023, 5));
  CHECK_FALSE(extract::dayPeriod(0, 1, 1));
}

TEST_CASE("distance counts from the nearer edge of a period") {
  const Period may = *extract::monthPeriod(2023, 5);
  CHECK(extract::distance(may.days, day(2023, 5, 15)) == 0);
  CHECK(extract::distance(may.days, day(2023, 6, 4)) == -4);
  CHECK(extract::distance(may.days, day(2023, 4, 28)) == 3);
}

TEST_CASE("stepping by units leaves no gap and comes back") {
  rc::check("a unit holds its day", [] {
    const auto unit = anyUnit();
    const auto around = anyDay();
    const Period period = extract::periodOf(unit, around);
    const bool holds = unit == TimeUnit::weekend ? time::weekOf(around).contains(period.days.first)
                                                 : period.days.contains(around);
    RC_ASSERT(holds);
  });
  rc::check("the next unit begins on the day after", [] {
    const auto unit = anyUnit();
    RC_PRE(unit != TimeUnit::weekend);
    const Period period = extract::periodOf(unit, anyDay());
    RC_ASSERT(extract::moved(period, 1).days.first == period.days.last + std::chrono::days(1));
  });
  rc::check("there and back again", [] {
    const Period period = extract::periodOf(anyUnit(), anyDay());
    const int steps = *rc::gen::inRange(-3, 4);
    RC_ASSERT(extract::moved(extract::moved(period, steps), -steps) == period);
  });
}

TEST_CASE("the EDTF value of a period means the period's days") {
  rc::check([] {
    const Period period = extract::periodOf(anyUnit(), anyDay());
    RC_ASSERT(extract::edtf(period).bounds() == period.days);
  });
}
