// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/language/knowledge.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace demarche::service {

/// Loads the knowledge of base::resourceFolders() once per process and shares it. Takes some tens of
/// milliseconds the first time; thread-safe.
[[nodiscard]] base::Result<std::shared_ptr<const language::Knowledge>> installedKnowledge();

/// The same for who reads nothing but times: loaded and read with in half the time. Not shared.
[[nodiscard]] base::Result<std::shared_ptr<const language::Knowledge>> installedTimeKnowledge();

/// Everything that is wrong with the language packs and the gazetteer of these folders, with file and line;
/// empty when they are sound. Fails when they cannot be loaded at all. All examples are read: some hundred
/// milliseconds.
[[nodiscard]] base::Result<std::vector<language::Problem>>
problemsOfPacks(const std::vector<std::filesystem::path>& folders);

} // namespace demarche::service
