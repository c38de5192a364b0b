// SPDX-License-Identifier: Apache-2.0
#include "ui/models/event_list_model.h"

#include "ui/bridge/text.h"
#include "ui/models/words.h"

#include <QCollator>
#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

namespace demarche::ui {
namespace {

int sourceCount(const model::Event& event) {
  std::set<std::string_view> sources;
  for (const model::Passage& passage : event.passages)
    sources.insert(passage.article);
  return static_cast<int>(sources.size());
}

QString cell(const model::Event& event, int column) {
  switch (column) {
  case EventListModel::dateColumn:
    return Words::date(event.date);
  case EventListModel::kindColumn:
    return Words::kind(event.kind);
  case EventListModel::statusColumn:
    return Words::status(event.status);
  case EventListModel::titleColumn:
    return toQString(event.title);
  case EventListModel::peopleColumn:
    return Words::people(event.participants);
  case EventListModel::placeColumn:
    return Words::place(event);
  case EventListModel::sourcesColumn:
    return QString::number(sourceCount(event));
  default:
    return {};
  }
}

/// What orders a column that is not text: by first and last possible day (unknown dates after all others), by
/// the order of kinds and statuses, by number of sources.
std::pair<std::int64_t, std::int64_t> rank(const model::Event& event, int column) {
  switch (column) {
  case EventListModel::dateColumn: {
    const std::optional<time::DayRange> days = event.date.bounds();
    if (!days) return {INT64_MAX, INT64_MAX};
    return {days->first.time_since_epoch().count(), days->last.time_since_epoch().count()};
  }
  case EventListModel::kindColumn:
    return {static_cast<int>(event.kind), 0};
  case EventListModel::statusColumn:
    return {static_cast<int>(event.status), 0};
  default:
    return {sourceCount(event), 0};
  }
}

bool isText(int column) {
  return column == EventListModel::titleColumn || column == EventListModel::peopleColumn ||
         column == EventListModel::placeColumn;
}

template <typename Key>
void sortBy(std::vector<std::size_t>& order, const std::vector<Key>& keys, Qt::SortOrder direction) {
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return direction == Qt::AscendingOrder ? keys[a] < keys[b] : keys[b] < keys[a];
  });
}

} // namespace

void EventListModel::setEvents(EventSetPtr events) {
  beginResetModel();
  m_events = std::move(events);
  arrange();
  endResetModel();
}

void EventListModel::arrange() {
  const std::size_t count = m_events ? m_events->events().size() : 0;
  m_order.resize(count);
  std::iota(m_order.begin(), m_order.end(), std::size_t{0});
  if (isText(m_sortColumn)) {
    const QCollator collator;
    std::vector<QCollatorSortKey> keys;
    keys.reserve(count);
    for (std::size_t row = 0; row < count; ++row)
      keys.push_back(collator.sortKey(cell(m_events->events()[row], m_sortColumn)));
    sortBy(m_order, keys, m_sortOrder);
  } else {
    std::vector<std::pair<std::int64_t, std::int64_t>> keys;
    keys.reserve(count);
    for (std::size_t row = 0; row < count; ++row)
      keys.push_back(rank(m_events->events()[row], m_sortColumn));
    sortBy(m_order, keys, m_sortOrder);
  }
  m_rows.resize(count);
  for (std::size_t row = 0; row < count; ++row)
    m_rows[m_order[row]] = static_cast<int>(row);
}

void EventListModel::retranslate() {
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
  if (!m_order.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

QString EventListModel::idAt(const QModelIndex& index) const {
  return index.isValid() ? toQString(eventAt(index.row()).id) : QString();
}

QModelIndex EventListModel::indexOf(const QString& id) const {
  const std::optional<std::size_t> row = m_events ? m_events->rowOf(id) : std::nullopt;
  return row ? index(m_rows[*row], dateColumn) : QModelIndex();
}

int EventListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int EventListModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : columns;
}

QVariant EventListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const model::Event& event = eventAt(index.row());
  switch (role) {
  case Qt::DisplayRole:
    return cell(event, index.column());
  case Qt::ToolTipRole:
    return index.column() == dateColumn ? toQString(event.date.str()) : cell(event, index.column());
  case Qt::TextAlignmentRole:
    if (index.column() == sourcesColumn) return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return {};
  case idRole:
    return toQString(event.id);
  default:
    return {};
  }
}

QVariant EventListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
  case dateColumn:
    return tr("Date");
  case kindColumn:
    return tr("Kind");
  case statusColumn:
    return tr("Status");
  case titleColumn:
    return tr("Event");
  case peopleColumn:
    return tr("People");
  case placeColumn:
    return tr("Place");
  case sourcesColumn:
    return tr("Sources");
  default:
    return {};
  }
}

void EventListModel::sort(int column, Qt::SortOrder order) {
  if (column < 0 || column >= columns) return;
  Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
  const QModelIndexList before = persistentIndexList();
  std::vector<std::size_t> rows;
  for (const QModelIndex& index : before)
    rows.push_back(m_order[index.row()]);
  m_sortColumn = column;
  m_sortOrder = order;
  arrange();
  QModelIndexList after;
  for (qsizetype i = 0; i < before.size(); ++i)
    after += index(m_rows[rows[i]], before[i].column());
  changePersistentIndexList(before, after);
  Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace demarche::ui
