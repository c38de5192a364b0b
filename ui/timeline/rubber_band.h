// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/scene.h"

#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <cstdint>
#include <optional>
#include <vector>

namespace demarche::ui {

/// A rectangle that is drawn out over the plot with the mouse, to select what it touches.
class RubberBand {
 public:
  void start(QPointF from) { m_from = m_to = from; }
  void moveTo(QPointF to) { m_to = to; }
  void cancel() { m_from.reset(); }
  [[nodiscard]] bool isActive() const { return m_from.has_value(); }
  /// Wide or high enough to be meant; else it is a click.
  [[nodiscard]] bool isDrawn() const;
  /// As much of it as lies over the plot.
  [[nodiscard]] QRectF rect(const TimelineScene& scene) const;
  void paint(QPainter& painter, const TimelineScene& scene) const;

 private:
  std::optional<QPointF> m_from;
  QPointF m_to;
};

/// The events of all marks in sight that the rectangle touches, clusters with all of theirs; ascending, each
/// once.
[[nodiscard]] std::vector<std::uint32_t> itemsTouched(const TimelineScene& scene, const QRectF& rect);

} // namespace demarche::ui
