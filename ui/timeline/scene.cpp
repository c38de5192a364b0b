// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/scene.h"

#include "ui/bridge/text.h"
#include "ui/timeline/lane_text.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace demarche::ui {
namespace {

constexpr double rowSpace = 7;     ///< beside the text, in a tight row
constexpr double looseRow = 2.4;   ///< text heights of a row that has all the room it wants
constexpr double twoLineRow = 2.3; ///< and of one in which two lines of text have room
constexpr double secondLine = 0.9; ///< text heights of the lower one
constexpr double mostStuck = 0.6;  ///< of the plot's height, that pinned lanes stay in sight in
constexpr double sizedFor = 17;    ///< the text height that the sizes of the core fit

} // namespace

TimelineScene::TimelineScene() : m_events(eventSetOf(std::vector<model::Event>())) {
  updateMetrics();
}

void TimelineScene::setEvents(EventSetPtr events) {
  m_events = events ? std::move(events) : eventSetOf(std::vector<model::Event>());
  m_extent = timeline::extentOf(snapshot());
  updateLanes();
}

QString TimelineScene::titleOf(std::uint32_t item) const {
  const model::Event* const event = m_events->find(rowOf(item));
  return event == nullptr ? QString() : toQString(event->title);
}

std::vector<std::uint32_t> TimelineScene::itemsOf(const StoryRows& rows) const {
  std::vector<std::uint32_t> items;
  for (const StoryRow row : rows)
    if (const auto item = snapshot().find(row)) items.push_back(*item);
  std::ranges::sort(items);
  return items;
}

void TimelineScene::setGrouping(timeline::Grouping grouping, std::size_t mostLanes) {
  if (grouping == m_grouping && mostLanes == m_mostLanes) return;
  m_grouping = grouping;
  m_mostLanes = mostLanes;
  m_collapsed.clear();
  updateLanes();
}

void TimelineScene::setLaneOrder(timeline::Grouping grouping, std::vector<std::string> codes) {
  m_laneOrders[grouping] = std::move(codes);
  if (grouping == m_grouping) updateLanes();
}

const std::vector<std::string>& TimelineScene::laneOrder() const {
  static const std::vector<std::string> natural;
  const auto wished = m_laneOrders.find(m_grouping);
  return wished == m_laneOrders.end() ? natural : wished->second;
}

void TimelineScene::setLayers(std::vector<timeline::Layer> layers) {
  m_layers = std::move(layers);
  updateLanes();
}

/// By which it is remembered what is collapsed.
std::string TimelineScene::codeOf(timeline::LaneKey lane) const {
  if (lane.grouping != timeline::Grouping::layer) return timeline::codeOf(snapshot(), lane);
  const timeline::Layer& layer = m_layers[lane.value];
  return "*layer " + std::to_string(static_cast<int>(layer.grouping)) + " " + layer.name;
}

bool TimelineScene::isOfSource(std::size_t lane) const {
  const timeline::LaneKey key = m_layout.lanes[lane].key;
  const auto grouping = isPinned(lane) ? m_layers[key.value].grouping : key.grouping;
  return grouping == timeline::Grouping::source && key.value < timeline::LaneKey::none;
}

QString TimelineScene::laneTitle(std::size_t lane) const {
  const timeline::LaneKey key = m_layout.lanes[lane].key;
  return isPinned(lane) ? layerName(m_layers[key.value]) : laneName(snapshot(), key);
}

void TimelineScene::setCollapsed(timeline::LaneKey lane, bool collapsed) {
  const std::string code = codeOf(lane);
  const auto known = std::find(m_collapsed.begin(), m_collapsed.end(), code);
  if (collapsed == (known != m_collapsed.end())) return;
  collapsed ? m_collapsed.push_back(code) : void(m_collapsed.erase(known));
  for (timeline::LaneItems& items : m_lanes)
    if (items.key == lane) items.collapsed = collapsed;
  m_budget = 0;
  updateRows();
}

