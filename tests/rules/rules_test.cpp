// SPDX-License-Identifier: Apache-2.0
// Every rule is held to its own examples: the checker sees to what it covers, here to what its date comes to.

#include "core/base/resources.h"
#include "core/extract/times_report.h"
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
  int examples = 0;
  for (const auto& pack : (*knowledge)->packs())
    for (const language::Rule& rule : pack->rules())
      for (const language::Example& example : rule.examples) {
        if (example.value.empty()) continue;
        ++examples;
        const time::Edtf written = time::Edtf::parse(example.written).value_or(time::Edtf());
        std::string found;
        for (const auto& time : extract::timesOfText(example.text, **knowledge, written))
          if (time.text.find(example.match) != std::string::npos ||
              example.match.find(time.text) != std::string::npos)
            found = time.edtf;
        if (found != example.value)
          FAIL_CHECK(example.origin.str() << ": \"" << example.match << "\" comes to \"" << found
                                          << "\", not \"" << example.value << "\"");
      }
  CHECK(examples > 100);
}
