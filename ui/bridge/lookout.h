// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/session.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>
#include <cstdint>
#include <memory>
#include <optional>

namespace demarche::ui {

/// Looks at a library's file when something stirs beside it, and every now and then: nothing stirs on network
/// file systems, nor where the system has no watches left. Made, used and ended on one thread.
class Lookout : public QObject {
  Q_OBJECT
 public:
  explicit Lookout(QObject* parent = nullptr);

  /// `number` comes back with what is found, which may be overtaken by the next session.
  void watch(const std::weak_ptr<service::Session>& session, std::uint64_t number);
  void look();

 Q_SIGNALS:
  void found(const service::FileState& state, std::uint64_t number);

 private:
  void stirred();
  void lookAtLast();
  void listen();

  std::weak_ptr<service::Session> m_session;
  std::uint64_t m_number = 0;
  QString m_file; ///< where links lead to: there the log is
  std::optional<service::FileState> m_last;
  QFileSystemWatcher m_watcher;
  QTimer m_regularly;
  QTimer m_soon;
  bool m_stirredAgain = false;
};

} // namespace demarche::ui
