// SPDX-License-Identifier: Apache-2.0
#include "core/language/pattern.h"

#include "core/text/fold.h"
#include "core/text/token.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

namespace demarche::language {
namespace {

using Kind = PatternNode::Kind;

/// What stops the parser; caught in parsePattern.
struct SyntaxError {
  std::string message;
};

constexpr int deepestNesting = 50;

class PatternParser {
 public:
  PatternParser(std::u16string_view pattern, PatternUse use) : m_pattern(pattern), m_use(use) {}

  PatternNode run() {
    PatternNode root = parseChoice(0);
    if (m_at < m_pattern.size()) throw SyntaxError{"`)` without `(`"};
    if (canBeEmpty(root)) throw SyntaxError{"the pattern can match nothing at all"};
    checkSlots(root, false);
    return root;
  }

 private:
  /// Letters, digits and Han characters stand for themselves.
  static bool isWord(char16_t unit) {
    return u_isalnum(unit) || text::isHan(unit) || unit == u'\u3007' || U16_IS_SURROGATE(unit);
  }

  /// The next unit that is not white space; 0 at the end.
  char16_t peek() {
    while (m_at < m_pattern.size() && (text::isSpace(m_pattern[m_at]) || m_pattern[m_at] == u'\n'))
      ++m_at;
    return m_at < m_pattern.size() ? m_pattern[m_at] : u'\0';
  }

  PatternNode parseChoice(int depth) {
    if (depth > deepestNesting) throw SyntaxError{"too many groups within groups"};
    PatternNode choice{Kind::choice, {}, {}, {}, {}, 1, 1};
    choice.children.push_back(parseSequence(depth));
    while (peek() == u'|') {
      ++m_at;
      choice.children.push_back(parseSequence(depth));
    }
    return choice.children.size() == 1 ? std::move(choice.children.front()) : std::move(choice);
  }

  PatternNode parseSequence(int depth) {
    PatternNode sequence;
    for (char16_t next = peek(); next != u'\0' && next != u'|' && next != u')'; next = peek())
      sequence.children.push_back(parseRepeat(depth));
    if (sequence.children.empty()) throw SyntaxError{"an alternative is empty"};
    if (depth == 0 && m_use == PatternUse::match &&
        (sequence.children.front().kind == Kind::glue || sequence.children.back().kind == Kind::glue))
      throw SyntaxError{"`_` must stand between two elements"};
    return sequence.children.size() == 1 ? std::move(sequence.children.front()) : std::move(sequence);
  }

  PatternNode parseRepeat(int depth) {
    PatternNode element = parseElement(depth);
    int least = 1;
    int most = 1;
    switch (m_at < m_pattern.size() ? m_pattern[m_at] : u'\0') {
    case u'?':
      least = 0;
      break;
    case u'*':
      least = 0;
      most = longestRepeat;
      break;
    case u'+':
      most = longestRepeat;
      break;
    case u'{':
      return repeated(std::move(element), parseBounds());
    default:
      return element;
    }
    ++m_at;
    return repeated(std::move(element), {least, most});
  }

  static PatternNode repeated(PatternNode element, std::pair<int, int> bounds) {
    if (element.kind == Kind::glue) throw SyntaxError{"`_` cannot be repeated"};
    PatternNode repeat{Kind::repeat, {}, {}, {}, {}, bounds.first, bounds.second};
    repeat.children.push_back(std::move(element));
    return repeat;
  }

  /// `{2}`, `{1,3}`.
  std::pair<int, int> parseBounds() {
    const std::string inside = text::toUtf8(takeUntil(u'}'));
    const auto comma = inside.find(',');
    const auto least = numberIn(inside.substr(0, comma));
    const auto most = comma == std::string::npos ? least : numberIn(inside.substr(comma + 1));
    if (!least || !most || *least < 0 || *most < 1 || *least > *most || *most > longestCountedRepeat)
      throw SyntaxError{fmt::format("`{{{}}}` must be {{least,most}} with most from 1 to {}", inside,
                                    longestCountedRepeat)};
    return {static_cast<int>(*least), static_cast<int>(*most)};
  }

