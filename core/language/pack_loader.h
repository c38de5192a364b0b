// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/pack_source.h"
#include "core/language/resource_files.h"

#include <vector>

namespace demarche::language {

/// The packs that the files describe, by language. What an earlier folder gives replaces what a later one
/// gives under the same name. Broken parts are left out and told in `problems`; a language without any
/// readable `pack.toml` is left out whole.
[[nodiscard]] std::vector<PackSource> loadPackSources(const std::vector<ResourceFile>& files,
                                                      std::vector<Problem>& problems);

} // namespace demarche::language
