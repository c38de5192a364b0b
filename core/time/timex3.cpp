// SPDX-License-Identifier: Apache-2.0
#include "core/time/timex3.h"

#include "core/time/calendar.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace demarche::time {

using std::chrono::days;

namespace {

constexpr int daysOfWeek = 7;
constexpr int daysToThursday = 3;
constexpr unsigned firstSeason = 21; // of EDTF
constexpr unsigned firstQuarter = 33;
constexpr std::array<std::string_view, 4> seasons{"SP", "SU", "FA", "WI"};
constexpr std::array<std::pair<Timex3Mod, std::string_view>, 9> mods{{{Timex3Mod::none, ""},
                                                                      {Timex3Mod::start, "START"},
                                                                      {Timex3Mod::mid, "MID"},
                                                                      {Timex3Mod::end, "END"},
                                                                      {Timex3Mod::approx, "APPROX"},
                                                                      {Timex3Mod::before, "BEFORE"},
                                                                      {Timex3Mod::after, "AFTER"},
                                                                      {Timex3Mod::onOrBefore, "ON_OR_BEFORE"},
                                                                      {Timex3Mod::onOrAfter, "ON_OR_AFTER"}}};
constexpr std::array<std::pair<Timex3Reference, std::string_view>, 4> references{
    {{Timex3Reference::none, ""},
     {Timex3Reference::past, "PAST_REF"},
     {Timex3Reference::present, "PRESENT_REF"},
     {Timex3Reference::future, "FUTURE_REF"}}};

std::optional<unsigned> digits(std::string_view text) {
  if (text.empty()) return std::nullopt;
  unsigned value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(digit - '0');
  }
  return value;
}

/// The Monday of the first ISO week of the year: the week of 4 January.
Day firstMonday(int year) {
  return weekOf(monthRange(year, 1).first + days(daysToThursday)).first;
}

unsigned weeksOf(int year) {
  const Day lastThursday = weekOf(monthRange(year, 12).last - days(daysToThursday)).first;
  return static_cast<unsigned>((lastThursday - firstMonday(year)).count() / daysOfWeek) + 1;
}

std::optional<Timex3Date> numbered(int year, unsigned part, unsigned limit, Timex3Unit unit) {
  if (part < 1 || part > limit) return std::nullopt;
  return Timex3Date{.year = year, .part = part, .unit = unit};
}

/// `W38`, `W37-WE`, `W38-4`.
std::optional<Timex3Date> weekLike(int year, std::string_view text) {
  const auto number = text.size() >= 3 ? digits(text.substr(1, 2)) : std::nullopt;
  if (!number || *number < 1 || *number > weeksOf(year)) return std::nullopt;
  if (yearOf(firstMonday(year) + days(daysOfWeek * static_cast<int>(*number) - 1)) > 9999)
    return std::nullopt;
  const std::string_view rest = text.substr(3);
  if (rest.empty()) return Timex3Date{.year = year, .part = *number, .unit = Timex3Unit::week};
  if (rest == "-WE") return Timex3Date{.year = year, .part = *number, .unit = Timex3Unit::weekend};
  const bool weekday = rest.size() == 2 && rest[0] == '-' && rest[1] >= '1' && rest[1] <= '7';
  if (!weekday) return std::nullopt;
  const int back = static_cast<int>(*number - 1) * daysOfWeek + (rest[1] - '1');
  return timex3Date(Timex3Unit::day, firstMonday(year) + days(back));
}

std::optional<Timex3Date> partOfYear(int year, std::string_view text) {
  if (text.starts_with('W') && text != "WI") return weekLike(year, text);
  if (text.size() == 2) {
    if (const auto month = digits(text)) return numbered(year, *month, 12, Timex3Unit::month);
    const auto season = std::find(seasons.begin(), seasons.end(), text == "AU" ? "FA" : text);
    if (season != seasons.end())
      return Timex3Date{
          .year = year, .part = unsigned(season - seasons.begin()) + 1, .unit = Timex3Unit::season};
    const auto number = digits(text.substr(1));
    if (number && text[0] == 'Q') return numbered(year, *number, 4, Timex3Unit::quarter);
    if (number && text[0] == 'H') return numbered(year, *number, 2, Timex3Unit::half);
    return std::nullopt;
  }
  const auto month = text.size() == 5 && text[2] == '-' ? digits(text.substr(0, 2)) : std::nullopt;
  const auto day = month ? digits(text.substr(3)) : std::nullopt;
  if (!day || !civilDay(year, *month, *day)) return std::nullopt;
  return Timex3Date{.year = year, .part = *month, .dayOfMonth = *day, .unit = Timex3Unit::day};
}

