// SPDX-License-Identifier: Apache-2.0
#pragma once

// Articles that can be made again from their number alone, so that who looks for one after a crash knows
// every letter of it.

#include "core/model/document.h"
#include "core/model/extraction.h"

#include <optional>
#include <string>

namespace demarche::crash {

struct SmallArticle {
  model::Document document;
  model::Extraction extraction;
};

/// As many readings of an article are told apart.
inline constexpr int readings = 4;

/// One to eight sentences, each of which tells a meeting; neighbours tell some of the same ones. Each
/// sixteenth is as long as a book, so that storing it takes more pages than are kept in memory. Another
/// reading finds the same under other keys, or less.
[[nodiscard]] SmallArticle smallArticle(int number, int reading = 0);
[[nodiscard]] std::string nameOf(int number);
[[nodiscard]] std::optional<int> numberOf(const std::string& name);

} // namespace demarche::crash
