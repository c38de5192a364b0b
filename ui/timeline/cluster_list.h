// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/event_set.h"

#include <QFrame>
#include <cstddef>

class QListView;

namespace demarche::ui {

class ClusterListModel;

/// The events of a cluster as a list beside it, which comes up and goes away as a menu does: by arrow keys
/// and Enter, or a click, one chooses an event.
class ClusterList : public QFrame {
  Q_OBJECT
 public:
  /// More than these nobody looks through; how many others there are is told.
  static constexpr std::size_t mostListed = 300;

  /// `rows` are at most `mostListed`, those of the greatest weight first; `all` is how many there are.
  ClusterList(EventSetPtr events, std::vector<StoryRow> rows, std::size_t all, QWidget* parent);

  /// Below `mark`, in the coordinates of the screen, or above it where there is no room.
  void showBeside(const QRect& mark);
  /// More is known of the events.
  void takeArrived();

 Q_SIGNALS:
  void chosen(StoryRow event);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void pick(const QModelIndex& index);

  ClusterListModel* m_model;
  QListView* m_list;
};

} // namespace demarche::ui
