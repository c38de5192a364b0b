// SPDX-License-Identifier: Apache-2.0
#pragma once

// News tells the same thing more than once: in the headline, in the lede, again without its day.

#include "core/model/event.h"

#include <set>
#include <string>
#include <vector>

namespace demarche::extract {

/// Joins events of one article that tell another one again with less: a headline, or a sentence without a
/// day, about the same people, kind and status. The fuller event takes over the passages. A headline that
/// finds none and names nobody is dropped. `headings` are the ids of events told by headlines and captions.
/// Accounts that both have a day are left to coreference. O(n²) in the events of one article.
[[nodiscard]] std::vector<model::Event> joinRetold(std::vector<model::Event> events,
                                                   const std::set<std::string>& headings);

} // namespace demarche::extract
