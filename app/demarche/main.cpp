// SPDX-License-Identifier: Apache-2.0
#include "app/demarche/command_line.h"
#include "app/demarche/render.h"
#include "core/base/log.h"
#include "ui/bridge/installed_opener.h"
#include "ui/bridge/text.h"
#include "ui/shell/library_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/theme.h"
#include "ui/shell/translation.h"

#include <QApplication>
#include <QFile>
#include <QIcon>
#include <iostream>

namespace {

using namespace demarche;
using namespace Qt::StringLiterals;

bool hasDisplay() {
  return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
         !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

int openWindow(const std::string& library, ui::Settings& settings, ui::Translation& translation) {
  ui::LibraryClient client(ui::installedOpener());
  ui::MainWindow window(client, settings, translation);
  window.show();
  const QStringList recent = settings.recentLibraries();
  if (!library.empty()) {
    window.library().open(ui::toQString(library));
  } else if (!recent.isEmpty() && QFile::exists(recent.front())) {
    window.library().open(recent.front());
  }
  return QApplication::exec();
}

} // namespace

int main(int argc, char* argv[]) {
  base::startLogging();
  const std::variant<app::Call, app::ExitStatus> read = app::readCommandLine(argc, argv);
  if (const auto* status = std::get_if<app::ExitStatus>(&read)) return status->value;
  const auto& call = std::get<app::Call>(read);
  if (call.render && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  if (!hasDisplay()) {
    std::cerr << "demarche: there is no display to open a window on; --render draws without one\n";
    return 2;
  }

  QApplication application(argc, argv);
  QApplication::setApplicationName(u"demarche"_s);
  QApplication::setApplicationDisplayName(u"Démarche"_s);
  QApplication::setApplicationVersion(QStringLiteral(DEMARCHE_VERSION));
  QGuiApplication::setDesktopFileName(u"org.demarche.Demarche"_s);
  QApplication::setWindowIcon(QIcon(u":/icons/demarche.svg"_s));
  QApplication::setStyle(u"Fusion"_s);
  ui::Settings settings;
  ui::Translation translation;
  translation.use(settings.language());
  if (call.render) return app::render(call.library, *call.render);
  ui::applyTheme(settings.theme());
  return openWindow(call.library, settings, translation);
}
