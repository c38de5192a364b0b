// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/store/sqlite.h"

#include <filesystem>
#include <optional>

namespace demarche::library {

/// Throws when anybody uses the library, however damaged it is. Private to this room.
void requireUnused(const std::filesystem::path& library);

/// Puts what the connection sees in the place of the library. Killed at any point, it leaves the one or the
/// other there, and never a log beside a library that it is not of. Gives the name that what was there is
/// kept under with its logs; nothing when there was none. Throws DatabaseError, and then all is as it was.
[[nodiscard]] std::optional<std::filesystem::path> restore(const std::filesystem::path& library,
                                                           Connection& copy);

} // namespace demarche::library
