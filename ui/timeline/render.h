// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "ui/bridge/event_set.h"

#include <QDate>
#include <QLocale>
#include <QSize>
#include <QString>
#include <optional>
#include <utility>

namespace demarche::ui {

/// A picture of a timeline, made without a window.
struct RenderOptions {
  QSize size{1280, 800}; ///< pixels; in a PDF points of 1/96 inch
  bool dark = false;
  /// First and last day shown; from the first to the last event when absent.
  std::optional<std::pair<QDate, QDate>> range;
  QString title;
  QLocale locale;
  QDate today = QDate::currentDate();
};

/// Draws into `path`, whose ending says how: png, svg or pdf. The file is written whole or not at all.
/// Needs a QGuiApplication (`offscreen` will do).
[[nodiscard]] base::Result<void> renderTimeline(const EventSetPtr& events, const RenderOptions& options,
                                                const QString& path);

} // namespace demarche::ui
