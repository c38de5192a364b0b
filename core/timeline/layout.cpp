// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/layout.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace demarche::timeline {
namespace {

constexpr int mostRowsForLabels = 12;
constexpr int coarsestLevel = 8; ///< a pixel for most of a year

// A lane counts by calendar unit when its marks would on average stand for more events than this …
constexpr double densestMark = 3;
// … unless it has so few that columns would say less than clusters.
constexpr std::uint32_t fewestForColumns = 60;

/// The most items that share a day, counted day by day: as many rows keep them apart.
int depthOf(const Snapshot& snapshot, const std::vector<std::uint32_t>& items, int enough) {
  std::vector<DayNumber> ends; // a heap of the last days of those that share the day looked at, soonest first
  int depth = 0;
  const auto later = std::greater<>();
  for (const std::uint32_t item : items) {
    const Item& one = snapshot.items[item];
    while (!ends.empty() && ends.front() < one.first) {
      std::pop_heap(ends.begin(), ends.end(), later);
      ends.pop_back();
    }
    ends.push_back(one.last);
    std::push_heap(ends.begin(), ends.end(), later);
    depth = std::max(depth, static_cast<int>(ends.size()));
    if (depth > enough) return depth;
  }
  return depth;
}

/// How many rows a lane may have.
struct Share {
  int items = 0;
  int needed = 1; ///< to keep items apart
  int wanted = 1; ///< to give their labels room as well
  int rows = 1;
  bool crowded = false;
};

/// The lane whose rows are the fullest, among those that want another one; null when none does.
Share* nextToGrow(std::vector<Share>& shares) {
  Share* best = nullptr;
  for (Share& share : shares) {
    if (share.rows >= share.wanted) continue;
    if (best == nullptr || share.items * static_cast<std::int64_t>(best->rows) >
                               best->items * static_cast<std::int64_t>(share.rows))
      best = &share;
  }
  return best;
}

void divide(std::vector<Share>& shares, RowBudget budget) {
  int left = budget.rows;
  for (Share& share : shares) {
    share.rows = share.needed;
    left -= share.rows;
  }
  for (; left > 0; --left) {
    Share* const growing = nextToGrow(shares);
    if (growing == nullptr) return;
    ++growing->rows;
  }
  if (!budget.firm) return;
  for (; left < 0; ++left) {
    const auto tallest = std::max_element(shares.begin(), shares.end(),
                                          [](const Share& a, const Share& b) { return a.rows < b.rows; });
    if (tallest == shares.end() || tallest->rows == 1) return;
    --tallest->rows;
  }
}

std::vector<Share> sharesOf(const Snapshot& snapshot, const std::vector<LaneItems>& lanes, RowBudget budget) {
  const int most = mostRowsOf(lanes.size(), budget);
  std::vector<Share> shares;
  for (const LaneItems& lane : lanes) {
    Share& share = shares.emplace_back();
    share.items = static_cast<int>(lane.items.size());
    if (lane.collapsed) continue;
    share.needed = std::clamp(depthOf(snapshot, lane.items, most), 1, most); // a layer may have no events
    share.wanted = std::max(share.needed, std::clamp((share.items + 1) / 2, 1, mostRowsForLabels));
  }
  divide(shares, budget);
  for (std::size_t i = 0; i < shares.size(); ++i)
    shares[i].crowded =
        lanes[i].collapsed || depthOf(snapshot, lanes[i].items, shares[i].rows) > shares[i].rows;
  return shares;
}

/// Days per pixel up to which two neighbours of a row can be told apart: where each takes `least` pixels or
/// its own days, and a bar of `bar` pixels yields `least` of them. As long as they are further apart than
/// that nothing of them overlaps, at no larger scale either.
float apartUpTo(Days a, Days b, const MarkSizes& sizes) {
  const double middles = (b.first + b.last - a.first - a.last) / 2.0;
  if (middles <= 0) return 0; // in a crowded row
  const double longest = std::max(a.count(), b.count());
  if (longest <= middles) return static_cast<float>(middles / sizes.least);
  return static_cast<float>(std::max((2 * middles - longest) / sizes.least, longest / sizes.bar));
}

class LayoutMaker {
 public:
  LayoutMaker(SnapshotPtr snapshot, RowBudget budget, const MarkSizes& sizes)
      : m_snapshot(*snapshot), m_budget(budget), m_sizes(sizes) {
    m_layout.snapshot = std::move(snapshot);
  }

