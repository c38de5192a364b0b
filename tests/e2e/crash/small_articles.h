// SPDX-License-Identifier: Apache-2.0
#pragma once

// Articles that can be made again from their number alone, so that who looks for one after a crash knows
// every letter of it.

#include "core/model/document.h"
#include "core/model/extraction.h"

namespace demarche::crash {

struct SmallArticle {
  model::Document document;
  model::Extraction extraction;
};

/// One to eight sentences, each of which tells a meeting; neighbours tell some of the same ones. Each
/// sixteenth is as long as a book, so that storing it takes more pages than are kept in memory.
[[nodiscard]] SmallArticle smallArticle(int number);

} // namespace demarche::crash
