// SPDX-License-Identifier: Apache-2.0
#pragma once

// Accounts as rows of a library. Private to this room; throws DatabaseError.

#include "core/library/store/sqlite.h"
#include "core/model/event.h"
#include "core/time/edtf.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace demarche::library {

/// An account: an event as one article tells it.
struct EventRow {
  std::int64_t id = 0;
  std::int64_t article = 0;
  std::int64_t component = 0; ///< 0 while it was not joined
  std::int64_t story = 0;     ///< 0 while it was not joined
  bool byHand = false;
  time::Edtf written;               ///< when its article was
  std::vector<std::int32_t> blocks; ///< ordinals of the blocks that its passages stand in
  model::Event event;
};

/// Where the blocks of an article begin, in order.
using BlockBegins = std::vector<std::int32_t>;
[[nodiscard]] BlockBegins readBlockBegins(const Connection& connection, std::int64_t article);

std::int64_t insertEvent(Connection& connection, std::int64_t article, const BlockBegins& blocks,
                         const model::Event& event, bool byHand);
/// With all that hangs on it.
void deleteEvent(Connection& connection, std::int64_t event);

/// How much of an account is read: to join it, a first passage that only names the article is enough.
enum class Detail { joining, whole };
/// Accounts by id. `condition` is SQL on `event`, with at most one parameter.
[[nodiscard]] std::vector<EventRow> readEvents(const Connection& connection, Detail detail,
                                               std::string_view condition = "1",
                                               std::optional<std::int64_t> parameter = std::nullopt);
/// As much of these as joining needs, by id. The connection must be one that writes.
[[nodiscard]] std::vector<EventRow> readEvents(Connection& connection, std::vector<std::int64_t> ids);
/// Passages of all accounts of a story, each with its article and the place that the account gives.
[[nodiscard]] std::vector<model::Passage> readPassages(const Connection& connection, std::int64_t story);

} // namespace demarche::library
