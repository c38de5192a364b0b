// SPDX-License-Identifier: Apache-2.0
#pragma once

// How well the evidence of a text fits a day on which it may have been written.

#include "core/extract/written/candidates.h"
#include "core/extract/written/evidence.h"

#include <chrono>
#include <optional>
#include <vector>

namespace demarche::extract {

/// Weighs one candidate after the other against what the text says. The weights are in no unit but each
/// other's: 3 is what settles a year when nothing speaks against it.
class Weighing {
 public:
  /// `around` is any day on which the text may have been written.
  Weighing(const Evidence& evidence, PairJudge& pairs, TrialDates& dates, time::Day around);
  /// The fit, if all times of the text that would have to be resolved for it spoke for the candidate.
  [[nodiscard]] double most(const Candidate& candidate);
  [[nodiscard]] double fit(const Candidate& candidate);
  /// The fit of any day of the year, or soon after it, if all that is not known of it spoke for it.
  [[nodiscard]] double mostIn(int year) const;
  /// Whether less speaks against the page's word than that word itself weighs, so that no other day need be
  /// looked for.
  [[nodiscard]] bool isUnquestioned(const Candidate& page);

 private:
  /// What is known of a candidate; what is not is taken to speak for it.
  enum class Known { nothing, day, times };
  [[nodiscard]] bool isPossible(const Candidate& candidate) const;
  void suppose(time::Day day);
  void take(const Candidate& candidate);
  [[nodiscard]] double mostOfTimes();
  [[nodiscard]] const DatedMark& timeOf(const TimeMark* mark) const;
  [[nodiscard]] bool hangs(const Told& told, Yearless what) const;
  [[nodiscard]] double recency() const;
  [[nodiscard]] double besideFullDays() const;
  [[nodiscard]] double topical() const;
  [[nodiscard]] double strayed() const;
  [[nodiscard]] double otherMonths() const;
  [[nodiscard]] double plans() const;
  [[nodiscard]] double people(Known known) const;
  [[nodiscard]] double nearness(const Pair& pair) const;
  [[nodiscard]] static bool isFirm(const Pair& pair);
  [[nodiscard]] double pairs(Known known);
  [[nodiscard]] double coincidences();
  [[nodiscard]] bool onAnniversary() const;
  [[nodiscard]] double reckoning() const;
  [[nodiscard]] double yearsAgoToday() const;
  [[nodiscard]] bool isAgoToday(time::Day day, int years) const;
  [[nodiscard]] double tenures() const;
  [[nodiscard]] double officeChanges() const;
  [[nodiscard]] double headed(Known known) const;
  [[nodiscard]] double gatherings() const;
  [[nodiscard]] double latestYear() const;
  [[nodiscard]] bool isMistyped(time::Day day) const;
  [[nodiscard]] double stamp() const;
  [[nodiscard]] double mostOfStamp(int year) const;
  [[nodiscard]] double penalty(std::chrono::days lag) const;

  const Evidence& m_evidence;
  PairJudge& m_pairs;
  time::Day m_day{};
  time::Day m_first{}; ///< of the candidate's days
  TrialDates& m_dates;
  std::optional<time::Day> m_supposed;
  std::vector<DatedMark> m_times; ///< had the text been written on that day
  double m_topical = 0;
  double m_mostRecent = 0; ///< of recency, on whatever day
  double m_mostOfTimes = 0;
};

} // namespace demarche::extract
