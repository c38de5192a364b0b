// SPDX-License-Identifier: Apache-2.0
// How the clusters of the timeline are opened, and where its menu comes up.
#include "ui/timeline/cluster_list.h"
#include "ui/timeline/motion.h"
#include "ui/timeline/view.h"

#include <QContextMenuEvent>
#include <algorithm>

namespace demarche::ui {

void TimelineView::openCluster(const timeline::Mark& mark) {
  const double width = m_scene.plotRect().width();
  const timeline::ZoomLimits limits = timeline::zoomLimitsFor(m_scene.extent());
  const double finest = m_scene.sight().textScale * limits.narrowestDays / width;
  if (!timeline::canBeParted(m_scene.layout(), mark, finest)) return listCluster(mark);
  const double middle = (mark.first + mark.last + 1) / 2.0;
  const double shown = width / m_scene.scale().pixelsPerDay();
  // Its days with some air; where they fill the view already, closer.
  const double half = std::min(std::max(0.6 * (mark.last - mark.first + 1), 1.0), shown / 4);
  goTo(middle - half, middle + half);
}

void TimelineView::listCluster(const timeline::Mark& mark) {
  StoryRows rows;
  for (const std::uint32_t item : timeline::heaviestFirst(m_scene.layout(), mark, ClusterList::mostListed))
    rows.push_back(m_scene.rowOf(item));
  if (m_clusterList) m_clusterList->close();
  m_clusterList = new ClusterList(m_scene.events(), std::move(rows), mark.count, this);
  connect(m_clusterList, &ClusterList::chosen, this, qOverload<StoryRow>(&TimelineView::setSelected));
  connect(this, &TimelineView::eventsChanged, m_clusterList, &ClusterList::close);
  // Of the lanes that it may stand in, the one of the mark.
  const std::size_t lane = m_scene.layout().laneAt(mark.begin);
  const PlacedMark placed = m_scene.markOf(timeline::itemsOf(m_scene.layout(), mark).front(), lane);
  const QRect seen = m_scene.markRect(placed).intersected(m_scene.plotRect()).toAlignedRect();
  m_clusterList->showBeside({mapToGlobal(seen.topLeft()), seen.size()});
}

/// The mark that keys speak of: the one that the current event stands in, else the one under the mouse.
std::optional<PlacedMark> TimelineView::markInHand() const {
  return m_selected ? std::optional(m_scene.markOf(*m_selected, laneOfSelected())) : m_hovered;
}

/// Reads the current event; a cluster, under the mouse or with all its events selected, is opened. As a list
/// only clusters.
bool TimelineView::openSelection(bool asList) {
  const std::optional<PlacedMark> mark = markInHand();
  if (!mark) return false;
  const bool cluster = mark->mark.count > 1;
  const bool whole = !m_selected || m_chosen.size() == mark->mark.count;
  if (asList && !cluster) return false;
  if (asList)
    listCluster(mark->mark);
  else if (cluster && whole)
    openCluster(mark->mark);
  else if (m_selected)
    Q_EMIT eventActivated(selected());
  return true;
}

/// An event that is pointed at is selected first, unless it is among those that are.
void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
  if (event->reason() == QContextMenuEvent::Keyboard) return askForMenu();
  if (const auto lane = m_scene.headingAt(event->pos())) {
    Q_EMIT laneMenuWanted(*lane, event->globalPos());
    return;
  }
  const std::optional<PlacedMark> mark = m_scene.markAt(event->pos());
  if (mark && mark->mark.count == 1 && !hasSelected(mark->mark))
    select(timeline::itemsOf(m_scene.layout(), mark->mark).front());
  Q_EMIT menuWanted(event->globalPos(), mark);
}

/// By a key: where the current event stands, as far as that is in sight.
void TimelineView::askForMenu() {
  const std::optional<PlacedMark> mark = markInHand();
  const QRectF plot = m_scene.plotRect();
  const QPointF place = mark ? m_scene.markRect(*mark).center() : plot.center();
  const QPointF seen(std::clamp(place.x(), plot.left(), plot.right()),
                     std::clamp(place.y(), plot.top(), plot.bottom()));
  Q_EMIT menuWanted(mapToGlobal(seen).toPoint(), mark);
}

} // namespace demarche::ui
