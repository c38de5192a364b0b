// SPDX-License-Identifier: Apache-2.0

// Joining must stay near linear: each event that is added asks which of those known it is.

#include "core/coreference/join.h"
#include "tests/bench/made_events.h"

#include <benchmark/benchmark.h>

namespace {

using namespace demarche;

void joinStories(benchmark::State& state) {
  const std::vector<model::Event> events = bench::madeEvents(static_cast<std::size_t>(state.range(0)));
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(coreference::stories(events));
}

BENCHMARK(joinStories)->Name("stories_10k_ms")->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(joinStories)->Name("stories_100k_ms")->Arg(100'000)->Unit(benchmark::kMillisecond);

} // namespace
