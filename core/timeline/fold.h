// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/axis.h"
#include "core/timeline/rows.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace demarche::timeline {

/// Widths in pixels below which things on a row can no longer be told apart.
struct MarkSizes {
  double point = 12;          ///< an event whose days are narrower is drawn as a shape this wide
  double cluster = 24;        ///< the least width of a cluster: room for its count; at most two points
  double gap = 2;             ///< between shapes; closer ones are folded
  double longestCluster = 96; ///< a longer run is folded by calendar units instead
  double bin = 30;            ///< the least width of such a unit
  double bar = 14;            ///< the least width of a bar of a dense lane
};

/// One thing drawn on a row: an event, or a counted cluster of events too close to tell apart.
struct Mark {
  double left = 0; ///< pixels from the begin of day 0, at the fold's scale
  double right = 0;
  DayNumber first = 0; ///< first and last day of its events
  DayNumber last = 0;
  std::uint32_t begin = 0; ///< its events are `order[begin … begin + count)`
  std::uint32_t count = 1;
  bool bar = false; ///< a single event wide enough to show its extent
};

/// A lane's marks by row, each row sorted by position.
struct FoldedLane {
  std::vector<std::vector<Mark>> rows;
  /// Too many events to draw one by one: a single row of bars, one for each `unit` that has any.
  bool dense = false;
  CalendarUnit unit = CalendarUnit::year;
  std::uint32_t tallest = 0; ///< the largest count of a dense lane's bars
};

/// What every row shows at one scale: each event stands in exactly one mark. It covers all time, not the
/// window alone, so that panning changes no cluster and costs nothing.
struct Fold {
  double pixelsPerDay = 1;
  std::vector<std::uint32_t> order;  ///< items in the order of the marks
  std::vector<std::uint32_t> slotOf; ///< where an item stands in `order`
  std::vector<FoldedLane> lanes;
};

/// O(n).
[[nodiscard]] Fold foldRows(const Snapshot& snapshot, const Rows& rows, double pixelsPerDay,
                            const MarkSizes& sizes = {});

/// The place of a mark in a fold.
struct MarkRef {
  std::uint16_t lane = 0;
  std::uint16_t row = 0;
  std::uint32_t index = 0;
  bool operator==(const MarkRef&) const = default;
};

[[nodiscard]] inline const Mark& markAt(const Fold& fold, MarkRef ref) {
  return fold.lanes[ref.lane].rows[ref.row][ref.index];
}
/// The mark in which this item stands. O(log n).
[[nodiscard]] MarkRef markOf(const Fold& fold, const Rows& rows, std::uint32_t item);

/// Begin and end of the marks of a row that touch `left … right`, pixels from day 0.
[[nodiscard]] std::pair<std::size_t, std::size_t> marksWithin(const std::vector<Mark>& row, double left,
                                                              double right);

/// The mark at `x` (pixels from day 0), or the nearest one no further than `reach`.
[[nodiscard]] std::optional<MarkRef> markNear(const Fold& fold, std::uint16_t lane, std::uint16_t row,
                                              double x, double reach);

} // namespace demarche::timeline
