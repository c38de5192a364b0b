// SPDX-License-Identifier: Apache-2.0
#include "core/service/inputs.h"

#include <algorithm>
#include <fmt/format.h>
#include <system_error>

namespace demarche::service {
namespace fs = std::filesystem;
namespace {

bool isHidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

/// The files of a folder and those below it, by name. Appends what it can even where something fails.
void listFolder(const fs::path& folder, std::vector<fs::path>& files, std::vector<InputFailure>& failures) {
  std::error_code failed;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator entry(folder, failed); !failed && entry != fs::directory_iterator();
       entry.increment(failed))
    if (!isHidden(entry->path())) entries.push_back(*entry);
  if (failed)
    failures.push_back(
        {folder.string(), {base::ErrorKind::access, fmt::format("cannot be listed: {}", failed.message())}});
  std::sort(entries.begin(), entries.end());

  for (const fs::directory_entry& entry : entries) {
    std::error_code ignored;
    if (entry.is_directory(ignored) && !entry.is_symlink(ignored))
      listFolder(entry.path(), files, failures);
    else if (entry.is_regular_file(ignored))
      files.push_back(entry.path());
  }
}

} // namespace

std::vector<fs::path> inputFiles(const std::vector<fs::path>& inputs, std::vector<InputFailure>& failures) {
  std::vector<fs::path> files;
  for (const fs::path& input : inputs) {
    std::error_code ignored;
    if (!fs::is_directory(input, ignored)) {
      files.push_back(input); // whoever reads it tells what is wrong with it
      continue;
    }
    const std::size_t before = files.size() + failures.size();
    listFolder(input, files, failures);
    if (files.size() + failures.size() == before)
      failures.push_back({input.string(), {base::ErrorKind::notFound, "has no files in it"}});
  }
  return files;
}

} // namespace demarche::service
