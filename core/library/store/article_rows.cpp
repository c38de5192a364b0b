// SPDX-License-Identifier: Apache-2.0
#include "core/library/store/article_rows.h"

#include "core/base/utc.h"
#include "core/library/store/columns.h"
#include "core/library/store/event_rows.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace demarche::library {
namespace {

/// What reads, beside the knowledge: another number tells readings of an older program apart.
constexpr std::string_view engine = "demarche/" DEMARCHE_VERSION;

std::int64_t insertArticleRow(Connection& connection, const model::Document& document,
                              const model::DayOfWriting& written, std::int64_t run, std::string_view added) {
  std::optional<std::string> statedDate;
  std::optional<std::int32_t> statedBegin;
  std::optional<std::int32_t> statedEnd;
  if (document.stated) {
    statedDate = document.stated->date.str();
    statedBegin = document.stated->span.begin;
    statedEnd = document.stated->span.end;
  }
  // Until it is named it goes by its digest, which no other has.
  connection
      .kept("INSERT INTO article (digest, source, origin, added, title, byline, stated_date, stated_begin, "
            "stated_end, written, written_basis, written_why, written_confidence, run, text) VALUES "
            "(?1,?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)")
      ->run(document.digest, document.source, added, document.title, document.byline, statedDate, statedBegin,
            statedEnd, written.date.str(), code(written.basis), written.why, written.confidence, run,
            text::toUtf8(document.text));
  return connection.lastRowId();
}

void insertBlocks(Connection& connection, std::int64_t article, const std::vector<model::Block>& blocks) {
  const LentStatement insert = connection.kept("INSERT INTO block VALUES (?,?,?,?,?,?,?)");
  std::int64_t ordinal = 0;
  for (const model::Block& block : blocks)
    insert->run(article, ordinal++, block.span.begin, block.span.end, code(block.role), code(block.language),
                block.section);
}

/// Diagnostics behind those that are there.
void insertDiagnostics(Connection& connection, std::int64_t article,
                       const std::vector<model::Diagnostic>& found, bool ofReading) {
  for (const model::Diagnostic& one : found)
    connection
        .kept(
            "INSERT INTO diagnostic (article, ordinal, span_begin, message, of_reading) VALUES (?1, (SELECT "
            "coalesce(max(ordinal), -1) + 1 FROM diagnostic WHERE article = ?1), ?2, ?3, ?4)")
        ->run(article, one.offset, one.message, ofReading ? 1 : 0);
}

void insertReading(Connection& connection, std::int64_t article, const model::Extraction& extraction) {
  insertDiagnostics(connection, article, extraction.diagnostics, /*ofReading=*/true);
  const BlockBegins blocks = readBlockBegins(connection, article);
  for (const model::Event& event : extraction.events)
    insertEvent(connection, article, blocks, event, /*byHand=*/false);
}

constexpr std::string_view summaryColumns = "SELECT id, source, title, digest, coalesce(given_stated, "
                                            "stated_date), written, written_basis, written_why, "
                                            "written_confidence, superseded FROM article";

ArticleSummary readSummary(const Connection& connection, const Statement& row) {
  ArticleSummary article;
  article.source = row.text(1);
  article.title = row.text(2);
  article.digest = row.text(3);
  if (!row.isNull(4)) article.stated = readDate(row, 4);
  article.written = {readDate(row, 5),
                     readCode(row, 6, model::writtenBasisFromCode, "basis of a day of writing"), row.text(7),
                     row.real(8)};
  article.superseded = row.integer(9) != 0;
  const LentStatement languages =
      connection.kept("SELECT language FROM block WHERE article = ? AND role IN ('title', 'body', "
                      "'caption') AND language <> 'und' "
                      "GROUP BY language ORDER BY sum(span_end - span_begin) DESC, language");
  for (languages->with(row.integer(0)); languages->step();)
    article.languages.push_back(readCode(*languages, 0, model::languageFromCode, "language"));
  return article;
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

std::int64_t runOf(Connection& connection, const Run& run) {
  connection.kept("INSERT OR IGNORE INTO run (engine, knowledge, at) VALUES (?,?,?)")
      ->run(run.engine, run.knowledge, base::utcNow());
  const LentStatement row = connection.kept("SELECT id FROM run WHERE engine = ? AND knowledge = ?");
  row->with(run.engine, run.knowledge).step();
  return row->integer(0);
}

std::int64_t runOf(Connection& connection, std::string_view knowledge) {
  return runOf(connection, Run{std::string(engine), std::string(knowledge)});
}

std::optional<Run> readRun(const Connection& connection, std::int64_t article) {
  const LentStatement row = connection.kept(
      "SELECT engine, knowledge FROM article JOIN run ON run.id = article.run WHERE article.id = ?");
  return row->with(article).step() ? std::optional(Run{row->text(0), row->text(1)}) : std::nullopt;
}

std::optional<std::int64_t> articleAt(const Connection& connection, std::string_view source) {
  const LentStatement row = connection.kept("SELECT id FROM article WHERE source = ?");
  return row->with(source).step() ? std::optional(row->integer(0)) : std::nullopt;
}

std::int64_t insertArticle(Connection& connection, const model::Document& document,
                           const model::Extraction& extraction, std::int64_t run, std::string_view added) {
  const std::int64_t article = insertArticleRow(connection, document, extraction.written, run, added);
  insertBlocks(connection, article, document.blocks);
  insertDiagnostics(connection, article, document.diagnostics, /*ofReading=*/false);
  insertReading(connection, article, extraction);
  return article;
}

void replaceReading(Connection& connection, std::int64_t article, const model::Extraction& extraction,
                    std::int64_t run) {
  connection.kept("DELETE FROM event WHERE article = ? AND by_hand = 0")->run(article);
  connection.kept("DELETE FROM diagnostic WHERE article = ? AND of_reading = 1")->run(article);
  const model::DayOfWriting& written = extraction.written;
  connection
      .kept("UPDATE article SET written = ?, written_basis = ?, written_why = ?, written_confidence = ?, run "
            "= ? "
            "WHERE id = ?")
      ->run(written.date.str(), code(written.basis), written.why, written.confidence, run, article);
  insertReading(connection, article, extraction);
}

std::vector<ArticleSummary> readArticles(const Connection& connection) {
  std::vector<ArticleSummary> articles;
  const LentStatement row = connection.kept(fmt::format("{} ORDER BY source", summaryColumns));
  while (row->step())
    articles.push_back(readSummary(connection, *row));
  return articles;
}

std::optional<ArticleSummary> readArticle(const Connection& connection, std::string_view source) {
  const LentStatement row = connection.kept(fmt::format("{} WHERE source = ?", summaryColumns));
  return row->with(source).step() ? std::optional(readSummary(connection, *row)) : std::nullopt;
}

void deleteArticle(Connection& connection, std::int64_t article) {
  connection.kept("DELETE FROM article WHERE id = ?")->run(article);
}

bool isSuperseded(const Connection& connection, std::int64_t article) {
  const LentStatement row = connection.kept("SELECT superseded FROM article WHERE id = ?");
  return row->with(article).step() && row->integer(0) != 0;
}

std::string originOf(const Connection& connection, std::int64_t article) {
  const LentStatement row = connection.kept("SELECT origin FROM article WHERE id = ?");
  return row->with(article).step() ? row->text(0) : std::string();
}

std::string digestOf(const Connection& connection, std::int64_t article) {
  const LentStatement row = connection.kept("SELECT digest FROM article WHERE id = ?");
  return row->with(article).step() ? row->text(0) : std::string();
}

std::optional<std::int64_t> articleWith(const Connection& connection, std::string_view digest) {
  const LentStatement row = connection.kept("SELECT id FROM article WHERE digest = ?");
  return row->with(digest).step() ? std::optional(row->integer(0)) : std::nullopt;
}

std::int64_t articleNamed(const Connection& connection, std::string_view source) {
  const auto article = articleAt(connection, source);
  if (!article)
    throw DatabaseError(base::ErrorKind::notFound,
                        fmt::format("there is no article \"{}\" in this library", source));
  return *article;
}

model::Extraction readReading(const Connection& connection, std::int64_t article) {
  model::Extraction extraction;
  {
    const LentStatement row = connection.kept(
        "SELECT written, written_basis, written_why, written_confidence FROM article WHERE id = ?");
    row->with(article).step();
    extraction.written = {readDate(*row, 0),
                          readCode(*row, 1, model::writtenBasisFromCode, "basis of a day of writing"),
                          row->text(2), row->real(3)};
  }
  extraction.sections = {extraction.written};
  for (EventRow& account :
       readEvents(connection, Detail::whole, "event.article = ? AND event.by_hand = 0", article))
    extraction.events.push_back(std::move(account.event));
  const LentStatement row =
      connection.kept("SELECT source, span_begin, message FROM diagnostic JOIN article ON id = "
                      "article WHERE article = ? AND of_reading = 1 ORDER BY ordinal");
  for (row->with(article); row->step();)
    extraction.diagnostics.push_back({row->text(0), row->number(1), row->text(2)});
  return extraction;
}

GivenDates readGiven(const Connection& connection, std::int64_t article) {
  const LentStatement row = connection.kept("SELECT given_stated, given_written FROM article WHERE id = ?");
  GivenDates given;
  if (!row->with(article).step()) return given;
  if (!row->isNull(0)) given.stated = readDate(*row, 0);
  if (!row->isNull(1)) given.written = readDate(*row, 1);
  return given;
}

void writeGiven(Connection& connection, std::int64_t article, const GivenDates& given) {
  const auto spelled = [](const std::optional<time::Edtf>& date) {
    return date ? std::optional(date->str()) : std::nullopt;
  };
  connection.kept("UPDATE article SET given_stated = ?, given_written = ? WHERE id = ?")
      ->run(spelled(given.stated), spelled(given.written), article);
}

void forgetRun(Connection& connection, std::int64_t article) {
  connection.kept("UPDATE article SET run = NULL WHERE id = ?")->run(article);
}

std::vector<std::string> articlesNotReadBy(const Connection& connection, std::string_view knowledge) {
  return textColumn(connection,
                    "SELECT source FROM article WHERE run IS NOT (SELECT id FROM run "
                    "WHERE engine = ? AND knowledge = ?) ORDER BY id",
                    engine, knowledge);
}

model::Document readDocument(const Connection& connection, std::int64_t article, Diagnostics diagnostics) {
  Statement row = connection.prepare("SELECT id, text, title, byline, digest, stated_date, stated_begin, "
                                     "stated_end, source FROM article WHERE id = ?");
  if (!row.with(article).step())
    throw DatabaseError(base::ErrorKind::notFound, "the article is no longer in this library");
  model::Document document;
  document.source = row.text(8);
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
  Statement diagnostic = connection.prepare(
      "SELECT span_begin, message FROM diagnostic WHERE article = ? AND of_reading <= ? ORDER BY ordinal");
  for (diagnostic.with(article, diagnostics == Diagnostics::all ? 1 : 0); diagnostic.step();)
    document.diagnostics.push_back({document.source, diagnostic.number(0), diagnostic.text(1)});
  return document;
}

} // namespace demarche::library
