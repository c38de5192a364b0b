// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/snapshot.h"

#include "core/time/calendar.h"

#include <catch2/catch.hpp>

using namespace demarche;
using timeline::DayNumber;
using timeline::Item;

namespace {

DayNumber day(const char* iso) {
  return static_cast<DayNumber>(time::parseIsoDay(iso).value().time_since_epoch().count());
}

model::Event eventOn(const char* edtf, const char* id = "e1") {
  model::Event event;
  event.id = id;
  event.title = std::string("Told as ") + edtf;
  event.date = time::Edtf::parse(edtf).value();
  return event;
}

Item itemOn(const char* edtf) {
  const auto snapshot = timeline::snapshotOf({eventOn(edtf)});
  REQUIRE(snapshot->items.size() == 1);
  return snapshot->items.front();
}

} // namespace

TEST_CASE("an exact day has hard ends and is sure") {
  const Item item = itemOn("2023-05-10");
  CHECK(item.first == day("2023-05-10"));
  CHECK(item.last == day("2023-05-10"));
  CHECK(item.sureFirst <= item.sureLast);
  CHECK_FALSE(item.soft());
}

TEST_CASE("a month is drawn over its true extent, soft at both ends, and none of its days is sure") {
  const Item item = itemOn("2023-02");
  CHECK(item.first == day("2023-02-01"));
  CHECK(item.last == day("2023-02-28"));
  CHECK(item.softFirst);
  CHECK(item.softLast);
  CHECK(item.sureFirst > item.sureLast);
}

TEST_CASE("an approximate day is soft") {
  CHECK(itemOn("2023-05-10~").soft());
}

TEST_CASE("between a vague begin and an exact end the days after the begin are sure") {
  const Item item = itemOn("2023-05/2023-07-04");
  CHECK(item.first == day("2023-05-01"));
  CHECK(item.last == day("2023-07-04"));
  CHECK(item.sureFirst == day("2023-05-31"));
  CHECK(item.sureLast == day("2023-07-04"));
  CHECK(item.softFirst);
  CHECK_FALSE(item.softLast);
}

TEST_CASE("an open end has no extent of its own") {
  const Item since = itemOn("2018-07-06/..");
  CHECK(since.first == day("2018-07-06"));
  CHECK(since.last == day("2018-07-06"));
  CHECK(since.openLast);
  CHECK_FALSE(since.openFirst);
  const Item until = itemOn("../2020-01");
  CHECK(until.first == day("2020-01-01"));
  CHECK(until.openFirst);
  CHECK(until.softLast);
}

TEST_CASE("events without a date are kept apart and never placed") {
  model::Event undated;
  undated.id = "nobody knows when";
  const auto snapshot = timeline::snapshotOf({eventOn("2021-03-18"), undated});
  CHECK(snapshot->items.size() == 1);
  CHECK(snapshot->undated == std::vector<std::string>{"nobody knows when"});
  CHECK_FALSE(snapshot->find("nobody knows when"));
}

TEST_CASE("items are in the order of time, whatever the order of the events") {
  const auto snapshot =
      timeline::snapshotOf({eventOn("2023-05-10", "c"), eventOn("1972-02-21/1972-02-28", "b"),
                            eventOn("1972-02-21", "a"), eventOn("2023-05-10", "b2")});
  CHECK(snapshot->ids == std::vector<std::string>{"a", "b", "b2", "c"});
  CHECK(snapshot->find("b2") == 2u);
  CHECK(snapshot->titles[0] == "Told as 1972-02-21");
}

TEST_CASE("several passages of one article are one source") {
  model::Event event = eventOn("2023-05-10");
  for (const char* article : {"a.txt", "b.txt", "a.txt"}) {
    model::Passage passage;
    passage.article = article;
    event.passages.push_back(passage);
  }
  CHECK(timeline::snapshotOf({event})->items.front().sources == 2);
}

TEST_CASE("the extent reaches to the latest end, which need not be of the last item") {
  const auto snapshot = timeline::snapshotOf({eventOn("199X", "a"), eventOn("1995-06-07", "b")});
  const timeline::Extent extent = timeline::extentOf(*snapshot);
  CHECK(extent.first == day("1990-01-01"));
  CHECK(extent.last == day("1999-12-31"));
  CHECK(timeline::extentOf(timeline::Snapshot()).empty());
}
