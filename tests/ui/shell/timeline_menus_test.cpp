// SPDX-License-Identifier: Apache-2.0
// What menus, legend and headings do to the timeline of a window.
#include "tests/ui/support/fake_session.h"
#include "ui/shell/actions.h"
#include "ui/shell/choose_person.h"
#include "ui/shell/filter_bar.h"
#include "ui/shell/library_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/shell/translation.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/view.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>

using namespace demarche;
using namespace Qt::StringLiterals;

namespace {

/// A window over a library in memory that shows its events.
struct Shown {
  explicit Shown(const QString& settingsFile = {})
      : settings(settingsFile.isEmpty() ? folder.filePath(u"settings.ini"_s) : settingsFile),
        client(test::openerOf(session)),
        window(client, settings, translation) {
    window.resize(1600, 900);
    window.show();
  }

  void open() {
    QSignalSpy events(&client, &ui::LibraryClient::eventsReady);
    window.library().open(u"fake.demarche"_s);
    QTRY_VERIFY(!events.isEmpty());
    QCoreApplication::processEvents();
  }

  [[nodiscard]] ui::TimelineView& timeline() const { return *window.findChild<ui::TimelineView*>(); }
  [[nodiscard]] const ui::TimelineScene& scene() const { return timeline().scene(); }
  [[nodiscard]] model::Filter filter() const { return window.findChild<ui::FilterBar*>()->filter(); }

  /// Anywhere below the menu bar; null when there is none.
  [[nodiscard]] QAction* action(const QString& text) const {
    for (QAction* action : window.findChildren<QAction*>())
      if (action->text().remove(u'&') == text && inMenus(*action)) return action;
    return nullptr;
  }
  [[nodiscard]] QMenu* menuWith(const QString& text) const {
    for (QObject* object : action(text)->associatedObjects())
      if (auto* menu = qobject_cast<QMenu*>(object)) return menu;
    return nullptr;
  }
  /// Codes from the first to the last.
  [[nodiscard]] std::vector<std::string> lanes() const {
    std::vector<std::string> codes;
    for (const timeline::Lane& lane : scene().layout().lanes)
      codes.push_back(timeline::codeOf(scene().snapshot(), lane.key));
    return codes;
  }
  [[nodiscard]] QStringList titles() const {
    QStringList titles;
    for (std::size_t lane = 0; lane < scene().layout().lanes.size(); ++lane)
      titles += scene().laneTitle(lane);
    return titles;
  }
  void chooseOnHeading(std::size_t lane, const QString& text) const {
    const QPoint at = heading(lane);
    QContextMenuEvent asked(QContextMenuEvent::Mouse, at, timeline().mapToGlobal(at));
    QApplication::sendEvent(&timeline(), &asked);
    auto* const menu = timeline().findChild<QMenu*>();
    QVERIFY(menu != nullptr);
    for (QAction* action : menu->actions())
      if (action->text().remove(u'&') == text) action->trigger();
    menu->close();
    QTRY_VERIFY(timeline().findChild<QMenu*>() == nullptr);
  }
  /// The middle of the heading.
  [[nodiscard]] QPoint heading(std::size_t lane) const {
    return {20, static_cast<int>(scene().laneRect(lane).center().y())};
  }
  void dragTo(QPoint to) const {
    QMouseEvent move(QEvent::MouseMove, to, timeline().mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton,
                     {});
    QApplication::sendEvent(&timeline(), &move);
  }
  /// The filter's button has actions of the same names.
  [[nodiscard]] static bool inMenus(const QAction& action) {
    for (const QObject* object : action.associatedObjects())
      if (const auto* menu = qobject_cast<const QMenu*>(object);
          menu != nullptr && qobject_cast<const ui::FilterBar*>(menu->parent()) == nullptr)
        return true;
    return false;
  }

