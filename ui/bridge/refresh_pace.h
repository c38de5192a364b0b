// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <cstdint>

namespace demarche::ui {

/// When to ask anew for what others have changed: once something was read, and not for what was read already;
/// not while an answer is awaited, nor while one writes oneself and will ask anyway; at most twice a second,
/// and less often where reading and showing take longer, so that the window has most of its time for the
/// user.
class RefreshPace : public QObject {
  Q_OBJECT
 public:
  static constexpr std::chrono::milliseconds leastPause{500};
  static constexpr std::chrono::milliseconds longestPause{10'000};

  explicit RefreshPace(QObject* parent = nullptr);

  /// The library has this version now.
  void found(std::int64_t version);
  void setWriting(bool writing);
  void asked();
  /// What was asked for is shown, and was of this version.
  void answered(std::int64_t version);
  /// What was asked for could not be had.
  void unanswered();
  /// Begins anew, with another library.
  void forget();

 Q_SIGNALS:
  void due();

 private:
  void consider();

  static constexpr std::int64_t nothing = -1;
  std::int64_t m_found = nothing;
  std::int64_t m_shown = nothing;
  std::int64_t m_told = nothing; ///< what was due last; not told again if it could not be had
  bool m_writing = false;
  bool m_awaiting = false;
  std::chrono::milliseconds m_pause = leastPause;
  QElapsedTimer m_sinceAsked;
  QElapsedTimer m_sinceDue;
  QTimer m_later;
};

} // namespace demarche::ui
