// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/render.h"

#include "ui/bridge/text.h"
#include "ui/timeline/axis_text.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/sources_block.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <algorithm>

namespace demarche::ui {
namespace {

constexpr int pixelsPerInch = 96;
constexpr int longestSide = 32'000; ///< what QImage and its painter can address

/// Set in pixels, so that a picture is the same whatever screen the machine has or lacks, and without hints:
/// letters keep their place at every size.
QFont pictureFont() {
  QFont font = QGuiApplication::font();
  font.setPixelSize(13);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

/// A timeline with what a picture of it has around.
class Picture {
 public:
  Picture(const EventSetPtr& events, const RenderOptions& options)
      : m_options(options),
        m_look{options.dark ? Theme::darkened() : Theme::light(), pictureFont(), options.locale},
        m_sourceNames(namesOf(*events->snapshot(), options)) {
    m_scene.setFirmHeight(true);
    m_scene.setLook(m_look);
    m_scene.setTitle(options.title);
    m_scene.setLegend(options.legend);
    m_scene.setToday(dayNumberOf(options.today));
    m_scene.setGrouping(options.grouping);
    m_scene.setLaneOrder(options.grouping, options.laneOrder);
    m_scene.setLayers(options.layers);
    m_scene.setCollapsed(options.collapsed);
    setSize(options.size);
    m_scene.setEvents(events); // last, for it lays out all events
    holdEveryLane();
    m_scene.setScale(scale());
  }

  void paint(QPainter& painter) const {
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.save();
    painter.scale(1 / m_enlarged, 1 / m_enlarged);
    TimelinePainter(TimelinePainter::Medium::print).paint(painter, m_scene);
    m_sources->paint(painter, m_scene.size().height());
    painter.restore();
  }
  void paintInto(QPaintDevice& device) const {
    QPainter painter(&device);
    paint(painter);
  }

 private:
  static QStringList namesOf(const timeline::Snapshot& snapshot, const RenderOptions& options) {
    if (!options.sources) return {};
    const timeline::Extent all = timeline::extentOf(snapshot);
    const auto [first, end] = options.days.value_or(std::pair<double, double>(all.first, all.last + 1.0));
    return sourceNames(snapshot, first, end);
  }
  void setSize(QSizeF size) {
    m_sources.emplace(m_sourceNames, m_look, QSizeF(size.width(), mostSources * size.height()));
    m_scene.setSize(QSizeF(size.width(), size.height() - m_sources->height()));
  }
  /// What has more lanes than there is room for is laid out larger and drawn smaller.
  void holdEveryLane() {
    for (int attempt = 0; attempt < mostAttempts; ++attempt) { // the list of sources may grow with it
      const double missing = m_scene.contentHeight() - m_scene.plotRect().height();
      if (missing <= 0) return;
      m_enlarged = std::min(mostEnlarged, m_enlarged + missing / m_options.size.height());
      setSize(QSizeF(m_options.size) * m_enlarged);
    }
  }
  [[nodiscard]] timeline::TimeScale scale() const {
    const double width = m_scene.plotRect().width();
    const timeline::Extent extent = m_scene.extent();
    if (!m_options.days) return timeline::scaleOfAll(extent, m_scene.today(), width);
    return timeline::TimeScale::showing(m_options.days->first, m_options.days->second, width,
                                        timeline::zoomLimitsFor(extent));
  }

  static constexpr double mostSources = 0.25; ///< of the height
  static constexpr double mostEnlarged = 3;   ///< beyond that nobody reads the text
  static constexpr int mostAttempts = 4;
  const RenderOptions& m_options;
  Look m_look;
  QStringList m_sourceNames;
  std::optional<SourcesBlock> m_sources;
  TimelineScene m_scene;
  double m_enlarged = 1;
};

class Render {
  Q_DECLARE_TR_FUNCTIONS(Render)

 public:
  static base::Result<QByteArray> draw(const EventSetPtr& events, const RenderOptions& options,
                                       const QString& ending);
  static base::Result<QImage> image(const EventSetPtr& events, const RenderOptions& options);
  static base::Result<void> save(const QByteArray& bytes, const QString& path);

 private:
  static QByteArray svg(const Picture& picture, const RenderOptions& options);
  static QByteArray pdf(const Picture& picture, const RenderOptions& options);
};

base::Result<void> checkSize(QSizeF size) {
  if (size.width() < 1 || size.height() < 1 || size.width() > longestSide || size.height() > longestSide)
    return base::fail(base::ErrorKind::limit, "a picture is at least 1 and at most " +
                                                  std::to_string(longestSide) + " pixels wide and high");
  return {};
}

base::Result<QImage> Render::image(const EventSetPtr& events, const RenderOptions& options) {
  const QSizeF size = QSizeF(options.size) * options.pixelRatio;
  if (const auto fits = checkSize(size); !fits) return tl::make_unexpected(fits.error());
  QImage image(size.toSize(), QImage::Format_RGB32);
  if (image.isNull())
    return base::fail(base::ErrorKind::internal, toUtf8(tr("the picture could not be drawn")));
  {
    QPainter painter(&image);
    painter.scale(options.pixelRatio, options.pixelRatio);
    Picture(events, options).paint(painter);
  }
  return image;
}

QByteArray Render::svg(const Picture& picture, const RenderOptions& options) {
  QBuffer buffer;
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setSize(options.size);
  generator.setViewBox(QRect(QPoint(), options.size));
  generator.setResolution(pixelsPerInch);
  generator.setTitle(options.title);
  picture.paintInto(generator);
  return buffer.data();
}

QByteArray Render::pdf(const Picture& picture, const RenderOptions& options) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setResolution(pixelsPerInch);
    writer.setPageMargins({});
    writer.setPageSize(
        QPageSize(QSizeF(options.size) / pixelsPerInch, QPageSize::Inch, QString(), QPageSize::ExactMatch));
    writer.setTitle(options.title);
    picture.paintInto(writer);
  }
  return buffer.data();
}

base::Result<QByteArray> Render::draw(const EventSetPtr& events, const RenderOptions& options,
                                      const QString& ending) {
  if (const auto fits = checkSize(options.size); !fits) return tl::make_unexpected(fits.error());
  QByteArray bytes;
  if (ending == u"png") {
    const base::Result<QImage> drawn = image(events, options);
    if (!drawn) return tl::make_unexpected(drawn.error());
    QBuffer buffer(&bytes);
    drawn->save(&buffer, "PNG");
  } else if (ending == u"svg") {
    bytes = svg(Picture(events, options), options);
  } else if (ending == u"pdf") {
    bytes = pdf(Picture(events, options), options);
  } else {
    return base::fail(base::ErrorKind::input,
                      toUtf8(tr("cannot draw a picture of type “%1”; use png, svg or pdf").arg(ending)));
  }
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

} // namespace

base::Result<void> renderTimeline(const EventSetPtr& events, const RenderOptions& options,
                                  const QString& path) {
  const auto bytes = Render::draw(events, options, QFileInfo(path).suffix().toLower());
  if (!bytes) return tl::make_unexpected(bytes.error());
  return Render::save(*bytes, path);
}

base::Result<QImage> timelineImage(const EventSetPtr& events, const RenderOptions& options) {
  return Render::image(events, options);
}

void paintTimeline(QPainter& painter, const EventSetPtr& events, const RenderOptions& options) {
  Picture(events, options).paint(painter);
}

} // namespace demarche::ui
