// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/span.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::text {

enum class TokenKind : std::uint8_t {
  word,   ///< a run of letters other than Han; "'s" after a word is a token of its own; hyphens part words
  number, ///< a run of decimal digits
  han,    ///< one Han character
  symbol, ///< one character of anything else that is not white space
  line    ///< one or more line breaks with the white space around them
};

/// The smallest thing a rule can name.
struct Token {
  Span span;
  TokenKind kind = TokenKind::symbol;
  bool spaceBefore = false; ///< white space (or the text's beginning) stands before it
  bool capital = false;     ///< begins with an upper-case letter
};

/// Splits a text (folded or not; the positions are the same) into tokens. One pass, O(n).
[[nodiscard]] std::vector<Token> tokenize(std::u16string_view text);
/// The tokens of one stretch of it, with positions in the whole text; what lies outside is not looked at.
[[nodiscard]] std::vector<Token> tokenize(std::u16string_view text, Span stretch);
/// The same into `tokens`, of which only the memory is kept: for who reads one stretch after another.
void tokenize(std::u16string_view text, Span stretch, std::vector<Token>& tokens);

} // namespace demarche::text