  PatternNode parseElement(int depth) {
    const char16_t next = peek();
    switch (next) {
    case u'(': {
      ++m_at;
      PatternNode group = parseChoice(depth + 1);
      if (peek() != u')') throw SyntaxError{"`(` is never closed"};
      ++m_at;
      return group;
    }
    case u'_':
      ++m_at;
      return {Kind::glue, {}, {}, {}, {}, 1, 1};
    case u'<':
      return parseClass();
    case u'\'':
    case u'"':
      return literal(takeQuoted(next));
    default:
      break;
    }
    const std::size_t begin = m_at;
    while (m_at < m_pattern.size() && isWord(m_pattern[m_at]))
      ++m_at;
    if (m_at == begin)
      throw SyntaxError{
          fmt::format("`{}` must be quoted to be matched", text::toUtf8(m_pattern.substr(m_at, 1)))};
    return literal(m_pattern.substr(begin, m_at - begin));
  }

  static PatternNode literal(std::u16string_view words) {
    PatternNode sequence;
    for (const FormToken& token : formTokens(words))
      sequence.children.push_back({Kind::literal, std::u16string(token.text), {}, {}, {}, 1, 1});
    if (sequence.children.empty()) throw SyntaxError{"a quoted literal is empty"};
    return sequence.children.size() == 1 ? std::move(sequence.children.front()) : std::move(sequence);
  }

  /// Between two quotation marks; a doubled one stands for itself.
  std::u16string takeQuoted(char16_t mark) {
    std::u16string inside;
    for (++m_at; m_at < m_pattern.size(); ++m_at) {
      if (m_pattern[m_at] == mark) {
        ++m_at;
        if (m_at >= m_pattern.size() || m_pattern[m_at] != mark) return inside;
      }
      inside.push_back(m_pattern[m_at]);
    }
    throw SyntaxError{fmt::format("`{}` is never closed (an apostrophe to be matched is written \"'\")",
                                  text::toUtf8({&mark, 1}))};
  }

  /// What stands between the bracket here and `closing`.
  std::u16string_view takeUntil(char16_t closing) {
    const std::size_t end = m_pattern.find(closing, m_at);
    if (end == std::u16string_view::npos)
      throw SyntaxError{fmt::format("`{}` is never closed", text::toUtf8(m_pattern.substr(m_at, 1)))};
    const std::u16string_view inside = m_pattern.substr(m_at + 1, end - m_at - 1);
    m_at = end + 1;
    return inside;
  }

  PatternNode parseClass() {
    const std::string inside = text::toUtf8(takeUntil(u'>'));
    PatternNode node{Kind::cls, {}, {}, {}, {}, 1, 1};
    std::size_t at = 0;
    std::string head = nextWord(inside, at);
    if (const auto colon = head.find(':'); colon != std::string::npos) {
      node.slot = head.substr(0, colon);
      head.erase(0, colon + 1);
      if (node.slot.empty())
        throw SyntaxError{fmt::format("`<{}>` has no slot name before the colon", inside)};
    }
    if (head.empty()) throw SyntaxError{fmt::format("`<{}>` names no class", inside)};
    node.text = text::toUtf16(head);
    for (std::string test = nextWord(inside, at); !test.empty(); test = nextWord(inside, at))
      readTest(test, node.condition);
    if ((node.condition.least || node.condition.digits >= 0) && head != "number" && head != "ordinal")
      throw SyntaxError{fmt::format("`<{}>`: only number and ordinal have a range or digits", inside)};
    return node;
  }

  static std::string nextWord(const std::string& inside, std::size_t& at) {
    const std::size_t begin = std::min(inside.find_first_not_of(' ', at), inside.size());
    at = std::min(inside.find(' ', begin), inside.size());
    return inside.substr(begin, at - begin);
  }

