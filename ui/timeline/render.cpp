// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/render.h"

#include "ui/bridge/text.h"
#include "ui/timeline/axis_text.h"
#include "ui/timeline/painter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace demarche::ui {
namespace {

constexpr int pixelsPerInch = 96;
constexpr int longestSide = 32'000; ///< what QImage and its painter can address

class Render {
  Q_DECLARE_TR_FUNCTIONS(Render)

 public:
  static base::Result<QByteArray> draw(const TimelineScene& scene, const RenderOptions& options,
                                       const QString& ending);
  static base::Result<void> save(const QByteArray& bytes, const QString& path);

 private:
  static QByteArray png(const TimelineScene& scene, QSize size);
  static QByteArray svg(const TimelineScene& scene, const RenderOptions& options);
  static QByteArray pdf(const TimelineScene& scene, const RenderOptions& options);
};

void paintInto(QPaintDevice& device, const TimelineScene& scene) {
  QPainter painter(&device);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  TimelinePainter(TimelinePainter::Medium::print).paint(painter, scene);
}

QByteArray Render::png(const TimelineScene& scene, QSize size) {
  QImage image(size, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull()) return {};
  paintInto(image, scene);
  QBuffer buffer;
  image.convertToFormat(QImage::Format_RGB32).save(&buffer, "PNG");
  return buffer.data();
}

QByteArray Render::svg(const TimelineScene& scene, const RenderOptions& options) {
  QBuffer buffer;
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setSize(options.size);
  generator.setViewBox(QRect(QPoint(), options.size));
  generator.setResolution(pixelsPerInch);
  generator.setTitle(options.title);
  paintInto(generator, scene);
  return buffer.data();
}

QByteArray Render::pdf(const TimelineScene& scene, const RenderOptions& options) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setResolution(pixelsPerInch);
    writer.setPageMargins({});
    writer.setPageSize(
        QPageSize(QSizeF(options.size) / pixelsPerInch, QPageSize::Inch, QString(), QPageSize::ExactMatch));
    writer.setTitle(options.title);
    paintInto(writer, scene);
  }
  return buffer.data();
}

base::Result<QByteArray> Render::draw(const TimelineScene& scene, const RenderOptions& options,
                                      const QString& ending) {
  QByteArray bytes;
  if (ending == u"png")
    bytes = png(scene, options.size);
  else if (ending == u"svg")
    bytes = svg(scene, options);
  else if (ending == u"pdf")
    bytes = pdf(scene, options);
  else
    return base::fail(base::ErrorKind::input,
                      toUtf8(tr("cannot draw a picture of type “%1”; use png, svg or pdf").arg(ending)));
  if (bytes.isEmpty())
    return base::fail(base::ErrorKind::internal, toUtf8(tr("the picture could not be drawn")));
  return bytes;
}

base::Result<void> Render::save(const QByteArray& bytes, const QString& path) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
    return base::fail(base::ErrorKind::access,
                      toUtf8(tr("cannot write %1: %2").arg(path, file.errorString())));
  return {};
}

/// Set in pixels, so that a picture is the same whatever screen the machine has or lacks.
QFont pictureFont() {
  QFont font = QGuiApplication::font();
  font.setPixelSize(13);
  return font;
}

} // namespace

base::Result<void> renderTimeline(const EventSetPtr& events, const RenderOptions& options,
                                  const QString& path) {
  const QSize size = options.size;
  if (size.width() < 1 || size.height() < 1 || size.width() > longestSide || size.height() > longestSide)
    return base::fail(base::ErrorKind::limit, "a picture is at least 1 and at most " +
                                                  std::to_string(longestSide) + " pixels wide and high");
  TimelineScene scene;
  scene.setFirmHeight(true);
  scene.setLook({options.dark ? Theme::darkened() : Theme::light(), pictureFont(), options.locale});
  scene.setTitle(options.title);
  scene.setSize(size);
  scene.setToday(dayNumberOf(options.today));
  scene.setEvents(events);
  const double width = scene.plotRect().width();
  const timeline::Extent extent = scene.extent();
  scene.setScale(timeline::scaleOfAll(extent, scene.today(), width));
  if (options.range)
    scene.setScale(timeline::TimeScale::showing(dayNumberOf(options.range->first),
                                                dayNumberOf(options.range->second) + 1.0, width,
                                                timeline::zoomLimitsFor(extent)));
  const auto bytes = Render::draw(scene, options, QFileInfo(path).suffix().toLower());
  if (!bytes) return tl::make_unexpected(bytes.error());
  return Render::save(*bytes, path);
}

} // namespace demarche::ui