void TimelineScene::setAllCollapsed(bool collapsed) {
  m_collapsed.clear();
  for (timeline::LaneItems& lane : m_lanes) {
    lane.collapsed = collapsed;
    if (collapsed) m_collapsed.push_back(codeOf(lane.key));
  }
  m_budget = 0;
  updateRows();
}

void TimelineScene::setCollapsed(std::vector<std::string> codes) {
  m_collapsed = std::move(codes);
  updateLanes();
}

void TimelineScene::setSize(QSizeF size) {
  if (size == m_size) return;
  m_size = size;
  updateRows();
}

void TimelineScene::setLook(Look look) {
  m_look = std::move(look);
  updateMetrics();
}

void TimelineScene::setTitle(const QString& title) {
  m_title = title;
  updateRows();
}

void TimelineScene::setLegend(bool legend) {
  m_legend = legend;
  updateRows();
}

void TimelineScene::setFirmHeight(bool firm) {
  m_firmHeight = firm;
  m_budget = 0;
  updateRows();
}

void TimelineScene::setShown(std::vector<model::EventKind> kinds, std::vector<model::EventStatus> statuses) {
  m_kindsShown = std::move(kinds);
  m_statusesShown = std::move(statuses);
}

void TimelineScene::setScale(const timeline::TimeScale& scale) {
  m_scale = scale;
  forgetMarks();
}

void TimelineScene::setRightInset(double inset) {
  m_rightInset = inset;
  forgetMarks();
}

void TimelineScene::setScroll(double scroll) {
  m_scroll = std::clamp(scroll, 0.0, std::max(0.0, contentHeight() - plotRect().height()));
  forgetMarks();
}

timeline::Sight TimelineScene::sight() const {
  return {m_scale, plotRect().width(), std::max(1.0, m_textHeight / sizedFor)};
}

void TimelineScene::updateMetrics() {
  m_textHeight = QFontMetricsF(m_look.font).height();
  updateRows();
}

void TimelineScene::updateLanes() {
  m_lanes = timeline::inWishedOrder(snapshot(), timeline::laneItems(snapshot(), m_grouping, m_mostLanes),
                                    m_laneOrders[m_grouping]);
  std::vector<timeline::LaneItems> pinned = timeline::laneItems(snapshot(), m_layers);
  m_lanes.insert(m_lanes.begin(), std::make_move_iterator(pinned.begin()),
                 std::make_move_iterator(pinned.end()));
  for (timeline::LaneItems& lane : m_lanes)
    lane.collapsed = std::ranges::find(m_collapsed, codeOf(lane.key)) != m_collapsed.end();
  m_budget = 0;
  updateRows();
}

double TimelineScene::lanePadding() {
  return 5;
}

/// As wide as the longest name and the largest count need, within a quarter of the view.
double TimelineScene::headingWidth() const {
  const QFontMetricsF metrics(m_look.font);
  double widest = metrics.horizontalAdvance(QStringLiteral("nnnnnnnnnn"));
  for (const QString& name : laneNames(snapshot(), m_grouping, m_lanes))
    widest = std::max(widest, metrics.horizontalAdvance(name));
  for (const timeline::Layer& layer : m_layers)
    widest = std::max(widest, metrics.horizontalAdvance(layerName(layer)));
  const double count = metrics.horizontalAdvance(m_look.locale.toString(snapshot().items.size()));
  return std::ceil(std::min(widest + count + 5 * m_textHeight, m_size.width() / 4));
}

double TimelineScene::lanesHeight(double rowHeight) const {
  return static_cast<double>(m_layout.rows.size()) * rowHeight +
         static_cast<double>(m_layout.lanes.size()) * 2 * lanePadding();
}

