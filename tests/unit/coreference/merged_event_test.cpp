// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/join.h"
#include "tests/unit/coreference/accounts.h"

#include <catch2/catch.hpp>

using namespace demarche::coreference;
using demarche::model::Event;
using demarche::model::EventKind;
using demarche::model::EventStatus;
using demarche::model::Level;

namespace {

Event merged(const std::vector<Event>& accounts) {
  std::vector<const Event*> pointers;
  for (const Event& one : accounts)
    pointers.push_back(&one);
  return mergedEvent(pointers);
}

Event trip(std::string id, std::string_view date, EventStatus status) {
  return told(with(account(std::move(id), EventKind::visit, date), {"Janet Yellen"}, {}), status);
}

} // namespace

TEST_CASE("one account is its own story") {
  const Event only = at(trip("a", "2023-07", EventStatus::occurred), "Beijing", "CN");
  const Event story = merged({only});
  CHECK(story.id == "a");
  CHECK(story.confidence == only.confidence);
  CHECK(story.passages.size() == 1);
}

TEST_CASE("what occurred beats what was planned, in status, date and title") {
  const Event story = merged({trip("a", "2023-07-05", EventStatus::planned),
                              trip("b", "2023-07-06/2023-07-09", EventStatus::occurred),
                              trip("c", "2023-07", EventStatus::occurred)});
  CHECK(story.status == EventStatus::occurred);
  CHECK(story.date.str() == "2023-07-06/2023-07-09");
  CHECK(story.title == "Janet Yellen visits");
}

TEST_CASE("a story's title names the people and the place of the story, not of one account") {
  Event elsewhere = trip("a", "2023-07-06/2023-07-09", EventStatus::occurred);
  Event city = elsewhere;
  city.id = "b";
  city.place = demarche::model::Place{"Beijing", "CN"};
  elsewhere.place = demarche::model::Place{"China", "CN"};
  CHECK(merged({elsewhere, city}).title == "Janet Yellen visits Beijing");
}

TEST_CASE("what was called off beats what was planned") {
  CHECK(merged({trip("a", "2023-02-05", EventStatus::planned), trip("b", "2023-02", EventStatus::cancelled)})
            .status == EventStatus::cancelled);
}

TEST_CASE("the plan's day is kept where the report of it says none") {
  const Event story =
      merged({trip("a", "unknown", EventStatus::occurred), trip("b", "2023-07-06", EventStatus::planned)});
  CHECK(story.status == EventStatus::occurred);
  CHECK(story.date.str() == "2023-07-06");
}

TEST_CASE("of a visit the stay is told, and not one of its days or stops") {
  const Event stay = at(trip("a", "1985-07-22/1985-08-02", EventStatus::occurred), "United States", "US");
  const Event stop = at(trip("b", "1985-07-30", EventStatus::occurred), "Chicago", "US");
  const Event story = merged({stay, stop});
  CHECK(story.date.str() == "1985-07-22/1985-08-02");
  CHECK(story.place->name == "United States");
  // "Last week" is a week in which it was.
  CHECK(merged({trip("a", "2023-07-03/2023-07-09", EventStatus::occurred), stop}).date.str() == "1985-07-30");
  CHECK(merged({trip("a", "2023-07-03/2023-07-09", EventStatus::occurred),
                trip("b", "2023-07-06", EventStatus::occurred)})
            .date.str() == "2023-07-06");
}

TEST_CASE("a date known exactly beats an approximate one of the same width") {
  CHECK(merged({trip("a", "2023-07~", EventStatus::occurred), trip("b", "2023-07", EventStatus::occurred)})
            .date.str() == "2023-07");
}

TEST_CASE("a story has everybody, each once, with the office that any account gives") {
  Event first = with(account("a", EventKind::meeting, "2023-07-08"), {"Janet Yellen"}, {"He Lifeng"});
  Event second = with(account("b", EventKind::meeting, "2023-07-08"), {"Janet Yellen"}, {});
  second.participants.front().role = "US Secretary of the Treasury";
  second.topics = {"economy"};
  second.level = Level::minister;
  const Event story = merged({first, second});
  REQUIRE(story.participants.size() == 2);
  CHECK(story.participants[0].name == "Janet Yellen");
  CHECK(story.participants[0].role == "US Secretary of the Treasury");
  CHECK(story.participants[1].name == "He Lifeng");
  CHECK(story.topics == std::vector<std::string>{"economy"});
  CHECK(story.level == Level::minister);
}

TEST_CASE("the city is kept where the better account names only the country") {
  const Event country = at(trip("a", "2023-07-06", EventStatus::occurred), "China", "CN");
  const Event city = at(trip("b", "2023-07", EventStatus::occurred), "Beijing", "CN");
  CHECK(merged({country, city}).place->name == "Beijing");
}

TEST_CASE("passages stand by article and place in it") {
  Event first = in(trip("a", "2023-07", EventStatus::occurred), "z.txt");
  Event second = in(trip("b", "2023-07", EventStatus::occurred), "y.txt");
  first.passages.push_back(first.passages.front());
  first.passages.front().span = {40, 51};
  const Event story = merged({first, second});
  REQUIRE(story.passages.size() == 3);
  CHECK(story.passages[0].article == "y.txt");
  CHECK(story.passages[1].span.begin == 0);
  CHECK(story.passages[2].span.begin == 40);
}

TEST_CASE("a sentence that two accounts read alike stands once, and twice where they differ") {
  const Event first = in(trip("a", "2023-07-06", EventStatus::occurred), "x.txt");
  Event second = first;
  second.id = "b";
  CHECK(merged({first, second}).passages.size() == 1);
  second.passages.front().status = EventStatus::planned;
  CHECK(merged({first, second}).passages.size() == 2);
}

TEST_CASE("accounts that contradict each other are kept with their own day, place and state") {
  Event first = at(trip("a", "2023-07-06", EventStatus::occurred), "Beijing", "CN");
  Event second = at(trip("b", "2023-07-05/2023-07-07", EventStatus::planned), "Tianjin", "CN");
  for (Event* account : {&first, &second}) {
    account->passages.front().date = account->date;
    account->passages.front().status = account->status;
  }
  const Event story = merged({second, first});
  CHECK(story.date.str() == "2023-07-06");
  CHECK(story.place->name == "Beijing");
  REQUIRE(story.passages.size() == 2);
  CHECK(story.passages[0].place->name == "Beijing");
  CHECK(story.passages[1].place->name == "Tianjin");
  CHECK(story.passages[1].date.str() == "2023-07-05/2023-07-07");
  CHECK(story.passages[1].status == EventStatus::planned);
  CHECK(merged({story, trip("c", "2023-07", EventStatus::planned)}).passages[1].place->name == "Tianjin");
}

TEST_CASE("several articles make a story surer, several passages of one do not") {
  const Event one = in(trip("a", "2023-07", EventStatus::occurred), "x.txt");
  const Event again = in(trip("b", "2023-07", EventStatus::occurred), "x.txt");
  const Event other = in(trip("c", "2023-07", EventStatus::occurred), "y.txt");
  CHECK(merged({one, again}).confidence == one.confidence);
  const double two = merged({one, other}).confidence;
  CHECK(two > one.confidence);
  CHECK(two < 1);
}
