// SPDX-License-Identifier: Apache-2.0
#include "pack_folder.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::test;

namespace {

constexpr std::string_view head = "stage = 1\nemits = \"mark\"\n";

} // namespace

TEST_CASE("a broken rule is left out and told with its place, the others are read") {
  PackFolder folder;
  folder.withHeads().withRules(rule("broken", "(talks") + rule("whole", "talks"));
  const Loaded loaded = load({folder.path()});
  CHECK(told(loaded.problems) == Texts{"en/rules/rules.toml:5: `(` is never closed"});
  CHECK(Read(loaded.knowledge, model::Language::english, "talks").marks() == Texts{"whole:talks"});
}

TEST_CASE("a file that is not TOML is told with its line, other files are read") {
  PackFolder folder;
  folder.withHeads().withRules(rule("whole", "talks"));
  folder.with("en/lexicon/bad.toml", "[a]\nforms = [\"x\"]\n[b\n");
  const Loaded loaded = load({folder.path()});
  CHECK(tells(loaded.problems, "en/lexicon/bad.toml:3", "not valid TOML"));
  CHECK(loaded.knowledge->pack(model::Language::english).rules().size() == 1);
}

TEST_CASE("without any pack there is nothing to load") {
  PackFolder folder;
  std::vector<Problem> problems;
  const auto result = Knowledge::load({folder.path(), "/nowhere/at/all"}, &problems);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().kind == base::ErrorKind::notFound);
  CHECK_THAT(result.error().message, Catch::Contains(folder.path().string()));
  CHECK_FALSE(Knowledge::load({}).has_value());
}

TEST_CASE("a language without a pack file is left out and told") {
  PackFolder folder;
  folder.with("en/pack.toml", "language = \"en\"\nscript = \"words\"\n")
      .with("zh/lexicon/a.toml", "[a]\nforms = [\"甲\"]\n");
  const Loaded loaded = load({folder.path()});
  CHECK(tells(loaded.problems, "zh/pack.toml:0", "missing"));
  CHECK(loaded.knowledge->packs().size() == 1);
  CHECK(loaded.knowledge->pack(model::Language::chineseTraditional).language() == "en");
}

TEST_CASE("each paragraph's language has its pack, an unknown one the English") {
  PackFolder folder;
  folder.withHeads();
  const auto knowledge = knowledgeOf(folder);
  CHECK(knowledge->pack(model::Language::english).language() == "en");
  CHECK(knowledge->pack(model::Language::unknown).language() == "en");
  CHECK(knowledge->pack(model::Language::chineseSimplified).language() == "zh");
  CHECK(knowledge->pack(model::Language::chineseTraditional).language() == "zh");
}

TEST_CASE("what the user's folder names replaces what the installed one has under that name") {
  PackFolder installed;
  installed.withHeads().withRules(rule("talks", "talks") + rule("visit", "visit"));
  installed.with("en/lexicon/words.toml", "[city]\nforms = [\"Vienna\"]\n[river]\nforms = [\"Rhine\"]\n");
  PackFolder user;
  user.with("en/rules/mine.toml", std::string(head) + rule("talks", "parley") + rule("new", "summit"));
  user.with("en/lexicon/mine.toml", "[city]\nforms = [\"Geneva\"]\n");
  const Loaded loaded = load({user.path(), installed.path()});
  CHECK(told(loaded.problems) == Texts{});
  const Read read(loaded.knowledge, model::Language::english,
                  "talks, parley, visit, summit in Vienna, Geneva, Rhine");
  CHECK(read.marks() == Texts{"talks:parley", "visit:visit", "new:summit"});
  CHECK(read.hits() == Texts{"city:Geneva", "river:Rhine"});
}

TEST_CASE("a user's rule that is broken leaves the installed one in place") {
  PackFolder installed;
  installed.withHeads().withRules(rule("talks", "talks"));
  PackFolder user;
  user.with("en/rules/mine.toml", std::string(head) + "[[rule]]\nname = \"talks\"\npattern = \"parley\"\n");
  const Loaded loaded = load({user.path(), installed.path()});
  CHECK(tells(loaded.problems, "en/rules/mine.toml:3", "no example"));
  CHECK(Read(loaded.knowledge, model::Language::english, "talks").marks() == Texts{"talks:talks"});
}

TEST_CASE("abbreviations of all folders end no sentence") {
  PackFolder installed;
  installed.with("en/pack.toml",
                 "language = \"en\"\nscript = \"words\"\nabbreviations = [\"Sept\", \"U.S.\"]\n");
  PackFolder user;
  user.with("en/pack.toml", "language = \"en\"\nscript = \"words\"\nabbreviations = [\"Amb\"]\n");
  const Loaded loaded = load({user.path(), installed.path()});
  const text::Abbreviations expected{u"sept", u"u.s", u"amb"};
  CHECK(loaded.knowledge->pack(model::Language::english).abbreviations() == expected);
}

