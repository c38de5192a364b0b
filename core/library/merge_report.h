// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace demarche::library {

/// What came of merging a library into another.
struct MergeReport {
  int articles = 0;    ///< that were not here
  int corrections = 0; ///< that were not here
  bool cancelled = false;
};

} // namespace demarche::library
