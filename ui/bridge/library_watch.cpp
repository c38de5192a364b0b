// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/library_watch.h"

#include "ui/bridge/lookout.h"

#include <QMetaObject>

namespace demarche::ui {

LibraryWatch::LibraryWatch(QObject* parent) : QObject(parent), m_lookout(new Lookout) {
  m_lookout->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_lookout, &QObject::deleteLater);
  connect(m_lookout, &Lookout::found, this, [this](const service::FileState& state, std::uint64_t number) {
    if (number == m_watched) Q_EMIT found(state);
  });
  m_thread.start();
}

LibraryWatch::~LibraryWatch() {
  m_thread.quit();
  m_thread.wait();
}

void LibraryWatch::watch(const std::shared_ptr<service::Session>& session) {
  ++m_watched;
  QMetaObject::invokeMethod(
      m_lookout,
      [lookout = m_lookout, held = std::weak_ptr(session), number = m_watched] {
        lookout->watch(held, number);
      },
      Qt::QueuedConnection);
}

void LibraryWatch::look() {
  QMetaObject::invokeMethod(m_lookout, &Lookout::look, Qt::QueuedConnection);
}

} // namespace demarche::ui
