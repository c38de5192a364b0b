// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::timeline {

/// What events are parted into lanes by; `layer` is that of what is pinned above them (layers.h), whose value
/// is the place among the layers.
enum class Grouping : std::uint8_t { kind, level, person, traveller, place, topic, source, language, layer };

/// Who travels to an event, as its place and the sides that take part tell.
enum class Traveller : std::uint8_t { us, cn, both, nobody };

/// What the events of a lane have in common: a value of the grouping's enumeration, the number of a facet
/// (person, place, topic) or the row of an article (source) of the snapshot's catalogue.
struct LaneKey {
  static constexpr std::uint32_t others = std::numeric_limits<std::uint32_t>::max(); ///< too rare for one
  static constexpr std::uint32_t none = others - 1; ///< nothing of the kind is told

  Grouping grouping = Grouping::kind;
  std::uint32_t value = 0;

  bool operator==(const LaneKey&) const = default;
};

/// What the value of a person, place, topic or source is called; empty for other groupings and for what has
/// no value.
[[nodiscard]] std::string_view nameOf(const Snapshot& snapshot, LaneKey key);
/// The lane's value as settings keep it: the same in every library and at every start, and another one for
/// each lane of a grouping. Kinds and the like are named by their codes, people and places by name and side
/// or country.
[[nodiscard]] std::string codeOf(const Snapshot& snapshot, LaneKey key);

/// Items of one lane, in the snapshot's order.
struct LaneItems {
  LaneKey key;
  std::vector<std::uint32_t> items;
  bool collapsed = false; ///< to one row that counts
};

/// More lanes than this nobody looks through.
inline constexpr std::size_t mostLanes = 40;

/// Parts the events into lanes; those without items are left out. Values of an enumeration stand in its
/// order, all others by how many events they have, then by name; what is too rare and what is told of nothing
/// come last. An event of two persons, topics, languages or sources stands in both lanes. O(n log n).
[[nodiscard]] std::vector<LaneItems> laneItems(const Snapshot& snapshot, Grouping grouping,
                                               std::size_t most = mostLanes);

/// The order in which things with these codes stand, as places in `codes`: those that are wished stand in the
/// wished order, at the places that were theirs together; all others keep their own. O(n · wishes).
[[nodiscard]] std::vector<std::size_t> orderAsWished(const std::vector<std::string>& codes,
                                                     const std::vector<std::string>& wished);
/// The same for lanes in their natural order.
[[nodiscard]] std::vector<LaneItems> inWishedOrder(const Snapshot& snapshot, std::vector<LaneItems> lanes,
                                                   const std::vector<std::string>& wished);

} // namespace demarche::timeline
