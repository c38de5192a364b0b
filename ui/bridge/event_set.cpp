// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/event_set.h"

#include "core/library/catalogue/catalogue.h"
#include "core/time/extent.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace demarche::ui {
namespace {

/// Kept beside those looked at since: some screens full.
constexpr qsizetype mostRecent = 2000;

bool isSame(const model::Passage& a, const model::Passage& b) {
  return a.article == b.article && a.span == b.span && a.text == b.text;
}

timeline::DayNumber dayNumber(time::Day day) {
  return static_cast<timeline::DayNumber>(day.time_since_epoch().count());
}

} // namespace

std::optional<std::size_t> findPassage(const model::Event& event, const model::Passage& passage) {
  const auto found =
      std::ranges::find_if(event.passages, [&](const model::Passage& one) { return isSame(one, passage); });
  if (found == event.passages.end()) return std::nullopt;
  return static_cast<std::size_t>(found - event.passages.begin());
}

EventSet::EventSet(timeline::SnapshotPtr snapshot, std::size_t articleCount, Source source)
    : m_snapshot(std::move(snapshot)), m_articleCount(articleCount), m_source(std::move(source)) {}

StoryRow EventSet::rowAt(std::size_t place) const {
  const std::size_t dated = m_snapshot->items.size();
  return place < dated ? m_snapshot->stories[place] : m_snapshot->undated[place - dated];
}

std::optional<std::size_t> EventSet::placeOf(StoryRow row) const {
  if (const auto item = m_snapshot->find(row)) return *item;
  const auto& undated = m_snapshot->undated;
  const auto found = std::ranges::find(undated, row);
  if (found == undated.end()) return std::nullopt;
  return m_snapshot->items.size() + static_cast<std::size_t>(found - undated.begin());
}

std::vector<std::size_t> EventSet::placesInCatalogue() const {
  std::vector<std::size_t> places(m_snapshot->at.begin(), m_snapshot->at.end());
  if (m_snapshot->undated.empty()) return places;
  const auto& rows = m_snapshot->catalogue->stories;
  for (const StoryRow row : m_snapshot->undated)
    places.push_back(static_cast<std::size_t>(std::ranges::lower_bound(rows, row) - rows.begin()));
  return places;
}

const timeline::Item* EventSet::itemAt(std::size_t place) const {
  return place < m_snapshot->items.size() ? &m_snapshot->items[place] : nullptr;
}

const model::Event* EventSet::known(StoryRow row) const {
  if (const auto recent = m_recent.constFind(row); recent != m_recent.constEnd()) return recent->get();
  const auto older = m_older.constFind(row);
  if (older == m_older.constEnd()) return nullptr;
  return m_recent.insert(row, *older)->get();
}

const model::Event* EventSet::find(StoryRow row) const {
  const model::Event* const here = known(row);
  if (here != nullptr || m_unfit.contains(row) || !placeOf(row)) return here;
  if (m_source.want) {
    m_source.want(row);
  } else if (const auto read = m_source.read({row})) {
    take({row}, *read);
  }
  return known(row);
}

bool EventSet::fits(StoryRow row, const model::Event& event) const {
  const auto place = placeOf(row);
  if (!place) return false;
  const timeline::Item* const item = itemAt(*place);
  const std::optional<time::Extent> days = time::extentOf(event.date);
  if (item == nullptr || !days) return item == nullptr && !days;
  return item->kind == event.kind && item->first == dayNumber(days->first) &&
         item->last == dayNumber(days->last);
}

void EventSet::keep(StoryRow row, model::Event event) const {
  if (m_recent.size() >= mostRecent) m_older = std::exchange(m_recent, {});
  m_recent.insert(row, std::make_shared<const model::Event>(std::move(event)));
}

void EventSet::take(const std::vector<StoryRow>& rows, const service::StoriesRead& read) const {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (read.stories[i] && fits(rows[i], *read.stories[i]))
      keep(rows[i], *read.stories[i]);
    else
      m_unfit.insert(rows[i]);
  }
  for (const service::ArticleSummary& article : read.articles)
    m_articles.insert_or_assign(article.source, article);
}

