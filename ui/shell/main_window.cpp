// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include "ui/bridge/text.h"
#include "ui/reader/article_text.h"
#include "ui/reader/reader_view.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/compare_menu.h"
#include "ui/shell/event_card.h"
#include "ui/shell/event_copy.h"
#include "ui/shell/event_list_view.h"
#include "ui/shell/event_menu.h"
#include "ui/shell/export_commands.h"
#include "ui/shell/file_drop.h"
#include "ui/shell/filter_bar.h"
#include "ui/shell/help_dialogs.h"
#include "ui/shell/library_commands.h"
#include "ui/shell/messages_panel.h"
#include "ui/shell/navigation.h"
#include "ui/shell/picture_commands.h"
#include "ui/shell/progress_strip.h"
#include "ui/shell/selection.h"
#include "ui/shell/settings.h"
#include "ui/timeline/view.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <algorithm>
#include <utility>

namespace demarche::ui {
namespace {

constexpr int messageStays = 8000; ///< milliseconds

} // namespace

MainWindow::MainWindow(LibraryClient& client, Settings& settings, Translation& translation)
    : m_client(client),
      m_settings(settings),
      m_actions(new Actions(this)),
      m_appearance(new Appearance(settings, translation, this)),
      m_library(new LibraryCommands(client, settings, this)),
      m_selection(new Selection(this)) {
  setWindowTitle(QGuiApplication::applicationDisplayName());
  buildCentre();
  buildDocks();
  buildToolBar();
  m_export = new ExportCommands(
      m_client, m_settings, [this] { return m_filter->filter(); }, this);
  m_pictures = new PictureCommands(*m_timeline, m_settings, this);
  m_navigation = new Navigation(*m_timeline, *m_filter, *m_actions, this);
  buildMenus();
  buildStatusBar();
  connectClient();
  connectSelection();
  connectActions();
  retranslate();
  restoreWindow();
  showCentre();
}

void MainWindow::connectClient() {
  connect(&m_client, &LibraryClient::openStarted, this, &MainWindow::showCentre);
  connect(&m_client, &LibraryClient::opened, this, &MainWindow::libraryOpened);
  connect(&m_client, &LibraryClient::eventsReady, this, &MainWindow::showEvents);
  connect(&m_client, &LibraryClient::eventsArrived, m_timeline, &TimelineView::takeArrived);
  connect(&m_client, &LibraryClient::eventsArrived, m_list, &EventListView::takeArrived);
  connect(&m_client, &LibraryClient::eventsArrived, m_reader, &ReaderView::takeArrived);
  connect(&m_client, &LibraryClient::changedElsewhere, this, &MainWindow::requestEvents);
  connect(&m_client, &LibraryClient::foundAgain, this, [this](const QString& library) {
    statusBar()->showMessage(tr("%1 is open again").arg(QDir::toNativeSeparators(library)), messageStays);
  });
  connect(&m_client, &LibraryClient::documentReady, m_reader, &ReaderView::setDocument);
  connect(&m_client, &LibraryClient::failed, this, &MainWindow::reportFailure);
  connect(&m_client, &LibraryClient::addStarted, m_progress, &ProgressStrip::start);
  connect(&m_client, &LibraryClient::addProgressed, m_progress, &ProgressStrip::showProgress);
  connect(&m_client, &LibraryClient::addFinished, this, &MainWindow::reportAdded);
  connect(m_progress, &ProgressStrip::cancelled, &m_client, &LibraryClient::cancel);
  connect(m_reader, &ReaderView::documentWanted, &m_client, &LibraryClient::requestDocument);
  connect(m_filter, &FilterBar::filterChanged, this, &MainWindow::requestEvents);
  connect(m_navigation, &Navigation::allWanted, this, [this] { m_fitWhenShown = true; });
  const auto saved = [this](const QString& file) {
    statusBar()->showMessage(tr("Saved %1").arg(QDir::toNativeSeparators(file)), messageStays);
  };
  connect(m_export, &ExportCommands::saved, this, saved);
  connect(m_pictures, &PictureCommands::saved, this, saved);
  connect(m_pictures, &PictureCommands::failed, this, &MainWindow::reportFailure);
  connect(m_pictures, &PictureCommands::copied, this,
          [this] { statusBar()->showMessage(tr("Copied as a picture"), messageStays); });
}

void MainWindow::connectSelection() {
  connect(m_timeline, &TimelineView::selectionChanged, m_selection,
          [this](StoryRow event) { m_selection->set(event, m_timeline->allSelected()); });
  connect(m_list, &EventListView::eventSelected, m_selection,
          [this](StoryRow event) { m_selection->set(event, m_list->allSelected()); });
  connect(m_reader, &ReaderView::eventSelected, m_selection, qOverload<StoryRow>(&Selection::set));
  connect(m_selection, &Selection::changed, m_timeline,
          qOverload<StoryRow, const StoryRows&>(&TimelineView::setSelected));
  connect(m_selection, &Selection::changed, m_list,
          qOverload<StoryRow, const StoryRows&>(&EventListView::select));
  connect(m_selection, &Selection::changed, m_reader, &ReaderView::select);
  connect(m_selection, &Selection::changed, this, &MainWindow::showCounts);
  connect(m_timeline, &TimelineView::eventActivated, this, &MainWindow::readSelected);
  connect(m_list, &EventListView::eventActivated, this, &MainWindow::readSelected);
  const auto* const menu = new EventMenu(*m_timeline, *m_list, *m_selection, *m_filter, *m_actions, this);
  connect(menu, &EventMenu::readWanted, this, &MainWindow::readSelected);
  connect(m_timeline, &TimelineView::undatedActivated, this, &MainWindow::showUndated);
  m_timeline->setCardText([this](StoryRow row) {
    const model::Event* event = m_events ? m_events->find(row) : nullptr;
    return event == nullptr ? QString() : cardOf(*m_events, *event);
  });
}

void MainWindow::connectActions() {
  const auto run = [this](QAction* action, auto&& what) { connect(action, &QAction::triggered, this, what); };
  run(m_actions->newLibrary, [this] { m_library->create(); });
  run(m_actions->openLibrary, [this] { m_library->open(); });
  run(m_actions->clearRecent, [this] { m_settings.clearRecentLibraries(); });
  run(m_actions->addArticles, [this] { m_library->addFiles(); });
  run(m_actions->addFolder, [this] { m_library->addFolder(); });
  run(m_actions->quit, [this] { close(); });
  run(m_actions->find, [this] { m_filter->focusText(); });
  run(m_actions->clearFilter, [this] { m_filter->clear(); });
  run(m_actions->copy, [this] { copySelected(); });
  run(m_actions->selectAll, [this] { selectAll(); });
  run(m_actions->deselect, [this] { m_selection->set(noStory); });
  run(m_actions->zoomIn, [this] { m_timeline->zoomIn(); });
  run(m_actions->zoomOut, [this] { m_timeline->zoomOut(); });
  run(m_actions->fit, [this] { m_timeline->fitAll(); });
  run(m_actions->today, [this] { m_timeline->goToToday(); });
  run(m_actions->savePicture, [this] { m_pictures->save(); });
  run(m_actions->copyPicture, [this] { m_pictures->copy(); });
  run(m_actions->print, [this] { m_pictures->print(); });
  m_timeline->addAction(m_actions->measure); // where its key counts
  run(m_actions->measure, [this](bool on) {
    m_timeline->setFocus();
    m_timeline->setMeasuring(on);
  });
  connect(m_timeline, &TimelineView::measuringChanged, m_actions->measure, &QAction::setChecked);
  run(m_actions->nextEvent, [this] { stepEvent(1); });
  run(m_actions->previousEvent, [this] { stepEvent(-1); });
  run(m_actions->nextPassage, [this] { m_reader->showNextPassage(); });
  run(m_actions->previousPassage, [this] { m_reader->showPreviousPassage(); });
  run(m_actions->fullScreen, [this](bool on) { on ? showFullScreen() : showNormal(); });
  run(m_actions->keyboard, [this] { showKeyboardHelp(*m_actions, this); });
  run(m_actions->about, [this] { showAbout(this); });
  connect(m_recentMenu, &QMenu::aboutToShow, this,
          [this] { m_library->fillRecent(m_recentMenu, m_actions->clearRecent); });
  connect(m_empty, &EmptyState::addClicked, m_actions->addArticles, &QAction::trigger);
  connect(m_empty, &EmptyState::openClicked, m_actions->openLibrary, &QAction::trigger);
  connect(m_empty, &EmptyState::clearFilterClicked, m_actions->clearFilter, &QAction::trigger);
  connect(new FileDrop(this), &FileDrop::dropped, m_library,
          qOverload<const QStringList&>(&LibraryCommands::add));
}

void MainWindow::libraryOpened(const QString& library) {
  m_settings.addRecentLibrary(library);
  setWindowTitle(QFileInfo(library).completeBaseName());
  setWindowFilePath(library);
  m_fitWhenShown = true;
  m_navigation->restart();
  m_selection->set(noStory);
  requestEvents();
}

void MainWindow::requestEvents() {
  m_asked = m_filter->filter();
  m_client.requestEvents(m_asked, m_selection->event());
}

void MainWindow::showEvents(const EventSetPtr& events, StoryRow selected) {
  const bool askedBefore = m_events && !m_fitWhenShown && m_asked == m_shown;
  m_shown = m_asked;
  if (askedBefore) {
    refreshEvents(events, selected);
  } else {
    exchangeEvents(events, selected);
  }
  showCentre();
  showCounts();
  if (!m_fitWhenShown || events->empty()) return;
  m_fitWhenShown = false;
  // Only once the docks stand does the timeline know how wide it is.
  QTimer::singleShot(0, m_timeline, [this] {
    m_timeline->showAll();
    m_navigation->arrive();
  });
}

/// The answer to another question.
void MainWindow::exchangeEvents(const EventSetPtr& events, StoryRow selected) {
  const StoryRows all = stillSelected(*events, selected);
  m_events = events;
  m_timeline->setEvents(events);
  m_compare->setEvents(events);
  m_list->setEvents(events);
  m_reader->setEvents(events);
  // An event that a filter hides stays selected for when it comes back; the timeline has let it go.
  m_selection->set(selected, all);
  m_timeline->setSelected(selected, all);
  m_list->select(selected, all);
}

/// The answer to the same question, after the library has changed: nothing moves that need not.
void MainWindow::refreshEvents(const EventSetPtr& events, StoryRow selected) {
  if (!events->placeOf(selected)) selected = noStory;
  const StoryRows all = stillSelected(*events, selected);
  m_events = events;
  m_selection->keepDuring([&] {
    m_timeline->setEvents(events, selected);
    m_compare->setEvents(events);
    m_list->setEvents(events, selected, all);
    m_reader->setEvents(events, selected);
  });
  m_selection->set(selected, all);
}

/// What of the selection is among these events, and `selected`, what its current event goes by there. Nothing
/// is left of it where that is gone.
StoryRows MainWindow::stillSelected(const EventSet& events, StoryRow selected) const {
  if (selected == noStory) return {};
  if (!m_events) return {selected};
  StoryRows others = m_selection->events();
  std::erase(others, m_selection->event());
  StoryRows still = stillAmong(*m_events, events, others);
  const auto place = std::ranges::lower_bound(still, selected);
  if (place == still.end() || *place != selected) still.insert(place, selected);
  return still;
}

std::optional<EmptyState::Reason> MainWindow::reasonForEmptiness() const {
  if (!m_client.isOpen() && !m_client.isOpening()) return EmptyState::Reason::noLibrary;
  if (!m_events || !m_events->empty()) return std::nullopt;
  if (m_events->articleCount() == 0) return EmptyState::Reason::noArticles;
  return m_filter->isClear() ? EmptyState::Reason::noEvents : EmptyState::Reason::filtered;
}

void MainWindow::showCentre() {
  const std::optional<EmptyState::Reason> reason = reasonForEmptiness();
  if (reason) m_empty->setReason(*reason);
  const bool hasEvents = m_events && !m_events->empty();
  m_actions->setHasEvents(hasEvents);
  m_exportMenu->setEnabled(hasEvents);
  m_filter->setEnabled(m_events && m_events->articleCount() > 0);
  m_centre->setCurrentWidget(reason ? m_empty : m_timelinePage);
  // A filter is being typed: nothing else of the window moves.
  if (reason && reason != EmptyState::Reason::filtered) {
    hideIdleDocks();
  } else {
    showIdleDocks();
  }
}

void MainWindow::hideIdleDocks() {
  for (QDockWidget* dock : {m_listDock, m_readerDock}) {
    if (dock->isHidden()) continue;
    m_docksAway += dock;
    dock->hide();
  }
}

void MainWindow::showIdleDocks() {
  for (QDockWidget* dock : std::exchange(m_docksAway, {}))
    dock->show();
}

void MainWindow::showCounts() {
  if (!m_events || m_events->articleCount() == 0) {
    m_counts->clear();
    return;
  }
  QString counts = tr("%1 in %2", "so many events, so many articles")
                       .arg(tr("%Ln event(s)", "", static_cast<int>(m_events->count())),
                            tr("%Ln article(s)", "", static_cast<int>(m_events->articleCount())));
  if (const std::size_t selected = m_selection->events().size(); selected > 1)
    counts = tr("%Ln selected", "", static_cast<int>(selected)) + QStringLiteral("  ·  ") + counts;
  m_counts->setText(counts);
}

void MainWindow::reportFailure(const QString& about, const QString& why) {
  m_messages->add(about, why);
  m_messagesDock->show();
  m_messagesDock->raise();
  showCentre();
}

void MainWindow::reportAdded(const service::AddReport& report) {
  for (const service::InputFailure& failure : report.failures)
    reportFailure(toQString(failure.source), toQString(failure.error.message));
  QStringList parts;
  if (report.cancelled) parts += tr("Cancelled");
  parts += tr("%Ln article(s) added", "", report.added);
  if (report.newVersions > 0) parts += tr("%Ln new version(s)", "", report.newVersions);
  if (report.alreadyThere > 0) parts += tr("%Ln already there", "", report.alreadyThere);
  if (!report.failures.empty())
    parts += tr("%Ln could not be read", "", static_cast<int>(report.failures.size()));
  statusBar()->showMessage(parts.join(tr(", ", "between what was done")), messageStays);
  if (!m_client.isAdding()) m_progress->finish();
  requestEvents();
}

void MainWindow::stepEvent(int by) {
  if (!m_events || m_events->empty()) return;
  const auto count = static_cast<std::ptrdiff_t>(m_events->count());
  const std::optional<std::size_t> row = m_events->placeOf(m_selection->event());
  std::ptrdiff_t next = by > 0 ? 0 : count - 1;
  if (row) next = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(*row) + by, 0, count - 1);
  m_selection->set(m_events->rowAt(static_cast<std::size_t>(next)));
}

