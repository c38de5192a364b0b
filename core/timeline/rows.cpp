// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/rows.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>

namespace demarche::timeline {
namespace {

constexpr int mostRowsForLabels = 12;

/// The fewest rows in which no two items share a day: the deepest pile of them.
int depth(const Snapshot& snapshot, const std::vector<std::uint32_t>& items) {
  std::priority_queue<DayNumber, std::vector<DayNumber>, std::greater<>> ends;
  for (const std::uint32_t item : items) {
    if (!ends.empty() && ends.top() < snapshot.items[item].first) ends.pop();
    ends.push(snapshot.items[item].last);
  }
  return static_cast<int>(ends.size());
}

struct Share {
  int items = 0;
  int needed = 1; ///< to keep items apart
  int wanted = 1; ///< to give their labels room as well
  int rows = 1;
};

/// The lane whose rows are the fullest, among those that want another one; null when none does.
Share* nextToGrow(std::vector<Share>& shares) {
  Share* best = nullptr;
  for (Share& share : shares) {
    if (share.rows >= share.wanted) continue;
    if (best == nullptr || share.items * best->rows > best->items * share.rows) best = &share;
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

/// Each item goes to the row that has been free the longest, which leaves the widest gaps for labels.
void pack(const Snapshot& snapshot, Lane& lane, const Share& share, std::vector<std::uint16_t>& rowOf) {
  lane.rows.resize(static_cast<std::size_t>(share.rows));
  lane.crowded = depth(snapshot, lane.items) > share.rows;
  const std::size_t orderly = lane.rows.size() - (lane.crowded ? 1 : 0);
  std::vector<DayNumber> ends(orderly, std::numeric_limits<DayNumber>::min());
  for (const std::uint32_t index : lane.items) {
    const Item& item = snapshot.items[index];
    const auto oldest = std::min_element(ends.begin(), ends.end());
    const bool fits = oldest != ends.end() && *oldest < item.first;
    assert(fits || lane.crowded);
    const std::size_t row = fits ? static_cast<std::size_t>(oldest - ends.begin()) : orderly;
    if (fits) *oldest = item.last;
    lane.rows[row].push_back(index);
    rowOf[index] = static_cast<std::uint16_t>(row);
  }
}

} // namespace

int Rows::count() const {
  return std::accumulate(lanes.begin(), lanes.end(), 0,
                         [](int sum, const Lane& lane) { return sum + static_cast<int>(lane.rows.size()); });
}

Rows packRows(const Snapshot& snapshot, RowBudget budget) {
  std::array<std::vector<std::uint32_t>, model::allEventKinds.size()> byKind;
  for (std::uint32_t index = 0; index < snapshot.items.size(); ++index)
    byKind[static_cast<std::size_t>(snapshot.items[index].kind)].push_back(index);

  Rows rows;
  rows.laneOf.resize(snapshot.items.size());
  rows.rowOf.resize(snapshot.items.size());
  std::vector<Share> shares;
  for (const model::EventKind kind : model::allEventKinds) {
    auto& items = byKind[static_cast<std::size_t>(kind)];
    if (items.empty()) continue;
    for (const std::uint32_t index : items)
      rows.laneOf[index] = static_cast<std::uint16_t>(rows.lanes.size());
    Share share;
    share.items = static_cast<int>(items.size());
    share.needed = std::min(depth(snapshot, items), mostRowsInLane);
    share.wanted = std::max(share.needed, std::clamp((share.items + 1) / 2, 1, mostRowsForLabels));
    shares.push_back(share);
    rows.lanes.push_back({kind, std::move(items), {}, {}, false});
    Lane& lane = rows.lanes.back();
    lane.byMiddle = lane.items;
    std::stable_sort(lane.byMiddle.begin(), lane.byMiddle.end(), [&](std::uint32_t a, std::uint32_t b) {
      return snapshot.items[a].middle() < snapshot.items[b].middle();
    });
  }
  divide(shares, budget);
  for (std::size_t lane = 0; lane < rows.lanes.size(); ++lane)
    pack(snapshot, rows.lanes[lane], shares[lane], rows.rowOf);
  return rows;
}

} // namespace demarche::timeline
