// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/event_list_view.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <algorithm>
#include <utility>

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
            if (m_following || !current.isValid()) return;
            m_selected = m_model->eventAt(current);
            Q_EMIT eventSelected(m_selected);
          });
  connect(this, &QTreeView::activated, this,
          [this](const QModelIndex& index) { Q_EMIT eventActivated(m_model->eventAt(index)); });
}

void EventListView::setEvents(const EventSetPtr& events) {
  const QScopedValueRollback following(m_following, true);
  m_model->setEvents(events);
  select(m_selected);
}

void EventListView::setEvents(const EventSetPtr& events, StoryRow selected) {
  const QScopedValueRollback following(m_following, true);
  const StoryRow first = firstInViewOf(*events);
  const int across = horizontalScrollBar()->value();
  m_model->setEvents(events);
  setAutoScroll(false);
  select(selected);
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
  if (!row.isValid()) clearSelection();
  setCurrentIndex(row);
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
