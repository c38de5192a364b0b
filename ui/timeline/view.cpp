// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/view.h"

#include "ui/bridge/text.h"
#include "ui/timeline/accessible.h"
#include "ui/timeline/axis_text.h"
#include "ui/timeline/cluster_card.h"
#include "ui/timeline/cluster_list.h"
#include "ui/timeline/hover_card.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/motion.h"
#include "ui/timeline/wheel.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {} // namespace

TimelineView::TimelineView(QWidget* parent) : MovingView(parent) {
  installTimelineAccessibility(); // before anything is told of the view, for which its interface is made
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAccessibleName(tr("Timeline"));
}

void TimelineView::setEvents(EventSetPtr events) {
  setEvents(std::move(events), selected());
}

void TimelineView::setEvents(EventSetPtr events, StoryRow selected) {
  const StoryRow before = this->selected();
  const bool first = m_scene.snapshot().items.empty();
  const std::optional<std::uint32_t> held = anchor();
  const StoryRow heldRow = held ? m_scene.rowOf(*held) : noStory;
  const double heldTop = held ? topOf(*held) : 0;
  const double left = m_scene.plotRect().left();
  const EventSetPtr eventsBefore = m_scene.events();
  const StoryRows chosen = allSelected();
  m_hovered.reset();
  m_selected.reset();
  m_chosen.clear();
  m_laneDrag.cancel();
  m_scene.setToday(todayNumber());
  m_scene.setEvents(std::move(events));
  m_selected = m_scene.snapshot().find(selected);
  if (m_selected) m_chosen = m_scene.itemsOf(stillAmong(*eventsBefore, *m_scene.events(), chosen));
  keepCurrentAmongChosen();
  updateScrollBar();
  if (first && !m_rangeChosen) {
    const timeline::Extent extent = m_scene.extent();
    setScale(timeline::scaleOfAll(extent, m_scene.today(), m_scene.plotRect().width()));
  }
  // Longer counts make the headings wider; what is in sight stays where it is beside them.
  if (m_rangeChosen) setScale(m_scene.scale().pannedBy(left - m_scene.plotRect().left()));
  if (const auto item = held ? m_scene.snapshot().find(heldRow) : std::nullopt)
    setScroll(m_scene.scroll() + topOf(*item) - heldTop);
  hoverWhereTheMouseIs();
  forgetFrame();
  Q_EMIT eventsChanged();
  if (this->selected() != before) Q_EMIT selectionChanged(this->selected());
}

void TimelineView::takeArrived() {
  forgetFrame();
  if (m_clusterList) m_clusterList->takeArrived();
  if (m_cardWanted) showCard(*m_cardWanted);
}

void TimelineView::setFilter(const model::Filter& filter) {
  m_scene.setShown(filter.kinds, filter.statuses);
  forgetFrame();
}

std::optional<std::size_t> TimelineView::laneOfSelection() const {
  return m_selected ? std::optional(m_scene.markOf(*m_selected).lane) : std::nullopt;
}

void TimelineView::setMeasuring(bool measuring) {
  if (measuring == m_ruler.isMeasuring()) return;
  m_ruler.setMeasuring(measuring, m_scene, m_selected);
  unsetCursor();
  update();
  Q_EMIT measuringChanged(measuring);
}

void TimelineView::selectNext() {
  selectStep(1);
}
void TimelineView::selectPrevious() {
  selectStep(-1);
}

/// From nowhere, the first step goes to the first event in sight.
void TimelineView::selectStep(int step) {
  const auto& items = m_scene.snapshot().items;
  if (items.empty()) return;
  if (m_selected) {
    const auto next = static_cast<std::int64_t>(*m_selected) + step;
    if (next >= 0 && next < static_cast<std::int64_t>(items.size())) select(static_cast<std::uint32_t>(next));
    return;
  }
  const auto seen = std::partition_point(items.begin(), items.end(), [this](const timeline::Item& item) {
    return item.first < m_scene.scale().firstDay();
  });
  const auto index = seen == items.end() ? items.size() - 1 : static_cast<std::size_t>(seen - items.begin());
  select(static_cast<std::uint32_t>(index));
}

void TimelineView::reveal(std::uint32_t item) {
  const timeline::Item& shown = m_scene.snapshot().items[item];
  const QRectF plot = m_scene.plotRect();
  const timeline::TimeScale goal = m_motion->goal(m_scene.scale());
  if (goal.x(shown.last + 1.0) < 12 || goal.x(shown.first) > plot.width() - 12)
    centreOn((shown.first + shown.last + 1) / 2.0);

  const PlacedMark mark = m_scene.markOf(item);
  const QRectF row = m_scene.markRect(mark);
  const double top = m_scene.laneArea(mark.lane).top();
  if (row.top() < top) setScroll(m_scene.scroll() - (top - row.top()));
  if (row.bottom() > plot.bottom()) setScroll(m_scene.scroll() + row.bottom() - plot.bottom());
}

double TimelineView::topOf(std::uint32_t item) const {
  return m_scene.markRect(m_scene.markOf(item)).top();
}

