// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/query_tokens.h"

#include "core/library/search/search_form.h"
#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <fmt/format.h>
#include <optional>
#include <unicode/uchar.h>
#include <utility>

namespace demarche::library {
namespace {

using base::ErrorKind;
using Kind = QueryToken::Kind;

/// Names of fields in their search form; a traditional name is folded to the simplified one.
constexpr std::pair<std::u16string_view, QueryField> fieldNames[] = {
    {u"person", QueryField::person}, {u"人物", QueryField::person},   {u"place", QueryField::place},
    {u"地点", QueryField::place},    {u"kind", QueryField::kind},     {u"类型", QueryField::kind},
    {u"status", QueryField::status}, {u"状态", QueryField::status},   {u"topic", QueryField::topic},
    {u"主题", QueryField::topic},    {u"before", QueryField::before}, {u"之前", QueryField::before},
    {u"after", QueryField::after},   {u"之后", QueryField::after}};

std::optional<QueryField> fieldNamed(std::u16string_view name) {
  const std::u16string form = searchForm(name);
  for (const auto& [known, field] : fieldNames)
    if (known == form) return field;
  return std::nullopt;
}

/// Half-width, and every mark that may stand around a phrase as the plain one.
char16_t plain(char16_t unit) {
  constexpr std::u16string_view titleMarks = u"《》〈〉『』﹁﹂﹃﹄";
  return titleMarks.find(unit) != std::u16string_view::npos ? u'"' : text::fold(unit);
}

bool isBlank(char16_t unit) {
  constexpr std::u16string_view stops = u"，、。；"; // nobody writes spaces between Chinese words
  return text::isSpace(unit) || u_iscntrl(unit) || stops.find(unit) != std::u16string_view::npos;
}

/// A dash of any length parts words; only these say "without".
bool isMinus(char16_t unit) {
  return unit == u'-' || unit == u'\uFF0D' || unit == u'\u2212';
}

class Lexer {
 public:
  Lexer(std::u16string_view text, Typing typing) : m_text(text), m_typing(typing), m_codePoints(text) {}

  base::Result<std::vector<QueryToken>> run() {
    while (skipBlank()) {
      const char16_t unit = plain(m_text[m_at]);
      if (unit == u'(' || unit == u')') {
        const std::size_t begin = m_at++;
        add(unit == u'(' ? Kind::open : Kind::close, begin, {});
      } else if (unit == u'"') {
        const std::size_t begin = m_at;
        auto phrase = readQuoted();
        if (!phrase) return tl::make_unexpected(phrase.error());
        add(Kind::phrase, begin, *phrase);
      } else if (isMinus(m_text[m_at]) && m_at + 1 < m_text.size() && !isBlank(m_text[m_at + 1])) {
        const std::size_t begin = m_at++;
        add(Kind::negation, begin, {});
      } else if (const auto read = readWord(); !read) {
        return tl::make_unexpected(read.error());
      }
    }
    add(Kind::end, m_at, {});
    return std::move(m_tokens);
  }

 private:
  bool skipBlank() {
    while (m_at < m_text.size() && isBlank(m_text[m_at]))
      ++m_at;
    return m_at < m_text.size();
  }

  [[nodiscard]] std::size_t positionOf(std::size_t at) const {
    return static_cast<std::size_t>(m_codePoints.toCodePoints(static_cast<std::int32_t>(at))) + 1;
  }

  QueryToken& add(Kind kind, std::size_t begin, std::u16string_view text) {
    QueryToken& token = m_tokens.emplace_back();
    token.kind = kind;
    token.text = text;
    token.position = positionOf(begin);
    const bool isText = kind == Kind::word || kind == Kind::phrase || kind == Kind::field;
    if (isText && m_at < m_text.size() && plain(m_text[m_at]) == u'*') {
      token.hasStar = true;
      ++m_at;
    }
    if (token.text.ends_with(u'*') || token.text.ends_with(u'\uFF0A')) {
      token.hasStar = true;
      token.text.pop_back();
    }
    token.written = text::toUtf8(m_text.substr(begin, m_at - begin));
    token.atEnd = m_at == m_text.size();
    return token;
  }

  /// What stands between two quotation marks of any form.
  base::Result<std::u16string_view> readQuoted() {
    const std::size_t begin = m_at++;
    const std::size_t first = m_at;
    while (m_at < m_text.size() && plain(m_text[m_at]) != u'"')
      ++m_at;
    const std::u16string_view inside = m_text.substr(first, m_at - first);
    if (m_at < m_text.size())
      ++m_at;
    else if (m_typing == Typing::finished)
      return base::fail(ErrorKind::input,
                        fmt::format("the quotation mark at character {} is not closed; add one where the "
                                    "phrase ends",
                                    positionOf(begin)));
    return inside;
  }

  base::Result<void> readWord() {
    const std::size_t begin = m_at;
    for (; m_at < m_text.size() && !isBlank(m_text[m_at]); ++m_at) {
      const char16_t unit = plain(m_text[m_at]);
      if (unit == u'(' || unit == u')' || unit == u'"') break;
      if (unit != u':') continue;
      if (const auto field = fieldNamed(m_text.substr(begin, m_at - begin))) return readField(begin, *field);
    }
    const std::u16string_view word = m_text.substr(begin, m_at - begin);
    const std::u16string folded = text::fold(word);
    add(folded == u"AND"   ? Kind::conjunction
        : folded == u"OR"  ? Kind::disjunction
        : folded == u"NOT" ? Kind::negation
                           : Kind::word,
        begin, word);
    return {};
  }

  /// The value of a field: a phrase, or all up to the next space or parenthesis. It may be missing.
  base::Result<void> readField(std::size_t begin, QueryField field) {
    ++m_at;
    const std::size_t behindColon = m_at;
    std::u16string_view value;
    if (skipBlank() && plain(m_text[m_at]) == u'"') {
      auto quoted = readQuoted();
      if (!quoted) return tl::make_unexpected(quoted.error());
      value = *quoted;
    } else {
      const std::size_t first = m_at;
      while (m_at < m_text.size() && !isBlank(m_text[m_at]) && !isParenthesis(m_text[m_at]))
        ++m_at;
      value = m_text.substr(first, m_at - first);
      if (value.empty()) m_at = behindColon;
    }
    add(Kind::field, begin, value).field = field;
    return {};
  }

  static bool isParenthesis(char16_t unit) { return plain(unit) == u'(' || plain(unit) == u')'; }

  std::u16string_view m_text;
  Typing m_typing;
  text::CodePointIndex m_codePoints;
  std::size_t m_at = 0;
  std::vector<QueryToken> m_tokens;
};

} // namespace

base::Result<std::vector<QueryToken>> tokensOf(std::string_view query, Typing typing) {
  const std::u16string text = text::toUtf16(query);
  return Lexer(text, typing).run();
}

} // namespace demarche::library