  Layout make(const std::vector<LaneItems>& lanes) {
    reserve(lanes);
    const std::vector<Share> shares = sharesOf(m_snapshot, lanes, m_budget);
    for (const Share& share : shares)
      m_layout.needed += share.needed;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
      add(lanes[lane], shares[lane]);
    countStatuses();
    fillLevels();
    for (Lane& lane : m_layout.lanes)
      findDensity(lane);
    findSlots();
    return std::move(m_layout);
  }

 private:
  void reserve(const std::vector<LaneItems>& lanes) {
    std::size_t slots = 0;
    for (const LaneItems& lane : lanes)
      slots += lane.items.size();
    m_layout.order.reserve(slots);
    m_layout.apart.reserve(slots);
    m_layout.byDay.reserve(slots);
    m_layout.days.reserve(slots);
  }

  void add(const LaneItems& items, const Share& share) {
    Lane& lane = m_layout.lanes.emplace_back();
    lane.key = items.key;
    lane.collapsed = items.collapsed;
    lane.firstRow = static_cast<std::uint32_t>(m_layout.rows.size());
    lane.rows = static_cast<std::uint32_t>(share.rows);
    lane.begin = static_cast<std::uint32_t>(m_layout.order.size());
    spread(items.items, share);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
      addRow(m_rows[row], share.crowded && row + 1 == m_rows.size());
    lane.end = static_cast<std::uint32_t>(m_layout.order.size());
    countDays(lane, items.items);
  }

  /// Each item goes to the row that has been free the longest, which leaves the widest gaps for labels.
  void spread(const std::vector<std::uint32_t>& items, const Share& share) {
    m_rows.assign(static_cast<std::size_t>(share.rows), {});
    const std::size_t orderly = m_rows.size() - (share.crowded ? 1 : 0);
    std::vector<DayNumber> ends(orderly, std::numeric_limits<DayNumber>::min());
    for (const std::uint32_t index : items) {
      const Item& item = m_snapshot.items[index];
      const auto oldest = std::min_element(ends.begin(), ends.end());
      const bool fits = oldest != ends.end() && *oldest < item.first;
      assert(fits || share.crowded);
      if (fits) *oldest = item.last;
      m_rows[fits ? static_cast<std::size_t>(oldest - ends.begin()) : orderly].push_back(index);
    }
  }

  void addRow(std::vector<std::uint32_t>& items, bool crowded) {
    const auto begin = static_cast<std::uint32_t>(m_layout.order.size());
    if (crowded)
      std::stable_sort(items.begin(), items.end(), [this](std::uint32_t a, std::uint32_t b) {
        return m_snapshot.items[a].middle() < m_snapshot.items[b].middle();
      });
    m_layout.order.insert(m_layout.order.end(), items.begin(), items.end());
    const Row row{begin, static_cast<std::uint32_t>(m_layout.order.size()), crowded};
    m_layout.rows.push_back(row);
    Days before;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Days days = daysIn(row, m_snapshot.items[items[i]]);
      m_layout.apart.push_back(i == 0 ? std::numeric_limits<float>::infinity()
                                      : apartUpTo(before, days, m_sizes));
      before = days;
    }
  }

  void countDays(Lane& lane, const std::vector<std::uint32_t>& items) {
    std::vector<std::uint64_t> byDay; // day and item as one number: sorted at once
    byDay.reserve(items.size());
    for (const std::uint32_t item : items)
      byDay.push_back(
          (std::uint64_t{static_cast<std::uint32_t>(m_snapshot.items[item].middle())} ^ 0x80000000) << 32 |
          item);
    std::sort(byDay.begin(), byDay.end());
    for (const std::uint64_t one : byDay) {
      m_layout.byDay.push_back(static_cast<std::uint32_t>(one));
      m_layout.days.push_back(static_cast<DayNumber>(static_cast<std::uint32_t>(one >> 32) ^ 0x80000000));
    }
    for (std::size_t unit = 0; unit < nestedUnits.size(); ++unit)
      lane.tallest[unit] = tallest(lane, nestedUnits[unit]);
  }

  std::uint32_t tallest(const Lane& lane, CalendarUnit unit) const {
    const auto begin = m_layout.days.begin() + lane.begin;
    const auto end = m_layout.days.begin() + lane.end;
    std::uint32_t most = 0;
    for (auto day = begin; day != end;) {
      const auto next = std::lower_bound(day, end, startOfNext(unit, *day));
      most = std::max(most, static_cast<std::uint32_t>(next - day));
      day = next;
    }
    return most;
  }

