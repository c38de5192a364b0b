// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/filter.h"

#include <QObject>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace demarche::ui {

class FilterBar;
class LibraryClient;

/// The menu of filters that are kept in the library under a name: keeps the one that is set, sets one that is
/// kept, and forgets one.
class KeptFilters : public QObject {
  Q_OBJECT
 public:
  /// What is handed in outlives it.
  KeptFilters(LibraryClient& client, FilterBar& filter, QWidget* window);

  void addTo(QMenu* menu);
  void retranslate();

 private:
  void fill();
  void askForName();
  void keep(const QString& name);

  LibraryClient& m_client;
  FilterBar& m_filter;
  QWidget* m_window;
  std::vector<model::SavedFilter> m_kept; ///< those of the library
  QMenu* m_menu = nullptr;
  QMenu* m_forget = nullptr;
  QAction* m_keep = nullptr;
  std::vector<QAction*> m_choices;
};

} // namespace demarche::ui
