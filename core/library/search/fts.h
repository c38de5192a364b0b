// SPDX-License-Identifier: Apache-2.0
#pragma once

// The door to FTS5, SQLite's full-text search.

#include "core/library/store/sqlite.h"

#include <sqlite3.h>

namespace demarche::library {

/// What FTS5 lets others add to it, for one connection. Throws where SQLite was built without FTS5.
[[nodiscard]] inline fts5_api& ftsOf(Connection& connection) {
  fts5_api* found = nullptr;
  sqlite3_stmt* ask = nullptr;
  if (sqlite3_prepare_v2(connection.handle(), "SELECT fts5(?1)", -1, &ask, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(ask, 1, static_cast<void*>(&found), "fts5_api_ptr", nullptr);
    sqlite3_step(ask);
  }
  sqlite3_finalize(ask);
  if (found == nullptr)
    throw DatabaseError(base::ErrorKind::internal, "this SQLite was built without full-text search (FTS5)");
  return *found;
}

} // namespace demarche::library
