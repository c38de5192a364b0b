// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/thread_painter.h"

#include "ui/models/event_threads.h"

#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <vector>

namespace demarche::ui {
namespace {

constexpr double thickness = 1.4;
constexpr double ground = 3;   ///< left free around a thread, so that it is seen upon other marks
constexpr double aboveEnd = 4; ///< pixels from the lower end of its row
constexpr double markSize = 8;
constexpr double leastLength = 10; ///< pixels; a shorter one tells nothing

class ThreadPainter {
 public:
  ThreadPainter(QPainter& painter, const TimelineScene& scene, const PlacedMark& mark, const QColor& color)
      : m_painter(painter),
        m_scene(scene),
        m_mark(scene.markRect(mark)),
        m_body(scene.bodyOf(m_mark)),
        m_height(m_mark.bottom() - aboveEnd),
        m_color(color) {}

  /// Lines first: where threads share their way, the shapes of all are seen.
  void paint(const std::vector<timeline::Thread>& threads) {
    std::vector<const timeline::Thread*> drawn;
    for (const timeline::Thread& thread : threads)
      if (line(thread)) drawn.push_back(&thread);
    for (const timeline::Thread* const thread : drawn)
      shape(QPointF(xOf(thread->begin()), m_height), thread->status);
  }

 private:
  /// False for one that is too short.
  bool line(const timeline::Thread& thread) {
    const double begin = xOf(thread.begin());
    const double farthest = thread.told ? xOf(*thread.told) : begin;
    const double end = inSight(std::clamp(begin, m_mark.left(), m_mark.right()));
    if (std::max(std::abs(end - begin), std::abs(end - farthest)) < leastLength) return false;
    QPainterPath path = lineTo(begin, end);
    if (farthest != begin) {
      path.moveTo(farthest, m_height - markSize / 2);
      path.lineTo(farthest, m_height);
      path.lineTo(begin, m_height);
    }
    stroke(path, thread.status);
    return true;
  }

  /// A little beyond what is seen: dashes out of sight would take their time.
  [[nodiscard]] double inSight(double x) const {
    const QRectF plot = m_scene.plotRect();
    return std::clamp(x, plot.left() - 4 * markSize, plot.right() + 4 * markSize);
  }
  [[nodiscard]] double xOf(timeline::DayNumber day) const { return inSight(m_scene.xOfDay(day + 0.5)); }

  /// Along the row, and up into the mark.
  [[nodiscard]] QPainterPath lineTo(double begin, double end) const {
    const double within = std::min(4.0, m_mark.width() / 2);
    const double into = end <= m_mark.left() ? end + within : end >= m_mark.right() ? end - within : end;
    QPainterPath path(QPointF(begin, m_height));
    path.lineTo(into, m_height);
    path.lineTo(into, std::min(m_body.center().y() + markSize / 2, m_height));
    return path;
  }

  void stroke(const QPainterPath& path, model::EventStatus status) {
    m_painter.setBrush(Qt::NoBrush);
    m_painter.strokePath(path, QPen(m_scene.look().theme.base, ground, Qt::SolidLine, Qt::FlatCap));
    QPen pen(m_color, thickness, Qt::SolidLine, Qt::FlatCap);
    if (status == model::EventStatus::planned) pen.setDashPattern({4, 3});
    if (status == model::EventStatus::cancelled) pen.setDashPattern({1.2, 2});
    m_painter.strokePath(path, pen);
  }

  /// Hollow, as what is planned and called off is drawn everywhere.
  void shape(QPointF middle, model::EventStatus status) {
    const double half = markSize / 2;
    m_painter.setPen(QPen(m_color, thickness));
    m_painter.setBrush(status == model::EventStatus::occurred ? m_color : m_scene.look().theme.base);
    if (status == model::EventStatus::planned)
      m_painter.drawPolygon(QPolygonF({middle - QPointF(0, half), middle + QPointF(half, 0),
                                       middle + QPointF(0, half), middle - QPointF(half, 0)}));
    else
      m_painter.drawEllipse(middle, half - 0.5, half - 0.5);
    if (status == model::EventStatus::cancelled)
      m_painter.drawLine(middle + QPointF(-half, half), middle + QPointF(half, -half));
  }

  QPainter& m_painter;
  const TimelineScene& m_scene;
  QRectF m_mark;
  QRectF m_body;
  double m_height;
  QColor m_color;
};

} // namespace

void paintThreads(QPainter& painter, const TimelineScene& scene, std::uint32_t item) {
  const model::Event* const event = scene.events()->find(scene.rowOf(item));
  if (event == nullptr) return;
  const std::vector<timeline::Thread> threads = threadsOf(*scene.events(), *event);
  if (threads.empty()) return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, true);
  for (const PlacedMark& mark : scene.marksOf(item)) {
    if (scene.isDense(mark.lane)) continue;
    painter.setClipRect(scene.laneArea(mark.lane));
    ThreadPainter(painter, scene, mark, scene.look().theme.kind(event->kind)).paint(threads);
  }
  painter.restore();
}

} // namespace demarche::ui
