// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/support/fake_session.h"
#include "ui/shell/event_list_view.h"
#include "ui/shell/library_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/shell/translation.h"
#include "ui/timeline/view.h"

#include <QTemporaryDir>
#include <QtTest>
#include <memory>
#include <utility>

namespace demarche::test {

/// The whole window in English over a library in memory, open and with its events in view.
struct ShownWindow {
  explicit ShownWindow(std::shared_ptr<FakeSession> library, QSize size = {1200, 800})
      : session(std::move(library)),
        settings(folder.filePath(QStringLiteral("settings.ini"))),
        client(openerOf(session)),
        window(client, settings, translation) {
    translation.use(QStringLiteral("en"));
    window.resize(size);
    window.show();
    window.library().open(QStringLiteral("fake.demarche"));
    QTRY_VERIFY(list->model()->rowCount() > 0);
    // The first events are fitted into view once all has its size.
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
  }

  QTemporaryDir folder;
  std::shared_ptr<FakeSession> session;
  ui::Settings settings;
  ui::Translation translation;
  ui::LibraryClient client;
  ui::MainWindow window;
  ui::EventListView* list = window.findChild<ui::EventListView*>();
  ui::TimelineView* timeline = window.findChild<ui::TimelineView*>();
};

} // namespace demarche::test
