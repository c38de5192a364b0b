// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/lane_drag.h"

#include <QApplication>
#include <algorithm>
#include <cmath>

namespace demarche::ui {

void LaneDrag::start(std::size_t lane, double y) {
  m_lane = lane;
  m_from = m_to = y;
  m_moved = false;
}

void LaneDrag::moveTo(double y) {
  m_to = y;
  m_moved = m_moved || std::abs(m_to - m_from) >= QApplication::startDragDistance();
}

/// Lanes above the line that the lane would be put in at.
std::size_t LaneDrag::gap(const TimelineScene& scene) const {
  std::size_t above = scene.layers().size(); // nothing stands above what is pinned
  while (above < scene.layout().lanes.size() && scene.laneRect(above).center().y() < m_to)
    ++above;
  return above;
}

std::size_t LaneDrag::target(const TimelineScene& scene) const {
  const std::size_t above = gap(scene);
  return above > *m_lane ? above - 1 : above;
}

void LaneDrag::paint(QPainter& painter, const TimelineScene& scene) const {
  if (!isMoved()) return;
  const Theme& theme = scene.look().theme;
  const QRectF headings = scene.headingsRect();
  const QRectF lane = scene.laneRect(*m_lane);
  painter.save();
  painter.setClipRect(headings.united(scene.plotRect()));
  painter.fillRect(QRectF(headings.left(), lane.top(), headings.width(), lane.height()),
                   withAlpha(theme.accent, 0.16));
  // No line where nothing would move.
  if (target(scene) != *m_lane) {
    const std::size_t above = gap(scene);
    const double edge = above == 0 ? scene.laneRect(0).top() : scene.laneRect(above - 1).bottom();
    const double y = std::clamp(std::round(edge), headings.top() + 1, headings.bottom() - 1);
    painter.setPen(QPen(theme.accent, 2));
    painter.drawLine(QLineF(headings.left(), y, scene.plotRect().right(), y));
  }
  painter.restore();
}

} // namespace demarche::ui
