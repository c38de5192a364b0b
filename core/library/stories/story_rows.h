// SPDX-License-Identifier: Apache-2.0
#pragma once

// Stories as they are after joining and correcting, as rows of a library. Private to this room; throws
// DatabaseError.

#include "core/library/store/event_rows.h"
#include "core/library/store/sqlite.h"
#include "core/model/event.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace demarche::library {

/// Writes the rows of stories. Made anew for each transaction: it remembers what it has looked up. What is
/// found by its words changes with finish(), which has to be called last: FTS5 writes out all it has gathered
/// whenever a story is deleted.
class StoryWriter {
 public:
  explicit StoryWriter(Connection& connection);

  /// Writes the story of these accounts (whole ones are not needed), under its row or, without one, under a
  /// new one that it gives.
  std::int64_t write(std::optional<std::int64_t> story, const std::vector<const EventRow*>& accounts);
  void erase(std::int64_t story);
  void finish();

 private:
  void correct(model::Event& story, const std::vector<const EventRow*>& accounts);
  std::uint32_t facet(std::string_view what, const std::string& name, std::string_view detail);
  std::uint8_t languagesOf(std::int64_t article);
  void writeFacets(std::int64_t id, const model::Event& story, const std::vector<const EventRow*>& accounts);

  Connection& m_connection;
  bool m_corrections = false; ///< there is any at all
  std::unordered_map<std::string, std::uint32_t> m_facets;
  std::unordered_map<std::int64_t, std::uint8_t> m_languages;
  std::map<std::int64_t, std::string> m_noLonger; ///< names that stories were found by
  std::map<std::int64_t, std::string> m_named;    ///< names that they are found by from now on
};

/// Rows of all stories by earliest and latest day and key, unknown dates last.
[[nodiscard]] std::vector<std::int64_t> storiesInOrder(const Connection& connection);
/// The story with this account in it: by its key, or the beginning of one when no other story has one that
/// begins so. Throws with ErrorKind::notFound when there is none.
[[nodiscard]] std::int64_t storyWith(const Connection& connection, std::string_view key);
/// Ids of the corrections about any of its accounts.
[[nodiscard]] std::unordered_set<std::string> correctionsOfStory(const Connection& connection,
                                                                 std::int64_t story);

/// A story as its rows tell it, with its passages; nothing when there is none.
[[nodiscard]] std::optional<model::Event> findStory(const Connection& connection, std::int64_t story);
/// The same of one that is there; throws with ErrorKind::notFound when it is not.
[[nodiscard]] model::Event readStory(const Connection& connection, std::int64_t story);
/// All of them, or those whose row is given, by row; passages and all.
[[nodiscard]] std::vector<model::Event> readStories(const Connection& connection,
                                                    const std::vector<std::int64_t>& stories);

} // namespace demarche::library
