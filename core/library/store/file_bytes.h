// SPDX-License-Identifier: Apache-2.0
#pragma once

// Library files as bytes, whatever stands in them. They are read through SQLite, because to close a file in
// any other way gives away the locks that this program has on it, and with them what it writes: the next
// program would take itself for the only one. Private to this room; throws DatabaseError.

#include <filesystem>
#include <string>

namespace demarche::library {

/// The first bytes of a file, or all when it has fewer; nothing is locked.
[[nodiscard]] std::string beginningOf(const std::filesystem::path& file, std::size_t size);

/// The copy is on the medium when this returns; before, there is none.
void copyBytes(const std::filesystem::path& from, const std::filesystem::path& to);

/// Waits until a file, which nobody has open as a library, is on the medium: that it stays even if the power
/// goes.
void syncFile(const std::filesystem::path& file);
/// The same for the names in the folder that this file is in: until then, of two files renamed the second may
/// have its new name and the first its old one after the power went.
void syncFolderOf(const std::filesystem::path& file);

} // namespace demarche::library
