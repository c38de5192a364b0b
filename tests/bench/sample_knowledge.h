// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/knowledge.h"

#include <memory>

namespace demarche::bench {

/// The installed packs and gazetteer, loaded anew. Ends the program with a message when there are none.
[[nodiscard]] std::shared_ptr<const language::Knowledge> loadKnowledge(const language::Scope& scope = {});

/// The same, loaded once for all benchmarks of a program.
[[nodiscard]] const language::Knowledge& sampleKnowledge();

} // namespace demarche::bench
