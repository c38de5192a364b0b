// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace demarche::service {

/// Why one input could not be read.
struct InputFailure {
  std::string source;
  base::Error error;
};

/// Files below the inputs: a file is itself, a folder its files by name (recursively, hidden ones left out;
/// links to folders are not followed). What cannot be listed, and a
/// folder that holds no file, is told in `failures`.
[[nodiscard]] std::vector<std::filesystem::path> inputFiles(const std::vector<std::filesystem::path>& inputs,
                                                            std::vector<InputFailure>& failures);

} // namespace demarche::service
