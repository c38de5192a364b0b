// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/axis.h"
#include "core/timeline/lanes.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace demarche::timeline {

/// Widths in pixels at a text 16 pixels high; they grow with the text.
struct MarkSizes {
  double point = 12; ///< the shape of an event whose days are narrower
  double least = 20; ///< what is narrower is as wide, where it is asked what can be told apart
  double bar = 48;   ///< a wider event gives way to its neighbours instead of being folded with them
  double cell = 20;  ///< the least width of a calendar unit that clusters are cut, and dense lanes counted by
};

/// The items of one row of a lane: slots `begin … end`.
struct Row {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// It holds what found no place in the rows above. Its items may overlap; each stands on its middle day
  /// alone.
  bool crowded = false;
};

/// The days that an item takes in its row.
struct Days {
  DayNumber first = 0;
  DayNumber last = 0;
  [[nodiscard]] double count() const { return last - first + 1.0; }
};
[[nodiscard]] inline Days daysIn(const Row& row, const Item& item) {
  return row.crowded ? Days{item.middle(), item.middle()} : Days{item.first, item.last};
}

/// A lane with the rows that its items are spread over.
struct Lane {
  LaneKey key;
  std::uint32_t firstRow = 0;
  std::uint32_t rows = 0;
  std::uint32_t begin = 0; ///< its slots, those of its rows one behind the other
  std::uint32_t end = 0;
  /// Days per pixel (of MarkSizes) from which on its marks would be so many that it counts by calendar unit
  /// instead.
  float denseFrom = 0;
  bool collapsed = false;
  std::array<std::uint32_t, nestedUnits.size()> tallest{}; ///< most events in one unit

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
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
/// The most rows of one of so many lanes: all together are not much more than three views high, so that one
/// still sees what there is.
[[nodiscard]] int mostRowsOf(std::size_t lanes, RowBudget budget);

/// Where every event stands, at every scale: made once for data, grouping and budget, never for a window of
/// time, so that nothing moves up or down while one pans or zooms, and a frame asks only for what it shows
/// (marks.h). An item that stands in several lanes has a slot in each. Some 50 bytes an event.
struct Layout {
  SnapshotPtr snapshot;
  int needed =
      0; ///< rows to keep all items apart, as far as lanes may grow: a smaller budget changes nothing
  std::vector<Lane> lanes;
  std::vector<Row> rows; ///< lane by lane
  // By slot; within a row by day.
  std::vector<std::uint32_t> order; ///< items
  /// Days per pixel (of MarkSizes) up to which it can be told from the slot before it in its row.
  std::vector<float> apart;
  std::vector<std::uint32_t> planned;   ///< items before this slot that were planned
  std::vector<std::uint32_t> cancelled; ///< likewise
  /// Slots that can be told from the one before them at 2^(k + finestLevel) days per pixel, ascending.
  std::vector<std::vector<std::uint32_t>> levels;
  // By slot, but within a lane by middle day: what a dense lane counts.
  std::vector<std::uint32_t> byDay; ///< items
  std::vector<DayNumber> days;      ///< their middle days
  // Where items stand: those of item i are `slots[slotsFrom[i] … slotsFrom[i + 1])`.
  std::vector<std::uint32_t> slots;
  std::vector<std::uint32_t> slotsFrom;

  static constexpr int finestLevel = -8;

  [[nodiscard]] const Item& item(std::uint32_t slot) const { return snapshot->items[order[slot]]; }
  [[nodiscard]] std::span<const std::uint32_t> slotsOf(std::uint32_t item) const {
    return {slots.data() + slotsFrom[item], slots.data() + slotsFrom[item + 1]};
  }
  [[nodiscard]] std::size_t laneAt(std::uint32_t slot) const;
  [[nodiscard]] std::size_t rowAt(std::uint32_t slot) const; ///< in `rows`
};

/// O(n log n); a fifth of a second for a million events in twenty lanes.
[[nodiscard]] Layout layOut(SnapshotPtr snapshot, const std::vector<LaneItems>& lanes, RowBudget budget,
                            const MarkSizes& sizes = {});

} // namespace demarche::timeline
