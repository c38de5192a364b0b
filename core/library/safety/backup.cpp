// SPDX-License-Identifier: Apache-2.0
#include "core/library/safety/backup.h"

#include "core/library/store/pragma_guard.h"

#include <fmt/format.h>
#include <system_error>

namespace demarche::library {
namespace fs = std::filesystem;
namespace {

/// `talks.demarche` becomes `talks (said).demarche`, with a number if there is one already.
fs::path besideAs(const fs::path& library, const std::string& said) {
  fs::path name;
  std::error_code ignored;
  for (int number = 1; name.empty() || fs::exists(name, ignored); ++number)
    name = library.parent_path() / fmt::format("{} ({}{}){}", library.stem().string(), said,
                                               number > 1 ? fmt::format(", {}", number) : "",
                                               library.extension().string());
  return name;
}

/// Makes sure that nobody uses it, and that all of it is in the one file.
void takeOutOfUse(const fs::path& library) {
  Connection connection(library, Connection::Access::write);
  try {
    connection.execute(
        "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT; PRAGMA journal_mode = DELETE");
  } catch (const DatabaseError& failed) {
    if (failed.error().kind != base::ErrorKind::busy) throw;
    throw DatabaseError(base::ErrorKind::busy, "is in use by another program; close it there first");
  }
}

} // namespace

void backUp(Connection& connection, const fs::path& copy) {
  std::error_code failed;
  if (fs::exists(copy, failed))
    throw DatabaseError(base::ErrorKind::access, fmt::format("{} exists already", copy.string()));
  fs::path part = copy;
  part += ".part";
  fs::remove(part, failed); // of a copy that was broken off
  try {
    const PragmaGuard mayWrite(connection, "query_only", 0); // it would forbid writing the copy, too
    connection.prepare("VACUUM INTO ?").run(part.string());
    fs::rename(part, copy);
  } catch (const DatabaseError&) {
    fs::remove(part, failed);
    throw;
  } catch (const fs::filesystem_error& error) {
    fs::remove(part, failed);
    throw DatabaseError(base::ErrorKind::access,
                        fmt::format("{} cannot be written: {}", copy.string(), error.code().message()));
  }
}

fs::path backupBeforeMigration(const fs::path& library, std::int64_t format) {
  return besideAs(library, fmt::format("format {}", format));
}

std::optional<fs::path> restore(const fs::path& library, Connection& copy) {
  std::error_code ignored;
  fs::path fresh = library;
  fresh += ".restored";
  fs::remove(fresh, ignored); // of a run that was broken off
  backUp(copy, fresh);
  std::optional<fs::path> replaced;
  try {
    if (fs::exists(library, ignored)) {
      takeOutOfUse(library);
      replaced = besideAs(library, "replaced");
      fs::rename(library, *replaced);
    }
    fs::rename(fresh, library);
  } catch (const fs::filesystem_error& error) {
    fs::remove(fresh, ignored);
    throw DatabaseError(base::ErrorKind::access,
                        fmt::format("cannot be replaced: {}", error.code().message()));
  } catch (const DatabaseError&) {
    fs::remove(fresh, ignored);
    throw;
  }
  return replaced;
}

} // namespace demarche::library
