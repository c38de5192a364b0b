// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/labels.h"
#include "ui/timeline/scene.h"

#include <QPainter>
#include <cstddef>
#include <optional>

namespace demarche::ui {

/// Paints a scene into any painter: widget, picture, SVG or PDF. What follows the mouse or the selection
/// is painted apart, over a frame that may be kept.
class TimelinePainter {
 public:
  /// At most so many labels a frame: in a window they are the dearest part of it.
  explicit TimelinePainter(std::size_t mostLabels) : m_mostLabels(mostLabels) {}

  void paint(QPainter& painter, const TimelineScene& scene);
  void paintOverlay(QPainter& painter, const TimelineScene& scene, const std::optional<PlacedMark>& hovered,
                    std::optional<std::uint32_t> selected) const;

 private:
  void paintRows(QPainter& painter, const TimelineScene& scene, std::size_t lane) const;
  void paintColumns(QPainter& painter, const TimelineScene& scene, std::size_t lane) const;
  void paintLabels(QPainter& painter, const TimelineScene& scene);
  void paintSelectedName(QPainter& painter, const TimelineScene& scene, const QRectF& mark,
                         std::uint32_t item) const;

  std::size_t m_mostLabels;
  LabelTexts m_texts;
};

} // namespace demarche::ui