void TimelineScene::updateRows() {
  m_gutter = headingWidth();
  const double tight = std::ceil(m_textHeight + rowSpace);
  const double loose = std::ceil(looseRow * m_textHeight);
  const double room = plotRect().height() - static_cast<double>(m_lanes.size()) * 2 * lanePadding();
  const int budget = std::max(1, static_cast<int>(room / tight));
  // Where more rows are needed anyhow, the height of the window is no reason to lay all out again.
  const bool enough = !m_firmHeight && m_budget > 0 && std::max(budget, m_budget) <= m_layout.needed;
  if (budget != m_budget && !enough) {
    m_layout = timeline::layOut(m_events->snapshot(), m_lanes, {budget, m_firmHeight}, m_sizes);
    m_marks.assign(m_layout.rows.size(), {});
  }
  m_budget = budget;
  m_rowHeight = std::clamp(
      std::floor(room / static_cast<double>(std::max<std::size_t>(1, m_layout.rows.size()))), tight, loose);
  m_laneTops.assign(1, 0);
  for (const timeline::Lane& lane : m_layout.lanes)
    m_laneTops.push_back(m_laneTops.back() + lane.rows * m_rowHeight + 2 * lanePadding());
  setScroll(m_scroll);
}

void TimelineScene::updateMarks() const {
  if (m_marksKnown) return;
  m_marksKnown = true;
  const timeline::Sight seen = sight();
  const QRectF plot = plotRect();
  for (std::size_t lane = 0; lane < m_layout.lanes.size(); ++lane) {
    const timeline::Lane& held = m_layout.lanes[lane];
    for (std::size_t row = 0; row < held.rows; ++row)
      m_marks[held.firstRow + row].clear();
    if (!laneRect(lane).intersects(plot)) continue;
    if (timeline::isDense(held, seen)) {
      timeline::columnsIn(m_layout, held, seen, m_sizes, m_marks[held.firstRow]);
      continue;
    }
    for (std::size_t row = 0; row < held.rows; ++row)
      if (rowRect(lane, row).intersects(plot))
        timeline::marksIn(m_layout, m_layout.rows[held.firstRow + row], seen, m_sizes,
                          m_marks[held.firstRow + row]);
  }
}

const std::vector<timeline::Mark>& TimelineScene::marksIn(std::size_t lane, std::size_t row) const {
  updateMarks();
  return m_marks[m_layout.lanes[lane].firstRow + row];
}

QRectF TimelineScene::titleRect() const {
  return {0, 0, m_size.width(), m_title.isEmpty() ? 0 : std::ceil(2.8 * m_textHeight)};
}

QRectF TimelineScene::axisRect() const {
  const double top = titleRect().bottom();
  return {m_gutter, top, m_size.width() - m_gutter - m_rightInset, std::ceil(2.9 * m_textHeight)};
}

double TimelineScene::footerRowHeight() const {
  return std::ceil(1.45 * m_textHeight);
}

QRectF TimelineScene::footerRect() const {
  const double height = m_legend ? std::ceil(1.9 * m_textHeight) + (footerRows() - 1) * footerRowHeight() : 0;
  return {0, m_size.height() - height, m_size.width(), height};
}

