// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a fuzz target asks of results. Unlike assert it does not depend on the build type.

#include <cstdio>
#include <cstdlib>
#include <source_location>

namespace demarche::fuzz {

inline void require(bool holds, const char* what,
                    std::source_location where = std::source_location::current()) {
  if (holds) return;
  std::fprintf(stderr, "%s:%u: does not hold: %s\n", where.file_name(), unsigned(where.line()), what);
  std::abort();
}

} // namespace demarche::fuzz
