// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/painter.h"

#include "ui/bridge/text.h"
#include "ui/timeline/frame_painter.h"
#include "ui/timeline/mark_painter.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {

/// The status of all events of a mark, or `occurred` when they differ.
model::EventStatus statusOf(const TimelineScene& scene, const timeline::Mark& mark) {
  const auto& items = scene.snapshot().items;
  const auto& order = scene.fold().order;
  const model::EventStatus status = items[order[mark.begin]].status;
  for (std::uint32_t slot = mark.begin + 1; slot < mark.begin + mark.count; ++slot)
    if (items[order[slot]].status != status) return model::EventStatus::occurred;
  return status;
}

/// What of a row's height its marks take.
QRectF bodyOf(const TimelineScene& scene, const QRectF& mark) {
  const double inset = std::max(2.0, std::floor((mark.height() - scene.textHeight() - 2) / 2));
  return mark.adjusted(0, inset, 0, -inset);
}

double pointSize(const TimelineScene& scene) {
  return std::round(scene.textHeight() * 0.62);
}

} // namespace

void TimelinePainter::paint(QPainter& painter, const TimelineScene& scene) {
  painter.save();
  painter.setFont(scene.look().font);
  painter.fillRect(QRectF(QPointF(), scene.size()), scene.look().theme.base);
  FramePainter frame(painter, scene);
  frame.title();
  frame.stripes();
  frame.axis();
  frame.today();
  painter.save();
  painter.setClipRect(scene.plotRect());
  for (std::size_t lane = 0; lane < scene.fold().lanes.size(); ++lane)
    if (scene.fold().lanes[lane].dense) paintBars(painter, scene, lane);
  paintRows(painter, scene);
  paintLabels(painter, scene);
  painter.restore();
  frame.headings();
  frame.footer();
  painter.restore();
}

void TimelinePainter::paintRows(QPainter& painter, const TimelineScene& scene) const {
  const timeline::Fold& fold = scene.fold();
  const auto [left, right] = scene.seenFoldPixels();
  const double size = pointSize(scene);
  const QFont countFont = smaller(scene.look().font);
  MarkPainter marks(painter, scene.look().theme);
  const auto laneCount = static_cast<std::uint16_t>(fold.lanes.size());
  for (std::uint16_t lane = 0; lane < laneCount; ++lane) {
    if (fold.lanes[lane].dense) continue;
    const auto rowCount = static_cast<std::uint16_t>(fold.lanes[lane].rows.size());
    for (std::uint16_t row = 0; row < rowCount; ++row) {
      if (!scene.rowRect(lane, row).intersects(scene.plotRect())) continue;
      const auto& folded = fold.lanes[lane].rows[row];
      const auto [begin, end] = timeline::marksWithin(folded, left - size, right + size);
      for (std::size_t index = begin; index < end; ++index) {
        const timeline::Mark& mark = folded[index];
        const timeline::Item& item = scene.snapshot().items[fold.order[mark.begin]];
        const QRectF rect = bodyOf(scene, scene.markRect({lane, row, static_cast<std::uint32_t>(index)}));
        if (mark.count > 1)
          marks.cluster(rect, item.kind, statusOf(scene, mark), scene.look().locale.toString(mark.count),
                        countFont);
        else if (mark.bar)
          marks.bar(rect, item, scene.plotRect());
        else
          marks.point(rect, item, size);
        if (mark.count == 1) marks.openEnds(rect, item, size);
      }
    }
  }
}

void TimelinePainter::paintBars(QPainter& painter, const TimelineScene& scene, std::size_t lane) const {
  const timeline::FoldedLane& folded = scene.fold().lanes[lane];
  const QRectF row = scene.rowRect(lane, 0);
  if (!row.intersects(scene.plotRect())) return;
  const Theme& theme = scene.look().theme;
  const QColor color = theme.kind(scene.rows().lanes[lane].kind);
  const double countHeight = scene.textHeight();
  const auto [left, right] = scene.seenFoldPixels();
  const auto [begin, end] = timeline::marksWithin(folded.rows[0], left, right);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setFont(smaller(scene.look().font));
  painter.setPen(theme.dimText);
  // All counts or, where they have no room, the tallest alone: it gives the scale.
  const double tallest =
      QFontMetricsF(painter.font()).horizontalAdvance(scene.look().locale.toString(folded.tallest));
  const bool counted = tallest + 3 <= timeline::daysIn(folded.unit) * scene.scale().pixelsPerDay();
  for (std::size_t index = begin; index < end; ++index) {
    const timeline::Mark& bar = folded.rows[0][index];
    const double share = static_cast<double>(bar.count) / folded.tallest;
    const double height = std::max(2.0, std::round((row.height() - countHeight) * share));
    const QRectF rect(std::round(scene.xOf(bar.left)) + 1, row.bottom() - height,
                      std::max(1.0, std::round(bar.right - bar.left) - 2), height);
    painter.fillRect(rect, mixed(color, theme.base, 0.8));
    if (!counted && bar.count < folded.tallest) continue;
    painter.drawText(QRectF(rect.center().x() - tallest, rect.top() - countHeight, 2 * tallest, countHeight),
                     Qt::AlignHCenter | Qt::AlignBottom, scene.look().locale.toString(bar.count));
  }
}