/// The event by which one would notice that rows have moved: the selected one, or the uppermost in sight.
/// Nothing when all rows are in sight, which then have their places by how many they are.
std::optional<std::uint32_t> TimelineView::anchor() const {
  if (m_scrollBar->maximum() == 0) return std::nullopt;
  const QRectF plot = m_scene.plotRect();
  const double top = m_scene.laneArea(m_scene.layers().size()).top();
  const auto inSight = [&](const QRectF& rect) {
    return rect.top() >= top && rect.bottom() <= plot.bottom();
  };
  if (m_selected) {
    const QRectF mark = m_scene.markRect(m_scene.markOf(*m_selected));
    if (inSight(mark) && mark.intersects(plot)) return m_selected;
  }
  for (std::size_t lane = m_scene.layers().size(); lane < m_scene.layout().lanes.size(); ++lane) {
    for (std::size_t row = 0; row < m_scene.layout().lanes[lane].rows; ++row) {
      const auto& marks = m_scene.marksIn(lane, row);
      if (!marks.empty() && inSight(m_scene.rowRect(lane, row)))
        return timeline::itemsOf(m_scene.layout(), marks.front()).front();
    }
  }
  return std::nullopt;
}

void TimelineView::hoverWhereTheMouseIs() {
  if (underMouse() && !m_drag) setHovered(m_scene.markAt(mapFromGlobal(QCursor::pos())));
}

void TimelineView::setHovered(const std::optional<PlacedMark>& mark) {
  if (mark.has_value() == m_hovered.has_value() && (!mark || mark->same(*m_hovered))) return;
  m_hovered = mark;
  m_cardWanted.reset();
  update();
}

void TimelineView::leaveEvent(QEvent* event) {
  setHovered(std::nullopt);
  m_ruler.leave();
  QWidget::leaveEvent(event);
}

QString TimelineView::cardText(StoryRow event) const {
  const QString card = m_cardText ? m_cardText(event) : QString();
  const auto item = m_scene.snapshot().find(event);
  return card.isEmpty() && item ? m_scene.titleOf(*item).toHtmlEscaped() : card;
}

/// Words that have not been read yet arrive soon: then it is shown again, if the mouse is still there.
void TimelineView::showCard(QPoint place) {
  m_cardWanted.reset();
  const QPoint globalPlace = mapToGlobal(place);
  if (const auto entry = legendChoiceAt(m_scene, place)) {
    const QString tip = entry->filteredOut ? tr("Click to show again: %1") : tr("Click to leave out: %1");
    return QToolTip::showText(globalPlace, tip.arg(entry->text), this, entry->rect.toAlignedRect());
  }
  if (const auto lane = m_scene.headingAt(place)) // whose name may be cut
    return QToolTip::showText(globalPlace,
                              QStringLiteral("<b>%1</b> · %2")
                                  .arg(m_scene.laneTitle(*lane).toHtmlEscaped(),
                                       locale().toString(m_scene.layout().lanes[*lane].size())),
                              this);
  const auto mark = m_scene.markAt(place);
  if (!mark) return QToolTip::hideText();
  QString card;
  if (mark->mark.count == 1) {
    const StoryRow row = m_scene.rowOf(timeline::itemsOf(m_scene.layout(), mark->mark).front());
    card = cardText(row);
    if (card.isEmpty()) m_cardWanted = place;
  } else {
    const ClusterCard cluster(m_scene, mark->mark);
    card = cluster.text();
    if (!cluster.isWhole()) m_cardWanted = place;
  }
  // One may point a little beside a mark.
  const QRectF around = m_scene.markRect(*mark)
                            .adjusted(-TimelineScene::reach, 0, TimelineScene::reach, 0)
                            .intersected(m_scene.laneArea(mark->lane));
  showHoverCard(this, place, around.toAlignedRect(), card);
}

bool TimelineView::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    showCard(static_cast<QHelpEvent*>(event)->pos());
    return true;
  }
  if (event->type() == QEvent::ShortcutOverride && wantsKey(*static_cast<QKeyEvent*>(event))) {
    event->accept();
    return true;
  }
  if (event->type() == QEvent::NativeGesture && pinch(*static_cast<QNativeGestureEvent*>(event))) return true;
  return QWidget::event(event);
}

void TimelineView::focusInEvent(QFocusEvent* event) {
  update();
  QWidget::focusInEvent(event);
}

void TimelineView::focusOutEvent(QFocusEvent* event) {
  update();
  QWidget::focusOutEvent(event);
}

void TimelineView::paintEvent(QPaintEvent*) {
  const double ratio = devicePixelRatioF();
  if (m_frame.isNull() || m_frame.devicePixelRatio() != ratio) {
    m_frame = QPixmap(size() * ratio);
    m_frame.setDevicePixelRatio(ratio);
    QPainter painter(&m_frame);
    m_painter.paint(painter, m_scene);
  }
  QPainter painter(this);
  painter.drawPixmap(0, 0, m_frame);
  m_painter.paintOverlay(painter, m_scene, m_hovered, m_selected, m_chosen);
  m_band.paint(painter, m_scene);
  m_rubber.paint(painter, m_scene);
  m_laneDrag.paint(painter, m_scene);
  ruler().paint(painter, m_scene);
  if (hasFocus()) {
    painter.setPen(QPen(m_scene.look().theme.accent, 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

} // namespace demarche::ui
