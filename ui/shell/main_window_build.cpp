// SPDX-License-Identifier: Apache-2.0
// How the window is put together; what it does stands in main_window.cpp.
#include "ui/reader/reader_view.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/compare_menu.h"
#include "ui/shell/event_list_view.h"
#include "ui/shell/export_commands.h"
#include "ui/shell/filter_bar.h"
#include "ui/shell/kept_filters.h"
#include "ui/shell/lane_menu.h"
#include "ui/shell/library_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/messages_panel.h"
#include "ui/shell/progress_strip.h"
#include "ui/shell/settings.h"
#include "ui/shell/show_menu.h"
#include "ui/timeline/overview.h"
#include "ui/timeline/view.h"

#include <QAction>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace demarche::ui {

using namespace Qt::StringLiterals;

namespace {

// Shares of the window that a first start gives to the docks, and of the screen to the window.
constexpr double readerShare = 0.33;
constexpr double listShare = 0.30;
constexpr double windowShare = 0.85;
constexpr QSize smallestWindow(640, 420);

QDockWidget* addDock(QMainWindow* window, const QString& name, QWidget* content, Qt::DockWidgetArea area) {
  auto* dock = new QDockWidget(window);
  dock->setObjectName(name);
  dock->setWidget(content);
  window->addDockWidget(area, dock);
  return dock;
}

} // namespace

void MainWindow::buildCentre() {
  m_empty = new EmptyState(this);
  m_empty->setDefaultLibrary(LibraryCommands::defaultLibrary());
  m_timeline = new TimelineView(this);
  m_timelinePage = new QWidget(this);
  auto* page = new QVBoxLayout(m_timelinePage);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  page->addWidget(m_timeline, 1);
  page->addWidget(new OverviewStrip(*m_timeline, m_timelinePage));
  m_centre = new QStackedWidget(this);
  m_centre->addWidget(m_empty);
  m_centre->addWidget(m_timelinePage);
  setCentralWidget(m_centre);
}

void MainWindow::buildDocks() {
  m_list = new EventListView(this);
  m_reader = new ReaderView(this);
  m_messages = new MessagesPanel(this);
  // Reading wants height, a table wants width.
  setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
  setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  m_listDock = addDock(this, u"list"_s, m_list, Qt::BottomDockWidgetArea);
  m_messagesDock = addDock(this, u"messages"_s, m_messages, Qt::BottomDockWidgetArea);
  m_readerDock = addDock(this, u"reader"_s, m_reader, Qt::RightDockWidgetArea);
  tabifyDockWidget(m_listDock, m_messagesDock);
  m_messagesDock->hide();
}

void MainWindow::buildMenus() {
  m_fileMenu = menuBar()->addMenu(QString());
  m_fileMenu->addActions({m_actions->newLibrary, m_actions->openLibrary});
  m_recentMenu = m_fileMenu->addMenu(QString());
  m_fileMenu->addSeparator();
  m_fileMenu->addActions({m_actions->addArticles, m_actions->addFolder});
  m_fileMenu->addSeparator();
  m_exportMenu = m_fileMenu->addMenu(QString());
  m_export->addFormatsTo(m_exportMenu);
  m_fileMenu->addActions({m_actions->savePicture, m_actions->copyPicture});
  m_fileMenu->addSeparator();
  m_fileMenu->addAction(m_actions->print);
  m_fileMenu->addSeparator();
  m_fileMenu->addAction(m_actions->quit);

  m_eventMenu = menuBar()->addMenu(QString());
  m_eventMenu->addActions({m_actions->find, m_actions->clearFilter});
  m_showMenu = m_eventMenu->addMenu(QString());
  m_show = new ShowMenu(*m_timeline, *m_filter, this);
  m_show->addTo(m_showMenu);
  m_keptMenu = m_eventMenu->addMenu(QString());
  m_kept = new KeptFilters(m_client, *m_filter, this);
  m_kept->addTo(m_keptMenu);
  m_eventMenu->addSeparator();
  m_eventMenu->addActions({m_actions->nextEvent, m_actions->previousEvent, m_actions->nextPassage,
                           m_actions->previousPassage, m_actions->deselect});
  m_eventMenu->addSeparator();
  m_eventMenu->addActions({m_actions->copy, m_actions->selectAll});

  m_viewMenu = menuBar()->addMenu(QString());
  m_viewMenu->addActions({m_actions->zoomIn, m_actions->zoomOut, m_actions->fit, m_actions->today});
  m_viewMenu->addActions({m_actions->goToDate, m_actions->goToSelection, m_actions->measure});
  m_viewMenu->addSeparator();
  m_viewMenu->addActions({m_actions->back, m_actions->forward});
  m_viewMenu->addSeparator();
  m_laneMenu = m_viewMenu->addMenu(QString());
  m_lanes = new LaneMenu(*m_timeline, m_settings, *m_actions, this);
  m_lanes->addTo(m_laneMenu);
  m_compareMenu = m_viewMenu->addMenu(QString());
  m_compare = new CompareMenu(*m_timeline, m_client, *m_lanes, this);
  m_compare->addTo(m_compareMenu);
  m_viewMenu->addSeparator();
  for (const QDockWidget* dock : {m_listDock, m_readerDock, m_messagesDock})
    m_viewMenu->addAction(dock->toggleViewAction());
  m_viewMenu->addSeparator();
  m_themeMenu = m_viewMenu->addMenu(QString());
  m_appearance->addThemesTo(m_themeMenu);
  m_languageMenu = m_viewMenu->addMenu(QString());
  m_appearance->addLanguagesTo(m_languageMenu);
  m_viewMenu->addAction(m_actions->fullScreen);

  m_helpMenu = menuBar()->addMenu(QString());
  m_helpMenu->addActions({m_actions->keyboard, m_actions->about});
}

