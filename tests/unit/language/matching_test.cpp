// SPDX-License-Identifier: Apache-2.0
#include "pack_folder.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::test;

namespace {

constexpr std::string_view months = R"(
[month]
entries = [{ forms = ["May"], value = 5 }, { forms = ["June", "Jun."], value = 6 }]
)";

} // namespace

TEST_CASE("the longest match wins over the rule that stands first") {
  PackFolder folder;
  folder.withHeads().withRules(rule("short", "talks") + rule("long", "talks on trade"));
  CHECK(english(folder, "They held talks on trade today.").marks() == Texts{"long:talks on trade"});
  CHECK(english(folder, "They held talks on Monday.").marks() == Texts{"short:talks"});
}

TEST_CASE("between rules that cover the same words rank decides, then the order of files and lines") {
  PackFolder folder;
  folder.withHeads().withRules(rule("first", "talks") + rule("second", "<word>", "only_before = 'held'") +
                               rule("ranked", "(talks | calls)", "rank = 5"));
  CHECK(english(folder, "held talks").marks() == Texts{"ranked:talks"});

  PackFolder unranked;
  unranked.withHeads().withRules(rule("first", "talks") + rule("second", "(talks | calls)"));
  unranked.with("en/rules/earlier.toml",
                "stage = 1\nemits = \"mark\"\n" + rule("other-file", "(talks | visits)"));
  CHECK(english(unranked, "talks").marks() == Texts{"other-file:talks"});
  CHECK(english(unranked, "calls").marks() == Texts{"second:calls"});
}

TEST_CASE("after a match reading goes on behind it, so marks of a stage never overlap") {
  PackFolder folder;
  folder.withHeads().withRules(rule("pair", "<number> <number>"));
  CHECK(english(folder, "1 2 3 4 5").marks() == Texts{"pair:1 2", "pair:3 4"});
}

TEST_CASE("optional parts, alternatives and repeats") {
  PackFolder folder;
  folder.withHeads().withRules(rule("optional", "met (with | privately)? Wang") + rule("star", "very* good") +
                               rule("plus", "ha+") + rule("counted", "tick{2,3} tock"));
  CHECK(english(folder, "met Wang").marks() == Texts{"optional:met Wang"});
  CHECK(english(folder, "met with Wang").marks() == Texts{"optional:met with Wang"});
  CHECK(english(folder, "met privately Wang").marks() == Texts{"optional:met privately Wang"});
  CHECK(english(folder, "met with privately Wang").marks().empty());
  CHECK(english(folder, "very very very good").marks() == Texts{"star:very very very good"});
  CHECK(english(folder, "good").marks() == Texts{"star:good"});
  CHECK(english(folder, "ha ha ha").marks() == Texts{"plus:ha ha ha"});
  CHECK(english(folder, "tick tock").marks().empty());
  CHECK(english(folder, "tick tick tock").marks() == Texts{"counted:tick tick tock"});
  CHECK(english(folder, "tick tick tick tick tock").marks() == Texts{"counted:tick tick tick tock"});
}

TEST_CASE("a star repeats at most eight times") {
  PackFolder folder;
  folder.withHeads().withRules(rule("star", "so <word>* end"));
  CHECK(english(folder, "so 1 a b c d e f g h end").marks().empty());
  CHECK(english(folder, "so a b c d e f g h end").marks() == Texts{"star:so a b c d e f g h end"});
  CHECK(english(folder, "so a b c d e f g h i end").marks().empty());
}

TEST_CASE("a repeat inside a repeat and an optional part inside a repeat") {
  PackFolder folder;
  folder.withHeads().withRules(rule("list", "<number> (','? (and | or)? <number>){1,4}"));
  CHECK(english(folder, "1, 2, 3 and 4").marks() == Texts{"list:1, 2, 3 and 4"});
  folder.withRules(rule("nested", "a ((b c?)? d)* e"));
  CHECK(english(folder, "a b d d b c d e").marks() == Texts{"nested:a b d d b c d e"});
  CHECK(english(folder, "a c d e").marks().empty());
}

TEST_CASE("literals match in any case, quoted ones match signs") {
  PackFolder folder;
  folder.withHeads().withRules(rule("percent", "<n:number> '%'") + rule("joint", "joint statement") +
                               rule("possessive", "China \"'s\" visit"));
  CHECK(english(folder, "a JOINT Statement").marks() == Texts{"joint:JOINT Statement"});
  CHECK(english(folder, "5 % of it").marks() == Texts{"percent:5 %"});
  CHECK(english(folder, "China’s visit").marks() == Texts{"possessive:China’s visit"});
}

