// SPDX-License-Identifier: Apache-2.0
#pragma once

// Packs and gazetteer lie in many small files of several folders. They are read in one place, so that
// everything behind it works on texts alone and the digest covers exactly what was read.

#include "core/language/knowledge.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace demarche::language {

/// One file of language data.
struct ResourceFile {
  std::string name;       ///< as in an Origin: `en/rules/meeting.toml`, `gazetteer/persons-us.toml`
  std::size_t folder = 0; ///< index of the resources folder it lies in; the lower one wins
  std::string content;
};

/// `language/{plover,weights}.toml`, and every `language/*/pack.toml`, `language/*/{lexicon,rules}/*.toml`
/// and `gazetteer/*.toml` of the folders, by folder, then by name. A file that cannot be read is told in
/// `problems`.
[[nodiscard]] std::vector<ResourceFile> readResourceFiles(const std::vector<std::filesystem::path>& folders,
                                                          std::vector<Problem>& problems);

/// XXH3 (64 bits) over names and contents, as 16 hexadecimal digits.
[[nodiscard]] std::string digestOf(const std::vector<ResourceFile>& files);

} // namespace demarche::language
