// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/timeline/layers.h"
#include "ui/bridge/event_set.h"

#include <QDate>
#include <QImage>
#include <QLocale>
#include <QSize>
#include <QString>
#include <optional>
#include <utility>
#include <vector>

class QPainter;

namespace demarche::ui {

/// A picture of a timeline, made without a window.
struct RenderOptions {
  QSize size{1280, 800}; ///< points of 1/96 inch, of which the text is 13 high
  double pixelRatio = 1; ///< pixels a point has in a PNG
  bool dark = false;
  /// The days shown, from the first up to, not including, the second; those of all events when absent.
  std::optional<std::pair<double, double>> days;
  timeline::Grouping grouping = timeline::Grouping::kind;
  std::vector<std::string> laneOrder;       ///< by codes of lanes; what is left out keeps its place
  std::vector<timeline::Layer> layers;      ///< pinned above all lanes
  std::vector<std::string> collapsed;       ///< lanes of one row that counts
  QString title;
  bool legend = true;
  bool sources = false; ///< with the articles that tell the events shown
  QLocale locale;
  QDate today = QDate::currentDate();
};

/// Draws into `path`, whose ending says how: png, svg or pdf. The file is written whole or not at all.
/// Needs a QGuiApplication (`offscreen` will do).
[[nodiscard]] base::Result<void> renderTimeline(const EventSetPtr& events,
                                                const RenderOptions& options, const QString& path);
/// The same for the clipboard, or to look at.
[[nodiscard]] base::Result<QImage> timelineImage(const EventSetPtr& events,
                                                 const RenderOptions& options);
/// The same as lines and text from the painter's origin on, in points; a printer's painter is scaled before.
void paintTimeline(QPainter& painter, const EventSetPtr& events, const RenderOptions& options);

} // namespace demarche::ui