TEST_CASE("glue lets no white space stand between its neighbours") {
  PackFolder folder;
  folder.withHeads().withRules(rule("glued", "<number> _ '-' _ <word>") +
                               rule("option", "no (_ '.')? _ <number>"));
  CHECK(english(folder, "a 3-day visit").marks() == Texts{"glued:3-day"});
  CHECK(english(folder, "a 3 - day visit").marks().empty());
  CHECK(english(folder, "no.5").marks() == Texts{"option:no.5"});
  CHECK(english(folder, "no. 5").marks().empty());
  CHECK(english(folder, "no 5").marks().empty());
}

TEST_CASE("a pattern never crosses a line break") {
  PackFolder folder;
  folder.withHeads().withRules(rule("two", "held talks") + rule("any", "start <any> end"));
  CHECK(english(folder, "held\ntalks").marks().empty());
  CHECK(english(folder, "start \n end").marks().empty());
  CHECK(english(folder, "start of end").marks() == Texts{"any:start of end"});
}

TEST_CASE("the tests of words: any word, a capitalised one, a Han character, any token") {
  PackFolder folder;
  folder.withHeads().withRules(rule("word", "w <word>") + rule("capital", "c <capital>") +
                               rule("han", "h <han>") + rule("any", "t <any>"));
  CHECK(english(folder, "w envoy").marks() == Texts{"word:w envoy"});
  CHECK(english(folder, "w 5").marks().empty());
  CHECK(english(folder, "c envoy").marks().empty());
  CHECK(english(folder, "c Envoy").marks() == Texts{"capital:c Envoy"});
  CHECK(english(folder, "h 王").marks() == Texts{"han:h 王"});
  CHECK(english(folder, "h W").marks().empty());
  CHECK(english(folder, "t %").marks() == Texts{"any:t %"});
}

TEST_CASE("numbers are tested by range and by digits") {
  PackFolder folder;
  folder.withHeads().withRules(rule("day", "day <number 1..31>") + rule("year", "year <number digits=4>"));
  CHECK(english(folder, "day 31").marks() == Texts{"day:day 31"});
  CHECK(english(folder, "day 32").marks().empty());
  CHECK(english(folder, "day 0").marks().empty());
  CHECK(english(folder, "year 0800").marks() == Texts{"year:year 0800"});
  CHECK(english(folder, "year 800").marks().empty());
}

TEST_CASE("feature tests choose among the entries of a class") {
  PackFolder folder;
  folder.withHeads().with("en/lexicon/verbs.toml", R"(
[meet]
entries = [
  { forms = ["met"], tense = "past", people = 2 },
  { forms = ["meets"], tense = "present" },
  { forms = ["meeting"], tense = "none" },
]
)");
  folder.withRules(rule("past", "he <v:meet tense=past people=2>") +
                   rule("finite", "she <v:meet tense=past|present>"));
  CHECK(english(folder, "he met").marks() == Texts{"past:he met"});
  CHECK(english(folder, "he meets").marks().empty());
  CHECK(english(folder, "she met").marks() == Texts{"finite:she met"});
  CHECK(english(folder, "she meets").marks() == Texts{"finite:she meets"});
  CHECK(english(folder, "she meeting").marks().empty());
}

TEST_CASE("contexts look at what stands directly before and after the match") {
  PackFolder folder;
  folder.withHeads().withRules(
      rule("year", "<number 1900..2099>",
           "unless_before = \"page | act of | '$'\"\nunless_after = \"percent | '%' | _ 's'\"") +
      rule("met", "met", "only_before = '<capital> had? | he'\nonly_after = 'with | (his | her) guest'"));
  CHECK(english(folder, "in 1999 only").marks() == Texts{"year:1999"});
  CHECK(english(folder, "page 1999").marks().empty());
  CHECK(english(folder, "act of 1999").marks().empty());
  CHECK(english(folder, "the act, 1999").marks() == Texts{"year:1999"});
  CHECK(english(folder, "$1999").marks().empty());
  CHECK(english(folder, "2000 percent").marks().empty());
  CHECK(english(folder, "2000% of").marks().empty());
  CHECK(english(folder, "page\n1999").marks() == Texts{"year:1999"});
  CHECK(english(folder, "Wang had met with them").marks() == Texts{"met:met"});
  CHECK(english(folder, "He met her guest").marks() == Texts{"met:met"});
  CHECK(english(folder, "He met them").marks().empty());
  CHECK(english(folder, "they met with him").marks().empty());
}

