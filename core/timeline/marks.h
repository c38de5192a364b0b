// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/layout.h"
#include "core/timeline/scale.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace demarche::timeline {

/// One thing drawn in a lane: an event, a counted cluster of events too close to tell apart, or the column of
/// a dense lane.
struct Mark {
  double left = 0; ///< pixels from the left edge of the view
  double right = 0;
  // First and last day of its events (of several thousand that overlap, of the first of them); of a column,
  // of its calendar unit.
  DayNumber first = 0;
  DayNumber last = 0;
  std::uint32_t begin = 0; ///< its events are slots `begin … begin + count` of the layout
  std::uint32_t count = 1;
  bool bar = false;    ///< a single event wide enough to show its extent
  bool column = false; ///< of a dense lane: its slots are those of Layout::byDay
};

/// What of a layout is in sight, and how large a text is in it.
struct Sight {
  TimeScale scale;
  double width = 0;
  double textScale = 1; ///< 1 for a text 16 pixels high

  /// As MarkSizes count pixels.
  [[nodiscard]] double daysPerPixel() const { return textScale / scale.pixelsPerDay(); }
};

[[nodiscard]] inline bool isDense(const Lane& lane, const Sight& sight) {
  return sight.daysPerPixel() >= lane.denseFrom;
}

/// Appends the marks of a row that touch the view, from left to right: no two overlap, each event of the row
/// that is in sight stands in exactly one of them, and which events a mark has depends on the scale alone,
/// not on where the view stands. Zooming in only ever parts marks. O(marks · log events).
void marksIn(const Layout& layout, const Row& row, const Sight& sight, const MarkSizes& sizes,
             std::vector<Mark>& marks);

/// The unit that dense lanes count by at this scale, as its place in nestedUnits.
[[nodiscard]] std::size_t columnUnit(const Sight& sight, const MarkSizes& sizes);
/// Appends the columns of a dense lane that touch the view: its events by the calendar unit of their middle
/// day. Units without any are left out.
void columnsIn(const Layout& layout, const Lane& lane, const Sight& sight, const MarkSizes& sizes,
               std::vector<Mark>& marks);

/// The mark that a slot of the layout stands in at this scale, in sight or not.
[[nodiscard]] Mark markOf(const Layout& layout, std::uint32_t slot, const Sight& sight,
                          const MarkSizes& sizes);

/// The events of a mark, in the snapshot's items.
[[nodiscard]] std::span<const std::uint32_t> itemsOf(const Layout& layout, const Mark& mark);

/// Whether any scale down to so many days per pixel (of MarkSizes) shows the mark as several. O(events).
[[nodiscard]] bool canBeParted(const Layout& layout, const Mark& mark, double finest);

/// Whether any of these items, which ascend, stands in the mark. O(the fewer of both · log n).
[[nodiscard]] bool hasAnyOf(const Layout& layout, const Mark& mark, std::span<const std::uint32_t> items);

/// The mark that `x` lies in, or the nearest one no further than `reach`; null when there is none.
[[nodiscard]] const Mark* markNear(const std::vector<Mark>& marks, double x, double reach);

/// The state that a cluster is drawn in: the one that all its events share, else `occurred`.
[[nodiscard]] model::EventStatus statusOf(const Layout& layout, const Mark& mark);

/// So many events of a mark, those of the greatest weight first; of very large clusters, among the first few
/// thousand.
[[nodiscard]] std::vector<std::uint32_t> heaviestFirst(const Layout& layout, const Mark& mark,
                                                       std::size_t most);
/// The first of them: its name says most of the mark.
[[nodiscard]] std::uint32_t heaviestOf(const Layout& layout, const Mark& mark);

} // namespace demarche::timeline
