// SPDX-License-Identifier: Apache-2.0
#include "pack_folder.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <rapidcheck.h>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::test;

namespace {

PackFolder& fillForSoup(PackFolder& folder) {
  folder.withHeads().with("en/lexicon/words.toml", R"(
[meet]
entries = [{ forms = ["met", "met with", "held talks"], tense = "past" }, { forms = ["meet"], tense = "present" }]
[cardinal]
entries = [{ forms = ["two"], value = 2 }, { forms = ["twenty"], value = 20 }, { forms = ["hundred"], value = 100 }]
)");
  folder.with("gazetteer/p.toml",
              "[[person]]\nname = \"Jane Roe\"\nfamily = \"Roe\"\nside = \"US\"\nzh = [\"罗伊\"]\n");
  folder.with("en/rules/1.toml", "stage = 1\nemits = \"time\"\n" +
                                     rule("date", "(May | june) <number 1..31> (','? <y:number>)?") +
                                     rule("count", "<number> (_ '-')? <word>", "unless_after = '<number>'") +
                                     rule("many", "<any>{2,5} '.'"));
  folder.with("en/rules/2.toml",
              "stage = 2\nemits = \"event\"\n" +
                  rule("meeting", "<who:person> <any>* <v:meet> <any>* (<when:time>)?") +
                  rule("verb", "<meet tense=past> (<family> | <capital>+)", "only_before = '<any>'"));
  folder.with("en/rules/3.toml",
              "stage = 3\nemits = \"story\"\n" + rule("two", "<e:event> (<any>{0,3} <time>)*"));
  return folder;
}

rc::Gen<std::string> soup() {
  const auto word = rc::gen::elementOf(std::vector<std::string>{
      "met",   "with",   "held",        "talks", "meet", "Jane", "Roe", "May",
      "june",  "12",     "2023",        ",",     ".",    "-",    "'s",  "\n",
      "two",   "twenty", "hundred",     "and",   "罗",   "伊",   "十",  "\xF0\x9F\x98\x80",
      "1,200", "16th",   "\xE3\x80\x80"});
  const auto space = rc::gen::elementOf(std::vector<std::string>{" ", " ", "", "  "});
  return rc::gen::map(
      rc::gen::container<std::vector<std::pair<std::string, std::string>>>(rc::gen::pair(word, space)),
      [](const std::vector<std::pair<std::string, std::string>>& parts) {
        std::string text;
        for (const auto& [part, gap] : parts)
          text += part + gap;
        return text;
      });
}

/// The stage of a mark's class in the pack above.
int stageOf(const Mark& mark) {
  return mark.cls == "time" ? 1 : mark.cls == "event" ? 2 : 3;
}

} // namespace

TEST_CASE("whatever the text, marks of a stage ascend without overlap and hold no line break") {
  PackFolder folder;
  const auto knowledge = knowledgeOf(fillForSoup(folder));
  const bool held = rc::check([&] {
    const std::string text = *soup();
    for (const auto language : {model::Language::english, model::Language::chineseSimplified}) {
      const Read read(knowledge, language, text);
      const Reading& reading = read.reading();
      int stage = 0;
      std::int32_t end = 0;
      for (const Mark& mark : reading.marks) {
        RC_ASSERT(stageOf(mark) >= stage);
        if (stageOf(mark) != stage) end = 0;
        stage = stageOf(mark);
        RC_ASSERT(mark.tokens.begin >= end);
        RC_ASSERT(mark.tokens.end > mark.tokens.begin);
        end = mark.tokens.end;
        for (std::int32_t i = mark.tokens.begin; i < mark.tokens.end; ++i)
          RC_ASSERT(reading.tokens[static_cast<std::size_t>(i)].kind != text::TokenKind::line);
        for (const Slot& slot : mark.slots) {
          RC_ASSERT(mark.tokens.begin <= slot.tokens.begin);
          RC_ASSERT(slot.tokens.end <= mark.tokens.end);
        }
      }
      RC_ASSERT(std::is_sorted(reading.hits.begin(), reading.hits.end(), [](const Hit& a, const Hit& b) {
        return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                : a.tokens.end > b.tokens.end;
      }));
    }
  });
  CHECK(held);
}

TEST_CASE("whatever the pattern, it is read or refused with a reason") {
  const auto piece = rc::gen::elementOf(std::vector<std::string>{"(",
                                                                 ")",
                                                                 "|",
                                                                 "?",
                                                                 "*",
                                                                 "+",
                                                                 "{1,3}",
                                                                 "{0,40}",
                                                                 "_",
                                                                 "<word>",
                                                                 "<n:number 1..31>",
                                                                 "<nowhere>",
                                                                 "<meet tense=past>",
                                                                 "'%'",
                                                                 "'",
                                                                 "met",
                                                                 "会晤",
                                                                 " ",
                                                                 "<",
                                                                 ">",
                                                                 "%"});
  const bool held = rc::check([&] {
    std::string pattern;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece))
      pattern += part;
    PackFolder folder;
    folder.withHeads().with(
        "en/rules/r.toml",
        "stage = 1\nemits = \"mark\"\n[[rule]]\nname = \"r\"\npattern = \"" + pattern +
            "\"\nexamples = [{ text = \"x\", match = \"x\" }]\ncounterexamples = [\"y\"]\n");
    std::vector<Problem> problems;
    const auto knowledge = Knowledge::load({folder.path()}, &problems);
    RC_ASSERT(knowledge.has_value());
    const Pack& pack = (*knowledge)->pack(model::Language::english);
    RC_ASSERT(pack.rules().empty() == !problems.empty());
    const Reading reading = pack.read(u"met 5 % met met 12 word", {0, 23});
    for (const Mark& mark : reading.marks)
      RC_ASSERT(!mark.span.empty());
  });
  CHECK(held);
}
