// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/scene.h"

#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

namespace demarche::ui {

/// One thing that the legend explains, with the place where it stands below the lanes.
struct LegendEntry {
  enum class Sign { kind, status, vague, cluster, sources, corrected, today };
  Sign sign = Sign::kind;
  model::EventKind kind = model::EventKind::meeting;        ///< of a kind's entry
  model::EventStatus status = model::EventStatus::occurred; ///< of a status' entry
  bool filteredOut = false;                                 ///< there is none of it among the events
  QString text{};
  QRectF mark{}; ///< where the sign is drawn
  QRectF rect{}; ///< all of the entry, for the mouse

  /// The filter can ask for it, so that a click leaves it out, or shows it again.
  [[nodiscard]] bool isChoice() const { return sign == Sign::kind || sign == Sign::status; }
};

/// What the legend explains, as far as there is room: kinds where the headings do not tell their colours, and
/// otherwise those alone that are filtered out, so that they can be chosen again.
[[nodiscard]] std::vector<LegendEntry> legendOf(const TimelineScene& scene);
/// The entry at this point that can be clicked; nothing in pictures.
[[nodiscard]] std::optional<LegendEntry> legendChoiceAt(const TimelineScene& scene, QPointF point);

/// "5 without a date"; empty when every event has one.
[[nodiscard]] QString undatedText(const TimelineScene& scene);
/// Where that stands, for the mouse.
[[nodiscard]] QRectF undatedRect(const TimelineScene& scene);

} // namespace demarche::ui
