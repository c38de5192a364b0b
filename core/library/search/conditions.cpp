// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/conditions.h"

namespace demarche::library {

bool EventConditions::empty() const {
  return people.empty() && places.empty() && topics.empty() && kinds.empty() && statuses.empty() &&
         before.empty() && after.empty();
}

} // namespace demarche::library
