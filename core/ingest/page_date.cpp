// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/page_date.h"

#include "core/ingest/page_line.h"
#include "core/text/fold.h"
#include "core/text/token.h"
#include "core/text/unicode.h"
#include "core/time/calendar.h"

#include <algorithm>
#include <array>
#include <string>

namespace demarche::ingest {
namespace {

using text::Token;
using text::TokenKind;

constexpr int earliestYear = 1900;
constexpr int latestYear = 2099;
constexpr int yearBeforeRepublic = 1911; ///< 民國1年 is 1912

/// A number and the token after it.
struct Number {
  int value = 0;
  std::size_t next = 0;
};

/// Reads dates from the tokens of one line.
class DateReader {
 public:
  explicit DateReader(std::u16string_view line)
      : m_text(text::fold(line)), m_tokens(text::tokenize(m_text)) {}

  [[nodiscard]] const std::vector<Token>& tokens() const { return m_tokens; }
  [[nodiscard]] std::u16string_view word(std::size_t at) const {
    return at < m_tokens.size() ? text::slice(m_text, m_tokens[at].span) : std::u16string_view{};
  }
  [[nodiscard]] bool is(std::size_t at, std::u16string_view what) const { return word(at) == what; }

  /// The date that begins at token `at`, with the token after it.
  [[nodiscard]] std::optional<std::pair<time::Day, std::size_t>> dateAt(std::size_t at) const {
    for (const auto shape : {&DateReader::numeric, &DateReader::chinese, &DateReader::dayMonthYear,
                             &DateReader::monthDayYear, &DateReader::dayFirstSlashes})
      if (auto date = (this->*shape)(at)) return date;
    return std::nullopt;
  }

  /// A month by name: "Sept.", "May", 九月, "9 月".
  [[nodiscard]] std::optional<Number> month(std::size_t at) const {
    if (const auto number = anyNumber(at); number && is(number->next, u"月"))
      return {{number->value, number->next + 1}};
    if (at >= m_tokens.size() || m_tokens[at].kind != TokenKind::word) return std::nullopt;
    static constexpr std::array<std::u16string_view, 12> names{
        u"january", u"february", u"march",     u"april",   u"may",      u"june",
        u"july",    u"august",   u"september", u"october", u"november", u"december"};
    constexpr std::u16string_view initials = u"jfmasondJFMASOND";
    if (initials.find(word(at).front()) == std::u16string_view::npos) return std::nullopt;
    const std::u16string name = lowered(word(at));
    if (name.size() < 3) return std::nullopt;
    for (std::size_t index = 0; index < names.size(); ++index) {
      const bool abbreviated = name.size() == 3 || name == u"sept";
      if (name != names[index] && !(abbreviated && names[index].starts_with(name))) continue;
      return Number{static_cast<int>(index) + 1, at + (is(at + 1, u".") ? 2U : 1U)};
    }
    return std::nullopt;
  }

  [[nodiscard]] bool isWeekday(std::size_t at) const {
    static constexpr std::array<std::u16string_view, 14> names{
        u"monday", u"tuesday", u"wednesday", u"thursday", u"friday", u"saturday", u"sunday",
        u"mon",    u"tue",     u"wed",       u"thu",      u"fri",    u"sat",      u"sun"};
    return std::find(names.begin(), names.end(), lowered(word(at))) != names.end();
  }

 private:
  using Found = std::optional<std::pair<time::Day, std::size_t>>;

  [[nodiscard]] static std::u16string lowered(std::u16string_view word) {
    std::u16string result(word);
    for (char16_t& unit : result)
      if (unit >= u'A' && unit <= u'Z') unit = static_cast<char16_t>(unit + (u'a' - u'A'));
    return result;
  }

