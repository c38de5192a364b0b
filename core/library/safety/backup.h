// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/store/sqlite.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

namespace demarche::library {

/// Copies the library, as of this moment and while others go on using it, into a file that is whole or not
/// there at all. Replaces nothing. Throws DatabaseError. Private to this room.
void backUp(Connection& connection, const std::filesystem::path& copy);

/// What SQLite keeps beside a library while it is used, and finds again by the name alone.
inline constexpr std::array logEnds{"-wal", "-shm", "-journal"};

/// `talks.demarche` becomes `talks (said).demarche`, with a number if there is something of that name
/// already, even if only a log that would be taken for that of whatever comes to stand beside it.
[[nodiscard]] std::filesystem::path freeNameBeside(const std::filesystem::path& library,
                                                   const std::string& said);

/// Where a library of an older format is copied to before it is brought up to date: beside it, named by its
/// format.
[[nodiscard]] std::filesystem::path backupBeforeMigration(const std::filesystem::path& library,
                                                          std::int64_t format);

} // namespace demarche::library
