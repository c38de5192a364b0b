// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <ostream>

namespace demarche::exchange {

/// Has a file written whole or not at all: into a new file beside it that takes its name when `write` is done
/// and says true. Pipes and devices, which cannot be replaced, are written directly.
[[nodiscard]] base::Result<void> writeWhole(const std::filesystem::path& file,
                                            const std::function<bool(std::ostream&)>& write);

} // namespace demarche::exchange
