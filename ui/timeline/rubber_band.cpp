// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/rubber_band.h"

#include <QApplication>
#include <algorithm>

namespace demarche::ui {

bool RubberBand::isDrawn() const {
  return m_from && (m_to - *m_from).manhattanLength() >= QApplication::startDragDistance();
}

QRectF RubberBand::rect(const TimelineScene& scene) const {
  return m_from ? QRectF(*m_from, m_to).normalized().intersected(scene.plotRect()) : QRectF();
}

void RubberBand::paint(QPainter& painter, const TimelineScene& scene) const {
  if (!isDrawn()) return;
  const QColor color = scene.look().theme.accent;
  const QRect band = rect(scene).toRect();
  painter.fillRect(band, withAlpha(color, 0.15));
  painter.setPen(QPen(color, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(QRectF(band).adjusted(0.5, 0.5, -0.5, -0.5));
}

std::vector<std::uint32_t> itemsTouched(const TimelineScene& scene, const QRectF& rect) {
  std::vector<std::uint32_t> touched;
  const timeline::Layout& layout = scene.layout();
  for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane) {
    if (!scene.laneRect(lane).intersects(rect)) continue;
    const std::size_t rows = scene.isDense(lane) ? 1 : layout.lanes[lane].rows;
    for (std::size_t row = 0; row < rows; ++row) {
      if (!scene.rowRect(lane, row).intersects(rect)) continue;
      for (const timeline::Mark& mark : scene.marksIn(lane, row)) {
        if (!scene.markRect(lane, row, mark).intersects(rect)) continue;
        const auto items = timeline::itemsOf(layout, mark);
        touched.insert(touched.end(), items.begin(), items.end());
      }
    }
  }
  std::ranges::sort(touched);
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  return touched;
}

} // namespace demarche::ui
