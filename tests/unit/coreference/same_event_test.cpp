// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/join.h"
#include "tests/unit/coreference/accounts.h"

#include <catch2/catch.hpp>

using namespace demarche::coreference;
using demarche::model::Event;
using demarche::model::EventKind;
using demarche::model::EventStatus;

namespace {

Event talks(std::string id, std::string_view date) {
  return with(account(std::move(id), EventKind::meeting, date), {"Jake Sullivan"}, {"Wang Yi"});
}
Event trip(std::string id, std::string_view date) {
  return at(with(account(std::move(id), EventKind::visit, date), {"Janet Yellen"}, {}), "Beijing", "CN");
}

} // namespace

TEST_CASE("a month and a day in it are one meeting of the same two people") {
  CHECK(sameEvent(talks("a", "2023-05"), talks("b", "2023-05-10/2023-05-11")));
}

TEST_CASE("days that do not overlap are two meetings") {
  CHECK_FALSE(sameEvent(talks("a", "2023-05-10"), talks("b", "2023-05-14")));
  CHECK_FALSE(sameEvent(talks("a", "2023-05"), talks("b", "2023-06-01")));
}

TEST_CASE("a meeting dated a day apart on the two sides of the ocean is one") {
  CHECK(sameEvent(at(talks("a", "2023-09-17"), "Malta", "MT"), at(talks("b", "2023-09-18"), "Malta", "MT")));
  CHECK(sameEvent(talks("a", "2023-09-17"), talks("b", "2023-09-18")));
  CHECK_FALSE(sameEvent(at(talks("a", "2023-09-17"), "Malta", "MT"), talks("b", "2023-09-18")));
  CHECK_FALSE(
      sameEvent(at(talks("a", "2023-09-17"), "Malta", "MT"), at(talks("b", "2023-09-19"), "Malta", "MT")));
}

TEST_CASE("other people on one side make it another meeting") {
  const Event deputy = with(account("a", EventKind::meeting, "2021-07-26"), {"Wendy Sherman"}, {"Xie Feng"});
  const Event minister = with(account("b", EventKind::meeting, "2021-07-26"), {"Wendy Sherman"}, {"Wang Yi"});
  CHECK_FALSE(sameEvent(deputy, minister));
}

TEST_CASE("an account that names one of two delegations' heads is the same meeting") {
  const Event full = with(account("a", EventKind::meeting, "2021-03-18/2021-03-19"),
                          {"Antony Blinken", "Jake Sullivan"}, {"Yang Jiechi", "Wang Yi"});
  const Event brief = with(account("b", EventKind::meeting, "2021-03"), {"Antony Blinken"}, {"Yang Jiechi"});
  CHECK(sameEvent(full, brief));
}

TEST_CASE("one shared person is not enough to know talks of a month by") {
  const Event half = with(account("a", EventKind::meeting, "2023-05"), {}, {"Wang Yi"});
  CHECK_FALSE(sameEvent(half, talks("b", "2023-05-10")));
  CHECK(sameEvent(with(account("c", EventKind::meeting, "2023-05-10"), {}, {"Wang Yi"}),
                  talks("b", "2023-05-10")));
  CHECK(sameEvent(at(half, "Vienna", "AT"), at(talks("b", "2023-05-10"), "Vienna", "AT")));
}

TEST_CASE("a visit and the meeting held on it are two events") {
  const Event visit = with(account("a", EventKind::visit, "2023-07-08"), {"Janet Yellen"}, {"He Lifeng"});
  const Event meeting = with(account("b", EventKind::meeting, "2023-07-08"), {"Janet Yellen"}, {"He Lifeng"});
  CHECK_FALSE(sameEvent(visit, meeting));
}

TEST_CASE("a working group's session may be told as a meeting and its founding as an agreement") {
  const auto told = [](std::string id, EventKind kind, std::string_view date) {
    return with(account(std::move(id), kind, date), {"Janet Yellen"}, {"He Lifeng"});
  };
  CHECK(sameEvent(told("a", EventKind::workingGroup, "2023-09-22"),
                  told("b", EventKind::meeting, "2023-09-22")));
  CHECK(sameEvent(told("a", EventKind::agreement, "2023-09-22"),
                  told("b", EventKind::workingGroup, "2023-09-22")));
  CHECK_FALSE(
      sameEvent(told("a", EventKind::agreement, "2023-09-22"), told("b", EventKind::meeting, "2023-09-22")));
  CHECK_FALSE(
      sameEvent(told("a", EventKind::workingGroup, "2023-09"), told("b", EventKind::meeting, "2023-09-22")));
}

TEST_CASE(
    "an article that tells a meeting and a working group, or two working groups, of one day means two") {
  const auto told = [](std::string id, EventKind kind) {
    return in(with(account(std::move(id), kind, "2023-08-28"), {"Gina Raimondo"}, {"Wang Wentao"}),
              "one.txt");
  };
  CHECK_FALSE(sameEvent(told("a", EventKind::workingGroup), told("b", EventKind::meeting)));
  CHECK_FALSE(sameEvent(told("a", EventKind::workingGroup), told("b", EventKind::workingGroup)));
  CHECK(sameEvent(told("a", EventKind::meeting), told("b", EventKind::meeting)));
}

