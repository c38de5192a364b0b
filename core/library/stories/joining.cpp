// SPDX-License-Identifier: Apache-2.0
#include "core/library/stories/joining.h"

#include "core/coreference/join.h"
#include "core/library/corrections/fold.h"
#include "core/library/store/columns.h"
#include "core/library/store/event_rows.h"
#include "core/library/stories/story_rows.h"
#include "core/model/correction.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace demarche::library {
namespace {

using Members = std::vector<std::size_t>; ///< indices of accounts

/// What people said of which of these accounts are one story, in order.
std::vector<Grouping> groupingsOf(const Connection& connection, const std::vector<EventRow>& accounts) {
  std::unordered_map<std::int64_t, std::size_t> byRow;
  for (std::size_t i = 0; i < accounts.size(); ++i)
    byRow.emplace(accounts[i].id, i);
  std::vector<Grouping> groupings;
  std::string current;
  const LentStatement row =
      connection.kept("SELECT correction, change, event FROM correction_target JOIN correction ON id = "
                      "correction WHERE change IN "
                      "('merge', 'split') AND event IS NOT NULL ORDER BY correction, ordinal");
  while (row->step()) {
    const auto found = byRow.find(row->integer(2));
    if (found == byRow.end()) continue;
    if (std::string id = row->text(0); groupings.empty() || id != current) {
      current = std::move(id);
      groupings.push_back({readCode(*row, 1, model::changeFromCode, "kind of correction"), {}});
    }
    groupings.back().accounts.push_back(found->second);
  }
  return groupings;
}

/// Whole components of accounts, joined by machine and then by hand.
std::vector<Members> storiesOf(const Connection& connection, const std::vector<EventRow>& accounts) {
  std::vector<model::Event> events;
  coreference::DaysOfWriting written;
  events.reserve(accounts.size());
  for (const EventRow& account : accounts) {
    events.push_back(account.event);
    written.emplace(account.event.passages.front().article, account.written);
  }
  std::vector<Members> stories = coreference::stories(events, written);
  if (const std::vector<Grouping> groupings = groupingsOf(connection, accounts); !groupings.empty())
    applyTo(stories, groupings);
  return stories;
}

/// Writes stories in place of those that the accounts were in before. A story keeps its row as long as its
/// first account is in it, so that who looks at it goes on looking at the same.
class Settling {
 public:
  Settling(Connection& connection, const std::vector<EventRow>& accounts)
      : m_connection(connection), m_writer(connection), m_accounts(accounts) {
    for (const EventRow& account : accounts)
      if (account.story != 0) m_old.insert(account.story);
  }

  void write(const std::vector<Members>& stories) {
    std::vector<std::optional<std::int64_t>> rows(stories.size());
    for (std::size_t i = 0; i < stories.size(); ++i)
      rows[i] = rowFor(stories[i]);
    // What is no more goes first: another story may have its key now.
    for (const std::int64_t old : m_old)
      if (!m_taken.contains(old)) m_writer.erase(old);
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < stories.size(); ++i)
      if (!rows[i] || !isAsItWas(*rows[i], stories[i])) changed.push_back(i);
    for (const std::size_t i : changed)
      if (rows[i]) m_writer.erase(*rows[i]);
    for (const std::size_t i : changed)
      writeOne(rows[i], stories[i]);
  }

 private:
  /// Of the rows that its accounts had, that of the first one; nothing when another story has it.
  std::optional<std::int64_t> rowFor(const Members& story) {
    const EventRow* first = nullptr;
    for (const std::size_t member : story) {
      const EventRow& account = m_accounts[member];
      if (account.story == 0 || m_taken.contains(account.story)) continue;
      if (first == nullptr || account.event.id < first->event.id) first = &account;
    }
    if (first == nullptr) return std::nullopt;
    m_taken.insert(first->story);
    return first->story;
  }

  [[nodiscard]] bool isAsItWas(std::int64_t row, const Members& story) const {
    if (std::any_of(story.begin(), story.end(),
                    [&](std::size_t member) { return m_accounts[member].story != row; }))
      return false;
    const LentStatement known = m_connection.kept("SELECT accounts FROM story WHERE id = ?");
    return known->with(row).step() && known->integer(0) == static_cast<std::int64_t>(story.size());
  }

  void writeOne(std::optional<std::int64_t> row, const Members& story) {
    std::vector<const EventRow*> told;
    for (const std::size_t member : story)
      told.push_back(&m_accounts[member]);
    const std::int64_t id = m_writer.write(row, told);
    for (const EventRow* account : told)
      if (account->story != id)
        m_connection.kept("UPDATE event SET story = ? WHERE id = ?")->run(id, account->id);
  }

  Connection& m_connection;
  StoryWriter m_writer;
  const std::vector<EventRow>& m_accounts;
  std::unordered_set<std::int64_t> m_old;
  std::unordered_set<std::int64_t> m_taken;
};

constexpr std::string_view notJoined = "SELECT 1 FROM event JOIN article ON article.id = event.article WHERE "
                                       "component IS NULL AND superseded = 0 LIMIT 1";

std::string unsettling(std::string_view condition) {
  return fmt::format(
      "INSERT INTO unsettled SELECT DISTINCT component, story FROM event WHERE component IS NOT NULL AND "
      "{}",
      condition);
}

} // namespace

void unsettle(Connection& connection, std::string_view condition, std::int64_t parameter) {
  connection.kept(unsettling(condition))->run(parameter);
}

void unsettle(Connection& connection, std::string_view condition, std::string_view parameter) {
  connection.kept(unsettling(condition))->run(parameter);
}

bool isUnsettled(const Connection& connection) {
  return connection.kept(notJoined)->with().step() ||
         connection.kept("SELECT 1 FROM unsettled LIMIT 1")->with().step();
}

void settle(Connection& connection) {
  if (!isUnsettled(connection)) return;
  connection.execute(
      "UPDATE event SET component = 1 WHERE article IN (SELECT id FROM article WHERE superseded = 0)");
  connection.execute("DELETE FROM story WHERE id NOT IN (SELECT story FROM event WHERE story IS NOT NULL)");
  const std::vector<EventRow> accounts =
      readEvents(connection, Detail::joining, "event.component IS NOT NULL");
  Settling(connection, accounts).write(storiesOf(connection, accounts));
  connection.execute("DELETE FROM unsettled");
}

void settleAll(Connection& connection) {
  for (const char* table :
       {"story", "story_participant", "story_topic", "story_facets", "facet", "unsettled"})
    connection.execute(fmt::format("DELETE FROM {}", table));
  connection.execute("UPDATE event SET component = NULL, story = NULL");
  settle(connection);
}

void rewriteStoriesOf(Connection& connection, const std::vector<std::int64_t>& events) {
  StoryWriter writer(connection);
  std::unordered_set<std::int64_t> written;
  for (const std::int64_t event : events) {
    std::int64_t story = 0;
    {
      const LentStatement row = connection.kept("SELECT coalesce(story, 0) FROM event WHERE id = ?");
      if (row->with(event).step()) story = row->integer(0);
    }
    if (story == 0 || !written.insert(story).second) continue;
    const std::vector<EventRow> accounts = readEvents(connection, Detail::joining, "event.story = ?", story);
    std::vector<const EventRow*> told;
    for (const EventRow& account : accounts)
      told.push_back(&account);
    writer.write(story, told);
  }
}

} // namespace demarche::library
