// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/mark_painter.h"

#include <QLinearGradient>
#include <QPainterPath>
#include <QPainterPathStroker>
#include <QRadialGradient>
#include <algorithm>

namespace demarche::ui {
namespace {

constexpr double stroke = 1.6;
constexpr double halo = 1.5;          ///< ground left free around a shape that stands on a bar
constexpr double vagueFade = 0.3;     ///< of the length of a bar of which no day is sure, at either end
constexpr double vagueShare = 0.4;    ///< how strong it still is close to the end
constexpr double fadingEnd = 28;      ///< pixels over which the very end fades
constexpr double shortestDashed = 24; ///< a shorter border would be a few stray dots

QPainterPath shapeOf(QPointF middle, double size, model::EventStatus status) {
  QPainterPath path;
  if (status == model::EventStatus::planned) {
    const double half = size * 0.58;
    path.moveTo(middle.x(), middle.y() - half);
    path.lineTo(middle.x() + half, middle.y());
    path.lineTo(middle.x(), middle.y() + half);
    path.lineTo(middle.x() - half, middle.y());
    path.closeSubpath();
  } else {
    path.addEllipse(middle, size / 2, size / 2);
  }
  return path;
}

/// The border of a bar without its vague ends: an end that is drawn is one that is known.
QPainterPath outlineOf(const QRectF& rect, double radius, const timeline::Item& item) {
  QPainterPath path;
  if (!item.soft()) {
    path.addRoundedRect(rect, radius, radius);
    return path;
  }
  const auto add = [&path](QPointF from, QPointF to) {
    path.moveTo(from);
    path.lineTo(to);
  };
  add(rect.topLeft(), rect.topRight());
  add(rect.bottomLeft(), rect.bottomRight());
  if (!item.softFirst) add(rect.topLeft(), rect.bottomLeft());
  if (!item.softLast) add(rect.topRight(), rect.bottomRight());
  return path;
}

/// Strong in the middle of a shape, nothing at its sides.
QRadialGradient fadingAround(QPointF middle, double size, const QColor& color) {
  QRadialGradient gradient(middle, size * 0.75);
  gradient.setColorAt(0, color);
  gradient.setColorAt(0.35, color);
  gradient.setColorAt(1, withAlpha(color, 0));
  return gradient;
}

/// A line that fades is filled, not drawn with a pen: SVG has no pens of many colours.
void drawFading(QPainter& painter, const QPainterPath& path, double width, bool dashed, const QBrush& brush) {
  QPainterPathStroker stroker;
  stroker.setWidth(width);
  stroker.setCapStyle(Qt::FlatCap);
  if (dashed) stroker.setDashPattern({4, 3});
  painter.fillPath(stroker.createStroke(path), brush);
}

QPainterPath lineOf(QPointF from, QPointF to) {
  QPainterPath path(from);
  path.lineTo(to);
  return path;
}

} // namespace

/// What is vague is lighter the further it is from what is sure, and fades to nothing at its very end alone:
/// where one looks at a part of it, it is still seen.
QLinearGradient barProfile(const QRectF& rect, const timeline::Item& item, const QColor& color,
                           double strength) {
  QLinearGradient gradient(rect.left(), 0, rect.right(), 0);
  const double days = item.last - item.first + 1;
  const bool sure = item.sureFirst <= item.sureLast;
  const auto fadeOver = [&](double vagueDays) {
    return sure ? std::clamp(vagueDays / days, 0.15, 0.5) : vagueFade;
  };
  const double begin = item.softFirst ? fadeOver(item.sureFirst - item.first) : 0;
  const double end = item.softLast ? fadeOver(item.last - item.sureLast) : 0;
  const double edge = std::min(fadingEnd / std::max(rect.width(), 1.0), 0.1);
  gradient.setColorAt(0, withAlpha(color, item.softFirst ? 0 : strength));
  if (begin > edge) gradient.setColorAt(edge, withAlpha(color, vagueShare * strength));
  if (begin > 0) gradient.setColorAt(begin, withAlpha(color, strength));
  if (end > 0) gradient.setColorAt(1 - end, withAlpha(color, strength));
  if (end > edge) gradient.setColorAt(1 - edge, withAlpha(color, vagueShare * strength));
  gradient.setColorAt(1, withAlpha(color, item.softLast ? 0 : strength));
  return gradient;
}

void VectorMarkPainter::occurredPoint(QPointF middle, double size, const QColor& color, bool soft) {
  m_painter.setPen(Qt::NoPen);
  if (!soft) {
    m_painter.setBrush(m_theme.base);
    m_painter.drawEllipse(middle, size / 2 + halo, size / 2 + halo);
    m_painter.setBrush(color);
    m_painter.drawEllipse(middle, size / 2, size / 2);
    return;
  }
  const double radius = size * 0.85;
  QRadialGradient gradient(middle, radius);
  gradient.setColorAt(0, color);
  gradient.setColorAt(0.3, withAlpha(color, 0.85));
  gradient.setColorAt(1, withAlpha(color, 0));
  m_painter.setBrush(gradient);
  m_painter.drawEllipse(middle, radius, radius);
}

void VectorMarkPainter::outlinePoint(QPointF middle, double size, const timeline::Item& item) {
  const QColor& color = m_theme.kind(item.kind);
  QPainterPath path = shapeOf(middle, size - stroke, item.status);
  if (!item.soft()) m_painter.fillPath(path, m_theme.base);
  const double reach = size * 0.62;
  if (item.status == model::EventStatus::cancelled)
    path.addPath(lineOf(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach)));
  if (item.soft())
    drawFading(m_painter, path, stroke, false, fadingAround(middle, size, color));
  else
    m_painter.strokePath(path, QPen(color, stroke));
}

