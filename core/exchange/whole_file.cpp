// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/whole_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace demarche::exchange {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;

tl::unexpected<base::Error> failedToWrite() {
  return base::fail(ErrorKind::access, fmt::format("cannot be written: {}", std::strerror(errno)));
}

/// A new, empty file beside `file`, with the rights that a new file has here.
base::Result<fs::path> newBeside(const fs::path& file) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    fs::path candidate = file;
    candidate.replace_filename(fmt::format(".{}.{}-{}", file.filename().string(), ::getpid(), attempt));
    const int descriptor = ::open(candidate.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor >= 0) {
      ::close(descriptor);
      return candidate;
    }
    if (errno != EEXIST) break;
  }
  return failedToWrite();
}

/// Absent when `write` called it off; an error when the disk would not take it.
base::Result<bool> writeInto(const fs::path& file, const std::function<bool(std::ostream&)>& write) {
  std::ofstream out(file, std::ios::binary);
  if (!out) return failedToWrite();
  const bool wanted = write(out);
  out.close();
  if (!out) return failedToWrite();
  return wanted;
}

} // namespace

base::Result<void> writeWhole(const fs::path& file, const std::function<bool(std::ostream&)>& write) {
  std::error_code ignored;
  const fs::file_status status = fs::status(file, ignored);
  if (fs::is_directory(status)) return base::fail(ErrorKind::access, "cannot be written: it is a folder");
  if (fs::exists(status) && !fs::is_regular_file(status)) return writeInto(file, write).map([](bool) {});

  const fs::path target =
      fs::is_symlink(fs::symlink_status(file, ignored)) ? fs::canonical(file, ignored) : file;
  const auto fresh = newBeside(target);
  if (!fresh) return tl::make_unexpected(fresh.error());
  const base::Result<bool> written = writeInto(*fresh, write);
  if (written && *written) {
    if (::rename(fresh->c_str(), target.c_str()) == 0) return {};
    const auto failed = failedToWrite();
    fs::remove(*fresh, ignored);
    return failed;
  }
  fs::remove(*fresh, ignored);
  if (!written) return tl::make_unexpected(written.error());
  return base::fail(ErrorKind::cancelled, "was not written");
}

} // namespace demarche::exchange