  /// A number in digits of at most four places.
  [[nodiscard]] std::optional<Number> digits(std::size_t at) const {
    if (at >= m_tokens.size() || m_tokens[at].kind != TokenKind::number || m_tokens[at].span.length() > 4)
      return std::nullopt;
    int value = 0;
    for (const char16_t digit : word(at)) {
      if (digit < u'0' || digit > u'9') return std::nullopt;
      value = value * 10 + (digit - u'0');
    }
    return Number{value, at + 1};
  }

  /// A number in digits or in Han numerals: 二〇二三, 十二, 二十八.
  [[nodiscard]] std::optional<Number> anyNumber(std::size_t at) const {
    if (const auto number = digits(at)) return number;
    constexpr std::u16string_view numerals = u"〇一二三四五六七八九";
    int value = 0;
    bool tens = false;
    std::size_t next = at;
    for (; next < m_tokens.size() && next < at + 4; ++next) {
      const char16_t unit = word(next).front();
      const std::size_t digit = unit == u'零' ? 0 : unit == u'元' ? 1 : numerals.find(unit);
      if (unit == u'十' && !tens && value < 10) {
        value = std::max(value, 1) * 10;
        tens = true;
      } else if (digit != std::u16string_view::npos) {
        value = tens ? value + static_cast<int>(digit) : value * 10 + static_cast<int>(digit);
      } else {
        break;
      }
    }
    if (next == at) return std::nullopt;
    return Number{value, next};
  }

  [[nodiscard]] std::optional<Number> year(std::size_t at) const {
    const auto number = digits(at);
    return number && isYear(number->value) ? number : std::nullopt;
  }

  [[nodiscard]] static bool isYear(int value) { return value >= earliestYear && value <= latestYear; }

