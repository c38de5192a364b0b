// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/record.h"
#include "core/exchange/times_json.h"

#include <catch2/catch.hpp>

using demarche::exchange::parseRecord;

TEST_CASE("a record has its source, text and what else is told") {
  const auto record =
      parseRecord(R"({"source": "a", "text": "他们会晤", "published": "2023-05-12", "more": [1]})");
  REQUIRE(record);
  CHECK(record->source == "a");
  CHECK(record->text == "他们会晤");
  CHECK(record->html.empty());
  CHECK(record->published == "2023-05-12");
}

TEST_CASE("a page takes the place of a missing text") {
  const auto record = parseRecord(R"({"source": "a", "text": null, "html": "<p>They met</p>"})");
  REQUIRE(record);
  CHECK(record->html == "<p>They met</p>");
}

TEST_CASE("a line that is no record is refused with the reason") {
  const std::pair<const char*, const char*> cases[] = {
      {"", "is no JSON"},
      {"{\"source\": ", "is no JSON"},
      {"[1, 2]", "is no JSON object"},
      {R"({"text": "t"})", "has no \"source\""},
      {R"({"source": "a"})", "has neither \"text\" nor \"html\""},
      {R"({"source": 7, "text": "t"})", "\"source\" is no text"},
  };
  for (const auto& [line, reason] : cases) {
    INFO(line);
    const auto record = parseRecord(line);
    REQUIRE_FALSE(record);
    CHECK(record.error().message == reason);
  }
}

TEST_CASE("a case of a suite of times has a text and the day to read it on") {
  const auto found = demarche::exchange::parseTimeCase(
      R"({"id": "1", "text": "yesterday", "reference_date": "2024-03-07", "expected": []})");
  REQUIRE(found);
  CHECK(found->text == "yesterday");
  CHECK(found->written.str() == "2024-03-07");
  CHECK(demarche::exchange::parseTimeCase(R"({"id": "1", "text": "t"})")->written.unknown());
  CHECK_FALSE(demarche::exchange::parseTimeCase(R"({"id": "1", "text": "t", "reference_date": "soon"})"));
}

TEST_CASE("times are one line") {
  CHECK(demarche::exchange::timesLine("1",
                                      {{0, 4, "今天", "2024-03-07", "2024-03-07", "the day of writing"}}) ==
        R"({"id":"1","times":[{"begin":0,"end":4,"text":"今天","timex":"2024-03-07","edtf":"2024-03-07",)"
        R"("why":"the day of writing"}]})");
}
