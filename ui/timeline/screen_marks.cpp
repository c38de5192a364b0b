// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/screen_marks.h"

#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {

constexpr int phases = 4;  ///< of a pixel that a copied shape may stand at: finer steps are not seen
constexpr double air = 4;  ///< around a shape, for its halo and what fades
constexpr double dash = 6; ///< of the border of what was planned
constexpr double dashPeriod = 10;
constexpr double widestCopied = 64; ///< wider clusters are put together from a middle and two ends

/// A place on the grid of phases: whole pixels and the phase beyond them.
struct Place {
  double pixel = 0;
  int phase = 0;
};
Place placeOf(double x) {
  const double steps = std::round(x * phases);
  const double pixel = std::floor(steps / phases);
  return {pixel, static_cast<int>(steps - pixel * phases)};
}

} // namespace

void MarkSprites::use(const Theme& theme, double pixelRatio, quint64 look) {
  if (pixelRatio == m_pixelRatio && look == m_look) return;
  m_theme = theme;
  m_pixelRatio = pixelRatio;
  m_look = look;
  m_images.clear();
}

QImage MarkSprites::of(const QString& key, QSizeF size, const std::function<void(QPainter&)>& paint) {
  if (const QImage* known = m_images.object(key)) return *known;
  QImage image((size * m_pixelRatio).toSize().expandedTo(QSize(1, 1)), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(m_pixelRatio);
  image.fill(Qt::transparent);
  {
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paint(painter);
  }
  m_images.insert(key, new QImage(image));
  return image;
}

void ScreenMarkPainter::point(const QRectF& rect, const timeline::Item& item, double size) {
  const double side = size + 2 * air;
  const Place place = placeOf(rect.center().x() - side / 2);
  const double top = std::round(rect.center().y() - side / 2);
  const int badges = (item.soft() ? 1 : 0) | (item.sources > 1 ? 2 : 0) | (item.corrected ? 4 : 0);
  const QString key = QStringLiteral("p%1.%2.%3.%4.%5")
                          .arg(static_cast<int>(item.kind))
                          .arg(static_cast<int>(item.status))
                          .arg(badges)
                          .arg(place.phase)
                          .arg(size);
  const QImage image = m_sprites.of(key, QSizeF(side + 1, side), [&](QPainter& painter) {
    const QRectF at(static_cast<double>(place.phase) / phases + air, air, size, size);
    VectorMarkPainter(painter, m_sprites.theme()).point(at, item, size);
  });
  m_painter.drawImage(QPointF(place.pixel, top), image);
}

/// The long sides of a bar, dashed where it was only planned, and its ends where they are known.
void ScreenMarkPainter::lines(const QRectF& rect, const timeline::Item& item, const QBrush& brush) {
  const bool dashed = item.status == model::EventStatus::planned && rect.width() > 2 * dashPeriod;
  for (const double y : {rect.top(), rect.bottom() - 1}) {
    if (!dashed) {
      m_painter.fillRect(QRectF(rect.left() + 1, y, rect.width() - 2, 1), brush);
      continue;
    }
    for (double x = rect.left() + 1; x < rect.right() - 1; x += dashPeriod)
      m_painter.fillRect(QRectF(x, y, std::min(dash, rect.right() - 1 - x), 1), brush);
  }
  if (!item.softFirst) m_painter.fillRect(QRectF(rect.left(), rect.top() + 1, 1, rect.height() - 2), brush);
  if (!item.softLast)
    m_painter.fillRect(QRectF(rect.right() - 1, rect.top() + 1, 1, rect.height() - 2), brush);
}

void ScreenMarkPainter::bar(const QRectF& rect, const timeline::Item& item, const QRectF& seen) {
  const QRectF drawn = rect.intersected(seen.adjusted(-8, 0, 8, 0));
  if (drawn.width() < 1) return;
  const double left = std::round(drawn.left());
  const QRectF body(left, std::round(drawn.top()) + 1, std::max(2.0, std::round(drawn.right()) - left),
                    std::round(drawn.height()) - 2);
  const Theme& theme = m_sprites.theme();
  const QColor& color = theme.kind(item.kind);
  const bool occurred = item.status == model::EventStatus::occurred;
  const bool cancelled = item.status == model::EventStatus::cancelled;
  const double fill = occurred ? theme.barFill : outlinedFill;
  const double edge = cancelled ? 0.7 : 1;
  m_painter.setRenderHint(QPainter::Antialiasing, false);
  if (!item.soft()) {
    m_painter.fillRect(body.adjusted(1, 1, -1, -1), mixed(color, theme.base, fill));
    lines(body, item, mixed(color, theme.base, edge));
  } else {
    m_painter.fillRect(body.adjusted(1, 1, -1, -1), barProfile(rect, item, color, fill));
    if (!occurred) lines(body, item, barProfile(rect, item, color, edge));
  }
  if (item.sources > 1 || item.corrected) barBadges(m_painter, theme, body, item);
  if (cancelled)
    m_painter.fillRect(QRectF(body.left(), std::round(body.center().y()), body.width(), 1),
                       item.soft() ? QBrush(barProfile(rect, item, color, edge))
                                   : QBrush(mixed(color, theme.base, edge)));
}

void ScreenMarkPainter::cluster(const QRectF& rect, const ClusterLook& look, const QFont& font) {
  if (rect.width() > widestCopied) return m_vector.cluster(rect, look, font);
  const double width = std::round(rect.width());
  const double height = std::round(rect.height());
  const QString key = QStringLiteral("c%1.%2.%3.%4.%5")
                          .arg(look.kind ? static_cast<int>(*look.kind) : -1)
                          .arg(static_cast<int>(look.status))
                          .arg(width)
                          .arg(height)
                          .arg(look.count);
  const QImage image = m_sprites.of(key, QSizeF(width + 2 * air, height + 2 * air), [&](QPainter& painter) {
    // A count that has no room is left out; the card tells it.
    ClusterLook fitting = look;
    if (QFontMetricsF(font).horizontalAdvance(look.count) > width - 2) fitting.count.clear();
    VectorMarkPainter(painter, m_sprites.theme()).cluster(QRectF(air, air, width, height), fitting, font);
  });
  m_painter.drawImage(QPointF(std::round(rect.left()) - air, std::round(rect.top()) - air), image);
}

void ScreenMarkPainter::openEnds(const QRectF& rect, const timeline::Item& item, double length) {
  if (item.openFirst || item.openLast) m_vector.openEnds(rect, item, length);
}

} // namespace demarche::ui
