// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace demarche::coreference {

/// Stories or components as sets of ids: what must not depend on any order.
using SetsOfIds = std::set<std::set<std::string>>;

inline SetsOfIds idsOf(const std::vector<std::vector<std::size_t>>& parts,
                       const std::vector<model::Event>& events) {
  SetsOfIds result;
  for (const std::vector<std::size_t>& part : parts) {
    std::set<std::string> ids;
    for (const std::size_t member : part)
      ids.insert(events[member].id);
    result.insert(ids);
  }
  return result;
}

} // namespace demarche::coreference
