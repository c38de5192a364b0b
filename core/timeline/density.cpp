// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/density.h"

#include <map>

namespace demarche::timeline {

std::vector<DensityBin> densityOf(const Snapshot& snapshot, CalendarUnit unit) {
  std::map<DayNumber, DensityBin> byFirst;
  DensityBin* bin = nullptr; // that of the item before: neighbours mostly share theirs
  for (const Item& item : snapshot.items) {
    const DayNumber day = item.middle();
    if (bin == nullptr || day < bin->cell.first || day >= bin->cell.end) {
      const DayNumber first = startOf(unit, day);
      bin = &byFirst.try_emplace(first, DensityBin{{first, startOfNext(unit, day)}, 0, {}}).first->second;
    }
    ++bin->count;
    ++bin->kinds[static_cast<std::size_t>(item.kind)];
  }
  std::vector<DensityBin> bins;
  bins.reserve(byFirst.size());
  for (const auto& [first, counted] : byFirst)
    bins.push_back(counted);
  return bins;
}

} // namespace demarche::timeline
