// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/whole_file.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using demarche::exchange::writeWhole;
namespace fs = std::filesystem;

namespace {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "demarche-exchange-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    m_path = name;
  }
  ~TemporaryFolder() { fs::remove_all(m_path); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  fs::path operator/(const char* name) const { return m_path / name; }

 private:
  fs::path m_path;
};

std::string contentOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

long filesIn(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

bool writeNew(std::ostream& out) {
  out << "new";
  return true;
}

} // namespace

TEST_CASE("a file is written") {
  const TemporaryFolder folder;
  REQUIRE(writeWhole(folder / "a.json", writeNew));
  CHECK(contentOf(folder / "a.json") == "new");
  CHECK(filesIn(folder / ".") == 1);
}

TEST_CASE("what was there stays until the new file is whole, and when it never is") {
  const TemporaryFolder folder;
  std::ofstream(folder / "a.json") << "old";
  std::string meanwhile;
  const auto result = writeWhole(folder / "a.json", [&](std::ostream& out) {
    out << "half" << std::flush;
    meanwhile = contentOf(folder / "a.json");
    return false;
  });
  CHECK_FALSE(result);
  CHECK(meanwhile == "old");
  CHECK(contentOf(folder / "a.json") == "old");
  CHECK(filesIn(folder / ".") == 1);
}

TEST_CASE("a link keeps pointing to the file that it names") {
  const TemporaryFolder folder;
  std::ofstream(folder / "target.json") << "old";
  fs::create_symlink("target.json", folder / "link.json");
  REQUIRE(writeWhole(folder / "link.json", writeNew));
  CHECK(fs::is_symlink(folder / "link.json"));
  CHECK(contentOf(folder / "target.json") == "new");
}

TEST_CASE("a device is written to, not replaced") {
  REQUIRE(writeWhole("/dev/null", writeNew));
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("where nothing can be written is told") {
  const TemporaryFolder folder;
  CHECK(writeWhole(folder / "no/such/a.json", writeNew).error().message.find("cannot be written") == 0);
  CHECK(writeWhole(folder / ".", writeNew).error().message.find("folder") != std::string::npos);
}

TEST_CASE("a full disk is told") {
  const auto result = writeWhole("/dev/full", writeNew);
  REQUIRE_FALSE(result);
  CHECK(result.error().message.find("cannot be written") == 0);
}
