// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/threads.h"
#include "ui/bridge/event_set.h"

#include <QCoreApplication>
#include <QString>
#include <vector>

namespace demarche::ui {

/// Where an event was announced, called off, or told for other days; what of its articles is not known yet
/// leaves out when that was.
[[nodiscard]] std::vector<timeline::Thread> threadsOf(const EventSet& events, const model::Event& event);

/// How threads are told: "Announced 3 May 2023 for 18 June 2023; took place 19 June 2023".
class ThreadWords {
  Q_DECLARE_TR_FUNCTIONS(ThreadWords)

 public:
  /// Empty when the event has none.
  [[nodiscard]] static QString of(const EventSet& events, const model::Event& event);

 private:
  [[nodiscard]] static QString thread(const timeline::Thread& thread);
  [[nodiscard]] static QString planned(const QString& date, const QString& told, bool elsewhere);
  [[nodiscard]] static QString cancelled(const QString& date, const QString& told, bool elsewhere);
  [[nodiscard]] static QString outcome(const model::Event& event);
};

} // namespace demarche::ui
