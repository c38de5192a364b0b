// SPDX-License-Identifier: Apache-2.0
#pragma once

// What people say of a library while it is killed: corrections of every kind, undone and redone. None that
// was reported may be lost, and what a story shows must follow from those that are there.

#include "core/base/result.h"
#include "core/library/library.h"
#include "core/model/correction.h"

#include <map>
#include <random>
#include <string>
#include <vector>

namespace demarche::crash {

/// What was reported of corrections.
struct Said {
  std::map<std::string, std::string> reported; ///< by id, see spelled()
  int begun = 0;
};

/// All of a correction that must come back as it was given, but for its id; in one line.
[[nodiscard]] std::string spelled(const model::Correction& correction);

/// Something new about an event of this article: a random correction of an account that the article has, or a
/// new event on its text. Nothing when it tells none.
[[nodiscard]] base::Result<std::optional<model::Correction>>
somethingToSay(const library::Library& library, const std::string& article, std::mt19937_64& random);

/// What was lost of what was said, and stories that do not show what is in force.
[[nodiscard]] std::vector<std::string> unmet(const Said& said, const library::Library& library);

} // namespace demarche::crash
