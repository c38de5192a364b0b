// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"
#include "ui/bridge/event_set.h"

#include <string>
#include <vector>

namespace demarche::ui {

[[nodiscard]] model::Event eventOn(const std::string& edtf, const std::string& id,
                                   model::EventKind kind = model::EventKind::meeting);

/// Seven events of four kinds, given out of order; two of them without a date.
[[nodiscard]] std::vector<model::Event> someEvents();
/// The ids of `someEvents()` that have a date, by time.
[[nodiscard]] std::vector<std::string> someEventsByTime();

/// `count` events of every kind, status and precision from 1971 to 2025, the same ones every time.
[[nodiscard]] EventSetPtr manyEvents(int count);

} // namespace demarche::ui
