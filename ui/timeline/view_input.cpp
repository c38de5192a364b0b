// SPDX-License-Identifier: Apache-2.0
// What keys, mouse, wheel and fingers do to the timeline; what it shows stands in view.cpp.
#include "ui/timeline/legend.h"
#include "ui/timeline/motion.h"
#include "ui/timeline/view.h"
#include "ui/timeline/wheel.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>
#include <algorithm>
#include <utility>

namespace demarche::ui {
namespace {

bool addsToSelection(Qt::KeyboardModifiers modifiers) {
  return modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
}

} // namespace

bool TimelineView::runKey(int key, Qt::KeyboardModifiers modifiers) {
  const double step = panShare * m_scene.plotRect().width();
  switch (key) {
  case Qt::Key_Left:
    pan(step);
    return true;
  case Qt::Key_Right:
    pan(-step);
    return true;
  case Qt::Key_Up:
    if (selectInLaneBeside(-1)) return true;
    setScroll(m_scene.scroll() - m_scene.rowHeight());
    return true;
  case Qt::Key_Down:
    if (selectInLaneBeside(1)) return true;
    setScroll(m_scene.scroll() + m_scene.rowHeight());
    return true;
  case Qt::Key_PageUp:
    setScroll(m_scene.scroll() - m_scene.plotRect().height());
    return true;
  case Qt::Key_PageDown:
    setScroll(m_scene.scroll() + m_scene.plotRect().height());
    return true;
  case Qt::Key_Plus:
  case Qt::Key_Equal:
    zoomIn();
    return true;
  case Qt::Key_Minus:
    zoomOut();
    return true;
  case Qt::Key_0:
    if (modifiers != Qt::NoModifier && modifiers != Qt::KeypadModifier) return false;
    fitAll();
    return true;
  case Qt::Key_Home:
  case Qt::Key_End: {
    const std::size_t count = m_scene.snapshot().items.size();
    if (count > 0) select(key == Qt::Key_Home ? 0 : static_cast<std::uint32_t>(count - 1));
    return true;
  }
  case Qt::Key_Return:
  case Qt::Key_Enter:
    return openSelection(false);
  case Qt::Key_Escape:
    if (callOff()) return true;
    if (!m_selected) return false;
    select(std::nullopt);
    return true;
  default:
    return false;
  }
}

/// Something that Escape calls off.
bool TimelineView::isDrawing() const {
  return m_band.isActive() || m_rubber.isActive() || m_laneDrag.isActive() || m_ruler.isActive();
}

/// What the mouse is drawing out or moving, and measuring; false when it is nothing of them.
bool TimelineView::callOff() {
  if (!isDrawing()) return false;
  setMeasuring(false);
  m_ruler.cancel();
  m_band.cancel();
  m_rubber.cancel();
  m_laneDrag.cancel();
  unsetCursor();
  update();
  return true;
}

/// Keys that the window would else take as its shortcuts: what is drawn out is called off first, and from a
/// selected event one goes to the next lane.
bool TimelineView::wantsKey(const QKeyEvent& event) const {
  if (event.key() == Qt::Key_Escape) return isDrawing();
  return m_selected && event.modifiers() == Qt::ControlModifier &&
         (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down);
}

/// Those that need Ctrl, of which the window has some for the list.
bool TimelineView::runLaneKey(int key) {
  switch (key) {
  case Qt::Key_Up:
    return selectInLaneBeside(-1);
  case Qt::Key_Down:
    return selectInLaneBeside(1);
  case Qt::Key_Left:
    return selectWithinLane(-1);
  case Qt::Key_Right:
    return selectWithinLane(1);
  case Qt::Key_Return:
  case Qt::Key_Enter:
    return openSelection(true);
  default:
    return false;
  }
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
  constexpr auto foreign = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
  m_motion->stopGliding();
  if (event->matches(QKeySequence::SelectAll)) return selectAllInSight();
  // The menu key comes as an event of its own.
  if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) return askForMenu();
  if (event->modifiers() == Qt::ControlModifier && runLaneKey(event->key())) return;
  if ((event->modifiers() & foreign) || !runKey(event->key(), event->modifiers()))
    QWidget::keyPressEvent(event);
}

/// Tab walks the events and leaves the timeline after the last one, so that nobody is caught in it.
bool TimelineView::focusNextPrevChild(bool next) {
  const auto before = m_selected;
  selectStep(next ? 1 : -1);
  return m_selected != before || QWidget::focusNextPrevChild(next);
}

