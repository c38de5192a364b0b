// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/gazetteer.h"
#include "core/language/resource_files.h"

#include <vector>

namespace demarche::language {

/// The days on which a term of office was surely running: a begin in "2013" may be as late as 31 December.
struct SureTerm {
  OfficeId office;
  PersonId person;
  time::DayRange days;
  Origin origin;
};

struct GazetteerSource {
  Gazetteer gazetteer; ///< without names: the index of names is built from it
  std::vector<SureTerm> terms;
};

/// Who is who in the files. An office (by id), person or body (by name), place (by name and country) of an
/// earlier folder replaces the one of a later; broken ones are left out and told in `problems`.
[[nodiscard]] GazetteerSource loadGazetteer(const std::vector<ResourceFile>& files,
                                            std::vector<Problem>& problems);

} // namespace demarche::language
