// SPDX-License-Identifier: Apache-2.0
#include "core/library/safety/check.h"

#include "core/ingest/ingest.h"
#include "core/library/catalogue/saved_filters.h"
#include "core/library/corrections/log.h"
#include "core/library/store/article_rows.h"
#include "core/library/store/event_rows.h"
#include "core/library/stories/story_rows.h"
#include "core/text/unicode.h"

#include <array>
#include <fmt/format.h>
#include <string_view>

namespace demarche::library {
namespace {

using Problems = std::vector<std::string>;

void checkFile(const Connection& connection, Problems& problems) {
  Statement row = connection.prepare("PRAGMA integrity_check");
  while (row.step())
    if (const std::string found = row.text(0); found != "ok")
      problems.push_back("the file is damaged: " + found);
}

void checkReferences(const Connection& connection, Problems& problems) {
  Statement row = connection.prepare("SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1");
  while (row.step())
    problems.push_back(fmt::format("{} rows of the table {} belong to nothing", row.integer(1), row.text(0)));
}

/// Every text is the one that was added, and every quote stands where its passage says.
void checkTexts(const Connection& connection, Problems& problems) {
  Statement article = connection.prepare("SELECT id, source, digest, text FROM article ORDER BY source");
  Statement passage =
      connection.prepare("SELECT span_begin, span_end, quote, key FROM passage JOIN event "
                         "ON event.id = passage.event WHERE event.article = ? ORDER BY key, ordinal");
  while (article.step()) {
    const std::u16string text = text::toUtf16(article.text(3));
    if (ingest::digestOf(text) != article.text(2))
      problems.push_back(fmt::format("the text of \"{}\" is not the one that was added", article.text(1)));
    passage.with(article.integer(0));
    while (passage.step()) {
      const text::Span span{passage.number(0), passage.number(1)};
      if (text::toUtf8(text::slice(text, span)) != passage.text(2))
        problems.push_back(fmt::format("a passage of event {} does not stand where it should in \"{}\"",
                                       passage.text(3), article.text(1)));
    }
  }
}

/// What a query counts, told in a sentence when it is any.
struct Count {
  std::string_view sql;
  std::string_view sentence;
};
constexpr std::array storyCounts{
    Count{"SELECT count(*) FROM event JOIN article ON article.id = event.article WHERE story IS NULL AND "
          "superseded = 0",
          "{} events have not been joined into stories"},
    Count{"SELECT count(*) FROM event WHERE story IS NOT NULL AND story NOT IN (SELECT id FROM story)",
          "{} events are in a story that is not there"},
    Count{"SELECT count(*) FROM story WHERE accounts <> (SELECT count(*) FROM event WHERE event.story = "
          "story.id)",
          "{} stories do not have the accounts that they were made of"},
    Count{"SELECT count(*) FROM story WHERE id NOT IN (SELECT story FROM story_facets)",
          "{} stories cannot be filtered"},
    Count{"SELECT abs((SELECT count(*) FROM block JOIN article ON article.id = block.article WHERE "
          "superseded = 0 AND "
          "role IN ('title', 'body', 'caption') AND ordinal < 65536) - (SELECT count(*) FROM "
          "text_search_docsize)) WHERE EXISTS (SELECT 1 FROM setting WHERE name = 'index')",
          "{} paragraphs are missing in the index of the search, or too many"},
    Count{"SELECT abs((SELECT count(*) FROM story) - (SELECT count(*) FROM story_search_docsize))",
          "{} stories are missing in the index of the search, or too many"},
    Count{"SELECT count(*) FROM correction_target WHERE event IS NOT NULL AND event NOT IN (SELECT id FROM "
          "event)",
          "{} corrections are about an event that is not there"},
    Count{"SELECT count(*) FROM correction WHERE change <> 'revoke' AND id NOT IN (SELECT correction FROM "
          "correction_target)",
          "{} corrections have not been looked at"},
};

void checkStories(const Connection& connection, Problems& problems) {
  for (const auto& [sql, sentence] : storyCounts) {
    Statement row = connection.prepare(sql);
    if (row.step() && row.integer(0) > 0)
      problems.push_back(fmt::format(fmt::runtime(sentence), row.integer(0)));
  }
}

/// Every value can be read back as what it stands for.
void checkValues(const Connection& connection, Problems&) {
  (void)readArticles(connection);
  (void)readEvents(connection, Detail::whole);
  (void)readStories(connection, storiesInOrder(connection));
  (void)readLog(connection);
  (void)readSavedFilters(connection);
}

} // namespace

std::vector<std::string> problemsOf(const Connection& connection) {
  Problems problems;
  for (const auto& look : {checkFile, checkReferences, checkTexts, checkStories, checkValues}) {
    try {
      look(connection, problems);
    } catch (const DatabaseError& failed) {
      problems.emplace_back(failed.what());
    }
  }
  return problems;
}

} // namespace demarche::library