void TimelineView::wheelEvent(QWheelEvent* event) {
  event->accept();
  const WheelWish wish = wishOf(*event, m_scene);
  setScroll(m_scene.scroll() - wish.move.y());
  if (wish.exact) {
    m_motion->stop();
    shift(wish.move.x());
    zoomNow(event->position().x(), wish.zoom);
  } else if (wish.move.x() != 0) {
    pan(wish.move.x());
  } else if (wish.zoom != 1) {
    zoomAt(event->position().x(), wish.zoom);
  }
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  m_motion->stop();
  if (m_scene.axisRect().contains(event->position())) return m_band.start(event->position().x());
  if (const auto lane = m_scene.headingAt(event->position()))
    return m_laneDrag.start(*lane, event->position().y());
  if (addsToSelection(event->modifiers()) && m_scene.plotRect().contains(event->position()))
    return m_rubber.start(event->position());
  update(); // a ruler that was there goes
  if (m_ruler.press(m_scene, event->position(), event->modifiers() & Qt::AltModifier)) return;
  m_dragSpeed.start(event->position());
  m_drag = Drag{event->position(), m_scene.scale(), m_scene.scroll(), false};
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF point = event->position();
  if (m_band.isActive()) {
    m_band.moveTo(point.x());
    setCursor(Qt::SizeHorCursor);
    return update();
  }
  if (m_rubber.isActive()) {
    m_rubber.moveTo(point);
    return update();
  }
  if (m_laneDrag.isActive()) return dragLane(point);
  m_ruler.move(m_scene, point);
  if (m_ruler.isActive()) update();
  if (m_ruler.isHeld()) return;
  if (!m_drag) {
    setHovered(m_scene.markAt(point));
    const bool link = undatedRect(m_scene).contains(point) || legendChoiceAt(m_scene, point);
    const bool button = link || m_scene.headingAt(point) || majorCellAt(m_scene, point);
    const bool measuring = m_ruler.isMeasuring() && m_scene.plotRect().contains(point);
    setCursor(m_hovered || button ? Qt::PointingHandCursor : measuring ? Qt::CrossCursor : Qt::ArrowCursor);
    return;
  }
  const QPointF moved = point - m_drag->from;
  if (!m_drag->moved && moved.manhattanLength() < QApplication::startDragDistance()) return;
  m_drag->moved = true;
  m_dragSpeed.move(point);
  m_rangeChosen = true;
  setCursor(Qt::ClosedHandCursor);
  setScale(m_drag->scale.pannedBy(moved.x()));
  setScroll(m_drag->scroll - moved.y());
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
  if (m_band.isActive() && event->button() == Qt::LeftButton) return releaseBand(event->position());
  if (m_rubber.isActive() && event->button() == Qt::LeftButton) return releaseRubber(*event);
  if (m_ruler.isHeld() && event->button() == Qt::LeftButton) {
    update();
    if (!m_ruler.release()) click(event->position(), event->modifiers());
    return;
  }
  if (m_laneDrag.isActive() && event->button() == Qt::LeftButton) return releaseLane();
  if (!m_drag || event->button() != Qt::LeftButton) return QWidget::mouseReleaseEvent(event);
  const bool moved = m_drag->moved;
  m_drag.reset();
  unsetCursor();
  if (moved)
    m_motion->glide(m_dragSpeed.atEnd());
  else
    click(event->position(), event->modifiers());
}

/// To what was drawn out, or to the cell that was clicked.
void TimelineView::releaseBand(QPointF point) {
  m_band.moveTo(point.x());
  const bool drawn = m_band.isDrawn();
  const auto [first, end] = m_band.days(m_scene);
  m_band.cancel();
  unsetCursor();
  update();
  if (drawn)
    goTo(first, end);
  else if (const auto cell = majorCellAt(m_scene, point))
    goTo(cell->first, cell->end);
}

/// Beyond the edge of the plot the lanes come along.
void TimelineView::dragLane(QPointF point) {
  if (m_scene.isPinned(m_laneDrag.lane())) return;
  m_laneDrag.moveTo(point.y());
  if (!m_laneDrag.isMoved()) return;
  const QRectF plot = m_scene.plotRect();
  if (point.y() < plot.top()) setScroll(m_scene.scroll() - m_scene.rowHeight());
  if (point.y() > plot.bottom()) setScroll(m_scene.scroll() + m_scene.rowHeight());
  setCursor(Qt::ClosedHandCursor);
  update();
}

/// To where it was dragged; a click folds it, or opens it again.
void TimelineView::releaseLane() {
  const LaneDrag drag = std::exchange(m_laneDrag, {});
  unsetCursor();
  update();
  if (drag.isMoved())
    moveLane(drag.lane(), drag.target(m_scene));
  else
    setLaneCollapsed(drag.lane(), !m_scene.layout().lanes[drag.lane()].collapsed);
}

/// On an event it opens it; on the ground it zooms there, in or with Shift out.
void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || m_ruler.isMeasuring()) return mousePressEvent(event);
  const auto mark = m_scene.markAt(event->position());
  if (mark && mark->mark.count == 1)
    Q_EMIT eventActivated(m_scene.rowOf(timeline::itemsOf(m_scene.layout(), mark->mark).front()));
  else if (!mark && m_scene.plotRect().contains(event->position()))
    zoomAt(event->position().x(), event->modifiers() & Qt::ShiftModifier ? 0.5 : 2);
  else
    mousePressEvent(event);
}

void TimelineView::click(QPointF point, Qt::KeyboardModifiers modifiers) {
  if (undatedRect(m_scene).contains(point)) {
    Q_EMIT undatedActivated();
    return;
  }
  if (clickLegend(point)) return;
  const auto ref = m_scene.markAt(point);
  if (!ref) {
    if (m_scene.plotRect().contains(point) && !addsToSelection(modifiers)) select(std::nullopt);
    return;
  }
  if (modifiers & Qt::ControlModifier) return toggle(ref->mark);
  if (modifiers & Qt::ShiftModifier) return extendTo(*ref);
  if (ref->mark.count == 1)
    select(timeline::itemsOf(m_scene.layout(), ref->mark).front());
  else
    openCluster(ref->mark);
}

bool TimelineView::clickLegend(QPointF point) {
  const auto entry = legendChoiceAt(m_scene, point);
  if (!entry) return false;
  if (entry->sign == LegendEntry::Sign::kind)
    Q_EMIT kindToggled(entry->kind);
  else
    Q_EMIT statusToggled(entry->status);
  return true;
}

} // namespace demarche::ui
