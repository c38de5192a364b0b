// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/snapshot.h"

#include <algorithm>
#include <memory>
#include <rapidcheck.h>
#include <tuple>

namespace demarche::timeline {

/// Events of some kinds that pile up in a few years: from single days to a decade long.
inline SnapshotPtr anySnapshot() {
  const auto lengths = rc::gen::weightedOneOf<int>(
      {{6, rc::gen::just(0)}, {3, rc::gen::inRange(1, 40)}, {1, rc::gen::inRange(300, 3700)}});
  const auto itemGen = rc::gen::map(
      rc::gen::tuple(rc::gen::inRange(-3000, 3000), lengths, rc::gen::inRange(0, 4)), [](const auto& parts) {
        Item item;
        item.first = std::get<0>(parts);
        item.last = item.first + std::get<1>(parts);
        item.kind = model::allEventKinds[static_cast<std::size_t>(std::get<2>(parts))];
        return item;
      });
  const auto size = *rc::gen::inRange(0, 200);
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->items = *rc::gen::container<std::vector<Item>>(static_cast<std::size_t>(size), itemGen);
  std::sort(snapshot->items.begin(), snapshot->items.end(), [](const Item& a, const Item& b) {
    return std::tie(a.first, a.last) < std::tie(b.first, b.last);
  });
  return snapshot;
}

/// A snapshot of meetings on these ranges of days, in order.
inline SnapshotPtr meetingsOn(const std::vector<std::pair<DayNumber, DayNumber>>& days) {
  auto snapshot = std::make_shared<Snapshot>();
  for (const auto& [first, last] : days) {
    Item item;
    item.first = first;
    item.last = last;
    snapshot->items.push_back(item);
  }
  return snapshot;
}

} // namespace demarche::timeline
