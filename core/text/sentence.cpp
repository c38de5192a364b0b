// SPDX-License-Identifier: Apache-2.0
#include "core/text/sentence.h"

#include "core/text/unicode.h"

#include <algorithm>
#include <unicode/uchar.h>

namespace demarche::text {
namespace {

bool isLineBreak(char16_t unit) {
  const bool ascii = (unit >= u'\n') & (unit <= u'\r'); // with vertical tab and form feed
  return ascii | (unit == 0x85) | (unit == 0x2028) | (unit == 0x2029);
}

/// Ends a sentence wherever it stands.
bool isHardStop(char16_t unit) {
  return unit == u'。' || unit == u'！' || unit == u'？' || unit == u'｡';
}

/// Ends a sentence where what stands around it allows; full-width ones are folded to these.
bool isSoftStop(char16_t unit) {
  return unit == u'.' || unit == u'!' || unit == u'?' || unit == u'…';
}

bool isClosing(char16_t unit) {
  return std::u16string_view(u"\"'”’」』﹂﹄)]）］】〉》»").find(unit) != std::u16string_view::npos;
}

bool isOpening(char16_t unit) {
  return std::u16string_view(u"\"'“‘「『([（［【〈《«-–—*•").find(unit) != std::u16string_view::npos;
}

bool isDigit(char16_t unit) {
  return unit >= u'0' && unit <= u'9';
}

/// What a sentence may end at, and the quotation mark that tells whether one is open. Most units are neither.
bool matters(char16_t unit) {
  if (unit < 0x80) return unit == u'.' || unit == u'"' || unit == u'!' || unit == u'?';
  return (unit < 0x3003 || unit >= 0xFF00) && (isHardStop(unit) || isSoftStop(unit));
}

char16_t lower(char16_t unit) {
  return static_cast<char16_t>(u_tolower(unit));
}

/// Words that begin a sentence when they stand with a capital after "U.S." or "p.m.": names do not.
bool beginsSentence(std::u16string_view word) {
  static const Abbreviations openers = {
      u"the",       u"a",       u"an",       u"this",    u"that", u"these", u"those", u"he",     u"she",
      u"it",        u"they",    u"we",       u"his",     u"her",  u"its",   u"their", u"our",    u"there",
      u"but",       u"and",     u"or",       u"so",      u"in",   u"on",    u"at",    u"after",  u"as",
      u"while",     u"when",    u"if",       u"for",     u"to",   u"with",  u"both",  u"during", u"since",
      u"before",    u"last",    u"next",     u"later",   u"such", u"what",  u"by",    u"from",   u"however",
      u"according", u"earlier", u"although", u"despite", u"also", u"under", u"over",  u"until"};
  std::u16string key(word);
  std::transform(key.begin(), key.end(), key.begin(), lower);
  return openers.contains(key);
}

/// Finds the ends of the sentences of one line.
class LineSplitter {
 public:
  LineSplitter(std::u16string_view text, Span line, const Abbreviations& abbreviations)
      : m_text(text), m_line(line), m_abbreviations(abbreviations) {}

  void splitInto(std::vector<Span>& result) {
    m_begin = m_line.begin;
    m_quoted = false;
    for (std::int32_t at = m_line.begin; at < m_line.end;) {
      at = nextThatMatters(at);
      if (at == m_line.end) break;
      if (unit(at) == u'"') {
        passQuote(at++);
        continue;
      }
      std::int32_t afterStops = at;
      bool hard = false;
      while (isHardStop(unit(afterStops)) || isSoftStop(unit(afterStops)))
        hard |= isHardStop(unit(afterStops++));
      const std::int32_t end = afterClosing(afterStops);
      if (hard || endsHere({at, afterStops}, end)) {
        add(result, {m_begin, end});
        m_begin = end;
        m_quoted = false;
      }
      at = end;
    }
    add(result, {m_begin, m_line.end});
  }

 private:
  /// The unit there; a line feed outside the line, so that no look-ahead needs a bound.
  [[nodiscard]] char16_t unit(std::int32_t at) const {
    return m_line.contains(at) ? m_text[static_cast<std::size_t>(at)] : u'\n';
  }

  [[nodiscard]] std::int32_t nextThatMatters(std::int32_t at) const {
    const auto begin = m_text.begin();
    return static_cast<std::int32_t>(std::find_if(begin + at, begin + m_line.end, matters) - begin);
  }

  void add(std::vector<Span>& result, Span span) const {
    while (!span.empty() && isSpace(unit(span.begin)))
      ++span.begin;
    while (!span.empty() && isSpace(unit(span.end - 1)))
      --span.end;
    if (!span.empty()) result.push_back(span);
  }