  void countStatuses() {
    m_layout.planned.reserve(m_layout.order.size() + 1);
    m_layout.cancelled.reserve(m_layout.order.size() + 1);
    std::uint32_t planned = 0;
    std::uint32_t cancelled = 0;
    for (std::uint32_t slot = 0; slot <= m_layout.order.size(); ++slot) {
      m_layout.planned.push_back(planned);
      m_layout.cancelled.push_back(cancelled);
      if (slot == m_layout.order.size()) break;
      planned += m_layout.item(slot).status == model::EventStatus::planned ? 1 : 0;
      cancelled += m_layout.item(slot).status == model::EventStatus::cancelled ? 1 : 0;
    }
  }

  void fillLevels() {
    m_layout.levels.resize(static_cast<std::size_t>(coarsestLevel - Layout::finestLevel) + 1);
    for (std::uint32_t slot = 0; slot < m_layout.order.size(); ++slot) {
      const float apart = m_layout.apart[slot];
      for (std::size_t level = 0; level < m_layout.levels.size(); ++level) {
        if (apart < std::ldexp(1.0F, static_cast<int>(level) + Layout::finestLevel)) break;
        m_layout.levels[level].push_back(slot);
      }
    }
  }

  /// How many marks the lane would have at a level, were it all in sight.
  double marksOf(const Lane& lane, std::size_t level) const {
    const std::vector<std::uint32_t>& slots = m_layout.levels[level];
    const auto begin = std::lower_bound(slots.begin(), slots.end(), lane.begin);
    const auto end = std::lower_bound(begin, slots.end(), lane.end);
    const double daysPerPixel = std::ldexp(1.0, static_cast<int>(level) + Layout::finestLevel);
    const double cell = daysIn(nestedUnitOf(m_sizes.cell * daysPerPixel));
    const double days = m_layout.days[lane.end - 1] - m_layout.days[lane.begin] + 1.0;
    return static_cast<double>(end - begin) + lane.rows * (days / cell + 1);
  }

  void findDensity(Lane& lane) {
    lane.denseFrom = lane.collapsed ? 0 : std::numeric_limits<float>::infinity();
    if (lane.collapsed || lane.size() < fewestForColumns) return;
    for (std::size_t level = m_layout.levels.size(); level-- > 0;) {
      if (lane.size() <= densestMark * marksOf(lane, level)) return;
      lane.denseFrom = std::ldexp(1.0F, static_cast<int>(level) + Layout::finestLevel);
    }
  }

  /// Counting sort of slots by item.
  void findSlots() {
    m_layout.slotsFrom.assign(m_snapshot.items.size() + 1, 0);
    for (const std::uint32_t item : m_layout.order)
      ++m_layout.slotsFrom[item + 1];
    std::partial_sum(m_layout.slotsFrom.begin(), m_layout.slotsFrom.end(), m_layout.slotsFrom.begin());
    m_layout.slots.resize(m_layout.order.size());
    std::vector<std::uint32_t> next = m_layout.slotsFrom;
    for (std::uint32_t slot = 0; slot < m_layout.order.size(); ++slot)
      m_layout.slots[next[m_layout.order[slot]]++] = slot;
  }

  const Snapshot& m_snapshot;
  RowBudget m_budget;
  MarkSizes m_sizes;
  Layout m_layout;
  std::vector<std::vector<std::uint32_t>> m_rows;
};

} // namespace

int mostRowsOf(std::size_t lanes, RowBudget budget) {
  constexpr int views = 3;
  constexpr int fewest = 4;
  const int share = views * budget.rows / static_cast<int>(std::max<std::size_t>(1, lanes));
  return std::clamp(share, fewest, mostRowsInLane);
}

std::size_t Layout::laneAt(std::uint32_t slot) const {
  const auto after = std::upper_bound(lanes.begin(), lanes.end(), slot,
                                      [](std::uint32_t at, const Lane& lane) { return at < lane.begin; });
  return static_cast<std::size_t>(after - lanes.begin()) - 1;
}

std::size_t Layout::rowAt(std::uint32_t slot) const {
  const auto after = std::upper_bound(rows.begin(), rows.end(), slot,
                                      [](std::uint32_t at, const Row& row) { return at < row.end; });
  return static_cast<std::size_t>(after - rows.begin());
}

Layout layOut(SnapshotPtr snapshot, const std::vector<LaneItems>& lanes, RowBudget budget,
              const MarkSizes& sizes) {
  return LayoutMaker(std::move(snapshot), budget, sizes).make(lanes);
}

} // namespace demarche::timeline