void TimelinePainter::paintLabels(QPainter& painter, const TimelineScene& scene) {
  const Theme& theme = scene.look().theme;
  QFont struck = scene.look().font;
  struck.setStrikeOut(true);
  for (const Label& label : labelsFor(scene, m_texts, m_mostLabels)) {
    const bool cancelled = scene.snapshot().items[label.item].status == model::EventStatus::cancelled;
    painter.setFont(cancelled ? struck : scene.look().font);
    painter.setPen(cancelled ? theme.dimText : theme.text);
    painter.drawText(label.rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     m_texts.cut(scene, label));
  }
}

void TimelinePainter::paintOverlay(QPainter& painter, const TimelineScene& scene,
                                   std::optional<timeline::MarkRef> hovered,
                                   std::optional<std::uint32_t> selected) const {
  const Theme& theme = scene.look().theme;
  const QRectF plot = scene.plotRect();
  painter.save();
  painter.setClipRect(plot);
  painter.setRenderHint(QPainter::Antialiasing, true);
  painter.setBrush(Qt::NoBrush);
  const auto ring = [&](timeline::MarkRef mark, const QColor& color, double width) {
    const QRectF rect = bodyOf(scene, scene.markRect(mark)).intersected(plot.adjusted(-8, -8, 8, 8));
    painter.setPen(QPen(color, width));
    painter.drawRoundedRect(rect.adjusted(-2.5, -1.5, 2.5, 1.5), 5, 5);
  };
  if (hovered) ring(*hovered, theme.dimText, 1.2);
  if (selected) {
    const timeline::MarkRef mark = timeline::markOf(scene.fold(), scene.rows(), *selected);
    ring(mark, theme.accent, 2.2);
    paintSelectedName(painter, scene, scene.markRect(mark), *selected);
  }
  painter.restore();
}

/// The whole name of the selected event, also where its label had to be cut or its mark is a cluster.
void TimelinePainter::paintSelectedName(QPainter& painter, const TimelineScene& scene, const QRectF& mark,
                                        std::uint32_t item) const {
  const Theme& theme = scene.look().theme;
  const QRectF plot = scene.plotRect();
  if (mark.right() < plot.left() || mark.left() > plot.right()) return;
  QFont font = scene.look().font;
  font.setWeight(QFont::DemiBold);
  const QFontMetricsF metrics(font);
  constexpr double padding = 6;
  const double most = std::min(plot.width() / 2, 36 * scene.textHeight());
  const QString name = metrics.elidedText(toQString(scene.snapshot().titles[item]), Qt::ElideRight, most);
  const double width = metrics.horizontalAdvance(name) + 2 * padding + 1;
  const double wanted = std::min(mark.right(), plot.right()) + padding;
  // Right of the mark; left of it when there is no room, and upon it when it fills the view.
  const double left = wanted + width <= plot.right() ? wanted : mark.left() - padding - width;
  const double height = scene.textHeight() + 4;
  const QRectF chip(std::clamp(left, plot.left() + padding,
                               std::max(plot.left() + padding, plot.right() - padding - width)),
                    mark.center().y() - height / 2, width, height);
  painter.setPen(QPen(theme.accent, 1));
  painter.setBrush(theme.base);
  painter.drawRoundedRect(chip, 4, 4);
  painter.setFont(font);
  painter.setPen(theme.text);
  painter.drawText(chip, Qt::AlignCenter | Qt::TextSingleLine, name);
}

} // namespace demarche::ui
