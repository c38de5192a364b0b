// SPDX-License-Identifier: Apache-2.0
#include "pack_folder.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::test;

TEST_CASE("a table of classes knows its own and no others") {
  static constexpr ClassTable<int, 3> table({{{"month", 1}, {"act", 2}, {"grade", 3}}});
  REQUIRE(table.find("act") != nullptr);
  CHECK(*table.find("month") == 1);
  CHECK(*table.find("act") == 2);
  CHECK(*table.find(ClassName(std::string_view("grade"))) == 3);
  CHECK(table.find("title") == nullptr);
  CHECK(table.find({}) == nullptr);
  for (int i = 0; i < 1000; ++i) { // some share a group with one of the table
    const std::string name = "class-" + std::to_string(i);
    CHECK(table.find(ClassName(std::string_view(name))) == nullptr);
  }
}

TEST_CASE("a form with a capital letter matches its spelling and headlines, one in small letters any case") {
  PackFolder folder;
  folder.withHeads().with("en/lexicon/words.toml", R"(
[month]
forms = ["May"]
[act]
forms = ["talk"]
[grade]
forms = ["A"]
[title]
forms = ["Secretary of State"]
)");
  CHECK(english(folder, "May may MAY").hits() == Texts{"month:May", "month:MAY"});
  CHECK(english(folder, "talk Talk TALK").hits() == Texts{"act:talk", "act:Talk", "act:TALK"});
  CHECK(english(folder, "A a").hits() == Texts{"grade:A"});
  CHECK(english(folder, "SECRETARY OF STATE").hits() == Texts{"title:SECRETARY OF STATE"});
  CHECK(english(folder, "secretary of state").hits().empty());
}

TEST_CASE("English forms match whole words, Chinese ones anywhere") {
  PackFolder folder;
  folder.withHeads().with("en/lexicon/words.toml", "[act]\nforms = [\"meet\"]\n");
  folder.with("zh/lexicon/words.toml", "[act]\nforms = [\"会\"]\n");
  CHECK(english(folder, "meeting meets meet").hits() == Texts{"act:meet"});
  CHECK(chinese(folder, "大会会议").hits() == Texts{"act:会", "act:会"});
}

TEST_CASE("where a form has a space the text may have white space, a line break or a hyphen") {
  PackFolder folder;
  folder.withHeads().with("en/lexicon/words.toml", "[act]\nforms = [\"follow up\", \"held talks\"]\n");
  CHECK(english(folder, "follow up").hits() == Texts{"act:follow up"});
  CHECK(english(folder, "follow-up").hits() == Texts{"act:follow-up"});
  CHECK(english(folder, "held\n talks").hits() == Texts{"act:held\n talks"});
  CHECK(english(folder, "held  talks").hits() == Texts{"act:held  talks"});
  CHECK(english(folder, "held, talks").hits().empty());
}

TEST_CASE("where a form has no space the text may have one, but a hyphen only where the form has it") {
  PackFolder folder;
  folder.withHeads().with(
      "en/lexicon/words.toml",
      "[group]\nforms = [\"G7\"]\n[month]\nforms = [\"Sept.\"]\n[jet]\nforms = [\"F-16\"]\n"
      "[spaced]\nforms = [\"No 10\"]\n");
  CHECK(english(folder, "G7 and G 7").hits() == Texts{"group:G7", "group:G 7"});
  CHECK(english(folder, "Sept. 5, SEPT. 6").hits() == Texts{"month:Sept.", "month:SEPT."});
  CHECK(english(folder, "an F-16, an F 16").hits() == Texts{"jet:F-16"});
  CHECK(english(folder, "No 10, No10").hits() == Texts{"spaced:No 10"});
}

TEST_CASE("every class that a form belongs to is kept, longer forms first") {
  PackFolder folder;
  folder.withHeads().with("en/lexicon/words.toml", R"(
[noun]
forms = ["visit"]
[verb]
entries = [{ forms = ["visit"], tense = "present" }, { forms = ["visit"], tense = "base" }]
[state]
forms = ["visit of state"]
)");
  CHECK(english(folder, "visit of state").hits() ==
        Texts{"state:visit of state", "noun:visit", "verb:visit", "verb:visit"});
}

TEST_CASE("a name broken over two lines is found, but no rule steps over the break") {
  PackFolder folder;
  folder.withHeads().with("gazetteer/p.toml", "[[person]]\nname = \"Jane Roe\"\nside = \"US\"\n");
  folder.withRules(rule("who", "<person> spoke"));
  const Read read = english(folder, "Jane\nRoe spoke");
  CHECK(read.hits() == Texts{"person:Jane\nRoe"});
  CHECK(read.marks().empty());
  CHECK(english(folder, "Jane Roe spoke").marks() == Texts{"who:Jane Roe spoke"});
}

TEST_CASE("full-width letters and digits are read as their plain forms") {
  PackFolder folder;
  folder.withHeads().with("zh/lexicon/words.toml", "[group]\nforms = [\"G20\"]\n");
  folder.withChineseRules(rule("year", "<y:number 2000..2099> 年", "emit = { year = '$y' }"));
  CHECK(chinese(folder, "Ｇ２０峰会").hits() == Texts{"group:Ｇ２０"});
  const Read read = chinese(folder, "２０２３年");
  CHECK(read.marks() == Texts{"year:２０２３年"});
  CHECK(read.mark().fields.number("year") == 2023);
}
