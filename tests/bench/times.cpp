// SPDX-License-Identifier: Apache-2.0

// From a text in memory to its times, resolved: as `demarche-cli times` does it, and the peers of
// tests/bench/peers.

#include "core/extract/times/report.h"
#include "tests/bench/dated_texts.h"
#include "tests/bench/sample_knowledge.h"

#include <benchmark/benchmark.h>

namespace {

using namespace demarche;

/// What `demarche-cli times` loads for a suite.
const language::Knowledge& timeKnowledge() {
  static const auto knowledge = bench::loadKnowledge(extract::scopeOfTimes());
  return *knowledge;
}

void loadTimes(benchmark::State& state) {
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(bench::loadKnowledge(extract::scopeOfTimes()));
}

std::int64_t bytesOf(const std::vector<bench::DatedText>& texts) {
  std::size_t bytes = 0;
  for (const bench::DatedText& text : texts)
    bytes += text.utf8.size();
  return static_cast<std::int64_t>(bytes);
}

/// Articles of normal size, one after the other.
void readArticles(benchmark::State& state, bool chinese) {
  const language::Knowledge& knowledge = timeKnowledge();
  const std::vector<bench::DatedText> texts = bench::datedTexts(chinese);
  for ([[maybe_unused]] auto run : state)
    for (const bench::DatedText& text : texts)
      benchmark::DoNotOptimize(extract::timesOfText(text.utf8, knowledge, text.written));
  state.SetBytesProcessed(state.iterations() * bytesOf(texts));
}

/// The same articles again and again as a single text: its size must not change the rate.
void readOneText(benchmark::State& state, bool chinese, std::size_t bytes) {
  const language::Knowledge& knowledge = timeKnowledge();
  const std::vector<bench::DatedText> texts = bench::datedTexts(chinese);
  std::string whole;
  whole.reserve(bytes + 10'000);
  while (whole.size() < bytes)
    for (const bench::DatedText& text : texts)
      whole.append(text.utf8).push_back('\n');
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(extract::timesOfText(whole, knowledge, texts.front().written));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(whole.size()));
}

constexpr std::size_t megabyte = 1'000'000;

BENCHMARK(loadTimes)->Name("packs_load_times_ms")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(readArticles, en, false)->Name("times_en_mb_per_s");
BENCHMARK_CAPTURE(readArticles, zh, true)->Name("times_zh_mb_per_s");
BENCHMARK_CAPTURE(readOneText, en_1mb, false, megabyte)->Name("times_en_1mb_mb_per_s");
BENCHMARK_CAPTURE(readOneText, zh_1mb, true, megabyte)->Name("times_zh_1mb_mb_per_s");
BENCHMARK_CAPTURE(readOneText, en_100mb, false, 100 * megabyte)->Name("times_en_100mb_mb_per_s");
BENCHMARK_CAPTURE(readOneText, zh_100mb, true, 100 * megabyte)->Name("times_zh_100mb_mb_per_s");

} // namespace
