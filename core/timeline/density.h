// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/axis.h"

#include <array>
#include <cstdint>
#include <vector>

namespace demarche::timeline {

/// How many events a stretch of the calendar has.
struct DensityBin {
  Cell cell;
  std::uint32_t count = 0;
  std::array<std::uint32_t, model::allEventKinds.size()> kinds{}; ///< of them, by kind
};

/// Counts all events by calendar unit, each in the unit of its middle day; units without any are left out.
/// Bins of calendar units do not comb as bins of pixels do. Ascending; O(n log bins).
[[nodiscard]] std::vector<DensityBin> densityOf(const Snapshot& snapshot, CalendarUnit unit);

} // namespace demarche::timeline
