// SPDX-License-Identifier: Apache-2.0
#include "core/library/safety/check.h"

#include "core/ingest/ingest.h"
#include "core/library/store/rows.h"
#include "core/text/unicode.h"

#include <fmt/format.h>

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

void checkStories(const Connection& connection, Problems& problems) {
  Statement row =
      connection.prepare("SELECT count(*) FROM event WHERE id NOT IN (SELECT event FROM story_member)");
  if (row.step() && row.integer(0) > 0)
    problems.push_back(fmt::format("{} events have not been joined into stories", row.integer(0)));
}

/// Every value can be read back as what it stands for.
void checkValues(const Connection& connection, Problems&) {
  (void)readArticles(connection);
  (void)readEvents(connection);
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
