// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace demarche::bench {

/// A stretch of time that a timeline shows: days since 1970-01-01, from the begin of `first` up to `end`.
struct MadeWindow {
  double first = 0;
  double end = 0;
  bool operator==(const MadeWindow&) const = default;
};

/// What somebody shows one after the other who looks closer and closer at made events: all forty years, then
/// in turns zooming in (to ten years, one, two months, a week) and panning to and fro there, and out again.
/// The same 301 windows every time, for our own view and for those of other programs.
[[nodiscard]] std::vector<MadeWindow> madeWindows();

} // namespace demarche::bench
