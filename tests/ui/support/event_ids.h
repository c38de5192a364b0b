// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/event_set.h"
#include "ui/bridge/text.h"

#include <QString>

namespace demarche::test {

// Tests speak of events by their ids.

/// Empty for noStory and for an event whose words have not arrived.
[[nodiscard]] inline QString idOf(const ui::EventSet& events, ui::StoryRow row) {
  const model::Event* const event = events.find(row);
  return event == nullptr ? QString() : ui::toQString(event->id);
}

/// noStory when there is none.
[[nodiscard]] inline ui::StoryRow rowOf(const ui::EventSet& events, const QString& id) {
  for (std::size_t place = 0; place < events.count(); ++place)
    if (idOf(events, events.rowAt(place)) == id) return events.rowAt(place);
  return ui::noStory;
}

} // namespace demarche::test
