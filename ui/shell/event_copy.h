// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/event_set.h"

#include <QMimeData>
#include <cstddef>
#include <memory>

namespace demarche::ui {

/// More events than these are exported, not copied: their words are read while one waits.
inline constexpr std::size_t mostCopied = 500;

/// Events for the clipboard, in the order of time, a line for each: date, title, people, place and sources.
/// As plain text parted by tabs, as a table in HTML.
[[nodiscard]] std::unique_ptr<QMimeData> copyOf(const EventSet& events, const StoryRows& rows);

} // namespace demarche::ui
