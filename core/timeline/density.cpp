// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/density.h"

#include <algorithm>

namespace demarche::timeline {

std::vector<DensityBin> densityOf(const Snapshot& snapshot, CalendarUnit unit) {
  std::vector<DayNumber> days;
  days.reserve(snapshot.items.size());
  for (const Item& item : snapshot.items)
    days.push_back(item.middle());
  std::sort(days.begin(), days.end());
  std::vector<DensityBin> bins;
  for (const DayNumber day : days) {
    if (bins.empty() || day >= bins.back().cell.end)
      bins.push_back({{startOf(unit, day), startOfNext(unit, day)}, 0});
    ++bins.back().count;
  }
  return bins;
}

} // namespace demarche::timeline