std::optional<Timex3Date> parseDate(std::string_view text) {
  const std::string_view known = text.substr(0, text.find('X'));
  const bool masked = known.size() < text.size();
  if (masked && (text.size() != 4 || text.find_first_not_of('X', known.size()) != text.npos))
    return std::nullopt;
  if (masked || text.size() < 4) {
    const auto number = digits(known);
    if (!number || *number == 0) return std::nullopt;
    if (known.size() == 3) return Timex3Date{.year = int(*number) * 10, .unit = Timex3Unit::decade};
    if (known.size() == 2) return Timex3Date{.year = int(*number) * 100, .unit = Timex3Unit::century};
    return std::nullopt;
  }
  const auto year = digits(text.substr(0, 4));
  if (!year || *year == 0) return std::nullopt;
  if (text.size() == 4) return Timex3Date{.year = int(*year), .unit = Timex3Unit::year};
  if (text[4] != '-') return std::nullopt;
  return partOfYear(int(*year), text.substr(5));
}

EdtfDate edtfDate(const Timex3Date& date, unsigned firstPart, Precision precision) {
  return {.year = date.year, .part = firstPart + date.part - 1, .precision = precision};
}

/// The first and last EDTF date that together mean the same days.
std::pair<EdtfDate, EdtfDate> edtfDates(const Timex3Date& date) {
  const auto same = [](EdtfDate one) { return std::pair(one, one); };
  switch (date.unit) {
  case Timex3Unit::century:
    return same({.year = date.year, .precision = Precision::century});
  case Timex3Unit::decade:
    return same({.year = date.year, .precision = Precision::decade});
  case Timex3Unit::year:
    return same({.year = date.year});
  case Timex3Unit::season:
    return same(edtfDate(date, firstSeason, Precision::season));
  case Timex3Unit::quarter:
    return same(edtfDate(date, firstQuarter, Precision::quarter));
  case Timex3Unit::month:
    return same(edtfDate(date, 1, Precision::month));
  case Timex3Unit::half:
    return {{.year = date.year, .part = date.part * 6 - 5, .precision = Precision::month},
            {.year = date.year, .part = date.part * 6, .precision = Precision::month}};
  case Timex3Unit::week:
  case Timex3Unit::weekend:
  case Timex3Unit::day:
    break;
  }
  const DayRange range = date.bounds();
  return {*Edtf::day(range.first).begin(), *Edtf::day(range.last).begin()};
}

Timex3Date asTimex3(const EdtfDate& date) {
  switch (date.precision) {
  case Precision::century:
    return {.year = date.year, .unit = Timex3Unit::century};
  case Precision::decade:
    return {.year = date.year, .unit = Timex3Unit::decade};
  case Precision::year:
    return {.year = date.year, .unit = Timex3Unit::year};
  case Precision::season:
    return {.year = date.year, .part = date.part - firstSeason + 1, .unit = Timex3Unit::season};
  case Precision::quarter:
    return {.year = date.year, .part = date.part - firstQuarter + 1, .unit = Timex3Unit::quarter};
  case Precision::month:
    return {.year = date.year, .part = date.part, .unit = Timex3Unit::month};
  case Precision::day:
    break;
  }
  return {.year = date.year, .part = date.part, .dayOfMonth = date.dayOfMonth, .unit = Timex3Unit::day};
}

} // namespace

