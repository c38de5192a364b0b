// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/scene.h"

#include <QDate>
#include <QPixmap>
#include <QWidget>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

class QNativeGestureEvent;
class QScrollBar;

namespace demarche::ui {

class Motion;

[[nodiscard]] timeline::DayNumber todayNumber();

/// What of a timeline is in sight, and moving in it: through time, from scale to scale, up and down the lanes
/// and into other lanes. Moves before the eye can be interrupted by the next at any moment.
class MovingView : public QWidget {
  Q_OBJECT
 public:
  explicit MovingView(QWidget* parent);

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

  /// Where everything stands, for tests and assistive technology.
  [[nodiscard]] const TimelineScene& scene() const { return m_scene; }

 Q_SIGNALS:
  void rangeChanged(QDate first, QDate last);
  /// A lane was moved: the codes of all that there are, from the first to the last.
  void laneOrderChanged(timeline::Grouping grouping, const std::vector<std::string>& codes);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  /// Other things are going to stand where these do.
  virtual void sightChanges() {}

  void setScale(const timeline::TimeScale& scale);
  /// Pixels that the lanes are moved up.
  void setScroll(double scroll);
  /// By a factor, so that the day at `x` stays there.
  void zoomAt(double x, double factor);
  void zoomNow(double x, double factor);
  [[nodiscard]] timeline::TimeScale showing(double first, double end) const;
  void pan(double pixels);
  void shift(double pixels);
  bool pinch(const QNativeGestureEvent& event);
  void centreOn(double day);
  /// Changes where things stand; the time in view stays the same.
  void rearrange(const std::function<void()>& change);
  void updateLook();
  void updateScrollBar();
  /// It is painted again.
  void forgetFrame();

  TimelineScene m_scene;
  QPixmap m_frame; ///< all but the overlay; null when it must be painted again
  QScrollBar* m_scrollBar;
  Motion* m_motion;
  bool m_rangeChosen = false; ///< otherwise all events stay in sight, also in another width
};

} // namespace demarche::ui
