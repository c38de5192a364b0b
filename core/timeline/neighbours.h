// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/layout.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace demarche::timeline {

// Who stands beside whom within a lane. Events are where their middle days are; of equal days the earlier
// item comes first. All by binary search in Layout::byDay.

/// The items of a lane from the one day to the other, both counted in and in either order; ascending.
[[nodiscard]] std::vector<std::uint32_t> itemsBetween(const Layout& layout, const Lane& lane, DayNumber one,
                                                      DayNumber other);

/// The item of a lane nearest to a day; of two as near, the earlier one. Lanes have items.
[[nodiscard]] std::uint32_t nearestIn(const Layout& layout, const Lane& lane, DayNumber day);

/// The item `step` places after (or before) this one in the lane that it stands in; nothing beyond the lane's
/// ends.
[[nodiscard]] std::optional<std::uint32_t> stepIn(const Layout& layout, const Lane& lane, std::uint32_t item,
                                                  int step);

} // namespace demarche::timeline
