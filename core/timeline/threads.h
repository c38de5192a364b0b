// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"
#include "core/time/edtf.h"
#include "core/timeline/snapshot.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace demarche::timeline {

/// What leads to an event from elsewhere: it was announced, called off, or told for other days.
struct Thread {
  model::EventStatus status = model::EventStatus::occurred; ///< as it was told
  time::Edtf date;                                          ///< for when it was told
  DayNumber first = 0;                                      ///< the days that this can mean
  DayNumber last = 0;
  /// It was told for other days than those on which the event now stands; none of them is the same.
  bool elsewhere = false;
  /// When it was first told so, where that is known and comes before those days: of plans, and of what was
  /// called off.
  std::optional<DayNumber> told;

  /// Where the thread begins: the day in the middle of those told, or the day of telling.
  [[nodiscard]] DayNumber begin() const { return elsewhere || !told ? first + (last - first) / 2 : *told; }
  bool operator==(const Thread&) const = default;
};

/// The day on which an article was written, by its source; nothing when that is not known to the day.
using WrittenOn = std::function<std::optional<DayNumber>(std::string_view article)>;

/// The threads of an event, in the order in which they were told or, where that is not known, begin: one for
/// all accounts that tell the same. None for an event without a date, and for accounts that agree with it.
/// O(passages · threads).
[[nodiscard]] std::vector<Thread> threadsOf(const model::Event& event, const WrittenOn& writtenOn);

} // namespace demarche::timeline
