// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/neighbours.h"

#include <algorithm>

namespace demarche::timeline {
namespace {

/// The first place of the lane, among those of Layout::byDay, with this day or a later one.
std::uint32_t placeFrom(const Layout& layout, const Lane& lane, DayNumber day) {
  const auto days = layout.days.begin();
  return static_cast<std::uint32_t>(std::lower_bound(days + lane.begin, days + lane.end, day) - days);
}

std::uint32_t placeAfter(const Layout& layout, const Lane& lane, DayNumber day) {
  const auto days = layout.days.begin();
  return static_cast<std::uint32_t>(std::upper_bound(days + lane.begin, days + lane.end, day) - days);
}

} // namespace

std::vector<std::uint32_t> itemsBetween(const Layout& layout, const Lane& lane, DayNumber one,
                                        DayNumber other) {
  const auto items = layout.byDay.begin();
  std::vector<std::uint32_t> between(items + placeFrom(layout, lane, std::min(one, other)),
                                     items + placeAfter(layout, lane, std::max(one, other)));
  std::sort(between.begin(), between.end());
  return between;
}

std::uint32_t nearestIn(const Layout& layout, const Lane& lane, DayNumber day) {
  const std::uint32_t after = placeFrom(layout, lane, day);
  if (after == lane.begin) return layout.byDay[after];
  // The first of those of the day before: which of them comes first must not depend on where one is from.
  const std::uint32_t before = placeFrom(layout, lane, layout.days[after - 1]);
  if (after == lane.end) return layout.byDay[before];
  return layout.days[after] - day < day - layout.days[before] ? layout.byDay[after] : layout.byDay[before];
}

std::optional<std::uint32_t> stepIn(const Layout& layout, const Lane& lane, std::uint32_t item, int step) {
  const DayNumber day = layout.snapshot->items[item].middle();
  const auto items = layout.byDay.begin();
  const auto end = items + placeAfter(layout, lane, day);
  const auto found = std::lower_bound(items + placeFrom(layout, lane, day), end, item);
  if (found == end || *found != item) return std::nullopt;
  const std::int64_t place = found - items + step;
  if (place < lane.begin || place >= lane.end) return std::nullopt;
  return layout.byDay[static_cast<std::size_t>(place)];
}

} // namespace demarche::timeline
