// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/ingest/pages.h"

#include <catch2/catch.hpp>
#include <string>

using namespace pages;

namespace {

std::string page(std::string_view head) {
  return std::string(head) + "\n" + std::string(prose);
}
std::string chinesePage(std::string_view head) {
  return std::string(head) + "\n" + std::string(chineseProse);
}

} // namespace

TEST_CASE("headline, byline and date line are found at the head") {
  const auto document = read(page("Envoys meet on the river island\nBy Ann Writer\nNov. 12, 2018\n"));
  CHECK(document.title == "Envoys meet on the river island");
  CHECK(document.byline == "Ann Writer");
  CHECK(stated(document) == "2018-11-12");
  CHECK(statedWords(document) == "Nov. 12, 2018");
  CHECK(role(document, "Envoys meet") == BlockRole::title);
  CHECK(role(document, "By Ann") == BlockRole::byline);
  CHECK(role(document, "Nov. 12") == BlockRole::dateline);
  CHECK(role(document, "The two envoys") == BlockRole::body);
}

TEST_CASE("byline and date may share a line") {
  const auto document = read(page("Envoys meet on the river island\nBy our correspondent | Nov. 12, 2018\n"));
  CHECK(document.byline == "our correspondent");
  CHECK(stated(document) == "2018-11-12");
}

TEST_CASE("Chinese heads are read as well") {
  const auto document = read(chinesePage("两国特使江心岛会谈\n作者：某某　2023 年 7 月 13 日\n"));
  CHECK(document.title == "两国特使江心岛会谈");
  CHECK(document.byline == "某某");
  CHECK(stated(document) == "2023-07-13");
}

TEST_CASE("a date line may carry the names of paper and page") {
  for (const char* line :
       {"江城晚报　2017年6月5日　第02版", "发布于 2023年10月10日 | 阅读时间 2 分钟",
        "采集时间：2014-02-09 08:05:31 阅读 77", "更新日期：2025-11-18 04:02　字号：大 中 小"}) {
    const auto document = read(chinesePage("两国特使江心岛会谈\n" + std::string(line) + "\n"));
    INFO(line);
    CHECK(document.title == "两国特使江心岛会谈");
    CHECK(document.blocks[1].role == BlockRole::dateline);
    CHECK(stated(document) != "none");
  }
}

TEST_CASE("the name of the desk above the headline is not the headline") {
  for (const char* kicker : {"OPINION", "RIVER VALLEY LEDGER", "World"}) {
    const auto document =
        read(page(std::string(kicker) + "\nEnvoys meet on the river island\nApril 17, 2023\n"));
    CHECK(document.title == "Envoys meet on the river island");
    CHECK(document.blocks[0].role == BlockRole::furniture);
  }
  CHECK(read(chinesePage("社论\n江心岛会谈之后还要看什么\n")).title == "江心岛会谈之后还要看什么");
}

TEST_CASE("a headline in capitals is the headline when there is no other") {
  CHECK(read(page("THE WEEK AHEAD\nSunday, September 20, 2015\n")).title == "THE WEEK AHEAD");
}

TEST_CASE("a headline that the page repeats is the headline, above it stands the site") {
  const auto document =
      read("12 5 月, 2024\n\nRiver News\n\n来自江边的最新消息：深度报道、分析以及视频，每天更新。\n\n"
           "两国特使江心岛会谈\n\n两国特使江心岛会谈\n\n" +
           std::string(chineseProse));
  CHECK(document.title == "两国特使江心岛会谈");
  CHECK(role(document, "River News") == BlockRole::furniture);
  CHECK(role(document, "来自江边") == BlockRole::furniture);
  CHECK(stated(document) == "2024-05-12");
}

TEST_CASE("the headline is marked wherever the page repeats it") {
  const auto document =
      read("Envoys meet on the river island\n" + std::string(prose) +
           "Envoys meet on the river island\nThe mayor, who was host, said that he was tired but content.\n");
  CHECK(document.blocks[3].role == BlockRole::title);
  CHECK(document.blocks[4].role == BlockRole::body);
}

TEST_CASE("a text that begins with a sentence has no headline") {
  const auto document = read(prose);
  CHECK(document.title.empty());
  CHECK(document.blocks[0].role == BlockRole::body);
}

TEST_CASE("a headline that says what and when is headline and stated date") {
  const auto document = read(chinesePage("外事部门例行问答要点（2024年4月22日）\n"));
  CHECK(document.title.find("例行问答要点") != std::string::npos);
  CHECK(document.blocks[0].role == BlockRole::title);
  CHECK(stated(document) == "2024-04-22");
}

TEST_CASE("entries of a chronology are no date lines") {
  const auto document =
      read("CONTACTS OF THE FIRST YEAR\nJan 20, 2021. Sworn in.\nFeb 5. A call.\nFeb 10. A second call.\n" +
           std::string(prose));
  CHECK(role(document, "Jan 20") == BlockRole::body);
  CHECK(stated(document) == "none");
}

TEST_CASE("a question at the beginning of the talks is no byline") {
  const auto document =
      read(chinesePage("国防部门例行记者会\n2013年8月29日\n记者：请介绍这次访问的成果。\n"));
  CHECK(role(document, "记者：") == BlockRole::body);
}

TEST_CASE("the date of an agency's dateline counts only with its year and when nothing else is stated") {
  CHECK(stated(read(chinesePage(
            "两国特使会谈\n本社江城2009年4月1日电　两国特使当天会谈，双方就共同关心的问题交换了意见。"))) ==
        "2009-04-01");
  CHECK(stated(read(chinesePage(
            "两国特使会谈\n本社江城4月1日电　两国特使当天会谈，双方就共同关心的问题交换了意见。"))) ==
        "none");
  CHECK(stated(read("RIVERTOWN, July 12 (Agency) - The two envoys held a rare meeting on Wednesday, "
                    "officials said.\n")) == "none");
  CHECK(stated(read(
            "RIVERTOWN, July 12, 2023 (Agency) - The two envoys held a rare meeting, officials said.\n")) ==
        "2023-07-12");
  CHECK(stated(read("Envoys meet on the island\nJuly 14, 2023\nRIVERTOWN, July 12, 2023 (Agency) - The two "
                    "envoys held a rare meeting.\n")) == "2023-07-14");
}

TEST_CASE("a date in the running text is not the page's") {
  CHECK(stated(read(page("Envoys meet on the river island\nOn July 12, 2023, the two of them had sworn never "
                         "to meet again in this town."))) == "none");
}

TEST_CASE("a day below the text counts when its words say so") {
  CHECK(stated(read(chinesePage("往来大事记") + "整理日期：2009年1月6日\n")) == "2009-01-06");
}

TEST_CASE("an address tells the day when nothing else does") {
  const auto document =
      read(page("Envoys meet on the river island\n") + "https://example.org/2023/09/18/envoys.html\n");
  CHECK(stated(document) == "2023-09-18");
  CHECK(document.blocks.back().role == BlockRole::furniture);
}

TEST_CASE("what the sender knows of the day is used when the page states none") {
  CHECK(stated(read(prose, "2023-05")) == "2023-05");
  CHECK(stated(read(page("Envoys meet on the river island\nNov. 12, 2018\n"), "2023-05-01")) == "2018-11-12");
}

TEST_CASE("a day of publication that is no date is told, and the article read") {
  const auto document = read(prose, "last week");
  CHECK(stated(document) == "none");
  REQUIRE(document.diagnostics.size() == 1);
  CHECK(document.diagnostics[0].message.find("last week") != std::string::npos);
}
