// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"
#include "core/time/edtf.h"

#include <string>
#include <unordered_map>
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

/// Decides which events meet the conditions, with what is asked for folded once and each name that is met
/// folded once. For one thread.
class ConditionMatcher {
 public:
  explicit ConditionMatcher(EventConditions conditions);

  [[nodiscard]] const EventConditions& conditions() const { return m_conditions; }
  /// Looks at kind, status, date, place, participants and topics.
  [[nodiscard]] bool operator()(const model::Event& event);

 private:
  [[nodiscard]] bool isInTime(const model::Event& event) const;
  [[nodiscard]] bool isAtPlace(const model::Event& event);
  [[nodiscard]] const std::u16string& folded(const std::string& name);
  [[nodiscard]] bool isPart(const std::u16string& wanted, const std::string& name);

  EventConditions m_conditions;
  Wanted<std::u16string> m_people;
  Wanted<std::u16string> m_places;
  Wanted<std::u16string> m_topics;
  std::unordered_map<std::string, std::u16string> m_folded;
};

} // namespace demarche::library
