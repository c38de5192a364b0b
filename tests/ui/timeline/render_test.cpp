// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/render.h"

#include "events.h"

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
    QString text;
    while (!reader.atEnd())
      if (reader.readNext() == QXmlStreamReader::Characters) text += reader.text();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(text.contains(QStringLiteral("Event nixon")));
  }

  void anSvgLooksLikeThePng() {
    const QString svg = m_folder.filePath(QStringLiteral("same.svg"));
    const QString png = m_folder.filePath(QStringLiteral("same.png"));
    RenderOptions options;
    options.size = QSize(1600, 1000);
    options.range = std::make_pair(QDate(2000, 3, 10), QDate(2002, 12, 31));
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
    options.range = std::make_pair(QDate(2023, 1, 1), QDate(2023, 12, 31));
    QVERIFY(renderTimeline(eventSetOf(someEvents()), options, path).has_value());
    QVERIFY(contents(path).contains("Event vienna"));
    QVERIFY(!contents(path).contains("Event nixon"));
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
  QTemporaryDir m_folder;
};

QTEST_MAIN(RenderTest)
#include "render_test.moc"
