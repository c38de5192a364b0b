// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/ruler.h"

#include "events.h"
#include "tests/ui/support/event_ids.h"
#include "ui/timeline/axis_text.h"
#include "ui/timeline/view.h"

#include <QSignalSpy>
#include <QtTest>

using namespace demarche;
using namespace demarche::ui;
using namespace Qt::StringLiterals;

namespace {

timeline::DayCount exactly(std::int64_t days) {
  return {days, days};
}

} // namespace

class RulerTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_view = std::make_unique<TimelineView>();
    m_view->resize(1200, 500);
    m_view->setEvents(eventSetOf({eventOn("2023-05-10/2023-05-19", "talks"),
                                  eventOn("2023-06", "visit", model::EventKind::visit),
                                  eventOn("2023-07-20", "call", model::EventKind::call)}));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setFocus();
    m_view->showRange(QDate(2023, 5, 1), QDate(2023, 7, 31));
  }

  void altAndDraggingMeasuresTheDaysUnderTheMouse() {
    drag(ground(QDate(2023, 5, 3)), ground(QDate(2023, 5, 8)), Qt::AltModifier);
    QVERIFY(ruler().isShown());
    QCOMPARE(ruler().days(), exactly(5));
    QCOMPARE(m_view->shownRange().first, QDate(2023, 5, 1));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!ruler().isActive());
  }

  void backwardsIsAsFarAsForwards() {
    drag(ground(QDate(2023, 7, 8)), ground(QDate(2023, 5, 8)), Qt::AltModifier);
    QCOMPARE(ruler().days(), exactly(61));
  }

  void withoutAltADragMovesThroughTime() {
    drag(ground(QDate(2023, 5, 3)), ground(QDate(2023, 5, 8)), {});
    QVERIFY(!ruler().isActive());
    QVERIFY(m_view->shownRange().first < QDate(2023, 5, 1));
  }

  void anEndNearTheEdgeOfABarIsItsFirstOrLastDay() {
    const TimelineScene& scene = m_view->scene();
    const QRectF bar = markOf("talks");
    QVERIFY(bar.width() > 60);
    const auto dayNear = [&](double x) { return rulerEndAt(scene, {x, bar.center().y()}).when; };
    const auto day = [](int number) { return timeline::When::on(dayNumberOf(QDate(2023, 5, number))); };
    QCOMPARE(dayNear(bar.left() - 5), day(10));
    QCOMPARE(dayNear(bar.right() + 5), day(19));
    QCOMPARE(dayNear(bar.right() + 8), day(20));
    QCOMPARE(rulerEndAt(scene, {bar.left() - 5, bar.bottom() + 200}).when, day(9));
  }

  void aVagueDateGivesARange() {
    drag(ground(QDate(2023, 5, 10)), markOf("visit").center().toPoint(), Qt::AltModifier);
    QCOMPARE(ruler().days(), (timeline::DayCount{22, 51}));
  }

  void whileOneMeasuresWhatIsPointedAtIsMeasuredFromTheSelectedEvent() {
    m_view->setSelected(test::rowOf(*m_view->scene().events(), u"talks"_s));
    m_view->setMeasuring(true);
    QVERIFY(!ruler().isShown());
    hover(markOf("call").center().toPoint());
    QCOMPARE(ruler().days(), exactly(71));
    hover(ground(QDate(2023, 5, 12)));
    QCOMPARE(ruler().days(), exactly(2));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!ruler().isActive());
    QCOMPARE(test::idOf(*m_view->scene().events(), m_view->selected()), u"talks"_s);
    hover(markOf("call").center().toPoint());
    QVERIFY(!ruler().isActive());
  }

  void whileOneMeasuresTheNextEventSelectedIsMeasuredFromTheFirst() {
    m_view->setSelected(test::rowOf(*m_view->scene().events(), u"talks"_s));
    QSignalSpy changed(m_view.get(), &TimelineView::measuringChanged);
    m_view->setMeasuring(true);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(ruler().days(), (timeline::DayCount{22, 51}));
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(ruler().days(), exactly(71));
    hover(ground(QDate(2023, 5, 12))); // what was chosen stays
    QCOMPARE(ruler().days(), exactly(71));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed.back().front().toBool(), false);
  }

  void whileOneMeasuresADragNeedsNoAltAndAClickStillSelects() {
    m_view->setMeasuring(true);
    drag(ground(QDate(2023, 5, 3)), ground(QDate(2023, 5, 8)), {});
    QCOMPARE(ruler().days(), exactly(5));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, markOf("call").center().toPoint());
    QCOMPARE(test::idOf(*m_view->scene().events(), m_view->selected()), u"call"_s);
    QVERIFY(!ruler().isShown());
  }

  void aRulerIsPaintedUponTheEvents() {
    const auto picture = [&] { return m_view->grab().toImage(); };
    const QImage before = picture();
    drag(ground(QDate(2023, 5, 3)), ground(QDate(2023, 7, 8)), Qt::AltModifier);
    QVERIFY(picture() != before);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(picture(), before);
  }

  void daysAreToldWithTheUnitsThatSayMore_data() {
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0 << 0 << u"0 days"_s;
    QTest::newRow("one") << 1 << 1 << u"1 day"_s;
    QTest::newRow("days") << 13 << 13 << u"13 days"_s;
    QTest::newRow("weeks") << 43 << 43 << u"43 days (6.1 weeks)"_s;
    QTest::newRow("months") << 100 << 100 << u"100 days (14.3 weeks, 3.3 months)"_s;
    QTest::newRow("years") << 3000 << 3000 << u"3,000 days (98.6 months, 8.2 years)"_s;
    QTest::newRow("range") << 12 << 43 << u"12–43 days (1.7–6.1 weeks)"_s;
    QTest::newRow("open") << 12 << -1 << u"at least 12 days"_s;
  }
  void daysAreToldWithTheUnitsThatSayMore() {
    QFETCH(const int, least);
    QFETCH(const int, most);
    QFETCH(const QString, text);
    const timeline::DayCount days{least, most < 0 ? std::nullopt : std::optional<std::int64_t>(most)};
    QCOMPARE(daysText(days, QLocale(QLocale::English)), text);
  }

 private:
  [[nodiscard]] const Ruler& ruler() const { return m_view->ruler(); }
  [[nodiscard]] QRectF markOf(const char* id) const {
    const TimelineScene& scene = m_view->scene();
    return scene.markRect(
        scene.markOf(scene.snapshot().find(test::rowOf(*scene.events(), QString::fromUtf8(id))).value()));
  }
  /// On that day, below all events.
  [[nodiscard]] QPoint ground(QDate day) const {
    const TimelineScene& scene = m_view->scene();
    return {static_cast<int>(scene.xOfDay(dayNumberOf(day) + 0.5)),
            static_cast<int>(scene.plotRect().bottom()) - 3};
  }
  void hover(QPoint to) const {
    QMouseEvent move(QEvent::MouseMove, to, m_view->mapToGlobal(QPointF(to)), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(m_view.get(), &move);
  }
  void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers) const {
    QTest::mousePress(m_view.get(), Qt::LeftButton, modifiers, from);
    for (const QPoint point : {(from + to) / 2, to}) {
      QMouseEvent move(QEvent::MouseMove, point, m_view->mapToGlobal(QPointF(point)), Qt::NoButton,
                       Qt::LeftButton, modifiers);
      QApplication::sendEvent(m_view.get(), &move);
    }
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, modifiers, to);
  }

  std::unique_ptr<TimelineView> m_view;
};

QTEST_MAIN(RulerTest)
#include "ruler_test.moc"
