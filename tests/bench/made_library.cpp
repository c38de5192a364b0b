// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/made_library.h"

#include "core/library/store/schema.h"
#include "core/library/store/sqlite.h"
#include "tests/bench/sample_knowledge.h"

#include <fmt/core.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>

namespace demarche::bench {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t defaultArticles = 100'000;
constexpr std::size_t articlesPerReport = 10'000;

[[noreturn]] void giveUp(const fs::path& file, const std::string& why) {
  fmt::print(stderr, "{}: {}\n", file.string(), why);
  std::fflush(nullptr);
  std::_Exit(2); // may be the process that makes a library, which shares its parent's buffers
}

void removeWithLog(const fs::path& file) {
  std::error_code ignored;
  for (const char* end : {"", "-wal", "-shm"})
    fs::remove(file.string() + end, ignored);
}

void make(const fs::path& file, MadeAmount amount, std::uint64_t seed) {
  using Clock = std::chrono::steady_clock;
  const std::size_t count = amount.articles;
  const MadeArticles made(sampleKnowledge(), amount, seed);
  auto library = library::Library::open(file, library::Library::Access::create);
  if (!library) giveUp(file, library.error().message);
  const auto begun = Clock::now();
  const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - begun).count(); };
  for (std::size_t i = 0; i < count; i += articlesPerReport) {
    addMade(*library, made, i, std::min(articlesPerReport, count - i));
    fmt::print(stderr, "made {} of {} articles, {:.0f} s\n", std::min(i + articlesPerReport, count), count,
               seconds());
  }
  // At the end, as when a folder is added.
  if (const auto joined = library->settle(); !joined) giveUp(file, joined.error().message);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print(stderr, "joined what they tell, {:.0f} s; {} MB of memory at most\n", seconds(),
             usage.ru_maxrss / 1000);
}

/// Whether a process of its own has made it.
bool madeElsewhere(const fs::path& file, MadeAmount amount, std::uint64_t seed) {
  std::fflush(nullptr);
  const pid_t maker = fork();
  if (maker == 0) {
    make(file, amount, seed);
    std::_Exit(0);
  }
  int status = 0;
  return maker > 0 && waitpid(maker, &status, 0) == maker && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

MadeAmount amountWanted() {
  const auto number = [](const char* variable) -> std::size_t {
    const char* wanted = std::getenv(variable);
    return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 0;
  };
  const std::size_t articles = number("DEMARCHE_BENCH_ARTICLES");
  return {articles > 0 ? articles : defaultArticles, number("DEMARCHE_BENCH_FACTS")};
}

void addMade(library::Library& library, const MadeArticles& made, std::size_t first, std::size_t count) {
  for (std::size_t i = first; i < first + count; ++i) {
    const MadeArticle article = made.article(i);
    const auto added = library.add(article.document, article.extraction, sampleKnowledge().digest());
    if (!added) giveUp(article.document.source, added.error().message);
    if (*added != library::Added::added)
      giveUp(article.document.source, "was there already: made articles must differ");
  }
}

fs::path madeLibrary(const fs::path& folder, MadeAmount amount, std::uint64_t seed) {
  fs::path file = folder / fmt::format("articles-{}-facts-{}-seed-{}-made-{}-format-{}-packs-{}.demarche",
                                       amount.articles, amount.facts, seed, madeFormat,
                                       library::newestFormat(), sampleKnowledge().digest());
  std::error_code ignored;
  if (fs::exists(file, ignored)) return file;
  fs::create_directories(folder, ignored);
  const fs::path part = file.string() + ".part";
  removeWithLog(part); // of a run that was broken off
  fmt::print(stderr, "making {}\n", file.string());
  if (!madeElsewhere(part, amount, seed)) giveUp(file, "could not be made");
  std::error_code failed;
  fs::rename(part, file, failed);
  if (failed) giveUp(file, failed.message());
  return file;
}

LibrarySize sizeOf(const fs::path& file) {
  std::error_code ignored;
  const library::Connection connection(file, library::Connection::Access::read);
  const auto number = [&](const char* sql) {
    library::Statement row = connection.prepare(sql);
    return row.step() ? static_cast<std::size_t>(row.integer(0)) : 0;
  };
  return {number("SELECT count(*) FROM article"), number("SELECT count(*) FROM event"),
          fs::file_size(file, ignored)};
}

} // namespace demarche::bench
