// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/gazetteer.h"

#include <string_view>
#include <vector>

namespace demarche::language {

/// What the packs must know of `Gazetteer::names` at the same index to find it in a text.
struct IndexedName {
  std::string_view cls; ///< `person family mangled office place body`
  Origin origin;        ///< of the first that bears it
};

/// Fills `gazetteer.names` from its persons, offices, places and bodies.
[[nodiscard]] std::vector<IndexedName> indexNames(Gazetteer& gazetteer);

} // namespace demarche::language
