// SPDX-License-Identifier: Apache-2.0

// A library as large as an archive: how fast it grows, how much room it takes, and how long it lets somebody
// wait. Measured on made articles (made_articles.h); $DEMARCHE_BENCH_ARTICLES says how
// many, $DEMARCHE_BENCH_FACTS of how many events.

#include "core/library/library.h"
#include "core/service/session.h"
#include "core/text/unicode.h"
#include "core/timeline/snapshot.h"
#include "tests/bench/made_library.h"
#include "tests/bench/percentile.h"
#include "tests/bench/sample_knowledge.h"
#include "tests/bench/workload.h"

#include <benchmark/benchmark.h>
#include <fmt/core.h>
#include <sys/resource.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace demarche;
namespace fs = std::filesystem;
using library::Library;

/// Adding is measured on a new library of so many at most.
constexpr std::size_t mostAdded = 2000;
constexpr std::size_t mostAddedAndRead = 500;

/// A folder of its own below the kept libraries, gone at the end.
class Folder {
 public:
  Folder() {
    std::string name = std::string(MADE_LIBRARIES) + "/run-XXXXXX";
    fs::create_directories(MADE_LIBRARIES);
    if (mkdtemp(name.data()) == nullptr) std::exit(2);
    m_path = name;
  }
  ~Folder() { fs::remove_all(m_path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] fs::path operator/(const std::string& name) const { return m_path / name; }

 private:
  fs::path m_path;
};

template <typename Value>
Value must(base::Result<Value> result, const char* what) {
  if (!result) {
    fmt::print(stderr, "{}: {}\n", what, result.error().message);
    std::exit(2);
  }
  if constexpr (!std::is_void_v<Value>) return std::move(*result);
}

const fs::path& keptLibrary() {
  static const fs::path file = bench::madeLibrary(MADE_LIBRARIES, bench::amountWanted());
  return file;
}

const bench::MadeWorld& madeWorld() {
  static const bench::MadeArticles made(bench::sampleKnowledge(), bench::amountWanted());
  return made.world();
}

// --- Growing ---

bench::MadeAmount fewer(std::size_t most) {
  return {std::min(bench::amountWanted().articles, most)};
}

/// Stored and joined, as they come from extraction. Making them is not counted.
void addArticles(benchmark::State& state) {
  const bench::MadeArticles made(bench::sampleKnowledge(), fewer(mostAdded));
  std::vector<bench::MadeArticle> articles;
  for (std::size_t i = 0; i < made.size(); ++i)
    articles.push_back(made.article(i));
  for ([[maybe_unused]] auto run : state) {
    const Folder folder;
    Library library = must(Library::open(folder / "l.demarche", Library::Access::create), "create");
    for (const bench::MadeArticle& article : articles)
      (void)must(library.add(article.document, article.extraction, "made"), "add");
    must(library.settle(), "join");
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(articles.size()));
}

/// From files to stories, on as many threads as there are.
void addAndRead(benchmark::State& state) {
  const bench::MadeArticles made(bench::sampleKnowledge(), fewer(mostAddedAndRead));
  const Folder folder;
  fs::create_directories(folder / "in");
  for (std::size_t i = 0; i < made.size(); ++i)
    std::ofstream(folder / fmt::format("in/{}.txt", i), std::ios::binary)
        << text::toUtf8(made.article(i).document.text);
  const std::shared_ptr<const language::Knowledge> knowledge = bench::loadKnowledge();
  int number = 0;
  for ([[maybe_unused]] auto run : state) {
    const auto session = must(service::Session::open(folder / fmt::format("{}.demarche", ++number),
                                                     service::Session::Mode::create, knowledge),
                              "create");
    (void)must(session->add({folder / "in"}, {}, {}), "add");
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(made.size()));
}

// --- Waiting ---

void openLibrary(benchmark::State& state) {
  const fs::path& file = keptLibrary();
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(must(Library::open(file, Library::Access::read), "open"));
}

/// How long each request of a workload takes.
template <typename Request, typename Ask>
std::vector<double> timesOf(const std::vector<Request>& workload, Ask ask) {
  std::vector<double> times;
  times.reserve(workload.size());
  for (const Request& request : workload)
    times.push_back(bench::milliseconds([&] { ask(request); }));
  return times;
}

/// Two of each: what half of the requests wait, and what one of a hundred waits longer than. A workload is
/// asked once per program.
using Times = const std::vector<double>& (*)();
void waiting(benchmark::State& state, Times times, double share) {
  for ([[maybe_unused]] auto run : state)
    state.counters["ms"] = bench::percentile(times(), share);
}

/// A window that shows the library: it has one connection and the columns of all stories.
struct Reader {
  Library library = must(Library::open(keptLibrary(), Library::Access::read), "open");
  library::CataloguePtr catalogue = must(library.catalogue(), "read");
};

Reader& reader() {
  static Reader reader;
  return reader;
}

const std::vector<model::Filter>& filters() {
  static const std::vector<model::Filter> workload =
      bench::filterWorkload(madeWorld(), bench::sampleKnowledge().gazetteer(), bench::madeSeed);
  return workload;
}

const std::vector<double>& searchTimes() {
  static const std::vector<double> times = [] {
    const std::vector<bench::Query> workload =
        bench::queryWorkload(madeWorld(), bench::sampleKnowledge().gazetteer(), bench::madeSeed);
    return timesOf(workload, [](const bench::Query& query) {
      const Reader& by = reader();
      (void)must(by.library.search(*by.catalogue, query.text, library::Typing::finished, {}),
                 query.text.c_str());
    });
  }();
  return times;
}

const std::vector<double>& filterTimes() {
  static const std::vector<double> times = timesOf(filters(), [](const model::Filter& filter) {
    const Reader& by = reader();
    benchmark::DoNotOptimize(
        library::select(*by.catalogue, must(by.library.asked(*by.catalogue, filter), "filter")));
  });
  return times;
}

const std::vector<double>& facetTimes() {
  static const std::vector<double> times = timesOf(filters(), [](const model::Filter& filter) {
    const Reader& by = reader();
    benchmark::DoNotOptimize(
        library::countFacets(*by.catalogue, must(by.library.asked(*by.catalogue, filter), "filter")));
  });
  return times;
}

/// From a file to everything that the timeline draws.
void takeSnapshot(benchmark::State& state) {
  const fs::path& file = keptLibrary();
  for ([[maybe_unused]] auto run : state) {
    const Library library = must(Library::open(file, Library::Access::read), "open");
    const library::CataloguePtr catalogue = must(library.catalogue(), "read");
    benchmark::DoNotOptimize(timeline::snapshotOf(
        catalogue, library::select(*catalogue, must(library.asked(*catalogue, {}), "filter"))));
  }
}

// --- Room ---

const bench::LibrarySize& keptSize() {
  static const bench::LibrarySize size = bench::sizeOf(keptLibrary());
  return size;
}

void bytesPerEvent(benchmark::State& state) {
  for ([[maybe_unused]] auto run : state)
    state.counters["bytes"] = static_cast<double>(keptSize().bytes) / static_cast<double>(keptSize().events);
}

void bytesPerArticle(benchmark::State& state) {
  for ([[maybe_unused]] auto run : state)
    state.counters["bytes"] =
        static_cast<double>(keptSize().bytes) / static_cast<double>(keptSize().articles);
}

/// Of this program, which has only opened and asked the library so far: it comes first, adding last.
void peakMemory(benchmark::State& state) {
  rusage usage{};
  for ([[maybe_unused]] auto run : state)
    getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_bytes"] = static_cast<double>(usage.ru_maxrss) * 1024;
}

BENCHMARK(openLibrary)->Name("library_open_ms")->Unit(benchmark::kMillisecond);
BENCHMARK(takeSnapshot)->Name("snapshot_1m_ms")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(waiting, search_first_page_ms_p50, searchTimes, 0.50)
    ->Name("search_first_page_ms_p50")
    ->Iterations(1);
BENCHMARK_CAPTURE(waiting, search_first_page_ms_p99, searchTimes, 0.99)
    ->Name("search_first_page_ms_p99")
    ->Iterations(1);
BENCHMARK_CAPTURE(waiting, filter_ms_p50, filterTimes, 0.50)->Name("filter_ms_p50")->Iterations(1);
BENCHMARK_CAPTURE(waiting, filter_ms_p99, filterTimes, 0.99)->Name("filter_ms_p99")->Iterations(1);
BENCHMARK_CAPTURE(waiting, facets_ms_p50, facetTimes, 0.50)->Name("facets_ms_p50")->Iterations(1);
BENCHMARK_CAPTURE(waiting, facets_ms_p99, facetTimes, 0.99)->Name("facets_ms_p99")->Iterations(1);
BENCHMARK(bytesPerEvent)->Name("library_bytes_per_event")->Iterations(1);
BENCHMARK(bytesPerArticle)->Name("library_bytes_per_article")->Iterations(1);
BENCHMARK(peakMemory)->Name("library_peak_mb")->Iterations(1);
BENCHMARK(addArticles)->Name("library_add_articles_per_s")->UseRealTime()->Iterations(1);
BENCHMARK(addAndRead)->Name("library_add_read_articles_per_s")->UseRealTime()->Iterations(1);

} // namespace
