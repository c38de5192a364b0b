// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/excerpt.h"
#include "tests/unit/library/search_samples.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace demarche;
using namespace demarche::library;
using Found = std::vector<std::string>;

namespace {

/// What is found in a library of one paragraph.
Found findIn(std::u16string paragraph, std::string_view query) {
  SearchedLibrary library;
  library.add(articleOf("a.txt", {u"-", std::move(paragraph)}));
  return library.find(query);
}

} // namespace

TEST_CASE("two Chinese characters are found within a longer run") {
  CHECK(findIn(u"王毅在维也纳会晤了沙利文", "会晤") == Found{"王毅在维也纳[会晤]了沙利文"});
  CHECK(findIn(u"王毅在维也纳会晤了沙利文", "沙利文") == Found{"王毅在维也纳会晤了[沙利文]"});
  CHECK(findIn(u"王毅在维也纳会晤了沙利文", "会沙").empty());
}

TEST_CASE("traditional and simplified characters find each other") {
  CHECK(findIn(u"舉行會晤。", "会晤") == Found{"舉行[會晤]。"});
  CHECK(findIn(u"举行会晤。", "會晤") == Found{"举行[会晤]。"});
}

TEST_CASE("one Chinese character is found wherever it stands") {
  CHECK(findIn(u"会见，会，再会", "会") == Found{"[会]见，[会]，再[会]"});
  CHECK(findIn(u"5月10日会晤", "5月10日") == Found{"[5月10日]会晤"});
  CHECK(findIn(u"5月10日会晤", "月").size() == 1);
}

TEST_CASE("case, accents and width do not matter") {
  CHECK(findIn(u"Außenministerin BAERBOCK, Müller, ＡＰＥＣ", "baerbock muller apec") ==
        Found{"Außenministerin [BAERBOCK], [Müller], [ＡＰＥＣ]"});
  CHECK(findIn(u"the U.S. side", "US") == Found{"the [U.S]. side"});
  CHECK(findIn(u"the US side", "U.S.") == Found{"the [US] side"});
}

TEST_CASE("a phrase is words that stand together, in one block") {
  CHECK(findIn(u"trade-talks and talks of trade", "\"trade talks\"") ==
        Found{"[trade-talks] and talks of trade"});
  SearchedLibrary library;
  library.add(articleOf("a.txt", {u"about trade", u"talks were held"}));
  CHECK(library.find("\"trade talks\"").empty());
  CHECK(library.find("trade talks").empty());
  CHECK(library.find("trade OR talks").size() == 2);
}

TEST_CASE("a beginning finds words of any length that go on so") {
  for (const char* query : {"ne*", "neg*", "nego*", "negotiation*"})
    CHECK(findIn(u"They negotiated, a negotiation", query).size() == 1);
  CHECK(findIn(u"They negotiated.", "negot*") == Found{"They [negotiated]."});
  CHECK(findIn(u"They negotiated.", "\"they ne*\"") == Found{"[They negotiated]."});
  CHECK(findIn(u"They negotiated.", "got*").empty());
  CHECK(findIn(u"They negotiated.", "ne").empty());
}

TEST_CASE("and, or, not and parentheses") {
  SearchedLibrary library;
  library.add(articleOf("a.txt", {u"one", u"one two", u"one two three", u"three"}));
  CHECK(library.find("one two").size() == 2);
  CHECK(library.find("one NOT two") == Found{"[one]"});
  CHECK(library.find("one OR three").size() == 4);
  CHECK(library.find("(one OR three) -two").size() == 2);
  CHECK(library.find("one NOT (two NOT three)").size() == 2);
}

TEST_CASE("matches stand on the words, beside characters beyond the basic plane") {
  CHECK(findIn(u"😀😀 Müller’s 𠮷野家 😀会晤😀", "muller 野家 会晤") == Found{"😀😀 [Müller]’s 𠮷[野家] 😀[会晤]😀"});
  CHECK(findIn(u"😀𠮷野", "𠮷") == Found{"😀[𠮷]野"});
}

TEST_CASE("a title counts more than a paragraph, a rare word more than a frequent one") {
  SearchedLibrary library;
  library.add(articleOf("a.txt", {u"tariff dispute", u"nothing of it"}));
  for (int i = 0; i < 9; ++i)
    library.add(articleOf(std::to_string(i),
                          {u"other things", u"a word about talks " + std::u16string(1, u'0' + i)}));
  library.add(articleOf("b.txt", {u"news", u"a tariff dispute"}));
  CHECK(library.find("tariff") == Found{"[tariff] dispute", "a [tariff] dispute"});
  CHECK(library.find("tariff OR talks")[1] == "a [tariff] dispute");
}

