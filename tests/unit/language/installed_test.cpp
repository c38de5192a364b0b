// SPDX-License-Identifier: Apache-2.0
#include "pack_folder.h"

#include "core/base/resources.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::test;

TEST_CASE("the installed packs and gazetteer are in order") {
  const std::filesystem::path installed = base::installedResources();
  REQUIRE_FALSE(installed.empty());
  CHECK(told(check({installed})) == Texts{});
}
