// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/lanes.h"

#include "core/library/catalogue/catalogue.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

namespace demarche::timeline {
namespace {

using library::bitOf;
using library::Catalogue;
using library::Facet;

/// Hands over each value that an item has; an item may have none.
using Values = std::function<void(std::uint32_t item, const std::function<void(std::uint32_t)>&)>;

bool isEnumerated(Grouping grouping) {
  return grouping == Grouping::kind || grouping == Grouping::level || grouping == Grouping::traveller ||
         grouping == Grouping::language;
}

void bitsOf(std::uint8_t bits, const std::function<void(std::uint32_t)>& add) {
  for (std::uint32_t bit = 0; bits != 0; ++bit, bits = static_cast<std::uint8_t>(bits >> 1))
    if (bits & 1) add(bit);
}

Traveller travellerOf(const Catalogue& catalogue, std::uint32_t at) {
  const std::uint8_t sides = catalogue.traits[at].sides;
  const bool us = sides & bitOf(model::Side::us);
  const bool cn = sides & bitOf(model::Side::cn);
  const std::string& country = catalogue.facetOf[catalogue.place[at]].detail;
  if (country.empty()) return Traveller::nobody;
  const bool usTravels = us && country != "US";
  const bool cnTravels = cn && country != "CN";
  if (usTravels && cnTravels) return Traveller::both;
  if (usTravels) return Traveller::us;
  return cnTravels ? Traveller::cn : Traveller::nobody;
}

void sourcesOf(const Catalogue& catalogue, std::uint32_t at, const std::function<void(std::uint32_t)>& add) {
  std::uint32_t last = LaneKey::none;
  for (const std::uint32_t block : catalogue.told[at]) // by article
    if (const std::uint32_t article = catalogue.articleOf[block]; article != last) add(last = article);
}

void facetsOf(const Catalogue& catalogue, std::uint32_t at, Facet::Kind kind,
              const std::function<void(std::uint32_t)>& add) {
  for (const std::uint32_t facet : catalogue.facets[at])
    if (catalogue.facetOf[facet].kind == kind) add(facet);
}

Values valuesBy(const Snapshot& snapshot, Grouping grouping) {
  const Catalogue* const catalogue = snapshot.catalogue.get();
  const auto& at = snapshot.at;
  switch (grouping) {
  case Grouping::kind:
    return [&](auto item, const auto& add) { add(static_cast<std::uint32_t>(snapshot.items[item].kind)); };
  case Grouping::level: // the highest first
    return [&](auto item, const auto& add) {
      add(static_cast<std::uint32_t>(model::Level::leader) -
          static_cast<std::uint32_t>(snapshot.items[item].level));
    };
  case Grouping::traveller:
    return [&, catalogue](auto item, const auto& add) {
      add(static_cast<std::uint32_t>(travellerOf(*catalogue, at[item])));
    };
  case Grouping::language:
    return [&, catalogue](auto item, const auto& add) { bitsOf(catalogue->traits[at[item]].languages, add); };
  case Grouping::place:
    return [&, catalogue](auto item, const auto& add) {
      if (const std::uint32_t place = catalogue->place[at[item]]; place != 0) add(place);
    };
  case Grouping::person:
    return [&, catalogue](auto item, const auto& add) {
      facetsOf(*catalogue, at[item], Facet::Kind::person, add);
    };
  case Grouping::topic:
    return [&, catalogue](auto item, const auto& add) {
      facetsOf(*catalogue, at[item], Facet::Kind::topic, add);
    };
  case Grouping::source:
    return [&, catalogue](auto item, const auto& add) { sourcesOf(*catalogue, at[item], add); };
  case Grouping::layer: // nothing parts all events into layers
    return [](auto, const auto&) {};
  }
  return {};
}

/// Number of the lane that each value has.
class LaneOf {
 public:
  LaneOf(const Snapshot& snapshot, Grouping grouping, const std::vector<std::uint32_t>& counts,
         std::size_t most)
      : m_lane(counts.size(), unwanted) {
    std::vector<std::uint32_t> values(counts.size());
    std::iota(values.begin(), values.end(), 0);
    std::erase_if(values, [&](std::uint32_t value) { return counts[value] == 0; });
    if (!isEnumerated(grouping)) {
      std::sort(values.begin(), values.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(counts[b], nameOf(snapshot, {grouping, a}), a) <
               std::tuple(counts[a], nameOf(snapshot, {grouping, b}), b);
      });
      if (values.size() > most) values.resize(most);
    }
    for (const std::uint32_t value : values) {
      m_lane[value] = static_cast<std::uint32_t>(m_keys.size());
      m_keys.push_back({grouping, value});
    }
    m_keys.push_back({grouping, LaneKey::others});
    m_keys.push_back({grouping, LaneKey::none});
  }

