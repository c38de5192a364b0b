// SPDX-License-Identifier: Apache-2.0
#include "core/library/store/file_bytes.h"

#include "core/library/store/sqlite.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <sqlite3.h>
#include <system_error>
#include <unistd.h>

namespace demarche::library {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void cannotBeWritten(const fs::path& file, int why) {
  throw DatabaseError(base::ErrorKind::access,
                      fmt::format("{} cannot be written: {}", file.string(), std::strerror(why)));
}

class OpenFile {
 public:
  explicit OpenFile(const fs::path& file) {
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY, nullptr);
    m_database.reset(opened);
    if (code != SQLITE_OK ||
        sqlite3_file_control(opened, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&m_content)) !=
            SQLITE_OK ||
        m_content->pMethods == nullptr || m_content->pMethods->xFileSize(m_content, &m_size) != SQLITE_OK)
      throw DatabaseError(base::ErrorKind::access, "cannot be read");
  }

  [[nodiscard]] std::int64_t size() const { return m_size; }

  [[nodiscard]] std::string read(std::int64_t from, std::size_t size) const {
    std::string bytes(std::min(size, static_cast<std::size_t>(m_size - from)), '\0');
    if (!bytes.empty() && m_content->pMethods->xRead(m_content, bytes.data(), static_cast<int>(bytes.size()),
                                                     from) != SQLITE_OK)
      throw DatabaseError(base::ErrorKind::access, "cannot be read");
    return bytes;
  }

 private:
  std::unique_ptr<sqlite3, decltype(&sqlite3_close)> m_database{nullptr, sqlite3_close};
  sqlite3_file* m_content = nullptr;
  sqlite3_int64 m_size = 0;
};

/// False with the reason in `errno`.
bool sync(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = ::fsync(descriptor) == 0;
  const int why = errno;
  ::close(descriptor);
  errno = why;
  return synced;
}

void writeAll(const OpenFile& from, const fs::path& to) {
  constexpr std::size_t atATime = std::size_t{1} << 20;
  std::ofstream out(to, std::ios::binary);
  for (std::int64_t at = 0; out && at < from.size(); at += atATime)
    out << from.read(at, atATime);
  out.close();
  if (!out) cannotBeWritten(to, errno);
  syncFile(to);
}

} // namespace

std::string beginningOf(const fs::path& file, std::size_t size) {
  return OpenFile(file).read(0, size);
}

void copyBytes(const fs::path& from, const fs::path& to) {
  fs::path part = to;
  part += ".part";
  std::error_code failed;
  try {
    writeAll(OpenFile(from), part);
    fs::rename(part, to, failed);
  } catch (const DatabaseError&) {
    fs::remove(part, failed);
    throw;
  }
  if (failed) cannotBeWritten(to, failed.value());
}

void syncFile(const fs::path& file) {
  if (!sync(file)) cannotBeWritten(file, errno);
}

void syncFolderOf(const fs::path& file) {
  // Not all media can be asked for that; then there is nothing better to be had.
  static_cast<void>(sync(fs::absolute(file).parent_path()));
}

} // namespace demarche::library
