// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/store/sqlite.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

/// What naming the articles from one origin changed.
struct Renamed {
  std::vector<std::int64_t> silenced; ///< rows of articles that a newer version has superseded
  std::vector<std::int64_t> revived;  ///< that are the newest version again
};

/// Gives the articles from this origin the names that they go by. Of versions of one article the one added
/// last has the origin's name, and the others are "origin (version 1)" and so on; another article that
/// happens to come from there is "origin (2)". What is added when decides, not in which order a library came
/// to know of it, so that libraries that were merged in any order name alike.
Renamed nameArticlesFrom(Connection& connection, const std::string& origin);

/// Two texts from one source are versions of one article, and not two that happen to bear one name, when a
/// good part of the shorter one stands word for word in the longer. O(n).
[[nodiscard]] bool areVersions(std::u16string_view a, std::u16string_view b);

} // namespace demarche::library
