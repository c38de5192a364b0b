// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/event_list_model.h"

#include <QTreeView>

namespace demarche::ui {

/// The table of events, sortable by a click on a column's head; says what is selected and follows it. Of many
/// events that stand scattered in the order of the table (`mostStretches`) only the current one shows.
class EventListView : public QTreeView {
  Q_OBJECT
 public:
  explicit EventListView(QWidget* parent = nullptr);

  void setEvents(const EventSetPtr& events);
  /// With these selected, `selected` the current one, and the rows in view staying there.
  void setEvents(const EventSetPtr& events, StoryRow selected, const StoryRows& all);
  void select(StoryRow event);
  /// Several, `event` the current one.
  void select(StoryRow event, const StoryRows& all);
  [[nodiscard]] StoryRows allSelected() const;
  /// More is known of the events.
  void takeArrived();

 Q_SIGNALS:
  /// The user chose the current event, or others beside it; noStory when none is selected any more.
  void eventSelected(StoryRow event);
  /// Return or a double click: the user wants to read it.
  void eventActivated(StoryRow event);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void tellSelection();
  [[nodiscard]] QItemSelection rowsOf(const StoryRows& events) const;
  [[nodiscard]] StoryRow firstInViewOf(const EventSet& events) const;

  /// Stretches of rows from which on Qt takes seconds to compare two selections.
  static constexpr qsizetype mostStretches = 5000;

  EventListModel* m_model;
  StoryRow m_selected = noStory;
  bool m_following = false; ///< the selection changes because it was told to
};

} // namespace demarche::ui
