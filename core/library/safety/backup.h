// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/store/sqlite.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace demarche::library {

/// Copies the library, as of this moment and while others go on using it, into a file that is whole or not
/// there at all. Replaces nothing. Throws DatabaseError. Private to this room.
void backUp(Connection& connection, const std::filesystem::path& copy);

/// Where a library of an older format is copied to before it is brought up to date: beside it, named by its
/// format.
[[nodiscard]] std::filesystem::path backupBeforeMigration(const std::filesystem::path& library,
                                                          std::int64_t format);

/// See Library::restore().
[[nodiscard]] std::optional<std::filesystem::path> restore(const std::filesystem::path& library,
                                                           Connection& copy);

} // namespace demarche::library
