// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>
#include <QString>
#include <QWidget>

namespace demarche::ui {

/// Shows a card as a tooltip, below the mark (in `over`) or above it where there is no room, never upon it,
/// until the mouse leaves the mark.
void showHoverCard(QWidget* over, QPoint mouse, const QRect& mark, const QString& card);

} // namespace demarche::ui
