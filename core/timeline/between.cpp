// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/between.h"

#include <algorithm>
#include <cstdlib>

namespace demarche::timeline {

When beginOf(const Item& item) {
  if (item.openFirst) return {item.first, item.first, true, false};
  return {item.first, item.softFirst ? std::clamp(item.sureFirst, item.first, item.last) : item.first};
}

When endOf(const Item& item) {
  if (item.openLast) return {item.last, item.last, false, true};
  return {item.softLast ? std::clamp(item.sureLast, item.first, item.last) : item.last, item.last};
}

DayCount daysBetween(const When& a, const When& b) {
  const auto days = [](DayNumber from, DayNumber to) { return std::int64_t{to} - from; };
  DayCount count;
  if (!a.openLast && !b.openFirst) count.least = std::max(count.least, days(a.last, b.first));
  if (!b.openLast && !a.openFirst) count.least = std::max(count.least, days(b.last, a.first));
  if (!a.openFirst && !a.openLast && !b.openFirst && !b.openLast)
    count.most = std::max(std::abs(days(a.first, b.last)), std::abs(days(b.first, a.last)));
  return count;
}

DayCount daysBetween(const Item& a, const Item& b) {
  return daysBetween(beginOf(a), beginOf(b));
}

} // namespace demarche::timeline
