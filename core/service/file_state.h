// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

namespace demarche::service {

/// What stands under the name of a file that is held open.
enum class FilePlace {
  here,
  gone,    ///< nothing: it was moved, renamed or deleted, or its folder cannot be reached
  replaced ///< another file
};

/// How a library's file is at one moment, for those who show what is in it.
struct FileState {
  FilePlace place = FilePlace::here;
  std::int64_t version = 0; ///< grows whenever somebody, in whatever program, has changed what is in it
  bool operator==(const FileState&) const = default;
};

/// Tells a file from another one that has got its name.
class FileIdentity {
 public:
  /// Of the file that has this name now.
  explicit FileIdentity(std::filesystem::path file);

  /// Asks the file system; opens nothing.
  [[nodiscard]] FilePlace place() const;

 private:
  std::filesystem::path m_file;
  std::uint64_t m_device = 0;
  std::uint64_t m_number = 0;
};

} // namespace demarche::service
