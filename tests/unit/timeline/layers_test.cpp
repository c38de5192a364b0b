// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/layers.h"

#include "core/timeline/layout.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::timeline;

namespace {

using Items = std::vector<std::uint32_t>;

model::Participant bodyOf(const char* name) {
  return {name, model::ParticipantType::body, model::Side::us, ""};
}

/// Three events told by two articles, with people and a body.
SnapshotPtr told() {
  std::vector<model::Event> events(3);
  for (std::size_t i = 0; i < events.size(); ++i) {
    events[i].id = std::to_string(i);
    events[i].date = time::Edtf::parse("200" + std::to_string(i)).value();
    model::Passage passage;
    passage.article = i == 2 ? "b.txt" : "a.txt";
    events[i].passages = {passage};
    events[i].participants = {{"Wang Yi", model::ParticipantType::person, model::Side::cn, ""}};
  }
  events[1].passages.push_back(events[2].passages.front());
  events[1].passages.push_back(events[1].passages.front());
  events[2].participants = {bodyOf("State Department")};
  events[0].kind = model::EventKind::call;
  events[1].place = model::Place{"Vienna", "AT"};
  events[2].topics = {"trade"};
  return snapshotOf(events);
}

} // namespace

TEST_CASE("a layer holds the events of an article, a person, a body, a kind, a place or a topic") {
  const auto snapshot = told();
  CHECK(itemsOf(*snapshot, {Grouping::source, "a.txt"}) == Items{0, 1});
  CHECK(itemsOf(*snapshot, {Grouping::source, "b.txt"}) == Items{1, 2});
  CHECK(itemsOf(*snapshot, {Grouping::person, "Wang Yi (CN)"}) == Items{0, 1});
  CHECK(itemsOf(*snapshot, {Grouping::person, "State Department (US)"}) == Items{2});
  CHECK(itemsOf(*snapshot, {Grouping::kind, "call"}) == Items{0});
  CHECK(itemsOf(*snapshot, {Grouping::place, "Vienna (AT)"}) == Items{1});
  CHECK(itemsOf(*snapshot, {Grouping::topic, "trade"}) == Items{2});
  CHECK(itemsOf(*snapshot, {Grouping::source, "gone.txt"}).empty());
  CHECK(itemsOf(*snapshot, {Grouping::person, "a.txt"}).empty());
}

TEST_CASE("a layer of a saved filter holds those of its stories that are shown") {
  const auto snapshot = told();
  CHECK(itemsOf(*snapshot, {Grouping::layer, "mine", {snapshot->stories[2], 77, snapshot->stories[0]}}) ==
        Items{0, 2});
}

TEST_CASE("layers have lanes of their own, also when nothing of them is shown, and those are laid out") {
  const auto snapshot = told();
  const std::vector<LaneItems> lanes =
      laneItems(*snapshot, std::vector<Layer>{{Grouping::source, "gone.txt"}, {Grouping::source, "b.txt"}});
  REQUIRE(lanes.size() == 2);
  CHECK(lanes[0].items.empty());
  CHECK(lanes[0].key == LaneKey{Grouping::layer, 0});
  CHECK(lanes[1].key == LaneKey{Grouping::layer, 1});
  const Layout layout = layOut(snapshot, lanes, {10});
  CHECK(layout.lanes[0].rows == 1);
  CHECK(layout.lanes[0].size() == 0);
  CHECK(layout.lanes[1].size() == 2);
  CHECK(layout.slotsOf(0).empty());
  std::vector<LaneItems> folded = lanes;
  folded[0].collapsed = true;
  CHECK(layOut(snapshot, folded, {10}).lanes[0].rows == 1);
}

TEST_CASE("whoever takes part is listed, the busiest first, and so are the sources of an event") {
  const auto snapshot = told();
  const std::vector<CodeCount> who = whoTakesPart(*snapshot);
  REQUIRE(who.size() == 2);
  CHECK(who[0].code == "Wang Yi (CN)");
  CHECK(who[0].count == 2);
  CHECK(who[1].code == "State Department (US)");
  CHECK(sourcesOf(*snapshot, 1) == std::vector<std::string>{"a.txt", "b.txt"});
  CHECK(whoTakesPart(Snapshot()).empty());
}
