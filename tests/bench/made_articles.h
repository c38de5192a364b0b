// SPDX-License-Identifier: Apache-2.0
#pragma once

// Articles by the hundred thousand, to see how the program bears a large library: wire stories with
// background, statements with recaps, chronologies and diaries of coming days, in English and in Chinese of
// either script, which tell of one made-up world (made_world.h) in plain sentences of our own.

#include "core/language/knowledge.h"
#include "core/model/document.h"
#include "core/model/extraction.h"
#include "tests/bench/made_world.h"

#include <cstddef>
#include <cstdint>

namespace demarche::bench {

/// To be raised whenever the same seed makes other articles: what was made of them before is made anew.
inline constexpr int madeFormat = 1;
inline constexpr std::uint64_t madeSeed = 20240229;

/// An article and what is in it: what a faultless reader would have read.
struct MadeArticle {
  model::Document document;
  model::Extraction extraction;
};

/// How much is made.
struct MadeAmount {
  std::size_t articles = 0;
  std::size_t facts = 0; ///< that happen in the world; none: as many as make four accounts of each on average
};

/// So many articles about one world, some ten events in each, every event told by some four of them on
/// average, where the amount says nothing else, and by a few of them much more often. An article is a
/// function of seed, size and number: nothing is kept, and any thread may ask for any of them. Those that
/// come one after the other are of all years.
class MadeArticles {
 public:
  /// The knowledge must outlive it.
  MadeArticles(const language::Knowledge& knowledge, MadeAmount amount, std::uint64_t seed = madeSeed);

  [[nodiscard]] std::size_t size() const { return m_count; }
  [[nodiscard]] MadeArticle article(std::size_t number) const;
  [[nodiscard]] const MadeWorld& world() const { return m_world; }

 private:
  const language::Knowledge& m_knowledge;
  std::size_t m_count;
  std::uint64_t m_seed;
  MadeWorld m_world;
};

} // namespace demarche::bench
