// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/density.h"
#include "core/timeline/scale.h"
#include "ui/timeline/theme.h"

#include <QPixmap>
#include <QWidget>
#include <optional>

namespace demarche::ui {

class TimelineView;

/// All of time on one strip, its events counted by kind, with the stretch that a timeline shows: dragging it
/// moves the timeline, dragging one of its sides widens or narrows it, down to an hour; a click elsewhere
/// centres there.
class OverviewStrip : public QWidget {
  Q_OBJECT
 public:
  /// `timeline` must outlive the strip.
  explicit OverviewStrip(TimelineView& timeline, QWidget* parent = nullptr);

  /// Left and right side of the shown stretch, cut to the strip.
  [[nodiscard]] QRectF window() const;
  [[nodiscard]] const timeline::TimeScale& scale() const { return m_scale; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  enum class Grip { none, body, first, last };

  void forgetCounts();
  void recount();
  void paintDensity();
  void paintAxis(QPainter& painter, const Theme& theme, const QFont& font) const;
  void paintBins(QPainter& painter, const Theme& theme, double ground) const;
  void paintBin(QPainter& painter, const Theme& theme, const timeline::DensityBin& bin,
                const QRectF& rect) const;
  void dragTo(double day);
  [[nodiscard]] Grip gripAt(double x) const;

  TimelineView& m_timeline;
  timeline::TimeScale m_scale;                       ///< all of time over the strip's width
  std::optional<timeline::CalendarUnit> m_countedBy; ///< nothing: to be counted anew
  std::vector<timeline::DensityBin> m_bins;
  QPixmap m_density; ///< null when it must be painted again
  Grip m_grip = Grip::none;
  double m_gripOffset =
      0; ///< days from the day under the mouse to what is dragged: a side, the first of both
};

} // namespace demarche::ui
