// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/document.h"
#include "core/model/event.h"
#include "core/service/session.h"
#include "core/timeline/snapshot.h"

#include <QString>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::ui {

/// Which of the event's passages is this one, of another set; it may have moved in the list.
[[nodiscard]] std::optional<std::size_t> findPassage(const model::Event& event,
                                                     const model::Passage& passage);

/// A passage of a set: the row of its event, and which of that event's passages it is.
struct PassageRef {
  std::size_t event = 0;
  std::size_t passage = 0;
  bool operator==(const PassageRef&) const = default;
};

/// The events that the window shows at one moment, with what it needs to find its way among them.
/// Immutable, and shared by timeline, list and reader, so that all three show the same moment.
class EventSet {
 public:
  EventSet(std::vector<model::Event> events, std::vector<service::ArticleSummary> articles);

  [[nodiscard]] const std::vector<model::Event>& events() const { return m_events; }
  [[nodiscard]] const timeline::SnapshotPtr& snapshot() const { return m_snapshot; }
  [[nodiscard]] std::size_t articleCount() const { return m_articles.size(); }

  [[nodiscard]] std::optional<std::size_t> rowOf(const QString& id) const;
  [[nodiscard]] const model::Event* find(const QString& id) const;
  /// The event that tells what one of an earlier set told: under its id, or, where articles were joined in
  /// another way, with one of its passages. Null when none does.
  [[nodiscard]] const model::Event* successorOf(const model::Event& earlier) const;
  /// Null for an article that the library does not know.
  [[nodiscard]] const service::ArticleSummary* article(std::string_view source) const;
  /// Passages that stand in this article, by begin, of every event of the set.
  [[nodiscard]] const std::vector<PassageRef>& passagesIn(std::string_view source) const;
  [[nodiscard]] const model::Passage& passage(PassageRef ref) const {
    return m_events[ref.event].passages[ref.passage];
  }

 private:
  std::vector<model::Event> m_events;
  std::vector<service::ArticleSummary> m_articles;
  timeline::SnapshotPtr m_snapshot;
  std::unordered_map<std::string, std::size_t> m_rows;
  std::unordered_map<std::string, std::size_t> m_articleRows;
  std::unordered_map<std::string, std::vector<PassageRef>> m_passages;
};

using EventSetPtr = std::shared_ptr<const EventSet>;
using DocumentPtr = std::shared_ptr<const model::Document>;

} // namespace demarche::ui
