// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a fuzz target asks of results. Unlike assert it does not depend on the build type; the sanitizer adds
// where it was called.

#include <cstdio>
#include <cstdlib>

namespace demarche::fuzz {

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "SUMMARY: does not hold: %s\n", what);
  std::abort();
}

} // namespace demarche::fuzz
