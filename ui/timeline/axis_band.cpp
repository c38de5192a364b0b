// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/axis_band.h"

#include "core/timeline/axis.h"
#include "ui/timeline/axis_text.h"
#include "ui/timeline/frame_painter.h"

#include <QApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {

constexpr double padding = 5;

} // namespace

bool AxisBand::isDrawn() const {
  return m_from && std::abs(m_to - *m_from) >= QApplication::startDragDistance();
}

QRectF AxisBand::rect(const TimelineScene& scene) const {
  const QRectF axis = scene.axisRect();
  const double left = std::max(std::min(*m_from, m_to), axis.left());
  const double right = std::min(std::max(*m_from, m_to), axis.right());
  return QRectF(QPointF(left, axis.top()), QPointF(right, scene.plotRect().bottom()));
}

std::pair<double, double> AxisBand::days(const TimelineScene& scene) const {
  const QRectF band = rect(scene);
  return {scene.dayAt(band.left()), scene.dayAt(band.right())};
}

void AxisBand::paint(QPainter& painter, const TimelineScene& scene) const {
  if (!isDrawn()) return;
  const Theme& theme = scene.look().theme;
  const QRectF band = rect(scene);
  painter.save();
  painter.fillRect(band, withAlpha(theme.accent, 0.16));
  painter.setPen(QPen(theme.accent, 1));
  painter.drawLine(QLineF(band.topLeft(), band.bottomLeft()));
  painter.drawLine(QLineF(band.topRight(), band.bottomRight()));
  painter.setFont(smaller(scene.look().font));
  const QFontMetricsF metrics(painter.font());
  const auto [first, end] = days(scene);
  const auto date = [&](double day) {
    const auto number = static_cast<timeline::DayNumber>(std::floor(day));
    return scene.look().locale.toString(dateOf(number), QLocale::ShortFormat);
  };
  // Outside of the band, so that a narrow one has room for both, too.
  const auto chip = [&](const QString& text, double x, bool leftOf) {
    const double width = metrics.horizontalAdvance(text) + 2 * padding;
    const double left = std::clamp(leftOf ? x - width : x, scene.axisRect().left(),
                                   std::max(scene.axisRect().left(), scene.axisRect().right() - width));
    const QRectF place(left, scene.axisRect().bottom() + padding, width, metrics.height() + 4);
    painter.setPen(QPen(theme.accent, 1));
    painter.setBrush(theme.base);
    painter.drawRoundedRect(place, 3, 3);
    painter.setPen(theme.text);
    painter.drawText(place, Qt::AlignCenter, text);
  };
  painter.setRenderHint(QPainter::Antialiasing, true);
  chip(date(first), band.left(), true);
  chip(date(std::nextafter(end, first)), band.right(), false);
  painter.restore();
}

std::optional<timeline::Cell> majorCellAt(const TimelineScene& scene, QPointF point) {
  const QRectF rect = scene.axisRect();
  if (!rect.contains(point) || point.y() >= std::round(rect.center().y())) return std::nullopt;
  const timeline::Axis axis = timeline::axisFor(scene.scale(), rect.width(), scene.textHeight() / 16);
  const double day = scene.dayAt(point.x());
  for (const timeline::Cell& cell : axis.major)
    if (cell.first <= day && day < cell.end) return cell;
  return std::nullopt;
}

} // namespace demarche::ui
