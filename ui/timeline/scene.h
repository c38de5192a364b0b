// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/fold.h"
#include "core/timeline/rows.h"
#include "core/timeline/scale.h"
#include "core/timeline/snapshot.h"
#include "ui/timeline/theme.h"

#include <QFont>
#include <QLocale>
#include <QRectF>
#include <QString>
#include <optional>
#include <utility>

namespace demarche::ui {

/// How a timeline looks, whatever it shows.
struct Look {
  Theme theme = Theme::light();
  QFont font;
  QLocale locale;
};

/// Where everything of a timeline stands, so that painter, mouse and screen reader agree on it. Rows are
/// packed again only for another snapshot, font or height, marks folded again only for another
/// scale: panning costs nothing here.
class TimelineScene {
 public:
  TimelineScene();

  void setSnapshot(timeline::SnapshotPtr snapshot);
  void setSize(QSizeF size);
  void setLook(Look look);
  /// A line of its own above the axis, for pictures.
  void setTitle(const QString& title);
  /// A picture cannot be scrolled: rows beyond its height are crowded instead.
  void setFirmHeight(bool firm);
  void setScale(const timeline::TimeScale& scale);
  /// What a scroll bar covers of the plot's right side.
  void setRightInset(double inset) { m_rightInset = inset; }
  /// Pixels that the lanes are moved up, kept within their height.
  void setScroll(double scroll);
  void setToday(timeline::DayNumber today) { m_today = today; }

  [[nodiscard]] const timeline::Snapshot& snapshot() const { return *m_snapshot; }
  [[nodiscard]] const timeline::SnapshotPtr& snapshotPtr() const { return m_snapshot; }
  [[nodiscard]] const timeline::Rows& rows() const { return m_rows; }
  [[nodiscard]] const timeline::Fold& fold() const { return m_fold; }
  [[nodiscard]] const timeline::TimeScale& scale() const { return m_scale; }
  [[nodiscard]] const Look& look() const { return m_look; }
  [[nodiscard]] const QString& title() const { return m_title; }
  [[nodiscard]] timeline::DayNumber today() const { return m_today; }
  [[nodiscard]] QSizeF size() const { return m_size; }
  [[nodiscard]] double scroll() const { return m_scroll; }
  [[nodiscard]] double textHeight() const { return m_textHeight; }
  [[nodiscard]] double rowHeight() const { return m_rowHeight; }
  [[nodiscard]] static double lanePadding(); ///< above and below a lane's rows

  [[nodiscard]] QRectF titleRect() const;
  [[nodiscard]] QRectF axisRect() const;      ///< above the plot
  [[nodiscard]] QRectF headingsRect() const;  ///< left of the plot
  [[nodiscard]] QRectF plotRect() const;      ///< where the lanes are seen
  [[nodiscard]] QRectF footerRect() const;    ///< legend and the line of undated events
  [[nodiscard]] double contentHeight() const; ///< of all lanes, seen or not

  /// As scrolled; may reach beyond the plot.
  [[nodiscard]] QRectF laneRect(std::size_t lane) const;
  [[nodiscard]] QRectF rowRect(std::size_t lane, std::size_t row) const;
  [[nodiscard]] QRectF markRect(timeline::MarkRef mark) const;
  /// Horizontal place of a pixel position of the fold.
  [[nodiscard]] double xOf(double foldPixels) const {
    return m_gutter + foldPixels - m_fold.pixelsPerDay * m_scale.firstDay();
  }
  [[nodiscard]] double xOfDay(double day) const { return m_gutter + m_scale.x(day); }
  [[nodiscard]] double dayAt(double x) const { return m_scale.dayAt(x - m_gutter); }
  /// First and last pixel of the plot in the fold's pixels.
  [[nodiscard]] std::pair<double, double> seenFoldPixels() const;

  [[nodiscard]] std::optional<timeline::MarkRef> markAt(QPointF point) const;

 private:
  void updateMetrics();
  void updateRows();
  void updateFold();
  [[nodiscard]] double headingWidth() const;
  [[nodiscard]] double lanesHeight(double rowHeight) const;

  timeline::SnapshotPtr m_snapshot;
  timeline::Rows m_rows;
  timeline::Fold m_fold;
  timeline::TimeScale m_scale;
  Look m_look;
  QString m_title;
  QSizeF m_size{800, 400};
  timeline::DayNumber m_today = 0;
  bool m_firmHeight = false;
  int m_packedRows = 0; ///< the budget for which m_rows was packed; 0: not packed
  double m_scroll = 0;
  double m_textHeight = 16;
  double m_rowHeight = 24;
  double m_gutter = 120;
  double m_rightInset = 0;
};

} // namespace demarche::ui
