// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/ingest/pages.h"

#include <catch2/catch.hpp>
#include <string>

using namespace pages;

namespace {

/// Long enough for its words to be compared with those of others.
const std::string article =
    "Envoys meet on the river island\n\n"
    "The two envoys met on the river island for most of the day and agreed on a list of questions to be "
    "settled before "
    "the ministers themselves can travel. Diplomats from both capitals described the atmosphere as sober, "
    "and said the "
    "delegations had gone through tariffs, fisheries, consular access and the hotline between their armed "
    "forces.\n\n"
    "Neither government would say whether the foreign ministers will visit before winter. Officials familiar "
    "with the "
    "preparations said a working group on consular matters could convene as early as next month, provided "
    "that the "
    "embassies exchange lists of detained citizens and that both presidents endorse the draft communique.\n\n"
    "The meeting was the fourth since relations were frozen two summers ago, when a patrol boat collided "
    "with a trawler "
    "and ambassadors were recalled. Since then the economic track has recovered faster than the military "
    "one: trade "
    "negotiators concluded three rounds, while generals have spoken only once, by video, during the spring "
    "exercises.\n\n"
    "Analysts warned against exaggerated hopes. A retired negotiator recalled that earlier thaws ended "
    "abruptly whenever "
    "parliament debated sanctions, and suggested that the sides should publish a calendar of contacts "
    "through December, "
    "so that neither could cancel quietly. Business associations welcomed the agreement on licences for "
    "grain shipments, "
    "whereas trade unions demanded guarantees for shipyards, steelworks and the electronics plants along the "
    "border.\n\n"
    "Opposition leaders complained they had learned about the encounter from foreign newspapers. The prime "
    "minister's "
    "spokeswoman answered that secrecy had been requested by the other delegation, and promised a briefing "
    "for the "
    "committee on Thursday. Regional governors, who depend on tourism, asked for additional flights and "
    "simpler visas.\n\n";

const std::string glued = "Baker wins marathon in borrowed shoes | Sport | Running\n"
                          "Baker wins marathon in borrowed shoes | Sport | Running\n\n"
                          "A baker from the northern suburbs crossed the finishing line first yesterday "
                          "although his own shoes had been stolen "
                          "overnight. Spectators cheered while organisers searched the stadium; a cobbler "
                          "lent him sandals, and his daughter\n\n"
                          "Beekeepers expect a poor harvest | Honey | Weather\n"
                          "Beekeepers expect a poor harvest | Honey | Weather\n\n"
                          "Heavy rain throughout blossom kept swarms inside their hives. Beekeepers reckon "
                          "that honey prices will climb by a "
                          "fifth, and supermarkets already import jars from overseas plantations where "
                          "lavender and rape flowered\n";

} // namespace

TEST_CASE("stories glued on below an article are foreign") {
  const auto document = read(article + glued);
  CHECK(role(document, "Opposition leaders") == BlockRole::body);
  for (const char* line : {"Baker wins", "A baker from", "Beekeepers expect", "Heavy rain"})
    CHECK(role(document, line) == BlockRole::foreign);
}

TEST_CASE("a single line set twice within an article takes nothing with it") {
  const auto document = read(
      article +
      "A handshake on the quay\nA handshake on the quay\n\n"
      "The envoys agreed that ministers would travel before winter and that the working group on consular "
      "matters convenes next month, officials of both delegations said after the meeting on the island.\n");
  CHECK(role(document, "The envoys agreed") == BlockRole::body);
}

TEST_CASE("an article is never foreign to itself, however short") {
  const auto document = read("Envoys meet\n" + std::string(prose) +
                             "Reporting by Ann Writer\nWhat comes next\n" + std::string(prose));
  for (const auto& block : document.blocks)
    CHECK(block.role != BlockRole::foreign);
}

TEST_CASE("a translation on the same page is a section of its own") {
  const auto document = read("两国特使江心岛会谈\n作者：某某 2023 年 7 月 13 日\n" +
                             std::string(chineseProse) + std::string(chineseProse) +
                             "某某、某某 和 某某 在江城的报道; 某某编辑\n\n"
                             "Envoys meet on the river island\nBy  and   July 13, 2023\n" +
                             std::string(prose) + std::string(prose));
  CHECK(block(document, "两国特使当天").section == 0);
  CHECK(block(document, "某某、某某").role == BlockRole::furniture);
  const auto& headline = block(document, "Envoys meet");
  CHECK(headline.section == 1);
  CHECK(headline.role == BlockRole::title);
  CHECK(block(document, "By  and").role == BlockRole::byline);
  CHECK(block(document, "The two envoys").section == 1);
  CHECK(document.title == "两国特使江心岛会谈");
}

TEST_CASE("paragraphs in two languages by turns are one text") {
  std::string page;
  for (int turn = 0; turn < 4; ++turn)
    page +=
        "The two envoys met on the island for most of the day and agreed on questions to settle, number " +
        std::to_string(turn) +
        ".\n两国特使当天在江心岛上举行了长时间会谈，就下一阶段需要解决的问题列出了清单，第" +
        std::to_string(turn) + "。\n";
  for (const auto& block : read(page).blocks)
    CHECK(block.section == 0);
}

TEST_CASE("the items of a feed are sections with dates of their own") {
  const auto document = read("WATCH THE RIVER / feed\nlastBuildDate: Tue, 5 Jan 2010 07:30:00 GMT\n"
                             "[1] Boats stay home\npubDate: Mon, 7 Dec 2009\nA delegation that was to tour "
                             "the islands in the spring is going to stay at home.\n"
                             "[2] The boats go out, at last\npubDate: Tue, 5 Jan 2010\nThe president this "
                             "afternoon received the envoy and announced a deal.\n");
  CHECK(block(document, "A delegation").section == 1);
  CHECK(block(document, "lastBuildDate").section == 0);
  CHECK(block(document, "[2]").section == 2);
  CHECK(role(document, "[2]") == BlockRole::title);
  CHECK(role(document, "pubDate: Tue, 5") == BlockRole::dateline);
  CHECK(block(document, "The president").section == 2);
}

TEST_CASE("another paper's account below the first is a section") {
  const auto document = read(
      article + "Reporting by Ann Writer\n\nRiver talks: a thaw at last?\nBy Bob Scribe\nJuly 14, 2023\n\n" +
      "Officials of both delegations said that ministers would travel before winter, and that a working "
      "group on consular "
      "matters would convene next month. The envoys met on the island for most of the day, diplomats "
      "said.\n" +
      std::string(prose));
  CHECK(block(document, "River talks").section == 1);
  CHECK(role(document, "River talks") == BlockRole::title);
  CHECK(role(document, "Officials of both") == BlockRole::body);
  CHECK(block(document, "Opposition").section == 0);
}

TEST_CASE("headings within an article begin no section") {
  const auto document = read("Envoys meet on the river island\n" + std::string(prose) +
                             "MISSED\n* Oct 2013. A trip was dropped.\nBY TELEPHONE\n"
                             "* March 14, 2013. One rings the other up to congratulate him.\n" +
                             std::string(prose));
  for (const auto& block : document.blocks)
    CHECK(block.section == 0);
}
