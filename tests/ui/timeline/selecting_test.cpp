// SPDX-License-Identifier: Apache-2.0
// Which events are selected, by mouse and keys, and which of them is the current one.
#include "events.h"
#include "tests/ui/support/event_ids.h"
#include "ui/timeline/rubber_band.h"
#include "ui/timeline/view.h"

#include <QListView>
#include <QSignalSpy>
#include <QtTest>
#include <algorithm>
#include <functional>

using namespace demarche;
using namespace demarche::ui;
using namespace Qt::StringLiterals;

namespace {

/// Two lanes: meetings in January, April, July and October of 2020, calls in between.
std::vector<model::Event> twoLanes() {
  using model::EventKind;
  return {eventOn("2020-01-10", "m1"),
          eventOn("2020-04-10", "m4"),
          eventOn("2020-07-10", "m7"),
          eventOn("2020-10-10", "m10"),
          eventOn("2020-02-20", "c2", EventKind::call),
          eventOn("2020-06-20", "c6", EventKind::call),
          eventOn("2020-11-20", "c11", EventKind::call)};
}

} // namespace

class SelectingTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_view = std::make_unique<TimelineView>();
    m_view->setAnimated(false);
    m_view->resize(1000, 400);
    m_view->setEvents(eventSetOf(twoLanes()));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setFocus();
  }

  void ctrlClickAddsAnEventAndTakesItAway() {
    click("m1");
    click("c6", Qt::ControlModifier);
    click("m10", Qt::ControlModifier);
    QCOMPARE(all(), u"c6 m1 m10"_s);
    QCOMPARE(current(), u"m10"_s);
    click("c6", Qt::ControlModifier);
    QCOMPARE(all(), u"m1 m10"_s);
    QCOMPARE(current(), u"m10"_s);
    click("m10", Qt::ControlModifier);
    QCOMPARE(all(), u"m1"_s);
    QCOMPARE(current(), u"m1"_s);
  }

  void shiftClickSelectsWhatStandsBetweenInTheLane() {
    click("m1");
    click("m7", Qt::ShiftModifier);
    QCOMPARE(all(), u"m1 m4 m7"_s);
    QCOMPARE(current(), u"m1"_s);
    click("m4", Qt::ShiftModifier); // from where one began
    QCOMPARE(all(), u"m1 m4"_s);
    click("c6", Qt::ShiftModifier); // of another lane there is nothing in between
    QCOMPARE(all(), u"c6"_s);
  }

  void aClickSelectsOneAloneAgain() {
    click("m1");
    click("m10", Qt::ShiftModifier);
    click("m1");
    QCOMPARE(all(), u"m1"_s);
  }

  void everyChangeOfTheSelectionIsToldOnce() {
    QSignalSpy told(m_view.get(), &TimelineView::selectionChanged);
    click("m1");
    click("m7", Qt::ShiftModifier);
    click("m7", Qt::ShiftModifier);
    QCOMPARE(told.count(), 2);
  }

  void aRectangleSelectsAllThatItTouches() {
    drawOut("m4", "m10", Qt::ShiftModifier);
    QCOMPARE(all(), u"m10 m4 m7"_s);
    drawOut("c2", "c6", Qt::ShiftModifier);
    QCOMPARE(all(), u"c2 c6"_s);
    drawOut("m4", "m7", Qt::ControlModifier);
    QCOMPARE(all(), u"c2 c6 m4 m7"_s);
  }

  void aRectangleTakesAllEventsOfClusters() {
    pileUp(100);
    const PlacedMark cluster = biggest();
    QVERIFY(cluster.mark.count > 10);
    const QPoint corner = m_view->scene().markRect(cluster).topLeft().toPoint();
    drawOut(corner - QPoint(8, -2), corner + QPoint(8, 6), Qt::ShiftModifier);
    QCOMPARE(m_view->allSelected().size(), cluster.mark.count);
  }

  void escapeCallsTheRectangleOffBeforeItClearsTheSelection() {
    click("m1");
    const QPoint from = middle("m4") - QPoint(30, 0);
    QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, from);
    moveTo(from + QPoint(200, 30), Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, from + QPoint(200, 30));
    QCOMPARE(all(), u"m1"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(all(), QString());
  }

  void theRectangleIsSeenWhileItIsDrawn() {
    const QPoint from = middle("m4") - QPoint(30, 8);
    const QImage before = m_view->grab().toImage();
    QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, from);
    moveTo(from + QPoint(200, 60), Qt::ShiftModifier);
    const QPoint inside = from + QPoint(120, 55);
    QVERIFY(m_view->grab().toImage().pixelColor(inside) != before.pixelColor(inside));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, from + QPoint(200, 60));
  }

  void ctrlASelectsAllInSight() {
    m_view->showRange(QDate(2020, 3, 1), QDate(2020, 8, 31));
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(all(), u"c6 m4 m7"_s);
    m_view->fitAll();
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_view->allSelected().size(), 7u);
  }

  void allSelectedEventsHaveARing() {
    click("m1");
    const QImage one = m_view->grab().toImage();
    click("c6", Qt::ControlModifier);
    click("m1", Qt::ControlModifier);
    click("m1", Qt::ControlModifier); // both, and the call is not the current one
    const QImage two = m_view->grab().toImage();
    const QRect around = m_view->scene().markRect(mark("c6")).toRect().adjusted(-6, -2, 6, 2);
    QVERIFY(one.copy(around) != two.copy(around));
  }

  void severalAreGoneToTogether() {
    m_view->showRange(QDate(1990, 1, 1), QDate(1990, 12, 31));
    m_view->setSelected(row("m4"), rows({"m4", "m10"}));
    m_view->goToSelection();
    const auto [first, last] = m_view->shownRange();
    QVERIFY(first < QDate(2020, 4, 10) && first > QDate(2020, 3, 1));
    QVERIFY(last > QDate(2020, 10, 10) && last < QDate(2020, 11, 20));
  }

  void whatIsStillThereStaysSelectedAmongOtherEvents() {
    m_view->setSelected(row("m4"), rows({"m4", "m10", "c2"}));
    std::vector<model::Event> events = twoLanes();
    events[4] = eventOn("2019-02-20", "another", model::EventKind::call); // where c2 was
    m_view->setEvents(eventSetOf(events));
    QCOMPARE(all(), u"m10 m4"_s);
    QCOMPARE(current(), u"m4"_s);
  }

  void aClusterThatNoZoomCanPartListsItsEventsByWeight() {
    pileUp(100);
    const PlacedMark cluster = biggest();
    const auto items = timeline::itemsOf(m_view->scene().layout(), cluster.mark);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->scene().markRect(cluster).center().toPoint());
    QListView* const list = shownList();
    QVERIFY(list != nullptr);
    QCOMPARE(list->model()->rowCount(), static_cast<int>(items.size()));
    // Of those piled up all are ministers', the later ones surer.
    QStringList titles;
    for (int row = 0; row < 3; ++row)
      titles += list->model()->index(row, 0).data().toString();
    std::vector<StoryRow> rows;
    for (const std::uint32_t item : items)
      rows.push_back(m_view->scene().rowOf(item));
    std::ranges::sort(rows, std::greater());
    for (int row = 0; row < 3; ++row)
      QCOMPARE(titles[row],
               u"Event "_s + test::idOf(*m_view->scene().events(), rows[static_cast<std::size_t>(row)]));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_view->selected(), rows[1]);
    QTRY_VERIFY(shownList() == nullptr);
  }

  void escapeClosesTheListAndSelectsNothing() {
    pileUp(100);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                      m_view->scene().markRect(biggest()).center().toPoint());
    QVERIFY(shownList() != nullptr);
    QTest::keyClick(shownList(), Qt::Key_Escape);
    QTRY_VERIFY(shownList() == nullptr);
    QCOMPARE(current(), QString());
  }

  void ctrlEnterListsAClusterAndSaysHowManyAreLeftOut() {
    pileUp(400);
    const PlacedMark cluster = biggest();
    QVERIFY(cluster.mark.count > 300);
    m_view->setSelected(
        m_view->scene().rowOf(timeline::itemsOf(m_view->scene().layout(), cluster.mark).front()));
    QTest::keyClick(m_view.get(), Qt::Key_Return, Qt::ControlModifier);
    QListView* const list = shownList();
    QVERIFY(list != nullptr);
    QCOMPARE(list->model()->rowCount(), 301);
    const QModelIndex last = list->model()->index(300, 0);
    QCOMPARE(last.data().toString(), u"and %1 more"_s.arg(cluster.mark.count - 300));
    QVERIFY(!(last.flags() & Qt::ItemIsSelectable));
    const QString third = list->model()->index(2, 0).data().toString();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(2, 0)).center());
    QCOMPARE(u"Event "_s + current(), third);
  }

  void enterOpensAClusterAllOfWhichIsSelected() {
    m_view->resize(1000, 130);
    m_view->showRange(QDate(2000, 1, 1), QDate(2040, 12, 31));
    QTRY_VERIFY(mark("m4").mark.count > 1);
    const std::uint32_t before = mark("m4").mark.count;
    click("m4", Qt::ControlModifier);
    QSignalSpy read(m_view.get(), &TimelineView::eventActivated);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QVERIFY(mark("m4").mark.count < before);
    QCOMPARE(read.count(), 0);
  }

  void upAndDownGoToTheNearestEventOfTheNextLane() {
    QTest::keyClick(m_view.get(), Qt::Key_Down); // nothing is selected: nothing to go from
    QCOMPARE(current(), QString());
    click("m7");
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(current(), u"c6"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Down); // there is no lane below
    QCOMPARE(current(), u"c6"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(current(), u"m7"_s);
  }

  void ctrlLeftAndRightStayInTheLane() {
    click("m4");
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(current(), u"m7"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(current(), u"m1"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(current(), u"m1"_s);
  }

 private:
  [[nodiscard]] StoryRow row(const char* id) const {
    return test::rowOf(*m_view->scene().events(), QString::fromUtf8(id));
  }
  [[nodiscard]] StoryRows rows(std::initializer_list<const char*> ids) const {
    StoryRows rows;
    for (const char* id : ids)
      rows.push_back(row(id));
    std::ranges::sort(rows);
    return rows;
  }
  [[nodiscard]] QString current() const { return test::idOf(*m_view->scene().events(), m_view->selected()); }
  /// Ids by the alphabet.
  [[nodiscard]] QString all() const {
    QStringList ids;
    for (const StoryRow one : m_view->allSelected())
      ids += test::idOf(*m_view->scene().events(), one);
    ids.sort();
    return ids.join(u' ');
  }
  [[nodiscard]] PlacedMark mark(const char* id) const {
    return m_view->scene().markOf(m_view->scene().snapshot().find(row(id)).value());
  }
  [[nodiscard]] QPoint middle(const char* id) const {
    return m_view->scene().markRect(mark(id)).center().toPoint();
  }
  void click(const char* id, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mouseClick(m_view.get(), Qt::LeftButton, modifiers, middle(id));
  }
  /// So many more meetings on the day of m4, each surer than the one before.
  void pileUp(int count) {
    std::vector<model::Event> events = twoLanes();
    for (int i = 0; i < count; ++i) {
      events.push_back(eventOn("2020-04-10", "x" + std::to_string(i)));
      events.back().level = model::Level::minister;
      events.back().confidence = i / 1000.0;
    }
    m_view->setEvents(eventSetOf(events));
    m_view->resize(1000, 1000);
    QTRY_COMPARE(m_view->scene().size(), QSizeF(1000, 1000));
  }
  /// The mark with the most events.
  [[nodiscard]] PlacedMark biggest() const {
    PlacedMark most;
    const timeline::Layout& layout = m_view->scene().layout();
    for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane)
      for (std::size_t row = 0; row < layout.lanes[lane].rows; ++row)
        for (const timeline::Mark& mark : m_view->scene().marksIn(lane, row))
          if (mark.count > most.mark.count) most = {lane, row, mark};
    return most;
  }
  [[nodiscard]] QListView* shownList() const {
    auto* const list = m_view->findChild<QListView*>();
    return list != nullptr && list->isVisible() ? list : nullptr;
  }
  void moveTo(QPoint point, Qt::KeyboardModifiers modifiers) {
    QMouseEvent move(QEvent::MouseMove, point, m_view->mapToGlobal(QPointF(point)), Qt::NoButton,
                     Qt::LeftButton, modifiers);
    QApplication::sendEvent(m_view.get(), &move);
  }
  /// A rectangle around both, as high as their lane.
  void drawOut(const char* first, const char* last, Qt::KeyboardModifiers modifiers) {
    const QRect lane = m_view->scene().laneRect(mark(first).lane).toRect();
    drawOut(QPoint(middle(first).x() - 14, lane.top() + 2), QPoint(middle(last).x() + 14, lane.bottom() - 2),
            modifiers);
  }
  void drawOut(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers) {
    QTest::mousePress(m_view.get(), Qt::LeftButton, modifiers, from);
    moveTo((from + to) / 2, modifiers);
    moveTo(to, modifiers);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, modifiers, to);
  }

  std::unique_ptr<TimelineView> m_view;
};

QTEST_MAIN(SelectingTest)
#include "selecting_test.moc"
