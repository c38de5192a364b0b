// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/hits.h"

#include "core/library/search/excerpt.h"
#include "core/library/search/index.h"
#include "core/library/search/ranking.h"
#include "core/library/store/sqlite.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace demarche::library {
namespace {

struct RankedRow {
  std::int64_t row = 0;
  double score = 0;
};

/// The newest rows that fit, so many at most; `among` these, where it is given.
std::vector<RankedRow> rowsWith(const Connection& connection, const Expression& words, const BlockRows* among,
                                std::size_t most) {
  std::vector<RankedRow> rows;
  Statement row = connection.prepare("SELECT rowid, demarche_rank(text_search, ?2) FROM text_search "
                                     "WHERE text_search MATCH ?1 ORDER BY rowid DESC");
  row.with(matchOf(words));
  row.bindPointer(1, among, rankedAmong);
  while (rows.size() < most && row.step())
    if (!row.isNull(1)) rows.push_back({row.integer(0), row.real(1)});
  return rows;
}

/// The same where no words are asked for.
std::vector<RankedRow> newestOf(const BlockRows& telling, std::size_t most) {
  std::vector<RankedRow> rows;
  for (auto row = telling.rbegin(); row != telling.rend() && rows.size() < most; ++row)
    rows.push_back({*row, 0});
  return rows;
}

/// Turns rows into hits; the text of each article is read once.
class Describer {
 public:
  Describer(const Connection& connection, std::vector<Phrase> phrases)
      : m_phrases(std::move(phrases)),
        m_readArticle(connection.prepare("SELECT source, title, text FROM article WHERE id = ?")),
        m_readBlock(
            connection.prepare("SELECT span_begin, span_end FROM block WHERE article = ? AND ordinal = ?")) {}

  /// Nothing where the index knows a block that the library does not have.
  std::optional<SearchHit> operator()(std::int64_t row) {
    SearchHit hit;
    hit.article = articleOfRow(row);
    hit.block = ordinalOfRow(row);
    const Text& article = articleOf(hit.article);
    if (!m_readBlock.with(hit.article, hit.block).step()) return std::nullopt;
    hit.source = article.source;
    hit.title = article.title;
    hit.span = {m_readBlock.number(0), m_readBlock.number(1)};
    const std::u16string_view block = text::slice(article.text, hit.span);
    hit.matches = matchesIn(block, m_phrases);
    hit.snippet = snippetAround(block, hit.matches.empty() ? text::Span{} : hit.matches.front());
    hit.snippetText = text::slice(block, hit.snippet);
    for (text::Span& match : hit.matches)
      match = moved(match, hit.span.begin);
    hit.snippet = moved(hit.snippet, hit.span.begin);
    return hit;
  }

 private:
  struct Text {
    std::string source;
    std::string title;
    std::u16string text;
  };

  static text::Span moved(text::Span span, std::int32_t by) { return {span.begin + by, span.end + by}; }

  const Text& articleOf(std::int64_t id) {
    const auto [known, isNew] = m_articles.try_emplace(id);
    if (isNew && m_readArticle.with(id).step())
      known->second = {m_readArticle.text(0), m_readArticle.text(1), text::toUtf16(m_readArticle.text(2))};
    return known->second;
  }

  std::vector<Phrase> m_phrases;
  Statement m_readArticle;
  Statement m_readBlock;
  std::unordered_map<std::int64_t, Text> m_articles;
};

std::vector<std::int64_t> rowIds(Statement row, const Expression& expression) {
  std::vector<std::int64_t> ids;
  for (row.with(matchOf(expression)); row.step();)
    ids.push_back(row.integer(0));
  return ids;
}

} // namespace

SearchHits search(const Connection& connection, const Query& query, const BlockRows& telling,
                  SearchPage page) {
  SearchHits result;
  if (query.empty()) return result;
  const BlockRows* among = query.conditions.empty() ? nullptr : &telling;
  const std::size_t most = among == nullptr ? mostRanked : mostRankedTelling;
  std::vector<RankedRow> rows =
      query.words ? rowsWith(connection, *query.words, among, most + 1) : newestOf(telling, most + 1);
  result.hasMore = rows.size() > most;
  if (result.hasMore) rows.pop_back();
  result.total = rows.size();
  const std::size_t begin = std::min(page.offset, rows.size());
  const std::size_t end = begin + std::min(page.limit, rows.size() - begin);
  std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(end), rows.end(),
                    [](const RankedRow& a, const RankedRow& b) {
                      return a.score != b.score ? a.score > b.score : a.row > b.row;
                    });
  Describer describe(connection, query.words ? phrasesOf(*query.words) : std::vector<Phrase>());
  for (std::size_t i = begin; i < end; ++i)
    if (auto hit = describe(rows[i].row)) result.hits.push_back(std::move(*hit));
  return result;
}

BlockRows matchingBlocks(const Connection& connection, const Expression& expression) {
  return rowIds(connection.prepare("SELECT rowid FROM text_search WHERE text_search MATCH ? ORDER BY rowid"),
                expression);
}

std::vector<std::int64_t> matchingStories(const Connection& connection, const Expression& expression) {
  return rowIds(
      connection.prepare("SELECT rowid FROM story_search WHERE story_search MATCH ? ORDER BY rowid"),
      expression);
}

} // namespace demarche::library
