// SPDX-License-Identifier: Apache-2.0
#include "pack_folder.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::test;

namespace {

/// A rules file with one rule, whose table begins on line 3.
std::string oneRule(std::string_view body) {
  return "stage = 1\nemits = \"mark\"\n[[rule]]\n" + std::string(body) + "\n";
}

constexpr std::string_view proofs =
    "examples = [{ text = \"talks\", match = \"talks\" }]\ncounterexamples = [\"walks\"]\n";

/// What the checker says of a rule with this pattern and these further lines; proofs are added.
std::vector<Problem> checkedPattern(std::string_view pattern, std::string_view more = "") {
  PackFolder folder;
  folder.withHeads().with("en/rules/a.toml", oneRule("name = \"r\"\npattern = '''" + std::string(pattern) +
                                                     "'''\n" + std::string(proofs) + std::string(more)));
  return check({folder.path()});
}

std::vector<Problem> checkedFile(const std::string& name, std::string_view content) {
  PackFolder folder;
  folder.withHeads().with(name, content);
  return check({folder.path()});
}

} // namespace

TEST_CASE("a pack in order has nothing to be told") {
  CHECK(told(checkedPattern("talks")) == Texts{});
}

TEST_CASE("mistakes of a pattern are told with the line of the pattern") {
  const std::string_view at = "en/rules/a.toml:5";
  CHECK(tells(checkedPattern("(talks"), at, "`(` is never closed"));
  CHECK(tells(checkedPattern("talks)"), at, "`)` without `(`"));
  CHECK(tells(checkedPattern("talks |"), at, "an alternative is empty"));
  CHECK(tells(checkedPattern("talks?"), at, "can match nothing"));
  CHECK(tells(checkedPattern("_ talks"), at, "`_` must stand between"));
  CHECK(tells(checkedPattern("talks % of"), at, "`%` must be quoted"));
  CHECK(tells(checkedPattern("'talks"), at, "is never closed"));
  CHECK(tells(checkedPattern("<number"), at, "`<` is never closed"));
  CHECK(tells(checkedPattern("talks{3,2}"), at, "must be {least,most}"));
  CHECK(tells(checkedPattern("talks{0,99}"), at, "must be {least,most}"));
  CHECK(tells(checkedPattern("<number 5..1>"), at, "is not a range"));
  CHECK(tells(checkedPattern("<number many>"), at, "neither a range"));
  CHECK(tells(checkedPattern("<n:number> <n:number>"), at, "slot `n` can be filled twice"));
  CHECK(tells(checkedPattern("<n:number>+"), at, "repeats"));
  CHECK(tells(checkedPattern("((talks{1,32}){1,32}){1,32}"), at, "more than"));
}

TEST_CASE("one slot may stand in several alternatives") {
  CHECK(told(checkedPattern("talks | round <n:number> | <n:ordinal> round", "emit = { round = '$n' }")) ==
        Texts{});
}

TEST_CASE("names that mean nothing are told: class, field, value, slot") {
  const std::string_view at = "en/rules/a.toml:5";
  CHECK(tells(checkedPattern("talks <nowhere>?"), at, "unknown class `nowhere`"));
  CHECK(tells(checkedPattern("talks <mark>?"), at, "`mark` comes from stage 1 and is not known in stage 1"));
  CHECK(tells(checkedPattern("talks <word tense=past>?"), at, "has no fields"));
  CHECK(tells(checkedPattern("talks <person tense=past>?"), at, "`person` has no field `tense`"));
  CHECK(tells(checkedPattern("talks", "emit = { n = '$n' }"), "en/rules/a.toml:3", "`$n` names no slot"));
  CHECK(
      tells(checkedPattern("talks <w:word>?", "emit = { n = '$w' }"), "en/rules/a.toml:3", "has no `value`"));
  CHECK(tells(checkedPattern("talks", "unless_before = '<nowhere>'"), "en/rules/a.toml:8",
              "unknown class `nowhere`"));

  PackFolder folder;
  folder.withHeads().with("en/lexicon/a.toml",
                          "[meet]\nentries = [{ forms = [\"met\"], tense = \"past\" }]\n");
  folder.with("en/rules/a.toml",
              oneRule("name = \"r\"\npattern = 'talks <meet tense=pats>?'\n" + std::string(proofs)));
  CHECK(tells(check({folder.path()}), at, "no `meet` ever has tense=pats"));
}

