// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/sources.h"

#include "core/library/catalogue/catalogue.h"
#include "many_events.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::timeline;

namespace {

model::Event eventOf(const std::string& date, const std::vector<std::string>& articles) {
  model::Event event;
  event.id = date;
  event.date = time::Edtf::parse(date).value();
  for (const std::string& article : articles) {
    model::Passage passage;
    passage.article = article;
    event.passages.push_back(passage);
  }
  return event;
}

/// Day number of 2001-01-01.
constexpr double newCentury = 11323;

std::vector<std::string> namesOf(const Snapshot& snapshot, const std::vector<SourceCount>& sources) {
  std::vector<std::string> names;
  for (const SourceCount& source : sources)
    names.push_back(snapshot.catalogue->sourceOf[source.article] + " " + std::to_string(source.events));
  return names;
}

} // namespace

TEST_CASE("sources are those of the events in the stretch, with what they tell of it") {
  const SnapshotPtr snapshot =
      snapshotOf({eventOf("2000-12-31", {"old.html"}), eventOf("2001-01-01", {"a.html", "b.html"}),
                  eventOf("2001-01-02", {"b.html"}), eventOf("2001-01-03", {"c.html"})});
  CHECK(namesOf(*snapshot, sourcesIn(*snapshot, newCentury, newCentury + 2)) ==
        std::vector<std::string>{"b.html 2", "a.html 1"});
  CHECK(namesOf(*snapshot, sourcesIn(*snapshot, newCentury - 0.5, newCentury + 0.5)) ==
        std::vector<std::string>{"a.html 1", "b.html 1", "old.html 1"});
}

TEST_CASE("an article that tells an event twice is counted once for it") {
  const SnapshotPtr snapshot = snapshotOf({eventOf("2001-01-01", {"a.html", "a.html"})});
  CHECK(namesOf(*snapshot, sourcesIn(*snapshot, newCentury, newCentury + 1)) ==
        std::vector<std::string>{"a.html 1"});
}

TEST_CASE("events without articles have no sources") {
  const SnapshotPtr snapshot = snapshotOf({eventOf("2001-01-01", {})});
  CHECK(sourcesIn(*snapshot, newCentury, newCentury + 1).empty());
  CHECK(sourcesIn(*meetingsOn({{0, 0}}), 0, 1).empty());
}
