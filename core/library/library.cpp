// SPDX-License-Identifier: Apache-2.0
#include "core/library/library.h"

#include "core/base/utc.h"
#include "core/library/attempt.h"
#include "core/library/catalogue/saved_filters.h"
#include "core/library/corrections/given.h"
#include "core/library/corrections/targets.h"
#include "core/library/merging.h"
#include "core/library/safety/backup.h"
#include "core/library/safety/check.h"
#include "core/library/safety/restore.h"
#include "core/library/search/index.h"
#include "core/library/settling.h"
#include "core/library/store/article_rows.h"
#include "core/library/store/columns.h"
#include "core/library/store/naming.h"
#include "core/library/store/schema.h"
#include "core/library/store/sqlite.h"
#include "core/library/stories/joining.h"
#include "core/library/stories/story_rows.h"

#include <fmt/format.h>
#include <system_error>
#include <unordered_set>
#include <utility>

namespace demarche::library {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;

/// 64 MiB: a search, and joining, go through far more pages than SQLite keeps by itself (2 MB).
constexpr const char* largeCache = "PRAGMA cache_size = -65536";
/// The log is moved to the file when it has 32 MiB instead of 4: pages that are written again and again in
/// between are moved once.
constexpr const char* loggedWriting =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8192";

/// A file without content is a library whose making was broken off, or is going on in another program.
bool isNotMadeYet(const fs::path& file) {
  std::error_code failed;
  return fs::file_size(file, failed) == 0 && !failed;
}

std::unique_ptr<Connection> create(const fs::path& file) {
  std::error_code ignored;
  if (fs::exists(file, ignored) && !isNotMadeYet(file))
    throw DatabaseError(ErrorKind::access, "exists already");
  if (const fs::path folder = fs::absolute(file).parent_path(); !fs::is_directory(folder, ignored))
    throw DatabaseError(ErrorKind::notFound, "cannot be made: there is no folder " + folder.string());
  auto connection = std::make_unique<Connection>(file, Connection::Access::create);
  try {
    registerSearch(*connection);
    migrate(*connection);
    settleWhatIsLeft(*connection);
    connection->execute(largeCache);
    connection->execute(loggedWriting);
  } catch (const DatabaseError& failed) {
    connection.reset();
    // Better none than half a library; but who is writing to it goes on.
    if (failed.error().kind != ErrorKind::busy) fs::remove(file, ignored);
    throw;
  }
  return connection;
}

std::unique_ptr<Connection> openForWriting(const fs::path& file) {
  if (!isNotMadeYet(file)) requireLibrary(file);
  auto connection = std::make_unique<Connection>(file, Connection::Access::write);
  // What was broken off in the midst of being written is gone now that the file is open.
  if (connection->pragma("page_count") > 0) requireLibrary(*connection);
  registerSearch(*connection);
  if (const std::int64_t format = connection->pragma("user_version"); format > 0 && format < newestFormat())
    library::backUp(*connection, backupBeforeMigration(file, format));
  migrate(*connection);
  connection->execute(largeCache);
  connection->execute(loggedWriting);
  settleWhatIsLeft(*connection);
  return connection;
}

/// A library beside which nothing can be written can still be read, as nobody can be writing to it.
std::unique_ptr<Connection> openUnchanged(const fs::path& file) {
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
  return connection;
}

std::unique_ptr<Connection> openForReading(const fs::path& file) {
  std::unique_ptr<Connection> connection = openUnchanged(file);
  if (connection->pragma("user_version") < newestFormat())
    throw DatabaseError(ErrorKind::input,
                        "was made by an older Démarche; add an article to it to bring it up to date");
  registerSearch(*connection);
  connection->execute(largeCache);
  return connection;
}

/// To restore from. What goes wrong is told with its name, as it is not the file that one asked to change.
std::unique_ptr<Connection> openCopy(const fs::path& copy) {
  try {
    auto connection = openUnchanged(copy);
    std::error_code failed;
    fs::path log = copy;
    log += "-wal";
    const bool seesNoLog = connection->access() == Connection::Access::readUnchanging;
    if (seesNoLog && fs::file_size(log, failed) > 0 && !failed)
      throw DatabaseError(ErrorKind::access,
                          "what was written to it last stands in its log (-wal), which can be "
                          "read only where files can be written: copy both there");
    return connection;
  } catch (const DatabaseError& failed) {
    throw DatabaseError(failed.error().kind,
                        fmt::format("cannot be restored from {}: {}", copy.string(), failed.error().message));
  }
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

base::Result<Added> Library::add(const model::Document& document, const model::Extraction& extraction,
                                 std::string_view knowledge) {
  return attempt([&] {
    Transaction transaction(*m_connection, Transaction::For::writing);
    if (articleWith(*m_connection, document.digest)) return Added::alreadyThere;
    const std::int64_t article =
        insertArticle(*m_connection, document, extraction, runOf(*m_connection, knowledge), base::utcNow());
    indexArticle(*m_connection, article, document);
    const bool supersedes = !arrange(*m_connection, document.source).silenced.empty();
    if (const GivenDates given = givenDates(*m_connection, document.digest); given.stated || given.written)
      writeGiven(*m_connection, article, given);
    settleCorrectionsIn(*m_connection, document.digest);
    if (supersedes) library::settle(*m_connection); // or stories would be shown without who told them
    transaction.commit();
    return supersedes ? Added::newVersion : Added::added;
  });
}

base::Result<GivenDates> Library::given(std::string_view digest) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    return givenDates(*m_connection, digest);
  });
}

