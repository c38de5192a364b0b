// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/snapshot.h"
#include "ui/timeline/theme.h"

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>
#include <optional>

namespace demarche::ui {

/// Draws single marks: the colour tells the kind, shape and fill tell the status, and what fades is vague.
/// Knows nothing of where marks stand, so that the legend shows the very same shapes.
class MarkPainter {
 public:
  MarkPainter(QPainter& painter, const Theme& theme) : m_painter(painter), m_theme(theme) {}

  /// An event too short to show its extent: a shape in the middle of `rect`, as high as a text line.
  void point(const QRectF& rect, const timeline::Item& item, double size);
  /// An event over its extent; `seen` bounds what is painted, not what fades where.
  void bar(const QRectF& rect, const timeline::Item& item, const QRectF& seen);
  /// Several events. One status is shown when they all have it, and likewise one kind.
  void cluster(const QRectF& rect, std::optional<model::EventKind> kind, model::EventStatus status, const QString& count,
               const QFont& font);
  /// Arrows at the ends of a mark for which no begin or no end is told.
  void openEnds(const QRectF& rect, const timeline::Item& item, double length);

 private:
  void occurredPoint(QPointF middle, double size, const QColor& color, bool soft);
  void arrow(QPointF from, double length, const QColor& color);
  void outlinePoint(QPointF middle, double size, const timeline::Item& item);

  QPainter& m_painter;
  const Theme& m_theme;
};

} // namespace demarche::ui
