// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/event_set.h"

namespace demarche::ui {

/// Titles of all events, by place. Reads them; from any thread.
[[nodiscard]] base::Result<std::vector<std::string>> titlesOf(const service::Session& session,
                                                              const EventSet& events);

/// Where each event stands when all are sorted by a column of texts as the user's language sorts: by
/// their titles, by place, or by names from the catalogue. O(n log n); from any thread.
[[nodiscard]] TextRanks rankedBy(const EventSet& events, TextColumn column,
                                 const std::vector<std::string>& titles);

} // namespace demarche::ui
