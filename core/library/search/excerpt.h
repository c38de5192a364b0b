// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/search/query.h"
#include "core/text/span.h"

#include <string_view>
#include <vector>

namespace demarche::library {

/// Where in a text the phrases stand, ascending, overlapping ones as one. Of a word that begins as asked the
/// whole word, of Han characters exactly those that were asked for.
[[nodiscard]] std::vector<text::Span> matchesIn(std::u16string_view text, const std::vector<Phrase>& phrases);

inline constexpr std::int32_t longestSnippet = 200;

/// What of a block to show for a match in it: its sentence, with those behind it as far as there is room; of
/// a longer one a stretch of whole words. No longer than `longestSnippet`, however long the match is.
[[nodiscard]] text::Span snippetAround(std::u16string_view block, text::Span match);

} // namespace demarche::library