  static constexpr std::uint32_t unwanted = LaneKey::others;
  [[nodiscard]] std::uint32_t operator[](std::uint32_t value) const { return m_lane[value]; }
  [[nodiscard]] const std::vector<LaneKey>& keys() const { return m_keys; }

 private:
  std::vector<std::uint32_t> m_lane;
  std::vector<LaneKey> m_keys;
};

} // namespace

std::string_view nameOf(const Snapshot& snapshot, LaneKey key) {
  if (isEnumerated(key.grouping) || key.grouping == Grouping::layer || key.value >= LaneKey::none) return {};
  return key.grouping == Grouping::source ? snapshot.catalogue->sourceOf[key.value]
                                          : snapshot.catalogue->facetOf[key.value].name;
}

std::string codeOf(const Snapshot& snapshot, LaneKey key) {
  if (key.value == LaneKey::others) return "*others";
  if (key.value == LaneKey::none) return "*none";
  switch (key.grouping) {
  case Grouping::kind:
    return std::string(model::code(static_cast<model::EventKind>(key.value)));
  case Grouping::level:
  case Grouping::traveller:
    return std::to_string(key.value);
  case Grouping::language:
    return std::string(model::code(static_cast<model::Language>(key.value)));
  case Grouping::source:
    return std::string(nameOf(snapshot, key));
  case Grouping::person:
  case Grouping::place:
  case Grouping::topic: {
    const Facet& facet = snapshot.catalogue->facetOf[key.value];
    return facet.detail.empty() ? facet.name : facet.name + " (" + facet.detail + ")";
  }
  case Grouping::layer:
    break;
  }
  return {};
}

std::vector<std::size_t> orderAsWished(const std::vector<std::string>& codes,
                                       const std::vector<std::string>& wished) {
  std::vector<std::size_t> order(codes.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<std::size_t> chosen; // in the wished order
  for (const std::string& wish : wished) {
    const auto found = std::find(codes.begin(), codes.end(), wish);
    const auto at = static_cast<std::size_t>(found - codes.begin());
    if (found != codes.end() && std::find(chosen.begin(), chosen.end(), at) == chosen.end())
      chosen.push_back(at);
  }
  std::vector<std::size_t> places = chosen;
  std::sort(places.begin(), places.end());
  for (std::size_t i = 0; i < places.size(); ++i)
    order[places[i]] = chosen[i];
  return order;
}

std::vector<LaneItems> inWishedOrder(const Snapshot& snapshot, std::vector<LaneItems> lanes,
                                     const std::vector<std::string>& wished) {
  if (wished.empty()) return lanes;
  std::vector<std::string> codes;
  for (const LaneItems& lane : lanes)
    codes.push_back(codeOf(snapshot, lane.key));
  std::vector<LaneItems> ordered;
  for (const std::size_t lane : orderAsWished(codes, wished))
    ordered.push_back(std::move(lanes[lane]));
  return ordered;
}

std::vector<LaneItems> laneItems(const Snapshot& snapshot, Grouping grouping, std::size_t most) {
  const auto count = static_cast<std::uint32_t>(snapshot.items.size());
  const Values values = valuesBy(snapshot, grouping);
  std::vector<std::uint32_t> counts;
  for (std::uint32_t item = 0; item < count; ++item)
    values(item, [&](std::uint32_t value) {
      if (value >= counts.size()) counts.resize(value + std::size_t{1});
      ++counts[value];
    });

  const LaneOf laneOf(snapshot, grouping, counts, most);
  std::vector<LaneItems> lanes;
  for (const LaneKey key : laneOf.keys()) {
    lanes.push_back({key, {}});
    if (key.value < counts.size()) lanes.back().items.reserve(counts[key.value]);
  }
  auto& others = lanes[lanes.size() - 2].items;
  auto& none = lanes.back().items;
  for (std::uint32_t item = 0; item < count; ++item) {
    bool any = false;
    bool placed = false;
    values(item, [&](std::uint32_t value) {
      any = true;
      const std::uint32_t lane = laneOf[value];
      if (lane == LaneOf::unwanted) return;
      placed = true;
      lanes[lane].items.push_back(item);
    });
    if (!placed) (any ? others : none).push_back(item);
  }
  std::erase_if(lanes, [](const LaneItems& lane) { return lane.items.empty(); });
  return lanes;
}

} // namespace demarche::timeline
