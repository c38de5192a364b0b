// SPDX-License-Identifier: Apache-2.0
// Every rule is held to its own examples: the checker sees to what it covers, here to what its date comes to.

#include "core/base/resources.h"
#include "core/extract/times/check.h"
#include "core/language/knowledge.h"

#include <catch2/catch.hpp>

using namespace demarche;

TEST_CASE("the installed language packs and the gazetteer have no fault") {
  for (const language::Problem& problem : language::check({base::installedResources()}))
    FAIL_CHECK(problem.origin.str() << ": " << problem.message);
}

TEST_CASE("every example of a date comes to the value that it names") {
  const auto knowledge = language::Knowledge::load({base::installedResources()});
  REQUIRE(knowledge);
  for (const language::Problem& problem : extract::checkTimes(**knowledge))
    FAIL_CHECK(problem.origin.str() << ": " << problem.message);
}
