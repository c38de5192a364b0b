// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/show_menu.h"

#include "ui/models/choices.h"
#include "ui/models/words.h"
#include "ui/shell/filter_bar.h"
#include "ui/timeline/view.h"

#include <QAction>
#include <QMenu>

namespace demarche::ui {

ShowMenu::ShowMenu(TimelineView& timeline, FilterBar& filter, QObject* parent)
    : QObject(parent), m_timeline(timeline), m_filter(filter) {
  connect(&timeline, &TimelineView::kindToggled, this, &ShowMenu::toggleKind);
  connect(&timeline, &TimelineView::statusToggled, this, &ShowMenu::toggleStatus);
  connect(&filter, &FilterBar::filterChanged, this, &ShowMenu::follow);
  follow();
}

void ShowMenu::addTo(QMenu* menu) {
  const auto addChoice = [menu] {
    QAction* const action = menu->addAction(QString());
    action->setCheckable(true);
    return action;
  };
  for (const model::EventKind kind : model::allEventKinds) {
    m_kinds.emplace_back(kind, addChoice());
    connect(m_kinds.back().second, &QAction::triggered, this, [this, kind] { toggleKind(kind); });
  }
  menu->addSeparator();
  for (const model::EventStatus status : model::allEventStatuses) {
    m_statuses.emplace_back(status, addChoice());
    connect(m_statuses.back().second, &QAction::triggered, this, [this, status] { toggleStatus(status); });
  }
  menu->addSeparator();
  m_all = menu->addAction(QString());
  connect(m_all, &QAction::triggered, this, [this] {
    model::Filter filter = m_filter.filter();
    filter.kinds.clear();
    filter.statuses.clear();
    m_filter.setFilter(filter);
  });
  follow();
  retranslate();
}

void ShowMenu::retranslate() {
  for (const auto& [kind, action] : m_kinds)
    action->setText(Words::kind(kind));
  for (const auto& [status, action] : m_statuses)
    action->setText(Words::status(status));
  if (m_all != nullptr) m_all->setText(tr("&All kinds and statuses"));
}

void ShowMenu::toggleKind(model::EventKind kind) {
  model::Filter filter = m_filter.filter();
  filter.kinds = toggled(filter.kinds, kind, model::allEventKinds);
  m_filter.setFilter(filter);
}

void ShowMenu::toggleStatus(model::EventStatus status) {
  model::Filter filter = m_filter.filter();
  filter.statuses = toggled(filter.statuses, status, model::allEventStatuses);
  m_filter.setFilter(filter);
}

void ShowMenu::follow() {
  const model::Filter filter = m_filter.filter();
  for (const auto& [kind, action] : m_kinds)
    action->setChecked(letsThrough(filter.kinds, kind));
  for (const auto& [status, action] : m_statuses)
    action->setChecked(letsThrough(filter.statuses, status));
  if (m_all != nullptr) m_all->setEnabled(!filter.kinds.empty() || !filter.statuses.empty());
  m_timeline.setFilter(filter);
}

} // namespace demarche::ui