TEST_CASE("what is between the two sides and what is not are never one") {
  Event context = talks("a", "2023-05-10");
  context.scope = demarche::model::Scope::context;
  CHECK_FALSE(sameEvent(context, talks("b", "2023-05-10")));
}

TEST_CASE("a city and its country agree, two countries do not") {
  const Event inChina =
      at(with(account("a", EventKind::visit, "2023-07"), {"Janet Yellen"}, {}), "China", "CN");
  CHECK(sameEvent(inChina, trip("b", "2023-07-06/2023-07-09")));
  CHECK_FALSE(
      sameEvent(at(talks("a", "2023-05"), "Vienna", "AT"), at(talks("b", "2023-05-10"), "Valletta", "MT")));
}

TEST_CASE("two places of one country are one journey within a month, two within a year") {
  const Event san =
      at(with(account("a", EventKind::visit, "2015-09-22"), {}, {"Xi Jinping"}), "Seattle", "US");
  const Event dc =
      at(with(account("b", EventKind::visit, "2015-09"), {}, {"Xi Jinping"}), "Washington", "US");
  const Event vague =
      at(with(account("c", EventKind::visit, "2015"), {}, {"Xi Jinping"}), "Washington", "US");
  CHECK(sameEvent(san, dc));
  CHECK_FALSE(sameEvent(san, vague));
  CHECK(sameEvent(dc, vague));
}

TEST_CASE("an account vaguer than a year is the same as nothing") {
  CHECK_FALSE(sameEvent(trip("a", "2022/2023"), trip("b", "2023-07-06")));
  CHECK_FALSE(sameEvent(trip("a", "2023-07/.."), trip("b", "2023-07-06")));
}

TEST_CASE("a plan becomes the event, and one called off") {
  const Event plan = told(trip("a", "2023-07"), EventStatus::planned);
  CHECK(sameEvent(plan, trip("b", "2023-07-06/2023-07-09")));
  CHECK(sameEvent(plan, told(trip("c", "2023-07"), EventStatus::cancelled)));
}

TEST_CASE("a visit called off and a later one are two, unless both are of the very same day and people") {
  const auto calledOff = [](std::string_view date) { return told(trip("a", date), EventStatus::cancelled); };
  CHECK_FALSE(sameEvent(calledOff("2023-07"), trip("b", "2023-07-06")));
  CHECK_FALSE(sameEvent(calledOff("2023-07"), trip("b", "2023-07")));
  CHECK_FALSE(sameEvent(calledOff("2023-07-06"), trip("b", "2023-07-06")));
  const Event met = talks("c", "2023-07-06");
  CHECK(sameEvent(told(met, EventStatus::cancelled), met));
}

TEST_CASE("bodies are compared only where nobody is named") {
  const auto bodies = [](std::string id, std::string_view date) {
    return withBodies(account(std::move(id), EventKind::meeting, date), "US Treasury",
                      "Chinese Ministry of Finance");
  };
  CHECK(sameEvent(bodies("a", "2023-10-24"), bodies("b", "2023-10-24")));
  CHECK_FALSE(sameEvent(bodies("a", "2023-10"), bodies("b", "2023-10-24")));
  const Event named = with(account("c", EventKind::meeting, "2023-10-24"), {"Janet Yellen"}, {"He Lifeng"});
  CHECK_FALSE(sameEvent(bodies("a", "2023-10-24"), named));
  CHECK(sameEvent(at(bodies("a", "2023-10"), "Geneva", "CH"), at(named, "Geneva", "CH")));
}

TEST_CASE("what measures are about tells them apart") {
  Event chips =
      withBodies(account("a", EventKind::measure, "2022-10-07"), "US Commerce Department", "Huawei");
  Event steel = chips;
  chips.topics = {"export-control"};
  steel.topics = {"tariff"};
  CHECK(sameEvent(chips, chips));
  CHECK_FALSE(sameEvent(chips, steel));
}

TEST_CASE("without a date an event is known again only within its article, by people and place") {
  const Event dated = in(at(talks("a", "2022-06-13"), "Luxembourg", "LU"), "one.txt");
  const Event undated = in(at(talks("b", "unknown"), "Luxembourg", "LU"), "one.txt");
  CHECK(sameEvent(dated, undated));
  CHECK_FALSE(sameEvent(dated, in(undated, "other.txt")));
  CHECK_FALSE(sameEvent(dated, in(talks("b", "unknown"), "one.txt")));
}

TEST_CASE("an event with nothing to know it by is not the same as its copy") {
  const Event bare = account("a", EventKind::incident, "2023-02-04");
  CHECK_FALSE(sameEvent(bare, bare));
}