TEST_CASE("glue at the end of a context binds it to the match") {
  PackFolder folder;
  folder.withHeads().withRules(
      rule("year", "<number digits=4>", "unless_before = \"'-' _\"\nunless_after = \"_ s\""));
  CHECK(english(folder, "Exercise-2023").marks().empty());
  CHECK(english(folder, "Exercise - 2023").marks() == Texts{"year:2023"});
  CHECK(english(folder, "the 2020s").marks().empty());
  CHECK(english(folder, "in 2020 s").marks() == Texts{"year:2020"});
}

TEST_CASE("where a context forbids the longest match the next best is taken") {
  PackFolder folder;
  folder.withHeads().withRules(rule("long", "<number> days ago", "unless_after = 'today'") +
                               rule("short", "<number> days"));
  CHECK(english(folder, "5 days ago").marks() == Texts{"long:5 days ago"});
  CHECK(english(folder, "5 days ago today").marks() == Texts{"short:5 days"});
}

TEST_CASE("marks of an earlier stage are classes of a later one and fill its slots") {
  PackFolder folder;
  folder.withHeads().with("en/lexicon/months.toml", months);
  folder.with("en/rules/1-time.toml", "stage = 1\nemits = \"time\"\n" +
                                          rule("date", "<month:month> <day:number 1..31>",
                                               "emit = { form = 'date', month = '$month', day = '$day' }"));
  folder.with("en/rules/2-event.toml",
              "stage = 2\nemits = \"event\"\n" + rule("meeting", "met on <when:time form=date>",
                                                      "emit = { kind = 'meeting', month = '$when.month' }"));
  const Read read = english(folder, "They met on May 10.");
  CHECK(read.marks() == Texts{"date:May 10", "meeting:met on May 10"});
  const Mark& event = read.mark(1);
  REQUIRE(event.slot("when") != nullptr);
  CHECK(event.slot("when")->mark == 0);
  CHECK(event.slot("when")->entry == nullptr);
  CHECK(event.fields.text("kind") == "meeting");
  CHECK(event.fields.number("month") == 5);
  CHECK(std::string_view(event.cls) == "event");
}

TEST_CASE("a mark says what its rule emits: literals, values and fields of its slots") {
  PackFolder folder;
  folder.withHeads().with("en/lexicon/months.toml", std::string(months) + R"(
[meet]
entries = [{ forms = ["met"], tense = "past" }]
)");
  folder.withRules(rule(
      "met-in", "<v:meet> in (<m:month> | <n:number>) <y:number>?",
      "emit = { sure = 1, kind = 'meeting', tense = '$v.tense', month = '$m', number = '$n', year = '$y' }"));
  const Read read = english(folder, "met in June 2023");
  REQUIRE(read.marks().size() == 1);
  const Fields& fields = read.mark().fields;
  CHECK(fields.number("sure") == 1);
  CHECK(fields.text("kind") == "meeting");
  CHECK(fields.text("tense") == "past");
  CHECK(fields.number("month") == 6);
  CHECK(fields.number("year") == 2023);
  CHECK_FALSE(fields.has("number"));
  CHECK(read.slot("m") == "June");
  CHECK(read.mark().slot("y")->number == 2023);
  CHECK(read.mark().slot("m")->entry->origin.str() == "en/lexicon/months.toml:3");
  CHECK(read.mark().rule->origin.str() == "en/rules/rules.toml:3");
}

TEST_CASE("slots are bound as a reader would: as much as possible, first alternative first") {
  PackFolder folder;
  folder.withHeads().withRules(
      rule("name", "envoy <first:capital>? <second:capital>? <rest:capital> arrived"));
  const Read one = english(folder, "envoy Roe arrived");
  CHECK(one.slot("first").empty());
  CHECK(one.slot("rest") == "Roe");
  const Read two = english(folder, "envoy Jane Roe arrived");
  CHECK(two.slot("first") == "Jane");
  CHECK(two.slot("second").empty());
  CHECK(two.slot("rest") == "Roe");
}

TEST_CASE("rules see every reading of ambiguous words, not only the longest form") {
  PackFolder folder;
  folder.withHeads().with("zh/lexicon/words.toml", R"(
[city]
entries = [{ forms = ["南京", "南京市"], value = 1 }]
[leader]
forms = ["市长"]
[bridge]
forms = ["长江大桥", "大桥"]
)");
  folder.withChineseRules(rule("bridge-of", "<c:city> <b:bridge>") +
                          rule("leader-of", "<c:city> <l:leader>"));
  CHECK(chinese(folder, "南京市长").marks() == Texts{"leader-of:南京市长"});
  CHECK(chinese(folder, "南京市长江大桥").marks() == Texts{"bridge-of:南京市长江大桥"});
  CHECK(chinese(folder, "南京市长江大桥").slot("c") == "南京市");
  CHECK(chinese(folder, "南京市长江大桥").hits() ==
        Texts{"city:南京市", "city:南京", "leader:市长", "bridge:长江大桥", "bridge:大桥"});
}

