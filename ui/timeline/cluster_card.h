// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/scene.h"

#include <QCoreApplication>
#include <QString>

namespace demarche::ui {

/// What is told of a cluster, or of a column, in passing: its lane, how many events of which kinds it has,
/// and the weightiest of them with their dates.
class ClusterCard {
  Q_DECLARE_TR_FUNCTIONS(ClusterCard)

 public:
  ClusterCard(const TimelineScene& scene, const timeline::Mark& mark);

  [[nodiscard]] QString text() const; ///< rich
  /// The words of all events that are named have arrived.
  [[nodiscard]] bool isWhole() const { return m_whole; }

 private:
  [[nodiscard]] QString heading() const;
  [[nodiscard]] QString kinds() const;
  [[nodiscard]] QString named() const;
  [[nodiscard]] QString rest() const;

  const TimelineScene& m_scene;
  timeline::Mark m_mark;
  std::vector<const model::Event*> m_named;
  bool m_whole = true;
};

} // namespace demarche::ui
