// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/coreference/account.h"
#include "core/coreference/join.h"

#include <cstddef>
#include <vector>

namespace demarche::coreference {

/// Parts events into the connected components of being the same: whoever is the same as one of a component is
/// in it. A story never reaches beyond one, and what is in another has no say in it, so that stories() of
/// one component gives what stories() of all events gives for it. Indices ascend within and between
/// components.
[[nodiscard]] std::vector<std::vector<std::size_t>> components(const std::vector<model::Event>& events,
                                                               const DaysOfWriting& written = {});

/// Whether accounts that say the same as these two can be the same event, in one article or in two.
[[nodiscard]] bool canBeSame(Account a, Account b);

} // namespace demarche::coreference
