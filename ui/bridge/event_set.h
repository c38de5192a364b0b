// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/document.h"
#include "core/model/event.h"
#include "core/service/session.h"
#include "core/timeline/snapshot.h"

#include <QHash>
#include <QSet>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::ui {

using model::noStory;
using model::StoryRow;
/// Several events, by ascending row.
using StoryRows = std::vector<StoryRow>;

/// Which of the event's passages is this one, of another moment; it may have moved in the list.
[[nodiscard]] std::optional<std::size_t> findPassage(const model::Event& event,
                                                     const model::Passage& passage);

/// A passage by its event, and which of that event's passages it is.
struct PassageRef {
  StoryRow event = noStory;
  std::size_t passage = 0;
  bool operator==(const PassageRef&) const = default;
};

/// A passage of an article, and the event that it tells.
struct ToldPassage {
  PassageRef ref;
  model::Passage passage;
  std::string title; ///< of the event
};

/// By what a list of events is sorted that only their words tell.
enum class TextColumn { title, people, place };
/// Places among the events of a set in the order of their texts: of event i, `ranks[i]`. Equal texts have
/// equal ranks.
using TextRanks = std::vector<std::uint32_t>;

/// The events that the window shows at one moment. Timeline, list and reader share it, so that all three show
/// the same moment. Which events there are, and when, never changes and is all in memory, without their
/// words: those are read as they are looked at, and the ones looked at last are kept. All of what can arrive
/// later belongs to the window's thread.
class EventSet {
 public:
  /// Where words come from.
  struct Source {
    /// Reads at once, from any thread; asked where nobody fetches.
    std::function<base::Result<service::StoriesRead>(const std::vector<StoryRow>&)> read;
    std::function<void(StoryRow)> want;        ///< fetches an event, which arrives by take()
    std::function<void(TextColumn)> wantRanks; ///< likewise, by takeRanks()
  };

  EventSet(timeline::SnapshotPtr snapshot, std::size_t articleCount, Source source);

  [[nodiscard]] const timeline::SnapshotPtr& snapshot() const { return m_snapshot; }
  [[nodiscard]] std::size_t articleCount() const { return m_articleCount; }
  [[nodiscard]] bool empty() const { return count() == 0; }
  [[nodiscard]] std::size_t count() const { return m_snapshot->items.size() + m_snapshot->undated.size(); }
  /// In the order of time, those without a date last.
  [[nodiscard]] StoryRow rowAt(std::size_t place) const;
  [[nodiscard]] std::optional<std::size_t> placeOf(StoryRow row) const;
  /// Where the catalogue knows more of each, by place.
  [[nodiscard]] std::vector<std::size_t> placesInCatalogue() const;
  /// Null when it is undated.
  [[nodiscard]] const timeline::Item* itemAt(std::size_t place) const;

  /// The event with its words. Null when it is not among these, and as long as it has not arrived: then it is
  /// fetched. Points to it until the next arrival.
  [[nodiscard]] const model::Event* find(StoryRow row) const;
  /// The same, and nothing is fetched.
  [[nodiscard]] const model::Event* known(StoryRow row) const;
  /// An article that tells an event that has arrived; null for others, and where the library knows none.
  [[nodiscard]] const service::ArticleSummary* article(std::string_view source) const;
  /// What stands in an article, by begin; null before takeArticle().
  [[nodiscard]] const std::vector<ToldPassage>* passagesIn(const std::string& source) const;
  /// Null as long as it has not arrived: then it is fetched.
  [[nodiscard]] const TextRanks* ranks(TextColumn column) const;
  /// Events that were looked at last.
  [[nodiscard]] std::vector<StoryRow> lookedAt(std::size_t most) const;
  /// Rows of those that an article tells. O(stories); from any thread.
  [[nodiscard]] std::vector<StoryRow> rowsToldIn(std::string_view source) const;

  /// What was read of these rows. What does not fit what is shown of an event is passed over: the library has
  /// changed since, and its next moment is on the way.
  void take(const std::vector<StoryRow>& rows, const service::StoriesRead& read) const;
  /// All events of an article, which have arrived.
  void takeArticle(const std::string& source, const std::vector<StoryRow>& rows) const;
  void takeRanks(TextColumn column, TextRanks ranks) const;

  /// The same events for whom cannot wait: what is not here is read at once.
  [[nodiscard]] std::shared_ptr<const EventSet> blocking() const;

 private:
  [[nodiscard]] bool fits(StoryRow row, const model::Event& event) const;
  void keep(StoryRow row, model::Event event) const;

  timeline::SnapshotPtr m_snapshot;
  std::size_t m_articleCount;
  Source m_source;
  // Those looked at last, and those looked at before them, which go when there are too many.
  mutable QHash<StoryRow, std::shared_ptr<const model::Event>> m_recent;
  mutable QHash<StoryRow, std::shared_ptr<const model::Event>> m_older;
  mutable QSet<StoryRow> m_unfit; ///< not to be asked for again
  mutable std::unordered_map<std::string, service::ArticleSummary> m_articles;
  mutable std::unordered_map<std::string, std::vector<ToldPassage>> m_passages;
  mutable std::unordered_map<TextColumn, TextRanks> m_ranks;
};

using EventSetPtr = std::shared_ptr<const EventSet>;
/// Those of the rows that name the same event among others: rows may come to mean another one when the
/// library changes, and then kind or days are others as a rule.
[[nodiscard]] StoryRows stillAmong(const EventSet& before, const EventSet& now, const StoryRows& rows);

using DocumentPtr = std::shared_ptr<const model::Document>;

/// A set of events in memory, whose rows are their places in the list.
[[nodiscard]] EventSetPtr eventSetOf(std::vector<model::Event> events);

/// Events that a filter lets through, which are read when their words are asked for: for pictures made
/// without a window.
[[nodiscard]] base::Result<EventSetPtr> eventSetOf(const std::shared_ptr<const service::Session>& session,
                                                   const model::Filter& filter);

} // namespace demarche::ui
