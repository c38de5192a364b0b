// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/lanes.h"

#include <QObject>
#include <utility>
#include <vector>

class QAction;
class QMenu;

namespace demarche::ui {

class Settings;
class TimelineView;

/// The menu of what the timeline's lanes are made by, and of folding them all; what is chosen is remembered.
class LaneMenu : public QObject {
  Q_OBJECT
 public:
  LaneMenu(TimelineView& timeline, Settings& settings, QObject* parent);

  void addTo(QMenu* menu);
  void retranslate();

 private:
  TimelineView& m_timeline;
  Settings& m_settings;
  std::vector<std::pair<timeline::Grouping, QAction*>> m_groupings;
  QAction* m_collapse = nullptr;
  QAction* m_expand = nullptr;
};

} // namespace demarche::ui
