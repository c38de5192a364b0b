// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/coreference/join.h"
#include "core/coreference/possible_days.h"
#include "core/model/event.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace demarche::coreference {

using Names = std::vector<std::string_view>; ///< ascending, each once
using NamesBySide = std::array<Names, 3>;    ///< by model::Side

/// What joining looks at of one event, prepared once so that comparing two is cheap. Views into the event.
struct Account {
  const model::Event* event = nullptr;
  NamesBySide persons;
  NamesBySide bodies;
  Names articles;
  PossibleDays days;
  bool wholeCountry = false; ///< its place is a country, not one in it

  [[nodiscard]] std::ptrdiff_t countPersons() const;
  [[nodiscard]] bool namesPersons() const { return countPersons() > 0; }
};
[[nodiscard]] Account accountOf(const model::Event& event, const DaysOfWriting& written);

/// Brings names into the order that an Account keeps them in.
void sortUnique(Names& names);
[[nodiscard]] int inCommon(const Names& a, const Names& b);

/// The name is that of its country, not of a place in it.
[[nodiscard]] bool isWholeCountry(const model::Place& place);

} // namespace demarche::coreference
