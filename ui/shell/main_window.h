// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/library_client.h"
#include "ui/shell/empty_state.h"

#include <QList>
#include <QMainWindow>
#include <optional>

class QDockWidget;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace demarche::ui {

class Actions;
class Appearance;
class CompareMenu;
class EventListView;
class ExportCommands;
class FilterBar;
class KeptFilters;
class LaneMenu;
class LibraryCommands;
class MessagesPanel;
class Navigation;
class PictureCommands;
class ProgressStrip;
class ReaderView;
class Selection;
class Settings;
class ShowMenu;
class TimelineView;
class Translation;

/// One library in one window: timeline, list and reader over the same events, with one selection. Puts the
/// parts together; what they do is theirs.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  /// What is handed in outlives the window.
  MainWindow(LibraryClient& client, Settings& settings, Translation& translation);

  [[nodiscard]] LibraryCommands& library() { return *m_library; }

 protected:
  bool event(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void buildCentre();
  void buildDocks();
  void buildMenus();
  void buildToolBar();
  void buildStatusBar();
  void connectClient();
  void connectSelection();
  void connectActions();
  void retranslate();
  void restoreWindow();

  void requestEvents();
  void libraryOpened(const QString& library);
  void showEvents(const EventSetPtr& events, StoryRow selected);
  void refreshEvents(const EventSetPtr& events, StoryRow selected);
  void exchangeEvents(const EventSetPtr& events, StoryRow selected);
  [[nodiscard]] StoryRows stillSelected(const EventSet& events, StoryRow selected) const;
  void showCentre();
  void hideIdleDocks();
  void showIdleDocks();
  void showCounts();
  void reportFailure(const QString& about, const QString& why);
  void reportAdded(const service::AddReport& report);
  void stepEvent(int by);
  void copySelected();
  void selectAll();
  void readSelected();
  void showUndated();
  [[nodiscard]] std::optional<EmptyState::Reason> reasonForEmptiness() const;

  LibraryClient& m_client;
  Settings& m_settings;
  Actions* m_actions;
  Appearance* m_appearance;
  LibraryCommands* m_library;
  ExportCommands* m_export = nullptr;
  PictureCommands* m_pictures = nullptr;
  Navigation* m_navigation = nullptr;
  Selection* m_selection;
  EventSetPtr m_events;
  model::Filter m_asked;           ///< what the events are asked for by
  model::Filter m_shown;           ///< and what let those through that are shown
  bool m_fitWhenShown = false;     ///< the next events, the first of their library, are shown all
  QList<QDockWidget*> m_docksAway; ///< hidden while there is nothing for them to show

  QStackedWidget* m_centre = nullptr;
  EmptyState* m_empty = nullptr;
  QWidget* m_timelinePage = nullptr; ///< the timeline with its overview
  TimelineView* m_timeline = nullptr;
  EventListView* m_list = nullptr;
  ReaderView* m_reader = nullptr;
  MessagesPanel* m_messages = nullptr;
  QDockWidget* m_listDock = nullptr;
  QDockWidget* m_readerDock = nullptr;
  QDockWidget* m_messagesDock = nullptr;
  FilterBar* m_filter = nullptr;
  ProgressStrip* m_progress = nullptr;
  QLabel* m_counts = nullptr;
  QMenu* m_fileMenu = nullptr;
  QMenu* m_recentMenu = nullptr;
  QMenu* m_eventMenu = nullptr;
  QMenu* m_exportMenu = nullptr;
  QMenu* m_viewMenu = nullptr;
  QMenu* m_laneMenu = nullptr;
  LaneMenu* m_lanes = nullptr;
  QMenu* m_compareMenu = nullptr;
  CompareMenu* m_compare = nullptr;
  QMenu* m_showMenu = nullptr;
  QMenu* m_keptMenu = nullptr;
  KeptFilters* m_kept = nullptr;
  ShowMenu* m_show = nullptr;
  QMenu* m_themeMenu = nullptr;
  QMenu* m_languageMenu = nullptr;
  QMenu* m_helpMenu = nullptr;
  QToolBar* m_toolBar = nullptr;
};

} // namespace demarche::ui
