// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace demarche::coreference {

/// When articles were written, by their source. What is not in it is not known.
using DaysOfWriting = std::unordered_map<std::string, time::Edtf>;

/// Whether two accounts, of the same or of different articles, tell of one thing: kinds that can be the
/// same, dates that overlap, people in common, places that do not contradict, and states that
/// can follow one another (planned → occurred or cancelled; a cancelled visit and a later one are two).
/// The vaguer the dates, the more people and places have to agree; where a date is missing, the day of
/// writing bounds it. Symmetric, not transitive.
[[nodiscard]] bool sameEvent(const model::Event& a, const model::Event& b, const DaysOfWriting& written = {});

/// One story from its accounts: the most precise date and fullest people of the most certain ones, the
/// latest status, all passages in order. Precondition: not empty.
[[nodiscard]] model::Event mergedEvent(const std::vector<const model::Event*>& accounts);

/// Parts events into stories; each inner vector holds indices into `events`. The result does
/// not depend on the order of `events` (but for the numbering). Candidates are found by blocking on month,
/// kind and people, so the cost is near linear.
[[nodiscard]] std::vector<std::vector<std::size_t>> stories(const std::vector<model::Event>& events,
                                                            const DaysOfWriting& written = {});

/// The stories themselves, each merged to one event, in the order of their first passage.
[[nodiscard]] std::vector<model::Event> joined(const std::vector<model::Event>& events);

} // namespace demarche::coreference
