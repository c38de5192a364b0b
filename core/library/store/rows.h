// SPDX-License-Identifier: Apache-2.0
#pragma once

// Between the rows of a library and the structs of the model. Private to this room; throws DatabaseError.

#include "core/library/store/article_summary.h"
#include "core/library/store/sqlite.h"
#include "core/model/document.h"
#include "core/model/extraction.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

/// An event as one article tells it.
struct EventRow {
  std::int64_t id = 0;
  std::int64_t article = 0;
  std::string story; ///< empty while it was not joined
  model::Event event;
};

/// A source that no article of the library has yet: `wanted`, or with a number behind it.
[[nodiscard]] std::string freeSource(const Connection& connection, const std::string& wanted);

void insertArticle(Connection& connection, const std::string& source, const model::Document& document,
                   const model::Extraction& extraction, std::string_view knowledge);

[[nodiscard]] std::vector<EventRow> readEvents(const Connection& connection); ///< by id
[[nodiscard]] std::vector<ArticleSummary> readArticles(const Connection& connection);

/// Throws with ErrorKind::notFound when there is none.
[[nodiscard]] model::Document readDocument(const Connection& connection, const std::string& source);

} // namespace demarche::library
