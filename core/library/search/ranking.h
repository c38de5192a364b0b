// SPDX-License-Identifier: Apache-2.0
#pragma once

// How well a block fits a query. Private to this room.

#include "core/library/store/sqlite.h"

namespace demarche::library {

/// What the pointer that demarche_rank() is given points to: a BlockRows (hits.h), or nothing.
inline constexpr const char* rankedAmong = "demarche_ranked_among";

/// Makes `demarche_rank(text_search, pointer)` known to a connection: BM25, the higher the better; NULL for a
/// row that is not among those pointed to, where there are such. A title's words
/// count more, and how rare a word is, is told by the first blocks with it alone: FTS5's own bm25() counts
/// all of them, which for a frequent word of a large library takes longer than everything else.
void registerRanking(Connection& connection);

} // namespace demarche::library
