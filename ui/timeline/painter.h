// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/labels.h"
#include "ui/timeline/scene.h"
#include "ui/timeline/screen_marks.h"

#include <QPainter>
#include <memory>
#include <optional>
#include <vector>

namespace demarche::ui {

/// Paints a scene into any painter: widget, picture, SVG or PDF. What follows the mouse or the selection
/// is painted apart, over a frame that may be kept.
class TimelinePainter {
 public:
  /// For a window frames are painted fast, for print everything can be drawn larger.
  enum class Medium { screen, print };
  explicit TimelinePainter(Medium medium) : m_medium(medium) {}

  void paint(QPainter& painter, const TimelineScene& scene);
  /// `chosen` are all items that are selected, ascending; `selected` is the current one.
  void paintOverlay(QPainter& painter, const TimelineScene& scene, const std::optional<PlacedMark>& hovered,
                    std::optional<std::uint32_t> selected, const std::vector<std::uint32_t>& chosen) const;

 private:
  [[nodiscard]] std::unique_ptr<MarkPainter> marksFor(QPainter& painter, const TimelineScene& scene);
  void paintRows(MarkPainter& marks, const TimelineScene& scene, std::size_t lane) const;
  void paintColumns(QPainter& painter, const TimelineScene& scene, std::size_t lane) const;
  void paintLabels(QPainter& painter, const TimelineScene& scene);
  void paintChosen(QPainter& painter, const TimelineScene& scene,
                   const std::vector<std::uint32_t>& chosen) const;
  void paintNames(QPainter& painter, const TimelineScene& scene, const std::vector<Label>& labels);
  void paintDetails(QPainter& painter, const TimelineScene& scene, const std::vector<Label>& labels);
  void paintTicks(QPainter& painter, const TimelineScene& scene, const std::vector<QPointF>& corners) const;
  void paintSelectedName(QPainter& painter, const TimelineScene& scene, const QRectF& mark,
                         std::uint32_t item) const;

  Medium m_medium;
  MarkSprites m_sprites;
  LabelTexts m_texts;
};

} // namespace demarche::ui
