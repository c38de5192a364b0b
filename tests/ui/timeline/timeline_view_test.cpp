// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/view.h"

#include "events.h"
#include "tests/ui/support/event_ids.h"
#include "ui/bridge/text.h"
#include "ui/timeline/axis_text.h"
#include "ui/timeline/legend.h"

#include <QSignalSpy>
#include <QTextDocumentFragment>
#include <QToolTip>
#include <QtTest>
#include <algorithm>

using namespace demarche;
using namespace demarche::ui;

namespace {

void turnWheel(TimelineView& view, QPointF at, QPoint angle,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  QWheelEvent event(at, view.mapToGlobal(at), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
  QApplication::sendEvent(&view, &event);
}

void drag(TimelineView& view, QPoint from, QPoint to) {
  QTest::mousePress(&view, Qt::LeftButton, {}, from);
  for (const QPoint point : {(from + to) / 2, to}) {
    QMouseEvent move(QEvent::MouseMove, point, view.mapToGlobal(QPointF(point)), Qt::NoButton, Qt::LeftButton,
                     {});
    QApplication::sendEvent(&view, &move);
  }
  QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
}

QPoint middleOf(const TimelineView& view, const char* id) {
  const TimelineScene& scene = view.scene();
  const auto item = scene.snapshot().find(test::rowOf(*scene.events(), QString::fromUtf8(id)));
  return scene.markRect(scene.markOf(item.value())).center().toPoint();
}

double daysShown(const TimelineView& view) {
  return view.scene().plotRect().width() / view.scene().scale().pixelsPerDay();
}

} // namespace

class TimelineViewTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_view = std::make_unique<TimelineView>();
    m_view->resize(1000, 500);
    m_view->setEvents(eventSetOf(someEvents()));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setFocus();
  }

  void theFirstEventsAreShownAll() {
    const auto [first, last] = m_view->shownRange();
    QVERIFY(first < QDate(1972, 2, 21));
    QVERIFY(last > QDate(2023, 11, 15));
  }

  void theWheelZoomsAboutTheDayUnderTheMouse_data() {
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("angle");
    for (const int x : {200, 520, 960})
      for (const int angle : {120, -120, 480, 15})
        QTest::addRow("%d at %d", angle, x) << x << angle;
  }

  void theWheelZoomsAboutTheDayUnderTheMouse() {
    QFETCH(const int, x);
    QFETCH(const int, angle);
    m_view->showRange(QDate(2000, 1, 1), QDate(2004, 12, 31));
    const double day = m_view->scene().dayAt(x);
    const double days = daysShown(*m_view);
    turnWheel(*m_view, QPointF(x, 200), QPoint(0, angle));
    QVERIFY(std::abs(m_view->scene().xOfDay(day) - x) < 0.5);
    QCOMPARE(daysShown(*m_view) < days, angle > 0);
  }

  void shiftWheelPansAndDoesNotZoom() {
    const double days = daysShown(*m_view);
    const double first = m_view->scene().scale().firstDay();
    turnWheel(*m_view, QPointF(500, 200), QPoint(0, -120), Qt::ShiftModifier);
    QCOMPARE(daysShown(*m_view), days);
    QVERIFY(m_view->scene().scale().firstDay() > first);
  }

  void draggingMovesTheDayWithTheMouse() {
    const QPoint from(600, 480 - 60);
    const QPoint to(400, 480 - 60);
    const double day = m_view->scene().dayAt(from.x());
    QSignalSpy selection(m_view.get(), &TimelineView::selectionChanged);
    drag(*m_view, from, to);
    QVERIFY(std::abs(m_view->scene().xOfDay(day) - to.x()) < 0.5);
    QCOMPARE(selection.count(), 0);
  }

  void aClickSelectsTheEventUnderTheMouse() {
    QSignalSpy selection(m_view.get(), &TimelineView::selectionChanged);
    for (const char* id : {"nixon", "relations", "hainan"}) {
      QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middleOf(*m_view, id));
      QCOMPARE(selection.takeLast().first().value<StoryRow>(), row(QString::fromUtf8(id)));
      QCOMPARE(selected(), QString::fromUtf8(id));
    }
  }

  void aClickBesideTheEventsSelectsNothing() {
    m_view->setSelected(row(QStringLiteral("nixon")));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(500, 440));
    QCOMPARE(selected(), QString());
  }

  void aClickOnAClusterZoomsUntilItsEventsStandApart() {
    const TimelineScene& scene = m_view->scene();
    const std::vector<model::Event> events = {eventOn("2023-05-10", "a"), eventOn("2023-05-12", "b"),
                                              eventOn("2023-05-14", "c"), eventOn("1972-02-21", "d")};
    m_view->setEvents(eventSetOf(events));
    m_view->resize(1000, 120); // a single row
    m_view->fitAll();
    QTRY_COMPARE(scene.markOf(2).mark.count, 3u);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middleOf(*m_view, "b"));
    QCOMPARE(scene.markOf(2).mark.count, 1u);
    QVERIFY(scene.plotRect().contains(middleOf(*m_view, "b")));
  }

  void aDoubleClickOpensTheEvent() {
    QSignalSpy activated(m_view.get(), &TimelineView::eventActivated);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, middleOf(*m_view, "relations"));
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().value<StoryRow>(), row(QStringLiteral("relations")));
  }

  void tabWalksTheEventsInTimeAndLeavesAfterTheLast() {
    for (const std::string& id : someEventsByTime()) {
      QTest::keyClick(m_view.get(), Qt::Key_Tab);
      QCOMPARE(selected(), toQString(id));
    }
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(selected(), QStringLiteral("woodside"));
    QTest::keyClick(m_view.get(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(selected(), QStringLiteral("vienna"));
  }

  void tabBringsTheEventIntoSight() {
    m_view->showRange(QDate(1971, 1, 1), QDate(1973, 1, 1));
    m_view->setSelected(row(QStringLiteral("nixon")));
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(m_view->scene().plotRect().contains(middleOf(*m_view, "relations")));
  }

  void enterOpensTheSelectedEvent() {
    QSignalSpy activated(m_view.get(), &TimelineView::eventActivated);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activated.count(), 0);
    m_view->setSelected(row(QStringLiteral("hainan")));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().value<StoryRow>(), row(QStringLiteral("hainan")));
  }

  void keysPanAndZoom() {
    m_view->showRange(QDate(2000, 1, 1), QDate(2004, 12, 31));
    const double days = daysShown(*m_view);
    const double first = m_view->scene().scale().firstDay();
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY(m_view->scene().scale().firstDay() > first);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QVERIFY(std::abs(m_view->scene().scale().firstDay() - first) < 1e-6);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(daysShown(*m_view) < days);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QVERIFY(std::abs(daysShown(*m_view) - days) < 1e-6);
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QVERIFY(m_view->shownRange().first < QDate(1972, 2, 21));
    QVERIFY(m_view->shownRange().second > QDate(2023, 11, 15));
  }

  void homeAndEndGoToTheFirstAndTheLastEvent() {
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(selected(), QStringLiteral("woodside"));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(selected(), QStringLiteral("nixon"));
  }

  void undatedEventsAreCountedAndNeverPlaced() {
    const QString line = undatedText(m_view->scene());
    QVERIFY2(line.startsWith(QStringLiteral("2 ")), qPrintable(line));
    QSignalSpy undated(m_view.get(), &TimelineView::undatedActivated);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, undatedRect(m_view->scene()).center().toPoint());
    QCOMPARE(undated.count(), 1);
    m_view->setSelected(row(QStringLiteral("undated")));
    QCOMPARE(selected(), QString());
  }

  void newEventsLeaveViewAndSelectionWhereTheyAre() {
    m_view->showRange(QDate(2023, 1, 1), QDate(2023, 12, 31));
    m_view->setSelected(row(QStringLiteral("vienna")));
    const timeline::TimeScale scale = m_view->scene().scale();
    QSignalSpy selection(m_view.get(), &TimelineView::selectionChanged);
    auto events = someEvents();
    events.push_back(eventOn("1971-07-09/1971-07-11", "kissinger"));
    m_view->setEvents(eventSetOf(events));
    QVERIFY(m_view->scene().scale() == scale);
    QCOMPARE(selected(), QStringLiteral("vienna"));
    QCOMPARE(selection.count(), 0);
    m_view->setEvents(eventSetOf({eventOn("unknown", "undated"), eventOn("1999", "another")}));
    QCOMPARE(selected(), QString());
    QCOMPARE(selection.count(), 1);
  }

  void resizingKeepsTheRange() {
    m_view->showRange(QDate(2000, 1, 1), QDate(2004, 12, 31));
    m_view->resize(700, 400);
    QTRY_COMPARE(m_view->scene().size(), QSizeF(700, 400));
    QCOMPARE(m_view->shownRange(), std::make_pair(QDate(2000, 1, 1), QDate(2004, 12, 31)));
  }

  void rowsStayWhereTheyAreWhileOnePansAndZooms() {
    m_view->setEvents(manyEvents(300));
    m_view->fitAll();
    const auto before = m_view->scene().layout().order;
    const double top = m_view->scene().laneRect(3).top();
    for (int step = 0; step < 8; ++step) {
      turnWheel(*m_view, QPointF(700, 200), QPoint(0, 240));
      QTest::keyClick(m_view.get(), Qt::Key_Right);
      QVERIFY(m_view->scene().layout().order == before);
      QCOMPARE(m_view->scene().laneRect(3).top(), top);
    }
  }

  void aClickOnAHeadingFoldsTheLaneToOneRowThatCountsAndOpensItAgain() {
    m_view->setEvents(manyEvents(300));
    const TimelineScene& scene = m_view->scene();
    const std::uint32_t rows = scene.layout().lanes[1].rows;
    QVERIFY(rows > 1);
    const auto heading = [&] {
      return QPoint(20, static_cast<int>(scene.laneRect(1).top() + TimelineScene::lanePadding() + 8));
    };
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, heading());
    QCOMPARE(scene.layout().lanes[1].rows, 1u);
    QVERIFY(scene.isDense(1));
    QCOMPARE(scene.marksIn(1, 0).empty(), false);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, heading());
    QCOMPARE(scene.layout().lanes[1].rows, rows);
    m_view->setAllCollapsed(true);
    QCOMPARE(scene.layout().rows.size(), scene.layout().lanes.size());
    m_view->setAllCollapsed(false);
    QVERIFY(scene.layout().rows.size() > scene.layout().lanes.size());
  }

  void pinnedLanesStayInSightWhileTheOthersScrollBeneathThem() {
    m_view->setEvents(manyEvents(600));
    m_view->setLayers({{timeline::Grouping::kind, "letter"}});
    m_view->setFocus();
    const TimelineScene& scene = m_view->scene();
    QVERIFY(scene.isPinned(0) && !scene.isPinned(1));
    QVERIFY(scene.contentHeight() > scene.plotRect().height() + 200);
    const QRectF pinned = scene.laneRect(0);
    const QRectF others = scene.laneRect(1);
    const QRect area = pinned.united(pinned.translated(-pinned.left() + 2, 0)).toAlignedRect();
    const auto picture = [&] { return m_view->grab(area.adjusted(0, 0, 0, -3)).toImage(); };
    const QImage before = picture();
    for (int i = 0; i < 5; ++i)
      QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(scene.laneRect(0), pinned);
    QCOMPARE(scene.laneRect(1), others.translated(0, -5 * scene.rowHeight()));
    QCOMPARE(picture(), before);
    const auto point = scene.markRect(0, 0, scene.marksIn(0, 0).front()).center();
    QCOMPARE(scene.markAt(point)->lane, std::size_t{0});
    QCOMPARE(scene.headingAt({20, pinned.center().y()}), std::optional<std::size_t>(0));
    // What is selected is brought from beneath them.
    for (std::uint32_t item = 0; item < 600; ++item) {
      const PlacedMark mark = scene.markOf(item);
      if (mark.lane != 1 || scene.markRect(mark).top() >= pinned.bottom()) continue;
      m_view->setSelected(scene.rowOf(item));
      QVERIFY(scene.markRect(scene.markOf(item)).top() >= pinned.bottom());
      return;
    }
    QFAIL("nothing was beneath them");
  }

  void tallPinnedLanesScrollWithTheOthers() {
    m_view->setEvents(manyEvents(600));
    std::vector<timeline::Layer> layers;
    for (const char* kind : {"meeting", "call", "visit", "letter", "agreement", "measure"})
      layers.push_back({timeline::Grouping::kind, kind});
    m_view->setLayers(layers);
    m_view->setFocus();
    const TimelineScene& scene = m_view->scene();
    QVERIFY(scene.laneRect(6).top() - scene.plotRect().top() > 0.7 * scene.plotRect().height());
    const double top = scene.laneRect(0).top();
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(scene.laneRect(0).top(), top - scene.rowHeight());
  }

  void otherLanesKeepTheTimeInViewAndTheSelection() {
    m_view->showRange(QDate(1971, 1, 1), QDate(2024, 12, 31));
    m_view->setSelected(row(QStringLiteral("nixon")));
    const auto range = m_view->shownRange();
    m_view->setGrouping(timeline::Grouping::level);
    QCOMPARE(m_view->scene().layout().lanes.front().key.grouping, timeline::Grouping::level);
    QCOMPARE(m_view->shownRange(), range);
    QCOMPARE(selected(), QStringLiteral("nixon"));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middleOf(*m_view, "relations"));
    QCOMPARE(selected(), QStringLiteral("relations"));
  }

  void theEmptyTimelineShowsAnAxisAndTakesEveryKey() {
    m_view->setEvents(nullptr);
    for (const Qt::Key key :
         {Qt::Key_Tab, Qt::Key_Home, Qt::Key_End, Qt::Key_Return, Qt::Key_0, Qt::Key_Plus})
      QTest::keyClick(m_view.get(), key);
    QVERIFY(m_view->shownRange().first < m_view->shownRange().second);
    QVERIFY(!m_view->grab().isNull());
  }

  void selectingAnEventShowsWhereItWasPlannedForBefore() {
    m_view->setEvents(eventSetOf({putOff()}));
    m_view->showRange(QDate(2023, 1, 1), QDate(2023, 12, 31));
    const QPoint planned = placeOf(QDate(2023, 6, 1));
    QTest::mouseMove(m_view.get(), QPoint(5, 5)); // beside the plot
    QCOMPARE(colouredAround(planned), 0);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middleOf(*m_view, "talks"));
    QCOMPARE(selected(), QStringLiteral("talks"));
    QTest::mouseMove(m_view.get(), QPoint(5, 5));
    QVERIFY(colouredAround(planned) > 8);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                      m_view->scene().plotRect().bottomRight().toPoint() - QPoint(9, 9));
    QCOMPARE(m_view->selected(), noStory);
    QCOMPARE(colouredAround(planned), 0);
  }

  void pointingAtAnEventShowsWhereItWasPlannedForBefore() {
    m_view->setEvents(eventSetOf({putOff()}));
    m_view->showRange(QDate(2023, 1, 1), QDate(2023, 12, 31));
    QTest::mouseMove(m_view.get(), QPoint(5, 5));
    QTest::mouseMove(m_view.get(), middleOf(*m_view, "talks"));
    QVERIFY(colouredAround(placeOf(QDate(2023, 6, 1))) > 8);
  }

  void theCardStaysBesideItsMark() {
    QTest::mouseMove(m_view.get(), QPoint(5, 5));
    QTest::mouseMove(m_view.get(), middleOf(*m_view, "hainan"));
    QTRY_COMPARE(QToolTip::text(), QStringLiteral("Event hainan"));
    const auto windows = QApplication::topLevelWidgets();
    const auto tip = std::ranges::find_if(
        windows, [](const QWidget* window) { return window->inherits("QTipLabel") && window->isVisible(); });
    QVERIFY(tip != windows.end());
    const TimelineScene& scene = m_view->scene();
    const QRect mark =
        scene.markRect(scene.markOf(*scene.snapshot().find(row(QStringLiteral("hainan"))))).toRect();
    QVERIFY(!(*tip)->geometry().intersects(QRect(m_view->mapToGlobal(mark.topLeft()), mark.size())));
  }

  void theCardOfAClusterTellsItsLaneItsCountAndItsWeightiestEvents() {
    std::vector<model::Event> events;
    for (int day = 1; day <= 12; ++day)
      events.push_back(eventOn(QStringLiteral("2023-05-%1").arg(day, 2, 10, QLatin1Char('0')).toStdString(),
                               std::to_string(day)));
    events[6].level = model::Level::leader;
    m_view->setEvents(eventSetOf(events));
    m_view->setAllCollapsed(true); // to one row
    m_view->showRange(QDate(1990, 1, 1), QDate(2023, 12, 31));
    QTest::mouseMove(m_view.get(), QPoint(5, 5));
    QTest::mouseMove(m_view.get(), middleOf(*m_view, "7"));
    QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("and 4 more")));
    const QString said = QTextDocumentFragment::fromHtml(QToolTip::text()).toPlainText().trimmed();
    QVERIFY2(said.startsWith(QString::fromUtf8("Meeting · 12")), qPrintable(said));
    const auto first = said.indexOf(QStringLiteral("Event"));
    QVERIFY2(said.mid(first).startsWith(QStringLiteral("Event 7")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("7 May 2023")), qPrintable(said));
  }

  void tenThousandEventsArePainted() {
    m_view->setEvents(manyEvents(10'000));
    m_view->fitAll();
    QImage image = m_view->grab().toImage();
    const QColor ground = m_view->scene().look().theme.base;
    qint64 coloured = 0;
    const QRect plot = m_view->scene().plotRect().toRect();
    for (int y = plot.top(); y < plot.bottom(); ++y)
      for (int x = plot.left(); x < plot.right(); ++x)
        coloured += image.pixelColor(x, y).saturation() > 60;
    QVERIFY2(coloured > 5000, "the events do not show");
    QVERIFY(ground.saturation() <= 60);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QVERIFY(m_view->selected() != noStory);
  }

 private:
  /// Planned for June, held in October.
  [[nodiscard]] static model::Event putOff() {
    model::Event event = eventOn("2023-10-05", "talks");
    event.title = std::string("T");
    model::Passage plan;
    plan.status = model::EventStatus::planned;
    plan.date = time::Edtf::parse("2023-06-01").value();
    event.passages = {plan};
    return event;
  }
  [[nodiscard]] QPoint placeOf(QDate day) const {
    const TimelineScene& scene = m_view->scene();
    return {qRound(scene.xOfDay(dayNumberOf(day) + 0.5)), qRound(scene.rowRect(0, 0).center().y())};
  }
  /// Pixels of any strong colour in the row around a place.
  [[nodiscard]] int colouredAround(QPoint place) const {
    const QImage image = m_view->grab().toImage();
    const QRect row = m_view->scene().rowRect(0, 0).toRect();
    int coloured = 0;
    for (int y = row.top(); y <= row.bottom(); ++y)
      for (int x = place.x() - 6; x <= place.x() + 6; ++x)
        coloured += image.pixelColor(x, y).saturation() > 60;
    return coloured;
  }

  [[nodiscard]] StoryRow row(const QString& id) const { return test::rowOf(*m_view->scene().events(), id); }
  [[nodiscard]] QString selected() const { return test::idOf(*m_view->scene().events(), m_view->selected()); }

  std::unique_ptr<TimelineView> m_view;
};

QTEST_MAIN(TimelineViewTest)
#include "timeline_view_test.moc"
