// SPDX-License-Identifier: Apache-2.0
#include "core/library/stories/joining.h"

#include "core/coreference/blocking.h"
#include "core/coreference/incremental.h"
#include "core/library/corrections/fold.h"
#include "core/library/search/index.h"
#include "core/library/store/columns.h"
#include "core/library/store/event_rows.h"
#include "core/library/stories/story_rows.h"
#include "core/model/correction.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace demarche::library {
namespace {

using Members = std::vector<std::size_t>; ///< indices of accounts
using coreference::AccountNumber;
using coreference::ComponentNumber;

/// So many accounts are joined at a time, to bound what is in memory.
constexpr std::ptrdiff_t accountsAtATime = 20'000;

/// The library's tables, as joining sees them. What is found out is gathered: stories until people had their
/// say, and keys until all of them can be written in their order. Nobody looks for accounts that are being
/// joined before that.
class TableShelf {
 public:
  explicit TableShelf(Connection& connection) : m_connection(connection) {}

  void willRead(const std::vector<AccountNumber>& numbers) {
    std::vector<AccountNumber> unknown;
    for (const AccountNumber number : numbers)
      if (!m_rows.contains(number)) unknown.push_back(number);
    for (EventRow& account : readEvents(m_connection, std::move(unknown)))
      m_rows.try_emplace(account.id, std::move(account));
  }

  [[nodiscard]] coreference::ReadAccount read(AccountNumber number) {
    const EventRow& account = row(number);
    return {account.event, account.written};
  }

  void file(AccountNumber number, std::uint64_t says, const std::vector<coreference::BlockingKey>& keys) {
    m_says.emplace(number, says);
    for (const coreference::BlockingKey key : keys)
      m_keys.emplace_back(static_cast<std::int64_t>(key), number);
  }

  [[nodiscard]] std::vector<coreference::FoundAccount>
  filedUnder(const std::vector<coreference::BlockingKey>& keys) const {
    std::vector<coreference::FoundAccount> found;
    std::unordered_set<AccountNumber> seen;
    const LentStatement row = m_connection.kept("SELECT event.id, component, says FROM event_key CROSS JOIN "
                                                "event ON event.id = event_key.event WHERE event_key.key = ? "
                                                "AND component IS NOT NULL");
    for (const coreference::BlockingKey key : keys)
      for (row->with(static_cast<std::int64_t>(key)); row->step();)
        if (seen.insert(row->integer(0)).second)
          found.push_back({row->integer(0), row->integer(1), static_cast<std::uint64_t>(row->integer(2))});
    return found;
  }

  [[nodiscard]] std::vector<AccountNumber> accountsIn(ComponentNumber component) const {
    return integerColumn(m_connection, "SELECT id FROM event WHERE component = ?", component);
  }

  void write(ComponentNumber component, const std::vector<AccountNumber>& story) {
    for (const AccountNumber number : story)
      m_componentOf[number] = component;
    m_stories.push_back(story);
  }

  [[nodiscard]] const EventRow& row(AccountNumber number) {
    const auto known = m_rows.find(number);
    if (known != m_rows.end()) return known->second;
    std::vector<EventRow> found = readEvents(m_connection, Detail::joining, "event.id = ?", number);
    return m_rows.emplace(number, std::move(found.at(0))).first->second;
  }

  /// Keys come in no order, and rows of a table are written fastest in theirs.
  void writeKeys() {
    std::sort(m_keys.begin(), m_keys.end());
    const LentStatement insert = m_connection.kept("INSERT OR IGNORE INTO event_key VALUES (?,?)");
    for (const auto& [key, account] : m_keys)
      insert->run(key, account);
    m_keys.clear();
  }

  /// The account belongs to that story, as its row will say.
  void writeAccount(const EventRow& account, std::int64_t story) {
    const std::int64_t component = m_componentOf.at(account.id);
    if (const auto says = m_says.find(account.id); says != m_says.end())
      m_connection.kept("UPDATE event SET says = ?, component = ?, story = ? WHERE id = ?")
          ->run(static_cast<std::int64_t>(says->second), component, story, account.id);
    else if (component != account.component || story != account.story)
      m_connection.kept("UPDATE event SET component = ?, story = ? WHERE id = ?")
          ->run(component, story, account.id);
  }

  [[nodiscard]] bool has(AccountNumber number) const { return m_componentOf.contains(number); }
  [[nodiscard]] const std::vector<std::vector<AccountNumber>>& stories() const { return m_stories; }
  [[nodiscard]] const std::unordered_map<AccountNumber, ComponentNumber>& components() const {
    return m_componentOf;
  }

