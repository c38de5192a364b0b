// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

namespace demarche::ui {

class Actions;
class FilterBar;
class GoToDate;
class TimelineView;
class ViewHistory;
struct Sighting;

/// Takes the window from one view of the events to another: back and forward through where one has been, the
/// filter with it, and to a date or an event.
class Navigation : public QObject {
  Q_OBJECT
 public:
  /// What is handed in outlives it.
  Navigation(TimelineView& timeline, FilterBar& filter, Actions& actions, QWidget* window);

  /// Another library: nothing leads back from it.
  void restart();
  /// The first view of a library, which is one to go back to from the start.
  void arrive();

 Q_SIGNALS:
  /// The events that the filter now lets through are to be shown all.
  void allWanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void noteWhereWeAre();
  void goTo(const Sighting& place);
  void goBack();
  void goForward();
  void offerWays();

  TimelineView& m_timeline;
  FilterBar& m_filter;
  Actions& m_actions;
  ViewHistory* m_history;
  GoToDate* m_goToDate;
};

} // namespace demarche::ui
