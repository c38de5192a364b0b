// SPDX-License-Identifier: Apache-2.0
#pragma once

// Articles as rows of a library. Private to this room; throws DatabaseError.

#include "core/library/store/article_summary.h"
#include "core/library/store/given_dates.h"
#include "core/library/store/sqlite.h"
#include "core/model/document.h"
#include "core/model/extraction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

/// What read an article. A greater one is taken for the newer where two libraries differ.
struct Run {
  std::string engine;
  std::string knowledge; ///< digest of the packs
  auto operator<=>(const Run&) const = default;
};
/// The row of a run; of this program's engine with this knowledge.
[[nodiscard]] std::int64_t runOf(Connection& connection, const Run& run);
[[nodiscard]] std::int64_t runOf(Connection& connection, std::string_view knowledge);
/// The run that read the article; nothing when it has to be read again.
[[nodiscard]] std::optional<Run> readRun(const Connection& connection, std::int64_t article);

/// With all that was read in it; gives the article's row. Its source is where it comes from; the name that it
/// goes by is settled by nameArticlesFrom(). `added` is when, as base::utcNow() writes it.
std::int64_t insertArticle(Connection& connection, const model::Document& document,
                           const model::Extraction& extraction, std::int64_t run, std::string_view added);
/// Another reading of an article takes the place of what machines read before; what was added by hand stays.
void replaceReading(Connection& connection, std::int64_t article, const model::Extraction& extraction,
                    std::int64_t run);

/// With all that hangs on it.
void deleteArticle(Connection& connection, std::int64_t article);

[[nodiscard]] std::optional<std::int64_t> articleAt(const Connection& connection, std::string_view source);
/// A newer version tells in its stead.
[[nodiscard]] bool isSuperseded(const Connection& connection, std::int64_t article);
/// Where the article comes from.
[[nodiscard]] std::string originOf(const Connection& connection, std::int64_t article);
[[nodiscard]] std::string digestOf(const Connection& connection, std::int64_t article);
[[nodiscard]] std::optional<std::int64_t> articleWith(const Connection& connection, std::string_view digest);
[[nodiscard]] std::vector<ArticleSummary> readArticles(const Connection& connection); ///< by source
[[nodiscard]] std::optional<ArticleSummary> readArticle(const Connection& connection,
                                                        std::string_view source);

/// What machines read in the article, as it is kept.
[[nodiscard]] model::Extraction readReading(const Connection& connection, std::int64_t article);

[[nodiscard]] GivenDates readGiven(const Connection& connection, std::int64_t article);
void writeGiven(Connection& connection, std::int64_t article, const GivenDates& given);
/// Notes that the article has to be read again.
void forgetRun(Connection& connection, std::int64_t article);

/// Names of the articles that were last read by another engine or with other knowledge, or whose dates were
/// given since.
[[nodiscard]] std::vector<std::string> articlesNotReadBy(const Connection& connection,
                                                         std::string_view knowledge);

/// Throws with ErrorKind::notFound when there is none.
[[nodiscard]] std::int64_t articleNamed(const Connection& connection, std::string_view source);
/// Diagnostics of both the text and what was read in it, or of the text alone.
enum class Diagnostics { all, ofText };
[[nodiscard]] model::Document readDocument(const Connection& connection, std::int64_t article,
                                           Diagnostics diagnostics = Diagnostics::all);

} // namespace demarche::library
