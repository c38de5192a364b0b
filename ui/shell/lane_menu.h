// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/lanes.h"

#include <QObject>
#include <QPoint>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

class QAction;
class QMenu;

namespace demarche::ui {

class Actions;
class Settings;
class TimelineView;

/// The menu of what the timeline's lanes are made by, in which order they stand, and of folding them, and the
/// menu on the heading of each. What is chosen is remembered.
class LaneMenu : public QObject {
  Q_OBJECT
 public:
  LaneMenu(TimelineView& timeline, Settings& settings, Actions& actions, QObject* parent);

  void addTo(QMenu* menu);
  void retranslate();

 Q_SIGNALS:
  /// The heading's menu is about to be shown: others may add to it.
  void headingMenuMade(std::size_t lane, QMenu* menu);

 private:
  void restoreOrders();
  void keepOrder(timeline::Grouping grouping, const std::vector<std::string>& codes);
  void forgetOrder();
  void move(std::size_t lane, int by);
  void showHeadingMenu(std::size_t lane, QPoint globalPlace);

  TimelineView& m_timeline;
  Settings& m_settings;
  Actions& m_actions;
  std::vector<std::pair<timeline::Grouping, QAction*>> m_groupings;
  QAction* m_collapse = nullptr;
  QAction* m_expand = nullptr;
  QAction* m_naturalOrder = nullptr;
};

} // namespace demarche::ui
