// SPDX-License-Identifier: Apache-2.0
#include "core/library/library.h"

#include "core/coreference/join.h"
#include "core/library/catalogue/matcher.h"
#include "core/library/safety/check.h"
#include "core/library/search/index.h"
#include "core/library/store/rows.h"
#include "core/library/store/schema.h"
#include "core/library/store/sqlite.h"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>
#include <system_error>
#include <tuple>
#include <type_traits>
#include <unordered_map>

namespace demarche::library {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;

/// 64 MiB: a search goes through far more pages than SQLite keeps by itself (2 MB).
constexpr const char* readersCache = "PRAGMA cache_size = -65536";

/// Where the room ends: what is thrown inside becomes a Result.
template <typename Work>
auto attempt(Work work) -> base::Result<decltype(work())> {
  try {
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (const DatabaseError& failed) {
    return tl::make_unexpected(failed.error());
  }
}

std::unique_ptr<Connection> create(const fs::path& file) {
  std::error_code ignored;
  if (fs::exists(file, ignored)) throw DatabaseError(ErrorKind::access, "exists already");
  if (const fs::path folder = fs::absolute(file).parent_path(); !fs::is_directory(folder, ignored))
    throw DatabaseError(ErrorKind::notFound, "cannot be made: there is no folder " + folder.string());
  auto connection = std::make_unique<Connection>(file, Connection::Access::create);
  try {
    registerSearch(*connection);
    migrate(*connection);
    connection->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  } catch (const DatabaseError&) {
    connection.reset();
    fs::remove(file, ignored); // better none than half a library
    throw;
  }
  return connection;
}

std::unique_ptr<Connection> openForWriting(const fs::path& file) {
  requireLibrary(file);
  auto connection = std::make_unique<Connection>(file, Connection::Access::write);
  requireLibrary(*connection);
  registerSearch(*connection);
  migrate(*connection);
  connection->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  return connection;
}

/// A library beside which nothing can be written can still be read, as nobody can be writing to it.
std::unique_ptr<Connection> openForReading(const fs::path& file) {
  requireLibrary(file);
  std::unique_ptr<Connection> connection;
  try {
    connection = std::make_unique<Connection>(file, Connection::Access::read);
    requireLibrary(*connection);
  } catch (const DatabaseError& failed) {
    if (failed.error().kind != ErrorKind::access) throw;
    connection = std::make_unique<Connection>(file, Connection::Access::readUnchanging);
    requireLibrary(*connection);
  }
  if (connection->pragma("user_version") < newestFormat())
    throw DatabaseError(ErrorKind::input,
                        "was made by an older Démarche; add an article to it to bring it up to date");
  registerSearch(*connection);
  connection->execute(readersCache);
  return connection;
}

/// The events of each story, in the order of their rows.
using Accounts = std::unordered_map<std::string, std::vector<const EventRow*>>;

Accounts byStory(const std::vector<EventRow>& rows) {
  Accounts stories;
  for (const EventRow& row : rows)
    stories[row.story.empty() ? row.event.id : row.story].push_back(&row);
  return stories;
}

model::Event merged(const std::vector<const EventRow*>& rows) {
  std::vector<const model::Event*> accounts;
  accounts.reserve(rows.size());
  for (const EventRow* row : rows)
    accounts.push_back(&row->event);
  return coreference::mergedEvent(accounts);
}

coreference::DaysOfWriting daysOfWriting(const Connection& connection) {
  coreference::DaysOfWriting days;
  for (const ArticleSummary& article : readArticles(connection))
    days.emplace(article.source, article.written.date);
  return days;
}

/// Stories replace those that were there. Each is named by the first of its events' ids.
void rejoin(Connection& connection) {
  std::vector<EventRow> rows = readEvents(connection);
  std::vector<model::Event> events;
  events.reserve(rows.size());
  for (EventRow& row : rows)
    events.push_back(std::move(row.event));
  connection.execute("DELETE FROM story_member");
  Statement insert = connection.prepare("INSERT INTO story_member (event, story) VALUES (?, ?)");
  for (const std::vector<std::size_t>& members : coreference::stories(events, daysOfWriting(connection))) {
    std::string story = events[members.front()].id;
    for (const std::size_t member : members)
      story = std::min(story, events[member].id);
    for (const std::size_t member : members)
      insert.run(rows[member].id, story);
  }
}

bool comesBefore(const model::Event& a, const model::Event& b) {
  const auto key = [](const model::Event& event) {
    const auto days = event.date.bounds();
    return std::make_tuple(!days, days.value_or(time::DayRange{}), std::string_view(event.id));
  };
  return key(a) < key(b);
}

} // namespace

Library::Library(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

base::Result<Library> Library::open(const fs::path& file, Access access) {
  std::error_code ignored;
  if (access != Access::create && !fs::exists(file, ignored))
    return base::fail(ErrorKind::notFound, "does not exist");
  if (fs::is_directory(file, ignored))
    return base::fail(ErrorKind::input, "is a folder, no Démarche library");
  return attempt([&] {
    switch (access) {
    case Access::create:
      return Library(create(file));
    case Access::write:
      return Library(openForWriting(file));
    case Access::read:
      break;
    }
    return Library(openForReading(file));
  });
}

base::Result<bool> Library::add(const model::Document& document, const model::Extraction& extraction,
                                std::string_view knowledge) {
  return attempt([&] {
    Transaction transaction(*m_connection, Transaction::For::writing);
    if (m_connection->prepare("SELECT 1 FROM article WHERE digest = ?").with(document.digest).step())
      return false;
    insertArticle(*m_connection, freeSource(*m_connection, document.source), document, extraction, knowledge);
    transaction.commit();
    return true;
  });
}

base::Result<bool> Library::contains(std::string_view digest) const {
  return attempt(
      [&] { return m_connection->prepare("SELECT 1 FROM article WHERE digest = ?").with(digest).step(); });
}

base::Result<void> Library::joinStories() {
  return attempt([&] {
    Transaction transaction(*m_connection, Transaction::For::writing);
    if (!m_connection->prepare("SELECT 1 FROM event WHERE id NOT IN (SELECT event FROM story_member)").step())
      return;
    rejoin(*m_connection);
    transaction.commit();
  });
}

base::Result<std::vector<std::string>> Library::check() const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    return problemsOf(*m_connection);
  });
}

