// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/export_commands.h"

#include "ui/bridge/text.h"
#include "ui/timeline/render.h"
#include "ui/timeline/view.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace demarche::ui {

using namespace Qt::StringLiterals;

ExportCommands::ExportCommands(const TimelineView& timeline, Settings& settings, QWidget* window)
    : QObject(window), m_timeline(timeline), m_settings(settings), m_window(window) {}

QString ExportCommands::askForFile(const QString& title, const QString& ending, const QString& filters) {
  const QString library = QFileInfo(m_window->windowFilePath()).completeBaseName();
  const QString proposed =
      QDir(m_settings.folder()).filePath((library.isEmpty() ? u"timeline"_s : library) + u'.' + ending);
  QString file = QFileDialog::getSaveFileName(m_window, title, proposed, filters);
  if (file.isEmpty()) return file;
  if (QFileInfo(file).suffix().isEmpty()) file += u'.' + ending;
  m_settings.setFolder(QFileInfo(file).absolutePath());
  return file;
}

void ExportCommands::savePicture() {
  const QString file = askForFile(tr("Save picture"), u"png"_s, tr("Pictures (*.png *.svg *.pdf)"));
  if (file.isEmpty()) return;
  RenderOptions options;
  options.size = m_timeline.size();
  options.dark = m_timeline.palette().color(QPalette::Base).lightness() < 128;
  options.range = m_timeline.shownRange();
  options.title = QFileInfo(m_window->windowFilePath()).completeBaseName();
  const base::Result<void> drawn = renderTimeline(m_timeline.scene().snapshotPtr(), options, file);
  if (drawn) {
    Q_EMIT saved(file);
  } else {
    Q_EMIT failed(file, toQString(drawn.error().message));
  }
}

} // namespace demarche::ui
