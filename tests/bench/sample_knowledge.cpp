// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/sample_knowledge.h"

#include "core/base/resources.h"

#include <fmt/core.h>

#include <cstdlib>

namespace demarche::bench {

std::shared_ptr<const language::Knowledge> loadKnowledge(const language::Scope& scope) {
  auto knowledge = language::Knowledge::load({base::installedResources()}, nullptr, scope);
  if (!knowledge) {
    fmt::print(stderr, "{}\n", knowledge.error().message);
    std::exit(2);
  }
  return std::move(*knowledge);
}

const language::Knowledge& sampleKnowledge() {
  static const std::shared_ptr<const language::Knowledge> knowledge = loadKnowledge();
  return *knowledge;
}

} // namespace demarche::bench
