// SPDX-License-Identifier: Apache-2.0

// What happens between a snapshot and a painted frame, without the painting. How long a snapshot of a library
// takes is measured in library.cpp.

#include "core/timeline/axis.h"
#include "core/timeline/fold.h"
#include "core/timeline/rows.h"
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

void pack(benchmark::State& state) {
  const timeline::SnapshotPtr snapshot = millionItems();
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(timeline::packRows(*snapshot, {}));
}

// Zooming pays for a fold at every step of the wheel.
void fold(benchmark::State& state, double pixelsPerDay) {
  const timeline::SnapshotPtr snapshot = millionItems();
  const timeline::Rows rows = timeline::packRows(*snapshot, {});
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(timeline::foldRows(*snapshot, rows, pixelsPerDay));
}

void computeAxis(benchmark::State& state) {
  const timeline::TimeScale scale(0, 0.2);
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(timeline::axisFor(scale, 1600, 1));
}

BENCHMARK(pack)->Name("pack_rows_1m_ms")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(fold, decades, 0.1)->Name("fold_1m_by_decades_ms")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(fold, months, 5.0)->Name("fold_1m_by_months_ms")->Unit(benchmark::kMillisecond);
BENCHMARK(computeAxis)->Name("axis_ms")->Unit(benchmark::kMillisecond);

} // namespace
