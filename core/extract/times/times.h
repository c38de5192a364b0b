// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/extract/times/mark.h"
#include "core/extract/times/resolver.h"
#include "core/text/span.h"
#include "core/time/edtf.h"
#include "core/time/timex3.h"

#include <cstddef>
#include <cstdint>
#include <optional>
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

/// The same for a page of several texts: `written` has a day for each section, at least one.
[[nodiscard]] std::vector<Timex> resolveTimes(std::span<const TimeMark> marks,
                                              const std::vector<time::Edtf>& written);

/// What is left of a `Timex` for who resolves the same marks for many days and needs no reasons.
struct DatedMark {
  std::optional<time::DayRange> days; ///< the bounds of its date; absent when that is unknown
  bool relative = false;
  bool disagrees = false;
};

/// Supposes that a text was written on one day after the other, and tells what its marks would mean.
class TrialDates {
 public:
  /// Of the same section. They must outlive this.
  explicit TrialDates(std::span<const TimeMark> marks);

  /// What `resolveTimes` finds, as far as it is asked for; `dates` gets one entry for each mark. What means
  /// the same whenever it was written is not resolved again. O(marks).
  void suppose(time::Day written, std::vector<DatedMark>& dates);
  /// The same of `count` marks from `first` on, by themselves.
  void suppose(time::Day written, std::size_t first, std::size_t count, std::vector<DatedMark>& dates);

 private:
  std::span<const TimeMark> m_marks;
  /// The answer last found for a mark; it holds for another day as long as what it rests on is the same.
  struct Resolved {
    TimeContext context;
    TimeAnswer answer;
  };
  std::vector<std::optional<Resolved>> m_last; ///< by mark
};

} // namespace demarche::extract
