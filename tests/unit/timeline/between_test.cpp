// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/between.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <rapidcheck.h>
#include <string>

using namespace demarche;
using namespace demarche::timeline;

namespace {

Item itemOn(const std::string& edtf) {
  model::Event event;
  event.id = "event";
  event.date = time::Edtf::parse(edtf).value();
  return snapshotOf({event})->items.at(0);
}

DayCount between(const std::string& a, const std::string& b) {
  return daysBetween(itemOn(a), itemOn(b));
}

DayCount exactly(std::int64_t days) {
  return {days, days};
}

} // namespace

TEST_CASE("days are counted from one date to the other, whichever is first") {
  CHECK(between("2023-05-10", "2023-05-10") == exactly(0));
  CHECK(between("2023-05-10", "2023-05-11") == exactly(1));
  CHECK(between("2024-03-01", "2024-02-28") == exactly(2));
  CHECK(between("1969-12-31", "1970-01-01") == exactly(1));
}

TEST_CASE("a stretch of days is counted from its begin") {
  CHECK(between("2023-05-10/2023-05-20", "2023-05-30") == exactly(20));
  CHECK(endOf(itemOn("2023-05-10/2023-05-20")) == When::on(itemOn("2023-05-20").first));
}

TEST_CASE("a vague date gives the least and the most that it can mean") {
  CHECK(between("2023-05-10", "2023-06") == DayCount{22, 51});
  CHECK(between("2023-06", "2023-05-10") == DayCount{22, 51});
  CHECK(between("2023-05", "2023-05-10") == DayCount{0, 21});
  CHECK(between("2023-05", "2023-05") == DayCount{0, 30});
  CHECK(between("2023-05/2023-07", "2023-09-01") == DayCount{93, 123});
}

TEST_CASE("an open end may be any number of days away, but no fewer than are known") {
  CHECK(between("../2023-05-10", "2023-05-30") == DayCount{20, std::nullopt});
  CHECK(between("../2023-05-10", "2023-05-01") == DayCount{0, std::nullopt});
  CHECK(between("2023-05-10/..", "2023-05-30") == exactly(20)); // its begin is told
  CHECK(daysBetween(endOf(itemOn("2023-05-10/..")), When::on(itemOn("2023-05-01").first)) ==
        DayCount{9, std::nullopt});
}

TEST_CASE("whichever days two vague dates mean, the number between them lies within what is told") {
  CHECK(rc::check("days between", [] {
    const auto any = [] {
      const int first = *rc::gen::inRange(-500, 500);
      return When{first, first + *rc::gen::inRange(0, 60), *rc::gen::arbitrary<bool>(),
                  *rc::gen::arbitrary<bool>()};
    };
    const auto dayOf = [](const When& when) {
      return *rc::gen::inRange(when.openFirst ? -5000 : when.first, (when.openLast ? 5000 : when.last) + 1);
    };
    const When a = any();
    const When b = any();
    const DayCount count = daysBetween(a, b);
    const std::int64_t days = std::abs(dayOf(a) - dayOf(b));
    RC_ASSERT(count.least <= days);
    RC_ASSERT(!count.most || days <= *count.most);
    RC_ASSERT(count == daysBetween(b, a));
    RC_ASSERT(count.most.has_value() == !(a.openFirst || a.openLast || b.openFirst || b.openLast));
  }));
}
