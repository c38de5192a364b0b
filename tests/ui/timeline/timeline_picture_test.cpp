// SPDX-License-Identifier: Apache-2.0
// What a picture of the timeline must not say wrongly: pixels, labels, colours, the texts of the axis.

#include "events.h"
#include "tests/ui/support/event_ids.h"
#include "ui/timeline/axis_text.h"
#include "ui/timeline/frame_painter.h"
#include "ui/timeline/labels.h"
#include "ui/timeline/painter.h"

#include <QImage>
#include <QtTest>
#include <algorithm>
#include <limits>

using namespace demarche;
using namespace demarche::ui;

namespace {

TimelineScene sceneOf(EventSetPtr events, QDate first, QDate last, QSize size = QSize(1000, 200)) {
  TimelineScene scene;
  scene.setSize(size);
  scene.setEvents(std::move(events));
  scene.setScale(timeline::TimeScale::showing(dayNumberOf(first), dayNumberOf(last) + 1.0,
                                              scene.plotRect().width(), {}));
  return scene;
}

QImage painted(const TimelineScene& scene) {
  QImage image(scene.size().toSize(), QImage::Format_RGB32);
  QPainter painter(&image);
  TimelinePainter(TimelinePainter::Medium::screen).paint(painter, scene);
  return image;
}

constexpr QSize lowSize(1000, 110); ///< of a view that has room for a row of one line

model::Event toldEvent(const std::string& edtf, const std::string& id) {
  model::Event event = eventOn(edtf, id);
  event.title = "Talks";
  event.participants = {{"Qin Gang", model::ParticipantType::person, model::Side::cn, ""},
                        {"Antony Blinken", model::ParticipantType::person, model::Side::us, ""}};
  event.place = model::Place{"Beijing", "CN"};
  return event;
}

/// How strongly an event of this date is drawn, pixel by pixel along its row: 0 … 255, the axis taken off.
std::vector<int> strengthAlong(const char* edtf, model::EventStatus status) {
  model::Event event = eventOn(edtf, "e");
  event.title.clear();
  event.status = status;
  const QDate first(2023, 3, 1);
  const QDate last(2023, 9, 30);
  const TimelineScene scene = sceneOf(eventSetOf({event}), first, last);
  event.date = time::Edtf::parse("1972").value(); // the same lane, with the event out of sight
  const TimelineScene without = sceneOf(eventSetOf({event}), first, last);
  const QImage a = painted(scene);
  const QImage b = painted(without);
  const QRectF row = scene.rowRect(0, 0);
  std::vector<int> strength;
  for (int x = static_cast<int>(row.left()); x < static_cast<int>(row.right()); ++x) {
    int strongest = 0;
    for (int y = static_cast<int>(row.top()) + 1; y < static_cast<int>(row.bottom()); ++y) {
      const QColor one = a.pixelColor(x, y);
      const QColor other = b.pixelColor(x, y);
      strongest = std::max({strongest, std::abs(one.red() - other.red()),
                            std::abs(one.green() - other.green()), std::abs(one.blue() - other.blue())});
    }
    strength.push_back(strongest);
  }
  return strength;
}

/// How strongly the drawing begins and ends: an edge is hard when it is strong from its first pixels on.
int hardest(const std::vector<int>& strength) {
  const auto drawn = [](int value) { return value > 2; };
  const auto begin = std::find_if(strength.begin(), strength.end(), drawn);
  const auto end = std::find_if(strength.rbegin(), strength.rend(), drawn);
  if (begin == strength.end()) return 0;
  return std::max(*std::max_element(begin, std::min(begin + 3, strength.end())),
                  *std::max_element(end, std::min(end + 3, strength.rend())));
}

} // namespace

class TimelinePictureTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aVagueDateHasNoHardEdge_data() {
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<int>("status");
    for (const char* edtf : {"2023-05", "2023-05~", "2023-05/2023-06", "2023-22"})
      for (const model::EventStatus status : model::allEventStatuses)
        QTest::addRow("%s, status %d", edtf, static_cast<int>(status))
            << QString::fromUtf8(edtf) << static_cast<int>(status);
  }

  void aVagueDateHasNoHardEdge() {
    QFETCH(const QString, edtf);
    QFETCH(const int, status);
    const auto strength = strengthAlong(edtf.toUtf8().constData(), static_cast<model::EventStatus>(status));
    QVERIFY2(*std::max_element(strength.begin(), strength.end()) > 20, "the event does not show");
    QVERIFY2(hardest(strength) < 40, qPrintable(QString::number(hardest(strength))));
  }

  void anExactDateHasHardEdges() {
    for (const model::EventStatus status : model::allEventStatuses)
      QVERIFY(hardest(strengthAlong("2023-05-03/2023-06-20", status)) > 60);
  }

  void onlyTheVagueEndOfAnIntervalFades() {
    const auto strength = strengthAlong("2023-05/2023-06-20", model::EventStatus::occurred);
    const auto begin = std::find_if(strength.begin(), strength.end(), [](int value) { return value > 2; });
    QVERIFY(*std::max_element(begin, begin + 3) < 30);
    QVERIFY(hardest(strength) > 60); // at its exact end
  }

  void labelsOverlapNeitherEachOtherNorTheMarksOfTheirRow_data() {
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::newRow("all") << QDate(1970, 1, 1) << QDate(2026, 12, 31);
    QTest::newRow("a decade") << QDate(2000, 1, 1) << QDate(2009, 12, 31);
    QTest::newRow("a year") << QDate(2010, 1, 1) << QDate(2010, 12, 31);
    QTest::newRow("a month") << QDate(2010, 5, 1) << QDate(2010, 5, 31);
  }

  void labelsOverlapNeitherEachOtherNorTheMarksOfTheirRow() {
    QFETCH(const QDate, first);
    QFETCH(const QDate, last);
    const TimelineScene scene = sceneOf(manyEvents(400), first, last, QSize(1400, 900));
    LabelTexts texts;
    const auto labels = labelsFor(scene, texts, 10'000).named;
    QVERIFY(!labels.empty());
    const QFontMetricsF metrics(scene.look().font);
    for (std::size_t index = 0; index < labels.size(); ++index) {
      const Label& label = labels[index];
      const PlacedMark own = scene.markOf(label.item);
      QVERIFY(metrics.horizontalAdvance(texts.cut(scene, label)) <= label.rect.width() + 1);
      for (std::size_t other = 0; other < index; ++other)
        QVERIFY(!labels[other].rect.intersects(label.rect));
      for (const timeline::Mark& mark : scene.marksIn(own.lane, own.row))
        if (mark.begin != own.mark.begin)
          QVERIFY(!scene.markRect(own.lane, own.row, mark).intersects(label.rect));
    }
  }

  void theHighestLevelKeepsItsLabelWhenThereAreTooMany() {
    std::vector<model::Event> events;
    for (int month = 1; month <= 12; ++month)
      events.push_back(eventOn(QStringLiteral("2023-%1-05").arg(month, 2, 10, QLatin1Char('0')).toStdString(),
                               std::to_string(month)));
    events[6].level = model::Level::leader;
    const TimelineScene scene = sceneOf(eventSetOf(events), QDate(2023, 1, 1), QDate(2024, 3, 1));
    LabelTexts texts;
    const auto [labels, unnamed] = labelsFor(scene, texts, 1);
    QCOMPARE(labels.size(), std::size_t(1));
    QCOMPARE(unnamed.size(), std::size_t(11)); // a tick says that they have a name
    QCOMPARE(test::idOf(*scene.events(), scene.rowOf(labels.front().item)), QStringLiteral("7"));
  }

  void peopleAndPlaceFollowANameThatHasRoom() {
    const TimelineScene scene =
        sceneOf(eventSetOf({toldEvent("2023-03-10", "a")}), QDate(2023, 1, 1), QDate(2023, 12, 31), lowSize);
    QVERIFY(!scene.hasSecondLine());
    LabelTexts texts;
    const Label label = labelsFor(scene, texts, 10).named.at(0);
    const Details details = texts.details(scene, label);
    QCOMPARE(details.text, QString::fromUtf8("· Qin Gang, Antony Blinken · Beijing"));
    QVERIFY(label.rect.contains(details.rect));
    QVERIFY(details.rect.left() > label.rect.left() + texts.width(scene, label.item));
  }

  void whatANameSaysItselfIsNotSaidAgainBehindIt() {
    model::Event event = toldEvent("2023-03-10", "a");
    event.title = "Antony Blinken meets in Beijing";
    const TimelineScene scene = sceneOf(eventSetOf({event}), QDate(2023, 1, 1), QDate(2023, 12, 31), lowSize);
    LabelTexts texts;
    const Label label = labelsFor(scene, texts, 10).named.at(0);
    QCOMPARE(texts.details(scene, label).text, QString::fromUtf8("· Qin Gang"));
  }

  void peopleAreCutAfterThePlaceIsGone() {
    const auto detailsWith = [](QDate next) {
      const TimelineScene scene = sceneOf(
          eventSetOf({toldEvent("2023-03-10", "a"), eventOn(next.toString(Qt::ISODate).toStdString(), "b")}),
          QDate(2023, 1, 1), QDate(2023, 12, 31), lowSize);
      LabelTexts texts;
      const auto labels = labelsFor(scene, texts, 10).named;
      const auto first = std::ranges::find(labels, 0u, &Label::item);
      return first == labels.end() ? Details() : texts.details(scene, *first);
    };
    QString before = detailsWith(QDate(2023, 12, 20)).text;
    QVERIFY(before.endsWith(QStringLiteral("Beijing")));
    bool cut = false;
    for (QDate next(2023, 12, 10); next > QDate(2023, 3, 20); next = next.addDays(-10)) {
      const QString now = detailsWith(next).text;
      QVERIFY2(now.size() <= before.size(), qPrintable(now));
      cut = cut || (now.startsWith(QString::fromUtf8("· Qin")) && now.endsWith(QChar(0x2026)));
      before = now;
    }
    QVERIFY(cut);
    QVERIFY2(before.isEmpty(), qPrintable(before)); // where the name alone has no room
  }

  void inARowOfTwoLinesPeopleAndPlaceStandBeneathTheName() {
    const TimelineScene scene =
        sceneOf(eventSetOf({toldEvent("2023-03-10", "a")}), QDate(2023, 1, 1), QDate(2023, 12, 31));
    QVERIFY(scene.hasSecondLine());
    LabelTexts texts;
    const Label label = labelsFor(scene, texts, 10).named.at(0);
    const Details details = texts.details(scene, label);
    QCOMPARE(details.text, QString::fromUtf8("Qin Gang, Antony Blinken · Beijing"));
    QVERIFY(details.rect.top() >= label.rect.bottom());
    QCOMPARE(details.rect.left(), label.rect.left());
    QVERIFY(details.rect.bottom() <= scene.rowRect(0, 0).bottom());
  }

  void detailsStayInTheGapBeforeTheNextMark() {
    auto events = std::vector<model::Event>();
    for (int day = 1; day <= 300; day += 7)
      events.push_back(
          toldEvent(QDate(2023, 1, 1).addDays(day).toString(Qt::ISODate).toStdString(), std::to_string(day)));
    const TimelineScene scene =
        sceneOf(eventSetOf(events), QDate(2023, 1, 1), QDate(2023, 3, 31), QSize(1400, 500));
    LabelTexts texts;
    const QFontMetricsF metrics(smaller(scene.look().font));
    int shown = 0;
    for (const Label& label : labelsFor(scene, texts, 100).named) {
      const Details details = texts.details(scene, label);
      if (details.text.isEmpty()) continue;
      ++shown;
      QVERIFY(metrics.horizontalAdvance(details.text) <= details.rect.width() + 1);
      QVERIFY(details.rect.right() <= label.rect.right() + 0.01);
    }
    QVERIFY(shown > 3);
  }

  void aMarkWhoseNameHasNoRoomBesideNamedOnesHasATick() {
    const auto events = [](const char* last) {
      return eventSetOf({eventOn("2023-03-10", "a"), eventOn("2023-03-18", "b"), eventOn(last, "c")});
    };
    const auto hidden = [&](const char* last) {
      const TimelineScene scene = sceneOf(events(last), QDate(2023, 1, 1), QDate(2023, 12, 31), lowSize);
      LabelTexts texts;
      return labelsFor(scene, texts, 100).unnamed.size();
    };
    QCOMPARE(hidden("2023-07-10"), std::size_t(1)); // the first of them
    QCOMPARE(hidden("2023-03-26"), std::size_t(2));
  }

  void aTickIsSeen() {
    const QDate first(2023, 1, 1);
    const QDate last(2023, 12, 31);
    const TimelineScene scene =
        sceneOf(eventSetOf({eventOn("2023-03-10", "a"), eventOn("2023-03-18", "b")}), first, last, lowSize);
    LabelTexts texts;
    const auto unnamed = labelsFor(scene, texts, 100).unnamed;
    QCOMPARE(unnamed.size(), std::size_t(1));
    const QPointF at = unnamed.front() + QPointF(1, 2);
    QVERIFY(contrast(painted(scene).pixelColor(at.toPoint()), scene.look().theme.base) > 2);
  }

  void theAxisSpeaksTheLanguageOfTheWindow() {
    const timeline::Cell may{dayNumberOf(QDate(2023, 5, 1)), dayNumberOf(QDate(2023, 6, 1))};
    const timeline::Cell year{dayNumberOf(QDate(2023, 1, 1)), dayNumberOf(QDate(2024, 1, 1))};
    const timeline::Cell decade{dayNumberOf(QDate(2020, 1, 1)), dayNumberOf(QDate(2030, 1, 1))};
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const QLocale chinese(QLocale::Chinese, QLocale::China);
    using Unit = timeline::CalendarUnit;
    QCOMPARE(majorText(may, Unit::month, english), QStringLiteral("May 2023"));
    QCOMPARE(majorText(may, Unit::month, chinese), QString::fromUtf8("2023年5月"));
    QCOMPARE(majorText(may, Unit::month, QLocale(QLocale::Chinese, QLocale::Taiwan)),
             QString::fromUtf8("2023年5月"));
    QCOMPARE(majorText(may, Unit::month, QLocale(QLocale::German)), QStringLiteral("Mai 2023"));
    QCOMPARE(majorText(year, Unit::year, english), QStringLiteral("2023"));
    QCOMPARE(majorText(year, Unit::year, chinese), QString::fromUtf8("2023年"));
    QCOMPARE(majorText(decade, Unit::decade, english), QString::fromUtf8("2020–2029"));
    QCOMPARE(hourText(6, QLocale(QLocale::German)), QStringLiteral("06:00"));
    QCOMPARE(hourText(18, chinese), QStringLiteral("18:00"));
    QCOMPARE(hourText(18, QLocale::c()), QStringLiteral("18:00"));
    QCOMPARE(minorText(may, Unit::month, english, false), QStringLiteral("May"));
    QCOMPARE(minorText(may, Unit::month, chinese, false), QString::fromUtf8("5月"));
  }

  void aFirmPictureHoldsEveryLaneAndNoLessThanEveryEvent() {
    TimelineScene scene;
    scene.setFirmHeight(true);
    scene.setSize(QSizeF(1200, 500));
    scene.setEvents(manyEvents(3000));
    QVERIFY(scene.contentHeight() <= scene.plotRect().height());
    QCOMPARE(scene.layout().order.size(), std::size_t(3000));
    QVERIFY(scene.plotRect().contains(scene.laneRect(scene.layout().lanes.size() - 1).center()));
  }

  void pointingFindsWhatIsPainted() {
    const TimelineScene scene =
        sceneOf(manyEvents(300), QDate(1990, 1, 1), QDate(2000, 1, 1), QSize(1400, 900));
    int found = 0;
    for (std::uint32_t item = 0; item < scene.snapshot().items.size(); ++item) {
      const PlacedMark mark = scene.markOf(item);
      const QPointF middle = scene.markRect(mark).center();
      if (!scene.plotRect().contains(middle)) continue;
      ++found;
      QVERIFY(scene.markAt(middle).has_value());
      if (mark.mark.count > 1) QVERIFY(scene.markAt(middle)->same(mark));
    }
    QVERIFY(found > 20);
  }
};

QTEST_MAIN(TimelinePictureTest)
#include "timeline_picture_test.moc"