void EventSet::takeArticle(const std::string& source, const std::vector<StoryRow>& rows) const {
  std::vector<ToldPassage> told;
  for (const StoryRow row : rows) {
    const model::Event* const event = known(row);
    if (event == nullptr) continue;
    for (std::size_t i = 0; i < event->passages.size(); ++i)
      if (event->passages[i].article == source) told.push_back({{row, i}, event->passages[i], event->title});
  }
  std::ranges::stable_sort(told, {}, [](const ToldPassage& one) { return one.passage.span; });
  m_passages.insert_or_assign(source, std::move(told));
}

void EventSet::takeRanks(TextColumn column, TextRanks ranks) const {
  m_ranks.insert_or_assign(column, std::move(ranks));
}

const service::ArticleSummary* EventSet::article(std::string_view source) const {
  const auto found = m_articles.find(std::string(source));
  return found == m_articles.end() ? nullptr : &found->second;
}

const std::vector<ToldPassage>* EventSet::passagesIn(const std::string& source) const {
  if (!m_source.want && !m_passages.contains(source)) {
    const std::vector<StoryRow> rows = rowsToldIn(source);
    for (const StoryRow row : rows)
      (void)find(row);
    takeArticle(source, rows);
  }
  const auto found = m_passages.find(source);
  return found == m_passages.end() ? nullptr : &found->second;
}

const TextRanks* EventSet::ranks(TextColumn column) const {
  if (!m_ranks.contains(column) && m_source.wantRanks) m_source.wantRanks(column);
  const auto found = m_ranks.find(column);
  return found == m_ranks.end() ? nullptr : &found->second;
}

std::vector<StoryRow> EventSet::lookedAt(std::size_t most) const {
  std::vector<StoryRow> rows;
  for (const auto* kept : {&m_recent, &m_older})
    for (auto one = kept->keyBegin(); one != kept->keyEnd() && rows.size() < most; ++one)
      rows.push_back(*one);
  return rows;
}

std::vector<StoryRow> EventSet::rowsToldIn(std::string_view source) const {
  std::vector<StoryRow> rows;
  if (!m_snapshot->catalogue) return rows;
  for (const std::uint32_t place : library::placesToldIn(*m_snapshot->catalogue, source))
    if (const StoryRow row = m_snapshot->catalogue->stories[place]; m_snapshot->contains(row))
      rows.push_back(row);
  return rows;
}

std::shared_ptr<const EventSet> EventSet::blocking() const {
  return std::make_shared<const EventSet>(m_snapshot, m_articleCount, Source{m_source.read, {}, {}});
}

StoryRows stillAmong(const EventSet& before, const EventSet& now, const StoryRows& rows) {
  StoryRows still;
  std::ranges::copy_if(rows, std::back_inserter(still), [&](StoryRow row) {
    const auto placeBefore = before.placeOf(row);
    const auto placeNow = now.placeOf(row);
    if (!placeBefore || !placeNow) return false;
    const timeline::Item* const a = before.itemAt(*placeBefore);
    const timeline::Item* const b = now.itemAt(*placeNow);
    if (a == nullptr || b == nullptr) return a == b;
    return a->kind == b->kind && a->first == b->first && a->last == b->last;
  });
  return still;
}

EventSetPtr eventSetOf(std::vector<model::Event> events) {
  timeline::SnapshotPtr snapshot = timeline::snapshotOf(events);
  const auto read = [held = std::make_shared<const std::vector<model::Event>>(std::move(events))](
                        const std::vector<StoryRow>& rows) -> base::Result<service::StoriesRead> {
    service::StoriesRead found;
    for (const StoryRow row : rows)
      found.stories.emplace_back((*held)[static_cast<std::size_t>(row)]);
    return found;
  };
  return std::make_shared<const EventSet>(std::move(snapshot), 0, EventSet::Source{read, {}, {}});
}

base::Result<EventSetPtr> eventSetOf(const std::shared_ptr<const service::Session>& session,
                                     const model::Filter& filter) {
  const auto found = session->stories(filter);
  if (!found) return tl::make_unexpected(found.error());
  const auto read = [session](const std::vector<StoryRow>& rows) { return session->storiesAt(rows); };
  return std::make_shared<const EventSet>(timeline::snapshotOf(found->catalogue, found->places), 0,
                                          EventSet::Source{read, {}, {}});
}

} // namespace demarche::ui
