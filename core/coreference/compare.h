// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/coreference/account.h"

#include <compare>

namespace demarche::coreference {

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
