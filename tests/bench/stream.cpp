// SPDX-License-Identifier: Apache-2.0

// A stream of articles from JSON lines to JSON lines, as `demarche-cli extract -` reads it: its rate and
// memory must not depend on its length, nor the rate on the length of one article.

#include "core/exchange/json.h"
#include "core/service/in_order.h"
#include "core/service/reading.h"
#include "core/text/unicode.h"
#include "tests/bench/sample_articles.h"
#include "tests/bench/sample_knowledge.h"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace demarche;

constexpr std::size_t megabyte = 1'000'000;

std::vector<exchange::Record> records(bool chinese) {
  std::vector<exchange::Record> records;
  for (const model::Document* document : bench::sampleArticles(chinese)) {
    exchange::Record& record = records.emplace_back();
    record.source = document->source;
    record.text = text::toUtf8(document->text);
  }
  return records;
}

/// The sample articles of both languages again and again, on one thread.
void readStream(benchmark::State& state, std::size_t bytes) {
  const language::Knowledge& knowledge = bench::sampleKnowledge();
  std::vector<exchange::Record> articles = records(false);
  for (exchange::Record& record : records(true))
    articles.push_back(std::move(record));
  std::size_t read = 0;
  for ([[maybe_unused]] auto run : state) {
    std::size_t given = 0, next = 0;
    service::InOrder<const exchange::Record*, std::string> work(
        [&]() -> std::optional<const exchange::Record*> {
          if (given >= bytes) return std::nullopt;
          const exchange::Record& article = articles[next++ % articles.size()];
          given += article.text.size();
          return &article;
        },
        [&](const exchange::Record* article) {
          const auto done = service::readArticle(*article, knowledge);
          return done ? service::jsonLine(*done) : std::string();
        });
    work.run(
        [](std::string line) {
          benchmark::DoNotOptimize(line);
          return true;
        },
        1);
    read += given;
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(read));
}

/// The same articles as a single one.
void readOneArticle(benchmark::State& state, std::size_t bytes) {
  const language::Knowledge& knowledge = bench::sampleKnowledge();
  exchange::Record whole;
  while (whole.text.size() < bytes)
    for (const exchange::Record& record : records(false))
      whole.text.append(record.text).push_back('\n');
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(service::readArticle(whole, knowledge));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(whole.text.size()));
}

/// Of this program, which has only read streams so far.
void peakMemory(benchmark::State& state) {
  rusage usage{};
  for ([[maybe_unused]] auto run : state)
    getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_bytes"] = static_cast<double>(usage.ru_maxrss) * 1024;
}

BENCHMARK_CAPTURE(readStream, 1mb, megabyte)->Name("extract_stream_1mb_mb_per_s")->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(readStream, 10mb, 10 * megabyte)
    ->Name("extract_stream_10mb_mb_per_s")
    ->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(readStream, 100mb, 100 * megabyte)
    ->Name("extract_stream_100mb_mb_per_s")
    ->MeasureProcessCPUTime();
BENCHMARK(peakMemory)->Name("extract_stream_peak_mb");
BENCHMARK_CAPTURE(readOneArticle, 1mb, megabyte)->Name("extract_one_1mb_mb_per_s");
BENCHMARK_CAPTURE(readOneArticle, 10mb, 10 * megabyte)->Name("extract_one_10mb_mb_per_s");

} // namespace
