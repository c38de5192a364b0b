// SPDX-License-Identifier: Apache-2.0
// How the timeline moves: before the eye, on after a drag, under two fingers, by the axis.
#include "events.h"
#include "ui/timeline/view.h"

#include <QPointingDevice>
#include <QSignalSpy>
#include <QtTest>

using namespace demarche;
using namespace demarche::ui;

namespace {

void turnWheel(TimelineView& view, QPointF at, QPoint angle, QPoint pixels = {},
               Qt::ScrollPhase phase = Qt::NoScrollPhase, Qt::KeyboardModifiers modifiers = {}) {
  QWheelEvent event(at, view.mapToGlobal(at), pixels, angle, Qt::NoButton, modifiers, phase, false);
  QApplication::sendEvent(&view, &event);
}

void moveMouse(TimelineView& view, QPointF to) {
  QMouseEvent event(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
  QApplication::sendEvent(&view, &event);
}

double daysShown(const TimelineView& view) {
  const auto [first, end] = view.shownDays();
  return end - first;
}

bool nearly(double a, double b) {
  return std::abs(a - b) < 1e-6 * std::max(1.0, std::abs(b));
}

} // namespace

class MovingTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_view = std::make_unique<TimelineView>();
    m_view->resize(1000, 500);
    m_view->setEvents(eventSetOf(someEvents()));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setFocus();
    m_view->showRange(QDate(2000, 1, 1), QDate(2004, 12, 31));
  }

  void zoomingIsSeenOnItsWayAndKeepsTheDayUnderTheMouse() {
    m_view->setAnimated(true);
    const QPointF at(700, 200);
    const double day = m_view->scene().dayAt(at.x());
    const double days = daysShown(*m_view);
    QSignalSpy moves(m_view.get(), &TimelineView::rangeChanged);
    std::vector<double> offs;
    connect(m_view.get(), &TimelineView::rangeChanged, m_view.get(),
            [&] { offs.push_back(std::abs(m_view->scene().xOfDay(day) - at.x())); });
    turnWheel(*m_view, at, {0, 120});
    QCOMPARE(moves.count(), 0);
    turnWheel(*m_view, at, {0, 120});
    turnWheel(*m_view, at, {0, 120});
    QTRY_VERIFY(nearly(daysShown(*m_view), days / (1.25 * 1.25 * 1.25)));
    QVERIFY2(moves.count() >= 2, "it jumped");
    QVERIFY(std::ranges::all_of(offs, [](double off) { return off < 0.5; }));
  }

  void aPressStopsAMotionWhereItIs() {
    m_view->setAnimated(true);
    const double days = daysShown(*m_view);
    QSignalSpy moves(m_view.get(), &TimelineView::rangeChanged);
    m_view->goTo(m_view->shownDays().first, m_view->shownDays().first + 2);
    QVERIFY(moves.wait());
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {500, 440});
    const double stopped = daysShown(*m_view);
    QVERIFY(stopped < days);
    moves.clear();
    QVERIFY2(!moves.wait(100), "it moved on");
    QCOMPARE(daysShown(*m_view), stopped);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {500, 440});
  }

  void withoutMotionTheViewIsThereAtOnce() {
    m_view->setAnimated(false);
    const double days = daysShown(*m_view);
    turnWheel(*m_view, {500, 200}, {0, 120});
    QVERIFY(nearly(daysShown(*m_view), days / 1.25));
  }

  void aDoubleClickOnTheGroundZoomsInAndWithShiftOut() {
    const QPoint ground(500, 440);
    QVERIFY(!m_view->scene().markAt(ground));
    const double day = m_view->scene().dayAt(ground.x());
    const double days = daysShown(*m_view);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, ground);
    QVERIFY(nearly(daysShown(*m_view), days / 2));
    QVERIFY(std::abs(m_view->scene().xOfDay(day) - ground.x()) < 0.5);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, ground);
    QVERIFY(nearly(daysShown(*m_view), days));
  }

  void aViewThatIsThrownGlidesOnAndAPressHoldsIt() {
    m_view->setAnimated(true);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {800, 440});
    for (int x = 780; x >= 400; x -= 20) {
      QTest::qWait(2);
      moveMouse(*m_view, QPointF(x, 440));
    }
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {400, 440});
    const double released = m_view->shownDays().first;
    QTRY_VERIFY(m_view->shownDays().first > released + 20);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {500, 440});
    const double held = m_view->shownDays().first;
    QSignalSpy moves(m_view.get(), &TimelineView::rangeChanged);
    QVERIFY2(!moves.wait(100), "it glides on");
    QCOMPARE(m_view->shownDays().first, held);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {500, 440});
  }

  void aGlideComesToRest() {
    m_view->setAnimated(true);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {800, 440});
    for (int x = 780; x >= 600; x -= 20)
      moveMouse(*m_view, QPointF(x, 440));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {600, 440});
    QSignalSpy moves(m_view.get(), &TimelineView::rangeChanged);
    QVERIFY(moves.wait());
    QTRY_VERIFY_WITH_TIMEOUT(!moves.wait(200), 10'000);
  }

  void aDragThatRestsBeforeItEndsDoesNotGlide() {
    m_view->setAnimated(true);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {800, 440});
    for (int x = 780; x >= 600; x -= 20)
      moveMouse(*m_view, QPointF(x, 440));
    QTest::qWait(150); // the hand rests
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {600, 440});
    QSignalSpy moves(m_view.get(), &TimelineView::rangeChanged);
    QVERIFY(!moves.wait(100));
  }

  void fingersOnATouchpadMoveWhatIsShownBothWays() {
    m_view->resize(1000, 130); // rows beyond it
    m_view->setEvents(manyEvents(300));
    const double days = daysShown(*m_view);
    const double day = m_view->scene().dayAt(600);
    turnWheel(*m_view, {600, 80}, {-80, -120}, {-40, -30}, Qt::ScrollUpdate);
    QVERIFY(std::abs(m_view->scene().xOfDay(day) - 560) < 0.5);
    QVERIFY(nearly(daysShown(*m_view), days));
    QVERIFY(m_view->scene().scroll() > 0);
  }

  void aPinchZoomsBetweenTheFingers() {
    const double days = daysShown(*m_view);
    const QPointF at(300, 200);
    const double day = m_view->scene().dayAt(at.x());
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at,
                              m_view->mapToGlobal(at), 0.25, {});
    QApplication::sendEvent(m_view.get(), &pinch);
    QVERIFY(nearly(daysShown(*m_view), days / 1.25));
    QVERIFY(std::abs(m_view->scene().xOfDay(day) - at.x()) < 0.5);
  }

  void aStretchDrawnOutOnTheAxisIsZoomedTo() {
    const QRectF axis = m_view->scene().axisRect();
    const QPoint from(400, static_cast<int>(axis.center().y()));
    const QPoint to(600, from.y() + 100); // the hand need not stay in the axis
    const double first = m_view->scene().dayAt(from.x());
    const double end = m_view->scene().dayAt(to.x());
    const QImage before = m_view->grab().toImage();
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
    moveMouse(*m_view, (from + to) / 2);
    moveMouse(*m_view, to);
    QVERIFY2(m_view->grab().toImage() != before, "no band is seen");
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, to);
    QVERIFY(nearly(m_view->shownDays().first, first));
    QVERIFY(nearly(m_view->shownDays().second, end));
  }

  void escapeCallsTheStretchOff() {
    const auto before = m_view->shownDays();
    const int y = static_cast<int>(m_view->scene().axisRect().center().y());
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {400, y});
    moveMouse(*m_view, QPointF(600, y));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {600, y});
    QCOMPARE(m_view->shownDays(), before);
  }

  void aClickInTheUpperRowOfTheAxisZoomsToItsCell() {
    const int y = static_cast<int>(m_view->scene().axisRect().top()) + 5;
    const int x = static_cast<int>(m_view->scene().xOfDay(12'235)); // 2003-07-02
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {x, y});
    QCOMPARE(m_view->shownRange(), std::make_pair(QDate(2003, 1, 1), QDate(2003, 12, 31)));
  }

  void oneZoomsInToAnHourAndNoFurther() {
    for (int turn = 0; turn < 80; ++turn)
      turnWheel(*m_view, {500, 200}, {0, 120});
    QVERIFY(std::abs(daysShown(*m_view) * 24 - 1) < 1e-6);
  }

 private:
  std::unique_ptr<TimelineView> m_view;
};

QTEST_MAIN(MovingTest)
#include "moving_test.moc"
