// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/snapshot.h"

#include <cstdint>
#include <optional>

namespace demarche::timeline {

/// A day, or the days one of which it is.
struct When {
  DayNumber first = 0;
  DayNumber last = 0;
  bool openFirst = false; ///< or any day before
  bool openLast = false;  ///< or any day after

  [[nodiscard]] static When on(DayNumber day) { return {day, day}; }
  [[nodiscard]] bool isDay() const { return first == last && !openFirst && !openLast; }
  bool operator==(const When&) const = default;
};

/// When an event begins and ends, as far as its date tells.
[[nodiscard]] When beginOf(const Item& item);
[[nodiscard]] When endOf(const Item& item);

/// How many days lie between two things: none for the same day, one from a day to the next, whichever is
/// first.
struct DayCount {
  std::int64_t least = 0;
  std::optional<std::int64_t> most; ///< absent where an end is open, so that there may be any number

  bool operator==(const DayCount&) const = default;
};
[[nodiscard]] DayCount daysBetween(const When& a, const When& b);
/// From the begin of the one to the begin of the other.
[[nodiscard]] DayCount daysBetween(const Item& a, const Item& b);

} // namespace demarche::timeline
