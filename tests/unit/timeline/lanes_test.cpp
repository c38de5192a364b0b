// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/lanes.h"

#include "core/library/catalogue/catalogue.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <rapidcheck.h>
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

TEST_CASE("a lane has a code of its own that outlives the numbers of the catalogue") {
  const auto few = snapshotOf({eventOn("2001", {"Powell"}, {"Tang"}), eventOn("2002", {}, {})});
  const auto many = snapshotOf({eventOn("1999", {"Albright"}, {"Tang"}), eventOn("2000", {"Albright"}, {}),
                                eventOn("2001", {"Powell"}, {"Tang"}), eventOn("2002", {}, {})});
  const auto codes = [](const Snapshot& snapshot, Grouping grouping) {
    Names result;
    for (const LaneItems& lane : laneItems(snapshot, grouping))
      result.push_back(codeOf(snapshot, lane.key));
    return result;
  };
  CHECK(codes(*few, Grouping::person) == Names{"Powell (US)", "Tang (CN)", "*none"});
  CHECK(codes(*many, Grouping::person) == Names{"Albright (US)", "Tang (CN)", "Powell (US)", "*none"});
  CHECK(codes(*few, Grouping::kind) == Names{"meeting"});
  CHECK(nameOf(*few, laneItems(*few, Grouping::person).front().key) == "Powell");
  CHECK(nameOf(*few, laneItems(*few, Grouping::person).back().key).empty());
  CHECK(nameOf(*few, laneItems(*few, Grouping::kind).front().key).empty());
}

TEST_CASE("lanes stand as wished, and those of which nothing was said where they would") {
  CHECK(orderAsWished({"a", "b", "c", "d"}, {}) == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(orderAsWished({"a", "b", "c", "d"}, {"d", "gone", "a"}) == std::vector<std::size_t>{3, 1, 2, 0});
  const auto snapshot = snapshotOf({eventOn("2001", {"Powell"}, {"Tang"}), eventOn("2002", {"Powell"}, {})});
  const auto lanes =
      inWishedOrder(*snapshot, laneItems(*snapshot, Grouping::person), {"Tang (CN)", "Powell (US)"});
  REQUIRE(lanes.size() == 2);
  CHECK(lanes[0].items == std::vector<std::uint32_t>{0});
  CHECK(lanes[1].items == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("whatever is wished, every lane stands once, wishes hold, and the others do not move") {
  CHECK(rc::check("order as wished", [] {
    const auto letter = rc::gen::map(rc::gen::inRange(0, 12),
                                     [](int i) { return std::string(1, static_cast<char>('a' + i)); });
    const auto codes = *rc::gen::unique<Names>(letter);
    const auto wished = *rc::gen::container<Names>(letter);
    const std::vector<std::size_t> order = orderAsWished(codes, wished);
    std::vector<std::size_t> sorted = order;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < codes.size(); ++i)
      RC_ASSERT(sorted[i] == i);
    RC_ASSERT(sorted.size() == codes.size());
    const auto wish = [&](std::size_t lane) { return std::find(wished.begin(), wished.end(), codes[lane]); };
    auto before = wished.begin();
    for (std::size_t place = 0; place < order.size(); ++place) {
      const auto at = wish(order[place]);
      if (at == wished.end()) {
        RC_ASSERT(order[place] == place);
        continue;
      }
      RC_ASSERT(before <= at);
      before = at;
    }
  }));
}
