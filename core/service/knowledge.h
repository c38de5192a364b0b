// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/language/knowledge.h"

#include <memory>

namespace demarche::service {

/// Loads the knowledge of base::resourceFolders() once per process and shares it. Takes some tens of
/// milliseconds the first time; thread-safe.
[[nodiscard]] base::Result<std::shared_ptr<const language::Knowledge>> installedKnowledge();

} // namespace demarche::service
