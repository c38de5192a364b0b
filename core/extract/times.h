// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/extract/block_reading.h"
#include "core/extract/time_expression.h"
#include "core/extract/time_outlook.h"
#include "core/text/span.h"
#include "core/time/edtf.h"

#include <cstdint>
#include <string>
#include <vector>

namespace demarche::extract {

/// A time expression in the text, not yet resolved: what there is before the day of writing is known, and
/// the material to infer it from.
struct TimeMark {
  text::Span span;
  TimeExpression expression;
  const language::Rule* rule = nullptr;
  std::int32_t block = 0;    ///< index into the readings
  std::int32_t section = 0;  ///< reference times do not cross it
  std::int32_t sentence = 0; ///< begin of the sentence it stands in
  Outlook outlook = Outlook::none;
  bool quoted = false; ///< inside quotation marks: does not move the running reference
  bool alone = false;  ///< nothing but this stands in its block: no words tell a tense
};

/// All time expressions of a document, in order and without overlap. O(n).
[[nodiscard]] std::vector<TimeMark> findTimes(const model::Document& document,
                                              const std::vector<BlockReading>& readings);

/// A time expression with its date.
struct Timex {
  text::Span span;
  time::Edtf date;    ///< unknown when the words or the day of writing do not say more
  std::string timex3; ///< TIMEX3 value; `PAST_REF`, `PRESENT_REF`, `FUTURE_REF` for what is vague
  std::string why;    ///< in plain words: how the date was worked out
  TimeRelation relation = TimeRelation::at;
  bool relative = false;  ///< would be another date, had the text been written on another day
  bool disagrees = false; ///< the weekday beside the date is not that date's
  const language::Rule* rule = nullptr;
};

/// Resolves all marks of a document against the day of writing: a day, a range of days it lies in, or
/// unknown. The result has one entry for each mark, in the same order. Keeps a running reference in each
/// section, so that "on the 11th" finds the month named before. O(marks).
[[nodiscard]] std::vector<Timex> resolveTimes(const std::vector<TimeMark>& marks, const time::Edtf& written);

} // namespace demarche::extract
