// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/layers.h"
#include "core/timeline/layout.h"
#include "core/timeline/marks.h"
#include "core/timeline/scale.h"
#include "core/timeline/snapshot.h"
#include "ui/bridge/event_set.h"
#include "ui/timeline/theme.h"

#include <QRectF>
#include <QString>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace demarche::ui {

/// A mark with the row it stands in.
struct PlacedMark {
  std::size_t lane = 0;
  std::size_t row = 0; ///< within the lane
  timeline::Mark mark;
  /// The same events in the same place, wherever the view stands.
  [[nodiscard]] bool same(const PlacedMark& other) const {
    return lane == other.lane && row == other.row && mark.begin == other.mark.begin &&
           mark.count == other.mark.count;
  }
};

/// Where everything of a timeline stands, so that painter, mouse and screen reader agree on it. Events are
/// laid out again only for another snapshot, grouping, font or height; marks are asked for the rows in sight
/// alone, once a frame.
class TimelineScene {
 public:
  TimelineScene();

  /// Null for none.
  void setEvents(EventSetPtr events);
  void setGrouping(timeline::Grouping grouping, std::size_t mostLanes = timeline::mostLanes);
  /// How the lanes of a grouping are to stand, by their codes (timeline::codeOf); those left out keep their
  /// natural place. Holds for whatever is shown from now on.
  void setLaneOrder(timeline::Grouping grouping, std::vector<std::string> codes);
  /// Pinned above all lanes.
  void setLayers(std::vector<timeline::Layer> layers);
  /// To one row that counts, or as wide as its events need.
  void setCollapsed(timeline::LaneKey lane, bool collapsed);
  void setAllCollapsed(bool collapsed);
  /// Those that are collapsed in another scene.
  void setCollapsed(std::vector<std::string> codes);
  void setSize(QSizeF size);
  void setLook(Look look);
  /// A line of its own above the axis, for pictures.
  void setTitle(const QString& title);
  /// And the lines that explain the marks, which pictures can do without.
  void setLegend(bool legend);
  /// A picture cannot be scrolled: rows beyond its height are crowded instead.
  void setFirmHeight(bool firm);
  void setScale(const timeline::TimeScale& scale);
  /// What a scroll bar covers of the plot's right side.
  void setRightInset(double inset);
  /// Pixels that the lanes are moved up, kept within their height.
  void setScroll(double scroll);
  void setToday(timeline::DayNumber today) { m_today = today; }
  /// What the legend tells to be filtered out: lists as those of model::Filter. The events are another
  /// matter.
  void setShown(std::vector<model::EventKind> kinds, std::vector<model::EventStatus> statuses);

  [[nodiscard]] const EventSetPtr& events() const { return m_events; }
  [[nodiscard]] const timeline::Snapshot& snapshot() const { return *m_events->snapshot(); }
  [[nodiscard]] StoryRow rowOf(std::uint32_t item) const { return snapshot().stories[item]; }
  /// Ascending; what has no date has no item.
  [[nodiscard]] std::vector<std::uint32_t> itemsOf(const StoryRows& rows) const;
  /// Empty as long as the event's words have not arrived.
  [[nodiscard]] QString titleOf(std::uint32_t item) const;
  [[nodiscard]] const timeline::Extent& extent() const { return m_extent; }
  [[nodiscard]] timeline::Grouping grouping() const { return m_grouping; }
  [[nodiscard]] const std::vector<std::string>& collapsed() const { return m_collapsed; }
  [[nodiscard]] const std::vector<std::string>& laneOrder() const;
  [[nodiscard]] const std::vector<timeline::Layer>& layers() const { return m_layers; }
  [[nodiscard]] const timeline::Layout& layout() const { return m_layout; }
  [[nodiscard]] const timeline::MarkSizes& sizes() const { return m_sizes; }
  [[nodiscard]] const timeline::TimeScale& scale() const { return m_scale; }
  [[nodiscard]] timeline::Sight sight() const;
  [[nodiscard]] const Look& look() const { return m_look; }
  /// Nothing in it can be clicked.
  [[nodiscard]] bool isPicture() const { return m_firmHeight; }
  [[nodiscard]] const QString& title() const { return m_title; }
  [[nodiscard]] timeline::DayNumber today() const { return m_today; }
  [[nodiscard]] const std::vector<model::EventKind>& kindsShown() const { return m_kindsShown; }
  [[nodiscard]] const std::vector<model::EventStatus>& statusesShown() const { return m_statusesShown; }
  [[nodiscard]] QSizeF size() const { return m_size; }
  [[nodiscard]] double scroll() const { return m_scroll; }
  [[nodiscard]] double textHeight() const { return m_textHeight; }
  [[nodiscard]] double rowHeight() const { return m_rowHeight; }
  [[nodiscard]] static double lanePadding(); ///< above and below a lane's rows

