// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/axis.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/mark_painter.h"
#include "ui/timeline/scene.h"

#include <QCoreApplication>
#include <QPainter>

namespace demarche::ui {

/// Draws what stands around the events and explains them: title, axis, headings of the lanes, today, legend.
class FramePainter {
  Q_DECLARE_TR_FUNCTIONS(FramePainter)

 public:
  FramePainter(QPainter& painter, const TimelineScene& scene)
      : m_painter(painter), m_scene(scene), m_theme(scene.look().theme) {}

  void title();
  void stripes();
  void weekends();
  void axis();
  void today();
  void headings();
  void footer();

 private:
  [[nodiscard]] QString eventCount() const;
  void stripes(const QRectF& area);
  void axisRow(const std::vector<timeline::Cell>& cells, timeline::CalendarUnit unit, const QRectF& row,
               bool major);
  void hours(const timeline::Axis& axis, const QRectF& row);
  void heading(std::size_t lane);
  void chevron(const QRectF& rect, bool collapsed);
  void pin(const QRectF& rect);
  void tint(std::size_t lane);
  void legend();
  void legendSign(const LegendEntry& entry, MarkPainter& marks);

  QPainter& m_painter;
  const TimelineScene& m_scene;
  const Theme& m_theme;
};

/// The same font one step down, for what is read second.
[[nodiscard]] QFont smaller(QFont font);

} // namespace demarche::ui
