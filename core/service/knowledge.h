// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/language/knowledge.h"

#include <memory>

namespace demarche::service {

/// Loads the knowledge of base::resourceFolders() once per process and shares it. Takes some tens of
/// milliseconds the first time; thread-safe.
[[nodiscard]] base::Result<std::shared_ptr<const language::Knowledge>> installedKnowledge();

/// The same for who reads nothing but times: loaded and read with in half the time. Not shared.
[[nodiscard]] base::Result<std::shared_ptr<const language::Knowledge>> installedTimeKnowledge();

} // namespace demarche::service