  [[nodiscard]] QRectF titleRect() const;
  [[nodiscard]] QRectF axisRect() const;     ///< above the plot
  [[nodiscard]] QRectF headingsRect() const; ///< left of the plot
  [[nodiscard]] QRectF plotRect() const;     ///< where the lanes are seen
  [[nodiscard]] QRectF footerRect() const;   ///< legend and the line of undated events
  /// Two where headings do not tell the colours of kinds, so that the legend has to.
  [[nodiscard]] int footerRows() const { return m_grouping == timeline::Grouping::kind ? 1 : 2; }
  [[nodiscard]] QRectF footerRow(int row) const;
  [[nodiscard]] double contentHeight() const; ///< of all lanes, seen or not

  /// A layer; those are the first lanes.
  [[nodiscard]] bool isPinned(std::size_t lane) const { return lane < m_layers.size(); }
  /// Its value is an article, whose name says most at its end.
  [[nodiscard]] bool isOfSource(std::size_t lane) const;
  /// What the lane is called, in the interface's language.
  [[nodiscard]] QString laneTitle(std::size_t lane) const;
  [[nodiscard]] bool isDense(std::size_t lane) const;
  /// Where in the plot the lane can be seen: pinned lanes stay when one scrolls, and the others go beneath
  /// them. Pinned lanes that would leave little room for others are scrolled with them.
  [[nodiscard]] QRectF laneArea(std::size_t lane) const;
  /// As scrolled; may reach beyond that.
  [[nodiscard]] QRectF laneRect(std::size_t lane) const;
  [[nodiscard]] QRectF rowRect(std::size_t lane, std::size_t row) const;
  /// Rows are high enough for a line beneath the names.
  [[nodiscard]] bool hasSecondLine() const;
  /// What of a row its marks and their names take.
  [[nodiscard]] QRectF bodyOf(const QRectF& row) const;
  /// The line beneath the names; empty where there is none.
  [[nodiscard]] QRectF secondLineOf(const QRectF& row) const;
  [[nodiscard]] QRectF markRect(std::size_t lane, std::size_t row, const timeline::Mark& mark) const;
  [[nodiscard]] QRectF markRect(const PlacedMark& mark) const {
    return markRect(mark.lane, mark.row, mark.mark);
  }
  [[nodiscard]] double xOfDay(double day) const { return m_gutter + m_scale.x(day); }
  [[nodiscard]] double dayAt(double x) const { return m_scale.dayAt(x - m_gutter); }

  /// What of a row is in sight; of a dense lane, the columns of its only one. Empty for rows out of sight.
  [[nodiscard]] const std::vector<timeline::Mark>& marksIn(std::size_t lane, std::size_t row) const;
  static constexpr double reach = 3; ///< how far beside a mark one may point, in pixels
  [[nodiscard]] std::optional<PlacedMark> markAt(QPointF point) const;
  /// In sight or not; in the first of the item's lanes that are not pinned.
  [[nodiscard]] PlacedMark markOf(std::uint32_t item) const;
  /// In this one of the item's lanes; in the first of them if it does not stand there.
  [[nodiscard]] PlacedMark markOf(std::uint32_t item, std::size_t lane) const;
  /// Everywhere that the item stands: once in each of its lanes.
  [[nodiscard]] std::vector<PlacedMark> marksOf(std::uint32_t item) const;
  /// The heading that the point is in.
  [[nodiscard]] std::optional<std::size_t> headingAt(QPointF point) const;

 private:
  void updateMetrics();
  void updateLanes();
  void updateRows();
  void forgetMarks() { m_marksKnown = false; }
  void updateMarks() const;
  [[nodiscard]] PlacedMark placed(std::uint32_t slot) const;
  [[nodiscard]] std::string codeOf(timeline::LaneKey lane) const;
  [[nodiscard]] double headingWidth() const;
  [[nodiscard]] double footerRowHeight() const;
  [[nodiscard]] double stuckHeight() const;
  [[nodiscard]] double lanesHeight(double rowHeight) const;

  EventSetPtr m_events;
  timeline::Extent m_extent;
  timeline::Grouping m_grouping = timeline::Grouping::kind;
  std::size_t m_mostLanes = timeline::mostLanes;
  std::map<timeline::Grouping, std::vector<std::string>> m_laneOrders;
  std::vector<std::string> m_collapsed; ///< codes of lanes
  std::vector<timeline::LaneItems> m_lanes;
  std::vector<timeline::Layer> m_layers;
  timeline::Layout m_layout;
  timeline::MarkSizes m_sizes;
  timeline::TimeScale m_scale;
  Look m_look;
  QString m_title;
  QSizeF m_size{800, 400};
  timeline::DayNumber m_today = 0;
  bool m_legend = true;
  std::vector<model::EventKind> m_kindsShown;
  std::vector<model::EventStatus> m_statusesShown;
  bool m_firmHeight = false;
  int m_budget = 0; ///< of rows, for which all was laid out; 0: it was not
  double m_scroll = 0;
  double m_textHeight = 16;
  double m_rowHeight = 24;
  double m_gutter = 120;
  double m_rightInset = 0;
  std::vector<double> m_laneTops; ///< from the first lane's top, with the end of the last
  mutable std::vector<std::vector<timeline::Mark>> m_marks; ///< by row of the layout
  mutable bool m_marksKnown = false;
};

} // namespace demarche::ui
