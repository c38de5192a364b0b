// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/ranking.h"

#include "core/library/search/fts.h"
#include "core/library/search/hits.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>
#include <vector>

namespace demarche::library {
namespace {

// Robertson's usual constants: how soon more of a word stops to count, and how far long blocks are held back.
constexpr double saturation = 1.2;
constexpr double lengthWeight = 0.75;
/// A word of a title counts as much as so many in a paragraph.
constexpr double titleWeight = 4;
constexpr int titleColumn = 0;
/// How rare a word is, is told by so many blocks at most.
constexpr std::int64_t mostCounted = 1000;

/// The first rows with a phrase: their number, and how far they reach.
struct Sample {
  std::int64_t rows = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
};

int countRow(const Fts5ExtensionApi* api, Fts5Context* fts, void* user) {
  auto& sample = *static_cast<Sample*>(user);
  sample.last = api->xRowid(fts);
  if (sample.rows++ == 0) sample.first = sample.last;
  return sample.rows < mostCounted ? SQLITE_OK : SQLITE_DONE;
}

/// What is the same for all rows of one query.
struct Weights {
  std::vector<double> rarity; ///< of each phrase
  std::vector<double> amount; ///< of each phrase in the row at hand
  double usualLength = 1;
};

/// `rows` of the table lie between row 1 and the newest one: a phrase whose first thousand lie within a tenth
/// of that stands in about ten thousand.
double rarityOf(const Sample& sample, double rows, std::int64_t newest) {
  double with = static_cast<double>(sample.rows);
  if (sample.rows >= mostCounted)
    with *= static_cast<double>(std::max(newest, sample.last)) /
            static_cast<double>(std::max<std::int64_t>(sample.last, 1));
  with = std::min(with, rows);
  return std::log(1 + (rows - with + 0.5) / (with + 0.5));
}

std::unique_ptr<Weights> weigh(const Fts5ExtensionApi* api, Fts5Context* fts) {
  auto weights = std::make_unique<Weights>();
  const auto phrases = static_cast<std::size_t>(api->xPhraseCount(fts));
  sqlite3_int64 rows = 1;
  sqlite3_int64 length = 1;
  api->xRowCount(fts, &rows);
  api->xColumnTotalSize(fts, -1, &length);
  weights->usualLength =
      std::max(1.0, static_cast<double>(length) / static_cast<double>(std::max<sqlite3_int64>(rows, 1)));
  weights->amount.resize(phrases);
  weights->rarity.assign(phrases, 1);
  if (phrases < 2) return weights;              // nothing to weigh it against
  const std::int64_t newest = api->xRowid(fts); // the newest with the words: near enough
  for (std::size_t phrase = 0; phrase < phrases; ++phrase) {
    Sample sample;
    api->xQueryPhrase(fts, static_cast<int>(phrase), &sample, countRow);
    weights->rarity[phrase] = rarityOf(sample, static_cast<double>(rows), newest);
  }
  return weights;
}

void deleteWeights(void* weights) {
  delete static_cast<Weights*>(weights);
}

Weights* weightsOf(const Fts5ExtensionApi* api, Fts5Context* fts) {
  if (void* known = api->xGetAuxdata(fts, 0)) return static_cast<Weights*>(known);
  std::unique_ptr<Weights> made = weigh(api, fts);
  Weights* const kept = made.get();
  return api->xSetAuxdata(fts, made.release(), deleteWeights) == SQLITE_OK ? kept : nullptr;
}

double scoreOf(const Fts5ExtensionApi* api, Fts5Context* fts, Weights& weights) {
  std::fill(weights.amount.begin(), weights.amount.end(), 0.0);
  int instances = 0;
  api->xInstCount(fts, &instances);
  for (int i = 0; i < instances; ++i) {
    int phrase = 0;
    int column = 0;
    int offset = 0;
    if (api->xInst(fts, i, &phrase, &column, &offset) == SQLITE_OK)
      weights.amount[static_cast<std::size_t>(phrase)] += column == titleColumn ? titleWeight : 1;
  }
  int length = 0;
  api->xColumnSize(fts, -1, &length);
  const double held = saturation * (1 - lengthWeight + lengthWeight * length / weights.usualLength);
  double score = 0;
  for (std::size_t phrase = 0; phrase < weights.amount.size(); ++phrase)
    score +=
        weights.rarity[phrase] * weights.amount[phrase] * (saturation + 1) / (weights.amount[phrase] + held);
  return score;
}

/// NULL, which is what a result is as long as nobody says otherwise, for rows that are left out.
bool isLeftOut(const Fts5ExtensionApi* api, Fts5Context* fts, int count, sqlite3_value** values) {
  if (count < 1) return false;
  const auto* among = static_cast<const BlockRows*>(sqlite3_value_pointer(values[0], rankedAmong));
  return among != nullptr && !std::binary_search(among->begin(), among->end(), api->xRowid(fts));
}

void rank(const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* result, int count,
          sqlite3_value** values) {
  try {
    if (isLeftOut(api, fts, count, values)) return;
    if (Weights* weights = weightsOf(api, fts))
      sqlite3_result_double(result, scoreOf(api, fts, *weights));
    else
      sqlite3_result_error_nomem(result);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(result); // nothing may be thrown through SQLite
  }
}

} // namespace

void registerRanking(Connection& connection) {
  fts5_api& fts = ftsOf(connection);
  if (fts.xCreateFunction(&fts, "demarche_rank", nullptr, rank, nullptr) != SQLITE_OK)
    throw DatabaseError(base::ErrorKind::internal, "SQLite does not take the order of what is found");
}

} // namespace demarche::library
