// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"

#include <QObject>
#include <utility>
#include <vector>

class QAction;
class QMenu;

namespace demarche::ui {

class FilterBar;
class TimelineView;

/// The menu of kinds and statuses that are shown, and the same in the timeline's legend: what is taken from
/// one of them is left out by the window's filter, and comes back when it is chosen again.
class ShowMenu : public QObject {
  Q_OBJECT
 public:
  /// What is handed in outlives it.
  ShowMenu(TimelineView& timeline, FilterBar& filter, QObject* parent);

  void addTo(QMenu* menu);
  void retranslate();

 private:
  void toggleKind(model::EventKind kind);
  void toggleStatus(model::EventStatus status);
  void follow();

  TimelineView& m_timeline;
  FilterBar& m_filter;
  std::vector<std::pair<model::EventKind, QAction*>> m_kinds;
  std::vector<std::pair<model::EventStatus, QAction*>> m_statuses;
  QAction* m_all = nullptr;
};

} // namespace demarche::ui
