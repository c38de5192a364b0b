// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/wheel.h"

#include "ui/timeline/scene.h"

#include <QWheelEvent>
#include <cmath>

namespace demarche::ui {
namespace {

constexpr double wheelStep = 120; ///< what a notch of a wheel counts
constexpr double rowsPerNotch = 3;

} // namespace

WheelWish wishOf(const QWheelEvent& event, const TimelineScene& scene) {
  // A wheel that tells pixels, too, as some do on X11, has no phases; only fingers begin and end.
  const bool fingers = !event.pixelDelta().isNull() && event.phase() != Qt::NoScrollPhase;
  const QPointF turned = QPointF(event.angleDelta()) / wheelStep;
  if (fingers && !(event.modifiers() & Qt::ControlModifier))
    return {.zoom = 1, .move = QPointF(event.pixelDelta()), .exact = true};
  // With Shift, some platforms have already turned the wheel sideways.
  const bool turnedSideways = std::abs(turned.x()) > std::abs(turned.y());
  if (turnedSideways || event.modifiers() & Qt::ShiftModifier) {
    const double notches = turnedSideways ? turned.x() : turned.y();
    return {.zoom = 1, .move = {notches * panShare * scene.plotRect().width(), 0}};
  }
  if (event.position().x() < scene.plotRect().left())
    return {.zoom = 1, .move = {0, turned.y() * rowsPerNotch * scene.rowHeight()}};
  return {.zoom = std::pow(zoomPerNotch, turned.y()), .move = {}, .exact = fingers};
}

} // namespace demarche::ui
