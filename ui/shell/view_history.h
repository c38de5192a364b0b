// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/filter.h"

#include <QObject>
#include <QTimer>
#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace demarche::ui {

/// What one looks at: a stretch of time, and what lets events through.
struct Sighting {
  double firstDay = 0;
  double endDay = 0;
  bool all = false; ///< whatever stretch holds all events, in this width or another
  model::Filter filter;
};

/// The places one has been at, to go back to and forward again like in a browser. A place counts once one has
/// rested there: a turn of the wheel passes many and leaves one.
class ViewHistory : public QObject {
  Q_OBJECT
 public:
  static constexpr std::size_t mostPlaces = 100;
  static constexpr std::chrono::milliseconds rest{600};

  explicit ViewHistory(QObject* parent = nullptr);

  /// Tells where one is now; what is nearly where one was is the same place.
  void visit(const Sighting& here);
  /// Counts the place where one is now without waiting.
  void settle();
  /// From another library nothing leads back.
  void clear();
  [[nodiscard]] bool canGoBack() const;
  [[nodiscard]] bool canGoForward() const;
  /// Where to go now; nothing at the end.
  [[nodiscard]] std::optional<Sighting> back();
  [[nodiscard]] std::optional<Sighting> forward();

 Q_SIGNALS:
  /// Where one can go has changed.
  void changed();

 private:
  std::vector<Sighting> m_places;
  std::size_t m_at = 0;
  std::optional<Sighting> m_passing; ///< not rested at yet, and another place than the last
  QTimer m_resting;
};

} // namespace demarche::ui
