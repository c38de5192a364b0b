// SPDX-License-Identifier: Apache-2.0
#include "core/time/calendar.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace demarche::time;

namespace {

Day day(std::string_view iso) {
  const auto parsed = parseIsoDay(iso);
  REQUIRE(parsed.has_value());
  return *parsed;
}

} // namespace

TEST_CASE("a day that no calendar has is none") {
  CHECK(civilDay(2024, 2, 29).has_value());
  CHECK_FALSE(civilDay(2023, 2, 29).has_value());
  CHECK_FALSE(civilDay(2023, 13, 1).has_value());
  CHECK_FALSE(civilDay(2023, 4, 31).has_value());
  CHECK_FALSE(civilDay(2023, 4, 0).has_value());
}

TEST_CASE("an ISO day is ten characters and nothing else") {
  CHECK(parseIsoDay("2023-05-10") == civilDay(2023, 5, 10));
  for (const char* wrong : {"", "2023-5-10", "2023-05-10T00", "2023/05/10", "20230510", "2023-05-1x",
                            "+023-05-10", "2023- 5-10", "0000-01-01", "2023-02-30"})
    CHECK_FALSE(parseIsoDay(wrong).has_value());
}

TEST_CASE("every day is printed as it is read") {
  CHECK(rc::check("ISO days round-trip", [] {
    const Day any = Day(std::chrono::days(*rc::gen::inRange(-700'000, 2'900'000)));
    RC_PRE(yearOf(any) >= 1 && yearOf(any) <= 9999);
    RC_ASSERT(parseIsoDay(isoDay(any)) == any);
    RC_ASSERT(civilDay(yearOf(any), monthOf(any), dayOfMonth(any)) == any);
  }));
}

TEST_CASE("the ISO week begins on Monday") {
  CHECK(isoWeekday(day("2023-09-18")) == 1);
  CHECK(isoWeekday(day("2023-09-24")) == 7);
  CHECK(weekOf(day("2023-09-24")) == DayRange{day("2023-09-18"), day("2023-09-24")});
  CHECK(weekOf(day("2023-09-18")) == DayRange{day("2023-09-18"), day("2023-09-24")});
}

TEST_CASE("months are as long as they are") {
  CHECK(monthRange(2024, 2).days() == 29);
  CHECK(monthRange(2023, 2).days() == 28);
  CHECK(monthRange(2023, 12) == DayRange{day("2023-12-01"), day("2023-12-31")});
}

TEST_CASE("adding months cuts the day to the month's length and crosses years") {
  CHECK(isoDay(addMonths(day("2023-01-31"), 1)) == "2023-02-28");
  CHECK(isoDay(addMonths(day("2024-01-31"), 1)) == "2024-02-29");
  CHECK(isoDay(addMonths(day("2023-11-15"), 3)) == "2024-02-15");
  CHECK(isoDay(addMonths(day("2023-02-15"), -4)) == "2022-10-15");
  const auto month = addMonths(std::chrono::year(2023) / std::chrono::month(1), -1);
  CHECK(month == std::chrono::year(2022) / std::chrono::month(12));
}

TEST_CASE("numbers of a date are filled with zeros to their width") {
  const auto padded = [](int number, int width) {
    std::string text = "x";
    appendPadded(text, number, width);
    return text;
  };
  CHECK(padded(7, 2) == "x07");
  CHECK(padded(2023, 4) == "x2023");
  CHECK(padded(12023, 4) == "x12023");
  CHECK(padded(-44, 4) == "x-044");
  CHECK(padded(0, 3) == "x000");
}
