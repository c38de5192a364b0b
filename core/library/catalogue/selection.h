// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/catalogue/catalogue.h"
#include "core/library/search/conditions.h"
#include "core/library/search/hits.h"
#include "core/model/filter.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace demarche::library {

class Connection;

/// What a filter asks for, with its text understood and looked up.
struct Asked {
  model::Filter filter;
  std::optional<StorySet>
      words;                  ///< stories that say what the text asks for; absent where it asks for no words
  EventConditions conditions; ///< the fields of the text
};

/// Understands the filter's text and looks its words up in the index, which has to be of the same moment as
/// the catalogue. Throws DatabaseError with words for people where the text cannot be understood.
[[nodiscard]] Asked asked(const Connection& connection, const Catalogue& catalogue,
                          const model::Filter& filter);

/// How many stories have a value.
struct ValueCount {
  std::string name;
  std::string detail; ///< side of a person, country of a place; else empty
  std::uint32_t count = 0;
  bool operator==(const ValueCount&) const = default;
};
struct YearCount {
  int year = 0;
  std::uint32_t count = 0;
  bool operator==(const YearCount&) const = default;
};

/// For each facet, how many stories have each of its values, of those that pass the conditions of all other
/// facets: what one would see if one chose that value. Values that no story has are left out of the lists.
struct FacetCounts {
  std::array<std::uint32_t, model::allEventKinds.size()> kinds{};       ///< by model::EventKind
  std::array<std::uint32_t, model::allEventStatuses.size()> statuses{}; ///< by model::EventStatus
  std::array<std::uint32_t, 3> sides{};                                 ///< by model::Side
  std::array<std::uint32_t, 4> languages{};                             ///< by model::Language
  // The most frequent first, then by name.
  std::vector<ValueCount> people; ///< persons and bodies
  std::vector<ValueCount> places;
  std::vector<ValueCount> topics;
  std::vector<ValueCount> sources;
  std::vector<YearCount>
      years; ///< ascending; a story counts in each year that its date can mean, fifty at most
};

/// Places in the catalogue of the stories that are let through, ascending. O(stories).
[[nodiscard]] std::vector<std::uint32_t> select(const Catalogue& catalogue, const Asked& asked);
[[nodiscard]] FacetCounts countFacets(const Catalogue& catalogue, const Asked& asked);
/// Blocks that tell a story which meets the conditions and was not rejected; none where nothing is asked.
[[nodiscard]] BlockRows blocksTelling(const Catalogue& catalogue, const EventConditions& conditions);

} // namespace demarche::library
