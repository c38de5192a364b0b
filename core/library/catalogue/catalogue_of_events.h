// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/catalogue/catalogue.h"
#include "core/model/document.h"
#include "core/model/event.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace demarche::library {

/// Languages of articles, by source.
using ArticleLanguages = std::unordered_map<std::string, std::vector<model::Language>>;

/// The catalogue of events that are in memory: the row of a story is its place in the list. Names are known
/// as they are spelled alone.
[[nodiscard]] CataloguePtr catalogueOf(const std::vector<model::Event>& events,
                                       const ArticleLanguages& languages);

} // namespace demarche::library
