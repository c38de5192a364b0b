// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/ingest/pages.h"

#include <catch2/catch.hpp>
#include <string>

using namespace pages;

namespace {

std::string around(std::string_view above, std::string_view below) {
  return std::string(above) + "Envoys meet on the river island\n" + std::string(prose) + std::string(below);
}

} // namespace

TEST_CASE("menus and bars above and below an article are furniture") {
  const auto document =
      read(around("Home | World | Business | Sport\nSign in | Subscribe for a coin a "
                  "week\n首頁|即時|國際|兩岸\n>國際>正文\n",
                  "Share: Facebook | X | Email\n分享 ·打印 ·报告\nCookies | Privacy | Terms\n"));
  for (const char* line : {"Home |", "Sign in", "首頁", ">國際", "Share:", "分享", "Cookies"})
    CHECK(role(document, line) == BlockRole::furniture);
  CHECK(document.title == "Envoys meet on the river island");
}

TEST_CASE("credits, legal and subscription lines are furniture") {
  const auto document =
      read(around("", "Reporting by Ann Writer in Rivertown; editing by Bob Checker\nOur Standards: The "
                      "Agency's Principles.\n"
                      "© 2023 All rights reserved.\nWas this article helpful? Yes / No\n（责任编辑：某某）\n"
                      "免責聲明：本網轉載資料不代表本網立場。\nSource\nComment (0)\n"));
  for (std::size_t at = 3; at < document.blocks.size(); ++at)
    CHECK(document.blocks[at].role == BlockRole::furniture);
}

TEST_CASE("a caption is read, a bare photo credit is not") {
  const auto document = read(
      "两国特使江心岛会谈\n两国特使星期三在江心岛上会面时握手。(图片来源：江城晚报)\n(截图自江城晚报)\n" +
      std::string(chineseProse));
  CHECK(role(document, "两国特使星期三") == BlockRole::caption);
  CHECK(role(document, "(截图自") == BlockRole::furniture);
}

TEST_CASE("headlines under a list of others are foreign, and the article goes on after them") {
  const auto document =
      read(around("", "\nREAD MORE\n- Ferry runs aground in fog\n- Premier heads to the island for dinner\n\n"
                      "The envoys were later seen on the ferry, which had run late because of the fog.\n"));
  CHECK(role(document, "READ MORE") == BlockRole::furniture);
  CHECK(role(document, "- Ferry") == BlockRole::foreign);
  CHECK(role(document, "- Premier") == BlockRole::foreign);
  CHECK(role(document, "The envoys were later") == BlockRole::body);
}

TEST_CASE("a teaser in one line is foreign") {
  const auto document = read(around("", "RELATED: Ferry runs aground in fog\nREAD  Ferry runs "
                                        "aground\n猜你喜欢: 雾中渡轮搁浅 | 夏天怎样喝水\n"));
  for (const char* line : {"RELATED:", "READ  ", "猜你喜欢"})
    CHECK(role(document, line) == BlockRole::foreign);
}

TEST_CASE("a heading of the article right below a list of others is the article's") {
  const auto document =
      read(around("", "RELATED\nFerry runs aground in fog\nWhat comes next\n" + std::string(prose)));
  CHECK(role(document, "Ferry") == BlockRole::foreign);
  CHECK(role(document, "What comes next") == BlockRole::body);
}

TEST_CASE("lists of the article itself are read") {
  const auto document = read(around(
      "", "COMING UP\n- The ministers are to meet in the spring.\n* Sept 6, 2013, Rivertown. A first "
          "encounter of the two.\n"
          "1. The sides will meet again next year.\nQ: Will they meet?\nA: Nothing for you on that.\n"));
  for (std::size_t at = 3; at < document.blocks.size(); ++at)
    CHECK(document.blocks[at].role == BlockRole::body);
}

TEST_CASE("comments below the article are furniture, a link to them above it is only that") {
  const auto below = read(around("", "COMMENTS\njoe: they met on SATURDAY, not Sunday.\nmei: I waved.\n"));
  CHECK(role(below, "joe") == BlockRole::furniture);
  CHECK(role(below, "mei") == BlockRole::furniture);
  const auto above = read(around("Comments (12)\n", ""));
  CHECK(role(above, "The two envoys") == BlockRole::body);
}

TEST_CASE("a note about the author is not the article") {
  const auto document = read(around(
      "",
      "About the author:\nAnn Writer is a fellow who visited Rivertown twice and met the envoy there.\n"));
  CHECK(role(document, "About") == BlockRole::furniture);
  CHECK(role(document, "Ann Writer is") == BlockRole::furniture);
}
