// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/sources.h"

#include "core/library/catalogue/catalogue.h"

#include <algorithm>

namespace demarche::timeline {

std::vector<SourceCount> sourcesIn(const Snapshot& snapshot, double first, double end) {
  if (!snapshot.catalogue) return {};
  const library::Catalogue& catalogue = *snapshot.catalogue;
  struct Count {
    std::uint32_t events = 0;
    std::uint32_t countedFor = 0; ///< one more than the item: an article tells an event in several blocks
  };
  std::vector<Count> counts(catalogue.sourceOf.size());
  for (std::uint32_t item = 0; item < snapshot.items.size(); ++item) {
    const Item& event = snapshot.items[item];
    if (event.last + 1.0 <= first || event.first >= end) continue;
    for (const std::uint32_t block : catalogue.told[snapshot.at[item]]) {
      Count& count = counts[catalogue.articleOf[block]];
      if (count.countedFor == item + 1) continue;
      count.countedFor = item + 1;
      ++count.events;
    }
  }
  std::vector<SourceCount> sources;
  for (std::uint32_t article = 0; article < counts.size(); ++article)
    if (counts[article].events > 0) sources.push_back({article, counts[article].events});
  std::sort(sources.begin(), sources.end(), [&](const SourceCount& a, const SourceCount& b) {
    return a.events != b.events ? a.events > b.events
                                : catalogue.sourceOf[a.article] < catalogue.sourceOf[b.article];
  });
  return sources;
}

} // namespace demarche::timeline
