// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/catalogue/catalogue.h"
#include "core/library/search/query.h"
#include "core/library/store/sqlite.h"

namespace demarche::library {

/// Stories that say what the expression asks for: each word in a paragraph that tells it or in its title,
/// names, place or note, not all of them in one. O(stories + hits) for each phrase.
[[nodiscard]] StorySet storiesSaying(const Connection& connection, const Catalogue& catalogue,
                                     const Expression& expression);

} // namespace demarche::library