base::Result<void> Library::repair() {
  return attempt([&] {
    Transaction transaction(*m_connection, Transaction::For::writing);
    m_connection->execute("REINDEX");
    rejoin(*m_connection);
    transaction.commit();
  });
}

base::Result<std::vector<ArticleSummary>> Library::articles() const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    return readArticles(*m_connection);
  });
}

base::Result<model::Document> Library::document(const std::string& source) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    return readDocument(*m_connection, source);
  });
}

base::Result<std::vector<model::Event>> Library::stories(const model::Filter& filter) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    std::unordered_map<std::string, std::vector<model::Language>> languages;
    for (ArticleSummary& article : readArticles(*m_connection))
      languages[article.source] = std::move(article.languages);

    const std::vector<EventRow> rows = readEvents(*m_connection);
    const Matcher matches(filter);
    std::vector<model::Event> stories;
    for (const auto& [id, accounts] : byStory(rows)) {
      model::Event story = merged(accounts);
      std::vector<model::Language> told;
      for (const model::Passage& passage : story.passages) {
        const auto& here = languages[passage.article];
        told.insert(told.end(), here.begin(), here.end());
      }
      if (matches(story, told)) stories.push_back(std::move(story));
    }
    std::sort(stories.begin(), stories.end(), comesBefore);
    return stories;
  });
}

base::Result<model::Event> Library::story(std::string_view id) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    const std::vector<EventRow> rows = readEvents(*m_connection);
    const Accounts stories = byStory(rows);
    std::vector<const std::vector<const EventRow*>*> found;
    for (const auto& [key, accounts] : stories) {
      const auto begins = [&](const EventRow* row) { return row->event.id.starts_with(id); };
      const auto is = [&](const EventRow* row) { return row->event.id == id; };
      if (std::any_of(accounts.begin(), accounts.end(), is)) return merged(accounts);
      if (std::any_of(accounts.begin(), accounts.end(), begins)) found.push_back(&accounts);
    }
    if (found.empty() || id.empty())
      throw DatabaseError(ErrorKind::notFound, fmt::format("there is no event \"{}\" in this library", id));
    if (found.size() > 1)
      throw DatabaseError(ErrorKind::notFound,
                          fmt::format("{} events begin with \"{}\"; give more of the id", found.size(), id));
    return merged(*found.front());
  });
}

} // namespace demarche::library
