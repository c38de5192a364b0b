// SPDX-License-Identifier: Apache-2.0
#pragma once

// What can go wrong with a library file, looked for one thing after the other. Private to this room.

#include "core/library/store/sqlite.h"

#include <string>
#include <vector>

namespace demarche::library {

/// One sentence for each thing that is wrong; a file too damaged to be looked at is one of them.
[[nodiscard]] std::vector<std::string> problemsOf(const Connection& connection);

} // namespace demarche::library
