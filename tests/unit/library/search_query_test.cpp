// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/query.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::library;

namespace {

Query parsed(std::string_view text, Typing typing = Typing::finished) {
  auto query = parseQuery(text, typing);
  INFO(text);
  if (!query) FAIL(query.error().message);
  return std::move(*query);
}

/// What FTS5 is asked for.
std::string match(std::string_view text, Typing typing = Typing::finished) {
  const Query query = parsed(text, typing);
  return query.words ? matchOf(*query.words) : std::string();
}

std::string mistakeIn(std::string_view text, Typing typing = Typing::finished) {
  const auto query = parseQuery(text, typing);
  INFO(text);
  REQUIRE_FALSE(query);
  CHECK(query.error().kind == base::ErrorKind::input);
  return query.error().message;
}

using Names = std::vector<std::vector<std::string>>;
using Kinds = std::vector<std::vector<model::EventKind>>;
using Statuses = std::vector<std::vector<model::EventStatus>>;

} // namespace

TEST_CASE("words are joined by and, in the form of the index") {
  CHECK(match("Müller") == R"("muller")");
  CHECK(match("trade Talks") == R"(("trade") AND ("talks"))");
  CHECK(match("trade AND talks") == match("trade talks"));
  CHECK(match("trade ＡＮＤ talks") == match("trade talks"));
  CHECK(match("王毅，布林肯") == match("王毅 布林肯"));
}

TEST_CASE("a word of several parts is a phrase") {
  CHECK(match("U.S.-China") == R"("us" + "china")");
  CHECK(match("會晤") == R"("会晤")");
  CHECK(match("习近平") == R"("习近" + "近平")");
  CHECK(match("会") == R"("会")");
  CHECK(match("5月10日") == R"("5" + "月" + "10" + "日")");
  CHECK(match("会谈G20") == R"("会谈" + "谈" + "g20")");
}

TEST_CASE("phrases stand in quotation marks of any form") {
  for (const char* text : {"\"trade talks\"", "“trade talks”", "「trade talks」", "《trade talks》",
                           "『trade talks』", "«trade talks»", "＂trade talks＂"})
    CHECK(match(text) == R"("trade" + "talks")");
  CHECK(match("王毅\"会晤\"布林肯") == R"(("王毅") AND ("会晤") AND ("布林" + "林肯"))");
  CHECK(match("\"AND\"") == R"("and")");
}

TEST_CASE("or binds less than and, parentheses change that") {
  CHECK(match("a1 b1 OR c1") == R"((("a1") AND ("b1")) OR ("c1"))");
  CHECK(match("a1 (b1 OR c1)") == R"(("a1") AND (("b1") OR ("c1")))");
  CHECK(match("a1（b1 OR c1）") == match("a1 (b1 OR c1)"));
  CHECK(match("(a1 b1) (c1)") == match("a1 b1 c1"));
}

TEST_CASE("not takes away from what is found") {
  CHECK(match("trade NOT talks") == R"((("trade")) NOT (("talks")))");
  CHECK(match("trade -talks") == match("trade NOT talks"));
  CHECK(match("-talks trade －tariff") == R"((("trade")) NOT (("talks") OR ("tariff")))");
  CHECK(match("trade NOT (talks OR tariff)") == R"((("trade")) NOT ((("talks") OR ("tariff"))))");
  CHECK(match("trade NOT (NOT talks)") == match("trade talks"));
  CHECK(match("trade - talks – now") == match("trade talks now"));
}

TEST_CASE("a star asks for words that begin so") {
  CHECK(match("negot*") == R"("negot" *)");
  CHECK(match("ne*") == R"("ne*")");
  CHECK(match("Neg＊") == R"("neg*")");
  CHECK(match("\"trade nego*\"") == R"("trade" + "nego" *)");
  CHECK(match("\"trade nego\"*") == R"("trade" + "nego" *)");
  CHECK(match("会晤*") == match("会晤"));
}