  static void readTest(const std::string& test, Condition& condition) {
    if (const auto dots = test.find(".."); dots != std::string::npos && test.find('=') == std::string::npos) {
      condition.least = numberIn(test.substr(0, dots));
      condition.most = numberIn(test.substr(dots + 2));
      if (!condition.least || !condition.most || *condition.least > *condition.most)
        throw SyntaxError{fmt::format("`{}` is not a range like 1..31", test)};
      return;
    }
    const auto equals = test.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == test.size())
      throw SyntaxError{fmt::format("`{}` is neither a range (1..31) nor a test (tense=past)", test)};
    const std::string field = test.substr(0, equals);
    const std::string wanted = test.substr(equals + 1);
    if (field == "digits") {
      condition.digits = numberIn(wanted).value_or(-1);
      if (condition.digits < 0) throw SyntaxError{fmt::format("`{}` is not like digits=4", test)};
      return;
    }
    FeatureTest feature{field, {}, {}};
    for (std::size_t at = 0; at <= wanted.size();) {
      const std::size_t bar = std::min(wanted.find('|', at), wanted.size());
      feature.values.push_back(wanted.substr(at, bar - at));
      if (const auto number = numberIn(feature.values.back());
          number && std::to_string(*number) == feature.values.back())
        feature.numbers.push_back(*number);
      at = bar + 1;
    }
    condition.features.push_back(std::move(feature));
  }

  static std::optional<std::int64_t> numberIn(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
      text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
      text.remove_suffix(1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
  }

  static bool canBeEmpty(const PatternNode& node) {
    const auto& children = node.children;
    switch (node.kind) {
    case Kind::glue:
      return true;
    case Kind::sequence:
      return std::all_of(children.begin(), children.end(), canBeEmpty);
    case Kind::choice:
      return std::any_of(children.begin(), children.end(), canBeEmpty);
    case Kind::repeat:
      return node.least == 0 || canBeEmpty(children.front());
    default:
      return false;
    }
  }

  /// The slots of a node; a name that one match could fill twice is refused.
  static std::set<std::string> checkSlots(const PatternNode& node, bool repeats) {
    std::set<std::string> slots;
    if (!node.slot.empty()) {
      if (repeats) throw SyntaxError{fmt::format("slot `{}` stands in something that repeats", node.slot)};
      slots.insert(node.slot);
    }
    const bool inRepeat = repeats || (node.kind == Kind::repeat && node.most > 1);
    for (const PatternNode& child : node.children)
      for (const std::string& slot : checkSlots(child, inRepeat))
        if (!slots.insert(slot).second && node.kind != Kind::choice)
          throw SyntaxError{fmt::format("slot `{}` can be filled twice", slot)};
    return slots;
  }

  std::u16string_view m_pattern;
  PatternUse m_use;
  std::size_t m_at = 0;
};

} // namespace

base::Result<PatternNode> parsePattern(std::string_view pattern, PatternUse use) {
  const std::u16string folded = text::fold(text::toUtf16(pattern));
  try {
    return PatternParser(folded, use).run();
  } catch (const SyntaxError& error) {
    return base::fail(base::ErrorKind::input, error.message);
  }
}

std::vector<FormToken> formTokens(std::u16string_view folded) {
  std::vector<FormToken> tokens;
  const auto add = [&](text::Span span, bool space, bool han) {
    tokens.push_back({text::slice(folded, span), space && !tokens.empty(), han});
  };
  if (folded.starts_with(u'\'')) { // behind a word "'s" is one token, alone it would be two
    std::u16string behindWord = u"x";
    behindWord += folded;
    for (const text::Token& token : text::tokenize(behindWord))
      if (token.span.begin > 0)
        add({token.span.begin - 1, token.span.end - 1}, token.spaceBefore,
            token.kind == text::TokenKind::han);
  } else {
    for (const text::Token& token : text::tokenize(folded))
      add(token.span, token.spaceBefore, token.kind == text::TokenKind::han);
  }
  return tokens;
}

} // namespace demarche::language
