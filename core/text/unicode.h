// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::text {

/// Both replace what is malformed by U+FFFD. O(n).
[[nodiscard]] std::u16string toUtf16(std::string_view utf8);
[[nodiscard]] std::string toUtf8(std::u16string_view utf16);

/// The part of `text` that `span` covers, cut to the text's length.
[[nodiscard]] std::u16string_view slice(std::u16string_view text, Span span);

/// Turns UTF-16 positions of one text into code point positions and back. Built in O(n) (memory: one
/// number per surrogate pair), each look-up O(log of the surrogate pairs).
class CodePointIndex {
 public:
  explicit CodePointIndex(std::u16string_view text);
  [[nodiscard]] std::int32_t toCodePoints(std::int32_t utf16) const;
  [[nodiscard]] std::int32_t toUtf16(std::int32_t codePoints) const;

 private:
  std::vector<std::int32_t> m_pairs; ///< UTF-16 position of each surrogate pair, ascending
};

/// The first position from `from` on, and before `end`, whose unit matters; `end` when none does. Where few
/// do, most of a text is passed over many units at a time, if `matters` only compares and does not branch.
template <typename Matters>
[[nodiscard]] std::int32_t findUnit(std::u16string_view text, std::int32_t from, std::int32_t end,
                                    Matters matters) {
  constexpr std::int32_t block = 32; // a compiler makes a few vectors of it
  const char16_t* const units = text.data();
  for (; end - from >= block; from += block) {
    std::uint16_t any = 0; // as wide as a unit
    for (std::int32_t i = 0; i < block; ++i)
      any |= static_cast<std::uint16_t>(matters(units[from + i]));
    if (any != 0) break;
  }
  while (from < end && !matters(units[from]))
    ++from;
  return from;
}

/// White space as Unicode knows it, with U+3000, U+00A0 and the zero-width ones.
[[nodiscard]] bool isSpace(char16_t unit);
/// A Han character of the basic plane (extension planes come as surrogates and count as Han too).
[[nodiscard]] bool isHan(char16_t unit);
/// A copy without white space at either end.
[[nodiscard]] std::u16string_view trimmed(std::u16string_view text);

} // namespace demarche::text
