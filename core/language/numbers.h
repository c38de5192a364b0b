// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers are composed, not listed: how digits, numerals and number words make a number is true of the
// script and no matter of opinion.

#include "core/language/pack_source.h"
#include "core/language/reading.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace demarche::language {

/// A number word of the lexicon found in the text: of class `cardinal` or `ordinal-word`.
struct NumberWord {
  TokenRange tokens;
  std::int64_t value;
  bool ordinal;
};

struct NumberFound {
  TokenRange tokens;
  std::int64_t value = 0;
  std::int32_t digits = 0; ///< so many digits or characters, when it is written as a string of them; else 0
  bool ordinal = false;
};

/// Finds the numbers of a text: digits ("2023", "1,200", "20万"), with Script::characters Han numerals
/// (二十三, 二〇二三, 廿三, 两百), with Script::words number words ("twenty-three"); and ordinals: "16th",
/// 第三, "twenty-first". A number is taken whole: none begins within another, and what looks like a number
/// but is none (三四, 数十) gives nothing. `words` ascend and do not overlap. Linear.
void findNumbers(std::u16string_view folded, std::span<const text::Token> tokens,
                 std::span<const NumberWord> words, Script script, std::vector<NumberFound>& found);

} // namespace demarche::language
