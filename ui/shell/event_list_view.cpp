// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/event_list_view.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <algorithm>
#include <utility>
#include <vector>

namespace demarche::ui {
namespace {

constexpr int rowPadding = 6;

// In letters. The title takes what is left, and where too little is left the table scrolls.
constexpr int leastTitleWidth = 24;
constexpr std::pair<int, int> startingWidths[] = {
    {EventListModel::dateColumn, 27},   {EventListModel::kindColumn, 14},
    {EventListModel::statusColumn, 11}, {EventListModel::peopleColumn, 20},
    {EventListModel::placeColumn, 15},  {EventListModel::sourcesColumn, 9}};

class RoomyRows : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, rowPadding);
  }
};

} // namespace

EventListView::EventListView(QWidget* parent) : QTreeView(parent), m_model(new EventListModel(this)) {
  setModel(m_model);
  setRootIsDecorated(false);
  setUniformRowHeights(true);
  setItemDelegate(new RoomyRows(this));
  setAlternatingRowColors(true);
  setSelectionBehavior(SelectRows);
  setSelectionMode(ExtendedSelection);
  setAllColumnsShowFocus(true);
  setFrameShape(NoFrame);
  setSortingEnabled(true);
  header()->setStretchLastSection(false);
  header()->setSortIndicator(EventListModel::dateColumn, Qt::AscendingOrder);
  const int letter = fontMetrics().averageCharWidth();
  for (const auto& [column, letters] : startingWidths)
    setColumnWidth(column, letters * letter);
  setAccessibleName(tr("Events"));
  connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) {
            // A click makes a row the current one before it is selected.
            if (selectionModel()->isSelected(current)) tellSelection();
          });
  connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &EventListView::tellSelection);
  connect(this, &QTreeView::activated, this,
          [this](const QModelIndex& index) { Q_EMIT eventActivated(m_model->eventAt(index)); });
}

void EventListView::setEvents(const EventSetPtr& events) {
  const QScopedValueRollback following(m_following, true);
  m_model->setEvents(events);
  select(m_selected);
}

void EventListView::setEvents(const EventSetPtr& events, StoryRow selected, const StoryRows& all) {
  const QScopedValueRollback following(m_following, true);
  const StoryRow first = firstInViewOf(*events);
  const int across = horizontalScrollBar()->value();
  m_model->setEvents(events);
  setAutoScroll(false);
  select(selected, all);
  setAutoScroll(true);
  if (const QModelIndex row = m_model->indexOf(first); row.isValid()) scrollTo(row, PositionAtTop);
  horizontalScrollBar()->setValue(across);
}

/// The uppermost event in view that is among these, too.
StoryRow EventListView::firstInViewOf(const EventSet& events) const {
  for (QModelIndex row = indexAt({0, 0}); row.isValid(); row = indexBelow(row))
    if (const StoryRow event = m_model->eventAt(row); events.placeOf(event)) return event;
  return noStory;
}

void EventListView::select(StoryRow event) {
  const QScopedValueRollback following(m_following, true);
  m_selected = event;
  const QModelIndex row = m_model->indexOf(event);
  // Not by setCurrentIndex(), which asks what keys are held.
  if (row.isValid())
    selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  else
    selectionModel()->clear();
}

void EventListView::select(StoryRow event, const StoryRows& all) {
  if (all.size() < 2) return select(event);
  const QScopedValueRollback following(m_following, true);
  m_selected = event;
  const QModelIndex current = m_model->indexOf(event);
  const QItemSelection rows = rowsOf(all);
  if (rows.size() > mostStretches) return select(event);
  selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
  selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

StoryRows EventListView::allSelected() const {
  StoryRows events;
  for (const QItemSelectionRange& range : selectionModel()->selection())
    for (int row = range.top(); row <= range.bottom(); ++row)
      events.push_back(m_model->eventAt(m_model->index(row, 0)));
  std::ranges::sort(events);
  events.erase(std::unique(events.begin(), events.end()), events.end());
  return events;
}

/// Neighbouring rows as one range.
QItemSelection EventListView::rowsOf(const StoryRows& events) const {
  std::vector<int> rows;
  rows.reserve(events.size());
  for (const StoryRow event : events)
    if (const QModelIndex index = m_model->indexOf(event); index.isValid()) rows.push_back(index.row());
  std::ranges::sort(rows);
  QItemSelection selection;
  for (std::size_t first = 0; first < rows.size() && selection.size() <= mostStretches;) {
    std::size_t end = first + 1;
    while (end < rows.size() && rows[end] == rows[end - 1] + 1)
      ++end;
    selection.append(QItemSelectionRange(m_model->index(rows[first], 0),
                                         m_model->index(rows[end - 1], EventListModel::columns - 1)));
    first = end;
  }
  return selection;
}

/// The current row may not be selected any more: then it is the first of those that are.
void EventListView::tellSelection() {
  if (m_following) return;
  const QItemSelection selection = selectionModel()->selection();
  QModelIndex current = currentIndex();
  if (!selectionModel()->isSelected(current))
    current = selection.isEmpty() ? QModelIndex() : QModelIndex(selection.first().topLeft());
  m_selected = m_model->eventAt(current);
  Q_EMIT eventSelected(m_selected);
}

void EventListView::takeArrived() {
  m_model->takeArrived();
  viewport()->update();
}

void EventListView::resizeEvent(QResizeEvent* event) {
  QTreeView::resizeEvent(event);
  const int others = header()->length() - columnWidth(EventListModel::titleColumn);
  const int least = leastTitleWidth * fontMetrics().averageCharWidth();
  setColumnWidth(EventListModel::titleColumn, std::max(least, viewport()->width() - others));
}

void EventListView::changeEvent(QEvent* event) {
  QTreeView::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  setAccessibleName(tr("Events"));
  m_model->retranslate();
}

} // namespace demarche::ui
