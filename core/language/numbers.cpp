// SPDX-License-Identifier: Apache-2.0
#include "core/language/numbers.h"

#include "core/language/symbols.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <bitset>
#include <optional>
#include <unicode/uchar.h>

namespace demarche::language {
namespace {

constexpr std::size_t longestDigits = 17; ///< so that no number overflows 64 bits, even times 万

constexpr std::int64_t largestTimesBig = 1'000'000'000; ///< what 万 or 亿 still multiplies

/// What a Han character says in a numeral.
struct Numeral {
  enum class Kind : std::uint8_t { none, digit, tens, unit, bigUnit };
  Kind kind = Kind::none;
  std::int64_t value = 0;
};

Numeral numeralOf(char16_t character) {
  using enum Numeral::Kind;
  switch (character) {
  case u'零':
  case u'〇':
  case u'○':
    return {digit, 0}; // the circle is what many keyboards give for the zero
  case u'一':
    return {digit, 1};
  case u'二':
  case u'两':
    return {digit, 2};
  case u'三':
    return {digit, 3};
  case u'四':
    return {digit, 4};
  case u'五':
    return {digit, 5};
  case u'六':
    return {digit, 6};
  case u'七':
    return {digit, 7};
  case u'八':
    return {digit, 8};
  case u'九':
    return {digit, 9};
  case u'廿':
    return {tens, 20};
  case u'卅':
    return {tens, 30};
  case u'十':
    return {unit, 10};
  case u'百':
    return {unit, 100};
  case u'千':
    return {unit, 1000};
  case u'万':
    return {bigUnit, 10'000};
  case u'亿':
    return {bigUnit, 100'000'000};
  default:
    return {};
  }
}

/// The Han characters with which a number, or what is told apart from one, can begin; few of a text do.
const std::bitset<0x10000>& numberBeginnings() {
  static const auto beginnings = [] {
    std::bitset<0x10000> units;
    for (std::size_t unit = 0; unit < units.size(); ++unit)
      units[unit] = numeralOf(static_cast<char16_t>(unit)).kind != Numeral::Kind::none;
    for (const char16_t unit : {u'第', u'几', u'数'})
      units.set(unit);
    return units;
  }();
  return beginnings;
}

/// A string of digits: 二〇二三. Two that follow each other (三四个月) mean "three or four", not 34.
std::optional<std::int64_t> digitString(std::span<const Numeral> run) {
  if (run.size() > longestDigits) return std::nullopt;
  if (run.size() == 2 && run[0].value != 0 && run[1].value == run[0].value + 1) return std::nullopt;
  std::int64_t value = 0;
  for (const Numeral& numeral : run)
    value = value * 10 + numeral.value;
  return value;
}

/// A numeral with units: 一千二百零三, 十五, 廿三, 三百万.
std::optional<std::int64_t> positional(std::span<const Numeral> run) {
  std::int64_t total = 0;   // above the last 万 or 亿
  std::int64_t section = 0; // below it
  std::int64_t digit = -1;  // waits for its unit
  std::int64_t lastUnit = 10'000;
  bool zero = false; // a 零 stands since the last unit
  for (const Numeral& numeral : run) {
    switch (numeral.kind) {
    case Numeral::Kind::digit:
      if (digit >= 0) return std::nullopt;
      if (numeral.value == 0)
        zero = true;
      else
        digit = numeral.value;
      break;
    case Numeral::Kind::tens:
      if (digit >= 0 || lastUnit <= 10) return std::nullopt;
      section += numeral.value;
      lastUnit = 10;
      break;
    case Numeral::Kind::unit:
      if (numeral.value >= lastUnit || (digit < 0 && numeral.value != 10)) return std::nullopt;
      section += std::max<std::int64_t>(digit, 1) * numeral.value;
      digit = -1;
      lastUnit = numeral.value;
      zero = false;
      break;
    case Numeral::Kind::bigUnit:
      section += std::max<std::int64_t>(digit, 0);
      if (section + total == 0 || section + total > largestTimesBig) return std::nullopt;
      if (numeral.value == 100'000'000)
        total = (total + section) * numeral.value;
      else
        total += section * numeral.value;
      section = 0;
      digit = -1;
      lastUnit = 10'000;
      zero = false;
      break;
    case Numeral::Kind::none:
      return std::nullopt;
    }
  }
  if (digit < 0) return total + section;
  const bool shortened = !zero && lastUnit >= 100 && lastUnit < 10'000; // 一千二 is 1200
  return total + section + (shortened ? digit * lastUnit / 10 : digit);
}

class NumberFinder {
 public:
  NumberFinder(std::u16string_view folded, std::span<const text::Token> tokens,
               std::span<const NumberWord> words, Script script, std::vector<NumberFound>& found)
      : m_text(folded), m_tokens(tokens), m_words(words), m_script(script), m_found(found) {}

  void run() {
    std::size_t at = 0;
    while (at < m_tokens.size()) {
      while (m_word < m_words.size() && m_words[m_word].tokens.begin < static_cast<std::int32_t>(at))
        ++m_word;
      at = std::max(at + 1, numberAt(at));
    }
  }

 private:
  char16_t unitAt(std::size_t at) const { return m_text[static_cast<std::size_t>(m_tokens[at].span.begin)]; }
  bool isUnit(std::size_t at, char16_t unit) const {
    return at < m_tokens.size() && m_tokens[at].span.length() == 1 && unitAt(at) == unit;
  }
  bool isGlued(std::size_t at) const { return at < m_tokens.size() && !m_tokens[at].spaceBefore; }
  bool isDigits(std::size_t at) const {
    return at < m_tokens.size() && m_tokens[at].kind == text::TokenKind::number;
  }

  void add(std::size_t begin, std::size_t end, std::int64_t value, std::size_t digits, bool ordinal) {
    m_found.push_back({{static_cast<std::int32_t>(begin), static_cast<std::int32_t>(end)},
                       value,
                       static_cast<std::int32_t>(digits),
                       ordinal});
  }

  /// Notes what begins at `at`; returns where it ends, or `at`.
  std::size_t numberAt(std::size_t at) {
    if (isDigits(at)) return digitsAt(at);
    if (m_script == Script::characters) {
      if (!m_beginnings.test(unitAt(at))) return at;
      if (isUnit(at, u'第')) return ordinalAt(at);
      return numeralAt(at);
    }
    return m_word < m_words.size() && m_words[m_word].tokens.begin == static_cast<std::int32_t>(at)
               ? wordsAt(at, 0, at)
               : at;
  }

  std::optional<std::int64_t> valueOfDigits(std::size_t at) const {
    const std::u16string_view digits = text::slice(m_text, m_tokens[at].span);
    if (digits.size() > longestDigits) return std::nullopt;
    std::int64_t value = 0;
    for (const char16_t digit : digits)
      value = value * 10 + u_charDigitValue(digit);
    return value;
  }

  std::size_t digitsAt(std::size_t at) {
    const std::optional<std::int64_t> digits = valueOfDigits(at);
    if (!digits) return at + 1;
    std::int64_t value = *digits;
    auto length = static_cast<std::size_t>(m_tokens[at].span.length());
    std::size_t end = at + 1;
    if (length <= 3)
      while (isThousands(end) && length + 3 <= longestDigits) {
        value = value * 1000 + valueOfDigits(end + 1).value_or(0);
        length += 3;
        end += 2;
      }
    if (const std::int64_t unit = bigUnitAt(end); unit != 0 && value <= largestTimesBig) {
      add(at, end + 1, value * unit, 0, false);
      return end + 1;
    }
    const std::size_t written = length + (end - at) / 2; // with the commas: "1,950" is no year
    add(at, end, value, written, false);
    if (isOrdinalEnding(end)) add(at, end + 1, value, written, true);
    if (const NumberWord* word = wordAt(end);
        word != nullptr && !word->ordinal && word->value >= 100 && value < 1'000'000) {
      m_found.pop_back();
      return wordsAt(end, value, at);
    }
    return end;
  }

  bool isThousands(std::size_t comma) const {
    return isUnit(comma, u',') && isGlued(comma) && isGlued(comma + 1) && isDigits(comma + 1) &&
           m_tokens[comma + 1].span.length() == 3;
  }

  std::int64_t bigUnitAt(std::size_t at) const {
    if (m_script != Script::characters || !isGlued(at) || m_tokens[at].kind != text::TokenKind::han) return 0;
    const Numeral numeral = numeralOf(unitAt(at));
    return numeral.kind == Numeral::Kind::bigUnit ? numeral.value : 0;
  }

  /// "st", "nd", "rd", "th" directly behind digits.
  bool isOrdinalEnding(std::size_t at) const {
    if (!isGlued(at) || m_tokens[at].span.length() != 2) return false;
    const char16_t ending[] = {toSmall(unitAt(at)),
                               toSmall(m_text[static_cast<std::size_t>(m_tokens[at].span.begin) + 1])};
    const std::u16string_view written(ending, 2);
    return written == u"st" || written == u"nd" || written == u"rd" || written == u"th";
  }

  /// 第三, 第16. The number behind it is found on its own as well.
  std::size_t ordinalAt(std::size_t at) {
    const std::size_t before = m_found.size();
    if (at + 1 >= m_tokens.size()) return at;
    const std::size_t end = isDigits(at + 1) ? digitsAt(at + 1) : numeralAt(at + 1);
    if (m_found.size() > before && m_found.back().tokens.begin == static_cast<std::int32_t>(at) + 1)
      add(at, end, m_found.back().value, 0, true);
    return end;
  }

  Numeral numeralOfToken(std::size_t at) const {
    return at < m_tokens.size() && m_tokens[at].span.length() == 1 ? numeralOf(unitAt(at)) : Numeral{};
  }

  std::size_t numeralAt(std::size_t at) {
    if (numeralOfToken(at).kind == Numeral::Kind::none) {
      const bool some = isUnit(at, u'几') || isUnit(at, u'数'); // 数十: some tens
      return some && numeralOfToken(at + 1).kind >= Numeral::Kind::unit ? numeralEnd(at + 1) : at;
    }
    const std::size_t end = numeralEnd(at);
    const bool digitsOnly = std::all_of(m_run.begin(), m_run.end(),
                                        [](const Numeral& n) { return n.kind == Numeral::Kind::digit; });
    if (const std::optional<std::int64_t> value = digitsOnly ? digitString(m_run) : positional(m_run))
      add(at, end, *value, digitsOnly ? end - at : 0, false);
    return end;
  }

  /// Reads the numeral characters from `at` on into m_run. 两 only begins a numeral or a part of one: 两百,
  /// 三万两千.
  std::size_t numeralEnd(std::size_t at) {
    m_run.clear();
    std::size_t end = at;
    for (; end < m_tokens.size(); ++end) {
      const Numeral numeral = numeralOfToken(end);
      if (numeral.kind == Numeral::Kind::none || (end > at && m_tokens[end].spaceBefore)) break;
      m_run.push_back(numeral);
    }
    return end;
  }

  const NumberWord* wordAt(std::size_t at) const {
    for (std::size_t i = m_word;
         i < m_words.size() && m_words[i].tokens.begin <= static_cast<std::int32_t>(at); ++i)
      if (m_words[i].tokens.begin == static_cast<std::int32_t>(at)) return &m_words[i];
    return nullptr;
  }

  /// The word that goes on a number behind token `at`: directly, behind a hyphen, or behind "and" after
  /// hundreds.
  const NumberWord* nextWord(std::size_t at, std::int64_t last) const {
    if (const NumberWord* word = wordAt(at)) return word;
    if (isUnit(at, u'-') && isGlued(at) && isGlued(at + 1)) return wordAt(at + 1);
    if (last >= 100 && at < m_tokens.size() && m_tokens[at].span.length() == 3) {
      const std::u16string_view word = text::slice(m_text, m_tokens[at].span);
      if (toSmall(word[0]) == u'a' && toSmall(word[1]) == u'n' && toSmall(word[2]) == u'd')
        return wordAt(at + 1);
    }
    return nullptr;
  }

  /// Number words from token `at` on, behind digits of the value `current` ("3 million") when there are some.
  std::size_t wordsAt(std::size_t at, std::int64_t current, std::size_t begin) {
    std::int64_t total = 0;
    std::int64_t last = current > 0 ? 1 : 0; // value of the last word; 0 while there is none
    std::int64_t leastBig = 1'000'000'000'000;
    std::size_t end = at;
    for (const NumberWord* word = wordAt(at); word != nullptr; word = nextWord(end, last)) {
      const std::int64_t value = word->value;
      if (value >= 1000 && value < leastBig && !word->ordinal) {
        total += std::max<std::int64_t>(current, 1) * value;
        current = 0;
        leastBig = value;
      } else if (value == 100 && !word->ordinal && (current < 100 || last == 1)) {
        current = std::max<std::int64_t>(current, 1) * 100;
      } else if (last == 0 || (last >= 100 && value < 100) || (last >= 20 && last < 100 && value < 10)) {
        current += value;
      } else {
        break;
      }
      end = static_cast<std::size_t>(word->tokens.end);
      last = value;
      if (word->ordinal) {
        add(begin, end, total + current, 0, true);
        return end;
      }
    }
    add(begin, end, total + current, 0, false);
    return end;
  }

  const std::bitset<0x10000>& m_beginnings = numberBeginnings();
  std::u16string_view m_text;
  std::span<const text::Token> m_tokens;
  std::span<const NumberWord> m_words;
  std::size_t m_word = 0; ///< the first that does not begin before the current token
  Script m_script;
  std::vector<NumberFound>& m_found;
  std::vector<Numeral> m_run;
};

} // namespace

void findNumbers(std::u16string_view folded, std::span<const text::Token> tokens,
                 std::span<const NumberWord> words, Script script, std::vector<NumberFound>& found) {
  NumberFinder(folded, tokens, words, script, found).run();
}

} // namespace demarche::language
