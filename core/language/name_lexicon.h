// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names of the gazetteer are the same in every language's texts, so they are indexed once for all packs.

#include "core/language/gazetteer.h"
#include "core/language/lexicon.h"
#include "core/language/symbols.h"

#include <memory>
#include <vector>

namespace demarche::language {

struct NameLexicon {
  std::vector<PackEntry> entries; ///< by index into Gazetteer::names
  Lexicon lexicon;
  Vocabulary vocabulary; ///< of the names; packs go on from a copy, so that a token has one number for both
};

/// Fills `gazetteer.names` from its persons, offices, places and bodies, and makes them findable.
[[nodiscard]] std::shared_ptr<const NameLexicon> indexNames(Gazetteer& gazetteer);

} // namespace demarche::language
