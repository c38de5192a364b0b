// SPDX-License-Identifier: Apache-2.0
// The tables of a library and how older files become newer ones. docs/data-model.md draws and explains them.

#include "core/library/store/schema.h"

#include "core/library/store/file_bytes.h"

#include <array>
#include <fmt/format.h>
#include <string_view>
#include <vector>

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

// What a person sees and corrects is the story, so that stories are kept as they are after joining and
// correcting: to filter, search and draw them takes no work that was done before.
constexpr const char* storiesAndCorrections = R"sql(
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  engine TEXT NOT NULL,
  knowledge TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (engine, knowledge)
) STRICT;
INSERT INTO run (engine, knowledge, at) SELECT DISTINCT '', knowledge, '' FROM article;

ALTER TABLE article ADD COLUMN run INTEGER REFERENCES run;
UPDATE article SET run = (SELECT id FROM run WHERE run.knowledge = article.knowledge);
ALTER TABLE article DROP COLUMN knowledge;
ALTER TABLE article ADD COLUMN origin TEXT NOT NULL DEFAULT '';
UPDATE article SET origin = source;
ALTER TABLE article ADD COLUMN added TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN given_stated TEXT;
ALTER TABLE article ADD COLUMN given_written TEXT;
ALTER TABLE diagnostic ADD COLUMN of_reading INTEGER NOT NULL DEFAULT 0;
CREATE INDEX article_by_origin ON article (origin, added);
CREATE INDEX article_by_run ON article (run);

DROP VIEW account;
DROP TABLE story_member;
ALTER TABLE event ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN says INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN component INTEGER;
ALTER TABLE event ADD COLUMN story INTEGER;
CREATE INDEX event_by_component ON event (component);
CREATE INDEX event_by_story ON event (story);

ALTER TABLE passage ADD COLUMN block INTEGER NOT NULL DEFAULT 0;
UPDATE passage SET block = coalesce((SELECT max(ordinal) FROM event JOIN block ON block.article = event.article
                                     WHERE event.id = passage.event AND block.span_begin <= passage.span_begin), 0);

CREATE TABLE event_key (
  key INTEGER NOT NULL,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  PRIMARY KEY (key, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_key_by_event ON event_key (event);

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unsettled (
  component INTEGER,
  story INTEGER
) STRICT;

CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  accounts INTEGER NOT NULL,
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
  country TEXT,
  note TEXT NOT NULL,
  review TEXT NOT NULL,
  corrected TEXT NOT NULL
) STRICT;

CREATE TABLE story_participant (
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  side TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (story, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_topic (
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (story, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE facet (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  name TEXT NOT NULL,
  detail TEXT NOT NULL,
  UNIQUE (what, name, detail)
) STRICT;

CREATE TABLE other_name (
  name TEXT NOT NULL,
  other TEXT NOT NULL,
  PRIMARY KEY (name, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_facets (
  story INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE,
  first INTEGER,
  last INTEGER,
  sure_first INTEGER,
  sure_last INTEGER,
  traits INTEGER NOT NULL,
  place INTEGER,
  facets BLOB NOT NULL,
  told BLOB NOT NULL
) STRICT;

CREATE TABLE correction (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  change TEXT NOT NULL,
  target TEXT NOT NULL,
  digest TEXT NOT NULL,
  source TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  prefix TEXT NOT NULL,
  quote TEXT NOT NULL,
  suffix TEXT NOT NULL,
  value TEXT NOT NULL,
  was TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_by_target ON correction (target);
CREATE INDEX correction_by_digest ON correction (digest);
CREATE TRIGGER correction_is_not_changed BEFORE UPDATE ON correction
BEGIN SELECT raise(ABORT, 'corrections are only added'); END;
CREATE TRIGGER correction_is_not_deleted BEFORE DELETE ON correction
BEGIN SELECT raise(ABORT, 'corrections are only added'); END;

CREATE TABLE correction_target (
  correction TEXT NOT NULL REFERENCES correction,
  ordinal INTEGER NOT NULL,
  digest TEXT NOT NULL,
  origin TEXT NOT NULL,
  event INTEGER,
  state TEXT NOT NULL,
  PRIMARY KEY (correction, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_target_by_event ON correction_target (event);
CREATE INDEX correction_target_by_digest ON correction_target (digest);
CREATE INDEX correction_target_by_origin ON correction_target (origin);

CREATE TABLE saved_filter (
  name TEXT PRIMARY KEY,
  filter TEXT NOT NULL,
  changed TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW events AS
SELECT story.key AS id, kind, status, scope, date, earliest, latest, title, level, confidence, plover, place, country,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM story_participant WHERE story_participant.story = story.id
                                              ORDER BY ordinal)) AS participants,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM story_topic WHERE story_topic.story = story.id
                                              ORDER BY ordinal)) AS topics,
       (SELECT count(DISTINCT article) FROM event WHERE event.story = story.id) AS articles, accounts,
       note, review, corrected
FROM story;

CREATE VIEW participants AS
SELECT story.key AS event, name, type, side, role
FROM story_participant JOIN story ON story.id = story_participant.story;

CREATE VIEW passages AS
SELECT story.key AS event, article.source AS article, article.written, passage.date, passage.status, passage.kind,
       event.place, event.country, passage.quote, passage.date_text, passage.date_why, passage.rule,
       passage.span_begin, passage.span_end
FROM passage JOIN event ON event.id = passage.event JOIN article ON article.id = event.article
     JOIN story ON story.id = event.story;
)sql";

// The tokenizer must be registered before (search/index.h).
constexpr const char* searchTables = R"sql(
CREATE VIRTUAL TABLE text_search USING fts5(title, body, content='', tokenize='demarche');
CREATE VIRTUAL TABLE story_search USING fts5(names, content='', tokenize='demarche');
)sql";

/// Each step, in pieces that are run one after another.
const std::array<std::vector<const char*>, 2> migrations{
    {{articlesAndEvents}, {storiesAndCorrections, searchTables}}};

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
  const std::string header = beginningOf(file, headerSize);
  if (header.size() < headerSize || !header.starts_with(sqliteMagic))
    throw DatabaseError(ErrorKind::input, "is no Démarche library");
  requireNumbers(bigEndian(header, applicationIdAt), bigEndian(header, userVersionAt));
}

void requireLibrary(const Connection& connection) {
  requireNumbers(connection.pragma("application_id"), connection.pragma("user_version"));
  // Only now there is a lock that keeps it where it is. A log would be looked for beside the file that has
  // the name.
  if (connection.hasMoved())
    throw DatabaseError(ErrorKind::busy, "was replaced while it was being opened; open it again");
}

void migrate(Connection& connection) {
  for (;;) {
    Transaction step(connection, Transaction::For::writing);
    auto format = static_cast<std::size_t>(connection.pragma("user_version"));
    if (format >= migrations.size()) return;
    // A new library is made at one stroke, so that there is none of it or all.
    const std::size_t end = format == 0 ? migrations.size() : format + 1;
    for (; format < end; ++format)
      for (const char* piece : migrations[format])
        connection.execute(piece);
    connection.execute(
        fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", applicationId, format));
    step.commit();
  }
}

} // namespace demarche::library