TEST_CASE("unknown and missing keys are told with their line") {
  const std::string base = "name = \"r\"\npattern = \"talks\"\n" + std::string(proofs);
  CHECK(tells(checkedFile("en/rules/a.toml", oneRule(base + "unles_before = \"x\"")), "en/rules/a.toml:8",
              "unknown key `unles_before`"));
  CHECK(tells(checkedFile("en/rules/a.toml", oneRule("name = \"r\"\n" + std::string(proofs))),
              "en/rules/a.toml:3", "`pattern` is missing"));
  CHECK(
      tells(checkedFile("en/rules/a.toml", "emits = \"mark\"\n"), "en/rules/a.toml:1", "`stage` is missing"));
  CHECK(tells(checkedFile("en/rules/a.toml", "stage = 1\nemits = \"mark\"\nrules = []\n"),
              "en/rules/a.toml:3", "unknown key `rules`"));
  CHECK(tells(checkedFile("en/rules/a.toml", "stage = 1\nemits = \"number\"\n" + rule("r", "talks")),
              "en/rules/a.toml:3", "cannot emit the built-in `number`"));
  CHECK(tells(checkedFile("en/pack.toml", "language = \"fr\"\nscript = \"runes\"\ncolour = 1\n"),
              "en/pack.toml:1", "named en"));
  CHECK(tells(checkedFile("en/pack.toml", "language = \"en\"\nscript = \"runes\"\n"), "en/pack.toml:2",
              "\"words\" or \"characters\""));
}

TEST_CASE("mistakes of a lexicon are told with their line") {
  const auto checkedLexicon = [](std::string_view content) {
    return checkedFile("en/lexicon/a.toml", content);
  };
  CHECK(
      tells(checkedLexicon("[Month]\nforms = [\"May\"]\n"), "en/lexicon/a.toml:1", "`Month` is not a class"));
  CHECK(tells(checkedLexicon("[month]\nform = [\"May\"]\n"), "en/lexicon/a.toml:2", "unknown key `form`"));
  CHECK(tells(checkedLexicon("[month]\nforms = [\"May\", 5]\n"), "en/lexicon/a.toml:2", "list of texts"));
  CHECK(
      tells(checkedLexicon("[month]\nentries = [{ value = 5 }]\n"), "en/lexicon/a.toml:2", "needs `forms`"));
  CHECK(tells(checkedLexicon("[month]\nentries = [{ forms = [\"May\"], value = 5.5 }]\n"),
              "en/lexicon/a.toml:2", "whole number or a text"));
  CHECK(
      tells(checkedLexicon("[month]\nforms = [\" \"]\n"), "en/lexicon/a.toml:1", "nothing but white space"));
  CHECK(tells(checkedLexicon("[number]\nforms = [\"x\"]\n"), "en/lexicon/a.toml:1", "class of its own"));
  CHECK(tells(
      checkedLexicon(
          "[month]\nentries = [\n{ forms = [\"May\"], value = 5 },\n{ forms = [\"May\"], value = 5 },\n]\n"),
      "en/lexicon/a.toml:4", "stands already in en/lexicon/a.toml:3"));
  CHECK(told(checkedLexicon("[cut]\nentries = [\n{ forms = [\"cut\"], tense = \"past\" },\n{ forms = "
                            "[\"cut\"], tense = \"present\" },\n]\n")) == Texts{});
}

TEST_CASE("a class or rule that stands in two files of one folder is told") {
  PackFolder folder;
  folder.withHeads()
      .with("en/lexicon/a.toml", "[month]\nforms = [\"May\"]\n")
      .with("en/lexicon/b.toml", "\n[month]\nforms = [\"June\"]\n");
  folder.with("en/rules/a.toml", oneRule("name = \"r\"\npattern = \"talks\"\n" + std::string(proofs)));
  folder.with("en/rules/b.toml", oneRule("name = \"r\"\npattern = \"talks now\"\n" + std::string(proofs)));
  const std::vector<Problem> problems = check({folder.path()});
  CHECK(tells(problems, "en/lexicon/b.toml:2", "class `month` stands already in en/lexicon/a.toml:1"));
  CHECK(tells(problems, "en/rules/b.toml:3", "rule `r` stands already in en/rules/a.toml:3"));
}

TEST_CASE("a rule without an example or counterexample is refused") {
  const auto problems = checkedFile("en/rules/a.toml", oneRule("name = \"r\"\npattern = \"talks\"\n"));
  CHECK(tells(problems, "en/rules/a.toml:3", "no example"));
  CHECK(tells(problems, "en/rules/a.toml:3", "no counterexample"));
}

