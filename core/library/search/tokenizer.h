// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words of the search index for SQLite's FTS5. Private to this room.

#include "core/library/store/sqlite.h"

namespace demarche::library {

/// Makes the tokenizer "demarche" known to a connection; needed before a table of the index is touched.
///
/// A text gives its words (see words.h) and, at the same places, what makes short queries quick: the first
/// character of each Han pair and the beginnings of each word ("ne*", "neg*"). A string of a query is one
/// word of the index as it stands: query.h has made words of what was typed.
void registerTokenizer(Connection& connection);

} // namespace demarche::library
