// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/block_reading.h"
#include "core/text/span.h"

#include <cstdint>

namespace demarche::extract {

/// Where the words around a date look: decides which of two years, or which of two Fridays, is meant.
enum class Outlook : std::uint8_t {
  none,  ///< nothing tells
  back,  ///< told as past
  ahead, ///< announced, expected, planned
};

/// Reads the cues of the sentence around `span`: forms of the lexicon classes `future-cue`, `past-cue` and
/// `report-cue` ("said", 表示: beside a date they tell when something was said, not when it is to be). The
/// nearest cue of the clause wins over one elsewhere in the sentence, which counts unless it stands behind,
/// with a time of its own. A `decision-cue` ("agreed to") was taken before it and looks ahead behind it.
[[nodiscard]] Outlook outlookAt(const language::BlockReading& reading, text::Span sentence, text::Span span);

/// A form of the lexicon classes `recap-cue` ("last met", 上次) or `hypothesis-cue` ("if", 如果) stands
/// shortly before `span` in its sentence: what it dates is recalled or supposed, not told.
[[nodiscard]] bool isAside(const language::BlockReading& reading, text::Span sentence, text::Span span);

/// A form of the lexicon class `earlier-cue` ("had", 此前) stands in the clause before `span`: it lies before
/// what the text has told.
[[nodiscard]] bool isEarlier(const language::BlockReading& reading, text::Span sentence, text::Span span);

} // namespace demarche::extract
