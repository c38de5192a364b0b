// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/event_list_model.h"

#include <QTreeView>

namespace demarche::ui {

/// The table of events, sortable by a click on a column's head; says what is selected and follows it.
class EventListView : public QTreeView {
  Q_OBJECT
 public:
  explicit EventListView(QWidget* parent = nullptr);

  void setEvents(const EventSetPtr& events);
  /// With this one selected, and the rows in view staying there.
  void setEvents(const EventSetPtr& events, StoryRow selected);
  void select(StoryRow event);
  /// More is known of the events.
  void takeArrived();

 Q_SIGNALS:
  void eventSelected(StoryRow event);
  /// Return or a double click: the user wants to read it.
  void eventActivated(StoryRow event);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] StoryRow firstInViewOf(const EventSet& events) const;

  EventListModel* m_model;
  StoryRow m_selected = noStory;
  bool m_following = false; ///< the selection changes because it was told to
};

} // namespace demarche::ui
