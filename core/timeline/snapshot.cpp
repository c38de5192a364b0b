// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/snapshot.h"

#include "core/library/catalogue/catalogue.h"
#include "core/library/catalogue/catalogue_of_events.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace demarche::timeline {
namespace {

Item itemOf(const library::Catalogue& catalogue, std::uint32_t story) {
  const library::Traits& traits = catalogue.traits[story];
  Item item;
  item.first = catalogue.first[story];
  item.last = catalogue.last[story];
  item.sureFirst = catalogue.sureFirst[story];
  item.sureLast = catalogue.sureLast[story];
  item.softFirst = traits.softFirst;
  item.softLast = traits.softLast;
  item.openFirst = traits.openFirst;
  item.openLast = traits.openLast;
  item.corrected = traits.corrected;
  item.kind = traits.kind;
  item.status = traits.status;
  item.level = traits.level;
  item.sources = std::max<std::uint16_t>(traits.articles, 1);
  item.confidence = static_cast<float>(traits.confidence) / 1000;
  return item;
}

/// A story to be sorted, without the rest of its item: its days as one number, each in half of it.
struct DatedStory {
  std::uint64_t days = 0;
  std::uint32_t place = 0; ///< among those selected
  std::uint32_t story = 0;
};

std::uint64_t inOrder(DayNumber first, DayNumber last) {
  constexpr std::uint32_t sign = 0x80000000; // turned, so that days before 1970 come first
  return std::uint64_t{static_cast<std::uint32_t>(first) ^ sign} << 32 |
         (static_cast<std::uint32_t>(last) ^ sign);
}

/// Of equal days the one that was selected first comes first.
std::shared_ptr<Snapshot> made(std::shared_ptr<const library::Catalogue> catalogue,
                               const std::vector<std::uint32_t>& selected) {
  auto snapshot = std::make_shared<Snapshot>();
  std::vector<DatedStory> dated;
  dated.reserve(selected.size());
  for (std::uint32_t place = 0; place < selected.size(); ++place) {
    const std::uint32_t story = selected[place];
    if (catalogue->first[story] == library::Catalogue::noDay)
      snapshot->undated.push_back(catalogue->stories[story]);
    else
      dated.push_back({inOrder(catalogue->first[story], catalogue->last[story]), place, story});
  }
  std::sort(dated.begin(), dated.end(), [](const DatedStory& a, const DatedStory& b) {
    return std::tie(a.days, a.place) < std::tie(b.days, b.place);
  });
  snapshot->items.reserve(dated.size());
  snapshot->stories.reserve(dated.size());
  snapshot->at.reserve(dated.size());
  snapshot->itemAt.assign(catalogue->size(), Snapshot::none);
  for (const DatedStory& one : dated) {
    snapshot->itemAt[one.story] = static_cast<std::uint32_t>(snapshot->items.size());
    snapshot->items.push_back(itemOf(*catalogue, one.story));
    snapshot->stories.push_back(catalogue->stories[one.story]);
    snapshot->at.push_back(one.story);
  }
  snapshot->catalogue = std::move(catalogue);
  return snapshot;
}

} // namespace

std::optional<std::uint32_t> Snapshot::find(model::StoryRow story) const {
  if (!catalogue) return std::nullopt;
  const auto& rows = catalogue->stories;
  const auto found = std::lower_bound(rows.begin(), rows.end(), story);
  if (found == rows.end() || *found != story) return std::nullopt;
  const std::uint32_t item = itemAt[static_cast<std::size_t>(found - rows.begin())];
  return item == none ? std::nullopt : std::optional(item);
}

bool Snapshot::contains(model::StoryRow story) const {
  return find(story) || std::find(undated.begin(), undated.end(), story) != undated.end();
}

Extent extentOf(const Snapshot& snapshot) {
  if (snapshot.items.empty()) return {};
  Extent extent{snapshot.items.front().first, snapshot.items.front().last};
  for (const Item& item : snapshot.items)
    extent.last = std::max(extent.last, item.last);
  return extent;
}

SnapshotPtr snapshotOf(const std::vector<model::Event>& events,
                       const std::unordered_map<std::string, std::vector<model::Language>>& languages) {
  // By id, as the rows of a library would not tell their order.
  std::vector<std::uint32_t> all(events.size());
  std::iota(all.begin(), all.end(), 0);
  std::sort(all.begin(), all.end(),
            [&](std::uint32_t a, std::uint32_t b) { return events[a].id < events[b].id; });
  return made(library::catalogueOf(events, languages), all);
}

SnapshotPtr snapshotOf(std::shared_ptr<const library::Catalogue> catalogue,
                       const std::vector<std::uint32_t>& selected) {
  return made(std::move(catalogue), selected);
}

} // namespace demarche::timeline