void MainWindow::copySelected() {
  const StoryRows& rows = m_selection->events();
  if (rows.empty()) return;
  if (rows.size() > mostCopied) {
    statusBar()->showMessage(
        tr("%L1 events are too many to be copied; they can be exported").arg(rows.size()), messageStays);
    return;
  }
  QGuiApplication::clipboard()->setMimeData(copyOf(*m_events, rows).release());
  statusBar()->showMessage(tr("%Ln event(s) copied", "", static_cast<int>(rows.size())), messageStays);
}

/// The list's all are in it, the timeline's in sight.
void MainWindow::selectAll() {
  if (m_list->hasFocus())
    m_list->selectAll();
  else
    m_timeline->selectAllInSight();
}

void MainWindow::readSelected() {
  m_readerDock->show();
  m_readerDock->raise();
  m_reader->text()->setFocus();
}

void MainWindow::showUndated() {
  m_listDock->show();
  m_listDock->raise();
  m_list->setFocus();
  if (!m_events->snapshot()->undated.empty()) m_selection->set(m_events->snapshot()->undated.front());
}

bool MainWindow::event(QEvent* event) {
  // Who comes back from another program expects to see what was done there.
  if (event->type() == QEvent::WindowActivate) m_client.look();
  return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  m_client.cancel();
  showIdleDocks();
  m_settings.setWindow(saveGeometry(), saveState());
  QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange) m_actions->paintIcons(palette());
}

} // namespace demarche::ui