TEST_CASE("while typing, the last word may go on") {
  CHECK(match("trade nego", Typing::goesOn) == R"(("trade") AND ("nego" *))");
  CHECK(match("trade nego ", Typing::goesOn) == match("trade nego"));
  CHECK(match("trade n", Typing::goesOn) == match("trade"));
  CHECK(match("n", Typing::goesOn) == match("n"));
  CHECK(match("\"trade ne", Typing::goesOn) == R"("trade" + "ne*")");
  CHECK(match("\"trade n", Typing::goesOn) == R"("trade")");
  CHECK(match("习近", Typing::goesOn) == match("习近"));
}

TEST_CASE("while typing, what is open at the end is no mistake") {
  CHECK(match("trade AND ", Typing::goesOn) == match("trade"));
  CHECK(match("trade OR", Typing::goesOn) == match("trade"));
  CHECK(match("trade NOT", Typing::goesOn) == match("trade"));
  CHECK(match("trade (talks OR ", Typing::goesOn) == match("trade talks"));
  CHECK(match("trade (", Typing::goesOn) == match("trade"));
  CHECK(match("trade kind:", Typing::goesOn) == match("trade"));
  CHECK(parsed("kind:", Typing::goesOn).empty());
}

TEST_CASE("a text without words asks for nothing") {
  for (const char* text : {"", "   ", "—", "😀 !?", "\"\"", "*"})
    CHECK(parsed(text).empty());
  CHECK(match("trade — talks 😀") == match("trade talks"));
  CHECK(match("trade OR —") == match("trade"));
}

TEST_CASE("fields ask something of the event") {
  const Query query =
      parsed("person:\"Wang Yi\" place:Vienna kind:working-group status:planned topic:trade talks");
  CHECK(matchOf(query.words.value()) == R"("talks")");
  CHECK(query.conditions.people.all == Names{{"Wang Yi"}});
  CHECK(query.conditions.places.all == Names{{"Vienna"}});
  CHECK(query.conditions.topics.all == Names{{"trade"}});
  CHECK(query.conditions.kinds.all == Kinds{{model::EventKind::workingGroup}});
  CHECK(query.conditions.statuses.all == Statuses{{model::EventStatus::planned}});
}

TEST_CASE("fields have Chinese names, full-width colons and values") {
  CHECK(parsed("人物：王毅 地點：“維也納” 類型：會晤 狀態:已取消 主题:贸易 之前：2023 之後:2022-05")
            .conditions ==
        parsed("person:王毅 place:維也納 kind:meeting status:cancelled topic:贸易 before:2023 after:2022-05")
            .conditions);
  CHECK(parsed("Person: Wang").conditions == parsed("person:Wang").conditions);
  CHECK(parsed("person:Sulliv*").conditions == parsed("person:Sulliv").conditions);
}

TEST_CASE("a query of fields alone is a query") {
  const Query query = parsed("after:2023-05");
  CHECK_FALSE(query.words);
  CHECK_FALSE(query.empty());
  CHECK(query.conditions.after.all.front().front().str() == "2023-05");
}

TEST_CASE("several kinds are alternatives, several people take part together") {
  const Kinds kinds{{model::EventKind::visit, model::EventKind::call}};
  CHECK(parsed("kind:visit kind:call").conditions.kinds.all == kinds);
  CHECK(parsed("kind:visit OR kind:call").conditions.kinds.all == kinds);
  CHECK(parsed("talks (kind:visit OR kind:call)").conditions.kinds.all == kinds);
  CHECK(parsed("person:Wang person:Blinken").conditions.people.all == Names{{"Wang"}, {"Blinken"}});
  CHECK(parsed("person:Wang OR person:Blinken").conditions.people.all == Names{{"Wang", "Blinken"}});
  CHECK(parsed("after:2022 before:2023").conditions.after.all.size() == 1);
}

TEST_CASE("a field can be excluded") {
  CHECK(parsed("talks NOT kind:visit").conditions.kinds.none == std::vector{model::EventKind::visit});
  CHECK(parsed("-person:Wang").conditions.people.none == std::vector<std::string>{"Wang"});
  CHECK(parsed("talks NOT (kind:visit OR kind:call)").conditions.kinds.none ==
        std::vector{model::EventKind::visit, model::EventKind::call});
}

