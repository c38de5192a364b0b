// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/extract/times_reading.h"

#include "core/text/unicode.h"

using namespace demarche;
using extract::dates;
using extract::knowledge;
using extract::ReportedTime;
using extract::timesOfText;
using extract::timexes;

TEST_CASE("a month named before is the month of the days after it") {
  CHECK(dates("In May 2019 trade talks stalled. On the 11th the envoys flew home. From the 13th to the 15th "
              "markets fell.",
              "2019-08-20") == "2019-05 2019-05-11 2019-05-13/2019-05-15");
  CHECK(dates("2019年5月8日，代表团抵达。10日至11日，双方会谈，12日回国。", "2019-08-20") ==
        "2019-05-08 2019-05-10/2019-05-11 2019-05-12");
}

TEST_CASE("a day that is not of the month named before goes on into the next") {
  CHECK(dates("On June 30, 2009 the ship left port. On the 2nd it was off Hainan.", "2012-08-20") ==
        "2009-06-30 2009-07-02");
}

TEST_CASE("the following day, that month and the same year are counted from what was told last") {
  CHECK(dates("They met on May 8, 2009. The following day he left. Later that month she wrote.",
              "2012-01-20") == "2009-05-08 2009-05-09 2009-05~");
  CHECK(dates("2009年5月8日会面，次日离开，同月21日复信，同年11月再访。", "2012-01-20") ==
        "2009-05-08 2009-05-09 2009-05-21 2009-11");
}

TEST_CASE("a year told goes on through its paragraph") {
  CHECK(
      dates("On January 29, 2010 the sale was notified. In February he was received. On April 1 they spoke.",
            "2014-01-16") == "2010-01-29 2010-02 2010-04-01");
  CHECK(dates("一九九五年六月他访美。八月一日两国外长会晤。", "2016-03-08") == "1995-06 1995-08-01");
}

TEST_CASE("what is to be at a time of its own says nothing of the times before it") {
  CHECK(dates("On August 1 they opened the dialogue in Beijing, and a second round is due in December.",
              "2005-11-21") == "2005-08-01 2005-12");
  CHECK(dates("8月1日在北京举行首轮对话，第二轮预定12月举行。", "2005-11-21") == "2005-08-01 2005-12");
  CHECK(dates("8月1日，他将前往北京。", "2005-06-21") == "2005-08-01");
}

TEST_CASE("a year recalled in passing is not the year of the news") {
  CHECK(dates("It was the first visit since 2018. He told a forum on July 10 that talks go on.",
              "2023-07-13") == "2018 2023-07-10");
}

TEST_CASE("a story turns into the next year") {
  CHECK(dates("In November 2022 they met. In February the trip was put off.", "2023-09-28") ==
        "2022-11 2023-02");
}

TEST_CASE("an old story goes on in the next paragraph, a new one does not") {
  CHECK(dates("On June 4, 1989 he flew home. On July 2 he was back.\nIn December he went again.",
              "2020-08-08") == "1989-06-04 1989-07-02 1989-12");
  CHECK(dates("On June 4, 2022 he flew home. On July 2 he was back.\nIn December he went again.",
              "2023-01-08") == "2022-06-04 2022-07-02 2022-12");
}

TEST_CASE("what is told as earlier stays before what was told") {
  CHECK(dates("A colleague landed here in August 2023. Another had come in June, after a trip in February.",
              "2024-05-20") == "2023-08 2023-06 2023-02");
}

TEST_CASE("an item of a chronicle keeps its year, whatever it looks back or ahead to") {
  CHECK(
      dates("June 25-July 3, 1998: The president visits, the first to come since 1989. He sees the mayor on "
            "June 27.\nMarch 1, 1999: The secretary visits.\nMay 8: Talks are suspended.",
            "2001-06-30") == "1998-06-25/1998-07-03 1989 1998-06-27 1999-03-01 1999-05-08");
}

TEST_CASE("a chronicle takes its year from its headline") {
  CHECK(dates("Relations in 1979\nJan 1. Ties begin.\nJan 28 to Feb 5. A vice premier tours the country.\n"
              "29th. He is received.\nMar 1. Embassies open.",
              "2009-01-06") == "1979 1979-01-01 1979-01-28/1979-02-05 1979-03-01");
  CHECK(dates("1979年大事记\n1月1日　建交。\n1月28日至2月5日　副总理访美。\n29日　会谈。\n2月1日　发表公报。",
              "2009-01-06") == "1979 1979-01-01 1979-01-28/1979-02-05 1979-01-29 1979-02-01");
}

