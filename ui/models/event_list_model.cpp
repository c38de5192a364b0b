// SPDX-License-Identifier: Apache-2.0
#include "ui/models/event_list_model.h"

#include "core/library/catalogue/catalogue.h"
#include "ui/bridge/text.h"
#include "ui/models/words.h"

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

std::optional<TextColumn> textsOf(int column) {
  switch (column) {
  case EventListModel::titleColumn:
    return TextColumn::title;
  case EventListModel::peopleColumn:
    return TextColumn::people;
  case EventListModel::placeColumn:
    return TextColumn::place;
  default:
    return std::nullopt;
  }
}

/// What orders a column that is not text, by place in the catalogue: the order of kinds and statuses, the
/// number of sources.
std::uint32_t rank(const library::Traits& traits, int column) {
  switch (column) {
  case EventListModel::kindColumn:
    return static_cast<std::uint32_t>(traits.kind);
  case EventListModel::statusColumn:
    return static_cast<std::uint32_t>(traits.status);
  default:
    return traits.articles;
  }
}

/// Nothing where they are in order as they are: the events of a set are, by date.
std::optional<TextRanks> ranksOf(const EventSet& events, int column) {
  if (column == EventListModel::dateColumn) return std::nullopt;
  if (const auto texts = textsOf(column)) {
    const TextRanks* const ranks = events.ranks(*texts);
    return ranks == nullptr ? std::nullopt : std::optional(*ranks);
  }
  TextRanks ranks;
  ranks.reserve(events.count());
  for (const std::size_t place : events.placesInCatalogue())
    ranks.push_back(rank(events.snapshot()->catalogue->traits[place], column));
  return ranks;
}

/// Backwards, what compares equal keeps its order too.
void sortBy(std::vector<std::uint32_t>& order, const TextRanks& ranks, Qt::SortOrder direction) {
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return direction == Qt::AscendingOrder ? ranks[a] < ranks[b] : ranks[b] < ranks[a];
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
  const std::size_t count = m_events ? m_events->count() : 0;
  m_order.resize(count);
  std::iota(m_order.begin(), m_order.end(), 0);
  const auto ranks = m_events ? ranksOf(*m_events, m_sortColumn) : std::nullopt;
  m_ranksAwaited = !ranks && m_sortColumn != dateColumn && count > 0;
  if (ranks)
    sortBy(m_order, *ranks, m_sortOrder);
  else if (m_sortColumn == dateColumn && m_sortOrder == Qt::DescendingOrder)
    std::ranges::reverse(m_order);
  m_rows.resize(count);
  for (std::size_t row = 0; row < count; ++row)
    m_rows[m_order[row]] = static_cast<int>(row);
}

void EventListModel::takeArrived() {
  if (m_ranksAwaited && m_events->ranks(*textsOf(m_sortColumn)) != nullptr) arrangeAgain();
}

void EventListModel::retranslate() {
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
  if (!m_order.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

StoryRow EventListModel::eventAt(const QModelIndex& index) const {
  return index.isValid() ? m_events->rowAt(m_order[index.row()]) : noStory;
}

QModelIndex EventListModel::indexOf(StoryRow event) const {
  const std::optional<std::size_t> place = m_events ? m_events->placeOf(event) : std::nullopt;
  return place ? index(m_rows[*place], dateColumn) : QModelIndex();
}

int EventListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int EventListModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : columns;
}

QVariant EventListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role == Qt::TextAlignmentRole)
    return index.column() == sourcesColumn ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                           : QVariant();
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  const model::Event* const event = m_events->find(eventAt(index));
  if (event == nullptr) return {};
  return role == Qt::ToolTipRole && index.column() == dateColumn ? toQString(event->date.str())
                                                                 : cell(*event, index.column());
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
  m_sortColumn = column;
  m_sortOrder = order;
  arrangeAgain();
}

void EventListModel::arrangeAgain() {
  Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
  const QModelIndexList before = persistentIndexList();
  std::vector<std::uint32_t> places;
  for (const QModelIndex& index : before)
    places.push_back(m_order[index.row()]);
  arrange();
  QModelIndexList after;
  for (qsizetype i = 0; i < before.size(); ++i)
    after += index(m_rows[places[i]], before[i].column());
  changePersistentIndexList(before, after);
  Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace demarche::ui
