// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/check.h"
#include "tests/unit/language/pack_folder.h"

#include <catch2/catch.hpp>

using namespace demarche;
using language::test::PackFolder;

namespace {

/// What is said of a rule "day <day>" that emits this, with an example that comes to the 12th of May 2023.
std::vector<std::string> told(std::string_view emit, std::string_view value = "2023-05-12") {
  PackFolder folder;
  folder.withHeads().with(
      "en/rules/a.toml",
      "stage = 1\nemits = \"time\"\n[[rule]]\nname = \"r\"\npattern = \"day <day:number>\"\n"
      "emit = { " +
          std::string(emit) +
          " }\ncounterexamples = [\"x\"]\nexamples = [\n{ text = \"on day 12\", match = \"day "
          "12\", value = \"" +
          std::string(value) + "\" },\n]\n");
  std::vector<std::string> messages;
  for (const language::Problem& problem : extract::checkTimes(*language::test::knowledgeOf(folder)))
    messages.push_back(problem.origin.str() + ": " + problem.message);
  return messages;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a rule of times whose example comes out has nothing to be told") {
  CHECK(told("year = 2023, month = 5, day = \"$day\", grain = \"day\"") == Texts{});
}

TEST_CASE("an example that comes to another date is told with its line") {
  CHECK(
      told("year = 2023, month = 6, day = \"$day\"") ==
      Texts{"en/rules/a.toml:9: the example \"day 12\" of rule `r` comes to 2023-06-12, not to 2023-05-12"});
}

TEST_CASE("an example whose value is no date is told with its line") {
  const Texts messages = told("year = 2023, month = 5, day = \"$day\"", "2023-13");
  REQUIRE(messages.size() == 1);
  CHECK(messages.front().starts_with("en/rules/a.toml:9: “2023-13” is no date: "));
}

TEST_CASE("what an emit says and no time hears is told with the line of the rule") {
  CHECK(told("year = 2023, month = 5, day = \"$day\", mont = 3") ==
        Texts{"en/rules/a.toml:3: rule `r` emits `mont`, which means nothing of a time"});
  CHECK(told("year = 2023, month = 5, day = \"$day\", part = \"erly\"") ==
        Texts{"en/rules/a.toml:3: rule `r` emits `part = \"erly\"`, which means nothing of a time"});
  CHECK(told("year = 2023, month = 5, day = \"$day\", usual_unit = \"moon\"") ==
        Texts{"en/rules/a.toml:3: rule `r` emits `usual_unit = \"moon\"`, which means nothing of a time"});
  CHECK(told("form = \"dat\", year = 2023, month = 5, day = \"$day\"") ==
        Texts{"en/rules/a.toml:3: rule `r` emits `form = \"dat\"`, which means nothing of a time"});
  CHECK(told("year = \"now\", month = 5, day = \"$day\"", "unknown").size() == 1);
}
