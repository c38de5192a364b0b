// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/scene.h"

#include <QPainter>

namespace demarche::ui {

/// Draws, in the row of an event, from where it was announced, called off or told for other days to where it
/// stands: dashed for what was planned, dotted for what was called off, drawn through for what took place.
/// Nothing as long as its words have not arrived, and in lanes that count.
void paintThreads(QPainter& painter, const TimelineScene& scene, std::uint32_t item);

} // namespace demarche::ui
