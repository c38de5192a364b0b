// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/event_set.h"

#include <QAbstractTableModel>
#include <cstdint>
#include <vector>

namespace demarche::ui {

/// The events as a table, the equal of the timeline for those who read rows (or have them read to them).
class EventListModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { dateColumn, kindColumn, statusColumn, titleColumn, peopleColumn, placeColumn, sourcesColumn };
  static constexpr int columns = sourcesColumn + 1;

  using QAbstractTableModel::QAbstractTableModel;

  /// May be null: no events.
  void setEvents(EventSetPtr events);
  /// More is known of the events: what waited for it is sorted. What is in sight has to be painted anew;
  /// which rows that are only a view knows, and to tell it of a million would take longer than to paint them.
  void takeArrived();
  /// Says everything again, in the language that the window has now.
  void retranslate();
  /// noStory for an invalid index.
  [[nodiscard]] StoryRow eventAt(const QModelIndex& index) const;
  /// Invalid when the event is not in the list.
  [[nodiscard]] QModelIndex indexOf(StoryRow event) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;
  /// O(n log n); rows that compare equal keep the order of time. What is sorted by texts that have not been
  /// read yet is sorted when they arrive.
  void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

 private:
  void arrange();
  void arrangeAgain();

  EventSetPtr m_events;
  std::vector<std::uint32_t> m_order; ///< row of the table → place in the set
  std::vector<int> m_rows;            ///< and back
  bool m_ranksAwaited = false;
  int m_sortColumn = dateColumn;
  Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace demarche::ui