TEST_CASE("what stands in quotation marks does not move the story") {
  CHECK(dates("On May 8, 2019 he spoke. \"In March 1972 all was new,\" he said. On the 9th he left.",
              "2019-06-01") == "2019-05-08 1972-03 2019-05-09");
}

TEST_CASE("reference times do not cross the border of a section") {
  model::Document document;
  document.text = u"On May 8, 2009 they met.\nThe following day he left.";
  document.blocks = {{.span = {0, 24}, .language = model::Language::english, .section = 0},
                     {.span = {25, 51}, .language = model::Language::english, .section = 1}};
  const auto times = extract::timesOf(document, extract::knowledge(), *time::Edtf::parse("2012-03-05"));
  REQUIRE(times.size() == 2);
  CHECK(times[1].edtf == "2012-03-06");
}

TEST_CASE("a day of writing that is only roughly known leaves open what depends on the day") {
  const auto written = "2023-05-26/2023-06-05";
  CHECK(dates("They spoke yesterday.", written) == "2023-05-25~/2023-06-04~");
  CHECK(dates("They spoke in this year's March, and on May 10.", written) == "2023-03 2023-05-10");
  CHECK(dates("They spoke yesterday.") == "unknown");
  CHECK(dates("They spoke on May 10, 2023.") == "2023-05-10");
}

TEST_CASE("7/11 is read as the rest of the page reads its figures") {
  CHECK(dates("Posted 17/11/2024. He wrote on 7/11.", "2024-11-17") == "2024-11-17 2024-11-07");
  CHECK(dates("Posted 11/17/2024. He wrote on 7/11.", "2024-11-17") == "2024-11-17 2024-07-11");
}

TEST_CASE("years of two digits are the Republic's where the page counts so") {
  CHECK(dates("民國105年3月8日\n85年3月，他訪問華府。", "2016-03-08") == "2016-03-08 1996-03");
  CHECK(dates("85年3月，他访问华盛顿。", "2016-03-08") == "1985-03");
}

TEST_CASE("a headline that looks ahead turns the weekdays below it to the future") {
  CHECK(dates("The week ahead\nMonday. Ministers gather.\nThursday. A vote.", "2015-09-20") ==
        "2015-09-21 2015-09-24");
  CHECK(dates("The week behind\nMonday. Ministers gathered.\nThursday. A vote.", "2015-09-20") ==
        "2015-09-14 2015-09-17");
}

TEST_CASE("what is to come goes on from what is to come") {
  CHECK(dates("He will land on Sunday and leave on Monday.", "2023-06-14") == "2023-06-18 2023-06-19");
  CHECK(dates("This week the leaders gather in Pretoria, from Tuesday to Thursday.", "2023-08-21") ==
        "2023-08-21/2023-08-27 2023-08-22/2023-08-24");
}

TEST_CASE("a decision is past, what was decided is to come") {
  CHECK(dates("On Friday they agreed to meet in November.", "2023-09-24") == "2023-09-22 2023-11");
  CHECK(dates("双方周五同意11月会晤。", "2023-09-24") == "2023-09-22 2023-11");
}

TEST_CASE("the same day that opens a paragraph is the day of the news") {
  CHECK(dates("国家主席1日会见了总统。此前一天他会见了外长，3月12日还见过部长。\n当天，他还会见了首相。",
              "2009-04-01") == "2009-04-01 2009-03-31 2009-03-12 2009-04-01");
}

TEST_CASE("no date is more precise than the words") {
  CHECK(dates("early February 2023") == "2023-02~");
  CHECK(dates("2022年11月中旬") == "2022-11~");
  CHECK(timexes("2022年11月中旬", "2023-01-01") == "2022-11-11/2022-11-20");
  CHECK(dates("They will meet in the coming weeks.", "2023-06-04") == "unknown");
  CHECK(timexes("They will meet in the coming weeks.", "2023-06-04") == "FUTURE_REF");
  CHECK(dates("双方将适时举行会谈。", "2023-06-04") == "unknown");
  CHECK(dates("last week", "2023-09-28") == "2023-09-18/2023-09-24");
  CHECK(timexes("last week", "2023-09-28") == "2023-W38");
}

