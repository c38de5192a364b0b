// SPDX-License-Identifier: Apache-2.0
// Libraries as released programs wrote them, kept as SQL so that a reader can see what is in them.

#include "core/library/store/schema.h"
#include "tests/unit/library/samples.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

using namespace demarche;
using namespace demarche::library;

namespace {

void makeStored(int format, const std::filesystem::path& file) {
  std::ifstream stored(std::string(STORED_FORMATS) + "/" + std::to_string(format) + ".sql");
  REQUIRE(stored);
  const std::string sql{std::istreambuf_iterator<char>(stored), {}};
  tamper(file, sql);
}

/// The statements that made everything in the file.
std::string schemaOf(const std::filesystem::path& file) {
  const Connection connection(file, Connection::Access::read);
  Statement row = connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
  std::string schema;
  while (row.step())
    schema += row.text(0) + ";\n";
  return schema;
}

} // namespace

TEST_CASE("a library of every older format is brought up to date and read") {
  for (int format = 1; format < newestFormat(); ++format) {
    INFO("format " << format);
    const TemporaryFolder folder;
    const auto file = folder / "old.demarche";
    makeStored(format, file);
    const auto library = Library::open(file, Library::Access::write);
    REQUIRE(library);
    CHECK(library->check()->empty());
    CHECK(library->articles()->size() == 2);
    CHECK(library->document("huigu.txt")->text.find(u"王毅在维也纳会见沙利文") != std::u16string::npos);
    const auto stories = library->stories({}).value();
    REQUIRE(stories.size() == 1);
    CHECK(stories[0].date.str() == "2023-05-10");
    CHECK(stories[0].passages.size() == 2);
  }
}

TEST_CASE("an old library has the same tables as a new one once it is up to date") {
  const TemporaryFolder folder;
  (void)created(folder / "new.demarche");
  for (int format = 1; format < newestFormat(); ++format) {
    INFO("format " << format);
    const auto file = folder / ("old" + std::to_string(format)).c_str();
    makeStored(format, file);
    REQUIRE(Library::open(file, Library::Access::write));
    CHECK(schemaOf(file) == schemaOf(folder / "new.demarche"));
  }
}
