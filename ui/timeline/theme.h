// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"
#include "core/timeline/lanes.h"

#include <QColor>
#include <QFont>
#include <QLocale>
#include <QPalette>
#include <array>

namespace demarche::ui {

/// The colours of the timeline: its ground from the palette of the desktop, its kinds from a set of our own
/// that stays apart for the colour-blind and stands out from a light and from a dark ground.
struct Theme {
  QColor base;
  QColor stripe; ///< every second lane
  QColor text;
  QColor dimText;
  QColor line;
  QColor accent; ///< of what is selected
  QColor today;
  std::array<QColor, model::allEventKinds.size()> kinds;
  double barFill = 0.42; ///< how much of its colour fills a bar: little enough for the name upon it
  bool dark = false;
  bool highContrast = false; ///< every text at 7:1 or more, for whoever has asked the desktop for that

  [[nodiscard]] const QColor& kind(model::EventKind kind) const {
    return kinds[static_cast<std::size_t>(kind)];
  }

  [[nodiscard]] static Theme of(const QPalette& palette);
  [[nodiscard]] static Theme light();
  [[nodiscard]] static Theme darkened();
};

/// Of a lane's swatch and columns: that of its kind, or none where it has events of several.
[[nodiscard]] const QColor& laneColor(const Theme& theme, timeline::LaneKey lane);

/// `share` of `over` upon `ground`, opaque: what one paints is then the same in PNG, SVG and PDF.
[[nodiscard]] QColor mixed(const QColor& over, const QColor& ground, double share);
[[nodiscard]] QColor withAlpha(QColor color, double alpha);
/// White or near black, whichever is read better on `ground`.
[[nodiscard]] QColor readableOn(const QColor& ground);
/// Ratio of contrast as WCAG 2 defines it, 1 … 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

/// How a timeline looks, whatever it shows.
struct Look {
  Theme theme = Theme::light();
  QFont font;
  QLocale locale;
};

} // namespace demarche::ui
