// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/store/sqlite.h"

#include <cstdint>
#include <filesystem>

namespace demarche::library {

/// "DEMA", in the header of every library file.
inline constexpr std::int32_t applicationId = 0x44454D41;

/// The number of the newest migration; `user_version` of a library that has them all.
[[nodiscard]] int newestFormat();

/// Tells from the file's first bytes alone whether it is a library that this program can use, so that
/// another program's file is not as much as locked. Throws DatabaseError with the reason otherwise.
void requireLibrary(const std::filesystem::path& file);

/// The same for an open connection, which also sees what is not yet in the file proper.
void requireLibrary(const Connection& connection);

/// Brings a new library to the newest format in one transaction, an older one in one per step.
void migrate(Connection& connection);

} // namespace demarche::library
