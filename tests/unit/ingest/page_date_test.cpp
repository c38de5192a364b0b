// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/page_date.h"
#include "core/text/unicode.h"
#include "core/time/calendar.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <string>

using namespace demarche;
using ingest::beginsWithDate;
using ingest::pageDates;

namespace {

/// The first date and its words: "2024-04-13 = Apr 13, 2024".
std::string first(std::u16string_view line) {
  const auto dates = pageDates(line);
  if (dates.empty()) return "none";
  return time::isoDay(dates.front().day) + " = " + text::toUtf8(text::slice(line, dates.front().span));
}

} // namespace

TEST_CASE("dates are read in every shape that pages print") {
  const std::pair<const char16_t*, const char*> cases[] = {
      {u"Release time:Feb 9, 2011 20:05 PM", "2011-02-09 = Feb 9, 2011"},
      {u"25 4 月, 2024", "2024-04-25 = 25 4 月, 2024"},
      {u"四月 25, 2024", "2024-04-25 = 四月 25, 2024"},
      {u"Somebody2023-07-12 23:39:58", "2023-07-12 = 2023-07-12"},
      {u"发布于 2023年10月10日", "2023-10-10 = 2023年10月10日"},
      {u"作者 2023 年 7 月 13 日", "2023-07-13 = 2023 年 7 月 13 日"},
      {u"二〇二三年九月二十八日", "2023-09-28 = 二〇二三年九月二十八日"},
      {u"民國105年3月8日", "2016-03-08 = 民國105年3月8日"},
      {u"Nov. 12, 2018", "2018-11-12 = Nov. 12, 2018"},
      {u"Monday, March 7, 2011, 9:15 a.m.", "2011-03-07 = March 7, 2011"},
      {u"Posted: 5 August 2013, 10:31", "2013-08-05 = 5 August 2013"},
      {u"the 12th of March, 2020", "2020-03-12 = 12th of March, 2020"},
      {u"2025-07-11 22:10", "2025-07-11 = 2025-07-11"},
      {u"2017.07.20 上午版", "2017-07-20 = 2017.07.20"},
      {u"更新時間：２０２１／０８／０２", "2021-08-02 = ２０２１／０８／０２"},
      {u"Sunday, 17/11/2024, 10:42", "2024-11-17 = 17/11/2024"},
      {u"11/17/2024", "2024-11-17 = 11/17/2024"},
      {u"星期二, 11 月 15, 2022", "2022-11-15 = 11 月 15, 2022"},
      {u"https://example.org/2023/09/18/talks.html", "2023-09-18 = 2023/09/18"},
      {u"Wed, 15 Jan 2020 22:00:00 GMT", "2020-01-15 = 15 Jan 2020"},
      {u"2023-09-28T23:10:00+01:00", "2023-09-28 = 2023-09-28"},
  };
  for (const auto& [line, expected] : cases)
    CHECK(first(line) == expected);
}

TEST_CASE("what is not a whole date, or no day of the calendar, is none") {
  for (const auto* line :
       {u"April 13", u"4月13日", u"2023年10月", u"Feb. 30, 2023", u"2023-13-01", u"7/8/2024", u"in May 2024",
        u"+86-2023-10-11-99", u"BRIEF 14/2023", u"Mayor 12, 2020", u"10.1.2.3"})
    CHECK(first(line) == "none");
}

TEST_CASE("several dates of a line come in order") {
  const auto dates = pageDates(u"2025/6/10 17:48（2025/6/11 更新）");
  REQUIRE(dates.size() == 2);
  CHECK(dates[0].day < dates[1].day);
}

TEST_CASE("an entry of a chronology begins with a date, with or without year") {
  for (const auto* line : {u"Jan 20, 2021. Sworn in.", u"Feb 5/6. By telephone.", u"[Mar 12. Summit.]",
                           u"3月1日　两国互派大使。", u"MONDAY. The talks begin.", u"2019年1月，会谈开始。",
                           u"12 March: the fleet sails"})
    CHECK(beginsWithDate(line));
  for (const auto* line :
       {u"The talks began in May.", u"两国互派大使。", u"Mondays are quiet.", u"12 people came."})
    CHECK_FALSE(beginsWithDate(line));
}

TEST_CASE("every date that is found lies within its line") {
  CHECK(rc::check("spans", [] {
    const auto pieces = *rc::gen::container<std::vector<std::u16string>>(
        rc::gen::element<std::u16string>(u"2023", u"12", u"5", u"年", u"月", u"日", u"-", u"/", u" ", u",",
                                         u"May", u"民國", u"十", u"of", u"."));
    std::u16string line;
    for (const auto& piece : pieces)
      line += piece;
    std::int32_t at = 0;
    for (const auto& date : pageDates(line)) {
      RC_ASSERT(date.span.begin >= at);
      RC_ASSERT(date.span.end <= static_cast<std::int32_t>(line.size()));
      RC_ASSERT(!date.span.empty());
      at = date.span.end;
    }
  }));
}
