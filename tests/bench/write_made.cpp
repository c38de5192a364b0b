// SPDX-License-Identifier: Apache-2.0

// made_articles COUNT FOLDER [SEED] — writes made articles as text files, to be looked at, or added with
// demarche-cli.

#include "core/text/unicode.h"
#include "tests/bench/made_articles.h"
#include "tests/bench/sample_knowledge.h"

#include <fmt/core.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace demarche;

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: made_articles COUNT FOLDER [SEED]\n");
    return 2;
  }
  const std::size_t count = std::strtoull(argv[1], nullptr, 10);
  const std::uint64_t seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : bench::madeSeed;
  const bench::MadeArticles made(bench::sampleKnowledge(), {count}, seed);
  for (std::size_t i = 0; i < made.size(); ++i) {
    const model::Document document = made.article(i).document;
    const std::filesystem::path file = std::filesystem::path(argv[2]) / document.source;
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    std::ofstream out(file, std::ios::binary);
    out << text::toUtf8(document.text) << '\n';
    if (!out) {
      fmt::print(stderr, "{} cannot be written\n", file.string());
      return 1;
    }
  }
  return 0;
}
