// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/coreference/account.h"
#include "core/coreference/join.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace demarche::coreference {

/// Accounts that say the same; they are compared once, however many articles repeat them.
struct Group {
  Account account;                 ///< of the first of them, with the articles of all
  std::vector<std::size_t> events; ///< ascending by id
};

/// Every account, those that say the same and are known well enough to be recognised in one group.
[[nodiscard]] std::vector<Group> grouped(const std::vector<model::Event>& events,
                                         const DaysOfWriting& written);

/// A digest (XXH3) of all that compare() looks at, but for the articles of what is known across articles: two
/// accounts with the same one stand alike to every third in whose articles they both are, or neither is.
[[nodiscard]] std::uint64_t says(const Account& account);

} // namespace demarche::coreference