TEST_CASE("of equally good blocks the newest comes first, page by page") {
  SearchedLibrary library;
  for (int i = 0; i < 7; ++i)
    library.add(articleOf(std::to_string(i),
                          {u"other things", u"they met", u"number " + std::u16string(1, u'0' + i)}));
  const Query query = parseQuery("met").value();
  const SearchHits all = library.find(query, {0, 50});
  REQUIRE(all.hits.size() == 7);
  CHECK(all.total == 7);
  CHECK_FALSE(all.hasMore);
  CHECK(all.hits.front().source == "6");
  const SearchHits second = library.find(query, {3, 3});
  REQUIRE(second.hits.size() == 3);
  CHECK(second.total == 7);
  CHECK(second.hits.front().source == all.hits[3].source);
  CHECK(library.find(query, {70, 3}).hits.empty());
}

TEST_CASE("of very many the newest are ranked, and it is said that there are more") {
  SearchedLibrary library;
  for (std::int64_t article = 0; article < 2; ++article) {
    Article many =
        articleOf(std::to_string(article), {u"word " + std::u16string(1, article == 0 ? u'a' : u'b')});
    for (std::size_t i = 1; i < mostRanked; ++i)
      many.document.blocks.push_back(many.document.blocks.front());
    library.add(many);
  }
  const SearchHits hits = library.find(parseQuery("word").value(), {});
  CHECK(hits.total == mostRanked);
  CHECK(hits.hasMore);
  CHECK(hits.hits.front().source == "1");
  CHECK(matchingBlocks(library.connection(), *parseQuery("word")->words).size() == 2 * mostRanked);
}

TEST_CASE("fields let through the blocks that tell a fitting event") {
  SearchedLibrary library;
  Article article =
      articleOf("a.txt", {u"Talks", u"Wang met Sullivan.", u"Wang called Blinken.", u"Wang slept."});
  addEvent(article, 1);
  model::Event& call = addEvent(article, 2);
  call.kind = model::EventKind::call;
  call.status = model::EventStatus::planned;
  call.date = time::Edtf::parse("2024-01").value();
  call.participants[1].name = "Antony Blinken";
  call.place.reset();
  call.topics = {"trade"};
  library.add(article);
  const Found met{"[Wang] met Sullivan."};
  const Found called{"[Wang] called Blinken."};
  CHECK(library.find("wang").size() == 3);
  for (const char* query :
       {"wang kind:meeting", "wang -kind:call", "wang person:sullivan", "wang person:WÁNG person:jake",
        "wang place:vienn", "wang place:at", "wang topic:secur", "wang before:2023-05",
        "wang before:2023-05-10", "wang NOT after:2024", "wang status:occurred", "wang NOT person:blinken"}) {
    INFO(query);
    CHECK(library.find(query) == met);
  }
  for (const char* query :
       {"wang kind:call", "wang -place:Vienna", "wang after:2024", "wang after:2024-01-31",
        "wang status:planned", "wang topic:trade", "wang person:blinken person:yi"}) {
    INFO(query);
    CHECK(library.find(query) == called);
  }
  CHECK(library.find("wang kind:meeting OR kind:call").size() == 1); // says what is wrong
  CHECK(library.find("wang kind:meeting kind:call").size() == 2);
  CHECK(library.find("wang person:sullivan person:blinken").empty());
  CHECK(library.find("slept kind:call").empty());
  CHECK(library.find("kind:call") == Found{"Wang called Blinken."});
  CHECK(library.find("before:2030") == Found{"Wang called Blinken.", "Wang met Sullivan."});
}

TEST_CASE("fields ask the event as people corrected it") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article article = articleOn("a.txt", u"They met in Vienna.", "2023-05-10");
  REQUIRE(added(library, article));
  const auto found = [&](std::string_view text) {
    return library.search(**library.catalogue(), text, Typing::finished, {}).value().total;
  };
  CHECK(found("vienna status:occurred") == 1);
  model::Correction correction;
  correction.by = "Ann";
  correction.change = model::Change::status;
  correction.target = article.extraction.events.front().id;
  correction.value = model::EventStatus::planned;
  REQUIRE(library.correct(correction));
  CHECK(found("vienna status:occurred") == 0);
  CHECK(found("vienna status:planned") == 1);
  CHECK(found("status:planned") == 1);
  correction.change = model::Change::reject;
  correction.value = {};
  REQUIRE(library.correct(correction));
  CHECK(found("status:planned") == 0);
  CHECK(found("vienna") == 1); // its words are there all the same
}

