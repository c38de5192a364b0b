// SPDX-License-Identifier: Apache-2.0
#include "core/text/token.h"

#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <array>
#include <cassert>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

namespace demarche::text {
namespace {

enum class UnitKind : std::uint8_t {
  symbol,
  space,
  lineBreak,
  small,
  capital,
  digit,
  han,
  apostrophe,
  surrogate
};

bool isLineBreak(char16_t unit) {
  return (unit >= u'\n' && unit <= u'\r') || unit == u'\u0085' || unit == u'\u2028' || unit == u'\u2029';
}

UnitKind kindOfLetter(UChar32 character) {
  return u_isupper(character) || u_istitle(character) ? UnitKind::capital : UnitKind::small;
}

bool isPartOfWord(UChar32 character) {
  constexpr std::uint32_t marks = U_GC_MN_MASK | U_GC_MC_MASK;
  return u_isalpha(character) || (U_MASK(u_charType(character)) & marks) != 0;
}

UnitKind kindOf(char16_t unit) {
  if (isLineBreak(unit)) return UnitKind::lineBreak;
  if (isSpace(unit)) return UnitKind::space;
  if (U16_IS_SURROGATE(unit)) return UnitKind::surrogate;
  const char16_t plain = fold(unit);
  constexpr char16_t ideographicZero =
      u'\u3007'; // a numeral to Unicode, a character of dates to everybody else
  if (isHan(plain) || plain == ideographicZero) return UnitKind::han;
  if (u_isdigit(plain)) return UnitKind::digit;
  if (plain == u'\'' || plain == u'\u2019') return UnitKind::apostrophe;
  return isPartOfWord(plain) ? kindOfLetter(plain) : UnitKind::symbol;
}

/// Kinds are looked up by the folded unit, so that a text and its folded form part at the same places.
const std::array<UnitKind, 65536>& unitKinds() {
  static const auto kinds = [] {
    std::array<UnitKind, 65536> table{};
    for (std::size_t unit = 0; unit < table.size(); ++unit)
      table[unit] = kindOf(static_cast<char16_t>(unit));
    return table;
  }();
  return kinds;
}

class Tokenizer {
 public:
  Tokenizer(std::u16string_view text, Span stretch, std::vector<Token>& tokens)
      : m_text(text), m_at(stretch.begin), m_end(stretch.end), m_tokens(tokens) {}

  void run() {
    bool space = true;
    while (m_at < m_end) {
      const UnitKind kind = kindAt(m_at);
      if (kind == UnitKind::space || kind == UnitKind::lineBreak) {
        skipBlank();
        space = true;
      } else {
        take(kind, space);
        space = false;
      }
    }
  }

 private:
  UnitKind kindAt(std::int32_t at) const { return m_kinds[m_text[static_cast<std::size_t>(at)]]; }
  bool isLetterAt(std::int32_t at) const {
    return at < m_end && (kindAt(at) == UnitKind::small || kindAt(at) == UnitKind::capital);
  }

  /// A run of white space; one token when a line ends in it.
  void skipBlank() {
    const std::int32_t begin = m_at;
    bool line = false;
    for (; m_at < m_end; ++m_at) {
      const UnitKind kind = kindAt(m_at);
      if (kind != UnitKind::space && kind != UnitKind::lineBreak) break;
      line = line || kind == UnitKind::lineBreak;
    }
    if (line) m_tokens.push_back({{begin, m_at}, TokenKind::line, true, false});
  }

  void take(UnitKind kind, bool space) {
    const std::int32_t begin = m_at++;
    TokenKind token = TokenKind::symbol;
    bool capital = false;
    switch (kind) {
    case UnitKind::small:
    case UnitKind::capital:
      token = TokenKind::word;
      capital = kind == UnitKind::capital;
      while (isLetterAt(m_at))
        ++m_at;
      break;
    case UnitKind::digit:
      token = TokenKind::number;
      while (m_at < m_end && kindAt(m_at) == UnitKind::digit)
        ++m_at;
      break;
    case UnitKind::han:
      token = TokenKind::han;
      break;
    case UnitKind::surrogate:
      token = takePair(begin);
      break;
    case UnitKind::apostrophe:
      if (isGenitive(begin, space)) {
        token = TokenKind::word;
        ++m_at;
      }
      break;
    default:
      break;
    }
    m_tokens.push_back({{begin, m_at}, token, space, capital});
  }

  /// "'s" directly behind a word, and no letter behind it.
  bool isGenitive(std::int32_t at, bool space) const {
    if (space || m_tokens.empty() || m_tokens.back().kind != TokenKind::word) return false;
    if (at + 1 >= m_end || isLetterAt(at + 2)) return false;
    const char16_t next = fold(m_text[static_cast<std::size_t>(at) + 1]);
    return next == u's' || next == u'S';
  }

  /// Characters beyond the basic plane: Han extensions are Han, all else (emoji, ancient scripts) are
  /// symbols.
  TokenKind takePair(std::int32_t begin) {
    const char16_t lead = m_text[static_cast<std::size_t>(begin)];
    if (!U16_IS_LEAD(lead) || m_at >= m_end || !U16_IS_TRAIL(m_text[static_cast<std::size_t>(m_at)]))
      return TokenKind::symbol;
    const UChar32 character = U16_GET_SUPPLEMENTARY(lead, m_text[static_cast<std::size_t>(m_at)]);
    ++m_at;
    return u_hasBinaryProperty(character, UCHAR_IDEOGRAPHIC) ? TokenKind::han : TokenKind::symbol;
  }

  const std::array<UnitKind, 65536>& m_kinds = unitKinds();
  std::u16string_view m_text;
  std::int32_t m_at;
  std::int32_t m_end;
  std::vector<Token>& m_tokens;
};

} // namespace

std::vector<Token> tokenize(std::u16string_view text) {
  return tokenize(text, {0, static_cast<std::int32_t>(text.size())});
}

std::vector<Token> tokenize(std::u16string_view text, Span stretch) {
  std::vector<Token> tokens;
  tokens.reserve(static_cast<std::size_t>(stretch.length()) / 3 + 1);
  tokenize(text, stretch, tokens);
  return tokens;
}

void tokenize(std::u16string_view text, Span stretch, std::vector<Token>& tokens) {
  assert(stretch.begin >= 0 && stretch.end <= static_cast<std::int32_t>(text.size()));
  tokens.clear();
  Tokenizer(text, stretch, tokens).run();
}

} // namespace demarche::text
