// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/session.h"

#include <QObject>
#include <QThread>
#include <cstdint>
#include <memory>

namespace demarche::ui {

class Lookout;

/// Notices that a library was changed, moved away or replaced, by whomever. It has a thread of its own,
/// because to ask a file system that does not answer takes as long as it takes.
class LibraryWatch : public QObject {
  Q_OBJECT
 public:
  explicit LibraryWatch(QObject* parent = nullptr);
  ~LibraryWatch() override;

  /// Instead of the one before; null for none. Does not keep it open.
  void watch(const std::shared_ptr<service::Session>& session);
  /// Looks now, without waiting for anything to stir.
  void look();

 Q_SIGNALS:
  /// It is not as it was when looked at last.
  void found(const service::FileState& state);

 private:
  QThread m_thread;
  Lookout* m_lookout; ///< lives on the thread
  std::uint64_t m_watched = 0;
};

} // namespace demarche::ui
