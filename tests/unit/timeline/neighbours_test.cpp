// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/neighbours.h"

#include "many_events.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

using namespace demarche;
using namespace demarche::timeline;

namespace {

Layout layoutOf(const SnapshotPtr& snapshot) {
  return layOut(snapshot, laneItems(*snapshot, Grouping::kind), {4, true});
}

/// The items of a lane by middle day, then by number: what is to be found, by looking at all.
std::vector<std::uint32_t> byMiddle(const Layout& layout, const Lane& lane) {
  std::vector<std::uint32_t> items(layout.order.begin() + lane.begin, layout.order.begin() + lane.end);
  std::sort(items.begin(), items.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto& all = layout.snapshot->items;
    return std::pair(all[a].middle(), a) < std::pair(all[b].middle(), b);
  });
  return items;
}

} // namespace

TEST_CASE("steps within a lane go through all of its events in time") {
  CHECK(rc::check([] {
    const Layout layout = layoutOf(anySnapshot());
    for (const Lane& lane : layout.lanes) {
      const std::vector<std::uint32_t> items = byMiddle(layout, lane);
      RC_ASSERT(!stepIn(layout, lane, items.front(), -1));
      RC_ASSERT(!stepIn(layout, lane, items.back(), 1));
      for (std::size_t i = 0; i + 1 < items.size(); ++i) {
        RC_ASSERT(stepIn(layout, lane, items[i], 1) == items[i + 1]);
        RC_ASSERT(stepIn(layout, lane, items[i + 1], -1) == items[i]);
      }
    }
  }));
}

TEST_CASE("the nearest event of a lane has no other one nearer, and is the earlier of two") {
  CHECK(rc::check([] {
    const Layout layout = layoutOf(anySnapshot());
    const DayNumber day = *rc::gen::inRange(-4000, 4000);
    const auto far = [&](std::uint32_t item) {
      return std::abs(layout.snapshot->items[item].middle() - day);
    };
    for (const Lane& lane : layout.lanes) {
      const std::vector<std::uint32_t> items = byMiddle(layout, lane);
      const auto wanted = std::min_element(items.begin(), items.end(),
                                           [&](std::uint32_t a, std::uint32_t b) { return far(a) < far(b); });
      RC_ASSERT(nearestIn(layout, lane, day) == *wanted);
    }
  }));
}

TEST_CASE("between two days stand the events of a lane whose middle day is") {
  CHECK(rc::check([] {
    const Layout layout = layoutOf(anySnapshot());
    const DayNumber one = *rc::gen::inRange(-4000, 4000);
    const DayNumber other = *rc::gen::inRange(-4000, 4000);
    for (const Lane& lane : layout.lanes) {
      std::vector<std::uint32_t> wanted;
      for (const std::uint32_t item : byMiddle(layout, lane)) {
        const DayNumber day = layout.snapshot->items[item].middle();
        if (std::min(one, other) <= day && day <= std::max(one, other)) wanted.push_back(item);
      }
      std::sort(wanted.begin(), wanted.end());
      RC_ASSERT(itemsBetween(layout, lane, one, other) == wanted);
    }
  }));
}
