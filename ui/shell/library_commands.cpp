// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/library_commands.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStandardPaths>

namespace demarche::ui {

using namespace Qt::StringLiterals;
using service::Session;

namespace {

constexpr auto extension = "demarche"_L1;

QString libraryFilter() {
  return LibraryCommands::tr("Libraries (*.demarche)");
}

bool isLibrary(const QString& file) {
  return QFileInfo(file).suffix() == extension;
}

} // namespace

LibraryCommands::LibraryCommands(LibraryClient& client, Settings& settings, QWidget* window)
    : QObject(window), m_client(client), m_settings(settings), m_window(window) {}

QString LibraryCommands::defaultLibrary() {
  const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  return documents.filePath(u"Articles.demarche"_s);
}

void LibraryCommands::create() {
  const QString proposed = QDir(m_settings.folder()).filePath(tr("Articles") + u'.' + extension);
  QString file = QFileDialog::getSaveFileName(m_window, tr("New library"), proposed, libraryFilter(), nullptr,
                                              QFileDialog::DontConfirmOverwrite);
  if (file.isEmpty()) return;
  if (QFileInfo(file).suffix().isEmpty()) file += u'.' + extension;
  m_settings.setFolder(QFileInfo(file).absolutePath());
  m_client.open(file, Session::Mode::create);
}

void LibraryCommands::open() {
  const QString file =
      QFileDialog::getOpenFileName(m_window, tr("Open library"), m_settings.folder(), libraryFilter());
  if (file.isEmpty()) return;
  m_settings.setFolder(QFileInfo(file).absolutePath());
  open(file);
}

void LibraryCommands::open(const QString& library) {
  m_client.open(library, Session::Mode::open);
}

void LibraryCommands::addFiles() {
  const QStringList files = QFileDialog::getOpenFileNames(
      m_window, tr("Add articles"), m_settings.folder(),
      tr("Articles (*.txt *.text *.htm *.html *.xhtml *.md)") + u";;"_s + tr("All files (*)"));
  if (files.isEmpty()) return;
  m_settings.setFolder(QFileInfo(files.front()).absolutePath());
  add(files);
}

void LibraryCommands::addFolder() {
  const QString folder =
      QFileDialog::getExistingDirectory(m_window, tr("Add a folder of articles"), m_settings.folder());
  if (folder.isEmpty()) return;
  m_settings.setFolder(folder);
  add({folder});
}

void LibraryCommands::add(const QStringList& inputs) {
  // A library that is dropped, alone, is meant to be opened.
  if (inputs.size() == 1 && isLibrary(inputs.front())) {
    open(inputs.front());
    return;
  }
  if (!m_client.isOpen() && !m_client.isOpening()) {
    const QString library = defaultLibrary();
    QDir().mkpath(QFileInfo(library).absolutePath());
    m_client.open(library, Session::Mode::openOrCreate);
  }
  m_client.add(inputs);
}

void LibraryCommands::fillRecent(QMenu* menu, QAction* last) {
  menu->clear();
  for (const QString& library : m_settings.recentLibraries()) {
    QString shown = QDir::toNativeSeparators(library);
    QAction* action = menu->addAction(shown.replace(u'&', u"&&"_s), this, [this, library] { open(library); });
    action->setEnabled(QFile::exists(library));
  }
  if (!menu->isEmpty()) menu->addSeparator();
  last->setEnabled(!menu->isEmpty());
  menu->addAction(last);
}

} // namespace demarche::ui
