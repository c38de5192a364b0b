// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"
#include "core/time/edtf.h"

#include <array>
#include <compare>
#include <optional>
#include <string_view>
#include <vector>

namespace demarche::coreference {

/// What joining looks at of one event, prepared once so that comparing two is cheap. Views into the event.
struct Account {
  const model::Event* event = nullptr;
  std::array<std::vector<std::string_view>, 3> persons; ///< by Side, ascending
  std::vector<std::string_view> bodies;                 ///< ascending
  std::vector<std::string_view> articles;               ///< ascending
  std::optional<time::DayRange> days;                   ///< absent when the date is unknown

  [[nodiscard]] bool namesPersons() const;
};
[[nodiscard]] Account accountOf(const model::Event& event);

/// Brings names into the order that an Account keeps them in.
void sortUnique(std::vector<std::string_view>& names);

/// The same two people may sign, found, impose or write several things on one day; an article that tells
/// two of them means two.
[[nodiscard]] bool canBeSeveralAtOnce(model::EventKind kind);

/// sameEvent for prepared accounts.
[[nodiscard]] bool same(const Account& a, const Account& b);

/// How much two accounts that can be the same have in common; decides between several stories that an
/// account could belong to. The order of the members is their weight.
struct Affinity {
  bool sameDays = false;
  int place = 0;
  int persons = 0;
  auto operator<=>(const Affinity&) const = default;
};
[[nodiscard]] Affinity affinity(const Account& a, const Account& b);

/// The name is that of its country, not of a place in it.
[[nodiscard]] bool isWholeCountry(const model::Place& place);

/// Accounts vaguer than a year are not joined with anything.
inline constexpr int widestDays = 366;

} // namespace demarche::coreference
