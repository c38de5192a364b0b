// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/kept_filters.h"

#include "ui/bridge/library_client.h"
#include "ui/bridge/text.h"
#include "ui/shell/filter_bar.h"
#include "ui/shell/menu_entry.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>
#include <utility>

namespace demarche::ui {

KeptFilters::KeptFilters(LibraryClient& client, FilterBar& filter, QWidget* window)
    : QObject(window), m_client(client), m_filter(filter), m_window(window) {
  connect(&client, &LibraryClient::savedFiltersReady, this,
          [this](const std::vector<model::SavedFilter>& kept) {
            m_kept = kept;
            fill();
          });
  connect(&client, &LibraryClient::opened, &client, &LibraryClient::requestSavedFilters);
}

void KeptFilters::addTo(QMenu* menu) {
  m_menu = menu;
  m_keep = menu->addAction(QString(), this, &KeptFilters::askForName);
  m_forget = menu->addMenu(QString());
  menu->addSeparator();
  connect(menu, &QMenu::aboutToShow, &m_client, &LibraryClient::requestSavedFilters);
  fill();
  retranslate();
}

void KeptFilters::retranslate() {
  m_keep->setText(tr("&Keep this filter…"));
  m_forget->setTitle(tr("&Forget"));
}

void KeptFilters::fill() {
  for (QAction* action : std::exchange(m_choices, {})) {
    m_menu->removeAction(action);
    action->deleteLater();
  }
  m_forget->clear();
  for (const model::SavedFilter& kept : m_kept) {
    m_choices.push_back(m_menu->addAction(asEntry(toQString(kept.name)), this,
                                          [this, kept] { m_filter.setFilter(kept.filter); }));
    m_forget->addAction(asEntry(toQString(kept.name)), this,
                        [this, name = toQString(kept.name)] { m_client.removeFilter(name); });
  }
  m_forget->setEnabled(!m_kept.empty());
  m_keep->setEnabled(m_client.isOpen());
}

void KeptFilters::askForName() {
  auto* const dialog = new QInputDialog(m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Keep filter"));
  dialog->setLabelText(tr("A name for it; one that is kept under this name is replaced:"));
  connect(dialog, &QInputDialog::textValueSelected, this, &KeptFilters::keep);
  dialog->open();
}

void KeptFilters::keep(const QString& name) {
  if (!name.trimmed().isEmpty()) m_client.saveFilter({toUtf8(name.trimmed()), m_filter.filter()});
}

} // namespace demarche::ui
