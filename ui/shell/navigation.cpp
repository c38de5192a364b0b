// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/navigation.h"

#include "ui/shell/actions.h"
#include "ui/shell/filter_bar.h"
#include "ui/shell/go_to_date.h"
#include "ui/shell/view_history.h"
#include "ui/timeline/view.h"

#include <QAction>
#include <QMouseEvent>
#include <QWidget>

namespace demarche::ui {

Navigation::Navigation(TimelineView& timeline, FilterBar& filter, Actions& actions, QWidget* window)
    : QObject(window),
      m_timeline(timeline),
      m_filter(filter),
      m_actions(actions),
      m_history(new ViewHistory(this)),
      m_goToDate(new GoToDate(timeline)) {
  connect(&timeline, &TimelineView::rangeChanged, this, &Navigation::noteWhereWeAre);
  connect(&timeline, &TimelineView::eventsChanged, this, &Navigation::noteWhereWeAre);
  connect(&filter, &FilterBar::filterChanged, this, &Navigation::noteWhereWeAre);
  connect(m_history, &ViewHistory::changed, this, &Navigation::offerWays);
  connect(actions.back, &QAction::triggered, this, &Navigation::goBack);
  connect(actions.forward, &QAction::triggered, this, &Navigation::goForward);
  connect(actions.goToDate, &QAction::triggered, m_goToDate, &GoToDate::open);
  connect(actions.goToSelection, &QAction::triggered, &timeline, &TimelineView::goToSelection);
  window->installEventFilter(this);
  offerWays();
}

void Navigation::restart() {
  m_history->clear();
}

void Navigation::arrive() {
  noteWhereWeAre();
  m_history->settle();
}

void Navigation::noteWhereWeAre() {
  const auto [first, end] = m_timeline.shownDays();
  m_history->visit({first, end, m_timeline.showsAll(), m_filter.filter()});
}

void Navigation::goBack() {
  if (const auto place = m_history->back()) goTo(*place);
}

void Navigation::goForward() {
  if (const auto place = m_history->forward()) goTo(*place);
}

void Navigation::goTo(const Sighting& place) {
  const bool otherFilter = !(m_filter.filter() == place.filter);
  if (place.all && !otherFilter) {
    m_timeline.fitAll();
  } else {
    m_timeline.goTo(place.firstDay, place.endDay);
  }
  if (!otherFilter) return;
  m_filter.setFilter(place.filter);
  if (place.all) Q_EMIT allWanted();
}

void Navigation::offerWays() {
  m_actions.back->setEnabled(m_history->canGoBack());
  m_actions.forward->setEnabled(m_history->canGoForward());
}

/// The buttons of the mouse under the thumb, wherever in the window: what no part of it has taken.
bool Navigation::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::MouseButtonPress) return QObject::eventFilter(watched, event);
  const Qt::MouseButton button = static_cast<QMouseEvent*>(event)->button();
  if (button == Qt::BackButton) goBack();
  if (button == Qt::ForwardButton) goForward();
  return button == Qt::BackButton || button == Qt::ForwardButton;
}

} // namespace demarche::ui
