// SPDX-License-Identifier: Apache-2.0
#pragma once

// Articles in which people have marked every event. They are kept beside the project, not in it.

#include "core/coreference/join.h"
#include "core/model/event.h"

#include <filesystem>
#include <string>
#include <vector>

namespace demarche::annotated {

/// One event as one article tells it, in the annotators' reading.
struct Mention {
  std::string set;
  std::string article;
  std::string what;      ///< their name for the event: mentions of one event have the same one
  bool required = false; ///< a careful analyst's timeline would have it; the rest is defensible either way
  model::Event account;
};

/// Articles that would lie in one library.
struct Set {
  std::string name;
  std::vector<Mention> mentions;
  coreference::DaysOfWriting written;
};

/// Every set (`*.gold.json`) of a folder, by name; none where there is no such folder.
[[nodiscard]] std::vector<Set> setsIn(const std::filesystem::path& folder);

} // namespace demarche::annotated
