// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/layers.h"

#include "core/library/catalogue/catalogue.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace demarche::timeline {
namespace {

using library::Facet;

bool takesPart(const Facet& facet) {
  return facet.kind == Facet::Kind::person || facet.kind == Facet::Kind::body;
}

bool isOf(const Facet& facet, Grouping grouping) {
  switch (grouping) {
  case Grouping::person:
    return takesPart(facet);
  case Grouping::place:
    return facet.kind == Facet::Kind::place;
  case Grouping::topic:
    return facet.kind == Facet::Kind::topic;
  default:
    return false;
  }
}

/// The facet or article of this code.
std::optional<std::uint32_t> valueOf(const Snapshot& snapshot, const Layer& layer) {
  if (!snapshot.catalogue) return std::nullopt;
  if (layer.grouping == Grouping::source) {
    const std::vector<std::string>& sources = snapshot.catalogue->sourceOf;
    const auto found = std::find(sources.begin(), sources.end(), layer.name);
    if (found == sources.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - sources.begin());
  }
  const std::vector<Facet>& facets = snapshot.catalogue->facetOf;
  for (std::uint32_t facet = 0; facet < facets.size(); ++facet)
    if (isOf(facets[facet], layer.grouping) && codeOf(snapshot, {layer.grouping, facet}) == layer.name)
      return facet;
  return std::nullopt;
}

bool has(const Snapshot& snapshot, std::uint32_t at, LaneKey key) {
  const library::Catalogue& catalogue = *snapshot.catalogue;
  if (key.grouping == Grouping::place) return catalogue.place[at] == key.value;
  if (key.grouping == Grouping::source) {
    const auto told = catalogue.told[at];
    return std::any_of(told.begin(), told.end(),
                       [&](std::uint32_t block) { return catalogue.articleOf[block] == key.value; });
  }
  const auto facets = catalogue.facets[at];
  return std::find(facets.begin(), facets.end(), key.value) != facets.end();
}

std::vector<std::uint32_t> itemsWith(const Snapshot& snapshot, LaneKey key) {
  std::vector<std::uint32_t> items;
  for (std::uint32_t item = 0; item < snapshot.items.size(); ++item)
    if (has(snapshot, snapshot.at[item], key)) items.push_back(item);
  return items;
}

std::vector<std::uint32_t> itemsAmong(const Snapshot& snapshot, std::vector<std::int64_t> stories) {
  std::sort(stories.begin(), stories.end());
  std::vector<std::uint32_t> items;
  for (std::uint32_t item = 0; item < snapshot.stories.size(); ++item)
    if (std::binary_search(stories.begin(), stories.end(), snapshot.stories[item])) items.push_back(item);
  return items;
}

} // namespace

std::vector<std::uint32_t> itemsOf(const Snapshot& snapshot, const Layer& layer) {
  if (layer.grouping == Grouping::layer) return itemsAmong(snapshot, layer.stories);
  switch (layer.grouping) {
  case Grouping::person:
  case Grouping::place:
  case Grouping::topic:
  case Grouping::source: {
    const auto value = valueOf(snapshot, layer);
    return value ? itemsWith(snapshot, {layer.grouping, *value}) : std::vector<std::uint32_t>();
  }
  default: // of which there are few
    for (LaneItems& lane : laneItems(snapshot, layer.grouping))
      if (codeOf(snapshot, lane.key) == layer.name) return std::move(lane.items);
    return {};
  }
}

std::vector<LaneItems> laneItems(const Snapshot& snapshot, const std::vector<Layer>& layers) {
  std::vector<LaneItems> lanes;
  for (const Layer& layer : layers)
    lanes.push_back({{Grouping::layer, static_cast<std::uint32_t>(lanes.size())}, itemsOf(snapshot, layer)});
  return lanes;
}

std::vector<CodeCount> whoTakesPart(const Snapshot& snapshot) {
  if (!snapshot.catalogue) return {};
  const std::vector<Facet>& facets = snapshot.catalogue->facetOf;
  std::vector<std::uint32_t> counts(facets.size());
  for (const std::uint32_t at : snapshot.at)
    for (const std::uint32_t facet : snapshot.catalogue->facets[at])
      ++counts[facet];
  std::vector<CodeCount> who;
  for (std::uint32_t facet = 0; facet < facets.size(); ++facet)
    if (counts[facet] > 0 && takesPart(facets[facet]))
      who.push_back({codeOf(snapshot, {Grouping::person, facet}), counts[facet]});
  std::sort(who.begin(), who.end(), [](const CodeCount& a, const CodeCount& b) {
    return std::tie(b.count, a.code) < std::tie(a.count, b.code);
  });
  return who;
}

std::vector<std::string> sourcesOf(const Snapshot& snapshot, std::uint32_t item) {
  std::vector<std::uint32_t> articles;
  for (const std::uint32_t block : snapshot.catalogue->told[snapshot.at[item]])
    articles.push_back(snapshot.catalogue->articleOf[block]);
  std::sort(articles.begin(), articles.end());
  articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
  std::vector<std::string> sources;
  for (const std::uint32_t article : articles)
    sources.push_back(codeOf(snapshot, {Grouping::source, article}));
  return sources;
}

} // namespace demarche::timeline
