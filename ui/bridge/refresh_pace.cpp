// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/refresh_pace.h"

#include <algorithm>

namespace demarche::ui {
namespace {

/// So many times as long as a refresh takes there is none.
constexpr int restShare = 3;

} // namespace

RefreshPace::RefreshPace(QObject* parent) : QObject(parent), m_later(this) {
  m_later.setSingleShot(true);
  connect(&m_later, &QTimer::timeout, this, &RefreshPace::consider);
}

void RefreshPace::found(std::int64_t version) {
  m_found = version;
  consider();
}

void RefreshPace::setWriting(bool writing) {
  m_writing = writing;
  consider();
}

void RefreshPace::asked() {
  m_awaiting = true;
  m_sinceAsked.start();
}

void RefreshPace::answered(std::int64_t version) {
  m_shown = version;
  const std::chrono::milliseconds took(m_sinceAsked.elapsed());
  m_pause = std::clamp(restShare * took, leastPause, longestPause);
  unanswered();
}

void RefreshPace::unanswered() {
  m_awaiting = false;
  consider();
}

void RefreshPace::forget() {
  m_found = m_shown = m_told = nothing;
  m_awaiting = false;
  m_pause = leastPause;
  m_sinceDue.invalidate();
  m_later.stop();
}

void RefreshPace::consider() {
  if (m_writing || m_awaiting || m_later.isActive()) return;
  if (m_shown == nothing || m_found <= std::max(m_shown, m_told)) return;
  if (m_sinceDue.isValid()) {
    const std::chrono::milliseconds left = m_pause - std::chrono::milliseconds(m_sinceDue.elapsed());
    if (left.count() > 0) {
      m_later.start(left);
      return;
    }
  }
  m_told = m_found;
  m_sinceDue.start();
  Q_EMIT due();
}

} // namespace demarche::ui
