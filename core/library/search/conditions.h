// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"
#include "core/time/edtf.h"

#include <string>
#include <vector>

namespace demarche::library {

/// What is asked of one side of an event: of each list in `all` one value fits at least, of `none` no value
/// does. Empty asks for nothing.
template <typename Value>
struct Wanted {
  std::vector<std::vector<Value>> all;
  std::vector<Value> none;

  [[nodiscard]] bool empty() const { return all.empty() && none.empty(); }
  bool operator==(const Wanted&) const = default;
};

/// The fields of a query: what it asks of the event, whatever words tell it. Names are compared as people
/// write them: case and accents folded, a part of the name is enough; a place goes by its country's code too.
struct EventConditions {
  Wanted<std::string> people;
  Wanted<std::string> places;
  Wanted<std::string> topics;
  Wanted<model::EventKind> kinds;
  Wanted<model::EventStatus> statuses;
  Wanted<time::Edtf> before; ///< the event may begin on or before the last day of it
  Wanted<time::Edtf> after;  ///< the event may end on or after the first day of it

  [[nodiscard]] bool empty() const;
  bool operator==(const EventConditions&) const = default;
};

} // namespace demarche::library