void MainWindow::buildToolBar() {
  m_toolBar = new QToolBar(this);
  m_toolBar->setObjectName(u"tools"_s);
  m_toolBar->setMovable(false);
  m_toolBar->setIconSize({16, 16});
  m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_toolBar->addActions({m_actions->addArticles, m_actions->savePicture});
  m_toolBar->addSeparator();
  for (QAction* action : {m_actions->zoomOut, m_actions->zoomIn, m_actions->fit}) {
    m_toolBar->addAction(action);
    qobject_cast<QToolButton*>(m_toolBar->widgetForAction(action))
        ->setToolButtonStyle(Qt::ToolButtonIconOnly);
  }
  auto* space = new QWidget(m_toolBar);
  space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  m_toolBar->addWidget(space);
  m_filter = new FilterBar(m_toolBar);
  m_toolBar->addWidget(m_filter);
  addToolBar(m_toolBar);
  m_actions->paintIcons(palette());
}

void MainWindow::buildStatusBar() {
  m_progress = new ProgressStrip(this);
  m_counts = new QLabel(this);
  statusBar()->addPermanentWidget(m_progress);
  statusBar()->addPermanentWidget(m_counts);
}

void MainWindow::retranslate() {
  m_fileMenu->setTitle(tr("&File"));
  m_recentMenu->setTitle(tr("&Recent libraries"));
  m_exportMenu->setTitle(tr("&Export events"));
  m_eventMenu->setTitle(tr("&Events"));
  m_viewMenu->setTitle(tr("&View"));
  m_showMenu->setTitle(tr("S&how"));
  m_keptMenu->setTitle(tr("&Kept filters"));
  m_laneMenu->setTitle(tr("Lanes b&y"));
  m_compareMenu->setTitle(tr("&Compare"));
  m_themeMenu->setTitle(tr("&Theme"));
  m_languageMenu->setTitle(tr("&Language"));
  m_helpMenu->setTitle(tr("&Help"));
  m_listDock->setWindowTitle(tr("Events"));
  m_readerDock->setWindowTitle(tr("Reader"));
  m_messagesDock->setWindowTitle(tr("Messages"));
  m_toolBar->setWindowTitle(tr("Tools"));
  m_actions->retranslate();
  m_appearance->retranslate();
  m_lanes->retranslate();
  m_show->retranslate();
  m_kept->retranslate();
  m_compare->retranslate();
  m_export->retranslate();
  showCounts();
}

void MainWindow::restoreWindow() {
  setMinimumSize(smallestWindow);
  if (restoreGeometry(m_settings.geometry()) && restoreState(m_settings.layout())) return;
  const QSize screen = QGuiApplication::primaryScreen()->availableSize();
  resize(screen * windowShare);
  resizeDocks({m_readerDock}, {static_cast<int>(width() * readerShare)}, Qt::Horizontal);
  resizeDocks({m_listDock}, {static_cast<int>(height() * listShare)}, Qt::Vertical);
}

} // namespace demarche::ui
