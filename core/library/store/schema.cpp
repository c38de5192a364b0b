// SPDX-License-Identifier: Apache-2.0
// The tables of a library and how older files become newer ones. docs/data-model.md draws and explains them.

#include "core/library/store/schema.h"

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <string_view>

namespace demarche::library {
namespace {

using base::ErrorKind;

// A migration that has been in a release is never edited; what has to change becomes the next one.
constexpr const char* articlesAndEvents = R"sql(
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  byline TEXT NOT NULL,
  stated_date TEXT,
  stated_begin INTEGER,
  stated_end INTEGER,
  written TEXT NOT NULL,
  written_basis TEXT NOT NULL,
  written_why TEXT NOT NULL,
  written_confidence REAL NOT NULL,
  knowledge TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE block (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  role TEXT NOT NULL,
  language TEXT NOT NULL,
  section INTEGER NOT NULL,
  PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE diagnostic (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  scope TEXT NOT NULL,
  date TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  title TEXT NOT NULL,
  level TEXT NOT NULL,
  confidence REAL NOT NULL,
  plover TEXT NOT NULL,
  place TEXT,
  country TEXT
) STRICT;
CREATE INDEX event_by_article ON event (article);

CREATE TABLE participant (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  side TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE passage (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  date TEXT NOT NULL,
  date_text TEXT NOT NULL,
  date_why TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_member (
  event INTEGER PRIMARY KEY REFERENCES event ON DELETE CASCADE,
  story TEXT NOT NULL
) STRICT;
CREATE INDEX story_member_by_story ON story_member (story);

CREATE VIEW account AS
SELECT coalesce(story_member.story, event.key) AS story, event.earliest, event.latest, event.date, event.status,
       event.kind, event.scope, event.title, event.place, event.country, event.confidence,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM participant WHERE participant.event = event.id
                                              ORDER BY ordinal)) AS participants,
       article.source, article.written,
       (SELECT group_concat(quote, char(10)) FROM (SELECT quote FROM passage WHERE passage.event = event.id
                                                   ORDER BY ordinal)) AS quotes
FROM event JOIN article ON article.id = event.article LEFT JOIN story_member ON story_member.event = event.id;
)sql";

constexpr std::array migrations = {articlesAndEvents};

/// What every SQLite file begins with, and where it keeps the two numbers we look at.
constexpr std::string_view sqliteMagic("SQLite format 3\0", 16);
constexpr std::size_t headerSize = 100;
constexpr std::size_t userVersionAt = 60;
constexpr std::size_t applicationIdAt = 68;

std::int32_t bigEndian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return static_cast<std::int32_t>(value);
}

void requireNumbers(std::int64_t application, std::int64_t format) {
  if (application != applicationId) throw DatabaseError(ErrorKind::input, "is no Démarche library");
  if (format > newestFormat())
    throw DatabaseError(
        ErrorKind::input,
        fmt::format("was made by a newer Démarche (library format {}, this one knows {} at most); "
                    "it was left as it is",
                    format, newestFormat()));
}

} // namespace

int newestFormat() {
  return static_cast<int>(migrations.size());
}

void requireLibrary(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw DatabaseError(ErrorKind::access, "cannot be read");
  std::string header(headerSize, '\0');
  in.read(header.data(), static_cast<std::streamsize>(header.size()));
  if (in.gcount() < static_cast<std::streamsize>(headerSize) || !header.starts_with(sqliteMagic))
    throw DatabaseError(ErrorKind::input, "is no Démarche library");
  requireNumbers(bigEndian(header, applicationIdAt), bigEndian(header, userVersionAt));
}

void requireLibrary(const Connection& connection) {
  requireNumbers(connection.pragma("application_id"), connection.pragma("user_version"));
}

void migrate(Connection& connection) {
  for (;;) {
    Transaction step(connection, Transaction::For::writing);
    const auto format = static_cast<std::size_t>(connection.pragma("user_version"));
    if (format >= migrations.size()) return;
    connection.execute(migrations[format]);
    connection.execute(
        fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", applicationId, format + 1));
    step.commit();
  }
}

} // namespace demarche::library
