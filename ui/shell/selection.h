// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/event_set.h"

#include <QObject>
#include <QScopedValueRollback>

namespace demarche::ui {

/// The one event that timeline, list and reader have selected. Each tells it what the user chose and follows
/// it. What they say while they follow is an echo and not heard: the timeline has no place for an event
/// without a date, and that must not take it from the reader.
class Selection : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  /// noStory when nothing is selected.
  [[nodiscard]] StoryRow event() const { return m_event; }
  void set(StoryRow event) {
    if (m_telling || event == m_event) return;
    const QScopedValueRollback telling(m_telling, true);
    m_event = event;
    Q_EMIT changed(m_event);
  }

  /// While `change` gives the three other events to show, what they say is an echo, too.
  template <typename Change>
  void keepDuring(Change change) {
    const QScopedValueRollback telling(m_telling, true);
    change();
  }

 Q_SIGNALS:
  void changed(StoryRow event);

 private:
  StoryRow m_event = noStory;
  bool m_telling = false;
};

} // namespace demarche::ui
