// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <vector>

class QAction;
class QPalette;
class QWidget;

namespace demarche::ui {

/// Everything the user can ask of the window, once each, with its words, keys and icon. Menus, toolbar and
/// the list of keys are made from these; what they do is connected elsewhere.
class Actions : public QObject {
  Q_OBJECT

  QWidget* m_window;
  std::vector<QAction*> m_all; // before the actions, which enter themselves

  QAction* make();

 public:
  explicit Actions(QWidget* window);

  void retranslate();
  void paintIcons(const QPalette& palette);
  /// What would do nothing without events cannot be chosen.
  void setHasEvents(bool hasEvents);
  /// In the order of the menus.
  [[nodiscard]] const std::vector<QAction*>& all() const { return m_all; }

  QAction* const newLibrary = make();
  QAction* const openLibrary = make();
  QAction* const clearRecent = make();
  QAction* const addArticles = make();
  QAction* const addFolder = make();
  QAction* const savePicture = make();
  QAction* const copyPicture = make();
  QAction* const print = make();
  QAction* const quit = make();
  QAction* const find = make();
  QAction* const clearFilter = make();
  QAction* const deselect = make();
  QAction* const zoomIn = make();
  QAction* const zoomOut = make();
  QAction* const fit = make();
  QAction* const today = make();
  QAction* const goToDate = make();
  QAction* const goToSelection = make();
  QAction* const back = make();
  QAction* const forward = make();
  QAction* const nextEvent = make();
  QAction* const previousEvent = make();
  QAction* const nextPassage = make();
  QAction* const previousPassage = make();
  QAction* const measure = make();
  QAction* const laneUp = make();
  QAction* const laneDown = make();
  QAction* const fullScreen = make();
  QAction* const keyboard = make();
  QAction* const about = make();
};

} // namespace demarche::ui
