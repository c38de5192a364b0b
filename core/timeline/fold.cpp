// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/fold.h"

#include <algorithm>
#include <cassert>

namespace demarche::timeline {
namespace {

// A lane is drawn as bars when its marks would on average stand for more events than this …
constexpr double densestMark = 3;
// … unless it has so few that bars would say less than clusters.
constexpr std::size_t fewestForBars = 60;

/// Folds one row at one scale: a pass from left to right in which a mark swallows the one before it as
/// long as they touch.
class RowFolder {
 public:
  RowFolder(const Snapshot& snapshot, const std::vector<std::uint32_t>& order, double pixelsPerDay,
            const MarkSizes& sizes, bool crowded)
      : m_snapshot(snapshot), m_order(order), m_scale(0, pixelsPerDay), m_sizes(sizes), m_crowded(crowded) {}

  std::vector<Mark> fold(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t slot = begin; slot < end; ++slot) {
      m_marks.push_back(single(slot));
      while (m_marks.size() > 1 && touch(m_marks[m_marks.size() - 2], m_marks.back()))
        joinLastTwo();
    }
    return splitLongRuns();
  }

 private:
  const Item& item(std::uint32_t slot) const { return m_snapshot.items[m_order[slot]]; }

  Mark placed(Mark mark, double least) const {
    mark.left = m_scale.x(mark.first);
    mark.right = m_scale.x(mark.last + 1.0);
    const double missing = least - (mark.right - mark.left);
    if (missing > 0) {
      mark.left -= missing / 2;
      mark.right += missing / 2;
    }
    return mark;
  }

  Mark single(std::uint32_t slot) const {
    Mark mark{.first = item(slot).first, .last = item(slot).last, .begin = slot};
    mark.bar = m_scale.pixelsPerDay() * (mark.last - mark.first + 1) >= m_sizes.point;
    return placed(mark, m_sizes.point);
  }

  /// Bars show their own extent and are never folded, unless they lie upon each other.
  bool touch(const Mark& a, const Mark& b) const {
    if (a.bar || b.bar) return m_crowded && b.first <= a.last;
    return b.left < a.right + m_sizes.gap;
  }

  void joinLastTwo() {
    const Mark last = m_marks.back();
    m_marks.pop_back();
    Mark& mark = m_marks.back();
    mark.first = std::min(mark.first, last.first);
    mark.last = std::max(mark.last, last.last);
    mark.count += last.count;
    mark.bar = false;
    mark = placed(mark, m_sizes.cluster);
  }

  std::vector<Mark> splitLongRuns() const {
    std::vector<Mark> result;
    result.reserve(m_marks.size());
    for (const Mark& mark : m_marks) {
      if (mark.count > 1 && mark.right - mark.left > m_sizes.longestCluster)
        split(mark, result);
      else
        result.push_back(mark);
    }
    return result;
  }

  /// Cuts a run where calendar units begin, so that the pieces stay the same from one zoom step to the
  /// next. A piece of a single event, or too narrow for its count, stays with the one before it.
  void split(const Mark& run, std::vector<Mark>& result) const {
    const CalendarUnit unit = unitOfAtLeast(m_sizes.bin, m_scale);
    const std::uint32_t end = run.begin + run.count;
    Mark piece = run;
    piece.count = 0;
    DayNumber nextUnit = startOfNext(unit, run.first);
    for (std::uint32_t slot = run.begin; slot < end; ++slot) {
      const DayNumber day = item(slot).first;
      const double cut = m_scale.x(startOf(unit, day));
      const bool room = cut - piece.left >= m_sizes.cluster && run.right - cut >= m_sizes.cluster;
      if (day >= nextUnit && room && piece.count > 1 && end - slot > 1) {
        piece.right = cut;
        result.push_back(piece);
        piece = {.left = cut, .right = run.right, .first = day, .last = day, .begin = slot, .count = 0};
        nextUnit = startOfNext(unit, day);
      }
      piece.last = piece.count == 0 ? item(slot).last : std::max(piece.last, item(slot).last);
      ++piece.count;
    }
    result.push_back(piece);
  }

