// SPDX-License-Identifier: Apache-2.0
#include "core/library/safety/backup.h"

#include "core/library/store/file_bytes.h"
#include "core/library/store/pragma_guard.h"

#include <fmt/format.h>
#include <optional>
#include <system_error>

namespace demarche::library {
namespace fs = std::filesystem;
namespace {

/// The first of these names that something has.
std::optional<fs::path> takenOf(const fs::path& library) {
  std::error_code ignored;
  if (fs::exists(library, ignored)) return library;
  for (const char* end : logEnds) {
    fs::path log = library;
    log += end;
    if (fs::exists(log, ignored)) return log;
  }
  return std::nullopt;
}

} // namespace

void backUp(Connection& connection, const fs::path& copy) {
  if (const auto taken = takenOf(copy))
    throw DatabaseError(base::ErrorKind::access, fmt::format("{} exists already", taken->string()));
  std::error_code failed;
  fs::path part = copy;
  part += ".part";
  fs::remove(part, failed); // of a copy that was broken off
  try {
    const PragmaGuard mayWrite(connection, "query_only", 0); // it would forbid writing the copy, too
    connection.prepare("VACUUM INTO ?").run(part.string());
    syncFile(part); // or after the power went there may be a name without what it stands for
    fs::rename(part, copy);
    syncFolderOf(copy);
  } catch (const DatabaseError&) {
    fs::remove(part, failed);
    throw;
  } catch (const fs::filesystem_error& error) {
    fs::remove(part, failed);
    throw DatabaseError(base::ErrorKind::access,
                        fmt::format("{} cannot be written: {}", copy.string(), error.code().message()));
  }
}

fs::path freeNameBeside(const fs::path& library, const std::string& said) {
  fs::path name;
  for (int number = 1; name.empty() || takenOf(name); ++number)
    name = library.parent_path() / fmt::format("{} ({}{}){}", library.stem().string(), said,
                                               number > 1 ? fmt::format(", {}", number) : "",
                                               library.extension().string());
  return name;
}

fs::path backupBeforeMigration(const fs::path& library, std::int64_t format) {
  return freeNameBeside(library, fmt::format("format {}", format));
}

} // namespace demarche::library