TEST_CASE("what lies beyond the calendar is no date") {
  CHECK(dates("They met 999 centuries ago.", "2023-11-20") == "unknown");
  CHECK(dates("他们999个世纪后再会。", "2023-11-20") == "unknown");
  for (const char* written : {"0001-01-01", "9999-12-31"})
    for (const ReportedTime& time : timesOfText(
             "Last year, yesterday, last week, in two decades, tomorrow, next Friday, 明年, 上上周, 大后天",
             knowledge(), *time::Edtf::parse(written))) {
      const auto date = time::Edtf::parse(time.edtf);
      CHECK((time.edtf == "unknown" || (date && date->bounds())));
    }
}

TEST_CASE("what only looks like a date is none") {
  for (const char* text :
       {"He may come.", "The Sun reported it.", "a 3-2 win", "Resolution 2231 passed.", "They remember 9/11.",
        "the 20th Party Congress", "It cost $2023.", "a force of 1,950 men", "She marched on.",
        "the G20 and the G7", "Phase One of the deal", "the second half of the talks", "Version 1.10.30",
        "Theresa May spoke."})
    CHECK(std::string(text) + " has " + dates(text, "2023-06-04") == std::string(text) + " has ");
  for (const char* text : {"二十国集团峰会", "二十大报告", "一带一路倡议", "十四五规划", "会见了将军",
                           "上周刊登", "三个月里", "第三次会谈", "复活节岛", "2023万元"})
    CHECK(std::string(text) + " has " + dates(text, "2023-06-04") == std::string(text) + " has ");
}

TEST_CASE("traditional and simplified text come to the same dates") {
  CHECK(dates("他週三與上個月到訪的大使會面，下週再談。", "2023-07-13") ==
        dates("他周三与上个月到访的大使会面，下周再谈。", "2023-07-13"));
}

TEST_CASE("since, until, before and after are told, and leave the date as it stands") {
  model::Document document;
  document.text = u"It has been so since 2018. They want it by March 2024. He left in May 2023.";
  document.blocks = {{.span = {0, std::int32_t(document.text.size())}, .language = model::Language::english}};
  const auto readings = language::readBlocks(document, extract::knowledge());
  const auto times =
      extract::resolveTimes(extract::findTimes(document, readings), *time::Edtf::parse("2023-07-13"));
  REQUIRE(times.size() == 3);
  CHECK(times[0].relation == extract::TimeRelation::since);
  CHECK(times[0].date.str() == "2018");
  CHECK(times[1].relation == extract::TimeRelation::before);
  CHECK(times[1].date.str() == "2024-03");
  CHECK(times[2].relation == extract::TimeRelation::at);
}

TEST_CASE("offsets count code points of the text as it was given") {
  const auto times = extract::timesOfText("🌍 On May 8, 2009 they met.", extract::knowledge());
  REQUIRE(times.size() == 1);
  CHECK(times[0].text == "May 8, 2009");
  CHECK(times[0].begin == 5);
  CHECK(times[0].end == 16);
}

TEST_CASE("times stand in order and apart, and say why they are what they are") {
  const auto times =
      extract::timesOfText("On Wednesday (July 12) he said that the early May visit, put off from February "
                           "2023 to last week, will be in "
                           "October.\n周四(9月28日)报道,上月底王毅将于10月17日至18日访问,去年11月两人会晤。",
                           extract::knowledge(), *time::Edtf::parse("2023-07-13"));
  std::int32_t end = 0;
  for (const auto& time : times) {
    CHECK(time.begin >= end);
    CHECK(time.end > time.begin);
    CHECK_FALSE(time.why.empty());
    end = time.end;
  }
  CHECK(times.size() >= 8);
}

TEST_CASE("what is recalled does not move the story, but can be gone on with at once") {
  CHECK(dates("On May 8, 2019 he spoke in Geneva. The two last met in Lima on November 20, 2016. On the 9th "
              "he left.",
              "2019-06-01") == "2019-05-08 2016-11-20 2019-05-09");
  CHECK(dates("The two last met in November 2022. In February they spoke by telephone.", "2023-09-28") ==
        "2022-11 2023-02");
  CHECK(dates("The two last met on November 14, 2022. The following day he flew home.", "2023-09-28") ==
        "2022-11-14 2022-11-15");
  CHECK(dates("2019年5月8日他到访。两人上次会面是在2016年11月20日。9日他离开。", "2019-06-01") ==
        "2019-05-08 2016-11-20 2019-05-09");
}

TEST_CASE("what is only supposed does not move the story") {
  CHECK(dates("In May 2019 they met. If he came in July 2021, all would change. On the 9th they parted.",
              "2019-06-01") == "2019-05 2021-07 2019-05-09");
  CHECK(dates("2019年5月双方会谈。如果2021年7月他来访，情况就会改变。9日双方道别。", "2019-06-01") ==
        "2019-05 2021-07 2019-05-09");
}

