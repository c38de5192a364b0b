// SPDX-License-Identifier: Apache-2.0
#include "core/language/resource_files.h"

#include "core/language/report.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <system_error>
#include <xxhash.h>

namespace demarche::language {
namespace fs = std::filesystem;

namespace {

class FolderReader {
 public:
  FolderReader(std::size_t index, std::vector<ResourceFile>& files, std::vector<Problem>& problems)
      : m_index(index), m_files(files), m_problems(problems) {}

  void read(const fs::path& folder) {
    readTomlFiles(folder / "gazetteer", "gazetteer/");
    for (const char* common : {"plover.toml", "weights.toml"})
      if (std::error_code ignored; fs::is_regular_file(folder / "language" / common, ignored))
        readFile(folder / "language" / common, common);
    for (const fs::path& pack : children(folder / "language")) {
      const std::string name = pack.filename().string() + "/";
      if (std::error_code ignored; fs::is_regular_file(pack / "pack.toml", ignored))
        readFile(pack / "pack.toml", name + "pack.toml");
      readTomlFiles(pack / "lexicon", name + "lexicon/");
      readTomlFiles(pack / "rules", name + "rules/");
    }
  }

 private:
  static std::vector<fs::path> children(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
      found.push_back(at->path());
    return found;
  }

  void readTomlFiles(const fs::path& folder, const std::string& prefix) {
    for (const fs::path& file : children(folder))
      if (file.extension() == ".toml") readFile(file, prefix + file.filename().string());
  }

  void readFile(const fs::path& path, std::string name) {
    std::ifstream in(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.is_open() || in.bad()) {
      report(m_problems, {std::move(name), 0}, fmt::format("{} cannot be read", path.string()));
      return;
    }
    m_files.push_back({std::move(name), m_index, std::move(content)});
  }

  std::size_t m_index;
  std::vector<ResourceFile>& m_files;
  std::vector<Problem>& m_problems;
};

} // namespace

std::vector<ResourceFile> readResourceFiles(const std::vector<fs::path>& folders,
                                            std::vector<Problem>& problems) {
  std::vector<ResourceFile> files;
  for (std::size_t i = 0; i < folders.size(); ++i)
    FolderReader(i, files, problems).read(folders[i]);
  std::sort(files.begin(), files.end(), [](const ResourceFile& a, const ResourceFile& b) {
    return std::tie(a.folder, a.name) < std::tie(b.folder, b.name);
  });
  return files;
}

std::string digestOf(const std::vector<ResourceFile>& files) {
  XXH64_hash_t digest = 0;
  for (const ResourceFile& file : files) {
    digest = XXH3_64bits_withSeed(file.name.data(), file.name.size(), digest);
    digest = XXH3_64bits_withSeed(file.content.data(), file.content.size(), digest);
  }
  return fmt::format("{:016x}", digest);
}

} // namespace demarche::language
