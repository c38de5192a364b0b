// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/join.h"
#include "tests/unit/coreference/accounts.h"

#include <catch2/catch.hpp>

using namespace demarche::coreference;
using demarche::model::Event;
using demarche::model::EventKind;
using demarche::model::EventStatus;
using demarche::model::ParticipantType;
using demarche::model::Side;

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
  CHECK(sameEvent(at(talks("a", "2023-09-17"), "Malta", "MT"), talks("b", "2023-09-18")));
  CHECK_FALSE(sameEvent(at(talks("a", "2023-09-17"), "Beijing", "CN"),
                        at(talks("b", "2023-09-18"), "Tianjin", "CN")));
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

TEST_CASE("stops a few days apart in one country are one journey, later ones another") {
  const auto visit = [](std::string id, std::string_view date, std::string place, std::string country) {
    return at(with(account(std::move(id), EventKind::visit, date), {"Janet Yellen"}, {}), std::move(place),
              std::move(country));
  };
  const Event guangzhou = visit("a", "2024-04-04/2024-04-05", "Guangzhou", "CN");
  CHECK(sameEvent(guangzhou, visit("b", "2024-04-08", "Beijing", "CN")));
  CHECK_FALSE(sameEvent(guangzhou, visit("b", "2024-04-09", "Beijing", "CN")));
  CHECK_FALSE(sameEvent(guangzhou, visit("b", "2024-04-08", "Vienna", "AT")));
  CHECK_FALSE(sameEvent(guangzhou, visit("b", "2024-04-06/2024-05-06", "Beijing", "CN")));
  CHECK_FALSE(sameEvent(in(guangzhou, "one.txt"), in(visit("b", "2024-04-08", "Beijing", "CN"), "one.txt")));
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

TEST_CASE("where governments meet for a few days a venue abroad is as good as its city") {
  const auto bodies = [](std::string_view date, std::string place, std::string country) {
    return at(withBodies(account("a", EventKind::meeting, date), "US government", "Chinese government"),
              std::move(place), std::move(country));
  };
  const auto named = [](std::string place, std::string country) {
    return at(
        with(account("b", EventKind::meeting, "2025-06-09/2025-06-10"), {"Scott Bessent"}, {"He Lifeng"}),
        std::move(place), std::move(country));
  };
  CHECK(sameEvent(bodies("2025-06-10", "Lancaster House", "GB"), named("London", "GB")));
  CHECK(sameEvent(bodies("2025-06-10", "United Kingdom", "GB"), named("London", "GB")));
  CHECK_FALSE(sameEvent(bodies("2025-06", "Lancaster House", "GB"), named("London", "GB")));
  CHECK_FALSE(sameEvent(bodies("2025-06-10", "Tianjin", "CN"), named("Beijing", "CN")));
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

TEST_CASE("without date and day of writing an event is known again only within its article") {
  const Event dated = in(at(talks("a", "2022-06-13"), "Luxembourg", "LU"), "one.txt");
  const Event undated = in(at(talks("b", "unknown"), "Luxembourg", "LU"), "one.txt");
  CHECK(sameEvent(dated, undated));
  CHECK_FALSE(sameEvent(dated, in(undated, "other.txt")));
  CHECK_FALSE(sameEvent(dated, in(talks("b", "unknown"), "one.txt")));
}

TEST_CASE("an event without a date is the one before the day of writing at that place") {
  const auto vienna = [](Event event) { return at(std::move(event), "Vienna", "AT"); };
  const Event undated = vienna(talks("b", "unknown"));
  CHECK(sameEvent(vienna(talks("a", "2023-05-10")), undated, written({{"b", "2024-08-30"}})));
  CHECK(sameEvent(at(talks("a", "2023-05"), "Austria", "AT"), undated, written({{"b", "2024-08-30"}})));
  CHECK_FALSE(sameEvent(vienna(talks("a", "2023-05-10")), undated, written({{"b", "2023-05-01"}})));
  CHECK_FALSE(sameEvent(vienna(talks("a", "2023-05-10")), undated, written({{"b", "2033-05-01"}})));
  CHECK_FALSE(
      sameEvent(at(talks("a", "2023-05-10"), "Valletta", "MT"), undated, written({{"b", "2024-08-30"}})));
}

TEST_CASE("what is told without day and place is news, or the next thing to come") {
  const Event met = talks("a", "2023-05-10");
  CHECK(sameEvent(met, talks("b", "unknown"), written({{"b", "2023-06-01"}})));
  CHECK_FALSE(sameEvent(met, talks("b", "unknown"), written({{"b", "2023-09-01"}})));
  const Event plan = told(talks("b", "unknown"), EventStatus::planned);
  CHECK(sameEvent(met, plan, written({{"b", "2023-02-01"}})));
  CHECK_FALSE(sameEvent(met, plan, written({{"b", "2022-09-01"}})));
  CHECK_FALSE(sameEvent(met, plan, written({{"b", "2023-05-11"}})));
}

TEST_CASE("a plan without a date waits longer for a journey to the place that it names") {
  const Event plan = told(trip("b", "unknown"), EventStatus::planned);
  CHECK(sameEvent(trip("a", "2023-07-06"), plan, written({{"b", "2022-09-01"}})));
  CHECK_FALSE(sameEvent(trip("a", "2023-07-06"), plan, written({{"b", "2021-09-01"}})));
}

TEST_CASE("two accounts without a date are one when they were written about the same time") {
  const auto plan = [](std::string id) { return told(trip(std::move(id), "unknown"), EventStatus::planned); };
  CHECK(sameEvent(plan("a"), plan("b"), written({{"a", "2023-06-01"}, {"b", "2023-06-20"}})));
  CHECK_FALSE(sameEvent(plan("a"), plan("b"), written({{"a", "2023-06-01"}, {"b", "2023-09-20"}})));
  CHECK_FALSE(
      sameEvent(plan("a"), trip("b", "unknown"), written({{"a", "2023-06-01"}, {"b", "2023-06-20"}})));
}

TEST_CASE("without a date it takes both sides of talks, and never joins what can be several at once") {
  const auto days = written({{"b", "2023-05-12"}});
  CHECK_FALSE(sameEvent(talks("a", "2023-05-10"),
                        with(account("b", EventKind::meeting, "unknown"), {}, {"Wang Yi"}), days));
  const auto founding = [](std::string id, std::string_view date) {
    return with(account(std::move(id), EventKind::workingGroup, date), {"Janet Yellen"}, {"He Lifeng"});
  };
  CHECK_FALSE(sameEvent(founding("a", "2023-05-10"), founding("b", "unknown"), days));
}

TEST_CASE("a plan may slip by a third of its width, a month at most, but not in one article") {
  const auto plan = [](std::string_view date) { return told(trip("a", date), EventStatus::planned); };
  CHECK(sameEvent(plan("2010"), trip("b", "2011-01-19")));
  CHECK_FALSE(sameEvent(plan("2010"), trip("b", "2011-03-01")));
  CHECK(sameEvent(plan("2023-06"), trip("b", "2023-07-06")));
  CHECK_FALSE(sameEvent(plan("2023-06"), trip("b", "2023-07-16")));
  CHECK_FALSE(sameEvent(plan("2023-07-01"), trip("b", "2023-07-06")));
  CHECK_FALSE(sameEvent(in(plan("2023-06"), "one.txt"), in(trip("b", "2023-07-06"), "one.txt")));
  CHECK_FALSE(sameEvent(plan("2023-06"), at(trip("b", "2023-07-06"), "Tianjin", "CN")));
}

TEST_CASE("a vague date means no day that the day of writing rules out") {
  const Event plan = told(trip("a", "2023"), EventStatus::planned);
  const Event early = trip("b", "2023-02-05");
  CHECK(sameEvent(plan, early));
  CHECK_FALSE(sameEvent(plan, early, written({{"a", "2023-06-01"}})));
  CHECK_FALSE(sameEvent(trip("a", "2023"), trip("b", "2023-12-05"), written({{"a", "2023-06-01"}})));
}

TEST_CASE("a body in a person's stead agrees where the place does not speak against it") {
  const auto met = [](std::string id, std::string_view date) {
    return at(with(account(std::move(id), EventKind::meeting, date), {"Joe Biden"}, {"Xi Jinping"}),
              "Filoli estate", "US");
  };
  Event body = with(account("b", EventKind::meeting, "2023-11-15"), {}, {"Xi Jinping"});
  body.participants.push_back({"US government", ParticipantType::body, Side::us, {}});
  CHECK(sameEvent(met("a", "2023-11-15"), body));
  CHECK(sameEvent(met("a", "2023-11"), at(body, "Filoli estate", "US")));
  CHECK_FALSE(sameEvent(met("a", "2023-11"), body));
  CHECK_FALSE(sameEvent(met("a", "2023-11-15"), at(body, "San Francisco", "US")));
}

TEST_CASE("a title alone may be anybody's") {
  Event titled = with(account("b", EventKind::meeting, "2023-05-10"), {}, {"Wang Yi"});
  titled.participants.push_back(
      {"National Security Advisor", ParticipantType::person, Side::us, "National Security Advisor"});
  CHECK(sameEvent(talks("a", "2023-05-10"), titled));
}

TEST_CASE("talks by video may be told as a meeting of those days") {
  const auto call = [](std::string_view date) {
    return with(account("b", EventKind::call, date), {"Jake Sullivan"}, {"Wang Yi"});
  };
  CHECK(sameEvent(talks("a", "2023-05-10"), call("2023-05-10")));
  CHECK_FALSE(sameEvent(talks("a", "2023-05-10"), call("2023-05-11")));
  CHECK_FALSE(sameEvent(talks("a", "2023-05-10"), call("2023-05")));
}

TEST_CASE("the same people on the same day in two countries are one event that some article places wrongly") {
  const auto malta = at(talks("a", "2023-09-17"), "Valletta", "MT");
  const auto vienna = [](Event event) { return at(std::move(event), "Vienna", "AT"); };
  CHECK(sameEvent(malta, vienna(talks("b", "2023-09-17"))));
  CHECK_FALSE(sameEvent(malta, vienna(talks("b", "2023-09"))));
  CHECK_FALSE(sameEvent(in(malta, "one.txt"), in(vienna(talks("b", "2023-09-17")), "one.txt")));
  CHECK_FALSE(
      sameEvent(malta, vienna(with(account("b", EventKind::meeting, "2023-09-17"), {}, {"Wang Yi"}))));
}

TEST_CASE("what governments sign on the day is not all signed by their heads") {
  const auto here = [](Event event) { return at(std::move(event), "Washington", "US"); };
  const Event signedByHeads =
      here(with(account("a", EventKind::agreement, "2015-09-25"), {"Barack Obama"}, {"Xi Jinping"}));
  CHECK_FALSE(sameEvent(signedByHeads, here(withBodies(account("b", EventKind::agreement, "2015-09-25"),
                                                       "US government", "Chinese government"))));
}

TEST_CASE("an event with nothing to know it by is not the same as its copy") {
  const Event bare = account("a", EventKind::incident, "2023-02-04");
  CHECK_FALSE(sameEvent(bare, bare));
}
