// SPDX-License-Identifier: Apache-2.0
// Several events at once in the whole window: what follows the selection, and what its menu does.
#include "tests/ui/support/shown_window.h"
#include "ui/shell/actions.h"
#include "ui/shell/selection.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QStatusBar>
#include <QtTest>
#include <algorithm>

using namespace demarche;
using namespace Qt::StringLiterals;
using ui::StoryRow;
using ui::StoryRows;

namespace {

struct Shown : test::ShownWindow {
  Shown() : ShownWindow(test::sampleLibrary()) {}

  [[nodiscard]] StoryRow row(const std::string& id) const { return **session->rowOf(id); }
  [[nodiscard]] QString ids(const StoryRows& rows) const {
    QStringList ids;
    for (const StoryRow one : rows)
      ids += session->idAt(one);
    ids.sort();
    return ids.join(u' ');
  }
  [[nodiscard]] QPoint inTimeline(const std::string& id) const {
    const ui::TimelineScene& scene = timeline->scene();
    return scene.markRect(scene.markOf(scene.snapshot().find(row(id)).value())).center().toPoint();
  }
  void clickInList(int at, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mouseClick(list->viewport(), Qt::LeftButton, modifiers,
                      list->visualRect(list->model()->index(at, 3)).center());
  }
  [[nodiscard]] bool says(const QString& text) const {
    const auto labels = window.statusBar()->findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(text); });
  }
  /// Brings the menu up on an event, by the mouse.
  [[nodiscard]] QMenu* menuOn(const std::string& id) {
    const QPoint at = inTimeline(id);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, timeline->mapToGlobal(at));
    QCoreApplication::sendEvent(timeline, &event);
    return qobject_cast<QMenu*>(QApplication::activePopupWidget());
  }

  ui::Selection* selection = window.findChild<ui::Selection*>();
  ui::Actions* actions = window.findChild<ui::Actions*>();
};

QAction* named(const QMenu& menu, const QString& text) {
  const QList<QAction*> all = menu.actions();
  const auto found = std::ranges::find_if(
      all, [&](const QAction* action) { return QString(action->text()).remove(u'&').startsWith(text); });
  return found == all.end() ? nullptr : *found;
}

} // namespace

class WindowSelectingTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void whatTheListSelectsTheTimelineSelectsToo() {
    Shown shown;
    shown.clickInList(0);
    shown.clickInList(1, Qt::ShiftModifier);
    QCOMPARE(shown.ids(shown.timeline->allSelected()), u"call meeting"_s);
    QVERIFY(shown.says(u"2 selected"_s));
    shown.clickInList(0, Qt::ControlModifier);
    QCOMPARE(shown.ids(shown.timeline->allSelected()), u"meeting"_s);
    QCOMPARE(shown.session->idAt(shown.timeline->selected()), u"meeting"_s);
    QVERIFY(!shown.says(u"selected"_s));
  }

  void whatTheTimelineSelectsTheListSelectsToo() {
    Shown shown;
    QTest::mouseClick(shown.timeline, Qt::LeftButton, {}, shown.inTimeline("call"));
    QTest::mouseClick(shown.timeline, Qt::LeftButton, Qt::ControlModifier, shown.inTimeline("visit"));
    QCOMPARE(shown.ids(shown.list->allSelected()), u"call visit"_s);
    QCOMPARE(shown.list->selectionModel()->selectedRows().size(), 2);
    shown.list->sortByColumn(ui::EventListModel::kindColumn, Qt::DescendingOrder);
    QCOMPARE(shown.ids(shown.list->allSelected()), u"call visit"_s);
  }

  void selectAllIsOfThePartThatHasTheFocus() {
    Shown shown;
    shown.timeline->showRange(QDate(2023, 5, 1), QDate(2023, 5, 5));
    shown.timeline->setFocus();
    shown.actions->selectAll->trigger();
    QCOMPARE(shown.ids(shown.selection->events()), u"call"_s);
    shown.list->setFocus();
    shown.actions->selectAll->trigger();
    QCOMPARE(shown.ids(shown.selection->events()), u"call meeting visit"_s);
  }

  void copyingMakesALineOfEachEventByTime() {
    Shown shown;
    StoryRows both{shown.row("meeting"), shown.row("call")};
    std::ranges::sort(both);
    shown.selection->set(both.front(), both);
    shown.actions->copy->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[0].startsWith(u"2 May 2023\t"_s), qPrintable(lines[0]));
    QVERIFY2(lines[1].startsWith(u"10 May 2023\t"_s), qPrintable(lines[1]));
    QVERIFY2(lines[1].endsWith(u"Two days in Vienna; 维也纳两日"_s), qPrintable(lines[1]));
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->html().count(u"<tr>"_s), 2);
  }

  void theMenuOfAnEventSelectsItAndShowsOnlyItsKind() {
    Shown shown;
    QTRY_VERIFY(shown.timeline->scene().events()->find(shown.row("call")) != nullptr);
    QMenu* const menu = shown.menuOn("call");
    QVERIFY(menu != nullptr);
    QCOMPARE(shown.ids(shown.selection->events()), u"call"_s);
    QVERIFY(named(*menu, u"Read"_s) != nullptr);
    QVERIFY(menu->actions().contains(shown.actions->copy));
    QAction* const only = named(*menu, u"Show only"_s);
    QVERIFY(only != nullptr);
    only->menu()->actions().front()->trigger();
    QTRY_COMPARE(shown.session->lastFilter().kinds, std::vector{model::EventKind::call});
    menu->close();
  }

  void theMenuOfAnEventLeavesASelectionThatHasIt() {
    Shown shown;
    shown.clickInList(0);
    shown.clickInList(1, Qt::ShiftModifier);
    QMenu* const menu = shown.menuOn("meeting");
    QVERIFY(menu != nullptr);
    QCOMPARE(shown.ids(shown.selection->events()), u"call meeting"_s);
    menu->close();
  }

  void shiftF10BringsTheMenuUp() {
    Shown shown;
    shown.timeline->setFocus();
    QTest::keyClick(shown.timeline, Qt::Key_F10, Qt::ShiftModifier);
    QWidget* const menu = QApplication::activePopupWidget();
    QVERIFY(qobject_cast<QMenu*>(menu) != nullptr);
    menu->close();
  }

  void theSelectionStaysAsFarAsItIsStillThere() {
    Shown shown;
    shown.clickInList(0);
    shown.clickInList(1, Qt::ShiftModifier);
    QSignalSpy ready(&shown.client, &ui::LibraryClient::eventsReady);
    shown.session->addEvent("another", model::EventKind::meeting, "2023-05-05", "vienna.txt",
                            u"They had spoken by telephone often.");
    shown.client.look();
    QTRY_VERIFY(!ready.isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(shown.list->model()->rowCount(), 4);
    QCOMPARE(shown.ids(shown.selection->events()), u"call meeting"_s);
    QCOMPARE(shown.ids(shown.timeline->allSelected()), u"call meeting"_s);
    QCOMPARE(shown.ids(shown.list->allSelected()), u"call meeting"_s);
  }
};

QTEST_MAIN(WindowSelectingTest)
#include "selecting_test.moc"
