// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/scene.h"

#include <QPainter>
#include <optional>
#include <utility>

namespace demarche::ui {

/// A stretch of time that is drawn out on the axis with the mouse, to zoom to.
class AxisBand {
 public:
  /// Pressed at `x` in the axis; nothing is drawn out yet.
  void start(double x) { m_from = m_to = x; }
  void moveTo(double x) { m_to = x; }
  void cancel() { m_from.reset(); }
  [[nodiscard]] bool isActive() const { return m_from.has_value(); }
  /// Wide enough to be meant; else it is a click.
  [[nodiscard]] bool isDrawn() const;
  /// The days from the one end up to the other.
  [[nodiscard]] std::pair<double, double> days(const TimelineScene& scene) const;
  /// Over everything, with the date at either end.
  void paint(QPainter& painter, const TimelineScene& scene) const;

 private:
  [[nodiscard]] QRectF rect(const TimelineScene& scene) const;

  std::optional<double> m_from;
  double m_to = 0;
};

/// The cell of the axis' upper row at the point: a month, a year, a decade. Nothing elsewhere.
[[nodiscard]] std::optional<timeline::Cell> majorCellAt(const TimelineScene& scene, QPointF point);

} // namespace demarche::ui
