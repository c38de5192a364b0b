// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/possible_days.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

using namespace demarche;
using coreference::possibleDays;
using model::EventStatus;

namespace {

/// The possible days, spelled; empty when nothing bounds them.
std::string possible(EventStatus status, std::string_view date, std::string_view written) {
  const auto days =
      possibleDays(status, time::Edtf::parse(date).value(), time::Edtf::parse(written).value()).possible;
  return days ? time::Edtf::days(*days).str() : std::string();
}

} // namespace

TEST_CASE("a day is the only one possible, whenever it was written of") {
  CHECK(possible(EventStatus::occurred, "2023-05-10", "2023-05-12") == "2023-05-10");
  CHECK(possible(EventStatus::occurred, "2023-05-10", "2023-05-01") == "2023-05-10");
  CHECK(possible(EventStatus::planned, "2023-05-10", "unknown") == "2023-05-10");
}

TEST_CASE("a vague date loses the days that the day of writing rules out") {
  CHECK(possible(EventStatus::occurred, "2023", "2023-05-12") == "2023-01-01/2023-05-12");
  CHECK(possible(EventStatus::planned, "2023", "2023-05-12") == "2023-05-12/2024-01-31");
  CHECK(possible(EventStatus::cancelled, "2023", "2023-05-12") == "2023-01-01/2023-12-31");
}

TEST_CASE("a date that is wholly ruled out is kept, for one of the two is wrong") {
  CHECK(possible(EventStatus::occurred, "2024", "2023-05-12") == "2024-01-01/2024-12-31");
}

TEST_CASE("a plan slips by a third of its width, a month at most") {
  CHECK(possible(EventStatus::planned, "2023-06", "unknown") == "2023-05-22/2023-07-10");
  CHECK(possible(EventStatus::planned, "2023", "unknown") == "2022-12-01/2024-01-31");
  CHECK(possible(EventStatus::occurred, "2023-06", "unknown") == "2023-06-01/2023-06-30");
}

TEST_CASE("without a date the day of writing bounds what is told") {
  CHECK(possible(EventStatus::planned, "unknown", "2023-05-12").starts_with("2023-05-12/2024-11"));
  CHECK(possible(EventStatus::occurred, "unknown", "2023-05-12").ends_with("/2023-05-12"));
  CHECK(possible(EventStatus::occurred, "unknown", "unknown").empty());
  CHECK(possible(EventStatus::occurred, "unknown", "2019/2023").empty());
}
