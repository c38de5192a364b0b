// SPDX-License-Identifier: Apache-2.0
// Pictures are compared with those that somebody has looked at and approved. With DEMARCHE_APPROVE_PICTURES=1
// the new ones are approved instead: look at each of them first.
#include "pictures/compare.h"
#include "pictures/library.h"
#include "ui/shell/translation.h"
#include "ui/timeline/axis_text.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/render.h"

#include <QDir>
#include <QFontDatabase>
#include <QPainter>
#include <QtTest>
#include <algorithm>
#include <array>

using namespace demarche;
using namespace demarche::ui;
using namespace Qt::StringLiterals;

namespace {

/// Of pixels. On the machine where they were approved none differ; a name that is gone or a mark that has
/// moved by two pixels is more.
constexpr double mostDifferent = 0.0005;
const QDate today(2023, 5, 18);

struct Scale {
  const char* name;
  double days;
  double middle; ///< days from the begin of today
};
constexpr std::array<Scale, 7> scales{{{"150-years", 150 * 365.25, -24700},
                                       {"30-years", 30 * 365.25, -4400},
                                       {"4-years", 4 * 365.25, -180},
                                       {"9-months", 270, 30},
                                       {"5-weeks", 35, 0},
                                       {"4-days", 4, 0.5},
                                       {"5-hours", 5.0 / 24, 0.6}}};

bool approving() {
  return qEnvironmentVariableIntValue("DEMARCHE_APPROVE_PICTURES") == 1;
}

using ColourCounts = QHash<QRgb, int>;

/// So many colours, those that most pixels have.
QList<QRgb> mostUsed(const ColourCounts& counts, qsizetype most) {
  QList<QRgb> colours = counts.keys();
  std::ranges::sort(colours,
                    [&](QRgb a, QRgb b) { return std::pair(-counts[a], a) < std::pair(-counts[b], b); });
  colours.resize(std::min(colours.size(), most));
  return colours;
}

/// Grounds and bars keep their colours; the steps between a letter or a fading mark and its ground become the
/// nearest of some. The file is half as large.
QList<QRgb> tableOf(const ColourCounts& counts) {
  constexpr qsizetype kept = 32;
  constexpr qsizetype inTable = 256;
  constexpr int step = 20;
  QList<QRgb> table = mostUsed(counts, kept);
  ColourCounts rounded;
  for (auto color = counts.begin(); color != counts.end(); ++color) {
    const auto near = [](int value) { return std::min(255, (value + step / 2) / step * step); };
    rounded[qRgb(near(qRed(color.key())), near(qGreen(color.key())), near(qBlue(color.key())))] +=
        color.value();
  }
  return table + mostUsed(rounded, inTable - table.size());
}

QImage inFewerColours(const QImage& image) {
  ColourCounts counts;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      ++counts[image.pixel(x, y)];
  const QList<QRgb> table = tableOf(counts);
  const auto nearest = [&](QRgb color) {
    const auto distance = [color](QRgb other) {
      return std::abs(qRed(color) - qRed(other)) + std::abs(qGreen(color) - qGreen(other)) +
             std::abs(qBlue(color) - qBlue(other));
    };
    return static_cast<int>(std::ranges::min_element(table, {}, distance) - table.begin());
  };
  QHash<QRgb, int> places;
  for (auto color = counts.keyBegin(); color != counts.keyEnd(); ++color)
    places[*color] = nearest(*color);
  QImage result(image.size(), QImage::Format_Indexed8);
  result.setColorTable(table);
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      result.setPixel(x, y, static_cast<uint>(places[image.pixel(x, y)]));
  return result;
}

void checkAgainstApproved(const QImage& drawn, const QString& name) {
  const QString approved = QStringLiteral(APPROVED_PICTURES) + u'/' + name + u".png"_s;
  if (approving()) {
    constexpr int smallest = 0; // of the qualities of PNG
    QVERIFY(inFewerColours(drawn).save(approved, "PNG", smallest));
    return;
  }
  const PictureDifference difference = compare(QImage(approved), drawn);
  if (difference.share <= mostDifferent) return;
  QDir(QStringLiteral(DRAWN_PICTURES)).mkpath(u"."_s);
  const QString beside = QStringLiteral(DRAWN_PICTURES) + u'/' + name;
  drawn.save(beside + u".png"_s);
  difference.shown.save(beside + u".difference.png"_s);
  QFAIL(qPrintable(
      u"%1 % of the picture differ; see %2.png and %2.difference.png"_s.arg(100 * difference.share, 0, 'f', 2)
          .arg(beside)));
}

RenderOptions optionsFor(const Scale& scale, QSize size) {
  RenderOptions options;
  options.size = size;
  const double middle = dayNumberOf(today) + scale.middle;
  options.days = std::make_pair(middle - scale.days / 2, middle + scale.days / 2);
  options.title = u"Démarche"_s;
  options.sources = true;
  options.today = today;
  return options;
}

} // namespace

class ApprovedPicturesTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    for (const auto* file : {"PictureSans-Regular.ttf", "PictureSans-Bold.ttf", "PictureSansSC-Regular.otf"})
      QVERIFY(QFontDatabase::addApplicationFont(QStringLiteral(PICTURE_FONTS) + u'/' + QLatin1String(file)) >=
              0);
    QFont font;
    font.setFamilies({u"Picture Sans"_s, u"Picture Sans SC"_s});
    QGuiApplication::setFont(font);
  }

  void thePictureIsTheApprovedOne_data() {
    QTest::addColumn<int>("scale");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("chinese");
    for (int scale = 0; scale < static_cast<int>(scales.size()); ++scale)
      for (const bool dark : {false, true})
        for (const QSize size : {QSize(960, 600), QSize(560, 360)})
          for (const bool chinese : {false, true})
            QTest::addRow("%s-%s-%d-%s", scales[static_cast<std::size_t>(scale)].name,
                          dark ? "dark" : "light", size.width(), chinese ? "zh" : "en")
                << scale << dark << size << chinese;
  }

  void thePictureIsTheApprovedOne() {
    QFETCH(int, scale);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    QFETCH(bool, chinese);
    m_translation.use(chinese ? u"zh_CN"_s : u"en"_s);
    RenderOptions options = optionsFor(scales[static_cast<std::size_t>(scale)], size);
    options.dark = dark;
    options.locale = QLocale(chinese ? u"zh_CN"_s : u"en_US"_s);
    const auto drawn =
        timelineImage(picturedLibrary(chinese ? TitleLanguage::chinese : TitleLanguage::english), options);
    QVERIFY(drawn.has_value());
    checkAgainstApproved(*drawn, QString::fromUtf8(QTest::currentDataTag()));
  }

  void theWindowIsTheSameOnScreensOfMorePixels_data() {
    QTest::addColumn<double>("pixelRatio");
    QTest::newRow("screen-150-percent") << 1.5;
    QTest::newRow("screen-200-percent") << 2.0;
  }

  void theWindowIsTheSameOnScreensOfMorePixels() {
    QFETCH(double, pixelRatio);
    m_translation.use(u"en"_s);
    const QImage fine = screenOf(Theme::light(), pixelRatio);
    const QImage plain = screenOf(Theme::light(), 1);
    checkAgainstApproved(fine, QString::fromUtf8(QTest::currentDataTag()));
    // Made smaller, every mark and letter is where it is on a plain screen.
    const PictureDifference difference =
        compare(plain, fine.scaled(plain.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    QVERIFY2(difference.share < 0.02, qPrintable(QString::number(difference.share)));
  }

  void highContrastIsKeptInTheWindow() {
    m_translation.use(u"en"_s);
    QPalette palette(Qt::black, Qt::black);
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::Text, Qt::white);
    checkAgainstApproved(screenOf(Theme::of(palette), 1), u"screen-high-contrast"_s);
  }

 private:
  /// As the window paints it.
  static QImage screenOf(const Theme& theme, double pixelRatio) {
    const QSize size(640, 400);
    const RenderOptions options = optionsFor(scales[4], size);
    TimelineScene scene;
    QFont font = QGuiApplication::font();
    font.setPixelSize(13);
    font.setHintingPreference(QFont::PreferNoHinting);
    scene.setLook({theme, font, QLocale(u"en_US"_s)});
    scene.setSize(size);
    scene.setToday(dayNumberOf(today));
    scene.setEvents(picturedLibrary(TitleLanguage::english));
    scene.setScale(timeline::TimeScale::showing(options.days->first, options.days->second,
                                                scene.plotRect().width(), {}));
    QImage image(size * pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    QPainter painter(&image);
    TimelinePainter(TimelinePainter::Medium::screen).paint(painter, scene);
    painter.end();
    image.setDevicePixelRatio(1);
    return image.convertToFormat(QImage::Format_RGB32);
  }

  Translation m_translation;
};

int main(int argc, char* argv[]) {
  // The fonts of the machine, and how it likes letters smoothed, play no part.
  qputenv("FONTCONFIG_FILE", PICTURE_FONTS "/fonts.conf");
  QApplication application(argc, argv);
  ApprovedPicturesTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "approved_pictures_test.moc"
