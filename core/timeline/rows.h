// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/snapshot.h"

#include <cstdint>
#include <vector>

namespace demarche::timeline {

/// The items of one kind, spread over rows in which they do not overlap by a day.
struct Lane {
  model::EventKind kind = model::EventKind::meeting;
  std::vector<std::uint32_t> items;             ///< all of them, in the snapshot's order
  std::vector<std::uint32_t> byMiddle;          ///< the same by their middle day: the order to count them in
  std::vector<std::vector<std::uint32_t>> rows; ///< each in the snapshot's order; at least one
  /// The last row holds what found no place above it: its items may overlap and are always drawn folded.
  bool crowded = false;
};

/// Which row every item lies in. Made once for a snapshot and a budget, never for a window of time, so that
/// nothing moves up or down while one pans or zooms.
struct Rows {
  std::vector<Lane> lanes;           ///< in the order of the kinds; kinds without items are left out
  std::vector<std::uint16_t> laneOf; ///< by item
  std::vector<std::uint16_t> rowOf;  ///< by item, within its lane
  [[nodiscard]] int count() const;   ///< rows of all lanes together
};

/// How many rows all lanes may have together. What is not needed to keep items apart widens the gaps
/// between them, in which labels stand.
struct RowBudget {
  int rows = 40;
  /// When more rows are needed: a picture of fixed size crowds the last row of lanes, a window scrolls.
  bool firm = false;
};

/// More rows than this say nothing to an eye; the items beyond crowd the last one.
inline constexpr int mostRowsInLane = 24;

/// O(n log n).
[[nodiscard]] Rows packRows(const Snapshot& snapshot, RowBudget budget);

} // namespace demarche::timeline
