// SPDX-License-Identifier: Apache-2.0
// What is read from whole articles comes to a library and goes from it in any order: at each step its stories
// are those of joining everything anew. The articles here, and those beside the project where there are any.

#include "core/service/session.h"
#include "tests/unit/coreference/come_and_go.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace demarche;

namespace {

const fs::path source = DEMARCHE_SOURCE_DIR;

/// In an order that does not depend on the machine.
std::vector<fs::path> filesOf(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, none))
    if (entry.is_regular_file() && entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

struct Accounts {
  std::vector<model::Event> events;
  coreference::DaysOfWriting written;
};

Accounts readAll(const std::vector<fs::path>& files) {
  const auto knowledge = service::installedKnowledge();
  REQUIRE(knowledge);
  Accounts all;
  for (const fs::path& file : files) {
    const auto read = service::readArticle(file, **knowledge);
    if (!read) continue;
    for (model::Event event : read->extraction.events) {
      event.id = fmt::format("{} {}", file.string(), event.id); // some articles lie in two folders
      for (model::Passage& passage : event.passages)
        passage.article = file.string();
      all.events.push_back(std::move(event));
    }
    all.written.emplace(file.string(), read->extraction.written.date);
  }
  return all;
}

void checkComingAndGoing(const std::vector<fs::path>& files) {
  const Accounts all = readAll(files);
  fmt::print("{} accounts of {} articles, ", all.events.size(), files.size());
  for (const std::uint64_t seed : {1, 2, 3}) {
    coreference::ComeAndGo library(all.events, all.written, seed);
    for (int step = 0; step < 10 || !library.allAreIn(); ++step) {
      library.step(1 + all.events.size() / 25);
      library.checkStories();
    }
  }
  fmt::print("{} components\n", coreference::components(all.events, all.written).size());
}

} // namespace

TEST_CASE("whatever order articles come and go in, their stories are those of joining everything anew") {
  checkComingAndGoing(filesOf(source / "tests/accounts/articles"));
}

TEST_CASE("the same of the articles that are kept beside the project") {
  std::vector<fs::path> files = filesOf(source / "../shared/eval");
  for (const fs::path& file : filesOf(source / "../shared/seeds"))
    files.push_back(file);
  if (files.empty()) {
    WARN("there are no articles beside the project (../shared); only those of tests/accounts came and went");
    return;
  }
  checkComingAndGoing(files);
}