QRectF TimelineScene::footerRow(int row) const {
  const QRectF footer = footerRect();
  const double height = footerRows() > 1 ? footerRowHeight() : footer.height();
  const double top = footer.center().y() + (row - footerRows() / 2.0) * height;
  return {footer.left(), top, footer.width(), height};
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

bool TimelineScene::isDense(std::size_t lane) const {
  return timeline::isDense(m_layout.lanes[lane], sight());
}

double TimelineScene::stuckHeight() const {
  const double height = m_laneTops[m_layers.size()];
  return height <= mostStuck * plotRect().height() ? height : 0;
}

QRectF TimelineScene::laneArea(std::size_t lane) const {
  return isPinned(lane) ? plotRect() : plotRect().adjusted(0, stuckHeight(), 0, 0);
}

QRectF TimelineScene::laneRect(std::size_t lane) const {
  const QRectF plot = plotRect();
  const double scroll = isPinned(lane) && stuckHeight() > 0 ? 0 : m_scroll;
  return {plot.left(), plot.top() - scroll + m_laneTops[lane], plot.width(),
          m_laneTops[lane + 1] - m_laneTops[lane]};
}

QRectF TimelineScene::rowRect(std::size_t lane, std::size_t row) const {
  const QRectF rect = laneRect(lane).adjusted(0, lanePadding(), 0, -lanePadding());
  if (isDense(lane)) return rect;
  return {rect.left(), rect.top() + static_cast<double>(row) * m_rowHeight, rect.width(), m_rowHeight};
}

bool TimelineScene::hasSecondLine() const {
  return m_rowHeight >= twoLineRow * m_textHeight;
}

QRectF TimelineScene::bodyOf(const QRectF& row) const {
  const double height = m_textHeight + 2;
  const double lines = height + (hasSecondLine() ? secondLine * m_textHeight : 0);
  const double inset = std::max(2.0, std::floor((row.height() - lines) / 2));
  return hasSecondLine() ? QRectF(row.left(), row.top() + inset, row.width(), height)
                         : row.adjusted(0, inset, 0, -inset);
}

QRectF TimelineScene::secondLineOf(const QRectF& row) const {
  if (!hasSecondLine()) return {};
  return {row.left(), bodyOf(row).bottom(), row.width(), secondLine * m_textHeight};
}

QRectF TimelineScene::markRect(std::size_t lane, std::size_t row, const timeline::Mark& mark) const {
  const QRectF rect = rowRect(lane, row);
  return {m_gutter + mark.left, rect.top(), mark.right - mark.left, rect.height()};
}

PlacedMark TimelineScene::placed(std::uint32_t slot) const {
  const std::size_t lane = m_layout.laneAt(slot);
  const std::size_t row = isDense(lane) ? 0 : m_layout.rowAt(slot) - m_layout.lanes[lane].firstRow;
  return {lane, row, timeline::markOf(m_layout, slot, sight(), m_sizes)};
}

PlacedMark TimelineScene::markOf(std::uint32_t item) const {
  const auto slots = m_layout.slotsOf(item);
  const auto found =
      std::ranges::find_if(slots, [this](std::uint32_t slot) { return !isPinned(m_layout.laneAt(slot)); });
  return placed(found == slots.end() ? slots.front() : *found);
}

PlacedMark TimelineScene::markOf(std::uint32_t item, std::size_t lane) const {
  const auto slots = m_layout.slotsOf(item);
  const auto here =
      std::ranges::find_if(slots, [&](std::uint32_t slot) { return m_layout.laneAt(slot) == lane; });
  return placed(here == slots.end() ? slots.front() : *here);
}

std::vector<PlacedMark> TimelineScene::marksOf(std::uint32_t item) const {
  std::vector<PlacedMark> marks;
  for (const std::uint32_t slot : m_layout.slotsOf(item))
    marks.push_back(placed(slot));
  return marks;
}

std::optional<PlacedMark> TimelineScene::markAt(QPointF point) const {
  if (!plotRect().contains(point)) return std::nullopt;
  for (std::size_t lane = 0; lane < m_layout.lanes.size(); ++lane) {
    if (!laneRect(lane).contains(point)) continue;
    const double within = std::max(0.0, point.y() - laneRect(lane).top() - lanePadding());
    const std::size_t last = m_layout.lanes[lane].rows - 1;
    const std::size_t row =
        isDense(lane) ? 0 : std::min(static_cast<std::size_t>(within / m_rowHeight), last);
    const timeline::Mark* const mark = timeline::markNear(marksIn(lane, row), point.x() - m_gutter, reach);
    return mark == nullptr ? std::nullopt : std::optional(PlacedMark{lane, row, *mark});
  }
  return std::nullopt;
}

std::optional<std::size_t> TimelineScene::headingAt(QPointF point) const {
  if (!headingsRect().contains(point)) return std::nullopt;
  for (std::size_t lane = 0; lane < m_layout.lanes.size(); ++lane) {
    const QRectF rect = laneRect(lane);
    if (rect.top() <= point.y() && point.y() < rect.bottom()) return lane;
  }
  return std::nullopt;
}

} // namespace demarche::ui
