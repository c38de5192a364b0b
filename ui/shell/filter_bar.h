// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/filter.h"

#include <QString>
#include <QTimer>
#include <QWidget>
#include <string>
#include <vector>

class QAction;
class QLineEdit;
class QMenu;
class QPushButton;

namespace demarche::ui {

/// Which events the window shows: words, and a menu of kinds, statuses, scope and confidence, and of the
/// people and places that were asked for on an event. Timeline, list and export all follow it.
class FilterBar : public QWidget {
  Q_OBJECT
 public:
  explicit FilterBar(QWidget* parent = nullptr);

  [[nodiscard]] model::Filter filter() const;
  /// Lets through what a new window shows: everything between the two sides.
  [[nodiscard]] bool isClear() const;
  void clear();
  /// What the bar has no choices for is in the menu as one.
  void setFilter(const model::Filter& filter);
  void focusText();

 Q_SIGNALS:
  void filterChanged();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void build();
  void retranslate();
  void menuChanged();
  [[nodiscard]] int choices() const;
  void keepRestOf(const model::Filter& filter);
  void nameOnly(const std::vector<std::string>& people, const std::vector<std::string>& places);

  QLineEdit* m_text;
  QPushButton* m_button;
  QMenu* m_menu;
  std::vector<QAction*> m_people; ///< only those asked for; data: the name
  std::vector<QAction*> m_places;
  std::vector<QAction*> m_kinds;    ///< in the order of model::allEventKinds
  std::vector<QAction*> m_statuses; ///< in the order of model::allEventStatuses
  QAction* m_context = nullptr;
  QAction* m_further = nullptr;       ///< only there when there is a rest
  model::Filter m_rest;               ///< of the filter that was set: what there are no other choices for
  std::vector<QAction*> m_confidence; ///< at most one is chosen; data: the least confidence
  QTimer m_typing;                    ///< asks when the user pauses, not at each letter
};

} // namespace demarche::ui
