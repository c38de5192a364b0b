// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/resolver.h"
#include "core/time/calendar.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace demarche;
using extract::Outlook;
using extract::TimeContext;
using extract::TimeExpression;
using extract::TimeForm;
using extract::TimeUnit;

namespace {

TimeContext writtenOn(std::string_view day, Outlook outlook = Outlook::none) {
  TimeContext context;
  context.written = *time::parseIsoDay(day);
  context.outlook = outlook;
  return context;
}

TimeExpression monthAndDay(int month, int day) {
  TimeExpression e;
  e.month = month;
  e.day = day;
  return e;
}

TimeExpression monthAlone(int month) {
  TimeExpression e;
  e.month = month;
  return e;
}

TimeExpression weekday(int weekday) {
  TimeExpression e;
  e.weekday = weekday;
  return e;
}

std::string date(const TimeExpression& expression, const TimeContext& context) {
  const auto answer = extract::resolve(expression, context);
  return answer.value ? extract::edtf(*answer.value).str() : "unknown";
}

} // namespace

TEST_CASE("a date without a year lies near the day of writing, past preferred") {
  CHECK(date(monthAndDay(5, 23), writtenOn("2023-06-04")) == "2023-05-23");
  CHECK(date(monthAndDay(12, 21), writtenOn("2024-01-10")) == "2023-12-21");
  CHECK(date(monthAlone(11), writtenOn("2023-09-24")) == "2023-11");
  CHECK(date(monthAlone(11), writtenOn("2024-02-01")) == "2023-11");
  CHECK(date(monthAlone(10), writtenOn("2023-04-20")) == "2022-10");
}

TEST_CASE("a sentence that looks ahead takes the next, one that tells the past the last") {
  CHECK(date(monthAlone(10), writtenOn("2023-04-20", Outlook::ahead)) == "2023-10");
  CHECK(date(monthAlone(9), writtenOn("2023-07-20", Outlook::back)) == "2022-09");
  CHECK(date(weekday(5), writtenOn("2023-07-13", Outlook::ahead)) == "2023-07-14");
  CHECK(date(weekday(5), writtenOn("2023-07-13")) == "2023-07-07");
}

TEST_CASE("a date of a few days ago is meant even beside words of the future") {
  CHECK(date(monthAndDay(7, 10), writtenOn("2023-07-13", Outlook::ahead)) == "2023-07-10");
  CHECK(date(monthAndDay(7, 20), writtenOn("2023-07-13", Outlook::back)) == "2023-07-20");
}

TEST_CASE("the weekday of the day of writing is that day") {
  CHECK(date(weekday(4), writtenOn("2023-07-13")) == "2023-07-13");
}

TEST_CASE("last, this and next pick among those that come round") {
  TimeExpression friday = weekday(5);
  friday.which = -1;
  CHECK(date(friday, writtenOn("2023-06-04")) == "2023-06-02");
  CHECK(date(friday, writtenOn("2023-06-02")) == "2023-05-26");
  friday.which = 0;
  CHECK(date(friday, writtenOn("2023-06-05")) == "2023-06-09");
  friday.which = 1;
  CHECK(date(friday, writtenOn("2023-06-05")) == "2023-06-16");
  TimeExpression november = monthAlone(11);
  november.which = 1;
  CHECK(date(november, writtenOn("2023-09-24")) == "2023-11");
  CHECK(date(november, writtenOn("2023-11-02")) == "2024-11");
}

TEST_CASE("29 February is looked for where there is one") {
  CHECK(date(monthAndDay(2, 29), writtenOn("2022-03-22")) == "2020-02-29");
  CHECK(date(monthAndDay(2, 30), writtenOn("2022-03-22")) == "unknown");
}

TEST_CASE("the weekday beside a date is checked, not believed") {
  TimeExpression e = monthAndDay(9, 28);
  e.weekday = 4;
  CHECK_FALSE(extract::resolve(e, writtenOn("2023-09-28")).disagrees);
  e.weekday = 5;
  const auto answer = extract::resolve(e, writtenOn("2023-09-28"));
  CHECK(answer.disagrees);
  CHECK(extract::edtf(*answer.value).str() == "2023-09-28");
  CHECK(answer.why.find("weekday") != std::string::npos);
}

TEST_CASE("a weekday with a day of the month finds the month in which they agree") {
  TimeExpression e = weekday(5);
  e.day = 31;
  CHECK(date(e, writtenOn("2019-06-25")) == "2019-05-31");
}