void VectorMarkPainter::point(const QRectF& rect, const timeline::Item& item, double size) {
  m_painter.setRenderHint(QPainter::Antialiasing, true);
  if (item.status == model::EventStatus::occurred)
    occurredPoint(rect.center(), size, m_theme.kind(item.kind), item.soft());
  else
    outlinePoint(rect.center(), size, item);
}

void VectorMarkPainter::bar(const QRectF& rect, const timeline::Item& item, const QRectF& seen) {
  // Beyond what is seen by a few pixels, so that an end out of sight does not look like one.
  const QRectF drawn = rect.intersected(seen.adjusted(-8, 0, 8, 0)).adjusted(0.75, 0.75, -0.75, -0.75);
  if (drawn.width() <= 0) return;
  const QColor& color = m_theme.kind(item.kind);
  m_painter.setRenderHint(QPainter::Antialiasing, true);
  const bool occurred = item.status == model::EventStatus::occurred;
  const bool cancelled = item.status == model::EventStatus::cancelled;
  const double radius = std::min(3.0, drawn.width() / 2);
  const double fill = occurred ? m_theme.barFill : outlinedFill;
  m_painter.setPen(Qt::NoPen);
  m_painter.setBrush(barProfile(rect, item, color, fill));
  m_painter.drawRoundedRect(drawn, radius, radius);
  if (occurred && item.soft()) return;
  QPainterPath outline = outlineOf(drawn, radius, item);
  if (cancelled)
    outline.addPath(lineOf({drawn.left(), drawn.center().y()}, {drawn.right(), drawn.center().y()}));
  const bool dashed = item.status == model::EventStatus::planned && drawn.width() > shortestDashed;
  drawFading(m_painter, outline, occurred ? 1 : stroke, dashed,
             barProfile(rect, item, color, cancelled ? 0.7 : 1));
}

void VectorMarkPainter::cluster(const QRectF& rect, const ClusterLook& look, const QFont& font) {
  const QColor& color = look.kind ? m_theme.kind(*look.kind) : m_theme.dimText;
  const bool filled = look.status == model::EventStatus::occurred;
  QPen outline(filled ? m_theme.base : color, filled ? halo : stroke);
  if (look.status == model::EventStatus::planned) outline.setDashPattern({3, 2});
  const QRectF body = rect.adjusted(0.5, 0.5, -0.5, -0.5);
  const double radius = std::min(body.height(), body.width()) / 2;
  m_painter.setRenderHint(QPainter::Antialiasing, true);
  m_painter.setPen(outline);
  m_painter.setBrush(filled ? color : m_theme.base);
  m_painter.drawRoundedRect(body, radius, radius);
  m_painter.setFont(font);
  m_painter.setPen(filled ? readableOn(color) : m_theme.text);
  m_painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, look.count);
  if (look.status != model::EventStatus::cancelled) return;
  m_painter.setPen(QPen(color, stroke));
  m_painter.drawLine(QLineF(body.left(), body.center().y(), body.right(), body.center().y()));
}

void VectorMarkPainter::openEnds(const QRectF& rect, const timeline::Item& item, double length) {
  const QColor& color = m_theme.kind(item.kind);
  if (item.openFirst) arrow({rect.left(), rect.center().y()}, -length, color);
  if (item.openLast) arrow({rect.right(), rect.center().y()}, length, color);
}

void VectorMarkPainter::arrow(QPointF from, double length, const QColor& color) {
  const QPointF tip = from + QPointF(length, 0);
  const double wing = length > 0 ? -4 : 4;
  m_painter.setRenderHint(QPainter::Antialiasing, true);
  m_painter.setPen(QPen(color, stroke));
  m_painter.setBrush(Qt::NoBrush);
  m_painter.drawLine(from, tip);
  m_painter.drawPolyline(QPolygonF({tip + QPointF(wing, -4), tip, tip + QPointF(wing, 4)}));
}

} // namespace demarche::ui
