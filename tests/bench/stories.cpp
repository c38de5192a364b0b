// SPDX-License-Identifier: Apache-2.0

// Joining must stay near linear: each event that is added asks which of those known it is. Adding one article
// must not take the longer the more there are.

#include "core/coreference/incremental.h"
#include "core/coreference/join.h"
#include "tests/bench/made_events.h"
#include "tests/unit/coreference/memory_shelf.h"

#include <benchmark/benchmark.h>

#include <vector>

namespace {

using namespace demarche;

void joinStories(benchmark::State& state) {
  const std::vector<model::Event> events = bench::madeEvents(static_cast<std::size_t>(state.range(0)));
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(coreference::stories(events));
}

/// The last ten events as one more article, without what a library takes to read and to write.
void addArticle(benchmark::State& state) {
  constexpr std::size_t ofArticle = 10;
  const auto known = static_cast<std::size_t>(state.range(0));
  const std::vector<model::Event> events = bench::madeEvents(known + ofArticle);
  coreference::MemoryShelf shelf;
  std::vector<coreference::AccountNumber> others;
  for (std::size_t i = 0; i < known; ++i)
    others.push_back(shelf.put(events[i], {}));
  coreference::join(shelf, others, {});
  for ([[maybe_unused]] auto run : state) {
    std::vector<coreference::AccountNumber> article;
    for (std::size_t i = known; i < events.size(); ++i)
      article.push_back(shelf.put(events[i], {}));
    coreference::join(shelf, article, {});
    state.PauseTiming();
    std::vector<coreference::ComponentNumber> lessened;
    lessened.reserve(article.size());
    for (const coreference::AccountNumber number : article)
      lessened.push_back(shelf.takeOff(number));
    coreference::join(shelf, {}, lessened);
    state.ResumeTiming();
  }
}

BENCHMARK(joinStories)->Name("stories_10k_ms")->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(joinStories)->Name("stories_100k_ms")->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(addArticle)->Name("stories_add_article_ms")->Arg(100'000)->Unit(benchmark::kMillisecond);

} // namespace
