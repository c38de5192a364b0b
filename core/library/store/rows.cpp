// SPDX-License-Identifier: Apache-2.0
#include "core/library/store/rows.h"

#include "core/text/unicode.h"
#include "core/time/calendar.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>

namespace demarche::library {
namespace {

using base::ErrorKind;

[[noreturn]] void damaged(std::string_view what, std::string_view value) {
  throw DatabaseError(ErrorKind::input,
                      fmt::format("the library file is damaged: \"{}\" is no {}", value, what));
}

/// A column that holds a spelling of the contract.
template <typename Parse>
auto readCode(const Statement& row, int column, Parse parse, std::string_view what) {
  const std::string spelling = row.text(column);
  const auto value = parse(spelling);
  if (!value) damaged(what, spelling);
  return *value;
}

time::Edtf readDate(const Statement& row, int column) {
  const std::string spelling = row.text(column);
  const auto date = time::Edtf::parse(spelling);
  if (!date) damaged("date", spelling);
  return *date;
}

text::Span readSpan(const Statement& row, int column) {
  return {row.number(column), row.number(column + 1)};
}

std::optional<std::string> isoOrNull(const std::optional<time::DayRange>& days,
                                     time::Day time::DayRange::*end) {
  return days ? std::optional(time::isoDay((*days).*end)) : std::nullopt;
}

std::int64_t insertArticleRow(Connection& connection, const std::string& source,
                              const model::Document& document, const model::DayOfWriting& written,
                              std::string_view knowledge) {
  std::optional<std::string> statedDate;
  std::optional<std::int32_t> statedBegin;
  std::optional<std::int32_t> statedEnd;
  if (document.stated) {
    statedDate = document.stated->date.str();
    statedBegin = document.stated->span.begin;
    statedEnd = document.stated->span.end;
  }
  connection
      .prepare("INSERT INTO article (digest, source, title, byline, stated_date, stated_begin, stated_end, "
               "written, "
               "written_basis, written_why, written_confidence, knowledge, text) VALUES "
               "(?,?,?,?,?,?,?,?,?,?,?,?,?)")
      .run(document.digest, source, document.title, document.byline, statedDate, statedBegin, statedEnd,
           written.date.str(), code(written.basis), written.why, written.confidence, knowledge,
           text::toUtf8(document.text));
  return connection.lastRowId();
}

void insertBlocks(Connection& connection, std::int64_t article, const std::vector<model::Block>& blocks) {
  Statement insert = connection.prepare("INSERT INTO block VALUES (?,?,?,?,?,?,?)");
  std::int64_t ordinal = 0;
  for (const model::Block& block : blocks)
    insert.run(article, ordinal++, block.span.begin, block.span.end, code(block.role), code(block.language),
               block.section);
}

void insertEvent(Connection& connection, std::int64_t article, const model::Event& event) {
  const auto days = event.date.bounds();
  std::optional<std::string> place;
  std::optional<std::string> country;
  if (event.place) {
    place = event.place->name;
    country = event.place->country;
  }
  connection
      .prepare("INSERT INTO event (key, article, kind, status, scope, date, earliest, latest, title, level, "
               "confidence, "
               "plover, place, country) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      .run(event.id, article, code(event.kind), code(event.status), code(event.scope), event.date.str(),
           isoOrNull(days, &time::DayRange::first), isoOrNull(days, &time::DayRange::last), event.title,
           code(event.level), event.confidence, event.plover, place, country);
  const std::int64_t id = connection.lastRowId();

  std::int64_t ordinal = 0;
  Statement participant = connection.prepare("INSERT INTO participant VALUES (?,?,?,?,?,?)");
  for (const model::Participant& one : event.participants)
    participant.run(id, ordinal++, one.name, code(one.type), code(one.side), one.role);
  ordinal = 0;
  Statement topic = connection.prepare("INSERT INTO topic VALUES (?,?,?)");
  for (const std::string& name : event.topics)
    topic.run(id, ordinal++, name);
  ordinal = 0;
  Statement passage = connection.prepare("INSERT INTO passage VALUES (?,?,?,?,?,?,?,?,?,?,?)");
  for (const model::Passage& one : event.passages)
    passage.run(id, ordinal++, one.span.begin, one.span.end, text::toUtf8(one.text), code(one.kind),
                code(one.status), one.date.str(), text::toUtf8(one.dateText), one.dateWhy, one.rule);
}

model::Event readEvent(const Statement& row) {
  model::Event event;
  event.id = row.text(3);
  event.kind = readCode(row, 4, model::eventKindFromCode, "kind of event");
  event.status = readCode(row, 5, model::eventStatusFromCode, "status");
  event.scope = readCode(row, 6, model::scopeFromCode, "scope");
  event.date = readDate(row, 7);
  event.title = row.text(8);
  event.level = readCode(row, 9, model::levelFromCode, "level");
  event.confidence = row.real(10);
  event.plover = row.text(11);
  if (!row.isNull(12)) event.place = model::Place{row.text(12), row.text(13)};
  return event;
}

/// Calls `attach` for each row of a table whose first column is the event's id, with its event.
template <typename Attach>
void forEachRowOf(const Connection& connection, std::string_view sql, std::vector<EventRow>& events,
                  Attach attach) {
  Statement row = connection.prepare(sql);
  auto event = events.begin();
  while (row.step()) {
    event = std::lower_bound(event, events.end(), row.integer(0),
                             [](const EventRow& known, std::int64_t id) { return known.id < id; });
    if (event == events.end()) return;
    attach(row, event->event);
  }
}

model::Passage readPassage(const Statement& row) {
  model::Passage passage;
  passage.article = row.text(1);
  passage.span = readSpan(row, 2);
  passage.text = text::toUtf16(row.text(4));
  passage.kind = readCode(row, 5, model::eventKindFromCode, "kind of event");
  passage.status = readCode(row, 6, model::eventStatusFromCode, "status");
  passage.date = readDate(row, 7);
  passage.dateText = text::toUtf16(row.text(8));
  passage.dateWhy = row.text(9);
  passage.rule = row.text(10);
  return passage;
}

} // namespace

ArticleSummary summaryOf(const model::Document& document, const model::DayOfWriting& written) {
  ArticleSummary summary{document.source, document.title, document.digest, {}, {}, written};
  if (document.stated) summary.stated = document.stated->date;
  std::map<model::Language, std::int64_t> amounts;
  for (const model::Block& block : document.blocks)
    if (isRead(block.role) && block.language != model::Language::unknown)
      amounts[block.language] += block.span.length();
  for (const auto& [language, amount] : amounts)
    summary.languages.push_back(language);
  std::stable_sort(summary.languages.begin(), summary.languages.end(),
                   [&](model::Language a, model::Language b) { return amounts[a] > amounts[b]; });
  return summary;
}

std::string freeSource(const Connection& connection, const std::string& wanted) {
  Statement taken = connection.prepare("SELECT 1 FROM article WHERE source = ?");
  std::string source = wanted;
  for (int number = 2; taken.with(source).step(); ++number)
    source = fmt::format("{} ({})", wanted, number);
  return source;
}

void insertArticle(Connection& connection, const std::string& source, const model::Document& document,
                   const model::Extraction& extraction, std::string_view knowledge) {
  const std::int64_t article = insertArticleRow(connection, source, document, extraction.written, knowledge);
  insertBlocks(connection, article, document.blocks);
  Statement diagnostic = connection.prepare("INSERT INTO diagnostic VALUES (?,?,?,?)");
  std::int64_t ordinal = 0;
  for (const auto& diagnostics : {document.diagnostics, extraction.diagnostics})
    for (const model::Diagnostic& one : diagnostics)
      diagnostic.run(article, ordinal++, one.offset, one.message);
  for (const model::Event& event : extraction.events)
    insertEvent(connection, article, event);
}

std::vector<EventRow> readEvents(const Connection& connection) {
  std::vector<EventRow> events;
  Statement row = connection.prepare(
      "SELECT event.id, article, coalesce(story, ''), key, kind, status, scope, date, title, level, "
      "confidence, plover, "
      "place, country FROM event LEFT JOIN story_member ON story_member.event = event.id ORDER BY event.id");
  while (row.step())
    events.push_back({row.integer(0), row.integer(1), row.text(2), readEvent(row)});

  forEachRowOf(connection, "SELECT event, name, type, side, role FROM participant ORDER BY event, ordinal",
               events, [](const Statement& one, model::Event& event) {
                 event.participants.push_back(
                     {one.text(1), readCode(one, 2, model::participantTypeFromCode, "type of participant"),
                      readCode(one, 3, model::sideFromCode, "side"), one.text(4)});
               });
  forEachRowOf(connection, "SELECT event, name FROM topic ORDER BY event, ordinal", events,
               [](const Statement& one, model::Event& event) { event.topics.push_back(one.text(1)); });
  forEachRowOf(
      connection,
      "SELECT passage.event, article.source, span_begin, span_end, quote, passage.kind, passage.status, "
      "passage.date, date_text, date_why, rule FROM passage JOIN event ON event.id = passage.event "
      "JOIN article ON article.id = event.article ORDER BY passage.event, passage.ordinal",
      events, [](const Statement& one, model::Event& event) { event.passages.push_back(readPassage(one)); });
  return events;
}

std::vector<ArticleSummary> readArticles(const Connection& connection) {
  std::vector<ArticleSummary> articles;
  Statement languages =
      connection.prepare("SELECT language FROM block WHERE article = ? AND role IN ('title', 'body', "
                         "'caption') AND language <> 'und' "
                         "GROUP BY language ORDER BY sum(span_end - span_begin) DESC, language");
  Statement row = connection.prepare(
      "SELECT id, source, title, digest, stated_date, written, written_basis, written_why, "
      "written_confidence FROM article ORDER BY source");
  while (row.step()) {
    ArticleSummary& article = articles.emplace_back();
    article.source = row.text(1);
    article.title = row.text(2);
    article.digest = row.text(3);
    if (!row.isNull(4)) article.stated = readDate(row, 4);
    article.written = {readDate(row, 5),
                       readCode(row, 6, model::writtenBasisFromCode, "basis of a day of writing"),
                       row.text(7), row.real(8)};
    languages.with(row.integer(0));
    while (languages.step())
      article.languages.push_back(readCode(languages, 0, model::languageFromCode, "language"));
  }
  return articles;
}

model::Document readDocument(const Connection& connection, const std::string& source) {
  Statement row = connection.prepare("SELECT id, text, title, byline, digest, stated_date, stated_begin, "
                                     "stated_end FROM article WHERE source = ?");
  if (!row.with(source).step())
    throw DatabaseError(ErrorKind::notFound,
                        fmt::format("there is no article \"{}\" in this library", source));
  model::Document document;
  document.source = source;
  document.text = text::toUtf16(row.text(1));
  document.title = row.text(2);
  document.byline = row.text(3);
  document.digest = row.text(4);
  if (!row.isNull(5)) document.stated = model::StatedDate{readDate(row, 5), readSpan(row, 6)};

  Statement block = connection.prepare(
      "SELECT span_begin, span_end, role, language, section FROM block WHERE article = ? ORDER BY ordinal");
  for (block.with(row.integer(0)); block.step();)
    document.blocks.push_back({readSpan(block, 0),
                               readCode(block, 2, model::blockRoleFromCode, "role of a block"),
                               readCode(block, 3, model::languageFromCode, "language"), block.number(4)});
  Statement diagnostic =
      connection.prepare("SELECT span_begin, message FROM diagnostic WHERE article = ? ORDER BY ordinal");
  for (diagnostic.with(row.integer(0)); diagnostic.step();)
    document.diagnostics.push_back({source, diagnostic.number(0), diagnostic.text(1)});
  return document;
}

} // namespace demarche::library