TEST_CASE("a pack says how sentences of its language are built, and nothing holds that it does not say") {
  PackFolder folder;
  folder.with("en/pack.toml", "language = \"en\"\nscript = \"words\"\n");
  folder.with("zh/pack.toml", "language = \"zh\"\nscript = \"characters\"\n[grammar]\n"
                              "companion_before_verb = true\ntitle_after_name = false\n");
  const Loaded loaded = load({folder.path()});
  CHECK(told(loaded.problems) == Texts{});
  const Grammar& english = loaded.knowledge->pack(model::Language::english).grammar();
  for (const GrammarKey& key : grammarKeys)
    CHECK_FALSE(english.*key.flag);
  CHECK_FALSE(english.noSpaces);
  const Grammar& chinese = loaded.knowledge->pack(model::Language::chineseSimplified).grammar();
  for (const GrammarKey& key : grammarKeys)
    CHECK(chinese.*key.flag == (key.name == "companion_before_verb"));
  CHECK(chinese.noSpaces);
}

TEST_CASE("each key of the grammar sets something of its own") {
  for (const GrammarKey& key : grammarKeys) {
    PackFolder folder;
    folder.with("en/pack.toml",
                "language = \"en\"\nscript = \"words\"\n[grammar]\n" + std::string(key.name) + " = true\n");
    const Loaded loaded = load({folder.path()});
    CHECK(told(loaded.problems) == Texts{});
    const Grammar& grammar = loaded.knowledge->pack(model::Language::english).grammar();
    for (const GrammarKey& other : grammarKeys)
      CHECK(grammar.*other.flag == (other.name == key.name));
  }
}

TEST_CASE("a wrong key or value of the grammar is told with its line, the others hold") {
  PackFolder folder;
  folder.with("en/pack.toml", "language = \"en\"\nscript = \"words\"\n[grammar]\n"
                              "verbs_before_time = true\ntitle_after_name = 1\nsubject_left_out = true\n");
  const Loaded loaded = load({folder.path()});
  CHECK(told(loaded.problems) == Texts{"en/pack.toml:5: `title_after_name` must be true or false",
                                       "en/pack.toml:4: unknown key `verbs_before_time`"});
  CHECK(loaded.knowledge->pack(model::Language::english).grammar().subjectLeftOut);
  PackFolder flat;
  flat.with("en/pack.toml", "language = \"en\"\nscript = \"words\"\ngrammar = true\n");
  CHECK(told(load({flat.path()}).problems) == Texts{"en/pack.toml:3: `grammar` must be a table"});
}

TEST_CASE("of two folders the user's says how sentences are built, where it says anything") {
  PackFolder installed;
  installed.with("en/pack.toml", "language = \"en\"\nscript = \"words\"\n[grammar]\n"
                                 "subject_left_out = true\ntitle_after_name = true\n");
  PackFolder user;
  user.with("en/pack.toml", "language = \"en\"\nscript = \"words\"\n[grammar]\ntitle_after_name = false\n");
  const Loaded loaded = load({user.path(), installed.path()});
  const Grammar& grammar = loaded.knowledge->pack(model::Language::english).grammar();
  CHECK(grammar.subjectLeftOut);
  CHECK_FALSE(grammar.titleAfterName);
}

TEST_CASE("the digest changes with any file and with nothing else") {
  PackFolder folder;
  folder.withHeads().withRules(rule("talks", "talks"));
  const std::string digest = knowledgeOf(folder)->digest();
  CHECK(digest.size() == 16);
  CHECK(digest.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(knowledgeOf(folder)->digest() == digest);
  folder.with("en/notes.txt", "not read");
  CHECK(knowledgeOf(folder)->digest() == digest);
  folder.with("gazetteer/p.toml", "[[person]]\nname = \"Jane Roe\"\nside = \"US\"\n");
  const std::string withPerson = knowledgeOf(folder)->digest();
  CHECK(withPerson != digest);
  folder.withRules(rule("talks", "talks "));
  CHECK(knowledgeOf(folder)->digest() != withPerson);
}

TEST_CASE("a rule keeps what its file says, for explanations and tests") {
  PackFolder folder;
  folder.withHeads().with("en/rules/time.toml", R"(stage = 1
emits = "time"

[[rule]]
name = "year"
pattern = "in <y:number>"
rank = -2
examples = [
  { text = "He left in 1999.", match = "in 1999", value = "1999", written = "2000-01-01" },
]
counterexamples = ["in the year"]
)");
  const auto knowledge = knowledgeOf(folder);
  const Rule& rule = knowledge->pack(model::Language::english).rules().at(0);
  CHECK(rule.name == "year");
  CHECK(rule.cls == "time");
  CHECK(rule.pattern == "in <y:number>");
  CHECK(rule.rank == -2);
  CHECK(rule.origin.str() == "en/rules/time.toml:4");
  REQUIRE(rule.examples.size() == 1);
  CHECK(rule.examples[0].match == "in 1999");
  CHECK(rule.examples[0].value == "1999");
  CHECK(rule.examples[0].written == "2000-01-01");
  CHECK(rule.examples[0].origin.line == 9);
  REQUIRE(rule.counterexamples.size() == 1);
  CHECK(rule.counterexamples[0].text == "in the year");
}