DayRange Timex3Date::bounds() const {
  switch (unit) {
  case Timex3Unit::week:
  case Timex3Unit::weekend: {
    const Day monday = firstMonday(year) + days(daysOfWeek * static_cast<int>(part - 1));
    return {unit == Timex3Unit::week ? monday : monday + days(5), monday + days(daysOfWeek - 1)};
  }
  case Timex3Unit::day: {
    const Day day = monthRange(year, part).first + days(dayOfMonth - 1);
    return {day, day};
  }
  default: {
    const auto [first, last] = edtfDates(*this);
    return {first.bounds().first, last.bounds().last};
  }
  }
}

std::string Timex3Date::str() const {
  std::string text;
  if (unit == Timex3Unit::century) {
    appendPadded(text, year / 100, 2);
    return text += "XX";
  }
  if (unit == Timex3Unit::decade) {
    appendPadded(text, year / 10, 3);
    return text += 'X';
  }
  appendPadded(text, year, 4);
  switch (unit) {
  case Timex3Unit::half:
    return text += "-H" + std::to_string(part);
  case Timex3Unit::season:
    return (text += '-') += seasons.at(part - 1);
  case Timex3Unit::quarter:
    return text += "-Q" + std::to_string(part);
  case Timex3Unit::month:
    appendPadded(text += '-', static_cast<int>(part), 2);
    return text;
  case Timex3Unit::week:
  case Timex3Unit::weekend:
    appendPadded(text += "-W", static_cast<int>(part), 2);
    return unit == Timex3Unit::weekend ? text += "-WE" : text;
  case Timex3Unit::day:
    appendPadded(text += '-', static_cast<int>(part), 2);
    appendPadded(text += '-', static_cast<int>(dayOfMonth), 2);
    return text;
  case Timex3Unit::century:
  case Timex3Unit::decade:
  case Timex3Unit::year:
    break;
  }
  return text;
}

Timex3Date timex3Date(Timex3Unit unit, Day day) {
  const int year = yearOf(day);
  const unsigned month = monthOf(day);
  const auto part = [&](unsigned number) { return Timex3Date{.year = year, .part = number, .unit = unit}; };
  switch (unit) {
  case Timex3Unit::century:
    return {.year = year / 100 * 100, .unit = unit};
  case Timex3Unit::decade:
    return {.year = year / 10 * 10, .unit = unit};
  case Timex3Unit::year:
    return {.year = year, .unit = unit};
  case Timex3Unit::half:
    return part(month > 6 ? 2 : 1);
  case Timex3Unit::season: // January and February are of the winter that began the year before
    return {.year = month < 3 ? year - 1 : year, .part = month < 3 ? 4 : month / 3, .unit = unit};
  case Timex3Unit::quarter:
    return part((month - 1) / 3 + 1);
  case Timex3Unit::month:
    return part(month);
  case Timex3Unit::week:
  case Timex3Unit::weekend: {
    const Day monday = weekOf(day).first;
    const int isoYear =
        yearOf(monday + days(daysToThursday)); // its Thursday decides to which year it belongs
    const auto number = static_cast<unsigned>((monday - firstMonday(isoYear)).count() / daysOfWeek) + 1;
    return {.year = isoYear, .part = number, .unit = unit};
  }
  case Timex3Unit::day:
    break;
  }
  return {.year = year, .part = month, .dayOfMonth = dayOfMonth(day), .unit = unit};
}

std::string_view code(Timex3Mod mod) {
  return mods.at(static_cast<std::size_t>(mod)).second;
}

std::optional<Timex3Mod> timex3ModFromCode(std::string_view code) {
  const auto found = std::find_if(mods.begin(), mods.end(), [&](const auto& m) { return m.second == code; });
  return found == mods.end() ? std::nullopt : std::optional(found->first);
}