  /// Past the quotation marks, brackets and note numbers ("[3]") that belong to the sentence before.
  [[nodiscard]] std::int32_t afterClosing(std::int32_t at) {
    for (;; ++at) {
      if (unit(at) == u'[' && isDigit(unit(at + 1))) {
        std::int32_t past = at + 1;
        while (isDigit(unit(past)))
          ++past;
        if (unit(past) != u']') return at;
        at = past;
      } else if (!isClosing(unit(at)) || opensNext(at)) {
        return at;
      } else {
        passQuote(at);
      }
    }
  }

  void passQuote(std::int32_t at) { m_quoted ^= unit(at) == u'"'; }

  /// A plain quotation mark with a letter right after it opens what follows, unless it closes an open one:
  /// `end. "Next` and `"end."Next`.
  [[nodiscard]] bool opensNext(std::int32_t at) const {
    const bool plain = unit(at) == u'"' || unit(at) == u'\'';
    return plain && u_isalnum(unit(at + 1)) != 0 && !(unit(at) == u'"' && m_quoted);
  }

  [[nodiscard]] bool endsHere(Span stops, std::int32_t end) const {
    std::int32_t next = end;
    while (next < m_line.end && (isSpace(unit(next)) || isOpening(unit(next))))
      ++next;
    if (next >= m_line.end) return true;
    const bool spaced = next > end && isSpace(unit(end));
    const char16_t first = unit(next);
    const char16_t stop = unit(stops.begin);
    if (u_islower(first) != 0) return false;
    if (stop == u'…' || stops.length() > 1) return spaced; // an ellipsis goes on unless a new sentence begins
    if (stop != u'.') return spaced || isHan(first) || end > stops.end;
    if (!spaced) return gluedSentence(stops.begin, end);
    return !abbreviates(stops.begin, next);
  }

  /// "talks.The" and `talks."The`: web pages lose the space between paragraphs.
  [[nodiscard]] bool gluedSentence(std::int32_t stop, std::int32_t end) const {
    return u_islower(unit(stop - 1)) != 0 && u_islower(unit(stop - 2)) != 0 && u_isupper(unit(end)) != 0 &&
           beginsSentence(wordAt(end));
  }

  [[nodiscard]] std::u16string_view wordAt(std::int32_t begin) const {
    std::int32_t end = begin;
    while (u_isalpha(unit(end)) != 0)
      ++end;
    return slice(m_text, {begin, end});
  }

  /// The full stop at `stop` belongs to the word before it, and the sentence goes on at `next`.
  [[nodiscard]] bool abbreviates(std::int32_t stop, std::int32_t next) const {
    std::int32_t begin = stop;
    while (begin > m_begin && (isDigit(unit(begin - 1)) || unit(begin - 1) == u'.' ||
                               (u_isalpha(unit(begin - 1)) != 0 && !isHan(unit(begin - 1)))))
      --begin;
    std::u16string word(slice(m_text, {begin, stop}));
    if (word.empty()) return false;
    const bool capital = u_isupper(word.front()) != 0;
    std::transform(word.begin(), word.end(), word.begin(), lower);
    if (word.size() == 1 && capital) return !beginsSentence(wordAt(next)); // an initial
    if (isAcronym(word)) return !beginsSentence(wordAt(next));
    if (m_abbreviations.contains(word)) return true;
    // "1. First point": a number that begins a line numbers it.
    return word.size() <= 2 && begin == m_line.begin && std::all_of(word.begin(), word.end(), isDigit);
  }

  /// "u.s", "p.m", "d.c": single letters parted by stops.
  [[nodiscard]] static bool isAcronym(std::u16string_view word) {
    if (word.size() < 3 || word.size() % 2 == 0) return false;
    for (std::size_t at = 0; at < word.size(); ++at)
      if ((at % 2 == 0) ? u_isalpha(word[at]) == 0 : word[at] != u'.') return false;
    return true;
  }

  std::u16string_view m_text;
  Span m_line;
  const Abbreviations& m_abbreviations;
  std::int32_t m_begin = 0; ///< of the sentence being read
  bool m_quoted = false;    ///< an odd number of plain double quotation marks stands in it so far
};

} // namespace

std::vector<Span> sentences(std::u16string_view text, Span block, const Abbreviations& abbreviations) {
  std::vector<Span> result;
  block.end = std::min(block.end, static_cast<std::int32_t>(text.size()));
  for (std::int32_t begin = std::max(block.begin, 0); begin < block.end;) {
    const std::int32_t end = findUnit(text, begin, block.end, isLineBreak);
    LineSplitter(text, {begin, end}, abbreviations).splitInto(result);
    begin = end + 1;
  }
  return result;
}

} // namespace demarche::text