TEST_CASE("an event without a date is neither before nor after anything") {
  SearchedLibrary library;
  Article article = articleOf("a.txt", {u"Talks", u"They met."});
  addEvent(article, 1).date = {};
  library.add(article);
  CHECK(library.find("before:2030").empty());
  CHECK(library.find("after:1900").empty());
  CHECK(library.find("NOT after:1900").size() == 1);
}

TEST_CASE("an empty query finds nothing") {
  SearchedLibrary library;
  library.add(articleOf("a.txt", {u"Talks"}));
  CHECK(library.find(Query(), {}).hits.empty());
  CHECK(library.find("—").empty());
}

TEST_CASE("a short block is shown whole, of a long one the sentence") {
  CHECK(snippetAround(u"They met in Vienna.", {5, 8}) == text::Span{0, 19});
  std::u16string block;
  for (int i = 0; i < 20; ++i)
    block += u"This sentence number " + std::u16string(1, u'a' + i) + u" says nothing at all. ";
  const auto at = static_cast<std::int32_t>(block.find(u"number k"));
  const auto snippet = snippetAround(block, {at, at + 8});
  CHECK(snippet.length() <= longestSnippet);
  CHECK(text::slice(block, snippet).substr(0, 22) == u"This sentence number k");
  CHECK(text::slice(block, snippet).back() == u'.');
}

TEST_CASE("of a long sentence whole words around the match are shown") {
  std::u16string block;
  for (int i = 0; i < 100; ++i)
    block += u"wordy ";
  block += u"needle";
  for (int i = 0; i < 100; ++i)
    block += u" wordy";
  const auto at = static_cast<std::int32_t>(block.find(u"needle"));
  const auto snippet = text::slice(block, snippetAround(block, {at, at + 6}));
  CHECK(snippet.size() <= longestSnippet);
  CHECK(snippet.find(u"needle") != std::u16string_view::npos);
  CHECK(snippet.substr(0, 6) == u"wordy ");
  CHECK(snippet.substr(snippet.size() - 6) == u" wordy");
  const std::u16string run(1000, u'会');
  CHECK(snippetAround(run, {500, 502}) == text::Span{440, 640});
}

TEST_CASE("any bytes are searched for without harm, or it is told what is wrong") {
  SearchedLibrary library;
  Article article = articleOf("a.txt", {u"Talks", u"They met in Vienna, 王毅会晤沙利文", u"a b c"});
  addEvent(article, 1);
  library.add(article);
  const std::vector<std::string> pieces = {
      "\"", "“",     "」",         "(",       ")",           "（",     " ",   " AND ", " OR ", " NOT ", "-",
      "*",  "kind:", "kind:visit", "person:", "before:2023", "：",     "met", "会晤",  "a",    "{",     "}",
      "+",  "^",     "NEAR(",      ",",       "title:",      "body :", "\\",  "'",     ";--",  "U.S."};
  const auto piece =
      rc::gen::oneOf(rc::gen::elementOf(pieces), rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  CHECK(rc::check("any query", [&] {
    std::string text;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece))
      text += part;
    for (const Typing typing : {Typing::finished, Typing::goesOn}) {
      const auto query = parseQuery(text, typing);
      if (!query) {
        RC_ASSERT(!query.error().message.empty());
        continue;
      }
      for (const SearchHit& hit : library.find(*query, {}).hits) {
        RC_ASSERT(hit.span.contains(hit.snippet));
        for (const text::Span match : hit.matches)
          RC_ASSERT(!match.empty() && hit.span.contains(match));
      }
      if (query->words) (void)matchingStories(library.connection(), *query->words);
    }
  }));
}

TEST_CASE("each stretch of a text is found in it") {
  const std::u16string alphabet = u"ab .’-会晤拜登国5é月ＡU😀";
  CHECK(rc::check("every stretch", [&] {
    const auto text = *rc::gen::container<std::u16string>(rc::gen::elementOf(alphabet));
    const auto begin = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
    const auto length = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
    // Whole words only: what stands around a stretch of letters or dots may belong to them.
    const std::u16string stretch = text.substr(begin, length);
    const std::u16string paragraph =
        text.substr(0, begin) + u" " + stretch + u" " + text.substr(std::min(text.size(), begin + length));
    const auto query = parseQuery("\"" + text::toUtf8(stretch) + "\"");
    RC_ASSERT(query.has_value());
    if (!query->words) return;
    RC_ASSERT(!matchesIn(paragraph, phrasesOf(*query->words)).empty());
    RC_ASSERT(findIn(paragraph, "\"" + text::toUtf8(stretch) + "\"").size() == 1);
  }));
}
