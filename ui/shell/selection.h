// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/event_set.h"

#include <QObject>
#include <QScopedValueRollback>
#include <utility>

namespace demarche::ui {

/// The events that timeline, list and reader have selected, and which of them is the current one, that is
/// read. Each tells it what the user chose and follows it. What they say while they follow is an echo and not
/// heard: the timeline has no place for an event without a date, and that must not take it from the reader.
class Selection : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  /// The current one; noStory when nothing is selected.
  [[nodiscard]] StoryRow event() const { return m_event; }
  /// All of them, the current one with them.
  [[nodiscard]] const StoryRows& events() const { return m_events; }
  /// One alone, or none.
  void set(StoryRow event) { set(event, event == noStory ? StoryRows() : StoryRows{event}); }
  /// `events` with `event` among them.
  void set(StoryRow event, StoryRows events) {
    if (m_telling || (event == m_event && events == m_events)) return;
    const QScopedValueRollback telling(m_telling, true);
    m_event = event;
    m_events = std::move(events);
    Q_EMIT changed(m_event, m_events);
  }

  /// While `change` gives the three other events to show, what they say is an echo, too.
  template <typename Change>
  void keepDuring(Change change) {
    const QScopedValueRollback telling(m_telling, true);
    change();
  }

 Q_SIGNALS:
  void changed(StoryRow event, const StoryRows& events);

 private:
  StoryRow m_event = noStory;
  StoryRows m_events;
  bool m_telling = false;
};

} // namespace demarche::ui
