// SPDX-License-Identifier: Apache-2.0
#include "core/base/resources.h"

#include <cstdlib>
#include <system_error>
#include <utility>

namespace demarche::base {
namespace fs = std::filesystem;

namespace {

bool isFolder(const fs::path& path) {
  std::error_code ignored;
  return !path.empty() && fs::is_directory(path, ignored);
}

fs::path besideProgram() {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  return failed ? fs::path{} : program.parent_path().parent_path() / "share" / "demarche";
}

fs::path userFolder() {
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0')
    return fs::path(data) / "demarche";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
    return fs::path(home) / ".local" / "share" / "demarche";
  return {};
}

} // namespace

fs::path installedResources() {
  if (const char* given = std::getenv("DEMARCHE_RESOURCES"); given != nullptr && isFolder(given))
    return given;
  if (fs::path shared = besideProgram(); isFolder(shared)) return shared;
  if (fs::path source = DEMARCHE_SOURCE_RESOURCES; isFolder(source)) return source;
  return {};
}

std::vector<fs::path> resourceFolders() {
  std::vector<fs::path> folders;
  if (fs::path user = userFolder(); isFolder(user)) folders.push_back(std::move(user));
  if (fs::path installed = installedResources(); !installed.empty()) folders.push_back(std::move(installed));
  return folders;
}

} // namespace demarche::base