 private:
  Connection& m_connection;
  std::unordered_map<AccountNumber, EventRow> m_rows;
  std::unordered_map<AccountNumber, std::uint64_t> m_says; ///< of accounts that are joined for the first time
  std::vector<std::pair<std::int64_t, AccountNumber>> m_keys;
  std::vector<std::vector<AccountNumber>> m_stories;
  std::unordered_map<AccountNumber, ComponentNumber> m_componentOf;
};
static_assert(coreference::Shelf<TableShelf>);

/// What a person said of which accounts are one story.
struct SaidTogether {
  model::Change change = model::Change::merge;
  std::vector<AccountNumber> accounts;
};

/// In the order in which it was said.
std::vector<SaidTogether> everythingSaid(const Connection& connection) {
  std::vector<SaidTogether> said;
  std::string current;
  const LentStatement row =
      connection.kept("SELECT correction, change, event FROM correction_target JOIN correction ON "
                      "correction.id = correction WHERE "
                      "change IN ('merge', 'split') AND event IS NOT NULL ORDER BY correction, ordinal");
  while (row->step()) {
    if (std::string id = row->text(0); said.empty() || id != current) {
      current = std::move(id);
      said.push_back({readCode(*row, 1, model::changeFromCode, "kind of correction"), {}});
    }
    said.back().accounts.push_back(row->integer(2));
  }
  return said;
}

std::int64_t componentOf(const Connection& connection, AccountNumber account) {
  const LentStatement row = connection.kept("SELECT coalesce(component, 0) FROM event WHERE id = ?");
  return row->with(account).step() ? row->integer(0) : 0;
}

/// Joins, by machine, also the components of accounts that a person has put together with one that is joined.
void joinWithThoseSaid(Connection& connection, TableShelf& shelf, const std::vector<SaidTogether>& said) {
  for (bool more = true; more;) {
    more = false;
    for (const SaidTogether& one : said) {
      const auto joined = [&](AccountNumber account) { return shelf.has(account); };
      if (one.change != model::Change::merge ||
          std::none_of(one.accounts.begin(), one.accounts.end(), joined))
        continue;
      for (const AccountNumber account : one.accounts) {
        if (shelf.has(account)) continue;
        const std::int64_t component = componentOf(connection, account);
        if (component == 0) continue; // it is joined later, and this one with it
        coreference::join(shelf, {}, {component});
        more = true;
      }
    }
  }
}

/// The stories of the shelf as indices into `accounts`, after people had their say.
std::vector<Members> withWhatWasSaid(const TableShelf& shelf, const std::vector<SaidTogether>& said,
                                     const std::vector<const EventRow*>& accounts) {
  std::unordered_map<AccountNumber, std::size_t> index;
  for (std::size_t i = 0; i < accounts.size(); ++i)
    index.emplace(accounts[i]->id, i);
  std::vector<Members> stories;
  for (const std::vector<AccountNumber>& story : shelf.stories())
    for (Members& members = stories.emplace_back(); const AccountNumber number : story)
      members.push_back(index.at(number));
  std::vector<Grouping> groupings;
  for (const SaidTogether& one : said) {
    Grouping grouping{one.change, {}};
    for (const AccountNumber number : one.accounts)
      if (const auto found = index.find(number); found != index.end())
        grouping.accounts.push_back(found->second);
    if (!grouping.accounts.empty()) groupings.push_back(std::move(grouping));
  }
  if (!groupings.empty()) applyTo(stories, groupings);
  return stories;
}

/// Writes stories in place of those that the accounts were in before. A story keeps its row as long as its
/// first account is in it, so that who looks at it goes on looking at the same.
class Settling {
 public:
  Settling(Connection& connection, TableShelf& shelf, const std::vector<const EventRow*>& accounts)
      : m_connection(connection), m_writer(connection), m_shelf(shelf), m_accounts(accounts) {
    for (const EventRow* account : accounts)
      if (account->story != 0) m_old.insert(account->story);
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
    // New stories come last: a new row may have the number of one that was erased.
    const auto isNew = [&](std::size_t i) { return !rows[i]; };
    std::stable_partition(changed.begin(), changed.end(), std::not_fn(isNew));
    for (const std::size_t i : changed)
      rows[i] = m_writer.write(rows[i], accountsOf(stories[i]));
    m_writer.finish();
    writeAccounts(stories, rows);
  }

 private:
  /// Of the rows that its accounts had, that of the first one; nothing when another story has it.
  std::optional<std::int64_t> rowFor(const Members& story) {
    const EventRow* first = nullptr;
    for (const std::size_t member : story) {
      const EventRow& account = *m_accounts[member];
      if (account.story == 0 || m_taken.contains(account.story)) continue;
      if (first == nullptr || account.event.id < first->event.id) first = &account;
    }
    if (first == nullptr) return std::nullopt;
    m_taken.insert(first->story);
    return first->story;
  }

