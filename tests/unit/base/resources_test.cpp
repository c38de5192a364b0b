// SPDX-License-Identifier: Apache-2.0
#include "core/base/resources.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <optional>
#include <string>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace demarche::base;

namespace {

/// Sets a variable of the environment for one test.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : m_name(name) {
    if (const char* before = std::getenv(name)) m_before = before;
    setenv(name, value.c_str(), 1);
  }
  ~Variable() {
    if (m_before)
      setenv(m_name, m_before->c_str(), 1);
    else
      unsetenv(m_name);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* m_name;
  std::optional<std::string> m_before;
};

/// An empty folder that goes away with the test.
class Folder {
 public:
  Folder() : m_path(fs::temp_directory_path() / ("demarche-base-test-" + std::to_string(getpid()))) {
    fs::create_directories(m_path);
  }
  ~Folder() { fs::remove_all(m_path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const fs::path& path() const { return m_path; }

 private:
  fs::path m_path;
};

} // namespace

TEST_CASE("the folder that the environment names is where resources lie") {
  const Folder folder;
  const Variable given("DEMARCHE_RESOURCES", folder.path().string());
  CHECK(installedResources() == folder.path());
}

TEST_CASE("a folder that does not exist is passed over for the source tree") {
  const Folder folder;
  const Variable given("DEMARCHE_RESOURCES", (folder.path() / "nothing").string());
  CHECK(fs::is_directory(installedResources()));
  CHECK(installedResources() != folder.path() / "nothing");
}

TEST_CASE("the user's own folder comes before the installed one, if it exists") {
  const Folder folder;
  const Variable given("DEMARCHE_RESOURCES", folder.path().string());
  const Variable data("XDG_DATA_HOME", (folder.path() / "data").string());
  REQUIRE(resourceFolders() == std::vector{folder.path()});

  const fs::path own = folder.path() / "data" / "demarche";
  fs::create_directories(own);
  CHECK(resourceFolders() == std::vector{own, folder.path()});
}

TEST_CASE("without a data directory the user's folder is under the home") {
  const Folder folder;
  const Variable given("DEMARCHE_RESOURCES", folder.path().string());
  const Variable data("XDG_DATA_HOME", "");
  const Variable home("HOME", folder.path().string());
  const fs::path own = folder.path() / ".local" / "share" / "demarche";
  fs::create_directories(own);
  CHECK(resourceFolders().front() == own);
}
