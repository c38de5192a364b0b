// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/scene.h"

#include "ui/models/words.h"

#include <QFontMetricsF>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {

constexpr double rowSpace = 7;       ///< beside the text, in a tight row
constexpr double looseRowSpace = 16; ///< and in one that has all the room it wants
constexpr double reach = 3;          ///< how far from a mark one may point

/// At 16 pixels of text the sizes of the core fit; they grow with the text.
timeline::MarkSizes sizesFor(double textHeight) {
  const double factor = std::max(1.0, textHeight / 17);
  timeline::MarkSizes sizes;
  sizes.point *= factor;
  sizes.cluster *= factor;
  sizes.longestCluster *= factor;
  sizes.bin *= factor;
  sizes.bar *= factor;
  return sizes;
}

std::size_t laneCount(const timeline::Snapshot& snapshot) {
  QSet<int> kinds;
  for (const timeline::Item& item : snapshot.items)
    kinds.insert(static_cast<int>(item.kind));
  return static_cast<std::size_t>(kinds.size());
}

} // namespace

TimelineScene::TimelineScene() : m_snapshot(std::make_shared<timeline::Snapshot>()) {
  updateMetrics();
}

void TimelineScene::setSnapshot(timeline::SnapshotPtr snapshot) {
  m_snapshot = snapshot ? std::move(snapshot) : std::make_shared<timeline::Snapshot>();
  m_packedRows = 0;
  updateRows();
}

void TimelineScene::setSize(QSizeF size) {
  if (size == m_size) return;
  m_size = size;
  updateRows();
}

void TimelineScene::setLook(Look look) {
  m_look = std::move(look);
  m_packedRows = 0;
  updateMetrics();
}

void TimelineScene::setTitle(const QString& title) {
  m_title = title;
  updateRows();
}

void TimelineScene::setFirmHeight(bool firm) {
  m_firmHeight = firm;
  m_packedRows = 0;
  updateRows();
}

void TimelineScene::setScale(const timeline::TimeScale& scale) {
  const bool zoomed = scale.pixelsPerDay() != m_scale.pixelsPerDay();
  m_scale = scale;
  if (zoomed) updateFold();
}

void TimelineScene::setScroll(double scroll) {
  m_scroll = std::clamp(scroll, 0.0, std::max(0.0, contentHeight() - plotRect().height()));
}

void TimelineScene::updateMetrics() {
  m_textHeight = QFontMetricsF(m_look.font).height();
  updateRows();
}

double TimelineScene::lanePadding() {
  return 5;
}

double TimelineScene::headingWidth() const {
  const QFontMetricsF metrics(m_look.font);
  double widest = 0;
  for (const model::EventKind kind : model::allEventKinds)
    widest = std::max(widest, metrics.horizontalAdvance(Words::kind(kind)));
  const double count = metrics.horizontalAdvance(m_look.locale.toString(m_snapshot->items.size()));
  return std::ceil(std::min(widest + count + 4 * m_textHeight, m_size.width() / 4));
}

double TimelineScene::lanesHeight(double rowHeight) const {
  return m_rows.count() * rowHeight + static_cast<double>(m_rows.lanes.size()) * 2 * lanePadding();
}

void TimelineScene::updateRows() {
  m_gutter = headingWidth();
  const double tight = std::ceil(m_textHeight + rowSpace);
  const double loose = std::ceil(m_textHeight + looseRowSpace);
  const double room = plotRect().height() - static_cast<double>(laneCount(*m_snapshot)) * 2 * lanePadding();
  const int budget = std::max(1, static_cast<int>(room / tight));
  if (budget != m_packedRows) {
    m_packedRows = budget;
    m_rows = timeline::packRows(*m_snapshot, {budget, m_firmHeight});
    updateFold();
  }
  m_rowHeight = std::clamp(std::floor(room / std::max(1, m_rows.count())), tight, loose);
  setScroll(m_scroll);
}

void TimelineScene::updateFold() {
  m_fold = timeline::foldRows(*m_snapshot, m_rows, m_scale.pixelsPerDay(), sizesFor(m_textHeight));
}

QRectF TimelineScene::titleRect() const {
  return {0, 0, m_size.width(), m_title.isEmpty() ? 0 : std::ceil(2.8 * m_textHeight)};
}

QRectF TimelineScene::axisRect() const {
  const double top = titleRect().bottom();
  return {m_gutter, top, m_size.width() - m_gutter - m_rightInset, std::ceil(2.9 * m_textHeight)};
}

QRectF TimelineScene::footerRect() const {
  const double height = std::ceil(1.9 * m_textHeight);
  return {0, m_size.height() - height, m_size.width(), height};
}

QRectF TimelineScene::plotRect() const {
  const double top = axisRect().bottom();
  return {m_gutter, top, m_size.width() - m_gutter - m_rightInset, std::max(0.0, footerRect().top() - top)};
}

QRectF TimelineScene::headingsRect() const {
  const QRectF plot = plotRect();
  return {0, plot.top(), m_gutter, plot.height()};
}

double TimelineScene::contentHeight() const {
  return lanesHeight(m_rowHeight);
}

QRectF TimelineScene::laneRect(std::size_t lane) const {
  const QRectF plot = plotRect();
  double top = plot.top() - m_scroll;
  for (std::size_t above = 0; above < lane; ++above)
    top += static_cast<double>(m_rows.lanes[above].rows.size()) * m_rowHeight + 2 * lanePadding();
  const double height = static_cast<double>(m_rows.lanes[lane].rows.size()) * m_rowHeight + 2 * lanePadding();
  return {plot.left(), top, plot.width(), height};
}

QRectF TimelineScene::rowRect(std::size_t lane, std::size_t row) const {
  const QRectF rect = laneRect(lane).adjusted(0, lanePadding(), 0, -lanePadding());
  if (m_fold.lanes[lane].dense) return rect;
  return {rect.left(), rect.top() + static_cast<double>(row) * m_rowHeight, rect.width(), m_rowHeight};
}

QRectF TimelineScene::markRect(timeline::MarkRef ref) const {
  const timeline::Mark& mark = timeline::markAt(m_fold, ref);
  const QRectF row = rowRect(ref.lane, ref.row);
  return {xOf(mark.left), row.top(), mark.right - mark.left, row.height()};
}

std::pair<double, double> TimelineScene::seenFoldPixels() const {
  const double left = m_fold.pixelsPerDay * m_scale.firstDay();
  return {left, left + plotRect().width()};
}

std::optional<timeline::MarkRef> TimelineScene::markAt(QPointF point) const {
  if (!plotRect().contains(point)) return std::nullopt;
  for (std::size_t lane = 0; lane < m_rows.lanes.size(); ++lane) {
    if (!laneRect(lane).contains(point)) continue;
    const auto& rows = m_fold.lanes[lane].rows;
    const double within = std::max(0.0, point.y() - laneRect(lane).top() - lanePadding());
    const auto row =
        m_fold.lanes[lane].dense ? std::size_t(0) : static_cast<std::size_t>(within / m_rowHeight);
    const double x = point.x() - m_gutter + m_fold.pixelsPerDay * m_scale.firstDay();
    return timeline::markNear(m_fold, static_cast<std::uint16_t>(lane),
                              static_cast<std::uint16_t>(std::min(row, rows.size() - 1)), x, reach);
  }
  return std::nullopt;
}

} // namespace demarche::ui
