// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/ruler_tool.h"

namespace demarche::ui {

void RulerTool::setMeasuring(bool measuring, const TimelineScene& scene, Selected selected) {
  cancel();
  m_measuring = measuring;
  select(scene, selected);
}

bool RulerTool::press(const TimelineScene& scene, QPointF point, bool alt) {
  m_ruler.clear();
  m_held = (m_measuring || alt) && scene.plotRect().contains(point);
  if (m_held) m_ruler.start(rulerEndAt(scene, point), point.y());
  return m_held;
}

void RulerTool::move(const TimelineScene& scene, QPointF point) {
  if (!m_held) {
    if (!m_measuring || !m_from || m_ruler.isKept() || !scene.plotRect().contains(point)) return;
    m_ruler.start(*m_from, point.y());
  }
  m_ruler.moveTo(rulerEndAt(scene, point));
}

bool RulerTool::release() {
  m_held = false;
  m_ruler.keep();
  return m_ruler.isActive();
}

void RulerTool::leave() {
  if (!m_ruler.isKept() && !m_held) m_ruler.clear();
}

/// From the event selected first to the one selected now.
void RulerTool::select(const TimelineScene& scene, Selected selected) {
  if (!m_measuring) return;
  m_ruler.clear();
  if (!selected) return m_from.reset();
  const RulerEnd end = rulerEndOf(scene, *selected);
  if (!m_from) m_from = end;
  m_ruler.start(*m_from);
  m_ruler.moveTo(end);
  m_ruler.keep();
}

} // namespace demarche::ui
