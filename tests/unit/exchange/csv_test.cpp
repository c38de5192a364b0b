// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/csv.h"
#include "tests/unit/exchange/sample.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace demarche::exchange;

namespace {

std::string rowOf(const demarche::model::Event& event) {
  Collection collection;
  collection.events = {event};
  std::ostringstream out;
  writeCsv(collection, out);
  return out.str().substr(out.str().find("\r\n") + 2);
}

} // namespace

TEST_CASE("a table begins with the names of its columns") {
  std::ostringstream out;
  writeCsv({}, out);
  CHECK(out.str() ==
        "id,kind,status,scope,date,earliest,latest,title,level,topics,confidence,plover,us,cn,other,place,"
        "country,articles,quote,note,review,corrected\r\n");
}

TEST_CASE("an event is a row, its lists in one cell each") {
  CHECK(rowOf(sampleEvent()) ==
        "e1,working_group,occurred,bilateral,2023-05-10/2023-05-11,2023-05-10,2023-05-11,"
        "\"Wang Yi meets \"\"Jake\"\" Sullivan, Vienna\",minister,security; economy,0.93,CONSULT/visit,"
        "US Treasury; Jake Sullivan,Wang Yi,,Vienna,AT,a.txt,王毅在维也纳会见沙利文。,,,\r\n");
}

TEST_CASE("what people said of an event stands at the end of its row") {
  auto event = sampleEvent();
  event.note = "Seen by two, not three";
  event.review = demarche::model::Review::confirmed;
  event.corrected = {"date", "place"};
  CHECK(rowOf(event).ends_with("。,\"Seen by two, not three\",confirmed,date; place\r\n"));
}

TEST_CASE("a note is never run as a formula") {
  auto event = sampleEvent();
  event.note = "=1+1";
  CHECK(rowOf(event).ends_with(",'=1+1,,\r\n"));
}

TEST_CASE("line breaks stay within their quoted cell") {
  auto event = sampleEvent();
  event.passages.front().text = u"one\ntwo";
  CHECK(rowOf(event).find(",\"one\ntwo\",") != std::string::npos);
}

TEST_CASE("a cell is never run as a formula") {
  for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"}) {
    auto event = sampleEvent();
    event.title = formula;
    INFO(formula);
    CHECK(rowOf(event).find(",'" + event.title + ",") != std::string::npos);
  }
}

TEST_CASE("an article that tells an event twice is named once") {
  auto event = sampleEvent();
  event.passages.push_back(event.passages.front());
  event.passages.push_back(event.passages.front());
  event.passages.back().article = "b.txt";
  CHECK(rowOf(event).find(",a.txt; b.txt,") != std::string::npos);
}
