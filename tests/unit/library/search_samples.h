// SPDX-License-Identifier: Apache-2.0
#pragma once

// A library in which there is something to be found.

#include "core/library/catalogue/selection.h"
#include "core/library/search/hits.h"
#include "core/library/search/index.h"
#include "core/library/store/article_rows.h"
#include "core/library/store/naming.h"
#include "core/library/store/schema.h"
#include "core/library/stories/joining.h"
#include "core/text/unicode.h"
#include "tests/unit/library/samples.h"

#include <string>
#include <utility>
#include <vector>

namespace demarche::library {

/// An article of the given paragraphs, the first of which is its title. No event is told in it.
inline Article articleOf(std::string source, const std::vector<std::u16string>& paragraphs) {
  Article article = articleOn(std::move(source), u"", "2023-05-10");
  article.document.blocks.clear();
  article.extraction.events.clear();
  for (const std::u16string& paragraph : paragraphs) {
    const auto begin = static_cast<std::int32_t>(article.document.text.size());
    article.document.text += paragraph;
    const auto role = begin == 0 ? model::BlockRole::title : model::BlockRole::body;
    article.document.blocks.push_back({{begin, static_cast<std::int32_t>(article.document.text.size())},
                                       role,
                                       model::Language::english,
                                       0});
    article.document.text += u'\n';
  }
  article.document.digest = ingest::digestOf(article.document.text);
  return article;
}

/// An event of that article, told by one of its paragraphs.
inline model::Event& addEvent(Article& article, std::size_t paragraph) {
  model::Event event = articleOn("", u"", "2023-05-10").extraction.events.front();
  event.id = "e" + article.document.digest + std::to_string(article.extraction.events.size());
  event.passages.front().article = article.document.source;
  event.passages.front().span = article.document.blocks[paragraph].span;
  return article.extraction.events.emplace_back(std::move(event));
}

/// A library file with the tables of the search, open for writing.
class SearchedLibrary {
 public:
  SearchedLibrary() : m_connection(m_folder / "a.demarche", Connection::Access::create) {
    m_connection.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF"); // it lives for one test
    registerSearch(m_connection);
    migrate(m_connection);
  }

  Connection& connection() { return m_connection; }

  /// Its id.
  std::int64_t add(const Article& article) {
    Transaction transaction(m_connection, Transaction::For::writing);
    const std::int64_t id = insertArticle(m_connection, article.document, article.extraction,
                                          runOf(m_connection, "knowledge"), "now");
    (void)nameArticlesFrom(m_connection, article.document.source);
    indexArticle(m_connection, id, article.document);
    settle(m_connection);
    transaction.commit();
    m_catalogue.reset();
    return id;
  }

  /// Each hit as its block's text with what was asked for in brackets, best first.
  std::vector<std::string> find(std::string_view text) {
    std::vector<std::string> found;
    const auto query = parseQuery(text);
    if (!query) return {query.error().message};
    for (const SearchHit& hit : find(*query, {}).hits)
      found.push_back(bracketed(hit));
    return found;
  }

  SearchHits find(const Query& query, SearchPage page) {
    if (!m_catalogue) m_catalogue = readCatalogue(m_connection);
    return search(m_connection, query, blocksTelling(*m_catalogue, query.conditions), page);
  }

 private:
  std::string bracketed(const SearchHit& hit) {
    const std::u16string text = readDocument(m_connection, hit.article).text;
    std::u16string result;
    std::int32_t at = hit.span.begin;
    for (const text::Span match : hit.matches) {
      result += text::slice(text, {at, match.begin});
      result += u"[" + std::u16string(text::slice(text, match)) + u"]";
      at = match.end;
    }
    return text::toUtf8(result + std::u16string(text::slice(text, {at, hit.span.end})));
  }

  TemporaryFolder m_folder;
  Connection m_connection;
  CataloguePtr m_catalogue; ///< of this moment, or none
};

} // namespace demarche::library