base::Result<void> Library::replaceReading(const std::string& source, const model::Extraction& extraction,
                                           std::string_view knowledge) {
  return attempt([&] {
    Transaction transaction(*m_connection, Transaction::For::writing);
    const std::int64_t article = articleNamed(*m_connection, source);
    unsettle(*m_connection, "article = ?", article);
    library::replaceReading(*m_connection, article, extraction, runOf(*m_connection, knowledge));
    settleCorrectionsIn(*m_connection, digestOf(*m_connection, article));
    library::settle(*m_connection);
    transaction.commit();
  });
}

base::Result<std::vector<std::string>> Library::notReadWith(std::string_view knowledge) const {
  return attempt([&] { return articlesNotReadBy(*m_connection, knowledge); });
}

base::Result<std::optional<std::string>> Library::waitingToBeRead(std::string_view digest) const {
  return attempt([&]() -> std::optional<std::string> {
    const LentStatement row =
        m_connection->kept("SELECT source FROM article WHERE digest = ? AND run IS NULL");
    return row->with(digest).step() ? std::optional(row->text(0)) : std::nullopt;
  });
}

base::Result<std::vector<std::string>> Library::waitingToBeRead() const {
  return attempt(
      [&] { return textColumn(*m_connection, "SELECT source FROM article WHERE run IS NULL ORDER BY id"); });
}

base::Result<void> Library::remove(const std::string& source) {
  return attempt([&] {
    Transaction transaction(*m_connection, Transaction::For::writing);
    const std::int64_t article = articleNamed(*m_connection, source);
    const std::vector<std::string> corrections =
        correctionsAnchoredIn(*m_connection, digestOf(*m_connection, article));
    const std::string origin = originOf(*m_connection, article);
    unsettle(*m_connection, "article = ?", article);
    if (!isSuperseded(*m_connection, article))
      unindexArticle(*m_connection, article, readDocument(*m_connection, article));
    deleteArticle(*m_connection, article);
    arrange(*m_connection, origin);
    settleCorrections(*m_connection, corrections);
    library::settle(*m_connection);
    transaction.commit();
  });
}

base::Result<void> Library::settle() {
  return attempt([&] { settleWhatIsLeft(*m_connection); });
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
    indexAll(*m_connection);
    settleAll(*m_connection);
    settleCorrections(*m_connection, textColumn(*m_connection, "SELECT id FROM correction"));
    library::settle(*m_connection);
    transaction.commit();
  });
}

base::Result<std::vector<ArticleSummary>> Library::articles() const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    return readArticles(*m_connection);
  });
}

base::Result<std::optional<ArticleSummary>> Library::article(std::string_view source) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    return readArticle(*m_connection, source);
  });
}

base::Result<std::size_t> Library::articleCount() const {
  return attempt([&] {
    const LentStatement row = m_connection->kept("SELECT count(*) FROM article");
    row->step();
    return static_cast<std::size_t>(row->integer(0));
  });
}

base::Result<model::Document> Library::document(const std::string& source) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    return readDocument(*m_connection, articleNamed(*m_connection, source));
  });
}

base::Result<std::vector<std::string>> Library::namesToLearn() const {
  return attempt([&] {
    return textColumn(*m_connection, "SELECT DISTINCT name FROM facet WHERE what <> 'topic' AND name NOT IN "
                                     "(SELECT name FROM other_name) ORDER BY name");
  });
}

base::Result<void> Library::learnNames(const std::vector<OtherNames>& names) {
  return attempt([&] {
    Transaction transaction(*m_connection, Transaction::For::writing);
    const LentStatement insert = m_connection->kept("INSERT OR IGNORE INTO other_name VALUES (?,?)");
    for (const OtherNames& one : names) {
      m_connection->kept("DELETE FROM other_name WHERE name = ?")->run(one.name);
      insert->run(one.name, one.name); // known, even if it is written in no other way
      for (const std::string& other : one.others)
        insert->run(one.name, other);
    }
    transaction.commit();
  });
}

base::Result<std::int64_t> Library::dataVersion() const {
  return attempt([&] { return m_connection->pragma("data_version"); });
}

