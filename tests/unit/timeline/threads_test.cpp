// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/threads.h"

#include "core/time/calendar.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>

using namespace demarche;
using model::EventStatus;
using timeline::DayNumber;
using timeline::Thread;

namespace {

DayNumber day(const char* iso) {
  return static_cast<DayNumber>(time::parseIsoDay(iso).value().time_since_epoch().count());
}

model::Passage account(const char* article, EventStatus status, const char* edtf) {
  model::Passage passage;
  passage.article = article;
  passage.status = status;
  passage.date = edtf == std::string("unknown") ? time::Edtf() : time::Edtf::parse(edtf).value();
  return passage;
}

model::Event eventOn(const char* edtf, std::vector<model::Passage> passages) {
  model::Event event;
  event.date = edtf == std::string("unknown") ? time::Edtf() : time::Edtf::parse(edtf).value();
  event.passages = std::move(passages);
  return event;
}

/// `early` was written on 3 May 2023, `late` on 1 June and `after` on 20 June; of others it is not known.
std::optional<DayNumber> writtenOn(std::string_view article) {
  static const std::map<std::string_view, const char*> days{
      {"early", "2023-05-03"}, {"late", "2023-06-01"}, {"after", "2023-06-20"}};
  const auto known = days.find(article);
  return known == days.end() ? std::nullopt : std::optional(day(known->second));
}

std::vector<Thread> threads(const model::Event& event) {
  return timeline::threadsOf(event, writtenOn);
}

} // namespace

TEST_CASE("a plan for another day leads to where the event took place, from the day it was announced on") {
  const auto found = threads(eventOn("2023-06-19", {account("early", EventStatus::planned, "2023-06-18"),
                                                    account("after", EventStatus::occurred, "2023-06-19")}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].status == EventStatus::planned);
  CHECK(found[0].date.str() == "2023-06-18");
  CHECK(found[0].elsewhere);
  CHECK(found[0].told == day("2023-05-03"));
  CHECK(found[0].begin() == day("2023-06-18"));
}

TEST_CASE("a plan that was kept leads from its announcement alone") {
  const auto found = threads(eventOn("2023-06-18", {account("early", EventStatus::planned, "2023-06-18")}));
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].elsewhere);
  CHECK(found[0].begin() == day("2023-05-03"));
}

TEST_CASE("accounts that agree with the event lead nowhere") {
  CHECK(threads(eventOn("2023-06-18", {account("after", EventStatus::occurred, "2023-06-18"),
                                       account("after", EventStatus::occurred, "2023-06")}))
            .empty());
}

TEST_CASE("a plan whose announcement is not dated leads somewhere only when it was for another day") {
  CHECK(threads(eventOn("2023-06-18", {account("unknown", EventStatus::planned, "2023-06-18")})).empty());
  const auto found = threads(eventOn("2023-06-18", {account("unknown", EventStatus::planned, "2023-02")}));
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].told);
  CHECK(found[0].begin() == day("2023-02-14"));
}

TEST_CASE("what was written when the day had come announces nothing") {
  CHECK(threads(eventOn("2023-06-18", {account("after", EventStatus::planned, "2023-06-18")})).empty());
}

TEST_CASE("accounts that tell the same share a thread, from the first telling on") {
  const auto found = threads(eventOn("2023-06-19", {account("late", EventStatus::planned, "2023-06-18"),
                                                    account("early", EventStatus::planned, "2023-06-18"),
                                                    account("unknown", EventStatus::planned, "2023-06-18")}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].told == day("2023-05-03"));
}

TEST_CASE("a plan for the event's own month and one for its day are one announcement") {
  const auto found = threads(eventOn("2023-06-18", {account("early", EventStatus::planned, "2023-06"),
                                                    account("late", EventStatus::planned, "2023-06-18")}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].told == day("2023-05-03"));
}

TEST_CASE(
    "what was planned, called off and dated otherwise are threads of their own, in the order of telling") {
  const auto found = threads(eventOn("2023-06-19", {account("after", EventStatus::occurred, "2023-06-21"),
                                                    account("late", EventStatus::cancelled, "2023-06-12"),
                                                    account("early", EventStatus::planned, "2023-06-05")}));
  REQUIRE(found.size() == 3);
  CHECK(found[0].status == EventStatus::planned);
  CHECK(found[1].status == EventStatus::cancelled);
  CHECK(found[1].told == day("2023-06-01"));
  CHECK(found[2].status == EventStatus::occurred);
  CHECK_FALSE(found[2].told);
}

TEST_CASE("what was announced first comes first, for whatever day") {
  const auto found = threads(eventOn("2023-06-19", {account("late", EventStatus::planned, "2023-06-19"),
                                                    account("early", EventStatus::planned, "2023-06-16")}));
  REQUIRE(found.size() == 2);
  CHECK(found[0].told == day("2023-05-03"));
  CHECK(found[1].told == day("2023-06-01"));
}

TEST_CASE("without a date there is nowhere to lead to or from") {
  CHECK(threads(eventOn("unknown", {account("early", EventStatus::planned, "2023-06-18")})).empty());
  CHECK(threads(eventOn("2023-06-18", {account("early", EventStatus::planned, "unknown")})).empty());
}
