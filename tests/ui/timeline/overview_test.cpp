// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/overview.h"

#include "events.h"
#include "ui/timeline/view.h"

#include <QtTest>

using namespace demarche;
using namespace demarche::ui;

namespace {

void drag(OverviewStrip& strip, double from, double to) {
  const QPoint start(qRound(from), 20);
  const QPoint end(qRound(to), 20);
  QTest::mousePress(&strip, Qt::LeftButton, {}, start);
  QMouseEvent move(QEvent::MouseMove, end, strip.mapToGlobal(QPointF(end)), Qt::NoButton, Qt::LeftButton, {});
  QApplication::sendEvent(&strip, &move);
  QTest::mouseRelease(&strip, Qt::LeftButton, {}, end);
}

} // namespace

class OverviewTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_view = std::make_unique<TimelineView>();
    m_view->resize(1000, 400);
    m_strip = std::make_unique<OverviewStrip>(*m_view);
    m_strip->resize(1000, 44);
    m_view->show();
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
    m_view->setEvents(eventSetOf(someEvents()));
    m_view->showRange(QDate(1990, 1, 1), QDate(1999, 12, 31));
  }

  void theFrameStandsAroundWhatTheTimelineShows() {
    QVERIFY(std::abs(m_strip->scale().dayAt(m_strip->window().left()) - m_view->scene().scale().firstDay()) <
            40);
    const double before = m_strip->window().left();
    m_view->showRange(QDate(2000, 1, 1), QDate(2001, 12, 31));
    QVERIFY(m_strip->window().left() > before);
  }

  void draggingTheFrameMovesTheTimeline() {
    const auto [first, last] = m_view->shownRange();
    const QRectF frame = m_strip->window();
    drag(*m_strip, frame.center().x(), frame.center().x() + 100);
    const double moved = 100 / m_strip->scale().pixelsPerDay();
    QVERIFY(std::abs(static_cast<double>(first.daysTo(m_view->shownRange().first)) - moved) < 40);
    QVERIFY(std::abs(static_cast<double>(last.daysTo(m_view->shownRange().second)) - moved) < 40);
  }

  void draggingASideWidensTheTimelineThere() {
    const auto [first, last] = m_view->shownRange();
    const QRectF frame = m_strip->window();
    drag(*m_strip, frame.right(), frame.right() + 100);
    QCOMPARE(m_view->shownRange().first, first);
    QVERIFY(m_view->shownRange().second > last.addYears(3));
  }

  void draggingASideBeyondTheOtherLeavesAnHour() {
    const double first = m_view->shownDays().first;
    drag(*m_strip, m_strip->window().right(), 5);
    QVERIFY(std::abs(m_view->shownDays().first - first) < 1e-6);
    QVERIFY(std::abs(m_view->shownDays().second - first - 1.0 / 24) < 1e-6);
    m_view->showRange(QDate(1990, 1, 1), QDate(1999, 12, 31));
    const double end = m_view->shownDays().second;
    drag(*m_strip, m_strip->window().left(), 995);
    QVERIFY(std::abs(m_view->shownDays().second - end) < 1e-6);
    QVERIFY(std::abs(end - m_view->shownDays().first - 1.0 / 24) < 1e-6);
  }

  void theSidesOfANarrowFrameAreStillTakenHoldOf() {
    m_view->showRange(QDate(1995, 5, 10), QDate(1995, 5, 10));
    const auto [first, end] = m_view->shownDays();
    const QRectF frame = m_strip->window();
    drag(*m_strip, frame.right() + 3, frame.right() + 103);
    QVERIFY(std::abs(m_view->shownDays().first - first) < 1e-6);
    QVERIFY(std::abs(m_view->shownDays().second - end - 100 / m_strip->scale().pixelsPerDay()) < 40);
    m_view->showDays(first, end);
    drag(*m_strip, frame.left() - 3, frame.left() - 103);
    QVERIFY(std::abs(m_view->shownDays().second - end) < 1e-6);
    QVERIFY(m_view->shownDays().first < first - 60 / m_strip->scale().pixelsPerDay());
  }

  void aSideDoesNotJumpWhenItIsTakenHoldOf() {
    const auto [first, end] = m_view->shownDays();
    drag(*m_strip, m_strip->window().right() + 4, m_strip->window().right() + 4);
    QVERIFY(std::abs(m_view->shownDays().first - first) < 1e-6);
    QVERIFY(std::abs(m_view->shownDays().second - end) < 1e-6);
  }

  void columnsAreStackedByKind() {
    std::vector<model::Event> events;
    for (int index = 0; index < 30; ++index)
      events.push_back(eventOn("2001-05-10", std::to_string(index),
                               index < 20 ? model::EventKind::visit : model::EventKind::measure));
    m_view->setEvents(eventSetOf(events));
    m_view->showRange(QDate(1990, 1, 1), QDate(1990, 12, 31)); // the frame would tint what stands in it
    const QImage image = m_strip->grab().toImage();
    const Theme theme = Theme::of(m_strip->palette());
    const int x = qRound(m_strip->scale().x(timeline::extentOf(m_view->scene().snapshot()).first + 0.5));
    QVERIFY(!m_strip->window().contains(x, 20));
    const auto tall = [&](model::EventKind kind) {
      int pixels = 0;
      for (int y = 0; y < image.height(); ++y)
        pixels += std::abs(image.pixelColor(x, y).hsvHue() - theme.kind(kind).hsvHue()) < 6 &&
                  image.pixelColor(x, y).hsvSaturation() > 40;
      return pixels;
    };
    QVERIFY(tall(model::EventKind::measure) > 3);
    QVERIFY(std::abs(tall(model::EventKind::visit) - 2 * tall(model::EventKind::measure)) <= 2);
    QCOMPARE(tall(model::EventKind::meeting), 0);
  }

  void noNameIsCutAtTheRightEdge() {
    m_view->fitAll();
    for (int width = 500; width < 620; width += 3) {
      m_strip->resize(width, 44);
      const QImage image = m_strip->grab().toImage();
      // Lines of units are as high as the strip; a letter is not.
      const QRgb ground = image.pixel(width - 2, image.height() - 2);
      for (int y = image.height() - 14; y < image.height() - 4; ++y)
        QVERIFY2(std::abs(qGray(image.pixel(width - 2, y)) - qGray(ground)) < 40,
                 qPrintable(QString::number(width)));
    }
  }

  void aClickElsewhereCentresThere() {
    const double days = static_cast<double>(m_view->shownRange().first.daysTo(m_view->shownRange().second));
    const double x = m_strip->window().right() + 150;
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, QPoint(qRound(x), 20));
    QVERIFY(std::abs(m_strip->window().center().x() - qRound(x)) < 1.5);
    QVERIFY(std::abs(static_cast<double>(m_view->shownRange().first.daysTo(m_view->shownRange().second)) -
                     days) <= 1);
  }

  void everyEventIsSeenHoweverManyStandElsewhere() {
    std::vector<model::Event> events{eventOn("1972-02-21", "alone")};
    for (int index = 0; index < 900; ++index)
      events.push_back(eventOn("2023-05-10", std::to_string(index)));
    m_view->setEvents(eventSetOf(events));
    m_view->fitAll();
    const QImage image = m_strip->grab().toImage();
    const int x = qRound(m_strip->scale().x(timeline::extentOf(m_view->scene().snapshot()).first + 60));
    QSet<QRgb> colours;
    for (int y = 2; y < 26; ++y)
      colours.insert(image.pixel(x, y));
    QVERIFY2(colours.size() > 1, "the lone event does not show");
  }

 private:
  std::unique_ptr<TimelineView> m_view;
  std::unique_ptr<OverviewStrip> m_strip;
};

QTEST_MAIN(OverviewTest)
#include "overview_test.moc"
