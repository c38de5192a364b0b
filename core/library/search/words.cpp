// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/words.h"

#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <array>
#include <memory>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>
#include <unordered_map>

namespace demarche::library {
namespace {

enum class Kind : std::uint8_t {
  separator,
  letter,  ///< and digits: what words are made of
  ignored, ///< accents and invisible characters: they neither part words nor tell them apart
  han
};

constexpr UChar32 zeroWidthSpace = 0x200B;  // "invisible" to Unicode, but put where a word ends
constexpr UChar32 ideographicZero = 0x3007; // a numeral to Unicode, a character of dates to everybody else
constexpr UChar32 iterationMark = 0x3005;
constexpr UChar32 longVowelMarks[] = {0x30FC, 0xFF70};

constexpr char16_t firstCompatibilityHan = 0xF900;

bool isHangulSyllable(char16_t unit) {
  return unit >= 0xAC00 && unit <= 0xD7A3;
}

bool isWrittenWithoutSpaces(UChar32 character) {
  if (character == ideographicZero || character == iterationMark || character == longVowelMarks[0] ||
      character == longVowelMarks[1])
    return true;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(character, &status)) {
  case USCRIPT_HAN:
  case USCRIPT_HIRAGANA:
  case USCRIPT_KATAKANA:
  case USCRIPT_HANGUL:
  case USCRIPT_BOPOMOFO:
    return true;
  default:
    return false;
  }
}

Kind kindOf(UChar32 character) {
  switch (u_charType(character)) {
  case U_UPPERCASE_LETTER:
  case U_LOWERCASE_LETTER:
  case U_TITLECASE_LETTER:
  case U_MODIFIER_LETTER:
  case U_OTHER_LETTER:
  case U_LETTER_NUMBER:
  case U_COMBINING_SPACING_MARK:
  case U_DECIMAL_DIGIT_NUMBER:
    return isWrittenWithoutSpaces(character) ? Kind::han : Kind::letter;
  case U_NON_SPACING_MARK:
  case U_ENCLOSING_MARK:
    return Kind::ignored;
  case U_FORMAT_CHAR:
    return character == zeroWidthSpace ? Kind::separator : Kind::ignored;
  default:
    return Kind::separator; // superscripts too: a footnote's number is no part of the word before it
  }
}

/// What stands in the index for a letter: without case and accents, in plain characters.
std::u16string foldedForm(UChar32 character) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString form(character);
  form.foldCase();
  if (U_SUCCESS(status)) form = decompose->normalize(form, status);
  form.foldCase();
  std::u16string result;
  for (std::int32_t i = 0; i < form.length(); i = form.moveIndex32(i, 1)) {
    const UChar32 part = form.char32At(i);
    const Kind kind = kindOf(part);
    if (kind != Kind::letter && kind != Kind::han) continue;
    result += part <= 0xFFFF ? std::u16string{text::fold(static_cast<char16_t>(part))}
                             : text::fold(std::u16string(form.getBuffer() + i, 2));
  }
  if (result.empty() && character > 0xFFFF) result.assign({U16_LEAD(character), U16_TRAIL(character)});
  return result;
}

/// Looked up for every character of the basic plane that is read; made once, on first use.
class CharacterTable {
 public:
  CharacterTable() {
    for (UChar32 character = 0; character <= 0xFFFF; ++character)
      if (!U_IS_SURROGATE(character)) add(static_cast<char16_t>(character));
  }
  [[nodiscard]] Kind kind(UChar32 character) const {
    return character <= 0xFFFF ? m_kinds[static_cast<std::size_t>(character)] : kindOf(character);
  }
  /// One unit, or 0 for what becomes several.
  [[nodiscard]] char16_t unit(UChar32 character) const {
    return character <= 0xFFFF ? m_units[static_cast<std::size_t>(character)] : u'\0';
  }
  [[nodiscard]] std::string several(UChar32 character) const {
    if (character > 0xFFFF) return text::toUtf8(foldedForm(character));
    const auto found = m_several.find(character);
    return found != m_several.end() ? found->second : std::string();
  }

