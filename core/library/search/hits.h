// SPDX-License-Identifier: Apache-2.0
#pragma once

// Looking things up in the index of a library. Private to this room; throws DatabaseError.

#include "core/library/search/query.h"
#include "core/text/span.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace demarche::library {

class Connection;

/// A block that holds what a query asks for. Spans are those of the article's clean text.
struct SearchHit {
  std::int64_t article = 0;
  std::string source; ///< of the article
  std::string title;  ///< of the article
  std::int32_t block = 0;
  text::Span span;                 ///< of the block
  std::vector<text::Span> matches; ///< what was asked for, ascending; none when no words were
  text::Span snippet;              ///< a few lines of the block, around the first match
  std::u16string snippetText;
};

struct SearchPage {
  std::size_t offset = 0;
  std::size_t limit = 50;
};

struct SearchHits {
  std::vector<SearchHit> hits; ///< of the page asked for, best first
  std::size_t total = 0;       ///< of all pages
  bool hasMore = false;        ///< there are older ones beyond `total`
};

/// Of more hits than this only the newest are ranked and listed, so that the first page of a word that stands
/// in half of a large library comes as quickly as any other.
inline constexpr std::size_t mostRanked = 5000;
/// The same where the query has fields, and more blocks are looked at than are ranked.
inline constexpr std::size_t mostRankedTelling = 2000;
/// Blocks by their rows (index.h), ascending.
using BlockRows = std::vector<std::int64_t>;

/// Blocks that say what the query asks for and, where it has fields, are among those that tell an event which
/// meets them (`telling`, catalogue/selection.h); best first, of equal ones the newest. Nothing for an empty
/// query.
[[nodiscard]] SearchHits search(const Connection& connection, const Query& query, const BlockRows& telling,
                                SearchPage page);

/// All blocks that say it; some ten million a second.
[[nodiscard]] BlockRows matchingBlocks(const Connection& connection, const Expression& expression);
/// Ids of all stories whose title or names do, ascending.
[[nodiscard]] std::vector<std::int64_t> matchingStories(const Connection& connection,
                                                        const Expression& expression);

} // namespace demarche::library
