// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/export_commands.h"

#include "core/exchange/format.h"
#include "ui/bridge/text.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <utility>

namespace demarche::ui {

using namespace Qt::StringLiterals;

namespace {

/// The core describes its formats in English; those known here are told in the window's language.
QString nameOf(const exchange::Format& format) {
  if (format.name == "json") return ExportCommands::tr("&JSON, with passages…");
  if (format.name == "csv") return ExportCommands::tr("&Table (CSV), one event a row…");
  return toQString(format.description) + u'…';
}

} // namespace

ExportCommands::ExportCommands(LibraryClient& client, Settings& settings,
                               std::function<model::Filter()> filter, QWidget* window)
    : QObject(window), m_client(client), m_settings(settings), m_filter(std::move(filter)), m_window(window) {
  connect(&client, &LibraryClient::exported, this, &ExportCommands::saved);
}

void ExportCommands::addFormatsTo(QMenu* menu) {
  for (const exchange::Format& format : exchange::formats()) {
    QAction* action = menu->addAction(QString(), this, [this, &format] { exportAs(format); });
    m_formats.push_back(action);
  }
  retranslate();
}

void ExportCommands::retranslate() {
  for (std::size_t i = 0; i < m_formats.size(); ++i)
    m_formats[i]->setText(nameOf(exchange::formats()[i]));
}

void ExportCommands::exportAs(const exchange::Format& format) {
  const QString ending = toQString(format.extension);
  const QString library = QFileInfo(m_window->windowFilePath()).completeBaseName();
  const QString proposed =
      QDir(m_settings.folder()).filePath((library.isEmpty() ? u"timeline"_s : library) + u'.' + ending);
  QString file = QFileDialog::getSaveFileName(m_window, tr("Export events"), proposed, u"*."_s + ending);
  if (file.isEmpty()) return;
  if (QFileInfo(file).suffix().isEmpty()) file += u'.' + ending;
  m_settings.setFolder(QFileInfo(file).absolutePath());
  m_client.exportEvents(m_filter(), toQString(format.name), file);
}

} // namespace demarche::ui
