// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/view_history.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace demarche::ui {
namespace {

/// Of the stretch: headings that grow and windows that are resized move a view by a little that nobody asked
/// for.
constexpr double nearby = 0.03;

bool samePlace(const Sighting& a, const Sighting& b) {
  if (!(a.filter == b.filter)) return false;
  if (a.all && b.all) return true;
  const double reach = nearby * std::min(a.endDay - a.firstDay, b.endDay - b.firstDay);
  return std::abs(a.firstDay - b.firstDay) <= reach && std::abs(a.endDay - b.endDay) <= reach;
}

} // namespace

ViewHistory::ViewHistory(QObject* parent) : QObject(parent) {
  m_resting.setSingleShot(true);
  m_resting.setInterval(rest);
  connect(&m_resting, &QTimer::timeout, this, &ViewHistory::settle);
}

void ViewHistory::visit(const Sighting& here) {
  const bool before = canGoBack();
  if (!m_places.empty() && samePlace(here, m_places[m_at])) {
    m_passing.reset();
    m_resting.stop();
  } else {
    m_passing = here;
    m_resting.start();
  }
  if (canGoBack() != before) Q_EMIT changed();
}

void ViewHistory::settle() {
  m_resting.stop();
  if (!m_passing) return;
  if (!m_places.empty()) m_places.resize(m_at + 1);
  m_places.push_back(*std::exchange(m_passing, std::nullopt));
  if (m_places.size() > mostPlaces) m_places.erase(m_places.begin());
  m_at = m_places.size() - 1;
  Q_EMIT changed();
}

void ViewHistory::clear() {
  m_resting.stop();
  m_passing.reset();
  m_places.clear();
  m_at = 0;
  Q_EMIT changed();
}

bool ViewHistory::canGoBack() const {
  return m_at > 0 || (m_passing && !m_places.empty());
}

bool ViewHistory::canGoForward() const {
  return m_at + 1 < m_places.size();
}

std::optional<Sighting> ViewHistory::back() {
  settle(); // so that one can come forward to it
  if (m_at == 0) return std::nullopt;
  --m_at;
  Q_EMIT changed();
  return m_places[m_at];
}

std::optional<Sighting> ViewHistory::forward() {
  if (!canGoForward()) return std::nullopt;
  m_passing.reset();
  m_resting.stop();
  ++m_at;
  Q_EMIT changed();
  return m_places[m_at];
}

} // namespace demarche::ui
