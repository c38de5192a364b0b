// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/event_set.h"

#include "ui/bridge/text.h"

#include <algorithm>
#include <utility>

namespace demarche::ui {
namespace {

std::unordered_map<std::string, std::vector<model::Language>>
languagesOf(const std::vector<service::ArticleSummary>& articles) {
  std::unordered_map<std::string, std::vector<model::Language>> languages;
  for (const service::ArticleSummary& article : articles)
    languages.emplace(article.source, article.languages);
  return languages;
}

} // namespace
namespace {

bool isSame(const model::Passage& a, const model::Passage& b) {
  return a.article == b.article && a.span == b.span && a.text == b.text;
}

} // namespace

std::optional<std::size_t> findPassage(const model::Event& event, const model::Passage& passage) {
  const auto found =
      std::ranges::find_if(event.passages, [&](const model::Passage& one) { return isSame(one, passage); });
  if (found == event.passages.end()) return std::nullopt;
  return static_cast<std::size_t>(found - event.passages.begin());
}

EventSet::EventSet(std::vector<model::Event> events, std::vector<service::ArticleSummary> articles)
    : m_events(std::move(events)),
      m_articles(std::move(articles)),
      m_snapshot(timeline::snapshotOf(m_events, languagesOf(m_articles))) {
  for (std::size_t row = 0; row < m_articles.size(); ++row)
    m_articleRows.emplace(m_articles[row].source, row);
  for (std::size_t row = 0; row < m_events.size(); ++row) {
    m_rows.emplace(m_events[row].id, row);
    const std::vector<model::Passage>& passages = m_events[row].passages;
    for (std::size_t i = 0; i < passages.size(); ++i)
      m_passages[passages[i].article].push_back({row, i});
  }
  for (auto& [source, refs] : m_passages)
    std::ranges::stable_sort(refs, {}, [this](PassageRef ref) { return passage(ref).span; });
}

std::optional<std::size_t> EventSet::rowOf(const QString& id) const {
  const auto found = m_rows.find(toUtf8(id));
  return found == m_rows.end() ? std::nullopt : std::optional(found->second);
}

const model::Event* EventSet::find(const QString& id) const {
  const std::optional<std::size_t> row = rowOf(id);
  return row ? &m_events[*row] : nullptr;
}

const model::Event* EventSet::successorOf(const model::Event& earlier) const {
  if (const model::Event* same = find(toQString(earlier.id)); same != nullptr) return same;
  for (const model::Passage& told : earlier.passages) {
    for (const PassageRef ref : passagesIn(told.article)) {
      // One sentence may tell of several things.
      const model::Event& event = m_events[ref.event];
      if (event.kind == earlier.kind && isSame(passage(ref), told)) return &event;
    }
  }
  return nullptr;
}

const service::ArticleSummary* EventSet::article(std::string_view source) const {
  const auto found = m_articleRows.find(std::string(source));
  return found == m_articleRows.end() ? nullptr : &m_articles[found->second];
}

const std::vector<PassageRef>& EventSet::passagesIn(std::string_view source) const {
  static const std::vector<PassageRef> none;
  const auto found = m_passages.find(std::string(source));
  return found == m_passages.end() ? none : found->second;
}

} // namespace demarche::ui