TEST_CASE("an example that does not come out is told, with the reason") {
  const auto checkedExample = [](std::string_view text, std::string_view match, std::string_view more = "") {
    return checkedFile(
        "en/rules/a.toml",
        oneRule("name = \"r\"\npattern = \"talks on <word>\"\ncounterexamples = [\"walks\"]\n" +
                std::string(more) + "\nexamples = [\n{ text = \"" + std::string(text) + "\", match = \"" +
                std::string(match) + "\" },\n]\n"));
  };
  const std::string_view at = "en/rules/a.toml:9";
  CHECK(told(checkedExample("the talks on trade", "talks on trade")) == Texts{});
  CHECK(tells(checkedExample("the talks on trade", "talks on arms"), at,
              "does not stand in the example's text"));
  CHECK(tells(checkedExample("the talks about trade", "talks about trade"), at,
              "a pattern that does not match it"));
  CHECK(tells(checkedExample("the talks on trade", "talks on tra"), at, "begins or ends within a word"));
  CHECK(tells(checkedExample("the talks on trade", "talks on"), at, "a pattern that does not match it"));
  CHECK(tells(checkedExample("peace talks on trade", "talks on trade", "unless_before = \"peace\""), at,
              "held back from it by its `unless_before`"));
  CHECK(tells(checkedExample("the talks on trade", "talks on trade", "only_after = \"today\""), at,
              "held back from it by its `only_after`"));
}

TEST_CASE("a counterexample on which the rule fires is told") {
  const auto problems = checkedFile(
      "en/rules/a.toml",
      oneRule("name = \"r\"\npattern = \"talks\"\nexamples = [{ text = \"talks\", match = \"talks\" }]\n"
              "counterexamples = [\n\"small talks\",\n]\n"));
  CHECK(tells(problems, "en/rules/a.toml:7", "rule `r` fires on \"talks\" of its counterexample"));
}

TEST_CASE("a rule that another takes everything from is told, with the other's place") {
  const std::string rules =
      "stage = 1\nemits = \"mark\"\n[[rule]]\nname = \"all\"\npattern = \"talks <word>\"\n"
      "examples = [{ text = \"talks on\", match = \"talks on\" }]\ncounterexamples = [\"x\"]\n"
      "[[rule]]\nname = \"never\"\npattern = \"talks\"\n"
      "examples = [{ text = \"talks go on\", match = \"talks\" }]\ncounterexamples = [\"x\"]\n";
  const auto problems = checkedFile("en/rules/a.toml", rules);
  CHECK(tells(problems, "en/rules/a.toml:11", "`never` is not reached"));
  CHECK(tells(problems, "en/rules/a.toml:11", "taken by `all` (en/rules/a.toml:3)"));
}

TEST_CASE("two rules that say different things of the same words are told once, unless rank decides") {
  const auto rules = [](std::string_view rank) {
    return "stage = 1\nemits = \"mark\"\n[[rule]]\nname = \"one\"\npattern = \"talks\"\nemit = { kind = "
           "\"a\" }\n" +
           std::string(rank) + std::string("\n") + std::string(proofs) +
           "[[rule]]\nname = \"two\"\npattern = \"talks | <number>\"\nemit = { kind = \"b\" }\n"
           "examples = [{ text = \"5\", match = \"5\" }]\ncounterexamples = [\"x\"]\n";
  };
  const auto problems = checkedFile("en/rules/a.toml", rules(""));
  REQUIRE(problems.size() == 1);
  CHECK(tells(problems, "en/rules/a.toml:8", "`one` and `two` (en/rules/a.toml:10) both cover \"talks\""));
  CHECK(told(checkedFile("en/rules/a.toml", rules("rank = 1"))) == Texts{});
}

TEST_CASE("two rules with the same pattern are told") {
  const auto problems =
      checkedFile("en/rules/a.toml", "stage = 1\nemits = \"mark\"\n" + rule("one", "peace talks") +
                                         rule("two", "peace  talks") +
                                         rule("three", "peace talks", "unless_before = 'x'"));
  CHECK(tells(problems, "en/rules/a.toml:9", "rule `two` has the pattern of `one` (en/rules/a.toml:3)"));
  CHECK_FALSE(tells(problems, "en/rules/a.toml:15", "has the pattern of"));
}

