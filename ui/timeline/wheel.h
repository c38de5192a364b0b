// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>

class QWheelEvent;

namespace demarche::ui {

class TimelineScene;

inline constexpr double zoomPerNotch = 1.25; ///< of a wheel, and by a key
inline constexpr double panShare = 0.15;     ///< of the view, by a notch and by a key

/// What a wheel or a touchpad asks for.
struct WheelWish {
  double zoom = 1;    ///< larger by this at the mouse
  QPointF move;       ///< of what is shown, in pixels to the right and down
  bool exact = false; ///< told pixel by pixel, by fingers: to be followed at once
};

/// A wheel zooms, pans with Shift and scrolls over the headings. Fingers on a touchpad move what is shown as
/// a sheet of paper, and zoom with Ctrl.
[[nodiscard]] WheelWish wishOf(const QWheelEvent& event, const TimelineScene& scene);

} // namespace demarche::ui
