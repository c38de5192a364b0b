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

/// Several events in one mark: the kind and the status that all of them have, and how many they are.
struct ClusterLook {
  std::optional<model::EventKind> kind; ///< absent: of several
  model::EventStatus status = model::EventStatus::occurred;
  QString count;
};

/// Draws single marks: the colour tells the kind, shape and fill tell the status, and what fades is vague.
/// Knows nothing of where marks stand, so that the legend shows the very same shapes.
class MarkPainter {
 public:
  virtual ~MarkPainter() = default;

  /// An event too short to show its extent: a shape in the middle of `rect`, as high as a text line.
  virtual void point(const QRectF& rect, const timeline::Item& item, double size) = 0;
  /// An event over its extent; `seen` bounds what is painted, not what fades where.
  virtual void bar(const QRectF& rect, const timeline::Item& item, const QRectF& seen) = 0;
  virtual void cluster(const QRectF& rect, const ClusterLook& look, const QFont& font) = 0;
  /// Arrows at the ends of a mark for which no begin or no end is told.
  virtual void openEnds(const QRectF& rect, const timeline::Item& item, double length) = 0;
};

/// As lines and areas, at any size: for print, and for the pictures that a screen painter keeps.
class VectorMarkPainter : public MarkPainter {
 public:
  VectorMarkPainter(QPainter& painter, const Theme& theme) : m_painter(painter), m_theme(theme) {}

  void point(const QRectF& rect, const timeline::Item& item, double size) override;
  void bar(const QRectF& rect, const timeline::Item& item, const QRectF& seen) override;
  void cluster(const QRectF& rect, const ClusterLook& look, const QFont& font) override;
  void openEnds(const QRectF& rect, const timeline::Item& item, double length) override;

 private:
  void occurredPoint(QPointF middle, double size, const QColor& color, bool soft);
  void arrow(QPointF from, double length, const QColor& color);
  void outlinePoint(QPointF middle, double size, const timeline::Item& item);

  QPainter& m_painter;
  const Theme& m_theme;
};

/// How strongly a bar is drawn along its length: 0 at a vague end, 1 where it is sure.
[[nodiscard]] QLinearGradient barProfile(const QRectF& rect, const timeline::Item& item, const QColor& color,
                                         double strength);
inline constexpr double outlinedFill = 0.1; ///< of bars that are told apart by their border

} // namespace demarche::ui
