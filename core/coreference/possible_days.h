// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"
#include "core/time/edtf.h"

#include <optional>

namespace demarche::coreference {

/// What one account lets us know of the day of its event.
struct PossibleDays {
  std::optional<time::DayRange> told; ///< absent when the date is unknown
  /// When it may have taken place if the account is right: told days without those that the day of writing
  /// rules out, and with those to which a plan slips; for an unknown date what news of that day may speak
  /// of. Absent when nothing bounds it.
  std::optional<time::DayRange> possible;
  std::optional<time::DayRange> written; ///< absent when not known to within a year
  bool operator==(const PossibleDays&) const = default;
};

[[nodiscard]] PossibleDays possibleDays(model::EventStatus status, const time::Edtf& date,
                                        const time::Edtf& written);

/// Accounts vaguer than a year are not joined with anything.
inline constexpr int widestDays = 366;
/// Two accounts without a date speak of the same when they were written no more days apart.
inline constexpr int sameTimeOfWriting = 31;

} // namespace demarche::coreference
