// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/extract/time_mark.h"
#include "core/text/span.h"
#include "core/time/edtf.h"
#include "core/time/timex3.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace demarche::extract {

/// A time expression with its date.
struct Timex {
  text::Span span;
  time::Edtf date;     ///< unknown when the words or the day of writing do not say more
  time::Timex3 timex3; ///< says nothing when not known; anchored at `t0` when it leans on the day of writing
  std::string why;     ///< in plain words: how the date was worked out
  TimeRelation relation = TimeRelation::at;
  bool relative = false;  ///< would be another date, had the text been written on another day
  bool disagrees = false; ///< the weekday beside the date is not that date's
  const language::Rule* rule = nullptr;
};

/// Resolves all marks of a document against the day of writing: a day, a range of days it lies in, or
/// unknown. The result has one entry for each mark, in the same order. Keeps a running reference in each
/// section, so that "on the 11th" finds the month named before. O(marks).
[[nodiscard]] std::vector<Timex> resolveTimes(std::span<const TimeMark> marks, const time::Edtf& written);

/// What is left of a `Timex` for who resolves the same marks for many days and needs no reasons.
struct DatedMark {
  time::Edtf date;
  bool relative = false;
  bool disagrees = false;
};

/// The dates that `resolveTimes` finds for a text written on that day, in half the time. O(marks).
[[nodiscard]] std::vector<DatedMark> datesOf(std::span<const TimeMark> marks, time::Day written);

/// The same for a page of several texts: `written` has a day for each section, at least one.
[[nodiscard]] std::vector<Timex> resolveTimes(std::span<const TimeMark> marks,
                                              const std::vector<time::Edtf>& written);

} // namespace demarche::extract
