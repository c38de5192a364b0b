// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/snapshot.h"

#include "core/library/catalogue/catalogue.h"
#include "core/time/extent.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_set>

namespace demarche::timeline {
namespace {

DayNumber number(time::Day day) {
  return static_cast<DayNumber>(day.time_since_epoch().count());
}

std::uint16_t articlesOf(const model::Event& event) {
  std::unordered_set<std::string_view> articles;
  for (const model::Passage& passage : event.passages)
    articles.insert(passage.article);
  return static_cast<std::uint16_t>(
      std::clamp<std::size_t>(articles.size(), 1, std::numeric_limits<std::uint16_t>::max()));
}

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
  std::uint32_t story = 0;
};

std::uint64_t inOrder(DayNumber first, DayNumber last) {
  constexpr std::uint32_t sign = 0x80000000; // turned, so that days before 1970 come first
  return std::uint64_t{static_cast<std::uint32_t>(first) ^ sign} << 32 |
         (static_cast<std::uint32_t>(last) ^ sign);
}

/// Nothing for a date that names no day at all.
std::optional<Item> itemOf(const model::Event& event) {
  const auto extent = time::extentOf(event.date);
  if (!extent) return std::nullopt;
  Item item;
  item.first = number(extent->first);
  item.last = number(extent->last);
  item.sureFirst = number(extent->sureFirst);
  item.sureLast = number(extent->sureLast);
  item.softFirst = extent->softFirst;
  item.softLast = extent->softLast;
  item.openFirst = extent->openFirst;
  item.openLast = extent->openLast;
  item.kind = event.kind;
  item.status = event.status;
  item.level = event.level;
  item.sources = articlesOf(event);
  item.confidence = static_cast<float>(event.confidence);
  return item;
}

} // namespace

std::optional<std::uint32_t> Snapshot::find(std::string_view id) const {
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found == ids.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - ids.begin());
}

Extent extentOf(const Snapshot& snapshot) {
  if (snapshot.items.empty()) return {};
  Extent extent{snapshot.items.front().first, snapshot.items.front().last};
  for (const Item& item : snapshot.items)
    extent.last = std::max(extent.last, item.last);
  return extent;
}

SnapshotPtr snapshotOf(const std::vector<model::Event>& events) {
  struct Dated {
    Item item;
    const model::Event* event;
  };
  auto snapshot = std::make_shared<Snapshot>();
  std::vector<Dated> dated;
  dated.reserve(events.size());
  for (const model::Event& event : events) {
    if (const auto item = itemOf(event))
      dated.push_back({*item, &event});
    else
      snapshot->undated.push_back(event.id);
  }
  std::sort(dated.begin(), dated.end(), [](const Dated& a, const Dated& b) {
    return std::tie(a.item.first, a.item.last, a.event->id) <
           std::tie(b.item.first, b.item.last, b.event->id);
  });
  snapshot->items.reserve(dated.size());
  snapshot->ids.reserve(dated.size());
  snapshot->titles.reserve(dated.size());
  for (const Dated& one : dated) {
    snapshot->items.push_back(one.item);
    snapshot->ids.push_back(one.event->id);
    snapshot->titles.push_back(one.event->title);
  }
  return snapshot;
}

SnapshotPtr snapshotOf(const library::Catalogue& catalogue, const std::vector<std::uint32_t>& selected) {
  auto snapshot = std::make_shared<Snapshot>();
  std::vector<DatedStory> dated;
  dated.reserve(selected.size());
  for (const std::uint32_t story : selected) {
    if (catalogue.first[story] == library::Catalogue::noDay)
      snapshot->undatedStories.push_back(catalogue.stories[story]);
    else
      dated.push_back({inOrder(catalogue.first[story], catalogue.last[story]), story});
  }
  std::sort(dated.begin(), dated.end(), [](const DatedStory& a, const DatedStory& b) {
    return std::tie(a.days, a.story) < std::tie(b.days, b.story);
  });
  snapshot->items.reserve(dated.size());
  snapshot->stories.reserve(dated.size());
  for (const DatedStory& one : dated) {
    snapshot->items.push_back(itemOf(catalogue, one.story));
    snapshot->stories.push_back(catalogue.stories[one.story]);
  }
  return snapshot;
}

} // namespace demarche::timeline
