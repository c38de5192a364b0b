// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/motion.h"

#include <QGuiApplication>
#include <QStyle>
#include <QWidget>
#include <algorithm>
#include <cmath>
#include <utility>

namespace demarche::ui {
namespace {

constexpr int animation = 180;      ///< milliseconds
constexpr int tick = 15;            ///< milliseconds
constexpr qint64 lastMoments = 80;  ///< milliseconds that tell the speed of a drag
constexpr double friction = 260;    ///< milliseconds in which a glide loses two thirds of its speed
constexpr double leastSpeed = 0.15; ///< pixels a millisecond; slower drags end where they end
constexpr double mostSpeed = 6;     ///< pixels a millisecond
constexpr double standingSpeed = 0.01;

double length(QPointF vector) {
  return std::hypot(vector.x(), vector.y());
}

} // namespace

void DragSpeed::start(QPointF at) {
  m_clock.start();
  m_moments.assign(1, {0, at});
}

void DragSpeed::move(QPointF to) {
  const qint64 now = m_clock.elapsed();
  m_moments.push_back({now, to});
  while (m_moments.size() > 2 && now - m_moments.front().time > lastMoments)
    m_moments.pop_front();
}

QPointF DragSpeed::atEnd() const {
  if (m_moments.size() < 2 || m_clock.elapsed() - m_moments.back().time > lastMoments) return {};
  const auto time = static_cast<double>(m_clock.elapsed() - m_moments.front().time);
  const QPointF speed = (m_moments.back().at - m_moments.front().at) / std::max(time, 1.0);
  const double fast = length(speed);
  if (fast < leastSpeed) return {};
  return fast > mostSpeed ? speed * (mostSpeed / fast) : speed;
}

Motion::Motion(QWidget* view) : QObject(view), m_view(view) {
  m_ticks.setTimerType(Qt::PreciseTimer);
  m_ticks.setInterval(tick);
  connect(&m_ticks, &QTimer::timeout, this, &Motion::step);
}

int Motion::duration() const {
  // On a platform without a screen nobody would see it.
  static const bool seen = QGuiApplication::platformName() != QStringLiteral("offscreen") &&
                           QGuiApplication::platformName() != QStringLiteral("minimal");
  const bool wanted =
      m_asked.value_or(seen && m_view->style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
  return wanted && m_view->isVisible() ? animation : 0;
}

void Motion::start(Kind kind, const timeline::TimeScale& from, const timeline::TimeScale& to) {
  stop();
  m_from = from;
  m_to = to;
  m_kind = kind;
  if (duration() == 0) return finish();
  m_clock.start();
  m_ticks.start();
}

void Motion::go(const timeline::TimeScale& from, const timeline::TimeScale& to) {
  start(Kind::going, from, to);
}

void Motion::zoom(const timeline::TimeScale& from, double x, double factor, double width,
                  const timeline::ZoomLimits& limits) {
  const double left = m_kind == Kind::zooming ? m_to.pixelsPerDay() / from.pixelsPerDay() : 1;
  start(Kind::zooming, from, from.zoomedAt(x, left * factor, width, limits));
}

void Motion::glide(QPointF pixelsPerMillisecond) {
  stop();
  if (pixelsPerMillisecond.isNull() || duration() == 0) return;
  m_kind = Kind::gliding;
  m_speed = pixelsPerMillisecond;
  m_glided = {};
  m_clock.start();
  m_ticks.start();
}

void Motion::stop() {
  m_kind = Kind::none;
  m_ticks.stop();
}

void Motion::stopGliding() {
  if (m_kind == Kind::gliding) stop();
}

void Motion::finish() {
  const Kind kind = m_kind;
  stop();
  if (kind == Kind::going || kind == Kind::zooming) Q_EMIT scaled(m_to);
}

timeline::TimeScale Motion::goal(const timeline::TimeScale& scale) const {
  return m_kind == Kind::going || m_kind == Kind::zooming ? m_to : scale;
}

void Motion::step() {
  const auto time = static_cast<double>(m_clock.elapsed());
  if (m_kind == Kind::gliding) {
    const double slowed = std::exp(-time / friction);
    const QPointF glided = m_speed * friction * (1 - slowed);
    const QPointF moved = glided - std::exchange(m_glided, glided);
    if (length(m_speed) * slowed < standingSpeed) stop();
    Q_EMIT this->glided(moved);
    return;
  }
  if (time >= animation) return finish();
  const double rest = 1 - time / animation;
  Q_EMIT scaled(timeline::TimeScale::between(m_from, m_to, 1 - rest * rest * rest));
}

} // namespace demarche::ui
