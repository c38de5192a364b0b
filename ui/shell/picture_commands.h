// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/settings.h"
#include "ui/timeline/render.h"

#include <QObject>

class QPrinter;
class QWidget;

namespace demarche::ui {

class TimelineView;

/// Puts a picture of this size in points onto the printer's page, as large as it fills: lines and text, which
/// are as sharp as the printer is.
void printTimeline(QPrinter& printer, const EventSetPtr& events, RenderOptions options);

/// Pictures of the timeline: as files, on the clipboard, on paper.
class PictureCommands : public QObject {
  Q_OBJECT
 public:
  /// What is handed in outlives the commands.
  PictureCommands(const TimelineView& timeline, Settings& settings, QWidget* window);

  /// Asks what it is to show and where to.
  void save();
  /// What the timeline shows, with twice the points of the screen.
  void copy();
  /// What the timeline shows, after a preview.
  void print();

 Q_SIGNALS:
  void saved(const QString& file);
  void copied();
  void failed(const QString& about, const QString& why);

 private:
  [[nodiscard]] QString title() const;
  [[nodiscard]] QString askForFile(const QString& ending);

  const TimelineView& m_timeline;
  Settings& m_settings;
  QWidget* m_window;
};

} // namespace demarche::ui
