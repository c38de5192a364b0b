// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/coreference/account.h"
#include "core/coreference/join.h"

#include <cstdint>
#include <vector>

namespace demarche::coreference {

/// Stands for something that two accounts of one event have in common, such as a person in a week. A hash
/// that is the same on every machine and from release to release, since libraries keep it in their files.
using BlockingKey = std::uint64_t;

/// Ascending, each once.
struct BlockingKeys {
  std::vector<BlockingKey> filed;  ///< where others find the account; few, as they are kept
  std::vector<BlockingKey> sought; ///< where those are filed that it may be the same as
};

/// If `compare(a, b)` is Verdict::same, a key that `a` seeks is among those that `b` is filed under, and the
/// other way round. What has a key in common need not be the same.
[[nodiscard]] BlockingKeys blockingKeys(const Account& account);
[[nodiscard]] BlockingKeys blockingKeys(const model::Event& event, const DaysOfWriting& written);

/// Raised when blockingKeys() or compare() begin to answer otherwise: then what a library has kept of the
/// old answers is void, and it joins everything anew.
inline constexpr int blockingVersion = 1;

} // namespace demarche::coreference
