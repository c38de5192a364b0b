// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/scene.h"

#include <QObject>
#include <QPoint>
#include <optional>

class QMenu;
class QWidget;

namespace demarche::ui {

class Actions;
class EventListView;
class FilterBar;
class Selection;
class TimelineView;

/// The menu that comes up on an event, on a cluster and on the ground of timeline and list: what can be done
/// with what is selected there.
class EventMenu : public QObject {
  Q_OBJECT
 public:
  /// What is handed in outlives it.
  EventMenu(TimelineView& timeline, EventListView& list, Selection& selection, FilterBar& filter,
            Actions& actions, QWidget* window);

 Q_SIGNALS:
  /// The current event is to be read.
  void readWanted();

 private:
  void show(const QPoint& place, const std::optional<PlacedMark>& mark);
  void addCluster(QMenu& menu, const timeline::Mark& mark);
  void addShowOnly(QMenu& menu);

  TimelineView& m_timeline;
  Selection& m_selection;
  FilterBar& m_filter;
  Actions& m_actions;
  QWidget* m_window;
};

} // namespace demarche::ui
