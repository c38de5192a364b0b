// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands between two words of a sentence, and where its clauses end.

#include "core/extract/events/sentence_view.h"

#include <cstdint>

namespace demarche::extract {

/// The comma of "May 3, 2018" parts nothing.
[[nodiscard]] bool insideTime(const SentenceView& view, text::Span word);

/// UTF-16 units between two spans; 0 where they overlap.
[[nodiscard]] std::int32_t gap(text::Span a, text::Span b);

/// The part of the sentence around `words`: from the last hit of the class `before` to the next clause break.
[[nodiscard]] text::Span betweenBreaks(const SentenceView& view, text::Span words,
                                       language::ClassName before);

/// A hit of the class stands wholly between the two positions.
[[nodiscard]] bool wordBetween(const SentenceView& view, std::int32_t begin, std::int32_t end,
                               language::ClassName cls);
[[nodiscard]] bool personBetween(const SentenceView& view, std::int32_t begin, std::int32_t end);

} // namespace demarche::extract
