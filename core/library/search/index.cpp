// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/index.h"

#include "core/library/search/ranking.h"
#include "core/library/search/tokenizer.h"
#include "core/text/unicode.h"

#include <algorithm>

namespace demarche::library {
namespace {

/// Runs `statement` for each block that is searched, with its row and its text in one of two columns.
void forEachBlock(const LentStatement& statement, std::int64_t article, const model::Document& document) {
  const auto searched = std::min(static_cast<std::int64_t>(document.blocks.size()), mostBlocks);
  for (std::int64_t ordinal = 0; ordinal < searched; ++ordinal) {
    const model::Block& block = document.blocks[static_cast<std::size_t>(ordinal)];
    if (!isRead(block.role)) continue;
    const std::string text = text::toUtf8(text::slice(document.text, block.span));
    const bool title = block.role == model::BlockRole::title;
    statement->run(blockRow(article, ordinal), title ? text : std::string(), title ? std::string() : text);
  }
}

} // namespace

void registerSearch(Connection& connection) {
  registerTokenizer(connection);
  registerRanking(connection);
}

void indexArticle(Connection& connection, std::int64_t article, const model::Document& document) {
  forEachBlock(connection.kept("INSERT INTO text_search (rowid, title, body) VALUES (?, ?, ?)"), article,
               document);
}

void unindexArticle(Connection& connection, std::int64_t article, const model::Document& document) {
  forEachBlock(
      connection.kept("INSERT INTO text_search (text_search, rowid, title, body) VALUES ('delete', ?, ?, ?)"),
      article, document);
}

void indexStory(Connection& connection, std::int64_t story, std::string_view names) {
  connection.kept("INSERT INTO story_search (rowid, names) VALUES (?, ?)")->run(story, names);
}

void unindexStory(Connection& connection, std::int64_t story, std::string_view names) {
  connection.kept("INSERT INTO story_search (story_search, rowid, names) VALUES ('delete', ?, ?)")
      ->run(story, names);
}

void clearArticleIndex(Connection& connection) {
  connection.execute("INSERT INTO text_search (text_search) VALUES ('delete-all')");
}

void clearStoryIndex(Connection& connection) {
  connection.execute("INSERT INTO story_search (story_search) VALUES ('delete-all')");
}

std::string problemOfIndex(Connection& connection) {
  try {
    connection.execute("INSERT INTO text_search (text_search) VALUES ('integrity-check');"
                       "INSERT INTO story_search (story_search) VALUES ('integrity-check')");
  } catch (const DatabaseError& failed) {
    return "the index of the search is damaged: " + std::string(failed.what());
  }
  return {};
}

} // namespace demarche::library
