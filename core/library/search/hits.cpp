// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/hits.h"

#include "core/library/search/excerpt.h"
#include "core/library/search/index.h"
#include "core/library/store/sqlite.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>

namespace demarche::library {
namespace {

struct RankedRow {
  std::int64_t row = 0;
  double score = 0;
};

/// Which blocks tell an event that meets the conditions; asked article by article.
class TellingBlocks {
 public:
  TellingBlocks(const Connection& connection, const EventConditions& conditions)
      : m_matches(conditions),
        m_event(
            connection.prepare("SELECT id, kind, status, date, place, country FROM event WHERE article = ?")),
        m_participant(connection.prepare("SELECT name FROM participant WHERE event = ?")),
        m_topic(connection.prepare("SELECT name FROM topic WHERE event = ?")),
        m_block(connection.prepare(
            "SELECT ordinal FROM block WHERE article = ? AND span_begin <= ? AND span_end > ?")),
        m_passage(connection.prepare("SELECT span_begin FROM passage WHERE event = ?")) {}

  /// Ordinals, the last one first.
  const std::vector<std::int32_t>& of(std::int64_t article) {
    if (article == m_article) return m_ordinals;
    m_article = article;
    m_ordinals.clear();
    for (m_event.with(article); m_event.step();)
      if (m_matches(readEvent())) addBlocks(m_event.integer(0));
    std::sort(m_ordinals.begin(), m_ordinals.end(), std::greater<>());
    m_ordinals.erase(std::unique(m_ordinals.begin(), m_ordinals.end()), m_ordinals.end());
    return m_ordinals;
  }

  bool hold(std::int64_t row) {
    const auto& ordinals = of(articleOfRow(row));
    return std::binary_search(ordinals.begin(), ordinals.end(), ordinalOfRow(row), std::greater<>());
  }

 private:
  /// As much of the event as conditions look at. What a damaged library says of it fits nothing.
  model::Event readEvent() {
    model::Event event;
    const EventConditions& asked = m_matches.conditions();
    event.kind = model::eventKindFromCode(m_event.text(1)).value_or(model::EventKind::meeting);
    event.status = model::eventStatusFromCode(m_event.text(2)).value_or(model::EventStatus::occurred);
    if (!asked.before.empty() || !asked.after.empty())
      event.date = time::Edtf::parse(m_event.text(3)).value_or(time::Edtf());
    if (!m_event.isNull(4)) event.place = model::Place{m_event.text(4), m_event.text(5)};
    if (!asked.people.empty())
      for (m_participant.with(m_event.integer(0)); m_participant.step();)
        event.participants.push_back({m_participant.text(0), {}, {}, {}});
    if (!asked.topics.empty())
      for (m_topic.with(m_event.integer(0)); m_topic.step();)
        event.topics.push_back(m_topic.text(0));
    return event;
  }

  void addBlocks(std::int64_t event) {
    for (m_passage.with(event); m_passage.step();) {
      const std::int64_t begin = m_passage.integer(0);
      for (m_block.with(m_article, begin, begin); m_block.step();)
        m_ordinals.push_back(m_block.number(0));
    }
  }

  ConditionMatcher m_matches;
  Statement m_event;
  Statement m_participant;
  Statement m_topic;
  Statement m_block;
  Statement m_passage;
  std::int64_t m_article = 0;
  std::vector<std::int32_t> m_ordinals;
};

/// The newest rows that fit, so many at most.
std::vector<RankedRow> rowsWith(const Connection& connection, const Expression& words, TellingBlocks* telling,
                                std::size_t most) {
  std::vector<RankedRow> rows;
  Statement row = connection.prepare("SELECT rowid, demarche_rank(text_search) FROM text_search "
                                     "WHERE text_search MATCH ? ORDER BY rowid DESC");
  for (row.with(matchOf(words)); rows.size() < most && row.step();)
    if (telling == nullptr || telling->hold(row.integer(0))) rows.push_back({row.integer(0), row.real(1)});
  return rows;
}

/// The same where no words are asked for.
std::vector<RankedRow> rowsTelling(const Connection& connection, TellingBlocks& telling, std::size_t most) {
  std::vector<RankedRow> rows;
  Statement article = connection.prepare("SELECT DISTINCT article FROM event ORDER BY article DESC");
  while (rows.size() < most && article.step())
    for (const std::int32_t ordinal : telling.of(article.integer(0)))
      if (rows.size() < most) rows.push_back({blockRow(article.integer(0), ordinal), 0});
  return rows;
}

std::vector<RankedRow> rowsFor(const Connection& connection, const Query& query, std::size_t most) {
  if (query.conditions.empty()) return rowsWith(connection, *query.words, nullptr, most);
  TellingBlocks telling(connection, query.conditions);
  return query.words ? rowsWith(connection, *query.words, &telling, most)
                     : rowsTelling(connection, telling, most);
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

SearchHits search(const Connection& connection, const Query& query, SearchPage page) {
  SearchHits result;
  if (query.empty()) return result;
  const std::size_t most = query.conditions.empty() ? mostRanked : mostRankedTelling;
  std::vector<RankedRow> rows = rowsFor(connection, query, most + 1);
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

std::vector<std::int64_t> matchingBlocks(const Connection& connection, const Expression& expression) {
  return rowIds(connection.prepare("SELECT rowid FROM text_search WHERE text_search MATCH ? ORDER BY rowid"),
                expression);
}

std::vector<std::int64_t> matchingStories(const Connection& connection, const Expression& expression) {
  return rowIds(
      connection.prepare("SELECT rowid FROM story_search WHERE story_search MATCH ? ORDER BY rowid"),
      expression);
}

} // namespace demarche::library
