// SPDX-License-Identifier: Apache-2.0
#pragma once

// The days on which a text may have been written, to be weighed against each other.

#include "core/extract/written/evidence.h"
#include "core/model/extraction.h"
#include "core/time/edtf.h"

#include <functional>
#include <string>
#include <vector>

namespace demarche::extract {

/// A day, or some days of which one is meant, and where the idea comes from.
struct Candidate {
  time::Edtf date;
  time::Day day; ///< the day to resolve against: the last of `date`
  model::WrittenBasis basis = model::WrittenBasis::inferred;
  std::string why;
  double fit = 0;
};

/// What the page states; it must state something.
[[nodiscard]] Candidate statedBy(const Evidence& evidence);

/// Whether a day of the year may still be the one.
using YearFilter = std::function<bool(int year)>;

/// What the page states; and for each year to ask that those named and the years told allow: the day at the
/// head of the text, the day of the report that it opens with, and the days from the latest that it tells as
/// past to the first that it expects. Where days are told without a month, for each month as well. O(years ×
/// times).
[[nodiscard]] std::vector<Candidate> candidatesFor(const Evidence& evidence, PairJudge& pairs,
                                                   TrialDates& dates, const YearFilter& mayWin);

} // namespace demarche::extract
