// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/ruler.h"

namespace demarche::ui {

/// What mouse and selection do to the ruler. With Alt a drag draws it out; while one measures, every drag
/// does, and what is pointed at or selected is measured from the event that was selected first.
class RulerTool {
 public:
  using Selected = std::optional<std::uint32_t>;

  void setMeasuring(bool measuring, const TimelineScene& scene, Selected selected);
  [[nodiscard]] bool isMeasuring() const { return m_measuring; }
  [[nodiscard]] bool isHeld() const { return m_held; } ///< by the mouse
  [[nodiscard]] const Ruler& ruler() const { return m_ruler; }
  [[nodiscard]] bool isActive() const { return m_measuring || m_ruler.isActive(); }

  /// False when the press is meant for something else.
  bool press(const TimelineScene& scene, QPointF point, bool alt);
  /// With the button held, or without.
  void move(const TimelineScene& scene, QPointF point);
  /// False when nothing was measured: it was a click.
  bool release();
  void leave();
  void select(const TimelineScene& scene, Selected selected);
  /// No ruler, and no measuring.
  void cancel() { *this = {}; }

 private:
  Ruler m_ruler;
  std::optional<RulerEnd> m_from; ///< the event that others are measured from
  bool m_measuring = false;
  bool m_held = false;
};

} // namespace demarche::ui
