// SPDX-License-Identifier: Apache-2.0
#include "core/library/settling.h"

#include "core/library/corrections/given.h"
#include "core/library/corrections/log.h"
#include "core/library/corrections/targets.h"
#include "core/library/search/index.h"
#include "core/library/store/article_rows.h"
#include "core/library/store/columns.h"
#include "core/library/stories/joining.h"
#include "core/model/correction.h"

#include <algorithm>
#include <cstdint>

namespace demarche::library {
namespace {

using model::Change;

bool regroups(Change change) {
  return change == Change::merge || change == Change::split || change == Change::add;
}

/// Other words of the articles are in the index than this program would put there, or none.
bool isIndexedOtherwise(const Connection& connection) {
  const LentStatement row = connection.kept("SELECT value FROM setting WHERE name = 'index'");
  return !row->step() || row->integer(0) != indexVersion;
}

/// What the article tells leaves its stories.
void silence(Connection& connection, std::int64_t article) {
  unsettle(connection, "article = ?", article);
  connection.kept("DELETE FROM event_key WHERE event IN (SELECT id FROM event WHERE article = ?)")
      ->run(article);
  connection.kept("UPDATE event SET component = NULL, story = NULL WHERE article = ?")->run(article);
}

/// In order, so that what was added by hand is there before it is corrected; with those that may be about it.
std::vector<std::string> withThoseOfAdded(const Connection& connection, std::vector<std::string> ids) {
  for (std::size_t i = 0, given = ids.size(); i < given; ++i) {
    const auto one = readCorrection(connection, ids[i]);
    if (!one || one->change != Change::add) continue;
    const std::vector<std::string> here = correctionsAnchoredIn(connection, one->anchor.digest);
    ids.insert(ids.end(), here.begin(), here.end());
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

} // namespace

Renamed arrange(Connection& connection, const std::string& origin) {
  Renamed renamed = nameArticlesFrom(connection, origin);
  for (const std::int64_t article : renamed.silenced) {
    silence(connection, article);
    unindexArticle(connection, article, readDocument(connection, article));
  }
  for (const std::int64_t article : renamed.revived)
    indexArticle(connection, article, readDocument(connection, article));
  return renamed;
}

void settleCorrections(Connection& connection, const std::vector<std::string>& given) {
  std::vector<std::int64_t> touched;
  for (const std::string& id : withThoseOfAdded(connection, given)) {
    const auto one = readCorrection(connection, id);
    if (!one) continue;
    if (isOfArticle(one->change)) settleGivenDates(connection, one->target);
    const bool groups = regroups(one->change);
    if (groups) unsettle(connection, "id IN (SELECT event FROM correction_target WHERE correction = ?)", id);
    for (const std::int64_t event : retarget(connection, {id})) {
      touched.push_back(event);
      if (groups) unsettle(connection, "id = ?", event);
    }
  }
  rewriteStoriesOf(connection, touched);
}

void settleGivenDates(Connection& connection, const std::string& digest) {
  const auto article = articleWith(connection, digest);
  if (!article) return;
  const GivenDates said = givenDates(connection, digest);
  const GivenDates known = readGiven(connection, *article);
  if (said.stated == known.stated && said.written == known.written) return;
  writeGiven(connection, *article, said);
  forgetRun(connection, *article);
}

void settleCorrectionsIn(Connection& connection, std::string_view digest) {
  const std::vector<std::string> ids = correctionsAnchoredIn(connection, digest);
  if (!ids.empty()) settleCorrections(connection, ids);
}

void indexAll(Connection& connection) {
  clearArticleIndex(connection);
  const std::vector<std::int64_t> articles =
      integerColumn(connection, "SELECT id FROM article WHERE superseded = 0 ORDER BY id");
  for (const std::int64_t article : articles)
    indexArticle(connection, article, readDocument(connection, article));
  connection.kept("INSERT OR REPLACE INTO setting VALUES ('index', ?)")->run(indexVersion);
}

void settleWhatIsLeft(Connection& connection) {
  const bool reindex = isIndexedOtherwise(connection);
  const bool rejoin = reindex || isJoinedOtherwise(connection);
  if (!rejoin && !isUnsettled(connection)) return;
  Transaction transaction(connection, Transaction::For::writing);
  if (reindex) indexAll(connection);
  rejoin ? settleAll(connection) : settle(connection);
  transaction.commit();
}

} // namespace demarche::library
