// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an analyst asks of a large library: settings of the filter, as they come about by a few clicks, and
// words typed into the search. Made of what the made world is full of, so that most of it finds something,
// and the same for each seed.

#include "core/language/gazetteer.h"
#include "core/model/filter.h"
#include "tests/bench/made_world.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace demarche::bench {

inline constexpr std::size_t requestsOfWorkload = 200;

/// Each has one to four of: kind, status, person, place, topic, language, a stretch of time, a least
/// confidence, a word. Every one of them comes in several.
[[nodiscard]] std::vector<model::Filter> filterWorkload(const MadeWorld& world,
                                                        const language::Gazetteer& gazetteer,
                                                        std::uint64_t seed,
                                                        std::size_t count = requestsOfWorkload);

enum class QueryKind : std::uint8_t {
  frequentWord, ///< in every other article
  rareName,     ///< somebody of whom little is told
  twoWords,     ///< both have to be there
  phrase,       ///< in quotes
  prefix,       ///< a star behind it
  chineseWord,  ///< two characters, in either script
  oneCharacter,
  field ///< `person:`, `place:` and the like
};
inline constexpr std::size_t queryKinds = 8;

struct Query {
  QueryKind kind = QueryKind::frequentWord;
  std::string text;
};

/// As many of each kind.
[[nodiscard]] std::vector<Query> queryWorkload(const MadeWorld& world, const language::Gazetteer& gazetteer,
                                               std::uint64_t seed, std::size_t count = requestsOfWorkload);

} // namespace demarche::bench