TEST_CASE("rules written in simplified characters read traditional text") {
  PackFolder folder;
  folder.withHeads().withChineseRules(rule("talks", "会晤"));
  folder.with("zh/lexicon/words.toml", "[visit]\nforms = [\"访问\"]\n");
  const Read read = chinese(folder, "兩國領導人會晤並訪問北京");
  CHECK(read.marks() == Texts{"talks:會晤"});
  CHECK(read.hits() == Texts{"visit:訪問"});
}

TEST_CASE("in Chinese white space between characters means nothing") {
  PackFolder folder;
  folder.withHeads().withChineseRules(rule("talks", "会 晤"));
  folder.with("zh/lexicon/words.toml", "[jet]\nforms = [\"F-16 战机\"]\n");
  CHECK(chinese(folder, "会 晤").marks() == Texts{"talks:会 晤"});
  CHECK(chinese(folder, "F-16战机").hits() == Texts{"jet:F-16战机"});
}

TEST_CASE("positions are those of the whole text when only a stretch is read") {
  PackFolder folder;
  folder.withHeads().withRules(rule("talks", "talks", "unless_before = 'peace'"));
  const auto knowledge = knowledgeOf(folder);
  const std::u16string text = u"peace talks and talks";
  const Pack& pack = knowledge->pack(model::Language::english);
  const Reading reading = pack.read(text, {6, 21});
  REQUIRE(reading.marks.size() == 2);
  CHECK(reading.marks[0].span == text::Span{6, 11});
  CHECK(reading.marks[1].span == text::Span{16, 21});
  CHECK(pack.read(text, {3, 3}).tokens.empty());
}

TEST_CASE("a reading goes on with the next stretch, and its marks point at their own tokens and slots") {
  PackFolder folder;
  folder.withHeads().withRules(rule("day", "<number 1..31>"));
  folder.with("en/rules/later.toml", "stage = 2\nemits = \"later\"\n" + rule("on", "on <what:mark>"));
  const auto knowledge = knowledgeOf(folder);
  const std::u16string text = u"He left on 3. She came on 5.";
  const Pack& pack = knowledge->pack(model::Language::english);
  Reading reading;
  pack.read(text, {0, 13}, reading);
  pack.read(text, {14, 28}, reading);
  REQUIRE(reading.tokens.size() == 10);
  REQUIRE(reading.marks.size() == 4);
  for (const std::size_t on : {1U, 3U}) {
    const Mark& mark = reading.marks[on];
    const Slot* what = mark.slot("what");
    REQUIRE(what != nullptr);
    CHECK(reading.marks.at(static_cast<std::size_t>(what->mark)).span == what->span);
    CHECK(reading.tokens.at(static_cast<std::size_t>(mark.tokens.begin)).span.begin == mark.span.begin);
    CHECK(reading.tokens.at(static_cast<std::size_t>(what->tokens.begin)).span == what->span);
  }
}

TEST_CASE("a context sees a form of several tokens in front of the match, whatever stands for its spaces") {
  PackFolder folder;
  folder.withHeads().withRules(rule("talks", "talks", "only_before = '<kind>'"));
  folder.with("en/lexicon/kinds.toml", "[kind]\nforms = [\"face to face\", \"peace\"]\n");
  CHECK(english(folder, "face to face talks").marks() == Texts{"talks:talks"});
  CHECK(english(folder, "face-to-face talks").marks() == Texts{"talks:talks"});
  CHECK(english(folder, "peace talks").marks() == Texts{"talks:talks"});
  CHECK(english(folder, "to face talks").marks().empty());
}

TEST_CASE(
    "a context sees marks of any length in front of the match, even where the lexicon has their class") {
  PackFolder folder;
  folder.withHeads().with("en/rules/kinds.toml",
                          "stage = 0\nemits = \"kind\"\n" + rule("three", "one two three"));
  folder.withRules(rule("talks", "talks", "only_before = '<kind>'"));
  folder.with("en/lexicon/kinds.toml", "[kind]\nforms = [\"peace\"]\n");
  CHECK(english(folder, "one two three talks").marks() == Texts{"three:one two three", "talks:talks"});
}
