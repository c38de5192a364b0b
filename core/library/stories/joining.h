// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which accounts are one story, kept up to date as articles come and go: only the components
// (core/coreference) that are touched are joined again. Private to this room; throws DatabaseError.

#include "core/library/store/sqlite.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::library {

/// To be called before accounts are deleted or leave their stories: what they were joined with has to be
/// joined again. `condition` is SQL on `event` with one parameter.
void unsettle(Connection& connection, std::string_view condition, std::int64_t parameter);
void unsettle(Connection& connection, std::string_view condition, std::string_view parameter);

/// There is something that settle() would do.
[[nodiscard]] bool isUnsettled(const Connection& connection);

/// Joins accounts that are in no story yet, and again those that have lost one. In one transaction with what
/// made them so, or in a later one: what is in no story yet is not shown.
void settle(Connection& connection);

/// Joins all accounts anew, whatever was known.
void settleAll(Connection& connection);
/// What is known was joined by other rules, and settleAll() is called for.
[[nodiscard]] bool isJoinedOtherwise(const Connection& connection);

/// Writes the stories of these accounts again, when only corrections of theirs have changed.
void rewriteStoriesOf(Connection& connection, const std::vector<std::int64_t>& events);

} // namespace demarche::library
