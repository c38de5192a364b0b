// SPDX-License-Identifier: Apache-2.0

// What happens between a snapshot and a painted frame, without the painting. How long a snapshot of a library
// takes is measured in library.cpp.

#include "core/timeline/axis.h"
#include "core/timeline/layout.h"
#include "core/timeline/marks.h"
#include "core/timeline/snapshot.h"
#include "tests/bench/made_events.h"

#include <benchmark/benchmark.h>

namespace {

using namespace demarche;

constexpr std::size_t million = 1'000'000;

timeline::SnapshotPtr millionItems() {
  static const timeline::SnapshotPtr snapshot = timeline::snapshotOf(bench::madeEvents(million));
  return snapshot;
}

const timeline::Layout& millionLaidOut() {
  static const timeline::Layout layout =
      timeline::layOut(millionItems(), timeline::laneItems(*millionItems(), timeline::Grouping::kind), {});
  return layout;
}

void group(benchmark::State& state, timeline::Grouping grouping) {
  const timeline::SnapshotPtr snapshot = millionItems();
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(timeline::laneItems(*snapshot, grouping));
}

void layOut(benchmark::State& state) {
  const timeline::SnapshotPtr snapshot = millionItems();
  const auto lanes = timeline::laneItems(*snapshot, timeline::Grouping::kind);
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(timeline::layOut(snapshot, lanes, {}));
}

/// All marks of a window of 1920 pixels, in every row of every lane, whether or not there is room for them.
void marks(benchmark::State& state, double pixelsPerDay) {
  const timeline::Layout& layout = millionLaidOut();
  const timeline::Extent extent = timeline::extentOf(*millionItems());
  constexpr double width = 1920;
  const double middle = (extent.first + extent.last) / 2.0;
  const timeline::Sight sight{timeline::TimeScale(middle - width / 2 / pixelsPerDay, pixelsPerDay), width, 1};
  std::vector<timeline::Mark> found;
  for ([[maybe_unused]] auto run : state) {
    found.clear();
    for (const timeline::Lane& lane : layout.lanes) {
      if (timeline::isDense(lane, sight)) {
        timeline::columnsIn(layout, lane, sight, {}, found);
        continue;
      }
      for (std::uint32_t row = lane.firstRow; row < lane.firstRow + lane.rows; ++row)
        timeline::marksIn(layout, layout.rows[row], sight, {}, found);
    }
    benchmark::DoNotOptimize(found.data());
  }
}

void computeAxis(benchmark::State& state) {
  const timeline::TimeScale scale(0, 0.2);
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(timeline::axisFor(scale, 1600, 1));
}

BENCHMARK_CAPTURE(group, kind, timeline::Grouping::kind)
    ->Name("lanes_1m_by_kind_ms")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(group, person, timeline::Grouping::person)
    ->Name("lanes_1m_by_person_ms")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(layOut)->Name("layout_1m_ms")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(marks, decades, 0.1)->Name("marks_1m_by_decades_ms")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(marks, years, 1.0)->Name("marks_1m_by_years_ms")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(marks, months, 10.0)->Name("marks_1m_by_months_ms")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(marks, days, 60.0)->Name("marks_1m_by_days_ms")->Unit(benchmark::kMillisecond);
BENCHMARK(computeAxis)->Name("axis_ms")->Unit(benchmark::kMillisecond);

} // namespace
