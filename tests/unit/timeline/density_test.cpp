// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/density.h"

#include "many_events.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace demarche;
using namespace demarche::timeline;

TEST_CASE("every event is counted once, in the unit of its middle day") {
  // 1970-01-01, 1970-12-31, and one from 1970 into 1971 whose middle lies in 1971
  const auto bins = densityOf(*meetingsOn({{0, 0}, {300, 500}, {364, 364}}), CalendarUnit::year);
  REQUIRE(bins.size() == 2);
  CHECK(bins[0].cell == Cell{0, 365});
  CHECK(bins[0].count == 2);
  CHECK(bins[1].cell == Cell{365, 730});
  CHECK(bins[1].count == 1);
}

TEST_CASE("a bin tells its events by kind") {
  Snapshot snapshot = *meetingsOn({{0, 0}, {300, 500}, {364, 364}, {364, 364}});
  snapshot.items[2].kind = snapshot.items[3].kind = model::EventKind::visit;
  const auto bins = densityOf(snapshot, CalendarUnit::year);
  REQUIRE(bins.size() == 2);
  CHECK(bins[0].kinds[static_cast<std::size_t>(model::EventKind::meeting)] == 1);
  CHECK(bins[0].kinds[static_cast<std::size_t>(model::EventKind::visit)] == 2);
  CHECK(bins[1].kinds[static_cast<std::size_t>(model::EventKind::visit)] == 0);
}

TEST_CASE("no event is lost between the bins") {
  CHECK(rc::check("for every snapshot", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const auto bins = densityOf(*snapshot, *rc::gen::element(CalendarUnit::week, CalendarUnit::quarter));
    std::size_t sum = 0;
    for (const DensityBin& bin : bins) {
      RC_ASSERT(std::accumulate(bin.kinds.begin(), bin.kinds.end(), 0u) == bin.count);
      sum += bin.count;
    }
    RC_ASSERT(sum == snapshot->items.size());
    for (std::size_t index = 1; index < bins.size(); ++index)
      RC_ASSERT(bins[index - 1].cell.end <= bins[index].cell.first);
  }));
}
