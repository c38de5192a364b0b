// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/library/search_samples.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <sqlite3.h>

using namespace demarche;
using namespace demarche::library;

namespace {

std::int64_t countOf(Connection& connection, const std::string& sql) {
  Statement row = connection.prepare(sql);
  return row.step() ? row.integer(0) : 0;
}

/// Words that the index still holds, of whatever row.
std::int64_t wordsLeft(Connection& connection, const std::string& table) {
  connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, " + table + ", row)");
  const std::int64_t left = countOf(connection, "SELECT coalesce(sum(cnt), 0) FROM temp.vocabulary");
  connection.execute("DROP TABLE temp.vocabulary");
  return left;
}

std::vector<std::int64_t> stories(Connection& connection, std::string_view text) {
  return matchingStories(connection, parseQuery(text).value().words.value());
}

} // namespace

TEST_CASE("blocks that are not read are not found") {
  SearchedLibrary library;
  Article article = articleOf("a.txt", {u"Talks", u"Subscribe to talks", u"More talks", u"Talks by phone"});
  article.document.blocks[1].role = model::BlockRole::furniture;
  article.document.blocks[2].role = model::BlockRole::foreign;
  article.document.blocks[3].role = model::BlockRole::caption;
  library.add(article);
  CHECK(library.find("talks") == std::vector<std::string>{"[Talks]", "[Talks] by phone"});
}

TEST_CASE("an article that is taken out leaves nothing in the index") {
  SearchedLibrary library;
  Connection& connection = library.connection();
  const Article article =
      articleOf("a.txt", {u"王毅會晤沙利文", u"They met in Vienna.", u"U.S. – don't 😀 5月10日"});
  const std::int64_t id = library.add(article);
  CHECK(wordsLeft(connection, "text_search") > 0);
  unindexArticle(connection, id, article.document);
  CHECK(wordsLeft(connection, "text_search") == 0);
  CHECK(countOf(connection, "SELECT count(*) FROM text_search_docsize") == 0);
  CHECK(problemOfIndex(connection).empty());
  CHECK(library.find("met").empty());
}

TEST_CASE("taking one article out leaves the others") {
  SearchedLibrary library;
  const Article first = articleOf("a.txt", {u"Talks", u"They met in Vienna."});
  const std::int64_t id = library.add(first);
  library.add(articleOf("b.txt", {u"Talks again", u"They met in Valletta."}));
  unindexArticle(library.connection(), id, first.document);
  CHECK(library.find("met") == std::vector<std::string>{"They [met] in Valletta."});
  CHECK(problemOfIndex(library.connection()).empty());
}

TEST_CASE("an index that was emptied can be filled again") {
  SearchedLibrary library;
  const Article article = articleOf("a.txt", {u"Talks", u"They met."});
  const std::int64_t id = library.add(article);
  indexStory(library.connection(), 7, "Wang Yi meets Jake Sullivan");
  clearArticleIndex(library.connection());
  clearStoryIndex(library.connection());
  CHECK(wordsLeft(library.connection(), "text_search") == 0);
  CHECK(wordsLeft(library.connection(), "story_search") == 0);
  indexArticle(library.connection(), id, article.document);
  CHECK(library.find("met").size() == 1);
}

TEST_CASE("a story is found by its names, over articles in any language") {
  SearchedLibrary library;
  Connection& connection = library.connection();
  indexStory(connection, 7, "Wang Yi meets Antony Blinken, Munich");
  indexStory(connection, 3, "Wang Yi meets Jake Sullivan, Vienna");
  CHECK(stories(connection, "blinken") == std::vector<std::int64_t>{7});
  CHECK(stories(connection, "wang") == std::vector<std::int64_t>{3, 7});
  CHECK(stories(connection, "wang -vienna") == std::vector<std::int64_t>{7});
  unindexStory(connection, 7, "Wang Yi meets Antony Blinken, Munich");
  CHECK(stories(connection, "blinken").empty());
  CHECK(problemOfIndex(connection).empty());
}

TEST_CASE("an index that has come to harm is found") {
  SearchedLibrary library;
  Connection& connection = library.connection();
  library.add(articleOf("a.txt", {u"Talks", u"They met."}));
  CHECK(problemOfIndex(connection).empty());
  sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
  connection.execute("UPDATE text_search_data SET block = zeroblob(length(block)) WHERE id > 100");
  CHECK(problemOfIndex(connection).find("the index of the search is damaged") == 0);
}

TEST_CASE("blocks beyond those that have a row are passed over") {
  SearchedLibrary library;
  Article article = articleOf("a.txt", {u"first"});
  for (std::int64_t i = 1; i <= mostBlocks; ++i)
    article.document.blocks.push_back(article.document.blocks.front());
  Transaction transaction(library.connection(), Transaction::For::writing);
  indexArticle(library.connection(), 1, article.document);
  transaction.commit();
  const auto rows = matchingBlocks(library.connection(), parseQuery("first").value().words.value());
  CHECK(static_cast<std::int64_t>(rows.size()) == mostBlocks);
  CHECK(articleOfRow(rows.back()) == 1);
  CHECK(ordinalOfRow(rows.back()) == mostBlocks - 1);
}

TEST_CASE("whatever articles come and go, the index is sound and in the end empty") {
  SearchedLibrary library;
  CHECK(rc::check("come and go", [&] {
    const auto paragraph = rc::gen::container<std::u16string>(rc::gen::oneOf(
        rc::gen::elementOf(std::u16string(u"ab .'’-会晤拜登国5é")), rc::gen::arbitrary<char16_t>()));
    const auto texts = *rc::gen::container<std::vector<std::vector<std::u16string>>>(
        rc::gen::container<std::vector<std::u16string>>(paragraph));
    std::vector<Article> articles;
    const Transaction rolledBack(library.connection(), Transaction::For::writing);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      articles.push_back(articleOf(std::to_string(i), texts[i]));
      indexArticle(library.connection(), static_cast<std::int64_t>(i), articles.back().document);
    }
    RC_ASSERT(problemOfIndex(library.connection()).empty());
    for (std::size_t i = 0; i < articles.size(); ++i)
      unindexArticle(library.connection(), static_cast<std::int64_t>(i), articles[i].document);
    RC_ASSERT(problemOfIndex(library.connection()).empty());
    RC_ASSERT(wordsLeft(library.connection(), "text_search") == 0);
  }));
}
