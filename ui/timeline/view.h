// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/filter.h"
#include "ui/bridge/event_set.h"
#include "ui/timeline/axis_band.h"
#include "ui/timeline/lane_drag.h"
#include "ui/timeline/motion.h"
#include "ui/timeline/moving_view.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/rubber_band.h"
#include "ui/timeline/ruler_tool.h"
#include "ui/timeline/scene.h"

#include <QDate>
#include <QPixmap>
#include <QPointer>
#include <QWidget>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace demarche::ui {

class ClusterList;

/// The timeline as one looks at it, chooses in it and moves in it. Wheel zooms at the mouse, dragging and
/// Shift-wheel pan, and a view that is let go in motion glides on; fingers on a touchpad pan and pinch. A
/// stretch drawn out on the axis is zoomed to, and so is a cell of its upper row that is clicked. Left and
/// Right pan, + and − zoom, 0 shows all, Home and End go to the first and last event, Tab walks the events in
/// time, Enter opens the selected one. Clicks and rectangles with Ctrl or Shift, and Ctrl+A, select several,
/// of which one is the current one: from it, Up and Down go to the next lane, Ctrl+Left and Ctrl+Right stay
/// in its own.
class TimelineView : public MovingView {
  Q_OBJECT
 public:
  /// What is told of an event under the mouse, as rich text; empty for nothing.
  using CardText = std::function<QString(StoryRow event)>;

  explicit TimelineView(QWidget* parent = nullptr);

  /// Shows these events. The first ones are shown all; afterwards the view stays where it is, and so does
  /// the selection if its event is still there.
  void setEvents(EventSetPtr events);
  /// With this event selected, in sight or not, and with what is in sight staying where it is.
  void setEvents(EventSetPtr events, StoryRow selected);
  /// More is known of the events: what could not be written is.
  void takeArrived();
  /// Unknown and undated events select nothing. An event out of sight is brought into it.
  void setSelected(StoryRow event);
  /// Several, `event` the current one.
  void setSelected(StoryRow event, const StoryRows& all);
  /// The current one.
  [[nodiscard]] StoryRow selected() const;
  [[nodiscard]] StoryRows allSelected() const;
  /// The same in the snapshot's items.
  [[nodiscard]] std::optional<std::uint32_t> selectedItem() const { return m_selected; }
  void setCardText(CardText cardText) { m_cardText = std::move(cardText); }
  /// The title alone where no text was given.
  [[nodiscard]] QString cardText(StoryRow event) const;
  /// One event to the middle, and close enough to tell it from its neighbours; several as wide as they need.
  /// Nowhere when nothing is selected.
  void goToSelection();
  void selectAllInSight();
  /// The first one that the selected event stands in.
  [[nodiscard]] std::optional<std::size_t> laneOfSelection() const;
  /// What the legend strikes out. The events are given by whoever filters them.
  void setFilter(const model::Filter& filter);
  /// Dragging draws out a ruler instead of moving through time, and what is selected from now on is measured
  /// from what is selected now. Escape ends it.
  void setMeasuring(bool measuring);
  [[nodiscard]] const Ruler& ruler() const { return m_ruler.ruler(); }
  void selectNext();
  void selectPrevious();

  /// Zooms until its events stand apart; where no zoom can part them, lists them.
  void openCluster(const timeline::Mark& mark);
  /// Lists a cluster's events beside it, for one of them to be chosen.
  void listCluster(const timeline::Mark& mark);
  /// Any event of the mark is selected.
  [[nodiscard]] bool hasSelected(const timeline::Mark& mark) const;

  [[nodiscard]] QSize sizeHint() const override { return {900, 420}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {280, 160}; }

 Q_SIGNALS:
  void eventActivated(StoryRow event);
  /// Another event is the current one, or others are selected beside it; noStory when none is any more.
  void selectionChanged(StoryRow event);
  /// A menu of what can be done is wanted at this place of the screen: on a mark, or on none.
  void menuWanted(const QPoint& place, const std::optional<PlacedMark>& mark);
  /// The line of events without a date was clicked.
  void undatedActivated();
  /// An entry of the legend was clicked: it is to be left out, or shown again.
  void kindToggled(model::EventKind kind);
  void statusToggled(model::EventStatus status);
  /// A menu is asked for on the heading of this lane.
  void laneMenuWanted(std::size_t lane, QPoint globalPlace);
  /// Other events are shown.
  void eventsChanged();
  void measuringChanged(bool measuring);

 protected:
  bool event(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void sightChanges() override { m_hovered.reset(); }

 private:
  struct Drag {
    QPointF from;
    timeline::TimeScale scale;
    double scroll = 0;
    bool moved = false;
  };

  void setHovered(const std::optional<PlacedMark>& mark);
  void select(std::optional<std::uint32_t> item);
  void choose(std::vector<std::uint32_t> items, std::optional<std::uint32_t> current);
  void toggle(const timeline::Mark& mark);
  void extendTo(const PlacedMark& mark);
  void releaseRubber(const QMouseEvent& event);
  [[nodiscard]] std::optional<PlacedMark> markInHand() const;
  bool openSelection(bool asList);
  void askForMenu();
  bool selectInLaneBeside(int step);
  bool selectWithinLane(int step);
  [[nodiscard]] std::size_t laneOfSelected() const;
  bool runLaneKey(int key);
  [[nodiscard]] bool wantsKey(const QKeyEvent& event) const;
  void keepCurrentAmongChosen();
  void selectStep(int step);
  void reveal(std::uint32_t item);
  [[nodiscard]] double topOf(std::uint32_t item) const;
  [[nodiscard]] std::optional<std::uint32_t> anchor() const;
  void hoverWhereTheMouseIs();
  void releaseBand(QPointF point);
  void click(QPointF point, Qt::KeyboardModifiers modifiers);
  void dragLane(QPointF point);
  void releaseLane();
  [[nodiscard]] bool callOff();
  [[nodiscard]] bool isDrawing() const;
  bool runKey(int key, Qt::KeyboardModifiers modifiers);
  [[nodiscard]] bool clickLegend(QPointF point);
  void showCard(QPoint place);
  void announceSelection();

  TimelinePainter m_painter{TimelinePainter::Medium::screen};
  DragSpeed m_dragSpeed;
  CardText m_cardText;
  std::optional<QPoint> m_cardWanted; ///< of a mark whose words have not arrived
  std::optional<PlacedMark> m_hovered;
  std::optional<std::uint32_t> m_selected; ///< the current one
  std::vector<std::uint32_t> m_chosen;     ///< all selected items, the current one with them; ascending
  std::optional<Drag> m_drag;
  timeline::LaneKey m_laneOfSelected; ///< that keys went to; an event may stand in several
  QPointer<ClusterList> m_clusterList;
  AxisBand m_band;
  RubberBand m_rubber;
  LaneDrag m_laneDrag;
  RulerTool m_ruler;
};

} // namespace demarche::ui
