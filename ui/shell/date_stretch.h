// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/snapshot.h"

#include <QCoreApplication>
#include <QString>

namespace demarche::ui {

/// A stretch of time as somebody types it: a date as the project writes it (2023-05, 197X, 2018/2019).
class DateStretch {
  Q_DECLARE_TR_FUNCTIONS(DateStretch)

 public:
  /// An open end goes as far as the events do.
  [[nodiscard]] static DateStretch read(const QString& text, const timeline::Extent& events);

  /// Empty when the text is a date; else what to say to whoever typed it.
  [[nodiscard]] const QString& whyNot() const { return m_whyNot; }
  /// Its days, from the first up to, not including, `end()`.
  [[nodiscard]] double first() const { return m_first; }
  [[nodiscard]] double end() const { return m_end; }

 private:
  [[nodiscard]] static QString whatIsWrong(const QString& text);

  QString m_whyNot;
  double m_first = 0;
  double m_end = 0;
};

} // namespace demarche::ui
