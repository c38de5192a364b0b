// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/document.h"
#include "core/model/event.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::library {
struct Catalogue;
}

namespace demarche::timeline {

/// Days since 1970-01-01; the unit of every horizontal position in the timeline.
using DayNumber = std::int32_t;

/// What the timeline draws of one event. `first … last` is the true extent of what its date can mean, both
/// days counted in. An open end has no extent: there the item ends where its date is last known.
struct Item {
  DayNumber first = 0;
  DayNumber last = 0;
  // From `sureFirst` to `sureLast` the event lasts whatever its date means; no day is sure when the
  // first of them is the later one, as in "May 2023".
  DayNumber sureFirst = 0;
  DayNumber sureLast = 0;
  bool softFirst = false; ///< the begin is vague: drawn fading
  bool softLast = false;
  bool openFirst = false; ///< no begin is told (`../2023-05`)
  bool openLast = false;
  bool corrected = false; ///< a person said something of it
  model::EventKind kind = model::EventKind::meeting;
  model::EventStatus status = model::EventStatus::occurred;
  model::Level level = model::Level::unknown;
  std::uint16_t sources = 1; ///< articles that tell it
  float confidence = 0;

  [[nodiscard]] bool soft() const { return softFirst || softLast; }
  [[nodiscard]] DayNumber middle() const { return first + (last - first) / 2; }
};

/// What comes first where there is not room for all: who met, how surely, and how many tell of it.
[[nodiscard]] inline float weightOf(const Item& item) {
  const float sources = static_cast<float>(item.sources < 100 ? item.sources : 100) / 100;
  return 4 * static_cast<float>(item.level) + 2 * item.confidence + sources;
}

/// Everything the timeline shows, as of one moment: immutable, shared between threads. Columns by item,
/// sorted by (first, last, id or row); events without any known date are kept apart and shown in a list of
/// their own, never at an invented place.
///
/// It names events by the rows of their stories alone: the words of a million are read only for what is drawn
/// (library::Library::storiesAt). It takes 48 bytes an event.
struct Snapshot {
  std::vector<Item> items;
  /// Rows by item; of a snapshot made from a list of events, places in that list.
  std::vector<model::StoryRow> stories;
  std::vector<model::StoryRow> undated;                ///< those whose date is unknown
  std::shared_ptr<const library::Catalogue> catalogue; ///< what else is known of them
  std::vector<std::uint32_t> at;                       ///< where it is known, by item
  std::vector<std::uint32_t> itemAt;                   ///< and back: items by place in the catalogue

  static constexpr std::uint32_t none = 0xffffffff; ///< in `itemAt`, of what is undated or not shown

  /// The item of this story; nothing when it is undated or not here. O(log n).
  [[nodiscard]] std::optional<std::uint32_t> find(model::StoryRow story) const;
  [[nodiscard]] bool contains(model::StoryRow story) const; ///< O(log n + undated)
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// First and last day of anything in it; empty when it shows nothing.
struct Extent {
  DayNumber first = 0;
  DayNumber last = -1;
  [[nodiscard]] bool empty() const { return first > last; }
};
[[nodiscard]] Extent extentOf(const Snapshot& snapshot);

/// Of events in memory; languages of their articles are known as far as they are told. O(n log n).
[[nodiscard]] SnapshotPtr
snapshotOf(const std::vector<model::Event>& events,
           const std::unordered_map<std::string, std::vector<model::Language>>& languages = {});
/// The same of stories, by their places in the catalogue, ascending (library::select).
[[nodiscard]] SnapshotPtr snapshotOf(std::shared_ptr<const library::Catalogue> catalogue,
                                     const std::vector<std::uint32_t>& selected);

} // namespace demarche::timeline
