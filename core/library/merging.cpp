// SPDX-License-Identifier: Apache-2.0
#include "core/library/merging.h"

#include "core/library/catalogue/saved_filters.h"
#include "core/library/corrections/log.h"
#include "core/library/search/index.h"
#include "core/library/settling.h"
#include "core/library/store/article_rows.h"
#include "core/library/store/columns.h"
#include "core/library/store/event_rows.h"
#include "core/library/stories/joining.h"

#include <string>
#include <utility>
#include <vector>

namespace demarche::library {
namespace {

/// Where an article comes from and since when it is known. Of two that differ the earlier counts.
struct Arrival {
  std::string added;
  std::string origin;
  auto operator<=>(const Arrival&) const = default;
};

Arrival arrivalOf(const Connection& connection, std::int64_t article) {
  const LentStatement row = connection.kept("SELECT added, origin FROM article WHERE id = ?");
  row->with(article).step();
  return {row->text(0), row->text(1)};
}

std::vector<std::int64_t> articlesOf(const Connection& connection) {
  return integerColumn(connection, "SELECT id FROM article ORDER BY added, digest");
}

/// A reading that has to be made again is worth less than any other.
Run runIn(const Connection& connection, std::int64_t article) {
  return readRun(connection, article).value_or(Run());
}

/// The article's row here keeps its text; name, reading and all else become what the two libraries agree on.
void reconcile(Connection& into, std::int64_t here, const Connection& from, std::int64_t there) {
  const Arrival known = arrivalOf(into, here);
  if (const Arrival other = arrivalOf(from, there); other < known) {
    into.kept("UPDATE article SET added = ?, origin = ? WHERE id = ?")->run(other.added, other.origin, here);
    arrange(into, other.origin);
    arrange(into, known.origin);
  }
  if (const Run run = runIn(from, there); run > runIn(into, here)) {
    unsettle(into, "article = ?", here);
    replaceReading(into, here, readReading(from, there), runOf(into, run));
  }
}

void bring(Connection& into, const Connection& from, std::int64_t there) {
  const Arrival arrival = arrivalOf(from, there);
  model::Document document = readDocument(from, there, Diagnostics::ofText);
  document.source = arrival.origin;
  const std::int64_t here =
      insertArticle(into, document, readReading(from, there), runOf(into, runIn(from, there)), arrival.added);
  indexArticle(into, here, document);
  arrange(into, arrival.origin);
}

} // namespace

MergeReport merge(Connection& into, const Connection& from, const base::ProgressCallback& progress,
                  const base::CancelToken& cancel) {
  MergeReport report;
  const std::vector<std::int64_t> articles = articlesOf(from);
  const auto total = static_cast<std::int64_t>(articles.size());
  std::int64_t done = 0;
  for (const std::int64_t there : articles) {
    report.cancelled = cancel.cancelled();
    if (report.cancelled) return report;
    const std::string digest = digestOf(from, there);
    if (progress) progress({done++, total, digest});
    Transaction transaction(into, Transaction::For::writing);
    const auto here = articleWith(into, digest);
    if (here) {
      reconcile(into, *here, from, there);
    } else {
      bring(into, from, there);
      ++report.articles;
    }
    settleGivenDates(into, digest);
    settleCorrectionsIn(into, digest);
    transaction.commit();
  }

  Transaction transaction(into, Transaction::For::writing);
  std::vector<std::string> ids;
  for (const model::Correction& one : appendForeign(into, readLog(from))) {
    const auto meant = revokedInTheEnd(into, one.id);
    ids.push_back(meant ? meant->id : one.id);
    ++report.corrections;
  }
  settle(into); // so that corrections find stories
  settleCorrections(into, ids);
  settle(into);
  mergeSavedFilters(into, from);
  transaction.commit();
  return report;
}

} // namespace demarche::library
