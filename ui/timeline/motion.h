// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/scale.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointF>
#include <QTimer>
#include <deque>
#include <optional>

class QWidget;

namespace demarche::ui {

/// How fast the mouse was when it let go: what counts is its last moments, not the way it came.
class DragSpeed {
 public:
  void start(QPointF at);
  void move(QPointF to);
  /// Pixels a millisecond; none when it rested before.
  [[nodiscard]] QPointF atEnd() const;

 private:
  struct Moment {
    qint64 time;
    QPointF at;
  };
  QElapsedTimer m_clock;
  std::deque<Moment> m_moments;
};

/// Moves a view from scale to scale in steps that the eye can follow, and lets it glide on after a drag. One
/// motion at a time: whatever comes next begins where the last one is. Where motion is not wanted, the view
/// is at its end at once.
class Motion : public QObject {
  Q_OBJECT
 public:
  explicit Motion(QWidget* view);

  /// Whatever style and system say.
  void setAnimated(bool animated) { m_asked = animated; }

  void go(const timeline::TimeScale& from, const timeline::TimeScale& to);
  /// Larger by `factor` about `x`. What a zoom under way has yet to do is done, too, so that quick turns of a
  /// wheel add up.
  void zoom(const timeline::TimeScale& from, double x, double factor, double width,
            const timeline::ZoomLimits& limits);
  void glide(QPointF pixelsPerMillisecond);
  void stop();
  void stopGliding();
  /// Where a motion under way is to end it ends now.
  void finish();
  /// Where the view is going, or `scale` when it stands.
  [[nodiscard]] timeline::TimeScale goal(const timeline::TimeScale& scale) const;

 Q_SIGNALS:
  void scaled(const timeline::TimeScale& scale);
  void glided(QPointF pixels);

 private:
  enum class Kind { none, going, zooming, gliding };
  void start(Kind kind, const timeline::TimeScale& from, const timeline::TimeScale& to);
  void step();
  [[nodiscard]] int duration() const;

  QWidget* m_view;
  std::optional<bool> m_asked;
  Kind m_kind = Kind::none;
  timeline::TimeScale m_from;
  timeline::TimeScale m_to;
  QPointF m_speed;
  QPointF m_glided; ///< so far
  QElapsedTimer m_clock;
  QTimer m_ticks;
};

} // namespace demarche::ui
