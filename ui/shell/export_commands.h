// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/settings.h"

#include <QObject>

class QWidget;

namespace demarche::ui {

class TimelineView;

/// What leaves the window as a file: asks the user where to, writes, and says what came of it.
class ExportCommands : public QObject {
  Q_OBJECT
 public:
  ExportCommands(const TimelineView& timeline, Settings& settings, QWidget* window);

  /// The stretch of time that the timeline shows now, as it looks now.
  void savePicture();

 Q_SIGNALS:
  void saved(const QString& file);
  void failed(const QString& file, const QString& why);

 private:
  [[nodiscard]] QString askForFile(const QString& title, const QString& ending, const QString& filters);

  const TimelineView& m_timeline;
  Settings& m_settings;
  QWidget* m_window;
};

} // namespace demarche::ui
