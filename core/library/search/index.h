// SPDX-License-Identifier: Apache-2.0
#pragma once

// The full-text index of a library: which rows it has, and how they come and go. Private to this room; throws
// DatabaseError.

#include "core/library/store/sqlite.h"
#include "core/model/document.h"

#include <cstdint>
#include <string_view>

namespace demarche::library {

/// The tables of the index (store/schema.cpp makes them) hold no text of their own (content=''), so that what
/// is taken out of them must be told again as it was put in. `text_search` has a row for each block that is
/// read for events, in the column `title` or `body`; `story_search` one for each story.

/// Raised when words are put into the index otherwise: then what libraries have kept is void, and they index
/// everything anew.
inline constexpr int indexVersion = 1;

/// Everything that a connection must know before it touches those tables: call it for each one opened.
void registerSearch(Connection& connection);

/// A row of `text_search`: an article and the ordinal of one of its blocks. Blocks beyond `mostBlocks` have
/// none and are not searched; sixteen mebibytes of text, the most that is read, may have such.
inline constexpr std::int64_t mostBlocks = 65536;
[[nodiscard]] constexpr std::int64_t blockRow(std::int64_t article, std::int64_t ordinal) {
  return article * mostBlocks + ordinal;
}
[[nodiscard]] constexpr std::int64_t articleOfRow(std::int64_t row) {
  return row / mostBlocks;
}
[[nodiscard]] constexpr std::int32_t ordinalOfRow(std::int64_t row) {
  return static_cast<std::int32_t>(row % mostBlocks);
}

/// Both are part of the caller's transaction. To take an article out its text and blocks must be those with
/// which it was put in.
void indexArticle(Connection& connection, std::int64_t article, const model::Document& document);
void unindexArticle(Connection& connection, std::int64_t article, const model::Document& document);

/// `names` is by what the story is to be found beside its texts: its title, its people, its place.
void indexStory(Connection& connection, std::int64_t story, std::string_view names);
void unindexStory(Connection& connection, std::int64_t story, std::string_view names);

/// Take out everything, for an index that is made anew.
void clearArticleIndex(Connection& connection);
void clearStoryIndex(Connection& connection);

/// Whether the index is sound in itself; a sentence when it is not, else empty.
[[nodiscard]] std::string problemOfIndex(Connection& connection);

} // namespace demarche::library
