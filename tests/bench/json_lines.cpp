// SPDX-License-Identifier: Apache-2.0

// The main function of every benchmark: Google Benchmark measures, and each result is one JSON object on a
// line of its own, so that a script can keep the figures of each version. Bytes per second become MB/s, items
// per second 1/s, both better when higher; a peak of bytes becomes MB; counters "ms" and "bytes" are the
// figure themselves; anything else is the time of one run in milliseconds.

#include <benchmark/benchmark.h>
#include <fmt/core.h>

#include <string>
#include <vector>

namespace {

struct Figure {
  double value;
  const char* unit;
  const char* better;
};

Figure figureOf(const benchmark::BenchmarkReporter::Run& run) {
  if (const auto bytes = run.counters.find("bytes_per_second"); bytes != run.counters.end())
    return {bytes->second / 1e6, "MB/s", "higher"};
  if (const auto items = run.counters.find("items_per_second"); items != run.counters.end())
    return {items->second, "1/s", "higher"};
  if (const auto peak = run.counters.find("peak_bytes"); peak != run.counters.end())
    return {peak->second / 1e6, "MB", "lower"};
  if (const auto milliseconds = run.counters.find("ms"); milliseconds != run.counters.end())
    return {milliseconds->second, "ms", "lower"};
  if (const auto bytes = run.counters.find("bytes"); bytes != run.counters.end())
    return {bytes->second, "B", "lower"};
  const double seconds = run.GetAdjustedRealTime() / benchmark::GetTimeUnitMultiplier(run.time_unit);
  return {seconds * 1e3, "ms", "lower"};
}

class JsonLines : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      const Figure figure = figureOf(run);
      fmt::print("{{\"name\": \"{}\", \"value\": {:.4g}, \"unit\": \"{}\", \"better\": \"{}\"}}\n",
                 run.run_name.function_name, figure.value, figure.unit, figure.better);
    }
    std::fflush(stdout);
  }
};

} // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  JsonLines reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return 0;
}