  [[nodiscard]] static Found found(int year, int month, int day, std::size_t next) {
    if (!isYear(year) || month < 1 || day < 1) return std::nullopt;
    const auto civil = time::civilDay(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (!civil) return std::nullopt;
    return std::pair{*civil, next};
  }

  /// 2023-07-12, 2023/7/12, 2023.07.12
  [[nodiscard]] Found numeric(std::size_t at) const {
    const auto year = this->year(at);
    if (!year) return std::nullopt;
    const auto separator = word(year->next);
    if (separator != u"-" && separator != u"/" && separator != u".") return std::nullopt;
    const auto month = digits(year->next + 1);
    if (!month || !is(month->next, separator)) return std::nullopt;
    const auto day = digits(month->next + 1);
    return day ? found(year->value, month->value, day->value, day->next) : std::nullopt;
  }

  /// 2023年7月12日, 二〇二三年七月十二日, 民國112年7月12日
  [[nodiscard]] Found chinese(std::size_t at) const {
    const bool republic = is(at, u"民") && is(at + 1, u"国");
    const auto year = anyNumber(republic ? at + 2 : at);
    if (!year || !is(year->next, u"年")) return std::nullopt;
    const auto month = this->month(year->next + 1);
    const auto day = month ? anyNumber(month->next) : std::nullopt;
    if (!day || (!is(day->next, u"日") && !is(day->next, u"号"))) return std::nullopt;
    return found(republic ? year->value + yearBeforeRepublic : year->value, month->value, day->value,
                 day->next + 1);
  }

  /// 12 November 2018, 12th of Nov., 2018, 25 4 月, 2024
  [[nodiscard]] Found dayMonthYear(std::size_t at) const {
    const auto day = digits(at);
    if (!day || day->value > 31) return std::nullopt;
    std::size_t next = afterOrdinal(day->next);
    if (is(next, u"of") || is(next, u",")) ++next;
    const auto month = this->month(next);
    return month ? withYear(month->value, day->value, month->next) : std::nullopt;
  }

  /// Nov. 12, 2018, November 12th 2018, 11 月 15, 2022
  [[nodiscard]] Found monthDayYear(std::size_t at) const {
    const auto month = this->month(at);
    const auto day = month ? digits(month->next) : std::nullopt;
    return day ? withYear(month->value, day->value, afterOrdinal(day->next)) : std::nullopt;
  }

  [[nodiscard]] std::size_t afterOrdinal(std::size_t at) const {
    const auto suffix = lowered(word(at));
    return suffix == u"st" || suffix == u"nd" || suffix == u"rd" || suffix == u"th" ? at + 1 : at;
  }

  [[nodiscard]] Found withYear(int month, int day, std::size_t at) const {
    const auto year = this->year(is(at, u",") ? at + 1 : at);
    return year ? found(year->value, month, day, year->next) : std::nullopt;
  }

  /// 17/11/2024 and 11/17/2024; 7/8/2024 may mean two days and means none here.
  [[nodiscard]] Found dayFirstSlashes(std::size_t at) const {
    const auto first = digits(at);
    if (!first || (!is(first->next, u"/") && !is(first->next, u"."))) return std::nullopt;
    const auto second = digits(first->next + 1);
    if (!second || !is(second->next, word(first->next))) return std::nullopt;
    const auto year = this->year(second->next + 1);
    if (!year) return std::nullopt;
    if (first->value > 12 || first->value == second->value)
      return found(year->value, second->value, first->value, year->next);
    if (second->value > 12) return found(year->value, first->value, second->value, year->next);
    return std::nullopt;
  }

  std::u16string m_text;
  std::vector<Token> m_tokens;
};

} // namespace

std::vector<PageDate> pageDates(std::u16string_view line) {
  // Every date has a year, in digits or followed by its sign; most lines have neither.
  const auto ofYear = [](char16_t unit) {
    const char16_t folded = text::fold(unit);
    return (folded >= u'0' && folded <= u'9') || folded == u'年';
  };
  if (std::none_of(line.begin(), line.end(), ofYear)) return {};
  const DateReader reader(line);
  const auto& tokens = reader.tokens();
  std::vector<PageDate> result;
  for (std::size_t at = 0; at < tokens.size();) {
    const bool goesOn = at > 0 && tokens[at].kind == TokenKind::number && !tokens[at].spaceBefore &&
                        (reader.is(at - 1, u"-") || reader.is(at - 1, u"."));
    const auto date = goesOn ? std::nullopt : reader.dateAt(at); // not within a telephone number
    if (date) result.push_back({date->first, {tokens[at].span.begin, tokens[date->second - 1].span.end}});
    at = date ? date->second : at + 1;
  }
  return result;
}

double weightBesideDates(std::u16string_view line, const std::vector<PageDate>& dates) {
  const DateReader reader(line);
  const auto& tokens = reader.tokens();
  double weight = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const text::Span span = tokens[at].span;
    const bool dated = std::any_of(dates.begin(), dates.end(),
                                   [&](const PageDate& date) { return date.span.contains(span); });
    if (!dated && !reader.isWeekday(at)) weight += weightOf(text::slice(line, span));
  }
  return weight;
}

bool beginsWithWeekdayAndDate(std::u16string_view line, const std::vector<PageDate>& dates) {
  const DateReader reader(line);
  const auto& tokens = reader.tokens();
  if (dates.empty() || !reader.isWeekday(0)) return false;
  std::size_t at = 1;
  while (at < tokens.size() && tokens[at].span.end <= dates.front().span.begin) {
    if (tokens[at].kind != TokenKind::symbol) return false;
    ++at;
  }
  while (at < tokens.size() && dates.front().span.contains(tokens[at].span))
    ++at;
  return reader.is(at, u".");
}

bool beginsWithDate(std::u16string_view line) {
  const DateReader reader(line);
  std::size_t at = 0;
  while (at < reader.tokens().size() && reader.tokens()[at].kind == TokenKind::symbol)
    ++at;
  if (reader.isWeekday(at) || reader.month(at) || reader.dateAt(at)) return true;
  // "12 March" and 2023年: a day or a year first.
  return at < reader.tokens().size() && reader.tokens()[at].kind == TokenKind::number &&
         (reader.month(at + 1) || reader.is(at + 1, u"年"));
}

} // namespace demarche::ingest
