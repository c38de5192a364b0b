// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/between.h"
#include "ui/timeline/scene.h"

#include <QPainter>
#include <QString>
#include <optional>

namespace demarche::ui {

/// What one measures from or to: a day, or the days that a vague date of an event may mean.
struct RulerEnd {
  timeline::When when;
  std::optional<std::uint32_t> item{}; ///< the event, in the snapshot's items

  bool operator==(const RulerEnd&) const = default;
};

/// The event at this point: its whole date where that is vague; its first, middle or last day where the point
/// is within six pixels of it. Elsewhere the day under the point.
[[nodiscard]] RulerEnd rulerEndAt(const TimelineScene& scene, QPointF point);
/// When the event begins.
[[nodiscard]] RulerEnd rulerEndOf(const TimelineScene& scene, std::uint32_t item);

/// "43 days (6.1 weeks, 1.4 months)", "12–43 days", "at least 12 days": with what larger units say more.
[[nodiscard]] QString daysText(const timeline::DayCount& days, const QLocale& locale);

/// A line from one day or event to another that tells how many days lie between them.
class Ruler {
 public:
  /// Draws it out at this height; nothing is told before it is moved.
  void start(const RulerEnd& from, std::optional<double> y = std::nullopt);
  void moveTo(const RulerEnd& to) { m_to = to; }
  /// Ends drawing it out: it stays until another one is drawn. Without two ends it is gone.
  void keep();
  void clear() { *this = Ruler(); }
  [[nodiscard]] bool isActive() const { return m_from.has_value(); }
  [[nodiscard]] bool isKept() const { return m_kept; }
  /// It has two ends that differ.
  [[nodiscard]] bool isShown() const { return m_from && *m_from != m_to; }
  [[nodiscard]] timeline::DayCount days() const { return timeline::daysBetween(m_from->when, m_to.when); }
  /// Over everything.
  void paint(QPainter& painter, const TimelineScene& scene) const;

 private:
  std::optional<RulerEnd> m_from;
  RulerEnd m_to;
  std::optional<double> m_y; ///< else in the middle of the plot
  bool m_kept = false;
};

} // namespace demarche::ui
