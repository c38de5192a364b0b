// SPDX-License-Identifier: Apache-2.0
#pragma once

// A library of made articles, which takes minutes to make and is therefore kept in the build tree.

#include "core/library/library.h"
#include "tests/bench/made_articles.h"

#include <cstddef>
#include <filesystem>

namespace demarche::bench {

/// $DEMARCHE_BENCH_ARTICLES, else a hundred thousand, which tell a million events; of $DEMARCHE_BENCH_FACTS.
[[nodiscard]] MadeAmount amountWanted();

struct LibrarySize {
  std::size_t articles = 0;
  std::size_t events = 0;
  std::uintmax_t bytes = 0;
};

/// The library of so many articles of `seed` in `folder`, made there when it is not: its name tells size,
/// seed, the packs whose names it uses and the formats of articles and library. It is made by a process of
/// its own, so that its memory is not taken for the caller's, and is there whole or not at all. Ends the
/// program with a message when that fails. Progress goes to standard error.
[[nodiscard]] std::filesystem::path madeLibrary(const std::filesystem::path& folder, MadeAmount amount,
                                                std::uint64_t seed = madeSeed);

/// How large it is; reads all of it.
[[nodiscard]] LibrarySize sizeOf(const std::filesystem::path& library);

/// Adds so many articles, from `first` on, without joining them; ends the program when one cannot be added.
void addMade(library::Library& library, const MadeArticles& made, std::size_t first, std::size_t count);

} // namespace demarche::bench
