// SPDX-License-Identifier: Apache-2.0
#include "core/service/inputs.h"
#include "tests/unit/service/folder.h"

#include <catch2/catch.hpp>

using namespace demarche::service;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> below(const TemporaryFolder& folder, const std::vector<fs::path>& inputs) {
  std::vector<InputFailure> failures;
  std::vector<std::string> names;
  for (const fs::path& file : inputFiles(inputs, failures))
    names.push_back(file.lexically_relative(folder.path()).string());
  CHECK(failures.empty());
  return names;
}

} // namespace

TEST_CASE("a folder stands for its files by name, those of its folders among them, without hidden ones") {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a/2.txt", "a/10.txt", "c.txt", ".hidden", ".git/config"})
    folder.write(name, "x");
  CHECK(below(folder, {folder.path()}) == std::vector<std::string>{"a/10.txt", "a/2.txt", "b.txt", "c.txt"});
}

TEST_CASE("inputs keep their order, and what is named is taken as it is") {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "d/a.txt", ".hidden"})
    folder.write(name, "x");
  CHECK(below(folder, {folder / "b.txt", folder / "d", folder / ".hidden", folder / "missing.txt"}) ==
        std::vector<std::string>{"b.txt", "d/a.txt", ".hidden", "missing.txt"});
}

TEST_CASE("a folder that links to itself is listed once") {
  const TemporaryFolder folder;
  folder.write("a.txt", "x");
  fs::create_directory_symlink(folder.path(), folder / "again");
  CHECK(below(folder, {folder.path()}) == std::vector<std::string>{"a.txt"});
}

TEST_CASE("a folder without files is told") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "empty");
  std::vector<InputFailure> failures;
  CHECK(inputFiles({folder / "empty"}, failures).empty());
  REQUIRE(failures.size() == 1);
  CHECK(failures[0].error.message == "has no files in it");
}