TEST_CASE("what looks like a field and is none is a phrase") {
  CHECK(match("10:30") == R"("10" + "30")");
  CHECK(match("https://example.org") == R"("https" + "example" + "org")");
}

TEST_CASE("a mistake is told with its place and what to do") {
  CHECK(mistakeIn("王毅 \"trade") ==
        "the quotation mark at character 4 is not closed; add one where the phrase ends");
  CHECK(mistakeIn("(trade") == "the \"(\" at character 1 is not closed; add a \")\"");
  CHECK(mistakeIn("trade (") == "the \"(\" at character 7 is not closed; add a \")\"");
  CHECK(mistakeIn("trade)") ==
        "the \")\" at character 6 closes nothing; leave it out, or put \"(\" before it");
  CHECK(mistakeIn(")") == "the \")\" at character 1 closes nothing; leave it out, or put \"(\" before it");
  CHECK(mistakeIn("trade ()") == "there is nothing between the parentheses at character 7");
  CHECK(mistakeIn("OR trade") ==
        "there is nothing before the OR at character 1; put a word there, or quotation "
        "marks around it if it is to be found itself");
  CHECK(mistakeIn("trade AND") == "there is nothing behind the AND at character 7; put a word there, or "
                                  "quotation marks around it if it is to be found itself");
  CHECK(mistakeIn("trade AND OR talks").find("behind the AND at character 7") != std::string::npos);
  CHECK(mistakeIn("trade NOT").find("behind the NOT at character 7") != std::string::npos);
  CHECK(mistakeIn("(AND trade)").find("before the AND at character 2") != std::string::npos);
  CHECK(mistakeIn("n*") ==
        "\"n*\" at character 1 would find nearly everything; write 2 letters at least before the *");
}

TEST_CASE("a query that only excludes is told so") {
  CHECK(mistakeIn("-visit") ==
        "\"-visit\" at character 1 only says what must not be found; put beside it a word "
        "that is to be found");
  CHECK(mistakeIn("NOT visit").find("\"NOT visit\" at character 1 only") == 0);
  CHECK(mistakeIn("kind:call -visit").find("\"-visit\" at character 11 only") == 0);
  CHECK(mistakeIn("trade OR NOT visit").find("\"NOT visit\" at character 10 only") == 0);
  CHECK(mistakeIn("trade NOT (-a -b)").find("only says") != std::string::npos);
}

TEST_CASE("a field's mistake tells what there is") {
  CHECK(mistakeIn("kind:foo") == "\"kind:foo\" at character 1: no such kind; there are meeting, call, visit, "
                                 "working_group, letter, agreement, measure, incident, posting");
  CHECK(mistakeIn("talks status:done") ==
        "\"status:done\" at character 7: no such status; there are occurred, "
        "planned, cancelled");
  CHECK(mistakeIn("before:xyz") ==
        "\"before:xyz\" at character 1: no such date; write a day, a month or a year: "
        "before:2023-05-10, before:2023-05, before:2023");
  CHECK(mistakeIn("after:unknown").find("after:2023-05-10") != std::string::npos);
  CHECK(mistakeIn("person:") == "\"person:\" at character 1 lacks what is to be found; write, for example, "
                                "person:Blinken or person:\"Wang Yi\"");
  CHECK(mistakeIn("kind: (talks)").find("there are meeting") != std::string::npos);
}

TEST_CASE("fields among alternatives of another sort are told apart") {
  for (const char* text : {"talks OR kind:visit", "kind:visit OR person:Wang", "NOT (kind:visit talks)"})
    CHECK(mistakeIn(text).find("\"kind:visit\" at character") == 0);
}

TEST_CASE("there is an end to words and to parentheses") {
  std::string words;
  for (int i = 0; i < 101; ++i)
    words += "word ";
  CHECK(mistakeIn(words) == "these are 101 words, and 100 can be searched for at once; leave some out");
  CHECK(mistakeIn("((((((((( a").find("within more than 8 others") != std::string::npos);
  CHECK(match("((((((((a1))))))))") == R"("a1")");
}
