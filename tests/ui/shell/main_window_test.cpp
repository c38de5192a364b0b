// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fake_session.h"
#include "ui/reader/article_text.h"
#include "ui/reader/reader_view.h"
#include "ui/shell/empty_state.h"
#include "ui/shell/event_list_view.h"
#include "ui/shell/filter_bar.h"
#include "ui/shell/library_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/messages_panel.h"
#include "ui/shell/progress_strip.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"
#include "ui/shell/translation.h"
#include "ui/timeline/overview.h"
#include "ui/timeline/view.h"

#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QUrl>
#include <QtTest>
#include <algorithm>

using namespace demarche;
using namespace Qt::StringLiterals;
using service::Session;

namespace {

/// A window over a library in memory, with settings of its own.
struct Shown {
  explicit Shown(std::shared_ptr<test::FakeSession> library = test::sampleLibrary(),
                 const QString& settingsFile = {})
      : session(std::move(library)),
        settings(settingsFile.isEmpty() ? folder.filePath(u"settings.ini"_s) : settingsFile),
        client(test::openerOf(session)),
        window(client, settings, translation) {
    window.resize(1200, 800);
    window.show();
  }

  void open() {
    window.library().open(u"fake.demarche"_s);
    QTRY_VERIFY(client.isOpen());
    QTRY_VERIFY(sawEvents);
    QCoreApplication::processEvents();
  }

  template <typename Widget>
  [[nodiscard]] Widget* part() const {
    return window.findChild<Widget*>();
  }
  [[nodiscard]] QDockWidget* dock(const QString& name) const { return window.findChild<QDockWidget*>(name); }
  [[nodiscard]] QString read() const { return part<ui::ReaderView>()->text()->textCursor().selectedText(); }
  [[nodiscard]] QString selectedInList() const {
    const auto* list = part<ui::EventListView>();
    const auto* model = static_cast<const ui::EventListModel*>(list->model());
    return session->idAt(model->eventAt(list->currentIndex()));
  }
  [[nodiscard]] QString selectedInTimeline() const {
    return session->idAt(part<ui::TimelineView>()->selected());
  }
  void drop(const QStringList& files) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files)
      urls += QUrl::fromLocalFile(file);
    data.setUrls(urls);
    QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent let({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &let);
  }

  QTemporaryDir folder;
  std::shared_ptr<test::FakeSession> session;
  ui::Settings settings;
  ui::Translation translation;
  ui::LibraryClient client;
  ui::MainWindow window;
  bool sawEvents = false;
  QMetaObject::Connection seeing =
      QObject::connect(&client, &ui::LibraryClient::eventsReady, &window, [this] { sawEvents = true; });
};

QPoint middleOf(const Shown& shown, const std::string& id) {
  const ui::TimelineScene& scene = shown.part<ui::TimelineView>()->scene();
  const std::uint32_t item = scene.snapshot().find(**shown.session->rowOf(id)).value();
  return scene.markRect(scene.markOf(item)).center().toPoint();
}

const QString meetingPassage = u"The envoys \U0001F91D met in Vienna on 10 May 2023."_s;
const QString callPassage = u"They had spoken by telephone on 2 May, it was said."_s;

} // namespace

class MainWindowTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aRowOfTheListOpensItsPassage() {
    Shown shown;
    shown.open();
    auto* list = shown.part<ui::EventListView>();
    const QModelIndex row = list->model()->index(1, ui::EventListModel::titleColumn);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row).center());
    QCOMPARE(shown.selectedInList(), u"meeting"_s);
    QTRY_COMPARE(shown.read(), meetingPassage);
    QCOMPARE(shown.selectedInTimeline(), u"meeting"_s);
    QTest::keyClick(list, Qt::Key_Up);
    QTRY_COMPARE(shown.read(), callPassage);
  }

  void anEventOfTheTimelineOpensItsPassage() {
    Shown shown;
    shown.open();
    auto* timeline = shown.part<ui::TimelineView>();
    QTest::mouseClick(timeline, Qt::LeftButton, {}, middleOf(shown, "call"));
    QTRY_COMPARE(shown.read(), callPassage);
    QCOMPARE(shown.selectedInList(), u"call"_s);
  }

  void aPassageOfTheTextSelectsItsEventEverywhere() {
    Shown shown;
    shown.open();
    shown.part<ui::EventListView>()->setCurrentIndex(shown.part<ui::EventListView>()->model()->index(1, 0));
    QTRY_COMPARE(shown.read(), meetingPassage);
    auto* text = shown.part<ui::ReaderView>()->text();
    QTextCursor cursor(text->document());
    cursor.setPosition(text->document()->find(callPassage).selectionStart() + 3);
    QTest::mouseClick(text->viewport(), Qt::LeftButton, {}, text->cursorRect(cursor).center() + QPoint(2, 0));
    QCOMPARE(shown.read(), callPassage);
    QCOMPARE(shown.selectedInList(), u"call"_s);
    QCOMPARE(shown.selectedInTimeline(), u"call"_s);
  }

  void theOverviewShowsTheEventsOfTheTimeline() {
    Shown shown;
    shown.open();
    auto* overview = shown.part<ui::OverviewStrip>();
    const QImage three = overview->grab().toImage();
    shown.part<ui::FilterBar>()->findChild<QLineEdit*>()->setText(u"call"_s);
    QTRY_COMPARE(shown.part<ui::EventListView>()->model()->rowCount(), 1);
    QVERIFY(overview->grab().toImage() != three);
  }

  void anEventWithoutADateCanBeReadToo() {
    const auto session = test::sampleLibrary();
    session->addEvent("undated", model::EventKind::letter, "unknown", "vienna.txt", u"Share this page");
    Shown shown(session);
    shown.open();
    auto* list = shown.part<ui::EventListView>();
    list->setCurrentIndex(list->model()->index(3, 0));
    QTRY_COMPARE(shown.read(), u"Share this page"_s);
    QCOMPARE(shown.selectedInTimeline(), QString());
  }

  void keysWalkThroughTheEventsAndTheirPassages() {
    Shown shown;
    shown.open();
    QTest::keyClick(&shown.window, Qt::Key_Down, Qt::ControlModifier);
    QTRY_COMPARE(shown.read(), callPassage);
    QTest::keyClick(&shown.window, Qt::Key_Down, Qt::ControlModifier);
    QTRY_COMPARE(shown.read(), meetingPassage);
    QTest::keyClick(&shown.window, Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(shown.read(), u"双方代表5月10日在维也纳会晤。"_s);
    QTest::keyClick(&shown.window, Qt::Key_Escape);
    QCOMPARE(shown.selectedInList(), QString());
    QCOMPARE(shown.selectedInTimeline(), QString());
  }

  void whatIsDroppedIsAdded() {
    Shown shown;
    shown.open();
    shown.drop({u"/articles/one.txt"_s, u"/articles/more"_s});
    QTRY_COMPARE(shown.session->inputs(),
                 (std::vector<std::filesystem::path>{"/articles/one.txt", "/articles/more"}));
    QTRY_COMPARE(shown.part<ui::EventListView>()->model()->rowCount(), 5);
    QTRY_VERIFY(shown.window.statusBar()->currentMessage().contains(u'2'));
  }

  void aLibraryThatIsDroppedIsOpened() {
    Shown shown;
    shown.drop({u"/elsewhere/other.demarche"_s});
    QTRY_COMPARE(shown.client.library(), u"/elsewhere/other.demarche"_s);
    QVERIFY(shown.session->inputs().empty());
    QCOMPARE(shown.settings.recentLibraries().front(), u"/elsewhere/other.demarche"_s);
  }

  void whatIsDroppedBeforeALibraryIsOpenGoesToTheDefaultOne() {
    Shown shown;
    QVERIFY(!shown.client.isOpen());
    shown.drop({u"/articles/one.txt"_s});
    QTRY_COMPARE(shown.session->inputs().size(), std::size_t{1});
    QCOMPARE(shown.client.library(), ui::LibraryCommands::defaultLibrary());
  }

  void recentLibrariesCanBeOpenedAgainAndThoseThatAreGoneAreGreyed() {
    Shown shown;
    QFile here(shown.folder.filePath(u"here.demarche"_s));
    QVERIFY(here.open(QIODevice::WriteOnly));
    shown.settings.addRecentLibrary(u"/gone/for good.demarche"_s);
    shown.settings.addRecentLibrary(here.fileName());
    QMenu menu;
    QAction clear;
    shown.window.library().fillRecent(&menu, &clear);
    QCOMPARE(menu.actions().size(), 4);
    QVERIFY(menu.actions()[0]->isEnabled());
    QVERIFY(!menu.actions()[1]->isEnabled());
    QVERIFY(menu.actions()[2]->isSeparator());
    menu.actions()[0]->trigger();
    QTRY_COMPARE(shown.client.library(), here.fileName());
  }

  void addingShowsItsProgressAndCanBeCancelled() {
    Shown shown;
    shown.open();
    auto* progress = shown.part<ui::ProgressStrip>();
    QVERIFY(!progress->isVisible());
    shown.session->holdAdding();
    shown.window.library().add({u"one.txt"_s, u"two.txt"_s});
    shown.session->waitForHeldInput();
    QTRY_VERIFY(progress->isVisible());
    QTRY_COMPARE(progress->findChild<QLabel*>()->text(), u"one.txt"_s);
    QTest::mouseClick(progress->findChild<QPushButton*>(), Qt::LeftButton);
    QTRY_VERIFY(!progress->isVisible());
    QVERIFY(shown.window.statusBar()->currentMessage().startsWith(u"Cancelled"_s));
  }

  void everyFileThatCouldNotBeReadHasItsLine() {
    Shown shown;
    shown.open();
    QVERIFY(!shown.dock(u"messages"_s)->isVisible());
    shown.window.library().add({u"/in/broken one.txt"_s, u"/in/good.txt"_s, u"/in/broken two.txt"_s});
    auto* messages = shown.part<ui::MessagesPanel>();
    QTRY_COMPARE(messages->count(), 2);
    QCOMPARE(messages->text(), u"/in/broken one.txt\tit is broken\n/in/broken two.txt\tit is broken\n"_s);
    QVERIFY(shown.dock(u"messages"_s)->isVisible());
    // Later failures come beneath, none replaces another.
    shown.window.library().add({u"/in/broken three.txt"_s});
    QTRY_COMPARE(messages->count(), 3);
  }

  void anEmptyWindowSaysWhatToDo() {
    Shown shown(std::make_shared<test::FakeSession>());
    auto* empty = shown.part<ui::EmptyState>();
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->reason(), ui::EmptyState::Reason::noLibrary);
    QVERIFY(!shown.dock(u"reader"_s)->isVisible());
    shown.open();
    QCOMPARE(empty->reason(), ui::EmptyState::Reason::noArticles);
    shown.session->addArticle("dull.txt", "Dull", u"Nothing happened.");
    shown.window.library().add({u"broken.txt"_s});
    QTRY_COMPARE(empty->reason(), ui::EmptyState::Reason::noEvents);
    shown.window.library().add({u"good.txt"_s});
    QTRY_VERIFY(!empty->isVisible());
    QVERIFY(shown.part<ui::TimelineView>()->isVisible());
    QVERIFY(shown.dock(u"reader"_s)->isVisible());
  }

  void aFilterThatLetsNothingThroughSaysSoAndCanBeCleared() {
    Shown shown;
    shown.open();
    QTest::keyClick(&shown.window, Qt::Key_F, Qt::ControlModifier);
    auto* line = shown.part<ui::FilterBar>()->findChild<QLineEdit*>();
    QVERIFY(line->hasFocus());
    QTest::keyClicks(line, u"zebra"_s);
    auto* empty = shown.part<ui::EmptyState>();
    QTRY_VERIFY(empty->isVisible());
    QCOMPARE(empty->reason(), ui::EmptyState::Reason::filtered);
    QVERIFY(shown.dock(u"list"_s)->isVisible());
    for (QPushButton* button : empty->findChildren<QPushButton*>())
      if (button->isVisible()) QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!empty->isVisible());
    QVERIFY(line->text().isEmpty());
  }

  void theMenuOfKindsFilters() {
    Shown shown;
    shown.open();
    auto* menu = shown.part<ui::FilterBar>()->findChild<QMenu*>();
    QVERIFY(shown.session->lastFilter().kinds.empty());
    QCOMPARE(shown.session->lastFilter().scope, std::optional(model::Scope::bilateral));
    menu->actions().at(1)->trigger();
    QTRY_COMPARE(shown.session->lastFilter().kinds, std::vector{model::EventKind::call});
    const QList<QAction*> choices = menu->actions();
    const auto context = std::ranges::find_if(
        choices, [](const QAction* action) { return action->text().startsWith(u"Context"_s); });
    QVERIFY(context != choices.end());
    (*context)->trigger();
    QTRY_VERIFY(!shown.session->lastFilter().scope);
  }

  void theMenuAsksForConfidenceAndOnlyOneAnswerHolds() {
    Shown shown;
    shown.open();
    const QList<QAction*> choices = shown.part<ui::FilterBar>()->findChild<QMenu*>()->actions();
    QCOMPARE(shown.session->lastFilter().minConfidence, 0.0);
    choices.at(choices.size() - 2)->trigger();
    QTRY_COMPARE(shown.session->lastFilter().minConfidence, 0.7);
    choices.last()->trigger();
    QTRY_COMPARE(shown.session->lastFilter().minConfidence, 0.9);
    QVERIFY(!choices.at(choices.size() - 2)->isChecked());
    choices.last()->trigger();
    QTRY_COMPARE(shown.session->lastFilter().minConfidence, 0.0);
  }

  void anEventThatAFilterHidesIsSelectedAgainWhenItComesBack() {
    Shown shown;
    shown.open();
    shown.part<ui::EventListView>()->setCurrentIndex(shown.part<ui::EventListView>()->model()->index(1, 0));
    QTRY_COMPARE(shown.read(), meetingPassage);
    auto* line = shown.part<ui::FilterBar>()->findChild<QLineEdit*>();
    line->setText(u"call"_s);
    QTRY_COMPARE(shown.part<ui::EventListView>()->model()->rowCount(), 1);
    QCOMPARE(shown.selectedInList(), QString());
    line->clear();
    QTRY_COMPARE(shown.selectedInList(), u"meeting"_s);
    QCOMPARE(shown.selectedInTimeline(), u"meeting"_s);
    QCOMPARE(shown.read(), meetingPassage);
  }

  void theWindowSpeaksAnotherLanguageAtOnce() {
    Shown shown;
    shown.open();
    const QString before = shown.dock(u"list"_s)->windowTitle();
    shown.translation.use(u"zh_CN"_s);
    QTRY_COMPARE(shown.dock(u"list"_s)->windowTitle(), u"事件"_s);
    QCOMPARE(shown.part<ui::EventListView>()->model()->index(1, 0).data().toString(), u"2023年5月10日"_s);
    for (const QAction* menu : shown.window.menuBar()->actions()) {
      QVERIFY2(menu->text().front().unicode() > 0x2e80, qPrintable(menu->text()));
      for (const QAction* action : menu->menu()->actions()) {
        if (action->isSeparator() || action->text().startsWith(u"Démarche"_s)) continue;
        QVERIFY2(action->text().front().unicode() > 0x2e80, qPrintable(action->text()));
      }
    }
    shown.translation.use(u"en"_s);
    QTRY_COMPARE(shown.dock(u"list"_s)->windowTitle(), before);
  }

  void countsAreSaidInTheSingularAndThePlural() {
    Shown shown;
    shown.translation.use(u"en"_s);
    shown.open();
    const auto said = [&] {
      QStringList texts;
      for (const QLabel* label : shown.window.statusBar()->findChildren<QLabel*>())
        texts += label->text();
      return texts.join(u'|');
    };
    QVERIFY2(said().contains(u"3 events in 2 articles"_s), qPrintable(said()));
    shown.part<ui::FilterBar>()->findChild<QLineEdit*>()->setText(u"call"_s);
    QTRY_VERIFY2(said().contains(u"1 event in 2 articles"_s), qPrintable(said()));
  }

  void largeCountsAreGroupedAsTheLanguageGroupsThem() {
    const auto library = test::sampleLibrary();
    for (int number = 0; number < 1200; ++number)
      library->addEvent(std::to_string(number), model::EventKind::call, "2023-05-02", "vienna.txt",
                        u"They had spoken by telephone on 2 May, it was said.");
    Shown shown(library);
    shown.translation.use(u"en"_s);
    shown.open();
    const auto labels = shown.window.statusBar()->findChildren<QLabel*>();
    QTRY_VERIFY(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text() == u"1,203 events in 2 articles"_s; }));
  }

  void aDarkThemeIsDarkEverywhere() {
    Shown shown;
    shown.open();
    ui::applyTheme(ui::ThemeChoice::dark);
    QTRY_VERIFY(shown.part<ui::TimelineView>()->palette().color(QPalette::Base).lightness() < 64);
    const QImage picture = shown.part<ui::TimelineView>()->grab().toImage();
    QVERIFY(picture.pixelColor(picture.width() / 2, picture.height() / 2).lightness() < 80);
    ui::applyTheme(ui::ThemeChoice::system);
  }

  void theWindowRemembersItsDocksAndItsSize() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    {
      Shown shown(test::sampleLibrary(), file);
      shown.open();
      shown.window.resize(900, 700);
      shown.dock(u"reader"_s)->hide();
      shown.window.close();
    }
    ui::Settings settings(file);
    ui::Translation translation;
    ui::LibraryClient client(test::openerOf(test::sampleLibrary()));
    ui::MainWindow window(client, settings, translation);
    window.show();
    window.library().open(u"fake.demarche"_s);
    QTRY_VERIFY(window.findChild<QDockWidget*>(u"list"_s)->isVisible());
    QVERIFY(!window.findChild<QDockWidget*>(u"reader"_s)->isVisible());
    QCOMPARE(window.size(), QSize(900, 700));
  }

  void closingAnEmptyWindowDoesNotLoseTheDocks() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    {
      Shown shown(std::make_shared<test::FakeSession>(), file);
      QVERIFY(!shown.dock(u"reader"_s)->isVisible());
      shown.window.close();
    }
    Shown shown(test::sampleLibrary(), file);
    shown.open();
    QVERIFY(shown.dock(u"reader"_s)->isVisible());
    QVERIFY(shown.dock(u"list"_s)->isVisible());
  }

  void closingWhileAddingCancels() {
    const auto session = test::sampleLibrary();
    {
      Shown shown(session);
      shown.open();
      session->holdAdding();
      shown.window.library().add({u"one.txt"_s, u"two.txt"_s});
      session->waitForHeldInput();
      shown.window.close();
    }
    QCOMPARE(session.use_count(), 1L);
  }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
