// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/coreference/account.h"

#include <compare>

namespace demarche::coreference {

// How far apart the days of two accounts may spread, by what else they agree on.
inline constexpr int fewDays = 3;
inline constexpr int aWeek = 7;
inline constexpr int aMonth = 31;

// What is told without day or place is near: it is news to its readers, or the next thing to come.
inline constexpr int whileItIsNews = 2 * aMonth;
inline constexpr int nextToCome = 6 * aMonth;

/// What two accounts say to being one event, ascending.
enum class Verdict {
  contradict, ///< one of them says what the other rules out
  possible,   ///< nothing speaks against it, and not enough for it
  same
};

/// Symmetric. An account with too little in it to be known by is not the same as its own copy.
[[nodiscard]] Verdict compare(const Account& a, const Account& b);

/// How much two accounts that are the same have in common; decides between several stories that an
/// account could belong to. The order of the members is their weight.
struct Affinity {
  bool sameDays = false;
  bool personsOnly = false; ///< no body stands for a person
  int place = 0;
  bool calledOff = false; ///< as both tell
  int persons = 0;        ///< in common, of a thousand that either names
  int bodies = 0;         ///< likewise
  auto operator<=>(const Affinity&) const = default;
};
[[nodiscard]] Affinity affinity(const Account& a, const Account& b);

} // namespace demarche::coreference
