// SPDX-License-Identifier: Apache-2.0
#include "pack_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::test;

namespace {

std::string rulesOf(int stage, std::string_view emits, const std::string& rules) {
  return "stage = " + std::to_string(stage) + "\nemits = \"" + std::string(emits) + "\"\n" + rules;
}

/// A pack of times over durations, and of events over times and names.
void fill(PackFolder& folder) {
  folder.withHeads();
  folder.with("en/lexicon/words.toml",
              "[unit]\nforms = [\"days\"]\n[cue]\nforms = [\"will\"]\n[verb]\nforms = [\"met\"]\n");
  folder.with("en/rules/a.toml", rulesOf(1, "duration", rule("duration", "<number> <unit>")));
  folder.with("en/rules/b.toml", rulesOf(1, "noise", rule("noise", "<number> days of")));
  folder.with("en/rules/c.toml", rulesOf(2, "time", rule("ago", "<duration> ago")));
  folder.with("en/rules/d.toml", rulesOf(3, "event", rule("event", "<person> <verb> <time>")));
  folder.with("gazetteer/persons.toml", "[[person]]\nname = \"Jane Roe\"\nside = \"US\"\n");
}

std::shared_ptr<const Knowledge> loadScope(const PackFolder& folder, const Scope& scope) {
  std::vector<Problem> problems;
  const auto knowledge = Knowledge::load({folder.path()}, &problems, scope);
  REQUIRE(knowledge.has_value());
  CHECK(told(problems).empty());
  return *knowledge;
}

Texts rulesIn(const Knowledge& knowledge) {
  Texts names;
  for (const Rule& rule : knowledge.pack(model::Language::english).rules())
    names.push_back(rule.name);
  std::sort(names.begin(), names.end());
  return names;
}

} // namespace

TEST_CASE("a scope loads what its marks rest on, and what competes with that") {
  PackFolder folder;
  fill(folder);
  const auto knowledge = loadScope(folder, {.marks = {"time"}, .forms = {}});
  CHECK(rulesIn(*knowledge) == Texts{"ago", "duration", "noise"});
  CHECK(knowledge->gazetteer().persons.empty());
  CHECK(Read(knowledge, model::Language::english, "Jane Roe met him 3 days ago").marks() ==
        Texts{"duration:3 days", "ago:3 days ago"});
  CHECK(Read(knowledge, model::Language::english, "3 days of talks").marks() == Texts{"noise:3 days of"});
}

TEST_CASE("a scope finds the forms it wants and those that its rules ask for, and no others") {
  PackFolder folder;
  fill(folder);
  const auto knowledge = loadScope(folder, {.marks = {"time"}, .forms = {"cue"}});
  CHECK(Read(knowledge, model::Language::english, "Jane Roe met and will meet in 3 days").hits() ==
        Texts{"cue:will", "unit:days"});
}

TEST_CASE("a scope whose rules ask for names loads the gazetteer") {
  PackFolder folder;
  fill(folder);
  const auto knowledge = loadScope(folder, {.marks = {"event"}, .forms = {}});
  CHECK(rulesIn(*knowledge) == Texts{"ago", "duration", "event", "noise"});
  CHECK(Read(knowledge, model::Language::english, "Jane Roe met 3 days ago").marks().back() ==
        "event:Jane Roe met 3 days ago");
}

TEST_CASE("number words are known to every scope") {
  PackFolder folder;
  folder.withHeads().withRules(rule("count", "<number> visits"));
  folder.with("en/lexicon/words.toml", "[cardinal]\nentries = [{ forms = [\"three\"], value = 3 }]\n");
  const auto knowledge = loadScope(folder, {.marks = {"mark"}, .forms = {}});
  CHECK(Read(knowledge, model::Language::english, "three visits").marks() == Texts{"count:three visits"});
}
