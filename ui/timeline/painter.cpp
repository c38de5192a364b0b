// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/painter.h"

#include "ui/bridge/text.h"
#include "ui/timeline/frame_painter.h"
#include "ui/timeline/mark_painter.h"
#include "ui/timeline/thread_painter.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <limits>

namespace demarche::ui {
namespace {

constexpr std::size_t mostLabelsOnScreen = 150; ///< five hundred take longer than a frame may
constexpr double tickHeight = 5;                ///< of marks that have no room for their name
constexpr std::size_t mostLabelsInPrint = std::numeric_limits<std::size_t>::max();

/// The kind that all events of a cluster have; nothing when they differ, or are too many to look at.
std::optional<model::EventKind> kindOf(const TimelineScene& scene, std::size_t lane,
                                       const timeline::Mark& mark) {
  constexpr std::size_t mostLookedAt = 256;
  const timeline::LaneKey key = scene.layout().lanes[lane].key;
  if (key.grouping == timeline::Grouping::kind) return static_cast<model::EventKind>(key.value);
  const auto items = timeline::itemsOf(scene.layout(), mark);
  const model::EventKind kind = scene.snapshot().items[items.front()].kind;
  const bool same = items.size() <= mostLookedAt && std::ranges::all_of(items, [&](std::uint32_t item) {
                      return scene.snapshot().items[item].kind == kind;
                    });
  return same ? std::optional(kind) : std::nullopt;
}

/// As much of a cluster as is seen, and its round ends beyond: its count stands in the middle of that.
QRectF inSight(const QRectF& cluster, const QRectF& plot) {
  const double left = std::max(cluster.left(), plot.left() - cluster.height());
  const double right = std::min(cluster.right(), plot.right() + cluster.height());
  return {left, cluster.top(), std::max(0.0, right - left), cluster.height()};
}

double pointSize(const TimelineScene& scene) {
  return std::round(scene.textHeight() * 0.62);
}

/// The event of a mark that is no cluster.
std::optional<std::uint32_t> singleOf(const TimelineScene& scene, const std::optional<PlacedMark>& mark) {
  if (!mark || mark->mark.count > 1) return std::nullopt;
  return timeline::itemsOf(scene.layout(), mark->mark).front();
}

/// What a ring goes around: of a column, as much as is drawn of it.
QRectF ringed(const TimelineScene& scene, const PlacedMark& placed) {
  const QRectF rect = scene.markRect(placed);
  if (!placed.mark.column) return scene.bodyOf(rect);
  const std::size_t unit = timeline::columnUnit(scene.sight(), scene.sizes());
  const double share =
      static_cast<double>(placed.mark.count) / scene.layout().lanes[placed.lane].tallest[unit];
  const double height = std::max(2.0, (rect.height() - scene.textHeight()) * share);
  return {rect.left(), rect.bottom() - height, rect.width(), height};
}

void drawRing(QPainter& painter, const TimelineScene& scene, const PlacedMark& mark, const QPen& pen) {
  const QRectF rect = ringed(scene, mark).intersected(scene.plotRect().adjusted(-8, -8, 8, 8));
  painter.setPen(pen);
  painter.drawRoundedRect(rect.adjusted(-2.5, -1.5, 2.5, 1.5), 5, 5);
}

} // namespace

void TimelinePainter::paint(QPainter& painter, const TimelineScene& scene) {
  painter.save();
  painter.setFont(scene.look().font);
  painter.fillRect(QRectF(QPointF(), scene.size()), scene.look().theme.base);
  FramePainter frame(painter, scene);
  frame.title();
  frame.stripes();
  frame.weekends();
  frame.axis();
  frame.today();
  painter.save();
  painter.setClipRect(scene.plotRect());
  const std::unique_ptr<MarkPainter> marks = marksFor(painter, scene);
  for (std::size_t lane = 0; lane < scene.layout().lanes.size(); ++lane) {
    if (!scene.laneRect(lane).intersects(scene.laneArea(lane))) continue;
    painter.setClipRect(scene.laneArea(lane));
    if (scene.isDense(lane))
      paintColumns(painter, scene, lane);
    else
      paintRows(*marks, scene, lane);
  }
  painter.setClipRect(scene.plotRect());
  paintLabels(painter, scene);
  painter.restore();
  frame.headings();
  frame.footer();
  painter.restore();
}

std::unique_ptr<MarkPainter> TimelinePainter::marksFor(QPainter& painter, const TimelineScene& scene) {
  if (m_medium == Medium::print) return std::make_unique<VectorMarkPainter>(painter, scene.look().theme);
  const Look& look = scene.look();
  m_sprites.use(look.theme, painter.device()->devicePixelRatioF(),
                qHash(look.font) ^ look.theme.base.rgba() ^ (quint64{look.theme.text.rgba()} << 32));
  return std::make_unique<ScreenMarkPainter>(painter, m_sprites);
}

void TimelinePainter::paintRows(MarkPainter& marks, const TimelineScene& scene, std::size_t lane) const {
  const double size = pointSize(scene);
  const QFont countFont = smaller(scene.look().font);
  for (std::size_t row = 0; row < scene.layout().lanes[lane].rows; ++row) {
    const QRectF body = scene.bodyOf(scene.rowRect(lane, row));
    if (!body.intersects(scene.plotRect())) continue;
    for (const timeline::Mark& mark : scene.marksIn(lane, row)) {
      const timeline::Item& item = scene.layout().item(mark.begin);
      const QRectF rect(body.left() + mark.left, body.top(), mark.right - mark.left, body.height());
      if (mark.count > 1) {
        marks.cluster(inSight(rect, scene.plotRect()),
                      {kindOf(scene, lane, mark), timeline::statusOf(scene.layout(), mark),
                       scene.look().locale.toString(mark.count)},
                      countFont);
        continue;
      }
      if (mark.bar)
        marks.bar(rect, item, scene.plotRect());
      else
        marks.point(rect, item, size);
      marks.openEnds(rect, item, size);
    }
  }
}

void TimelinePainter::paintColumns(QPainter& painter, const TimelineScene& scene, std::size_t lane) const {
  const timeline::Lane& held = scene.layout().lanes[lane];
  const QRectF row = scene.rowRect(lane, 0);
  const Theme& theme = scene.look().theme;
  const QColor color = mixed(laneColor(theme, held.key), theme.base, 0.8);
  const double countHeight = std::min(scene.textHeight(), row.height() / 2);
  const std::size_t unit = timeline::columnUnit(scene.sight(), scene.sizes());
  const std::uint32_t most = held.tallest[unit];
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setFont(smaller(scene.look().font));
  painter.setPen(theme.dimText);
  // All counts or, where they have no room, the tallest alone: it gives the scale.
  const double tallest = QFontMetricsF(painter.font()).horizontalAdvance(scene.look().locale.toString(most));
  const bool counted =
      tallest + 3 <= timeline::daysIn(timeline::nestedUnits[unit]) * scene.scale().pixelsPerDay();
  for (const timeline::Mark& column : scene.marksIn(lane, 0)) {
    const double share = static_cast<double>(column.count) / most;
    const double height = std::max(2.0, std::round((row.height() - countHeight) * share));
    const double left = std::round(row.left() + column.left) + 1;
    const double width = std::max(1.0, std::round(row.left() + column.right) - left - 1);
    const QRectF rect(left, row.bottom() - height, width, height);
    painter.fillRect(rect, color);
    if (!counted && column.count < most) continue;
    painter.drawText(QRectF(rect.center().x() - tallest, rect.top() - countHeight, 2 * tallest, countHeight),
                     Qt::AlignHCenter | Qt::AlignBottom, scene.look().locale.toString(column.count));
  }
}

void TimelinePainter::paintLabels(QPainter& painter, const TimelineScene& scene) {
  const Labels labels =
      labelsFor(scene, m_texts, m_medium == Medium::screen ? mostLabelsOnScreen : mostLabelsInPrint);
  paintNames(painter, scene, labels.named);
  paintDetails(painter, scene, labels.named);
  paintTicks(painter, scene, labels.unnamed);
}

void TimelinePainter::paintNames(QPainter& painter, const TimelineScene& scene,
                                 const std::vector<Label>& labels) {
  const Theme& theme = scene.look().theme;
  QFont struck = scene.look().font;
  struck.setStrikeOut(true);
  for (const Label& label : labels) {
    const bool cancelled =
        label.count == 1 && scene.snapshot().items[label.item].status == model::EventStatus::cancelled;
    painter.setFont(cancelled ? struck : scene.look().font);
    painter.setPen(cancelled ? theme.dimText : theme.text);
    painter.drawText(label.rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     m_texts.cut(scene, label));
  }
}

void TimelinePainter::paintDetails(QPainter& painter, const TimelineScene& scene,
                                   const std::vector<Label>& labels) {
  painter.setFont(smaller(scene.look().font));
  painter.setPen(scene.look().theme.dimText);
  for (const Label& label : labels) {
    const Details details = m_texts.details(scene, label);
    if (!details.text.isEmpty())
      painter.drawText(details.rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, details.text);
  }
}

/// One sees where more is hidden: beside marks that are called something, those that are not have a tick.
void TimelinePainter::paintTicks(QPainter& painter, const TimelineScene& scene,
                                 const std::vector<QPointF>& corners) const {
  const QColor color = mixed(scene.look().theme.dimText, scene.look().theme.base, 0.6);
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (const QPointF& corner : corners)
    painter.fillRect(QRectF(std::round(corner.x()), std::round(corner.y()), 2, tickHeight), color);
}

void TimelinePainter::paintOverlay(QPainter& painter, const TimelineScene& scene,
                                   const std::optional<PlacedMark>& hovered,
                                   std::optional<std::uint32_t> selected,
                                   const std::vector<std::uint32_t>& chosen) const {
  const Theme& theme = scene.look().theme;
  const QRectF plot = scene.plotRect();
  painter.save();
  painter.setClipRect(plot);
  painter.setRenderHint(QPainter::Antialiasing, true);
  painter.setBrush(Qt::NoBrush);
  const auto ring = [&](const PlacedMark& mark, const QColor& color, double width) {
    painter.setClipRect(scene.laneArea(mark.lane));
    drawRing(painter, scene, mark, QPen(color, width));
  };
  const std::optional<std::uint32_t> pointedAt = singleOf(scene, hovered);
  if (selected) paintThreads(painter, scene, *selected);
  if (pointedAt && pointedAt != selected) paintThreads(painter, scene, *pointedAt);
  if (chosen.size() > 1) paintChosen(painter, scene, chosen);
  if (hovered) ring(*hovered, theme.dimText, 1.2);
  if (selected) {
    const std::vector<PlacedMark> marks = scene.marksOf(*selected);
    for (const PlacedMark& mark : marks)
      ring(mark, theme.accent, 2.2);
    painter.setClipRect(scene.laneArea(marks.front().lane));
    paintSelectedName(painter, scene, ringed(scene, marks.front()), *selected);
  }
  painter.restore();
}

/// Around every mark in sight that has any of these events, fainter than around the current one.
void TimelinePainter::paintChosen(QPainter& painter, const TimelineScene& scene,
                                  const std::vector<std::uint32_t>& chosen) const {
  const Theme& theme = scene.look().theme;
  const QPen pen(mixed(theme.accent, theme.base, 0.7), 1.4);
  for (std::size_t lane = 0; lane < scene.layout().lanes.size(); ++lane) {
    const std::size_t rows = scene.isDense(lane) ? 1 : scene.layout().lanes[lane].rows;
    for (std::size_t row = 0; row < rows; ++row)
      for (const timeline::Mark& mark : scene.marksIn(lane, row))
        if (timeline::hasAnyOf(scene.layout(), mark, chosen))
          drawRing(painter, scene, {lane, row, mark}, pen);
  }
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
  const QString name = metrics.elidedText(scene.titleOf(item), Qt::ElideRight, most);
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