base::Result<void> Library::emptyLog() const {
  return attempt([&] { m_connection->execute("PRAGMA wal_checkpoint(TRUNCATE)"); });
}

base::Result<CataloguePtr> Library::catalogue() const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    return readCatalogue(*m_connection);
  });
}

base::Result<Asked> Library::asked(const Catalogue& catalogue, const model::Filter& filter) const {
  return attempt([&] { return library::asked(*m_connection, catalogue, filter); });
}

base::Result<std::vector<std::optional<model::Event>>>
Library::storiesAt(const std::vector<model::StoryRow>& rows) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    std::vector<std::optional<model::Event>> stories;
    stories.reserve(rows.size());
    for (const model::StoryRow row : rows)
      stories.push_back(findStory(*m_connection, row));
    return stories;
  });
}

base::Result<std::vector<std::string>> Library::titlesAt(const std::vector<model::StoryRow>& rows) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    const LentStatement title = m_connection->kept("SELECT title FROM story WHERE id = ?");
    std::vector<std::string> titles;
    titles.reserve(rows.size());
    for (const model::StoryRow row : rows)
      titles.push_back(title->with(row).step() ? title->text(0) : std::string());
    return titles;
  });
}

base::Result<std::optional<model::StoryRow>> Library::rowOf(std::string_view id) const {
  return attempt([&] {
    const LentStatement row =
        m_connection->kept("SELECT story FROM event WHERE key = ? AND story IS NOT NULL");
    return row->with(id).step() ? std::optional(row->integer(0)) : std::nullopt;
  });
}

base::Result<std::vector<model::Event>> Library::stories(const model::Filter& filter) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    const CataloguePtr catalogue = readCatalogue(*m_connection);
    std::unordered_set<std::int64_t> chosen;
    for (const std::uint32_t story : select(*catalogue, library::asked(*m_connection, *catalogue, filter)))
      chosen.insert(catalogue->stories[story]);
    std::vector<std::int64_t> rows = storiesInOrder(*m_connection);
    std::erase_if(rows, [&](std::int64_t row) { return !chosen.contains(row); });
    return readStories(*m_connection, rows);
  });
}

base::Result<SearchHits> Library::search(const Catalogue& catalogue, std::string_view text, Typing typing,
                                         SearchPage page) const {
  const auto query = parseQuery(text, typing);
  if (!query) return tl::make_unexpected(query.error());
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    return library::search(*m_connection, *query, blocksTelling(catalogue, query->conditions), page);
  });
}

base::Result<model::Event> Library::story(std::string_view id) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    return readStory(*m_connection, storyWith(*m_connection, id));
  });
}

base::Result<MergeReport> Library::merge(const fs::path& from, const base::ProgressCallback& progress,
                                         const base::CancelToken& cancel) {
  std::error_code ignored;
  if (!fs::exists(from, ignored)) return base::fail(ErrorKind::notFound, "does not exist");
  return attempt([&] {
    const std::unique_ptr<Connection> other = openForReading(from);
    const Transaction reading(*other, Transaction::For::reading);
    return library::merge(*m_connection, *other, progress, cancel);
  });
}

base::Result<std::vector<model::SavedFilter>> Library::savedFilters() const {
  return attempt([&] { return readSavedFilters(*m_connection); });
}

base::Result<void> Library::saveFilter(const model::SavedFilter& saved) {
  return attempt([&] {
    Transaction transaction(*m_connection, Transaction::For::writing);
    writeSavedFilter(*m_connection, saved);
    transaction.commit();
  });
}

base::Result<void> Library::removeFilter(const std::string& name) {
  return attempt([&] {
    Transaction transaction(*m_connection, Transaction::For::writing);
    removeSavedFilter(*m_connection, name);
    transaction.commit();
  });
}

base::Result<void> Library::backUp(const fs::path& copy) const {
  return attempt([&] { library::backUp(*m_connection, copy); });
}

base::Result<std::optional<fs::path>> Library::restore(const fs::path& library, const fs::path& copy) {
  std::error_code ignored;
  if (!fs::exists(copy, ignored))
    return base::fail(ErrorKind::notFound, fmt::format("cannot be restored: there is no {}", copy.string()));
  if (fs::is_directory(library, ignored))
    return base::fail(ErrorKind::input, "is a folder, no Démarche library");
  if (fs::equivalent(library, copy, ignored))
    return base::fail(ErrorKind::input, "cannot be restored from itself");
  return attempt([&] {
    // SQLite keeps logs beside the file that a link leads to.
    const fs::path file = fs::is_symlink(library, ignored) ? fs::canonical(library, ignored) : library;
    if (fs::exists(file, ignored)) requireUnused(file); // before a long time is spent on it
    const std::unique_ptr<Connection> connection = openCopy(copy);
    return library::restore(file, *connection);
  });
}

} // namespace demarche::library
