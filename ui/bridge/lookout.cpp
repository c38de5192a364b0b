// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/lookout.h"

#include "ui/bridge/text.h"

#include <QFileInfo>
#include <chrono>
#include <utility>

namespace demarche::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto regularly = 2s;
/// Of a burst of changes only so many are looked at.
constexpr auto atLeastApart = 100ms;

} // namespace

Lookout::Lookout(QObject* parent) : QObject(parent), m_watcher(this), m_regularly(this), m_soon(this) {
  m_regularly.setInterval(regularly);
  m_soon.setInterval(atLeastApart);
  m_soon.setSingleShot(true);
  connect(&m_regularly, &QTimer::timeout, this, &Lookout::look);
  connect(&m_soon, &QTimer::timeout, this, &Lookout::lookAtLast);
  connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &Lookout::stirred);
  connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &Lookout::stirred);
}

void Lookout::watch(const std::weak_ptr<service::Session>& session, std::uint64_t number) {
  m_session = session;
  m_number = number;
  m_last.reset();
  m_stirredAgain = false;
  m_soon.stop();
  m_regularly.stop();
  if (const QStringList before = m_watcher.files() + m_watcher.directories(); !before.isEmpty())
    m_watcher.removePaths(before);
  const std::shared_ptr<service::Session> held = m_session.lock();
  if (!held) return;
  const QFileInfo file(toQString(held->path().string()));
  m_file = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
  m_regularly.start();
  look();
}

/// What stirs has often not ended yet: a change that comes while one waits to look is looked for once more.
void Lookout::stirred() {
  if (m_soon.isActive()) {
    m_stirredAgain = true;
  } else {
    m_soon.start();
  }
}

void Lookout::lookAtLast() {
  look();
  if (std::exchange(m_stirredAgain, false)) m_soon.start();
}

void Lookout::look() {
  const std::shared_ptr<service::Session> session = m_session.lock();
  if (!session) return;
  listen();
  const base::Result<service::FileState> state = session->fileState();
  if (!state || m_last == *state) return; // what cannot be read now is looked at again later
  m_last = *state;
  Q_EMIT found(*state, m_number);
}

/// A file that goes is not listened to any more; its folder tells when it comes again.
void Lookout::listen() {
  for (const QString& path : {QFileInfo(m_file).absolutePath(), m_file, m_file + QStringLiteral("-wal")}) {
    const bool listening = m_watcher.files().contains(path) || m_watcher.directories().contains(path);
    if (!listening && QFileInfo::exists(path)) m_watcher.addPath(path);
  }
}

} // namespace demarche::ui