base::Result<Timex3> Timex3::parse(std::string_view value, std::string_view modCode) {
  const auto wrong = [&](std::string_view why) {
    return base::fail(base::ErrorKind::input, fmt::format("“{}” is no TIMEX3 date: {}", value, why));
  };
  const auto mod = timex3ModFromCode(modCode);
  if (!mod) return wrong(fmt::format("there is no modifier {}", modCode));
  for (const auto& [reference, name] : references)
    if (value == name && reference != Timex3Reference::none) return Timex3::reference(reference);
  constexpr std::string_view forms =
      "write it like 2023, 2023-05, 2023-W19, 2023-Q2 or 2023-05-10/2023-05-11";
  const auto slash = value.find('/');
  if (slash == std::string_view::npos) {
    const auto date = parseDate(value);
    return date ? base::Result<Timex3>(of(*date, *mod)) : wrong(forms);
  }
  const std::string_view left = value.substr(0, slash);
  const std::string_view right = value.substr(slash + 1);
  const auto open = [](std::string_view side) { return side.empty() || side == ".."; };
  const auto begin = parseDate(left);
  const auto end = parseDate(right);
  if (begin && open(right)) return of(*begin, Timex3Mod::onOrAfter);
  if (end && open(left)) return of(*end, Timex3Mod::onOrBefore);
  if (!begin || !end) return wrong(forms);
  if (end->bounds().last < begin->bounds().first) return wrong("it ends before it begins");
  return range(*begin, *end, *mod);
}

Timex3 Timex3::of(Timex3Date date, Timex3Mod mod) {
  return range(date, date, mod);
}

Timex3 Timex3::range(Timex3Date begin, Timex3Date end, Timex3Mod mod) {
  Timex3 result;
  result.m_begin = begin;
  result.m_end = end;
  result.m_mod = mod;
  return result;
}

Timex3 Timex3::reference(Timex3Reference reference) {
  Timex3 result;
  result.m_reference = reference;
  return result;
}

std::optional<Timex3> Timex3::of(const Edtf& date) {
  const auto begin = date.begin();
  const auto end = date.end();
  const Timex3Mod soft = date.approximate() ? Timex3Mod::approx : Timex3Mod::none;
  if (begin && end) return range(asTimex3(*begin), asTimex3(*end), soft);
  if (begin) return of(asTimex3(*begin), Timex3Mod::onOrAfter);
  if (end) return of(asTimex3(*end), Timex3Mod::onOrBefore);
  return std::nullopt;
}

Edtf Timex3::edtf() const {
  if (!m_begin || !m_end) return {};
  const EdtfDate first = edtfDates(*m_begin).first;
  const EdtfDate last = edtfDates(*m_end).second;
  const DayRange all{first.bounds().first, last.bounds().last};
  const auto dayBeside = [](Day day) { return Edtf::day(day).begin(); };
  switch (m_mod) {
  case Timex3Mod::none:
    return Edtf::interval(first, last);
  case Timex3Mod::start:
  case Timex3Mod::mid:
  case Timex3Mod::end:
  case Timex3Mod::approx:
    return Edtf::interval(first, last).madeApproximate();
  case Timex3Mod::onOrAfter:
    return Edtf::interval(first, std::nullopt);
  case Timex3Mod::onOrBefore:
    return Edtf::interval(std::nullopt, last);
  case Timex3Mod::after: // nothing is after the last year that can be written
    return yearOf(all.last + days(1)) > 9999 ? Edtf()
                                             : Edtf::interval(dayBeside(all.last + days(1)), std::nullopt);
  case Timex3Mod::before:
    return yearOf(all.first - days(1)) < 1 ? Edtf()
                                           : Edtf::interval(std::nullopt, dayBeside(all.first - days(1)));
  }
  return {};
}

std::optional<DayRange> Timex3::bounds() const {
  if (!m_begin || !m_end) return std::nullopt;
  return DayRange{m_begin->bounds().first, m_end->bounds().last};
}

std::string Timex3::value() const {
  if (m_begin && m_end) return isRange() ? m_begin->str() + "/" + m_end->str() : m_begin->str();
  return std::string(references.at(static_cast<std::size_t>(m_reference)).second);
}

std::string Timex3::attributes() const {
  std::string result = fmt::format(R"(type="DATE" value="{}")", value());
  if (m_mod != Timex3Mod::none) result += fmt::format(R"( mod="{}")", code(m_mod));
  if (!m_anchor.empty()) result += fmt::format(R"( temporalFunction="true" anchorTimeID="{}")", m_anchor);
  return result;
}

} // namespace demarche::time
