// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/possible_days.h"

#include <algorithm>

namespace demarche::coreference {
namespace {

using model::EventStatus;
using std::chrono::days;
using time::DayRange;

/// A plan without a date is one for the coming year or so; what was is recalled for longer.
constexpr days plansReach(366 + 366 / 2);
constexpr days memoryReaches(3 * 366);

/// Plans slip by a part of how vaguely they are told, by a month at most.
constexpr int slipOf = 3;
constexpr days farthestSlip(31);

/// Narrower dates are of what goes on while it is written about.
constexpr int aMonth = 31;

DayRange slipping(DayRange told) {
  const days slip = std::min(days(told.days() / slipOf), farthestSlip);
  return {told.first - slip, told.last + slip};
}

/// Whoever tells what was means a day before the writing, whoever tells a plan one after it. Where nothing is
/// left, one of the two is wrong, and we do not know which.
DayRange asOf(DayRange told, EventStatus status, const DayRange& written) {
  DayRange left = told;
  if (status == EventStatus::occurred) left.last = std::min(left.last, written.last);
  if (status == EventStatus::planned) left.first = std::max(left.first, written.first);
  return left.first <= left.last ? left : told;
}

/// What news of that day may speak of without saying when.
DayRange around(const DayRange& written, EventStatus status) {
  if (status == EventStatus::planned) return {written.first, written.last + plansReach};
  return {written.first - memoryReaches, written.last};
}

} // namespace

PossibleDays possibleDays(EventStatus status, const time::Edtf& date, const time::Edtf& written) {
  PossibleDays result;
  result.told = date.bounds();
  result.written = written.bounds();
  if (result.written && result.written->days() > widestDays) result.written.reset();
  if (!result.told) {
    if (result.written) result.possible = around(*result.written, status);
    return result;
  }
  result.possible = status == EventStatus::planned ? slipping(*result.told) : *result.told;
  if (result.written && result.told->days() > aMonth)
    result.possible = asOf(*result.possible, status, *result.written);
  return result;
}

} // namespace demarche::coreference