  QTemporaryDir folder;
  std::shared_ptr<test::FakeSession> session = test::sampleLibrary();
  ui::Settings settings;
  ui::Translation translation;
  ui::LibraryClient client;
  ui::MainWindow window;
};

std::optional<ui::LegendEntry> legendEntry(const ui::TimelineScene& scene, const QString& text) {
  for (const ui::LegendEntry& entry : ui::legendOf(scene))
    if (entry.text == text) return entry;
  return std::nullopt;
}

} // namespace

class TimelineMenusTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aClickInTheLegendFiltersAndASecondOneBringsBack() {
    Shown shown;
    shown.translation.use(u"en"_s);
    shown.open();
    const auto click = [&] {
      const auto entry = legendEntry(shown.scene(), u"Planned"_s);
      QVERIFY(entry);
      QTest::mouseClick(&shown.timeline(), Qt::LeftButton, {}, entry->rect.center().toPoint());
    };
    click();
    const std::vector left{model::EventStatus::occurred, model::EventStatus::cancelled};
    QTRY_COMPARE(shown.session->lastFilter().statuses, left);
    QVERIFY(legendEntry(shown.scene(), u"Planned"_s)->filteredOut);
    QVERIFY(!shown.action(u"Planned"_s)->isChecked());
    click();
    QTRY_VERIFY(shown.session->lastFilter().statuses.empty());
    QVERIFY(!legendEntry(shown.scene(), u"Planned"_s)->filteredOut);
    QVERIFY(shown.action(u"Planned"_s)->isChecked());
  }

  void theShowMenuDoesTheSameFromTheKeyboard() {
    Shown shown;
    shown.translation.use(u"en"_s);
    shown.open();
    shown.action(u"Call"_s)->trigger();
    QTRY_COMPARE(shown.session->lastFilter().kinds.size(), model::allEventKinds.size() - 1);
    QVERIFY(legendEntry(shown.scene(), u"Call"_s));
    QAction* const all = shown.action(u"All kinds and statuses"_s);
    QVERIFY(all->isEnabled());
    all->trigger();
    QTRY_VERIFY(shown.session->lastFilter().kinds.empty());
    QVERIFY(shown.action(u"Call"_s)->isChecked());
    QVERIFY(!all->isEnabled());
  }

  void theLegendFollowsTheFilterBarAndKeepsItsOtherConditions() {
    Shown shown;
    shown.translation.use(u"en"_s);
    shown.open();
    model::Filter filter = shown.filter();
    filter.text = "meeting";
    filter.kinds = {model::EventKind::meeting};
    shown.window.findChild<ui::FilterBar*>()->setFilter(filter);
    QVERIFY(legendEntry(shown.scene(), u"Visit"_s)->filteredOut);
    shown.action(u"Visit"_s)->trigger();
    filter.kinds.push_back(model::EventKind::visit);
    QCOMPARE(shown.filter(), filter);
  }

  void aHeadingIsDraggedToAnotherPlaceAndStaysThereTheNextTime() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    {
      Shown shown(file);
      shown.open();
      QCOMPARE(shown.lanes(), (std::vector<std::string>{"meeting", "call", "visit"}));
      QTest::mousePress(&shown.timeline(), Qt::LeftButton, {}, shown.heading(0));
      shown.dragTo(shown.heading(1) + QPoint(0, 3));
      shown.dragTo(shown.heading(2) + QPoint(0, 3));
      QTest::mouseRelease(&shown.timeline(), Qt::LeftButton, {}, shown.heading(2) + QPoint(0, 3));
      QCOMPARE(shown.lanes(), (std::vector<std::string>{"call", "visit", "meeting"}));
      QVERIFY(!shown.scene().layout().lanes[2].collapsed);
    }
    Shown again(file);
    again.open();
    QCOMPARE(again.lanes(), (std::vector<std::string>{"call", "visit", "meeting"}));
    again.session->addEvent("letter", model::EventKind::letter, "2023-05-20", "vienna.txt",
                            u"They had spoken by telephone often.");
    again.window.findChild<ui::FilterBar*>()->setFilter(again.filter());
    QTRY_COMPARE(again.lanes(), (std::vector<std::string>{"call", "visit", "meeting", "letter"}));
    QMenu* const menu = again.menuWith(u"Lanes in their natural order"_s);
    Q_EMIT menu->aboutToShow();
    QVERIFY(again.action(u"Lanes in their natural order"_s)->isEnabled());
    again.action(u"Lanes in their natural order"_s)->trigger();
    QCOMPARE(again.lanes(), (std::vector<std::string>{"meeting", "call", "visit", "letter"}));
    QVERIFY(again.settings.laneOrder(u"kind"_s).isEmpty());
  }

  void escapeCallsOffADragOfAHeading() {
    Shown shown;
    shown.open();
    shown.timeline().setFocus();
    const auto before = shown.lanes();
    QTest::mousePress(&shown.timeline(), Qt::LeftButton, {}, shown.heading(0));
    shown.dragTo(shown.heading(2) + QPoint(0, 3));
    QTest::keyClick(&shown.timeline(), Qt::Key_Escape);
    QTest::mouseRelease(&shown.timeline(), Qt::LeftButton, {}, shown.heading(2));
    QCOMPARE(shown.lanes(), before);
    QVERIFY(!shown.scene().layout().lanes[0].collapsed);
  }

  void theLaneOfTheSelectedEventMovesByTheKeyboard() {
    Shown shown;
    shown.open();
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    shown.timeline().setSelected(**shown.session->rowOf(u"visit"_s.toStdString()));
    shown.timeline().setFocus();
    QTest::keyClick(&shown.timeline(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown.lanes(), (std::vector<std::string>{"meeting", "visit", "call"}));
    for (int i = 0; i < 3; ++i)
      QTest::keyClick(&shown.timeline(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown.lanes(), (std::vector<std::string>{"visit", "meeting", "call"}));
    QTest::keyClick(&shown.timeline(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown.lanes(), (std::vector<std::string>{"meeting", "visit", "call"}));
  }

  void aHeadingHasAMenuThatMovesAndFoldsItsLane() {
    Shown shown;
    shown.translation.use(u"en"_s);
    shown.open();
    shown.chooseOnHeading(1, u"Move down"_s);
    QCOMPARE(shown.lanes(), (std::vector<std::string>{"meeting", "visit", "call"}));
    shown.chooseOnHeading(1, u"Collapse"_s);
    QVERIFY(shown.scene().layout().lanes[1].collapsed);
    shown.chooseOnHeading(1, u"Expand"_s);
    QVERIFY(!shown.scene().layout().lanes[1].collapsed);
    shown.chooseOnHeading(1, u"Collapse all others"_s);
    QVERIFY(shown.scene().layout().lanes[0].collapsed);
    QVERIFY(!shown.scene().layout().lanes[1].collapsed);
    QVERIFY(shown.scene().layout().lanes[2].collapsed);
  }

  void theArticleOfTheSelectedEventIsPinnedAboveAllLanesAndTakenOffAgain() {
    Shown shown;
    shown.translation.use(u"en"_s);
    shown.open();
    QMenu* const compare = shown.menuWith(u"Unpin all"_s);
    shown.timeline().setSelected(**shown.session->rowOf(u"visit"_s.toStdString()));
    Q_EMIT compare->aboutToShow();
    shown.action(u"weiyena.txt"_s)->trigger();
    QCOMPARE(shown.titles(), (QStringList{u"weiyena.txt"_s, u"Meeting"_s, u"Call"_s, u"Visit"_s}));
    QCOMPARE(shown.scene().layout().lanes[0].size(), 2u);
    QCOMPARE(shown.session->idAt(shown.timeline().selected()), u"visit"_s);
    QCOMPARE(shown.scene().markOf(*shown.timeline().selectedItem()).lane, std::size_t{3});

    shown.action(u"Level"_s)->trigger();
    QCOMPARE(shown.titles().front(), u"weiyena.txt"_s);
    model::Filter none = shown.filter();
    none.text = "call";
    shown.window.findChild<ui::FilterBar*>()->setFilter(none);
    QTRY_COMPARE(shown.scene().layout().lanes[0].size(), 0u);
    QCOMPARE(shown.titles().front(), u"weiyena.txt"_s);

    Q_EMIT compare->aboutToShow();
    shown.action(u"weiyena.txt"_s)->trigger();
    QCOMPARE(shown.titles().size(), 1);
    QVERIFY(!shown.scene().isPinned(0));
  }

  void aPinnedLaneStaysOnTopWhateverIsMoved() {
    Shown shown;
    shown.translation.use(u"en"_s);
    shown.open();
    shown.chooseOnHeading(2, u"Pin above all lanes"_s);
    QCOMPARE(shown.titles(), (QStringList{u"Visit"_s, u"Meeting"_s, u"Call"_s, u"Visit"_s}));
    QTest::mousePress(&shown.timeline(), Qt::LeftButton, {}, shown.heading(0));
    shown.dragTo(shown.heading(3));
    QTest::mouseRelease(&shown.timeline(), Qt::LeftButton, {}, shown.heading(3));
    QCOMPARE(shown.titles(), (QStringList{u"Visit"_s, u"Meeting"_s, u"Call"_s, u"Visit"_s}));
    QTest::mousePress(&shown.timeline(), Qt::LeftButton, {}, shown.heading(2));
    shown.dragTo({20, static_cast<int>(shown.scene().laneRect(0).top())});
    QTest::mouseRelease(&shown.timeline(), Qt::LeftButton, {}, shown.heading(0));
    QCOMPARE(shown.titles(), (QStringList{u"Visit"_s, u"Call"_s, u"Meeting"_s, u"Visit"_s}));
    shown.translation.use(u"zh_CN"_s);
    QTRY_COMPARE(shown.titles().front(), shown.titles().back());
    shown.translation.use(u"en"_s);
    shown.chooseOnHeading(0, u"Unpin"_s);
    QCOMPARE(shown.titles(), (QStringList{u"Call"_s, u"Meeting"_s, u"Visit"_s}));
  }

  void aSavedFilterIsPinnedAndFollowsTheLibrary() {
    Shown shown;
    shown.translation.use(u"en"_s);
    model::SavedFilter saved{"talks & more", {}};
    saved.filter.text = "i"; // "Event visit", not "Event call"
    QVERIFY(shown.session->saveFilter(saved));
    shown.open();
    QMenu* const compare = shown.menuWith(u"Unpin all"_s);
    Q_EMIT compare->aboutToShow();
    const auto menus = compare->actions();
    const auto pin = std::ranges::find_if(
        menus, [](const QAction* action) { return action->text().remove(u'&') == u"Pin saved filter"_s; });
    QVERIFY(pin != menus.end());
    QTRY_COMPARE((*pin)->menu()->actions().size(), 1);
    (*pin)->menu()->actions().front()->trigger();
    QCOMPARE(shown.titles().front(), u"talks & more"_s);
    const auto expected = [&] { return shown.session->events(saved.filter)->size(); };
    QTRY_COMPARE(shown.scene().layout().lanes[0].size(), expected());
    QVERIFY(expected() > 0);
    shown.session->addEvent("signing in April", model::EventKind::agreement, "2023-04-01", "vienna.txt",
                            u"They had spoken by telephone often.");
    const auto before = expected();
    shown.window.findChild<ui::FilterBar*>()->setFilter(shown.filter());
    QTRY_VERIFY(shown.scene().layout().lanes.size() == 5);
    QTRY_COMPARE(shown.scene().layout().lanes[0].size(), before);
    shown.action(u"Unpin all"_s)->setEnabled(true);
    shown.action(u"Unpin all"_s)->trigger();
    QVERIFY(shown.scene().layers().empty());
  }

  void aFilterIsKeptUnderANameSetAgainAndForgotten() {
    Shown shown;
    shown.translation.use(u"en"_s);
    shown.open();
    auto* const bar = shown.window.findChild<ui::FilterBar*>();
    model::Filter calls;
    calls.kinds = {model::EventKind::call};
    calls.scope = model::Scope::bilateral;
    bar->setFilter(calls);
    shown.action(u"Keep this filter…"_s)->trigger();
    auto* const dialog = shown.window.findChild<QInputDialog*>();
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), u"calls & more"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(shown.session->savedFilters()->size(), std::size_t{1});
    QCOMPARE(shown.session->savedFilters()->front(), (model::SavedFilter{"calls & more", calls}));
    QMenu* const kept = shown.menuWith(u"Keep this filter…"_s);
    QTRY_COMPARE(kept->actions().size(), 4); // keep, forget, a line and the filter
    bar->clear();
    kept->actions().back()->trigger();
    QCOMPARE(bar->filter(), calls);
    kept->actions()[1]->menu()->actions().front()->trigger();
    QTRY_VERIFY(shown.session->savedFilters()->empty());
    QTRY_COMPARE(kept->actions().size(), 3);
  }

  void whatTheBarHasNoChoicesForHoldsUntilItIsTakenOut() {
    Shown shown;
    shown.translation.use(u"en"_s);
    shown.open();
    auto* const bar = shown.window.findChild<ui::FilterBar*>();
    const auto actions = bar->findChildren<QAction*>();
    const auto further = std::ranges::find(actions, u"Further conditions of a kept filter"_s, &QAction::text);
    QVERIFY(further != actions.end() && !(*further)->isVisible());
    model::Filter trade;
    trade.topics = {"trade"};
    trade.minConfidence = 0.33;
    trade.scope = model::Scope::bilateral;
    bar->setFilter(trade);
    QCOMPARE(bar->filter(), trade);
    QVERIFY(!bar->isClear());
    QTRY_COMPARE(shown.session->lastFilter(), trade);
    (*further)->trigger();
    QVERIFY(bar->isClear());
    QTRY_VERIFY(shown.session->lastFilter().topics.empty());
  }

  void aPersonIsChosenFromAListByTyping() {
    std::vector<timeline::CodeCount> people{
        {"Wang Yi (CN)", 5}, {"Antony Blinken (US)", 4}, {"Li Hui (CN)", 1}};
    auto* const dialog = new ui::ChoosePerson(people, nullptr);
    dialog->open();
    QSignalSpy chosen(dialog, &ui::ChoosePerson::chosen);
    auto* const search = dialog->findChild<QLineEdit*>();
    auto* const list = dialog->findChild<QListWidget*>();
    QTest::keyClicks(search, u"nobody"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.count(), 0);
    search->clear();
    QTest::keyClicks(search, u"(cn"_s);
    QVERIFY(list->item(1)->isHidden());
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().toString(), u"Li Hui (CN)"_s);
  }

  void theKeyMMeasuresAndEscapeEndsItWithoutDeselecting() {
    Shown shown;
    shown.open();
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    QAction* const measure = shown.window.findChild<ui::Actions*>()->measure;
    shown.timeline().setSelected(**shown.session->rowOf(u"call"_s.toStdString()));
    shown.timeline().setFocus();
    QTest::keyClick(&shown.timeline(), Qt::Key_M);
    QVERIFY(measure->isChecked());
    QTest::keyClick(&shown.timeline(), Qt::Key_Tab);
    QCOMPARE(shown.session->idAt(shown.timeline().selected()), u"meeting"_s);
    QCOMPARE(shown.timeline().ruler().days(), (timeline::DayCount{8, 8}));
    QTest::keyClick(&shown.timeline(), Qt::Key_Escape);
    QVERIFY(!measure->isChecked());
    QVERIFY(!shown.timeline().ruler().isActive());
    QCOMPARE(shown.session->idAt(shown.timeline().selected()), u"meeting"_s);
    auto* const text = shown.window.findChild<ui::FilterBar*>()->findChild<QLineEdit*>();
    text->setFocus();
    QTest::keyClick(text, Qt::Key_M);
    QCOMPARE(text->text(), u"m"_s);
    QVERIFY(!measure->isChecked());
  }
};

QTEST_MAIN(TimelineMenusTest)
#include "timeline_menus_test.moc"
