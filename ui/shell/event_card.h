// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/event_set.h"

#include <QString>

namespace demarche::ui {

/// What is told of an event in passing, as rich text: title, date, kind, status, level, how sure it is,
/// people by their sides, place, what it came from (ThreadWords), the first quote, sources.
[[nodiscard]] QString cardOf(const EventSet& events, const model::Event& event);

} // namespace demarche::ui
