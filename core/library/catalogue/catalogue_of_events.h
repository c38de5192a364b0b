// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/catalogue/catalogue.h"
#include "core/model/event.h"

#include <vector>

namespace demarche::library {

/// The catalogue of events that are in memory: the row of a story is its place in the list. Names are known
/// as they are spelled alone, and languages not at all.
[[nodiscard]] CataloguePtr catalogueOf(const std::vector<model::Event>& events);

} // namespace demarche::library
