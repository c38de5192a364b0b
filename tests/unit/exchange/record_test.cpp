// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/record.h"

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
