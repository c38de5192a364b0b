// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/rows.h"

#include "many_events.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::timeline;

TEST_CASE("items of one row never share a day, except where a lane is crowded") {
  CHECK(rc::check("for every snapshot and budget", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const Rows rows = packRows(*snapshot, {*rc::gen::inRange(1, 60), *rc::gen::arbitrary<bool>()});
    for (const Lane& lane : rows.lanes) {
      const std::size_t orderly = lane.rows.size() - (lane.crowded ? 1 : 0);
      for (std::size_t row = 0; row < orderly; ++row)
        for (std::size_t index = 1; index < lane.rows[row].size(); ++index)
          RC_ASSERT(snapshot->items[lane.rows[row][index - 1]].last <
                    snapshot->items[lane.rows[row][index]].first);
    }
  }));
}

TEST_CASE("every item lies in one row of the lane of its kind") {
  CHECK(rc::check("for every snapshot", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const Rows rows = packRows(*snapshot, {20, false});
    std::vector<int> seen(snapshot->items.size(), 0);
    for (std::uint16_t lane = 0; lane < rows.lanes.size(); ++lane)
      for (std::uint16_t row = 0; row < rows.lanes[lane].rows.size(); ++row)
        for (const std::uint32_t item : rows.lanes[lane].rows[row]) {
          ++seen[item];
          RC_ASSERT(rows.laneOf[item] == lane);
          RC_ASSERT(rows.rowOf[item] == row);
          RC_ASSERT(rows.lanes[lane].kind == snapshot->items[item].kind);
        }
    RC_ASSERT(std::all_of(seen.begin(), seen.end(), [](int times) { return times == 1; }));
  }));
}

TEST_CASE("a firm budget is kept as long as every lane has a row") {
  CHECK(rc::check("for every snapshot", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const int budget = *rc::gen::inRange(1, 30);
    const Rows rows = packRows(*snapshot, {budget, true});
    RC_ASSERT(rows.count() <= std::max(budget, static_cast<int>(rows.lanes.size())));
  }));
}

TEST_CASE("a budget that is not firm never crowds a lane of ordinary depth") {
  const auto snapshot = meetingsOn({{0, 9}, {1, 9}, {2, 9}, {3, 9}});
  const Rows rows = packRows(*snapshot, {1, false});
  CHECK(rows.count() == 4);
  CHECK_FALSE(rows.lanes[0].crowded);
}

TEST_CASE("a lane deeper than anyone can read crowds its last row") {
  const auto snapshot = meetingsOn(std::vector<std::pair<DayNumber, DayNumber>>(100, {0, 9}));
  const Rows rows = packRows(*snapshot, {1000, false});
  CHECK(rows.count() == mostRowsInLane);
  CHECK(rows.lanes[0].crowded);
  CHECK(rows.lanes[0].rows.back().size() == 100 - mostRowsInLane + 1);
}

TEST_CASE("rows that are not needed to keep items apart give their labels room") {
  const auto snapshot = meetingsOn({{0, 0}, {10, 10}, {20, 20}, {30, 30}});
  const Rows rows = packRows(*snapshot, {2, false});
  REQUIRE(rows.count() == 2);
  CHECK(rows.lanes[0].rows[0] == std::vector<std::uint32_t>{0, 2});
  CHECK(rows.lanes[0].rows[1] == std::vector<std::uint32_t>{1, 3});
}

TEST_CASE("lanes are in the order of the kinds, without those that nothing happened in") {
  auto snapshot = std::make_shared<Snapshot>(*meetingsOn({{0, 0}, {1, 1}, {2, 2}}));
  snapshot->items[0].kind = model::EventKind::posting;
  snapshot->items[1].kind = model::EventKind::call;
  const Rows rows = packRows(*snapshot, {});
  REQUIRE(rows.lanes.size() == 3);
  CHECK(rows.lanes[0].kind == model::EventKind::meeting);
  CHECK(rows.lanes[1].kind == model::EventKind::call);
  CHECK(rows.lanes[2].kind == model::EventKind::posting);
  CHECK(packRows(Snapshot(), {}).lanes.empty());
}
