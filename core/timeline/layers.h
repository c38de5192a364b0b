// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/lanes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace demarche::timeline {

/// What is pinned above all lanes, to be compared with one another and with the rest: those of the events
/// shown that have a value, as an article, a person or a kind, or that a saved filter lets through. It is
/// named by codes, so that it holds for whatever snapshot is shown next.
struct Layer {
  Grouping grouping = Grouping::source; ///< `layer`: a saved filter
  std::string name;                     ///< code of the value (codeOf); of a saved filter its name
  std::vector<std::int64_t> stories{};  ///< what a saved filter lets through, in rows of Snapshot::stories

  /// However much of it there is.
  [[nodiscard]] bool same(const Layer& other) const {
    return grouping == other.grouping && name == other.name;
  }
  bool operator==(const Layer&) const = default;
};

/// Its events, in the snapshot's order. A body is asked for as a person. O(n).
[[nodiscard]] std::vector<std::uint32_t> itemsOf(const Snapshot& snapshot, const Layer& layer);
/// A lane for each layer, whose value is the place of the layer; also for those of which nothing is shown.
[[nodiscard]] std::vector<LaneItems> laneItems(const Snapshot& snapshot, const std::vector<Layer>& layers);

/// A value with how many events have it.
struct CodeCount {
  std::string code;
  std::uint32_t count = 0;
};
/// Persons and bodies that take part, the busiest first, then by name.
[[nodiscard]] std::vector<CodeCount> whoTakesPart(const Snapshot& snapshot);
/// The articles that tell an event, each once.
[[nodiscard]] std::vector<std::string> sourcesOf(const Snapshot& snapshot, std::uint32_t item);

} // namespace demarche::timeline