 private:
  void add(char16_t character) {
    Kind& kind = m_kinds[character];
    kind = kindOf(character);
    if (kind != Kind::letter && kind != Kind::han) return;
    // Most of the plane is characters of which ICU has nothing to say. A syllable of Hangul stays whole.
    if ((text::isHan(character) && character < firstCompatibilityHan) || isHangulSyllable(character)) {
      m_units[character] = text::fold(character);
      return;
    }
    const std::u16string folded = foldedForm(character);
    if (folded.empty())
      kind = Kind::ignored;
    else if (folded.size() == 1)
      m_units[character] = folded.front();
    else
      m_several.emplace(character, text::toUtf8(folded));
  }

  std::array<Kind, 0x10000> m_kinds{};
  std::array<char16_t, 0x10000> m_units{};
  std::unordered_map<UChar32, std::string> m_several;
};

const CharacterTable& characters() {
  static const auto table = std::make_unique<const CharacterTable>();
  return *table;
}

bool isAsciiLetter(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
bool isAsciiDigit(unsigned char byte) {
  return byte >= '0' && byte <= '9';
}
char lower(unsigned char byte) {
  return static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
}

void appendUnit(std::string& text, char16_t unit) {
  if (unit < 0x80) {
    text += static_cast<char>(unit);
  } else if (unit < 0x800) {
    text += static_cast<char>(0xC0 | unit >> 6);
    text += static_cast<char>(0x80 | (unit & 0x3F));
  } else {
    text += static_cast<char>(0xE0 | unit >> 12);
    text += static_cast<char>(0x80 | (unit >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (unit & 0x3F));
  }
}

} // namespace

struct WordReader::Character {
  UChar32 value = 0; ///< negative when malformed
  Kind kind = Kind::separator;
  std::int32_t end = 0;
};

WordReader::Character WordReader::characterAt(std::int32_t at) const {
  Character character;
  character.end = at;
  U8_NEXT(m_data.data(), character.end, size(), character.value);
  if (character.value >= 0) character.kind = characters().kind(character.value);
  return character;
}

bool WordReader::isLetterAt(std::int32_t at) const {
  return at < size() && characterAt(at).kind == Kind::letter;
}

bool WordReader::next(Word& word) {
  if (m_inRun) {
    readHan(word);
    return true;
  }
  while (m_at < size()) {
    const Character character = characterAt(m_at);
    if (character.kind == Kind::letter) {
      readWord(word);
      return true;
    }
    const std::int32_t begin = m_at;
    m_at = character.end;
    if (character.kind != Kind::han) continue;
    beginWord();
    append(character);
    m_inRun = true;
    m_hanBegin = begin;
    m_hanEnd = m_at;
    readHan(word);
    return true;
  }
  return false;
}

void WordReader::beginWord() {
  m_word.clear();
  m_cut = false;
}

void WordReader::append(const Character& character) {
  const std::size_t before = m_word.size();
  if (const char16_t unit = characters().unit(character.value); unit != 0)
    appendUnit(m_word, unit);
  else
    m_word += characters().several(character.value);
  m_cut = m_cut || m_word.size() > longestWord;
  if (m_cut) m_word.resize(before); // whole characters only
}

void WordReader::readAscii() {
  while (m_at < size()) {
    const auto byte = static_cast<unsigned char>(m_data[static_cast<std::size_t>(m_at)]);
    if (!isAsciiLetter(byte) && !isAsciiDigit(byte)) return;
    m_cut = m_cut || m_word.size() == longestWord;
    if (!m_cut) m_word += lower(byte);
    ++m_at;
  }
}

void WordReader::readWord(Word& word) {
  beginWord();
  word.begin = m_at;
  std::int32_t end = m_at;
  for (;;) {
    readAscii();
    if (m_at > end) end = m_at;
    if (m_at >= size()) break;
    const Character character = characterAt(m_at);
    if (character.kind == Kind::letter) {
      append(character);
      end = character.end;
    } else if (character.kind != Kind::ignored) {
      break;
    }
    m_at = character.end;
  }
  m_at = end;
  joinInitials();
  word.form = Word::Form::word;
  word.text = m_word;
  word.end = m_at;
  skipGenitive();
}

/// "U" of "U.S." takes the "S" in. Digits are no initials: "3.5" is two words.
void WordReader::joinInitials() {
  const bool one = lengthOfBeginning(m_word, 1) == m_word.size();
  if (!one || isAsciiDigit(static_cast<unsigned char>(m_word.front()))) return;
  while (m_at + 1 < size() && m_data[static_cast<std::size_t>(m_at)] == '.') {
    const Character initial = characterAt(m_at + 1);
    if (initial.kind != Kind::letter || u_isdigit(initial.value) || isLetterAt(initial.end)) return;
    append(initial);
    m_at = initial.end;
  }
}

void WordReader::skipGenitive() {
  if (m_at >= size()) return;
  const Character mark = characterAt(m_at);
  if (mark.value != '\'' && mark.value != 0x2019 && mark.value != 0xFF07) return;
  if (mark.end >= size()) return;
  const char letter = lower(static_cast<unsigned char>(m_data[static_cast<std::size_t>(mark.end)]));
  if (letter == 's' && !isLetterAt(mark.end + 1)) m_at = mark.end + 1;
}

/// With one Han character in hand: it and the next one, if that follows, or it alone.
void WordReader::readHan(Word& word) {
  word.begin = m_hanBegin;
  word.firstEnd = m_hanEnd;
  word.firstLength = m_word.size();
  m_pair = m_word;
  std::int32_t begin = m_at;
  Character next;
  for (; begin < size(); begin = next.end) {
    next = characterAt(begin);
    if (next.kind != Kind::ignored) break;
  }
  m_inRun = begin < size() && next.kind == Kind::han;
  if (m_inRun) {
    beginWord();
    append(next);
    m_pair += m_word;
    m_hanBegin = begin;
    m_hanEnd = m_at = next.end;
  }
  word.form = m_inRun ? Word::Form::pair : Word::Form::single;
  word.text = m_pair;
  word.end = m_inRun ? m_hanEnd : word.firstEnd;
}

std::size_t lengthOfBeginning(std::string_view word, int characters) {
  std::size_t at = 0;
  for (int read = 0; read < characters; ++read) {
    if (at >= word.size()) return 0;
    ++at;
    while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80)
      ++at;
  }
  return at;
}

