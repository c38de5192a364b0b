// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/store/sqlite.h"
#include "core/model/filter.h"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

// Filters that a person has given a name. Private to this room; throws DatabaseError.

/// By name.
[[nodiscard]] std::vector<model::SavedFilter> readSavedFilters(const Connection& connection);
/// Takes the place of one with this name.
void writeSavedFilter(Connection& connection, const model::SavedFilter& saved);
void removeSavedFilter(Connection& connection, std::string_view name);
/// Of two with one name the later counts, and so does a removal: merging in any order gives the same.
void mergeSavedFilters(Connection& into, const Connection& from);

} // namespace demarche::library
