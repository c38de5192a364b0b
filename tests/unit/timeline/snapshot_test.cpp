// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/snapshot.h"

#include "core/library/catalogue/catalogue.h"
#include "core/time/calendar.h"
#include "core/time/extent.h"

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

/// Adds a story as a library would keep it.
void addStory(library::Catalogue& catalogue, std::int64_t row, const char* edtf) {
  catalogue.stories.push_back(row);
  const auto extent = time::extentOf(time::Edtf::parse(edtf).value());
  const auto days = [](time::Day day) { return static_cast<DayNumber>(day.time_since_epoch().count()); };
  constexpr DayNumber none = library::Catalogue::noDay;
  catalogue.first.push_back(extent ? days(extent->first) : none);
  catalogue.last.push_back(extent ? days(extent->last) : none);
  catalogue.sureFirst.push_back(extent ? days(extent->sureFirst) : none);
  catalogue.sureLast.push_back(extent ? days(extent->sureLast) : none);
  library::Traits& traits = catalogue.traits.emplace_back();
  traits.confidence = 750;
  if (!extent) return;
  traits.softFirst = extent->softFirst;
  traits.softLast = extent->softLast;
  traits.openFirst = extent->openFirst;
  traits.openLast = extent->openLast;
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
  CHECK(snapshot->undated == std::vector<model::StoryRow>{1});
  CHECK_FALSE(snapshot->find(1));
  CHECK(snapshot->contains(1));
  CHECK(snapshot->contains(0));
  CHECK_FALSE(snapshot->contains(2));
}

TEST_CASE("items are in the order of time, whatever the order of the events") {
  const auto snapshot =
      timeline::snapshotOf({eventOn("2023-05-10", "c"), eventOn("1972-02-21/1972-02-28", "b"),
                            eventOn("1972-02-21", "a"), eventOn("2023-05-10", "b2")});
  CHECK(snapshot->stories == std::vector<model::StoryRow>{2, 1, 3, 0});
  CHECK(snapshot->find(3) == 2u);
  CHECK_FALSE(snapshot->find(model::noStory));
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

TEST_CASE("stories of a catalogue are drawn as events are, and known by their rows") {
  const std::vector<const char*> dates{
      "2023-05",    "1969-07-20/2023-05-10", "unknown", "2023-05-10~", "2023-05-01",
      "1969-07-20", "2023-05-10/..",         "2023-05"};
  const auto made = std::make_shared<library::Catalogue>();
  library::Catalogue& catalogue = *made;
  std::vector<model::Event> events;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    addStory(catalogue, static_cast<std::int64_t>(10 + i), dates[i]);
    const std::string id = std::to_string(10 + i);
    events.push_back(eventOn(dates[i], id.c_str()));
    events.back().confidence = 0.75;
  }
  const auto snapshot = timeline::snapshotOf(made, {0, 1, 2, 3, 4, 5, 6, 7});
  const auto expected = timeline::snapshotOf(events);
  REQUIRE(snapshot->items.size() == expected->items.size());
  for (std::size_t i = 0; i < expected->items.size(); ++i) {
    INFO(i);
    const Item& item = snapshot->items[i];
    const Item& other = expected->items[i];
    CHECK(snapshot->stories[i] == expected->stories[i] + 10);
    CHECK(item.first == other.first);
    CHECK(item.last == other.last);
    CHECK(item.sureFirst == other.sureFirst);
    CHECK(item.sureLast == other.sureLast);
    CHECK(item.softFirst == other.softFirst);
    CHECK(item.softLast == other.softLast);
    CHECK(item.openFirst == other.openFirst);
    CHECK(item.openLast == other.openLast);
    CHECK(item.sources == 1);
    CHECK(item.confidence == other.confidence);
  }
  CHECK(snapshot->undated == std::vector<model::StoryRow>{12});
  CHECK(snapshot->find(10) == expected->find(0));
  CHECK(timeline::snapshotOf(made, {4, 5})->stories == std::vector<std::int64_t>{15, 14});
}
