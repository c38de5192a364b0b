// SPDX-License-Identifier: Apache-2.0
#include "core/library/library.h"

#include "core/base/utc.h"
#include "core/library/attempt.h"
#include "core/library/catalogue/matcher.h"
#include "core/library/corrections/given.h"
#include "core/library/corrections/targets.h"
#include "core/library/safety/check.h"
#include "core/library/settling.h"
#include "core/library/store/article_rows.h"
#include "core/library/store/naming.h"
#include "core/library/store/schema.h"
#include "core/library/store/sqlite.h"
#include "core/library/stories/joining.h"
#include "core/library/stories/story_rows.h"

#include <system_error>
#include <unordered_map>
#include <utility>

namespace demarche::library {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;

/// What a migration, or a program that was killed, left in no story.
void settleWhatIsLeft(Connection& connection) {
  const bool all = isJoinedOtherwise(connection);
  if (!all && !isUnsettled(connection)) return;
  Transaction transaction(connection, Transaction::For::writing);
  all ? settleAll(connection) : settle(connection);
  transaction.commit();
}

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
    migrate(*connection);
    settleWhatIsLeft(*connection);
    connection->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
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
  migrate(*connection);
  connection->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  settleWhatIsLeft(*connection);
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
  return connection;
}

/// What the article tells leaves its stories.
void silence(Connection& connection, std::int64_t article) {
  unsettle(connection, "article = ?", article);
  connection.kept("DELETE FROM event_key WHERE event IN (SELECT id FROM event WHERE article = ?)")
      ->run(article);
  connection.kept("UPDATE event SET component = NULL, story = NULL WHERE article = ?")->run(article);
}

/// Articles from this origin get their names, and those that are superseded have no say any more.
Renamed arrange(Connection& connection, const std::string& origin) {
  Renamed renamed = nameArticlesFrom(connection, origin);
  for (const std::int64_t article : renamed.silenced)
    silence(connection, article);
  return renamed;
}

/// Corrections of this text find their accounts again.
void retargetIn(Connection& connection, std::string_view digest) {
  const std::vector<std::string> ids = correctionsAnchoredIn(connection, digest);
  if (!ids.empty()) settleCorrections(connection, ids);
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
    const bool supersedes = !arrange(*m_connection, document.source).silenced.empty();
    writeGiven(*m_connection, article, givenDates(*m_connection, document.digest));
    retargetIn(*m_connection, document.digest);
    if (supersedes) library::settle(*m_connection); // or stories would be shown without who told them
    transaction.commit();
    return supersedes ? Added::newVersion : Added::added;
  });
}

base::Result<bool> Library::contains(std::string_view digest) const {
  return attempt([&] { return articleWith(*m_connection, digest).has_value(); });
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
    retargetIn(*m_connection, digestOf(*m_connection, article));
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

base::Result<void> Library::remove(const std::string& source) {
  return attempt([&] {
    Transaction transaction(*m_connection, Transaction::For::writing);
    const std::int64_t article = articleNamed(*m_connection, source);
    const std::vector<std::string> corrections =
        correctionsAnchoredIn(*m_connection, digestOf(*m_connection, article));
    const std::string origin = originOf(*m_connection, article);
    unsettle(*m_connection, "article = ?", article);
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
    settleAll(*m_connection);
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
    return readDocument(*m_connection, articleNamed(*m_connection, source));
  });
}

base::Result<std::vector<model::Event>> Library::stories(const model::Filter& filter) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    std::unordered_map<std::string, std::vector<model::Language>> languages;
    for (ArticleSummary& article : readArticles(*m_connection))
      languages[article.source] = std::move(article.languages);

    const Matcher matches(filter);
    std::vector<model::Event> stories;
    for (model::Event& story : readStories(*m_connection, storiesInOrder(*m_connection))) {
      std::vector<model::Language> told;
      for (const model::Passage& passage : story.passages) {
        const auto& here = languages[passage.article];
        told.insert(told.end(), here.begin(), here.end());
      }
      if (matches(story, told)) stories.push_back(std::move(story));
    }
    return stories;
  });
}

base::Result<model::Event> Library::story(std::string_view id) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    return readStory(*m_connection, storyWith(*m_connection, id));
  });
}

} // namespace demarche::library