TEST_CASE("mistakes of the gazetteer are told with their line") {
  const auto checkedGazetteer = [](std::string_view content) {
    return checkedFile("gazetteer/a.toml", content);
  };
  const std::string office =
      "[[office]]\nid = \"envoy\"\ntitle = \"Envoy\"\nside = \"US\"\nlevel = \"senior\"\n";
  CHECK(told(checkedGazetteer(office)) == Texts{});
  CHECK(tells(checkedGazetteer("[[person]]\nname = \"A B\"\nside = \"FR\"\n"), "gazetteer/a.toml:3",
              "unknown side \"FR\""));
  CHECK(tells(checkedGazetteer("[[persons]]\nname = \"A B\"\n"), "gazetteer/a.toml:1",
              "unknown key `persons`"));
  CHECK(tells(checkedGazetteer("[[person]]\nname = \"A B\"\nside = \"US\"\nnick = \"x\"\n"),
              "gazetteer/a.toml:4", "unknown key `nick`"));
  CHECK(tells(checkedGazetteer("[[place]]\nname = \"X\"\ncountry = \"Austria\"\nkind = \"city\"\n"),
              "gazetteer/a.toml:3", "two capital letters"));
  CHECK(tells(checkedGazetteer("[[place]]\nname = \"X\"\nkind = \"town\"\n"), "gazetteer/a.toml:3",
              "unknown kind \"town\""));
  CHECK(tells(checkedGazetteer("[[body]]\nname = \"X\"\nside = \"US\"\nkind = \"club\"\n"),
              "gazetteer/a.toml:4", "unknown kind \"club\""));
  CHECK(tells(checkedGazetteer(office + office), "gazetteer/a.toml:6",
              "office envoy stands already in gazetteer/a.toml:1"));
  const auto withTerm = [&](std::string_view term) {
    return checkedGazetteer(office + "[[person]]\nname = \"A B\"\nside = \"US\"\nterms = [\n" +
                            std::string(term) + ",\n]\n");
  };
  CHECK(tells(withTerm("{ office = \"king\" }"), "gazetteer/a.toml:10", "unknown office \"king\""));
  CHECK(tells(withTerm("{ office = \"envoy\", from = \"2023-02-30\" }"), "gazetteer/a.toml:10",
              "is not a date"));
  CHECK(tells(withTerm("{ office = \"envoy\", from = \"2023/2024\" }"), "gazetteer/a.toml:10",
              "is not a date"));
  CHECK(tells(withTerm("{ office = \"envoy\", from = \"2023\", to = \"2022\" }"), "gazetteer/a.toml:10",
              "ends before it begins"));
}

TEST_CASE("terms that overlap in an office with one seat are told, as far as their dates are sure") {
  const auto checkedTerms = [](std::string_view first, std::string_view second,
                               std::string_view single = "true") {
    return checkedFile(
        "gazetteer/a.toml",
        "[[office]]\nid = \"envoy\"\ntitle = \"Envoy\"\nside = \"US\"\nlevel = \"senior\"\nsingle = " +
            std::string(single) +
            "\n[[person]]\nname = \"A B\"\nside = \"US\"\nterms = [{ office = \"envoy\", " +
            std::string(first) +
            " }]\n[[person]]\nname = \"C D\"\nside = \"US\"\nterms = [{ office = \"envoy\", " +
            std::string(second) + " }]\n");
  };
  constexpr std::string_view early = "from = \"2013-03-16\", to = \"2018-03-19\"";
  CHECK(tells(checkedTerms(early, "from = \"2018-03-01\""), "gazetteer/a.toml:14",
              "hold `envoy` at the same time"));
  CHECK(told(checkedTerms(early, "from = \"2018-03-19\"")) == Texts{});
  CHECK(told(checkedTerms(early, "from = \"2018-03\"")) == Texts{});
  CHECK(told(checkedTerms(early, "from = \"2018\"")) == Texts{});
  CHECK(told(checkedTerms(early, "from = \"2018-03-01\"", "false")) == Texts{});
  CHECK(tells(checkedTerms("from = \"2010-01-01\"", "from = \"2020-01-01\""), "gazetteer/a.toml:14",
              "hold `envoy`"));
}

TEST_CASE("a person on another side than the office is told") {
  const auto problems = checkedFile(
      "gazetteer/a.toml", "[[office]]\nid = \"envoy\"\ntitle = \"Envoy\"\nside = \"US\"\nlevel = \"senior\"\n"
                          "[[person]]\nname = \"A B\"\nside = \"CN\"\nterms = [{ office = \"envoy\" }]\n");
  CHECK(tells(problems, "gazetteer/a.toml:6", "A B is of side CN"));
}

TEST_CASE("namesakes that neither side, level nor time of office tells apart are told") {
  const auto checkedNamesakes = [](std::string_view level, std::string_view from) {
    return checkedFile("gazetteer/a.toml",
                       "[[office]]\nid = \"one\"\ntitle = \"One\"\nside = \"CN\"\nlevel = \"senior\"\n"
                       "[[office]]\nid = \"two\"\ntitle = \"Two\"\nside = \"CN\"\nlevel = \"" +
                           std::string(level) +
                           "\"\n"
                           "[[person]]\nname = \"Wang Hong\"\nside = \"CN\"\nzh = [\"王红\"]\nterms = [{ "
                           "office = \"one\", from = \"2010\", to = \"2015\" }]\n"
                           "[[person]]\nname = \"Wang Hung\"\nside = \"CN\"\nzh = [\"王紅\"]\nterms = [{ "
                           "office = \"two\", from = \"" +
                           std::string(from) + "\" }]\n");
  };
  CHECK(tells(checkedNamesakes("senior", "2012"), "gazetteer/a.toml:16", "both called \"王红\""));
  CHECK(told(checkedNamesakes("working", "2012")) == Texts{});
  CHECK(told(checkedNamesakes("senior", "2016")) == Texts{});
}
