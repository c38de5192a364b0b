// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/knowledge.h"

#include <string>
#include <utility>
#include <vector>

namespace demarche::language {

/// Everything that reads or checks language data tells in this way what is wrong with it.
inline void report(std::vector<Problem>& problems, Origin origin, std::string message) {
  Problem& problem = problems.emplace_back();
  problem.origin = std::move(origin);
  problem.message = std::move(message);
}

} // namespace demarche::language
