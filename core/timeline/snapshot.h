// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace demarche::timeline {

/// Days since 1970-01-01; the unit of every horizontal position in the timeline.
using DayNumber = std::int32_t;

/// What the timeline draws of one event. `first … last` is the true extent of what its date can mean, both
/// days counted in.
struct Item {
  DayNumber first = 0;
  DayNumber last = 0;
  bool softFirst = false; ///< the begin is vague: drawn fading
  bool softLast = false;
  model::EventKind kind = model::EventKind::meeting;
  model::EventStatus status = model::EventStatus::occurred;
  model::Level level = model::Level::unknown;
  std::uint16_t sources = 1; ///< articles that tell it
  float confidence = 0;
};

/// Everything the timeline shows, as of one moment: immutable, shared between threads. Columns by item,
/// sorted by (first, last, id); events without any known date are kept apart and shown in a list of
/// their own, never at an invented place.
struct Snapshot {
  std::vector<Item> items;
  std::vector<std::string> ids;    ///< event id, by item
  std::vector<std::string> titles; ///< UTF-8, by item
  std::vector<std::string> undated; ///< ids of events whose date is unknown
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// O(n log n).
[[nodiscard]] SnapshotPtr snapshotOf(const std::vector<model::Event>& events);

} // namespace demarche::timeline
