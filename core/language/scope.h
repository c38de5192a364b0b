// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who looks for dates alone need not wait for the names of thousands of people. What a few classes of marks
// rest on is found by following the patterns, so that nobody has to list it.

#include "core/language/knowledge.h"
#include "core/language/pack_source.h"

namespace demarche::language {

/// What is left of a pack when only the scope is wanted.
struct ScopedPack {
  PackSource source;
  bool needsNames = false; ///< a rule asks for a name of the gazetteer
};

/// Keeps the stages that emit wanted marks, those that emit what their patterns ask for, and so on, and the
/// classes of the lexicon that their patterns ask for or the scope wants. Such a stage is kept whole, since
/// its rules compete for the same words: what the pack still finds, it finds as the whole pack does.
[[nodiscard]] ScopedPack scoped(PackSource source, const Scope& scope);

} // namespace demarche::language
