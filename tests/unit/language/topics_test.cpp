// SPDX-License-Identifier: Apache-2.0
#include "core/base/resources.h"
#include "pack_folder.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <toml++/toml.h>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::test;

namespace {

/// Forms of each topic of a language.
std::map<std::string, std::set<std::string>> topicsIn(std::string_view language) {
  const auto file = base::installedResources() / "language" / language / "lexicon/topics.toml";
  const toml::table root = toml::parse_file(file.string());
  std::map<std::string, std::set<std::string>> topics;
  for (const toml::node& entry : *root["topic"]["entries"].as_array()) {
    std::set<std::string>& forms = topics[(*entry.as_table())["value"].value_or(std::string())];
    for (const toml::node& form : *(*entry.as_table())["forms"].as_array())
      forms.insert(form.value_or(std::string()));
  }
  return topics;
}

} // namespace

TEST_CASE("a topic has a name, and forms in every language") {
  const auto english = topicsIn("en");
  const auto chinese = topicsIn("zh");
  std::set<std::string> names;
  for (const auto& [name, forms] : english)
    names.insert(name);
  CHECK(names.size() >= 25);
  for (const auto& [name, forms] : chinese)
    names.insert(name);
  for (const std::string& name : names) {
    INFO(name);
    CHECK_FALSE(name.empty());
    REQUIRE(english.contains(name));
    REQUIRE(chinese.contains(name));
    CHECK_FALSE(english.at(name).empty());
    CHECK_FALSE(chinese.at(name).empty());
  }
}

TEST_CASE("every form of a topic is found as that topic when it stands alone") {
  const Loaded loaded = load({base::installedResources()});
  for (const auto& [language, code] :
       {std::pair(model::Language::english, "en"), std::pair(model::Language::chineseSimplified, "zh")})
    for (const auto& [name, forms] : topicsIn(code))
      for (const std::string& form : forms) {
        const Read read(loaded.knowledge, language, form);
        INFO(code << " " << name << ": " << form);
        bool found = false;
        for (const Hit& hit : read.reading().hits)
          found = found || (hit.entry->cls == "topic" && hit.entry->fields.text("value") == name &&
                            read.words(hit.span) == form);
        CHECK(found);
      }
}
