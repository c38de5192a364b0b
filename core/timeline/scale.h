// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/snapshot.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace demarche::timeline {

inline constexpr double daysPerYear = 365.2425;

/// How far one may zoom: a view is never narrower than an hour, and no wider than this.
struct ZoomLimits {
  double narrowestDays = 1.0 / 24;
  double widestDays = 150 * daysPerYear;
};

/// Where days stand in a view: an affine map between days (a day begins at its number and ends at the
/// next) and pixels from the view's left edge. A value; the view has no other state of time.
class TimeScale {
 public:
  TimeScale() = default;
  TimeScale(double firstDay, double pixelsPerDay) : m_firstDay(firstDay), m_pixelsPerDay(pixelsPerDay) {
    assert(pixelsPerDay > 0);
  }
  /// The days from `first` up to `end` over `width` pixels, widened about their middle to the narrowest
  /// view or cut to the widest one.
  [[nodiscard]] static TimeScale showing(double first, double end, double width, const ZoomLimits& limits) {
    const double days = std::clamp(end - first, limits.narrowestDays, limits.widestDays);
    // Exactly `first` where nothing is widened or cut: at midnight a rounding error would be another day.
    return TimeScale(first + (end - first - days) / 2, std::max(width, 1.0) / days);
  }

  /// The day (and part of it) at the left edge.
  [[nodiscard]] double firstDay() const { return m_firstDay; }
  [[nodiscard]] double pixelsPerDay() const { return m_pixelsPerDay; }

  [[nodiscard]] double x(double day) const { return (day - m_firstDay) * m_pixelsPerDay; }
  [[nodiscard]] double dayAt(double x) const { return m_firstDay + x / m_pixelsPerDay; }

  [[nodiscard]] TimeScale pannedBy(double pixels) const {
    return TimeScale(m_firstDay - pixels / m_pixelsPerDay, m_pixelsPerDay);
  }
  /// Larger by `factor`, as far as the limits allow, and the same day stays at `x`.
  [[nodiscard]] TimeScale zoomedAt(double x, double factor, double width, const ZoomLimits& limits) const {
    const double pixelsPerDay =
        std::clamp(m_pixelsPerDay * factor, width / limits.widestDays, width / limits.narrowestDays);
    return TimeScale(dayAt(x) - x / pixelsPerDay, pixelsPerDay);
  }

  /// So far (0 to 1) on the way from one view to another, zooming evenly for the eye. Where the two have a
  /// day at the same pixel, it stays there all the way.
  [[nodiscard]] static TimeScale between(const TimeScale& from, const TimeScale& to, double share) {
    const double growth = std::log(to.m_pixelsPerDay / from.m_pixelsPerDay);
    const double pixelsPerDay = from.m_pixelsPerDay * std::exp(share * growth);
    // The first day is an affine function of the days in a pixel: that holds the day at the common pixel.
    constexpr double noZoom = 1e-6;
    const double moved =
        std::abs(growth) < noZoom ? share : std::expm1(-share * growth) / std::expm1(-growth);
    return TimeScale(std::lerp(from.m_firstDay, to.m_firstDay, moved), pixelsPerDay);
  }

  bool operator==(const TimeScale&) const = default;

 private:
  double m_firstDay = 0;
  double m_pixelsPerDay = 1;
};

/// Wide enough for everything there is, however far it reaches.
[[nodiscard]] inline ZoomLimits zoomLimitsFor(const Extent& extent) {
  ZoomLimits limits;
  if (!extent.empty())
    limits.widestDays = std::max(limits.widestDays, 1.5 * (extent.last - extent.first + 1));
  return limits;
}

/// All events with some air around them, and on the right the room that the last label needs; the year
/// around `today` when there is no event.
[[nodiscard]] inline TimeScale scaleOfAll(const Extent& extent, DayNumber today, double width) {
  constexpr double least = 30;
  const double labelRoom = std::min(170.0, width / 5);
  const double middle = extent.empty() ? today : (extent.first + extent.last + 1) / 2.0;
  const double days =
      extent.empty() ? daysPerYear : 1.04 * std::max<double>(extent.last - extent.first + 1, least);
  const double labelDays = days * labelRoom / (std::max(width, 1.0) - labelRoom);
  return TimeScale::showing(middle - days / 2, middle + days / 2 + labelDays, width, zoomLimitsFor(extent));
}

} // namespace demarche::timeline
