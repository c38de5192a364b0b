// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/library_client.h"
#include "ui/shell/settings.h"

#include <QObject>
#include <QStringList>

class QAction;
class QMenu;
class QWidget;

namespace demarche::ui {

/// Making, opening and filling libraries: asks the user which, and tells the client.
class LibraryCommands : public QObject {
  Q_OBJECT
 public:
  LibraryCommands(LibraryClient& client, Settings& settings, QWidget* window);

  /// Where articles go when no library is open: in the user's documents.
  [[nodiscard]] static QString defaultLibrary();

  void create();
  void open();
  void open(const QString& library);
  void addFiles();
  void addFolder();
  /// Opens or makes the default library when none is open.
  void add(const QStringList& inputs);
  /// The libraries used last, those that are gone greyed, then `last` to clear them.
  void fillRecent(QMenu* menu, QAction* last);

 private:
  LibraryClient& m_client;
  Settings& m_settings;
  QWidget* m_window;
};

} // namespace demarche::ui
