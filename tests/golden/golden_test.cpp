// SPDX-License-Identifier: Apache-2.0
// What is read from whole articles, held against rows that a person has looked at. After a change that is
// meant, `tools/update-golden` writes the rows anew; the difference is then read line by line.

#include "core/service/session.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;
using namespace demarche;

namespace {

const fs::path source = DEMARCHE_SOURCE_DIR;

std::vector<fs::path> articles() {
  std::vector<fs::path> files;
  for (const fs::path& folder : {source / "tests/golden/articles", source / "resources/samples"})
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string participants(const model::Event& event) {
  std::string names;
  for (const model::Participant& p : event.participants)
    names += fmt::format("{}{} ({})", names.empty() ? "" : ", ", p.name, code(p.side));
  return names;
}

/// A first line for the article, then a line for each event.
std::string rowsOf(const service::ReadArticle& article) {
  const model::DayOfWriting& written = article.extraction.written;
  std::string rows =
      fmt::format("written {} ({}) | {}\n", written.date.str(), code(written.basis), article.document.title);
  for (const model::Event& event : article.extraction.events) {
    const model::Passage& first = event.passages.front();
    rows += fmt::format("{} | {} | {} | {} | {} | {} | \"{}\" | {}\n", code(event.kind), code(event.status),
                        event.date.str(), code(event.scope), event.place ? event.place->name : "-",
                        participants(event), text::toUtf8(first.dateText),
                        text::toUtf8(std::u16string_view(first.text).substr(0, 40)));
  }
  return rows;
}

std::string contentOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

} // namespace

TEST_CASE("every golden article is read as its rows say") {
  const auto knowledge = service::installedKnowledge();
  REQUIRE(knowledge);
  const bool update = std::getenv("DEMARCHE_UPDATE_GOLDEN") != nullptr;
  for (const fs::path& file : articles()) {
    INFO(file.filename().string());
    const auto article = service::readArticle(file, **knowledge);
    REQUIRE(article);
    const fs::path expected = source / "tests/golden/expected" / (file.filename().string() + ".rows");
    const std::string rows = rowsOf(*article);
    if (update)
      std::ofstream(expected, std::ios::binary) << rows;
    else
      CHECK(rows == contentOf(expected));
  }
}

TEST_CASE("every passage of the golden articles is exactly the text it points at") {
  const auto knowledge = service::installedKnowledge();
  REQUIRE(knowledge);
  for (const fs::path& file : articles()) {
    const auto article = service::readArticle(file, **knowledge);
    REQUIRE(article);
    for (const model::Event& event : article->extraction.events)
      for (const model::Passage& passage : event.passages) {
        CHECK(passage.text == text::slice(article->document.text, passage.span));
        CHECK(passage.span.length() <= model::longestPassage);
        CHECK_FALSE(passage.rule.empty());
      }
  }
}
