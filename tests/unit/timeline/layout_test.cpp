// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/layout.h"

#include "many_events.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::timeline;

namespace {

Layout layoutOf(const SnapshotPtr& snapshot, RowBudget budget) {
  return layOut(snapshot, laneItems(*snapshot, Grouping::kind), budget);
}

std::vector<std::uint32_t> itemsOf(const Layout& layout, std::size_t row) {
  return {layout.order.begin() + layout.rows[row].begin, layout.order.begin() + layout.rows[row].end};
}

} // namespace

TEST_CASE("items of one row never share a day, except where a lane is crowded") {
  CHECK(rc::check("for every snapshot and budget", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const Layout layout = layoutOf(snapshot, {*rc::gen::inRange(1, 60), *rc::gen::arbitrary<bool>()});
    for (const Row& row : layout.rows)
      for (std::uint32_t slot = row.begin + 1; slot < row.end; ++slot) {
        const Days before = daysIn(row, layout.item(slot - 1));
        const Days days = daysIn(row, layout.item(slot));
        RC_ASSERT((row.crowded ? before.first <= days.first : before.last < days.first));
      }
  }));
}

TEST_CASE("every item has one slot in each of its lanes, and is found there") {
  CHECK(rc::check("for every snapshot", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const Layout layout = layoutOf(snapshot, {20, false});
    RC_ASSERT(layout.order.size() == snapshot->items.size());
    for (std::uint32_t item = 0; item < snapshot->items.size(); ++item) {
      RC_ASSERT(layout.slotsOf(item).size() == 1U);
      const std::uint32_t slot = layout.slotsOf(item)[0];
      RC_ASSERT(layout.order[slot] == item);
      const Lane& lane = layout.lanes[layout.laneAt(slot)];
      const Row& row = layout.rows[layout.rowAt(slot)];
      RC_ASSERT((lane.begin <= slot && slot < lane.end && row.begin <= slot && slot < row.end));
      RC_ASSERT(lane.key.value == static_cast<std::uint32_t>(snapshot->items[item].kind));
    }
  }));
}

TEST_CASE("a lane counts each of its items on its middle day") {
  CHECK(rc::check("for every snapshot", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const Layout layout = layoutOf(snapshot, {20, false});
    for (const Lane& lane : layout.lanes) {
      std::vector<std::uint32_t> counted(layout.byDay.begin() + lane.begin, layout.byDay.begin() + lane.end);
      std::vector<std::uint32_t> held(layout.order.begin() + lane.begin, layout.order.begin() + lane.end);
      RC_ASSERT(std::is_sorted(layout.days.begin() + lane.begin, layout.days.begin() + lane.end));
      for (std::uint32_t slot = lane.begin; slot < lane.end; ++slot)
        RC_ASSERT(layout.days[slot] == snapshot->items[layout.byDay[slot]].middle());
      std::sort(counted.begin(), counted.end());
      std::sort(held.begin(), held.end());
      RC_ASSERT(counted == held);
    }
  }));
}

TEST_CASE("a firm budget is kept as long as every lane has a row") {
  CHECK(rc::check("for every snapshot", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const int budget = *rc::gen::inRange(1, 30);
    const Layout layout = layoutOf(snapshot, {budget, true});
    RC_ASSERT(layout.rows.size() <= std::max(static_cast<std::size_t>(budget), layout.lanes.size()));
  }));
}

TEST_CASE("a budget that is not firm never crowds a lane of ordinary depth") {
  const Layout layout = layoutOf(meetingsOn({{0, 9}, {1, 9}, {2, 9}, {3, 9}}), {1, false});
  CHECK(layout.rows.size() == 4);
  CHECK_FALSE(layout.rows.back().crowded);
}

TEST_CASE("a lane deeper than anyone can read crowds its last row") {
  const Layout layout =
      layoutOf(meetingsOn(std::vector<std::pair<DayNumber, DayNumber>>(100, {0, 9})), {1000, false});
  REQUIRE(layout.rows.size() == mostRowsInLane);
  CHECK(layout.rows.back().crowded);
  CHECK(itemsOf(layout, mostRowsInLane - 1).size() == 100 - mostRowsInLane + 1);
}

TEST_CASE("rows that are not needed to keep items apart give their labels room") {
  const Layout layout = layoutOf(meetingsOn({{0, 0}, {10, 10}, {20, 20}, {30, 30}}), {2, false});
  REQUIRE(layout.rows.size() == 2);
  CHECK(itemsOf(layout, 0) == std::vector<std::uint32_t>{0, 2});
  CHECK(itemsOf(layout, 1) == std::vector<std::uint32_t>{1, 3});
}

TEST_CASE("a collapsed lane has one row") {
  const SnapshotPtr snapshot = meetingsOn({{0, 9}, {1, 9}, {2, 9}, {3, 9}});
  std::vector<LaneItems> lanes = laneItems(*snapshot, Grouping::kind);
  lanes[0].collapsed = true;
  const Layout layout = layOut(snapshot, lanes, {40, false});
  CHECK(layout.rows.size() == 1);
  CHECK(layout.lanes[0].size() == 4);
}

TEST_CASE("nothing is laid out as nothing") {
  const Layout layout = layoutOf(std::make_shared<Snapshot>(), {});
  CHECK(layout.lanes.empty());
  CHECK(layout.order.empty());
}