TEST_CASE("a distance is as precise as the unit that it is told in") {
  TimeExpression e;
  e.form = TimeForm::offset;
  e.direction = -1;
  e.unit = TimeUnit::month;
  e.amount.months = 4;
  CHECK(date(e, writtenOn("2023-09-24")) == "2023-05");
  e.unit = TimeUnit::year;
  e.amount = {.years = 3};
  CHECK(date(e, writtenOn("2023-09-24")) == "2020");
  e.unit = TimeUnit::day;
  e.amount = {.days = 10};
  CHECK(date(e, writtenOn("2023-09-28")) == "2023-09-18");
  e.amount = {.workdays = 4};
  CHECK(date(e, writtenOn("2018-08-21")) == "2018-08-15");
}

TEST_CASE("a distance told of the future is none where the sentence does not look ahead") {
  TimeExpression e;
  e.form = TimeForm::offset;
  e.direction = 1;
  e.unit = TimeUnit::day;
  e.amount.days = 2;
  e.onlyAhead = true;
  CHECK(date(e, writtenOn("2018-07-05")) == "unknown");
  CHECK(date(e, writtenOn("2018-07-05", Outlook::ahead)) == "2018-07-07");
}

TEST_CASE("what a range leaves out at one end it takes from the other") {
  TimeExpression range;
  range.form = TimeForm::range;
  TimeExpression august = monthAndDay(8, 10);
  TimeExpression september = monthAndDay(9, 12);
  september.year = 2013;
  range.parts = {august, september};
  CHECK(date(range, {}) == "2013-08-10/2013-09-12");
  TimeExpression november = monthAlone(11);
  TimeExpression february = monthAlone(2);
  february.year = 2017;
  range.parts = {november, february};
  CHECK(date(range, {}) == "2016-11/2017-02");
}

TEST_CASE("a range that is under way is this year's") {
  TimeExpression range;
  range.form = TimeForm::range;
  range.parts = {monthAlone(5), monthAlone(9)};
  CHECK(date(range, writtenOn("2018-08-07", Outlook::ahead)) == "2018-05/2018-09");
  CHECK(date(range, writtenOn("2018-10-07", Outlook::ahead)) == "2019-05/2019-09");
}

TEST_CASE("weeks of a month are counted by their Thursday, or by their Monday where that is the custom") {
  TimeExpression month = monthAlone(3);
  month.year = 2023;
  TimeExpression week;
  week.form = TimeForm::nth;
  week.unit = TimeUnit::week;
  week.n = 2;
  week.parts = {month};
  CHECK(date(week, {}) == "2023-03-06/2023-03-12");
  week.full = true;
  CHECK(date(week, {}) == "2023-03-13/2023-03-19");
  week.n = -1;
  CHECK(date(week, {}) == "2023-03-27/2023-04-02");
}

TEST_CASE("feasts move as their calendars say") {
  TimeExpression easter;
  easter.year = 2019;
  easter.easter = 0;
  CHECK(date(easter, {}) == "2019-04-21");
  TimeExpression midAutumn = monthAndDay(8, 15);
  midAutumn.year = 2023;
  midAutumn.lunar = true;
  CHECK(date(midAutumn, {}) == "2023-09-29");
  TimeExpression eve = monthAndDay(12, -1);
  eve.year = 2023;
  eve.lunar = true;
  CHECK(date(eve, {}) == "2024-02-09");
  TimeExpression leap = monthAlone(4);
  leap.year = 2021;
  leap.lunar = leap.leap = true;
  CHECK(date(leap, {}) == "unknown"); // 2021 had no leap month
}

TEST_CASE("without a day of writing only what the text says itself is known") {
  CHECK(date(monthAndDay(5, 23), {}) == "unknown");
  TimeExpression full = monthAndDay(5, 23);
  full.year = 2023;
  const auto answer = extract::resolve(full, {});
  CHECK_FALSE(answer.relative);
  CHECK(extract::edtf(*answer.value).str() == "2023-05-23");
}

TEST_CASE("a date without a year is never far from the day of writing") {
  rc::check([] {
    const int month = *rc::gen::inRange(1, 13);
    const int day = *rc::gen::inRange(1, 29);
    TimeContext context;
    context.written = *time::civilDay(2000, 1, 1) + std::chrono::days(*rc::gen::inRange(0, 9000));
    context.outlook = *rc::gen::element(Outlook::none, Outlook::back, Outlook::ahead);
    const auto answer = extract::resolve(monthAndDay(month, day), context);
    RC_ASSERT(answer.value.has_value());
    RC_ASSERT(answer.relative);
    RC_ASSERT(std::abs(extract::distance(answer.value->begin.days, *context.written)) <= 366);
    RC_ASSERT(int(time::monthOf(answer.value->begin.days.first)) == month);
  });
}