  [[nodiscard]] bool isAsItWas(std::int64_t row, const Members& story) const {
    if (std::any_of(story.begin(), story.end(),
                    [&](std::size_t member) { return m_accounts[member]->story != row; }))
      return false;
    const LentStatement known = m_connection.kept("SELECT accounts FROM story WHERE id = ?");
    return known->with(row).step() && known->integer(0) == static_cast<std::int64_t>(story.size());
  }

  [[nodiscard]] std::vector<const EventRow*> accountsOf(const Members& story) const {
    std::vector<const EventRow*> told;
    told.reserve(story.size());
    for (const std::size_t member : story)
      told.push_back(m_accounts[member]);
    return told;
  }

  /// In the order of their rows.
  void writeAccounts(const std::vector<Members>& stories,
                     const std::vector<std::optional<std::int64_t>>& rows) {
    std::vector<std::int64_t> storyOf(m_accounts.size());
    for (std::size_t i = 0; i < stories.size(); ++i)
      for (const std::size_t member : stories[i])
        storyOf[member] = rows[i].value_or(0);
    for (std::size_t i = 0; i < m_accounts.size(); ++i)
      m_shelf.writeAccount(*m_accounts[i], storyOf[i]);
  }

  Connection& m_connection;
  StoryWriter m_writer;
  TableShelf& m_shelf;
  const std::vector<const EventRow*>& m_accounts;
  std::unordered_set<std::int64_t> m_old;
  std::unordered_set<std::int64_t> m_taken;
};

constexpr std::string_view notJoined = "SELECT 1 FROM event JOIN article ON article.id = event.article WHERE "
                                       "component IS NULL AND superseded = 0 LIMIT 1";

/// Those that have lost all their accounts.
void eraseEmptyStories(Connection& connection) {
  StoryWriter writer(connection);
  const std::vector<std::int64_t> empty =
      integerColumn(connection, "SELECT DISTINCT story FROM unsettled WHERE story IS NOT NULL "
                                "AND NOT EXISTS (SELECT 1 FROM event WHERE "
                                "event.story = unsettled.story)");
  for (const std::int64_t story : empty)
    writer.erase(story);
  writer.finish();
}

/// Accounts in no story yet, by time: who joins them bit by bit then has to do with each component once, as
/// what is one story is told of about one time.
std::vector<AccountNumber> notJoinedYet(const Connection& connection) {
  return integerColumn(connection,
                       "SELECT event.id FROM event JOIN article ON article.id = event.article WHERE "
                       "component IS NULL AND superseded = 0 ORDER BY earliest, event.id");
}

void settleSome(Connection& connection, const std::vector<AccountNumber>& added) {
  TableShelf shelf(connection);
  const std::vector<std::int64_t> lessened =
      integerColumn(connection, "SELECT DISTINCT component FROM unsettled WHERE component IS NOT NULL");
  connection.execute("DELETE FROM unsettled");

  coreference::join(shelf, added, lessened);
  shelf.writeKeys();
  const std::vector<SaidTogether> said = everythingSaid(connection);
  joinWithThoseSaid(connection, shelf, said);

  std::vector<const EventRow*> accounts;
  for (const auto& [number, component] : shelf.components())
    accounts.push_back(&shelf.row(number));
  std::sort(accounts.begin(), accounts.end(),
            [](const EventRow* a, const EventRow* b) { return a->id < b->id; });
  Settling(connection, shelf, accounts).write(withWhatWasSaid(shelf, said, accounts));
}

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
  eraseEmptyStories(connection);
  while (isUnsettled(connection)) {
    const std::vector<AccountNumber> added = notJoinedYet(connection);
    auto begin = added.begin();
    do {
      const auto end = begin + std::min(accountsAtATime, added.end() - begin);
      settleSome(connection, {begin, end});
      begin = end;
    } while (begin != added.end());
  }
}

void settleAll(Connection& connection) {
  for (const char* table :
       {"story", "story_participant", "story_topic", "story_facets", "facet", "unsettled", "event_key"})
    connection.execute(fmt::format("DELETE FROM {}", table));
  clearStoryIndex(connection);
  connection.execute("UPDATE event SET component = NULL, story = NULL");
  connection.kept("INSERT OR REPLACE INTO setting VALUES ('blocking', ?)")->run(coreference::blockingVersion);
  settle(connection);
}

bool isJoinedOtherwise(const Connection& connection) {
  const LentStatement row = connection.kept("SELECT value FROM setting WHERE name = 'blocking'");
  return !row->step() || row->integer(0) != coreference::blockingVersion;
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
    told.reserve(accounts.size());
    for (const EventRow& account : accounts)
      told.push_back(&account);
    writer.write(story, told);
  }
  writer.finish();
}

} // namespace demarche::library