  const Snapshot& m_snapshot;
  const std::vector<std::uint32_t>& m_order;
  TimeScale m_scale;
  MarkSizes m_sizes;
  bool m_crowded;
  std::vector<Mark> m_marks;
};

/// Counts a lane by calendar unit; an event counts in the unit of its middle day.
FoldedLane barsOf(const Snapshot& snapshot, const Lane& lane, double pixelsPerDay, const MarkSizes& sizes,
                  std::vector<std::uint32_t>& order) {
  const TimeScale scale(0, pixelsPerDay);
  FoldedLane folded;
  folded.dense = true;
  folded.unit = unitOfAtLeast(sizes.bar, scale);
  const auto begin = static_cast<std::uint32_t>(order.size());
  order.insert(order.end(), lane.byMiddle.begin(), lane.byMiddle.end());
  std::vector<Mark> bars;
  DayNumber end = 0;
  for (auto slot = begin; slot < order.size(); ++slot) {
    const Item& item = snapshot.items[order[slot]];
    const DayNumber day = item.middle();
    if (bars.empty() || day >= end) {
      const DayNumber first = startOf(folded.unit, day);
      end = startOfNext(folded.unit, day);
      bars.push_back({scale.x(first), scale.x(end), item.first, item.last, slot, 0});
    }
    Mark& bar = bars.back();
    bar.first = std::min(bar.first, item.first);
    bar.last = std::max(bar.last, item.last);
    folded.tallest = std::max(folded.tallest, ++bar.count);
  }
  folded.rows.push_back(std::move(bars));
  return folded;
}

bool tooDense(const Lane& lane, double marks) {
  return lane.items.size() >= fewestForBars && static_cast<double>(lane.items.size()) > densestMark * marks;
}

/// No row can hold more marks than fit side by side: often enough to know that a lane is too dense.
double mostMarks(const Snapshot& snapshot, const Lane& lane, double pixelsPerDay, const MarkSizes& sizes) {
  const double days =
      snapshot.items[lane.byMiddle.back()].last - snapshot.items[lane.items.front()].first + 1;
  return static_cast<double>(lane.rows.size()) * (days * pixelsPerDay / sizes.point + 2);
}

FoldedLane foldLane(const Snapshot& snapshot, const Lane& lane, double pixelsPerDay, const MarkSizes& sizes,
                    std::vector<std::uint32_t>& order) {
  if (tooDense(lane, mostMarks(snapshot, lane, pixelsPerDay, sizes)))
    return barsOf(snapshot, lane, pixelsPerDay, sizes, order);
  const std::size_t begin = order.size();
  FoldedLane folded;
  std::size_t marks = 0;
  for (std::size_t row = 0; row < lane.rows.size(); ++row) {
    const auto rowBegin = static_cast<std::uint32_t>(order.size());
    order.insert(order.end(), lane.rows[row].begin(), lane.rows[row].end());
    RowFolder folder(snapshot, order, pixelsPerDay, sizes, lane.crowded && row + 1 == lane.rows.size());
    folded.rows.push_back(folder.fold(rowBegin, static_cast<std::uint32_t>(order.size())));
    marks += folded.rows.back().size();
  }
  if (!tooDense(lane, static_cast<double>(marks))) return folded;
  order.resize(begin);
  return barsOf(snapshot, lane, pixelsPerDay, sizes, order);
}

} // namespace

Fold foldRows(const Snapshot& snapshot, const Rows& rows, double pixelsPerDay, const MarkSizes& sizes) {
  Fold fold;
  fold.pixelsPerDay = pixelsPerDay;
  fold.order.reserve(snapshot.items.size());
  fold.lanes.reserve(rows.lanes.size());
  for (const Lane& lane : rows.lanes)
    fold.lanes.push_back(foldLane(snapshot, lane, pixelsPerDay, sizes, fold.order));
  assert(fold.order.size() == snapshot.items.size());
  fold.slotOf.resize(fold.order.size());
  for (std::uint32_t slot = 0; slot < fold.order.size(); ++slot)
    fold.slotOf[fold.order[slot]] = slot;
  return fold;
}

MarkRef markOf(const Fold& fold, const Rows& rows, std::uint32_t item) {
  const std::uint16_t lane = rows.laneOf[item];
  const FoldedLane& folded = fold.lanes[lane];
  const std::uint16_t row = folded.dense ? std::uint16_t(0) : rows.rowOf[item];
  const auto& marks = folded.rows[row];
  const auto after = std::upper_bound(marks.begin(), marks.end(), fold.slotOf[item],
                                      [](std::uint32_t slot, const Mark& mark) { return slot < mark.begin; });
  assert(after != marks.begin());
  return {lane, row, static_cast<std::uint32_t>(after - marks.begin() - 1)};
}

std::pair<std::size_t, std::size_t> marksWithin(const std::vector<Mark>& row, double left, double right) {
  const auto begin =
      std::partition_point(row.begin(), row.end(), [&](const Mark& mark) { return mark.right < left; });
  const auto end =
      std::partition_point(begin, row.end(), [&](const Mark& mark) { return mark.left <= right; });
  return {static_cast<std::size_t>(begin - row.begin()), static_cast<std::size_t>(end - row.begin())};
}

std::optional<MarkRef> markNear(const Fold& fold, std::uint16_t lane, std::uint16_t row, double x,
                                double reach) {
  const auto& marks = fold.lanes[lane].rows[row];
  const auto [begin, end] = marksWithin(marks, x - reach, x + reach);
  std::optional<MarkRef> nearest;
  double least = reach;
  for (std::size_t index = begin; index < end; ++index) {
    const double distance = std::max({marks[index].left - x, x - marks[index].right, 0.0});
    // A shape may stand on the end of a bar; the later one is drawn above.
    if (distance > least) continue;
    least = distance;
    nearest = MarkRef{lane, row, static_cast<std::uint32_t>(index)};
  }
  return nearest;
}

} // namespace demarche::timeline
