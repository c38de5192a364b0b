// SPDX-License-Identifier: Apache-2.0
#pragma once

// The way from files to compiled packs, with what lies between kept: the checker looks at both ends.

#include "core/language/compiled_pack.h"
#include "core/language/gazetteer_loader.h"
#include "core/language/pack_source.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace demarche::language {

struct Assembly {
  std::vector<PackSource> sources;
  std::vector<std::unique_ptr<CompiledPack>> packs; ///< by source
  GazetteerSource gazetteer;
  Weights weights;
  PloverTable plover;
  std::string digest;
};

/// See Knowledge::load.
[[nodiscard]] Assembly assemble(const std::vector<std::filesystem::path>& folders,
                                std::vector<Problem>& problems, const Scope& scope = {});

} // namespace demarche::language
