// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/filter.h"
#include "ui/bridge/library_client.h"
#include "ui/shell/settings.h"

#include <QObject>
#include <functional>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace demarche::exchange {
struct Format;
}

namespace demarche::ui {

/// Events that leave the window as a file: asks the user where to, writes, and says what came of it.
class ExportCommands : public QObject {
  Q_OBJECT
 public:
  /// `filter` says which events the window shows.
  ExportCommands(LibraryClient& client, Settings& settings, std::function<model::Filter()> filter,
                 QWidget* window);

  /// An entry for every format that the core can write.
  void addFormatsTo(QMenu* menu);
  void retranslate();

 Q_SIGNALS:
  void saved(const QString& file);

 private:
  void exportAs(const exchange::Format& format);

  LibraryClient& m_client;
  Settings& m_settings;
  std::function<model::Filter()> m_filter;
  QWidget* m_window;
  std::vector<QAction*> m_formats; ///< in the order of exchange::formats()
};

} // namespace demarche::ui
