// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/render.h"

#include "events.h"
#include "ui/models/words.h"
#include "ui/timeline/axis_text.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace demarche;
using namespace demarche::ui;

namespace {

QByteArray contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Both counted in.
std::pair<double, double> daysFrom(QDate first, QDate last) {
  return {dayNumberOf(first), dayNumberOf(last) + 1.0};
}

/// Two meetings that three articles tell, one of them both.
std::vector<model::Event> toldEvents() {
  std::vector<model::Event> events{eventOn("2001-05-10", "early"), eventOn("2023-05-10", "late")};
  const auto tell = [](model::Event& event, const std::string& article) {
    model::Passage passage;
    passage.article = article;
    event.passages.push_back(passage);
  };
  tell(events[0], "/home/somebody/papers/early.html");
  tell(events[0], "https://example.org/both");
  tell(events[1], "https://example.org/both");
  tell(events[1], "late.txt");
  return events;
}

QString textOf(const QByteArray& svg) {
  QXmlStreamReader reader(svg);
  QString text;
  while (!reader.atEnd())
    if (reader.readNext() == QXmlStreamReader::Characters) text += reader.text();
  return text;
}

} // namespace

class RenderTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aPngHasTheSizeThatWasAskedFor() {
    const QString path = m_folder.filePath(QStringLiteral("timeline.png"));
    RenderOptions options;
    options.size = QSize(900, 500);
    QVERIFY(renderTimeline(eventSetOf(someEvents()), options, path).has_value());
    const QImage image(path);
    QCOMPARE(image.size(), options.size);
    QVERIFY(image.pixelColor(2, 2).lightness() > 200);
    options.dark = true;
    QVERIFY(renderTimeline(eventSetOf(someEvents()), options, path).has_value());
    QVERIFY(QImage(path).pixelColor(2, 2).lightness() < 60);
  }

  void anSvgIsXmlAndNamesItsEvents() {
    const QString path = m_folder.filePath(QStringLiteral("timeline.svg"));
    QVERIFY(renderTimeline(eventSetOf(someEvents()), {}, path).has_value());
    QXmlStreamReader reader(contents(path));
    while (!reader.atEnd())
      reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(textOf(contents(path)).contains(QStringLiteral("Event nixon")));
  }

  void anSvgLooksLikeThePng() {
    const QString svg = m_folder.filePath(QStringLiteral("same.svg"));
    const QString png = m_folder.filePath(QStringLiteral("same.png"));
    RenderOptions options;
    options.size = QSize(1600, 1000);
    options.days = daysFrom(QDate(2000, 3, 10), QDate(2002, 12, 31));
    // Letters are hinted differently: without any words.
    const auto wordless = [](const std::vector<StoryRow>& rows) -> base::Result<service::StoriesRead> {
      return service::StoriesRead{std::vector<std::optional<model::Event>>(rows.size()), {}};
    };
    const auto nameless =
        std::make_shared<const EventSet>(manyEvents(400)->snapshot(), 0, EventSet::Source{wordless, {}, {}});
    QVERIFY(renderTimeline(nameless, options, svg).has_value());
    QVERIFY(renderTimeline(nameless, options, png).has_value());
    const QImage wanted(png);
    QImage drawn(options.size, QImage::Format_RGB32);
    QPainter painter(&drawn);
    QSvgRenderer(svg).render(&painter);
    painter.end();
    int different = 0;
    for (int y = 0; y < wanted.height(); ++y)
      for (int x = 0; x < wanted.width(); ++x)
        different += std::abs(qGray(wanted.pixel(x, y)) - qGray(drawn.pixel(x, y))) > 80;
    QVERIFY2(different < wanted.width() * wanted.height() / 1000, qPrintable(QString::number(different)));
  }

  void aPdfHasOnePageOfTheSizeAskedFor() {
    const QString path = m_folder.filePath(QStringLiteral("timeline.pdf"));
    RenderOptions options;
    options.size = QSize(960, 480); // at 96 to the inch: 720 × 360 points
    QVERIFY(renderTimeline(eventSetOf(someEvents()), options, path).has_value());
    const QByteArray pdf = contents(path);
    QVERIFY(pdf.startsWith("%PDF-"));
    QCOMPARE(pdf.count("/MediaBox"), 1);
    QVERIFY(pdf.contains("/MediaBox [0 0 720"));
  }

  void theRangeDecidesWhatIsDrawn() {
    const QString path = m_folder.filePath(QStringLiteral("range.svg"));
    RenderOptions options;
    options.days = daysFrom(QDate(2023, 1, 1), QDate(2023, 12, 31));
    QVERIFY(renderTimeline(eventSetOf(someEvents()), options, path).has_value());
    QVERIFY(contents(path).contains("Event vienna"));
    QVERIFY(!contents(path).contains("Event nixon"));
  }

  void hoursCanBePicturedAsWellAsYears() {
    RenderOptions options;
    const double noon = dayNumberOf(QDate(2023, 5, 10)) + 0.5;
    options.days = std::make_pair(noon - 0.25, noon + 0.25);
    const QString text = draw(eventSetOf(someEvents()), options);
    QVERIFY(text.contains(QStringLiteral("Event vienna")));
    QVERIFY2(text.contains(hourText(12, QLocale())), qPrintable(text));
  }

  void theTitleSaysHowManyOfTheEventsArePictured() {
    RenderOptions options;
    options.title = QStringLiteral("Title");
    options.days = daysFrom(QDate(2023, 1, 1), QDate(2023, 12, 31));
    QVERIFY(draw(eventSetOf(someEvents()), options).contains(QStringLiteral("2 of 7 events")));
    options.days.reset();
    QVERIFY(draw(eventSetOf(toldEvents()), options).contains(QStringLiteral("2 events")));
  }

  void sourcesOfWhatIsShownStandBelow() {
    RenderOptions options;
    const EventSetPtr snapshot = eventSetOf(toldEvents());
    QVERIFY(!draw(snapshot, options).contains(QStringLiteral("late.txt")));
    options.sources = true;
    const QString all = draw(snapshot, options);
    QVERIFY(all.contains(QStringLiteral("early.html")) && !all.contains(QStringLiteral("somebody")));
    QVERIFY(all.contains(QStringLiteral("https://example.org/both")) &&
            all.contains(QStringLiteral("late.txt")));
    options.days = daysFrom(QDate(2023, 1, 1), QDate(2023, 12, 31));
    const QString late = draw(snapshot, options);
    QVERIFY(!late.contains(QStringLiteral("early.html")) && late.contains(QStringLiteral("late.txt")));
  }

  void sourcesForWhichThereIsNoRoomAreCounted() {
    std::vector<model::Event> events{eventOn("2001-05-10", "told by many")};
    for (int index = 0; index < 300; ++index) {
      model::Passage passage;
      passage.article = "article-" + std::to_string(1000 + index) + ".html";
      events[0].passages.push_back(passage);
    }
    RenderOptions options;
    options.sources = true;
    const QString text = draw(eventSetOf(events), options);
    const auto listed = text.count(QStringLiteral("article-1"));
    QVERIFY(listed > 20 && listed < 300);
    QVERIFY2(text.contains(QStringLiteral("and %1 more").arg(300 - listed)), qPrintable(text));
  }

  void lanesAreThoseThatWereAskedFor() {
    RenderOptions options;
    options.grouping = timeline::Grouping::source;
    const QString text = draw(eventSetOf(toldEvents()), options);
    QVERIFY(text.contains(QStringLiteral("late.txt")));
    // Lanes no longer say which colour is which kind.
    QVERIFY(text.contains(QStringLiteral("Meeting")));
    options.legend = false;
    QVERIFY(!draw(eventSetOf(toldEvents()), options).contains(QStringLiteral("Meeting")));
  }

  void aLowPictureHoldsEveryLaneInSmallerText() {
    RenderOptions options;
    options.size = QSize(900, 240);
    options.title = QStringLiteral("Low");
    options.sources = true;
    const QString text = draw(manyEvents(200), options);
    for (const model::EventKind kind : model::allEventKinds)
      QVERIFY2(text.contains(Words::kind(kind)), qPrintable(Words::kind(kind)));
    const auto image = timelineImage(manyEvents(200), options);
    QVERIFY(image);
    QCOMPARE(image->size(), options.size);
  }

  void lanesStayCollapsed() {
    RenderOptions options;
    QVERIFY(draw(eventSetOf(someEvents()), options).contains(QStringLiteral("Event vienna")));
    options.collapsed = {"meeting"};
    const auto held =
        eventSetOf({eventOn("2001-05-10/2001-05-20", "one"), eventOn("2001-05-11/2001-05-19", "two")});
    QVERIFY(!draw(held, options).contains(QStringLiteral("Event two")));
    options.collapsed.clear();
    QVERIFY(draw(held, options).contains(QStringLiteral("Event two")));
  }

  void withoutALegendNothingExplainsTheMarks() {
    RenderOptions options;
    QVERIFY(draw(eventSetOf(someEvents()), options).contains(QStringLiteral("Several sources")));
    options.legend = false;
    QVERIFY(!draw(eventSetOf(someEvents()), options).contains(QStringLiteral("Several sources")));
  }

  void aPngForPrintHasMorePixelsAndTheSameText() {
    RenderOptions options;
    options.size = QSize(800, 400);
    const auto plain = timelineImage(eventSetOf(someEvents()), options);
    options.pixelRatio = 2.5;
    const auto fine = timelineImage(eventSetOf(someEvents()), options);
    QVERIFY(plain && fine);
    QCOMPARE(fine->size(), QSize(2000, 1000));
    // As large a part of the picture is covered; with another size of text it would not be.
    const auto darkShare = [](const QImage& image) {
      double dark = 0;
      for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
          dark += 255 - qGray(image.pixel(x, y));
      return dark / image.width() / image.height();
    };
    QVERIFY2(std::abs(darkShare(*fine) / darkShare(*plain) - 1) < 0.1,
             qPrintable(QString::number(darkShare(*fine) / darkShare(*plain))));
  }

  void anEmptyTimelineIsAPictureToo() {
    const QString path = m_folder.filePath(QStringLiteral("empty.png"));
    QVERIFY(renderTimeline(eventSetOf({}), {}, path).has_value());
    QVERIFY(!QImage(path).isNull());
  }

  void anUnknownTypeIsRefusedAndNothingIsWritten() {
    const QString path = m_folder.filePath(QStringLiteral("timeline.bmp"));
    const auto result = renderTimeline(eventSetOf(someEvents()), {}, path);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, base::ErrorKind::input);
    QVERIFY(!QFile::exists(path));
  }

  void aPictureTooLargeIsRefused() {
    RenderOptions options;
    options.size = QSize(100'000, 10);
    const auto result =
        renderTimeline(eventSetOf(someEvents()), options, m_folder.filePath(QStringLiteral("huge.png")));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, base::ErrorKind::limit);
  }

  void whereItCannotWriteItSaysSo() {
    const auto result = renderTimeline(eventSetOf(someEvents()), {},
                                       m_folder.filePath(QStringLiteral("no/such/folder/timeline.png")));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, base::ErrorKind::access);
    QVERIFY(QString::fromStdString(result.error().message).contains(QStringLiteral("no/such/folder")));
  }

 private:
  /// What a reader of the picture reads.
  QString draw(const EventSetPtr& snapshot, const RenderOptions& options) {
    const QString path = m_folder.filePath(QStringLiteral("read.svg"));
    return renderTimeline(snapshot, options, path) ? textOf(contents(path)) : QString();
  }

  QTemporaryDir m_folder;
};

QTEST_MAIN(RenderTest)
#include "render_test.moc"
