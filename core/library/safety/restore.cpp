// SPDX-License-Identifier: Apache-2.0
// A library that may be damaged makes way for a copy. It is never asked what it holds: it is locked, copied
// and renamed as a file. Names can be changed one at a time only, so the order is what keeps a kill harmless:
//
//   1. The new library is written whole under a name of its own.
//   2. The old one gets a second name; one with logs is copied with them. Nothing can be lost from here on.
//   3. SQLite moves what the logs hold into the old library, if it can, so that it is whole without them;
//   then
//      they go.
//   4. The new library takes the name of the old one, which replaces it at one stroke.
//
// SQLite applies whatever log has the right name to whatever library stands beside it: so 3 comes before 4.
// Each step is on the medium before the next begins, because after a loss of power the later may be there
// without the earlier.

#include "core/library/safety/restore.h"

#include "core/library/safety/backup.h"
#include "core/library/store/file_bytes.h"

#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <system_error>

namespace demarche::library {
namespace fs = std::filesystem;
namespace {

fs::path with(fs::path file, const char* end) {
  return file += end;
}

bool hasLogs(const fs::path& library) {
  return std::any_of(logEnds.begin(), logEnds.end(),
                     [&](const char* end) { return fs::exists(with(library, end)); });
}

void removeLogs(const fs::path& library) {
  for (const char* end : logEnds)
    fs::remove(with(library, end));
}

void removeWithLogs(const fs::path& library) {
  fs::remove(library);
  removeLogs(library);
}

/// Nobody else can use it while this connection is open.
Connection heldAlone(const fs::path& library) {
  try {
    Connection connection(library, Connection::Access::write);
    connection.holdAlone();
    return connection;
  } catch (const DatabaseError& failed) {
    if (failed.error().kind != base::ErrorKind::busy) throw;
    throw DatabaseError(base::ErrorKind::busy, "is in use by another program; close it there first");
  }
}

/// A second name is had at once and takes no room. But what is to be changed is copied; the library last, so
/// that there is none of that name without its logs.
void keepAs(const fs::path& aside, const fs::path& library) {
  std::error_code failed = std::make_error_code(std::errc::not_supported);
  if (!hasLogs(library)) fs::create_hard_link(library, aside, failed);
  if (!failed) return;
  for (const char* end : logEnds)
    if (fs::exists(with(library, end))) copyBytes(with(library, end), with(aside, end));
  if (fs::exists(library)) copyBytes(library, aside);
}

/// Moves what the logs hold into the library, so that it can be left without them.
void takeInLogs(Connection& held) {
  try {
    held.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT; PRAGMA journal_mode = DELETE");
  } catch (const DatabaseError&) {
    // It is damaged, with its logs as without them; or there is no room for that. Both were kept already.
  }
  held.holdAlone(); // what failed may have let go of it
}

/// Steps 2 to 4. Throws before 3 only, but for names that can suddenly be changed no more.
std::optional<fs::path> replace(const fs::path& library, const fs::path& fresh) {
  std::optional<Connection> held;
  if (fs::exists(library)) held = heldAlone(library);
  const fs::path aside = freeNameBeside(library, "replaced");
  try {
    const bool logged = hasLogs(library);
    keepAs(aside, library);
    syncFolderOf(library);
    if (held && logged) takeInLogs(*held);
  } catch (const std::exception&) {
    removeWithLogs(aside);
    throw;
  }
  if (hasLogs(library)) {
    removeLogs(library);
    syncFolderOf(library);
  }
  fs::rename(fresh, library);
  syncFolderOf(library);
  return held ? std::optional(aside) : std::nullopt;
}

void writeFresh(const fs::path& fresh, Connection& copy) {
  removeWithLogs(fresh); // of a run that was broken off
  try {
    backUp(copy, fresh);
  } catch (const DatabaseError& failed) {
    if (failed.error().kind != base::ErrorKind::input) throw;
    throw DatabaseError(base::ErrorKind::input,
                        fmt::format("cannot be restored from the copy: {}", failed.error().message));
  }
  // As libraries are: then whoever only reads it has a lock on it, too, and is noticed by who would replace
  // it.
  Connection(fresh, Connection::Access::write).execute("PRAGMA journal_mode = WAL");
}

} // namespace

void requireUnused(const fs::path& library) {
  static_cast<void>(heldAlone(library));
}

std::optional<fs::path> restore(const fs::path& library, Connection& copy) {
  const fs::path fresh = with(library, ".restored");
  const auto withoutTrace = [&] {
    std::error_code ignored;
    fs::remove(fresh, ignored);
  };
  try {
    writeFresh(fresh, copy);
    return replace(library, fresh);
  } catch (const fs::filesystem_error& error) {
    withoutTrace();
    throw DatabaseError(base::ErrorKind::access,
                        fmt::format("cannot be replaced: {}", error.code().message()));
  } catch (const DatabaseError&) {
    withoutTrace();
    throw;
  }
}

} // namespace demarche::library