TEST_CASE("tense and plan decide between the year before and the year to come") {
  CHECK(dates("They met on January 20.", "2023-12-20") == "2023-01-20");
  CHECK(dates("They will meet on January 20.", "2023-12-20") == "2024-01-20");
  CHECK(dates("They are expected to meet on November 3.", "2023-02-01") == "2023-11-03");
  CHECK(dates("They met on November 3.", "2023-02-01") == "2022-11-03");
  CHECK(dates("双方将于1月20日会谈。", "2023-12-20") == "2024-01-20");
  CHECK(dates("双方已于11月3日会谈。", "2023-02-01") == "2022-11-03");
  CHECK(dates("The meeting planned for March 3 was called off on February 20.", "2023-09-28") ==
        "2023-03-03 2023-02-20");
}

TEST_CASE("teasers and further articles on a page begin anew") {
  const auto document =
      ingest::readText("Envoys met in Geneva\n\nOn May 8, 2009 the envoys met in Geneva and spoke of trade. "
                       "They parted on the 9th.\n\n",
                       "a.txt");
  REQUIRE(document);
  model::Document page = *document;
  const auto before = static_cast<std::int32_t>(page.text.size());
  page.text += u"\nThe fleet left port on the 11th.";
  const auto after = static_cast<std::int32_t>(page.text.size());
  page.blocks.push_back({.span = {before + 1, after},
                         .role = model::BlockRole::body,
                         .language = model::Language::english,
                         .section = page.blocks.back().section + 1});
  const auto times = extract::timesOf(page, extract::knowledge(), *time::Edtf::parse("2012-03-15"));
  REQUIRE(times.size() == 3);
  CHECK(times[1].edtf == "2009-05-09");
  CHECK(times[2].edtf == "2012-03-11");
}

TEST_CASE("a time is marked with its modifier, and with the day of writing when it leans on it") {
  const auto attributes = [](const std::string& text) {
    model::Document document;
    document.text = text::toUtf16(text);
    document.blocks = {{.span = {0, static_cast<std::int32_t>(document.text.size())},
                        .language = model::Language::english,
                        .section = 0}};
    const auto readings = language::readBlocks(document, knowledge());
    std::string found;
    for (const auto& time :
         extract::resolveTimes(extract::findTimes(document, readings), *time::Edtf::parse("2023-07-13")))
      found += time.timex3.attributes() + ";";
    return found;
  };
  CHECK(attributes("They met in early May 2021.") == R"(type="DATE" value="2021-05" mod="START";)");
  CHECK(attributes("They met earlier this month.") ==
        R"(type="DATE" value="2023-07" mod="START" temporalFunction="true" anchorTimeID="t0";)");
  CHECK(attributes("Nobody has come since 2018.") == R"(type="DATE" value="2018" mod="ON_OR_AFTER";)");
  CHECK(attributes("He had come before May 2018.") == R"(type="DATE" value="2018-05" mod="BEFORE";)");
  CHECK(attributes("They met recently.") == R"(type="DATE" value="PAST_REF";)");
}

TEST_CASE("a story of long ago goes on from its own time") {
  CHECK(
      dates(
          "In the fall of '74 he came. In the first week of June of the following year he left. That winter "
          "they wrote. The following May she came.",
          "1990") == "1974-23 1975-06-02/1975-06-08 1975-24 1976-05");
  CHECK(
      dates(
          "He landed on a Monday, the seventeenth of May. The next year he left. By '82 he was back, in '83 "
          "he was gone, and in '85 he died.",
          "1999") == "1982-05-17 1983 1982 1983 1985");
}

TEST_CASE("a text that tells days from that of writing is no story, nor one of few years") {
  CHECK(dates("They met on Friday, April 26. He said so on Saturday. They had met in 1972, 1979 and 1985.",
              "2024-04-26/2024-04-28")
            .starts_with("2024-04-26"));
}

TEST_CASE("the page's day is no item of its chronicle") {
  CHECK(dates("The year\n\nDecember 29, 2014\n\nJanuary. He came on the 21st.\n\nFebruary. She left on the "
              "3rd.\n\nMay. They met on the 8th.",
              "2014-12-29") == "2014-12-29 2014-01 2014-01-21 2014-02 2014-02-03 2014-05 2014-05-08");
}
