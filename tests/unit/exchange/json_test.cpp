// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/format.h"
#include "core/exchange/json.h"
#include "tests/unit/exchange/sample.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace demarche;
using namespace demarche::exchange;

namespace {

std::string written(const Collection& collection) {
  std::ostringstream out;
  writeJson(collection, out);
  return out.str();
}

} // namespace

TEST_CASE("an article and its events are one line with the names and order that outsiders rely on") {
  CHECK(
      jsonLine(sampleArticle(), {sampleEvent()}, text::CodePointIndex(sampleText)) ==
      R"({"article":{"source":"a.txt","title":"标题","languages":["zh-Hans","en"],"stated_date":null,)"
      R"("written":"2023-05-12","written_basis":"inferred","written_why":"It says so.","digest":"0123456789abcdef"},)"
      R"("events":[{"id":"e1","kind":"working_group","status":"occurred","scope":"bilateral",)"
      R"("date":"2023-05-10/2023-05-11","earliest":"2023-05-10","latest":"2023-05-11",)"
      R"("title":"Wang Yi meets \"Jake\" Sullivan, Vienna","level":"minister","topics":["security","economy"],)"
      R"("confidence":0.93,"plover":"CONSULT/visit",)"
      R"("participants":[{"name":"Wang Yi","type":"person","side":"CN","role":"Director"},)"
      R"({"name":"US Treasury","type":"body","side":"US","role":""},)"
      R"({"name":"Jake Sullivan","type":"person","side":"US","role":""}],)"
      R"("place":{"name":"Vienna","country":"AT"},)"
      R"("passages":[{"article":"a.txt","begin":2,"end":14,"text":"王毅在维也纳会见沙利文。",)"
      R"("kind":"working_group","status":"occurred","date":"2023-05-10/2023-05-11",)"
      R"("place":{"name":"Vienna","country":"AT"},"date_text":"10日",)"
      R"("date_why":"said so","rule":"zh/rules/meeting.toml:1"}]}]})");
}

TEST_CASE("an article without events has an empty list") {
  const auto json = nlohmann::json::parse(jsonLine(sampleArticle(), {}, text::CodePointIndex(u"")));
  CHECK(json["events"].is_array());
  CHECK(json["events"].empty());
}

TEST_CASE("what is not known has its name all the same") {
  model::Event event = sampleEvent();
  event.date = {};
  event.place.reset();
  event.passages.front().place.reset();
  event.level = model::Level::unknown;
  const auto json =
      nlohmann::json::parse(jsonLine(sampleArticle(), {event}, text::CodePointIndex(sampleText)));
  const auto& told = json["events"][0];
  CHECK(told["date"] == "unknown");
  CHECK(told.at("earliest").is_null());
  CHECK(told.at("place").is_null());
  CHECK(told["passages"][0].at("place").is_null());
  CHECK(told["level"] == "");
}

TEST_CASE("what people said of an event is told where they said something") {
  const auto told = [](const model::Event& event) {
    return nlohmann::ordered_json::parse(
        jsonLine(sampleArticle(), {event}, text::CodePointIndex(sampleText)))["events"][0];
  };
  model::Event event = sampleEvent();
  for (const char* name : {"note", "review", "corrected"})
    CHECK_FALSE(told(event).contains(name));
  event.note = "Seen by two";
  event.review = model::Review::confirmed;
  event.corrected = {"date", "place"};
  CHECK(told(event)["note"] == "Seen by two");
  CHECK(told(event)["review"] == "confirmed");
  CHECK(told(event)["corrected"] == nlohmann::ordered_json{"date", "place"});
  CHECK(told(event).begin().key() == "id"); // and nothing moves
}

TEST_CASE("an open end of a date has no day") {
  model::Event event = sampleEvent();
  event.date = time::Edtf::parse("2018/..").value();
  const auto json =
      nlohmann::json::parse(jsonLine(sampleArticle(), {event}, text::CodePointIndex(sampleText)));
  CHECK(json["events"][0]["earliest"] == "2018-01-01");
  CHECK(json["events"][0].at("latest").is_null());
}

TEST_CASE("a file name that is no UTF-8 does not stop a line") {
  library::ArticleSummary article = sampleArticle();
  article.source = "caf\xe9.txt";
  const auto json = nlohmann::json::parse(jsonLine(article, {}, text::CodePointIndex(u"")));
  CHECK(json["article"]["source"] == "caf\xef\xbf\xbd.txt");
}

TEST_CASE("an export is one object with articles and events") {
  const auto json = nlohmann::json::parse(written(sampleCollection()));
  CHECK(json["format"] == "demarche/1");
  CHECK(json["articles"].size() == 1);
  CHECK(json["articles"][0]["source"] == "a.txt");
  REQUIRE(json["events"].size() == 1);
  CHECK(json["events"][0]["passages"][0]["begin"] == 2);
}

TEST_CASE("an export of nothing is an object too") {
  const auto json = nlohmann::json::parse(written({}));
  CHECK(json["articles"].empty());
  CHECK(json["events"].empty());
}

TEST_CASE("a format that there is not is answered with those that there are") {
  CHECK((*formatNamed("json"))->name == "json");
  const auto missing = formatNamed("docx");
  REQUIRE_FALSE(missing);
  for (const Format& format : formats())
    CHECK(missing.error().message.find(format.name) != std::string::npos);
}
