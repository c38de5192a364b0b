// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/event_menu.h"

#include "ui/bridge/text.h"
#include "ui/models/words.h"
#include "ui/shell/actions.h"
#include "ui/shell/event_list_view.h"
#include "ui/shell/filter_bar.h"
#include "ui/shell/selection.h"
#include "ui/timeline/view.h"

#include <QAction>
#include <QMenu>
#include <algorithm>
#include <functional>

namespace demarche::ui {
namespace {

constexpr std::size_t mostPeople = 12; ///< of a delegation; a longer menu nobody reads

/// A name as it stands, also where it has an ampersand.
QString asItStands(QString name) {
  return name.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

EventMenu::EventMenu(TimelineView& timeline, EventListView& list, Selection& selection, FilterBar& filter,
                     Actions& actions, QWidget* window)
    : QObject(window),
      m_timeline(timeline),
      m_selection(selection),
      m_filter(filter),
      m_actions(actions),
      m_window(window) {
  connect(&timeline, &TimelineView::menuWanted, this, &EventMenu::show);
  list.setContextMenuPolicy(Qt::CustomContextMenu);
  EventListView* const table = &list;
  connect(table, &QWidget::customContextMenuRequested, this,
          [this, table](QPoint point) { show(table->viewport()->mapToGlobal(point), std::nullopt); });
}

void EventMenu::show(const QPoint& place, const std::optional<PlacedMark>& mark) {
  auto* const menu = new QMenu(m_window);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  connect(&m_timeline, &TimelineView::eventsChanged, menu, &QMenu::close); // the mark is of those before
  if (mark && mark->mark.count > 1) addCluster(*menu, mark->mark);
  if (m_selection.event() != noStory) {
    menu->addAction(tr("&Read"), this, &EventMenu::readWanted);
    menu->addActions({m_actions.copy, m_actions.goToSelection});
    addShowOnly(*menu);
    menu->addSeparator();
  }
  menu->addActions({m_actions.selectAll, m_actions.fit});
  menu->popup(place);
}

/// What is done with it goes by its events: marks are others when one has moved meanwhile.
void EventMenu::addCluster(QMenu& menu, const timeline::Mark& mark) {
  const auto items = timeline::itemsOf(m_timeline.scene().layout(), mark);
  StoryRows rows;
  for (const std::uint32_t item : items)
    rows.push_back(m_timeline.scene().rowOf(item));
  const StoryRow heaviest = m_timeline.scene().rowOf(timeline::heaviestOf(m_timeline.scene().layout(), mark));
  std::ranges::sort(rows);
  menu.addAction(tr("Select all %n event(s)", "", static_cast<int>(rows.size())), this,
                 [this, rows, heaviest] { m_selection.set(heaviest, rows); });
  menu.addAction(tr("&List them"), &m_timeline, [this, mark] { m_timeline.listCluster(mark); });
  menu.addAction(tr("&Zoom to them"), &m_timeline, [this, mark] { m_timeline.openCluster(mark); });
  menu.addSeparator();
}

/// What the current event has; people and place as soon as its words have arrived.
void EventMenu::addShowOnly(QMenu& menu) {
  const EventSetPtr& events = m_timeline.scene().events();
  const model::Event* const event = events->find(m_selection.event());
  if (event == nullptr) return;
  QMenu* const only = menu.addMenu(tr("Show &only"));
  const auto add = [&](const QString& what, const std::function<void(model::Filter&)>& narrow) {
    only->addAction(asItStands(what), &m_filter, [this, narrow] {
      model::Filter filter = m_filter.filter();
      narrow(filter);
      m_filter.setFilter(filter);
    });
  };
  const model::EventKind kind = event->kind;
  add(Words::kind(kind), [kind](model::Filter& filter) { filter.kinds = {kind}; });
  if (event->place) {
    const std::string place = event->place->name;
    add(toQString(place), [place](model::Filter& filter) { filter.places = {place}; });
  }
  only->addSeparator();
  for (std::size_t i = 0; i < std::min(event->participants.size(), mostPeople); ++i) {
    const std::string name = event->participants[i].name;
    add(toQString(name), [name](model::Filter& filter) { filter.people = {name}; });
  }
}

} // namespace demarche::ui
