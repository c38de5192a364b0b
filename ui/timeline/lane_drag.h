// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/scene.h"

#include <QPainter>
#include <cstddef>
#include <optional>

namespace demarche::ui {

/// A lane that is moved up or down by its heading.
class LaneDrag {
 public:
  /// Pressed at `y` on the heading; nothing is moved yet.
  void start(std::size_t lane, double y);
  void moveTo(double y);
  void cancel() { m_lane.reset(); }
  [[nodiscard]] bool isActive() const { return m_lane.has_value(); }
  /// Far enough to be meant; else it is a click.
  [[nodiscard]] bool isMoved() const { return m_lane && m_moved; }
  [[nodiscard]] std::size_t lane() const { return *m_lane; }
  /// The place among all lanes where it would stand.
  [[nodiscard]] std::size_t target(const TimelineScene& scene) const;
  /// Over everything: the heading that is moved, and a line where it would stand.
  void paint(QPainter& painter, const TimelineScene& scene) const;

 private:
  [[nodiscard]] std::size_t gap(const TimelineScene& scene) const;

  std::optional<std::size_t> m_lane;
  double m_from = 0;
  double m_to = 0;
  bool m_moved = false;
};

} // namespace demarche::ui
