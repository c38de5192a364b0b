// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/filter.h"
#include "ui/bridge/event_set.h"
#include "ui/timeline/axis_band.h"
#include "ui/timeline/lane_drag.h"
#include "ui/timeline/motion.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/ruler_tool.h"
#include "ui/timeline/scene.h"

#include <QDate>
#include <QPixmap>
#include <QWidget>
#include <functional>
#include <optional>
#include <string>
#include <vector>

class QNativeGestureEvent;
class QScrollBar;

namespace demarche::ui {

/// The timeline as one looks at it and moves in it. Wheel zooms at the mouse, dragging and Shift-wheel
/// pan, and a view that is let go in motion glides on; fingers on a touchpad pan and pinch. A stretch drawn
/// out on the axis is zoomed to, and so is a cell of its upper row that is clicked. Left and Right pan, + and
/// − zoom, 0 shows all, Home and End go to the first and last event, Tab walks the events in time, Enter
/// opens the selected one.
class TimelineView : public QWidget {
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
  [[nodiscard]] StoryRow selected() const;
  /// The same in the snapshot's items.
  [[nodiscard]] std::optional<std::uint32_t> selectedItem() const { return m_selected; }
  void setCardText(CardText cardText) { m_cardText = std::move(cardText); }
  /// The title alone where no text was given.
  [[nodiscard]] QString cardText(StoryRow event) const;
  /// Both days counted in.
  void showRange(QDate first, QDate last);
  /// The same for parts of days: from `first` up to, not including, `end`.
  void showDays(double first, double end);
  /// The same for one who was elsewhere.
  void goTo(double first, double end);
  [[nodiscard]] std::pair<double, double> shownDays() const;
  /// All events, and they stay in sight in another width.
  [[nodiscard]] bool showsAll() const;
  [[nodiscard]] std::pair<QDate, QDate> shownRange() const;
  void fitAll();
  /// The same for one who has not looked yet.
  void showAll();
  /// Moves before the eye, or at once, whatever style and platform say.
  void setAnimated(bool animated);
  /// Larger or smaller by one step about the middle.
  void zoomIn();
  void zoomOut();
  void goToToday();
  /// To the middle, and close enough to tell it from its neighbours; nowhere when nothing is selected.
  void goToSelection();
  /// Parts the events into other lanes; the time in view stays.
  void setGrouping(timeline::Grouping grouping);
  /// Lanes are folded to one row that counts, by a click on their headings or all at once.
  void setAllCollapsed(bool collapsed);
  void setLaneCollapsed(std::size_t lane, bool collapsed);
  void collapseAllBut(std::size_t lane);
  /// How the lanes of a grouping are to stand (TimelineScene::setLaneOrder).
  void setLaneOrder(timeline::Grouping grouping, std::vector<std::string> codes);
  /// Pins layers above the lanes, instead of those before.
  void setLayers(std::vector<timeline::Layer> layers);
  /// Up or down to the place of another one, as by dragging its heading; pinned ones stay where they are.
  void moveLane(std::size_t lane, std::size_t to);
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

  /// Where everything stands, for tests and assistive technology.
  [[nodiscard]] const TimelineScene& scene() const { return m_scene; }

  [[nodiscard]] QSize sizeHint() const override { return {900, 420}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {280, 160}; }

 Q_SIGNALS:
  void eventActivated(StoryRow event);
  /// noStory when nothing is selected any more.
  void selectionChanged(StoryRow event);
  /// The line of events without a date was clicked.
  void undatedActivated();
  /// An entry of the legend was clicked: it is to be left out, or shown again.
  void kindToggled(model::EventKind kind);
  void statusToggled(model::EventStatus status);
  void rangeChanged(QDate first, QDate last);
  /// A lane was moved: the codes of all that there are, from the first to the last.
  void laneOrderChanged(timeline::Grouping grouping, const std::vector<std::string>& codes);
  /// A menu is asked for on the heading of this lane.
  void laneMenuWanted(std::size_t lane, QPoint globalPlace);
  /// Other events are shown.
  void eventsChanged();
  void measuringChanged(bool measuring);

 protected:
  bool event(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void changeEvent(QEvent* event) override;
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
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  struct Drag {
    QPointF from;
    timeline::TimeScale scale;
    double scroll = 0;
    bool moved = false;
  };

  void setScale(const timeline::TimeScale& scale);
  void setScroll(double scroll);
  void zoomAt(double x, double factor);
  void zoomNow(double x, double factor);
  [[nodiscard]] timeline::TimeScale showing(double first, double end) const;
  void pan(double pixels);
  void shift(double pixels);
  bool pinch(const QNativeGestureEvent& event);
  void setHovered(const std::optional<PlacedMark>& mark);
  void select(std::optional<std::uint32_t> item);
  void selectStep(int step);
  void reveal(std::uint32_t item);
  [[nodiscard]] double topOf(std::uint32_t item) const;
  [[nodiscard]] std::optional<std::uint32_t> anchor() const;
  void hoverWhereTheMouseIs();
  void centreOn(double day);
  void releaseBand(QPointF point);
  void click(QPointF point);
  void openCluster(const timeline::Mark& mark);
  void dragLane(QPointF point);
  void releaseLane();
  [[nodiscard]] bool callOff();
  [[nodiscard]] bool isDrawing() const;
  void rearrange(const std::function<void()>& change);
  bool runKey(int key, Qt::KeyboardModifiers modifiers);
  [[nodiscard]] bool clickLegend(QPointF point);
  void showCard(QPoint place);
  void announceSelection();
  void updateLook();
  void updateScrollBar();
  void forgetFrame();

  TimelineScene m_scene;
  TimelinePainter m_painter;
  QPixmap m_frame; ///< all but the overlay; null when it must be painted again
  QScrollBar* m_scrollBar;
  Motion* m_motion;
  DragSpeed m_dragSpeed;
  CardText m_cardText;
  std::optional<QPoint> m_cardWanted; ///< of a mark whose words have not arrived
  std::optional<PlacedMark> m_hovered;
  std::optional<std::uint32_t> m_selected;
  std::optional<Drag> m_drag;
  AxisBand m_band;
  LaneDrag m_laneDrag;
  RulerTool m_ruler;
  bool m_rangeChosen = false; ///< otherwise all events stay in sight, also in another width
};

} // namespace demarche::ui
