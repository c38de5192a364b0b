// SPDX-License-Identifier: Apache-2.0
#pragma once

// What corrections make of what machines read. Pure functions. Private to this room.

#include "core/model/correction.h"
#include "core/model/event.h"

#include <cstddef>
#include <vector>

namespace demarche::library {

/// Applies corrections of fields and of the event as a whole, in order; the last of a field wins. The title
/// follows the other fields unless it was corrected itself (`titleByHand`: it was given when the event was
/// added). Gives, for each correction, whether the machine says the same.
std::vector<bool> applyTo(model::Event& story, const std::vector<model::Correction>& corrections,
                          bool titleByHand = false);

/// What a person said of which accounts are one story.
struct Grouping {
  model::Change change = model::Change::merge; ///< merge or split
  std::vector<std::size_t> accounts;           ///< indices of accounts
};
/// Merges and splits stories (each a list of indices of accounts), in order. The result is sorted.
void applyTo(std::vector<std::vector<std::size_t>>& stories, const std::vector<Grouping>& groupings);

} // namespace demarche::library
