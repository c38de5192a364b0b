// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/lanes.h"

#include "core/library/catalogue/catalogue.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::timeline;

namespace {

using Names = std::vector<std::string>;

model::Event eventOn(const char* date, const Names& americans, const Names& chinese) {
  model::Event event;
  event.id = date;
  event.date = time::Edtf::parse(date).value();
  for (const std::string& name : americans)
    event.participants.push_back({name, model::ParticipantType::person, model::Side::us, ""});
  for (const std::string& name : chinese)
    event.participants.push_back({name, model::ParticipantType::person, model::Side::cn, ""});
  return event;
}

/// "Name: year year", lane by lane; events are of one year after another from 2001 on.
Names shown(const Snapshot& snapshot, Grouping grouping, std::size_t most = mostLanes) {
  Names lanes;
  for (const LaneItems& lane : laneItems(snapshot, grouping, most)) {
    std::string name =
        lane.key.value == LaneKey::others ? "others"
        : lane.key.value == LaneKey::none ? "none"
        : grouping == Grouping::person || grouping == Grouping::topic || grouping == Grouping::place
            ? snapshot.catalogue->facetOf[lane.key.value].name
        : grouping == Grouping::source ? snapshot.catalogue->sourceOf[lane.key.value]
                                       : std::to_string(lane.key.value);
    name += ":";
    for (const std::uint32_t item : lane.items)
      name += " " + std::to_string(2001 + snapshot.stories[item]);
    lanes.push_back(name);
  }
  return lanes;
}

} // namespace

TEST_CASE("lanes of kinds are in their order, without those that nothing happened in") {
  std::vector<model::Event> events{eventOn("2001", {}, {}), eventOn("2002", {}, {}), eventOn("2003", {}, {})};
  events[0].kind = model::EventKind::posting;
  events[1].kind = model::EventKind::call;
  CHECK(shown(*snapshotOf(events), Grouping::kind) == Names{"0: 2003", "1: 2002", "8: 2001"});
  CHECK(laneItems(Snapshot(), Grouping::kind).empty());
}

TEST_CASE("an event stands in the lane of each who takes part, the busiest first") {
  const auto snapshot = snapshotOf(
      {eventOn("2001", {"Powell"}, {"Tang"}), eventOn("2002", {"Powell", "Armitage"}, {}),
       eventOn("2003", {}, {"Tang", "Li"}), eventOn("2004", {"Powell"}, {}), eventOn("2005", {}, {})});
  CHECK(shown(*snapshot, Grouping::person) ==
        Names{"Powell: 2001 2002 2004", "Tang: 2001 2003", "Armitage: 2002", "Li: 2003", "none: 2005"});
}

TEST_CASE("what is too rare for a lane of its own stands among others, unless it stands elsewhere too") {
  const auto snapshot =
      snapshotOf({eventOn("2001", {"Powell"}, {"Tang"}), eventOn("2002", {"Powell", "Armitage"}, {}),
                  eventOn("2003", {}, {"Li"})});
  CHECK(shown(*snapshot, Grouping::person, 1) == Names{"Powell: 2001 2002", "others: 2003"});
}

TEST_CASE("who travels follows from the place and the sides that take part") {
  const auto at = [](const char* date, const Names& us, const Names& cn, const char* country) {
    model::Event event = eventOn(date, us, cn);
    if (*country != 0) event.place = model::Place{"Somewhere", country};
    return event;
  };
  const auto snapshot =
      snapshotOf({at("2001", {"Powell"}, {"Tang"}, "CN"), at("2002", {"Powell"}, {"Tang"}, "US"),
                  at("2003", {"Powell"}, {"Tang"}, "AT"), at("2004", {"Powell"}, {"Tang"}, ""),
                  at("2005", {"Powell"}, {}, "US")});
  CHECK(shown(*snapshot, Grouping::traveller) == Names{"0: 2001", "1: 2002", "2: 2003", "3: 2004 2005"});
}

TEST_CASE("lanes of levels begin with the highest") {
  std::vector<model::Event> events{eventOn("2001", {}, {}), eventOn("2002", {}, {}), eventOn("2003", {}, {})};
  events[0].level = model::Level::working;
  events[1].level = model::Level::leader;
  CHECK(shown(*snapshotOf(events), Grouping::level) == Names{"0: 2002", "3: 2001", "4: 2003"});
}

TEST_CASE("topics, places, sources and languages have lanes of their own") {
  std::vector<model::Event> events{eventOn("2001", {}, {}), eventOn("2002", {}, {})};
  events[0].topics = {"trade", "Taiwan"};
  events[1].topics = {"trade"};
  events[1].place = model::Place{"Vienna", "AT"};
  for (model::Event& event : events)
    for (const char* article : {"b.txt", "a.txt"}) {
      model::Passage passage;
      passage.article = article;
      event.passages.push_back(passage);
    }
  events[1].passages.pop_back();
  const auto snapshot = snapshotOf(
      events, {{"a.txt", {model::Language::english}}, {"b.txt", {model::Language::chineseTraditional}}});
  CHECK(shown(*snapshot, Grouping::topic) == Names{"trade: 2001 2002", "Taiwan: 2001"});
  CHECK(shown(*snapshot, Grouping::place) == Names{"Vienna: 2002", "none: 2001"});
  CHECK(shown(*snapshot, Grouping::source) == Names{"b.txt: 2001 2002", "a.txt: 2001"});
  const auto languages = laneItems(*snapshot, Grouping::language);
  REQUIRE(languages.size() == 2);
  CHECK(languages[0].key.value == static_cast<std::uint32_t>(model::Language::english));
  CHECK(languages[0].items.size() == 1);
  CHECK(languages[1].items.size() == 2);
}
