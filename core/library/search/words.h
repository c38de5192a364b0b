// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/span.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

/// A word of a text as the search index knows it: without case and accents, half-width, in simplified
/// characters. Chinese (and kana, and Hangul) is not parted into words: there each character begins a pair
/// with the next one, so that any two characters that stand together are found.
struct Word {
  enum class Form : std::uint8_t {
    word,  ///< letters and digits; initials with dots are one ("U.S." is "us"), a genitive 's is left out
    pair,  ///< two Han characters that stand together
    single ///< the last Han character of a run
  };
  Form form = Form::word;
  std::string_view text; ///< UTF-8; holds until the next word is read
  std::int32_t begin = 0;
  std::int32_t end = 0;
  std::size_t firstLength = 0; ///< of a pair: so many bytes of `text` are its first character,
  std::int32_t firstEnd = 0;   ///< which ends here
};

/// No word of the index is longer, in bytes; longer ones are cut, in texts and in queries alike.
inline constexpr std::size_t longestWord = 96;

/// Reads the words of a UTF-8 text one after the other, with positions in bytes. Whatever is malformed parts
/// words. One pass, without memory of its own but for one word.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : m_data(text) { m_word.reserve(longestWord + 1); }
  /// False after the last one.
  [[nodiscard]] bool next(Word& word);

 private:
  struct Character;
  [[nodiscard]] Character characterAt(std::int32_t at) const;
  [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(m_data.size()); }
  [[nodiscard]] bool isLetterAt(std::int32_t at) const;
  void beginWord();
  void append(const Character& character);
  void readAscii();
  void readWord(Word& word);
  void joinInitials();
  void skipGenitive();
  void readHan(Word& word);

  std::string_view m_data;
  std::int32_t m_at = 0;
  std::string m_word;
  bool m_cut = false;   ///< the word is as long as words may be
  bool m_inRun = false; ///< `m_word` holds the last Han character read, from `m_hanBegin` to `m_at`
  std::int32_t m_hanBegin = 0;
  std::int32_t m_hanEnd = 0;
  std::string m_pair;
};

/// A word with a text of its own and a span in UTF-16 units.
struct PlacedWord {
  Word::Form form = Word::Form::word;
  std::string text;
  text::Span span;
  std::size_t firstLength = 0;
  text::Span firstSpan;
};

/// All words of a text, in order. What the index holds for that text, word for word.
[[nodiscard]] std::vector<PlacedWord> wordsOf(std::u16string_view text);

/// Beginnings of so many letters are words of the index themselves, written with a star ("ne*"), because
/// gathering all words with such a beginning would take too long. Longer ones are few.
inline constexpr int shortestBeginning = 2;
inline constexpr int longestBeginning = 3;

/// Bytes of the first `characters` characters of a folded word; 0 when it has fewer.
[[nodiscard]] std::size_t lengthOfBeginning(std::string_view word, int characters);

} // namespace demarche::library
