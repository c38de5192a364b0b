// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/made_library.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

using namespace demarche;
using namespace demarche::bench;
namespace fs = std::filesystem;

namespace {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "demarche-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    m_path = name;
  }
  ~TemporaryFolder() { fs::remove_all(m_path); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return m_path; }

 private:
  fs::path m_path;
};

} // namespace

TEST_CASE("a made library is sound, has what was made, and is made once") {
  const TemporaryFolder folder;
  const fs::path file = madeLibrary(folder.path(), {40});
  const auto library = library::Library::open(file, library::Library::Access::read);
  REQUIRE(library);
  CHECK(library->check()->empty());
  const LibrarySize size = sizeOf(file);
  CHECK(size.articles == 40);
  CHECK(size.events > 300);
  CHECK(size.bytes > 100'000);
  // Several accounts tell of one thing.
  CHECK(library->stories({})->size() < size.events * 9 / 10);

  const auto before = fs::last_write_time(file);
  CHECK(madeLibrary(folder.path(), {40}) == file);
  CHECK(fs::last_write_time(file) == before);
  CHECK(madeLibrary(folder.path(), {40}, 5) != file);
}

TEST_CASE("the more happens in the made world, the fewer articles tell of the same") {
  const TemporaryFolder folder;
  const auto stories = [&](MadeAmount amount) {
    return library::Library::open(madeLibrary(folder.path(), amount), library::Library::Access::read)
        ->stories({})
        ->size();
  };
  CHECK(stories({.articles = 40, .facts = 4000}) > 2 * stories({.articles = 40}));
}
