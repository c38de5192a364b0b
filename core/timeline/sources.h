// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/snapshot.h"

namespace demarche::timeline {

/// An article, and how many of the events that one looks at it tells.
struct SourceCount {
  std::uint32_t article = 0; ///< its row in the snapshot's catalogue
  std::uint32_t events = 0;
};

/// The articles that tell the events which touch the days from `first` up to, not including, `end`: those
/// that tell most come first, then by name. Empty where no articles are known. O(n).
[[nodiscard]] std::vector<SourceCount> sourcesIn(const Snapshot& snapshot, double first, double end);

} // namespace demarche::timeline