namespace {

/// Turns ascending byte positions of a well-formed text into UTF-16 positions.
class UnitCounter {
 public:
  explicit UnitCounter(std::string_view text) : m_text(text) {}
  std::int32_t at(std::int32_t byte) {
    if (byte < m_byte) return behind(byte);
    for (; m_byte < byte; ++m_byte)
      m_units += unitsBegunBy(m_byte);
    return m_units;
  }

 private:
  [[nodiscard]] std::int32_t unitsBegunBy(std::int32_t byte) const {
    const auto value = static_cast<unsigned char>(m_text[static_cast<std::size_t>(byte)]);
    return (value & 0xC0) == 0x80 ? 0 : value >= 0xF0 ? 2 : 1;
  }
  /// A pair's second character begins where the pair before it has ended already.
  [[nodiscard]] std::int32_t behind(std::int32_t byte) const {
    std::int32_t units = m_units;
    for (std::int32_t i = byte; i < m_byte; ++i)
      units -= unitsBegunBy(i);
    return units;
  }

  std::string_view m_text;
  std::int32_t m_byte = 0;
  std::int32_t m_units = 0;
};

} // namespace

std::vector<PlacedWord> wordsOf(std::u16string_view text) {
  const std::string utf8 = text::toUtf8(text);
  std::vector<PlacedWord> words;
  UnitCounter units(utf8);
  WordReader reader(utf8);
  for (Word word; reader.next(word);) {
    const text::Span span{units.at(word.begin), units.at(word.end)};
    const bool han = word.form != Word::Form::word;
    words.push_back({word.form, std::string(word.text), span, han ? word.firstLength : 0,
                     han ? text::Span{span.begin, units.at(word.firstEnd)} : text::Span{}});
  }
  return words;
}

} // namespace demarche::library
