// SPDX-License-Identifier: Apache-2.0
#include "core/time/edtf.h"

#include "core/time/calendar.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <fmt/format.h>

namespace demarche::time {
namespace {

constexpr int firstYear = 1;
constexpr int lastYear = 9999;
constexpr unsigned firstSeason = 21;
constexpr unsigned firstQuarter = 33;

constexpr Day firstDay = Day(std::chrono::year(firstYear) / 1 / 1);
constexpr Day lastDay = Day(std::chrono::year(lastYear) / 12 / 31);

/// Exactly `text.size()` ASCII digits as a number.
std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(digit - '0');
  }
  return value;
}

void takeQualifier(std::string_view& text, EdtfDate& date) {
  if (text.empty()) return;
  const char last = text.back();
  date.uncertain = last == '?' || last == '%';
  date.approximate = last == '~' || last == '%';
  if (date.uncertain || date.approximate) text.remove_suffix(1);
}

/// What the two digits after the year say: month, season or quarter.
std::optional<Precision> precisionOf(unsigned part) {
  if (part >= 1 && part <= 12) return Precision::month;
  if (part >= firstSeason && part < firstSeason + 4) return Precision::season;
  if (part >= firstQuarter && part < firstQuarter + 4) return Precision::quarter;
  return std::nullopt;
}

/// `10:10:10` with `Z`, `+08` or `+08:00` behind it, or nothing.
bool isTimeOfDay(std::string_view text) {
  const auto number = [&](std::size_t at, unsigned limit) {
    const auto value = text.size() >= at + 2 ? digits(text.substr(at, 2)) : std::nullopt;
    return value && *value <= limit;
  };
  constexpr std::size_t clock = 8;
  if (!number(0, 24) || !number(3, 59) || !number(6, 60) || text[2] != ':' || text[5] != ':') return false;
  const std::string_view zone = text.substr(clock);
  if (zone.empty() || zone == "Z") return true;
  const bool sign = zone[0] == '+' || zone[0] == '-';
  const bool minutes = zone.size() == 3 || (zone.size() == 6 && zone[3] == ':' && number(clock + 4, 59));
  return sign && minutes && number(clock + 1, 14);
}

/// The number of the first month, season or quarter; 0 of what is no part of a year.
unsigned firstPartOf(Precision precision) {
  switch (precision) {
  case Precision::month:
  case Precision::day:
    return 1;
  case Precision::season:
    return firstSeason;
  case Precision::quarter:
    return firstQuarter;
  case Precision::century:
  case Precision::decade:
  case Precision::year:
    break;
  }
  return 0;
}

std::optional<EdtfDate> parseDate(std::string_view text) {
  EdtfDate date;
  if (const auto time = text.find('T'); time != std::string_view::npos) {
    if (time != 10 || !isTimeOfDay(text.substr(time + 1))) return std::nullopt;
    text = text.substr(0, time);
  }
  takeQualifier(text, date);
  if (text.size() == 4 && text.substr(2) == "XX") {
    const auto century = digits(text.substr(0, 2));
    if (!century || *century == 0) return std::nullopt;
    date.year = static_cast<int>(*century) * 100;
    date.precision = Precision::century;
    return date;
  }
  if (text.size() == 4 && text[3] == 'X') {
    const auto decade = digits(text.substr(0, 3));
    if (!decade || *decade == 0) return std::nullopt;
    date.year = static_cast<int>(*decade) * 10;
    date.precision = Precision::decade;
    return date;
  }
  const auto year = digits(text.substr(0, 4));
  if (text.size() < 4 || !year || *year == 0) return std::nullopt;
  date.year = static_cast<int>(*year);
  if (text.size() == 4) return date;

  const bool hasDay = text.size() == 10 && text[7] == '-';
  if (text[4] != '-' || (text.size() != 7 && !hasDay)) return std::nullopt;
  if (const std::string_view rest = text.substr(4); rest == "-XX" || rest == "-XX-XX") {
    date.unspecified = hasDay ? 2 : 1;
    return date;
  }
  const auto part = digits(text.substr(5, 2));
  const auto precision = part ? precisionOf(*part) : std::nullopt;
  if (!precision) return std::nullopt;
  date.part = *part;
  date.precision = *precision;
  if (!hasDay) return date;

  if (text.substr(8) == "XX" && date.precision == Precision::month) {
    date.unspecified = 1;
    return date;
  }
  const auto day = digits(text.substr(8, 2));
  if (!day || date.precision != Precision::month || !civilDay(date.year, date.part, *day))
    return std::nullopt;
  date.dayOfMonth = *day;
  date.precision = Precision::day;
  return date;
}

DayRange months(int year, unsigned first, int count) {
  const DayRange begin = monthRange(year, first);
  const Day next = addMonths(begin.first, count);
  return {begin.first, std::min(next - std::chrono::days(1), lastDay)};
}

EdtfDate dateOf(Day day) {
  return {
      .year = yearOf(day), .part = monthOf(day), .dayOfMonth = dayOfMonth(day), .precision = Precision::day};
}

} // namespace

DayRange EdtfDate::bounds() const {
  switch (precision) {
  case Precision::century:
    return months(year, 1, 1200);
  case Precision::decade:
    return months(year, 1, 120);
  case Precision::year:
    return months(year, 1, 12);
  case Precision::season: // spring is March to May; winter begins in December and ends in the next year
    return months(year, (part - firstSeason) * 3 + 3, 3);
  case Precision::quarter:
    return months(year, (part - firstQuarter) * 3 + 1, 3);
  case Precision::month:
    return monthRange(year, part);
  case Precision::day:
    break;
  }
  const auto day = civilDay(year, part, dayOfMonth);
  assert(day && "an EDTF day must be a day of the calendar");
  return {*day, *day};
}

std::string EdtfDate::str() const {
  std::string result;
  if (precision == Precision::century) {
    appendPadded(result, year / 100, 2);
    result += "XX";
  } else if (precision == Precision::decade) {
    appendPadded(result, year / 10, 3);
    result += 'X';
  } else {
    appendPadded(result, year, 4);
  }
  if (part != 0) appendPadded(result += '-', static_cast<int>(part), 2);
  if (dayOfMonth != 0) appendPadded(result += '-', static_cast<int>(dayOfMonth), 2);
  for (int hidden = 0; hidden < unspecified; ++hidden)
    result += "-XX";
  if (uncertain && approximate)
    result += '%';
  else if (uncertain)
    result += '?';
  else if (approximate)
    result += '~';
  return result;
}

base::Result<Edtf> Edtf::parse(std::string_view text) {
  const auto wrong = [&](std::string_view why) {
    return base::fail(base::ErrorKind::input, fmt::format("“{}” is no date: {}", text, why));
  };
  constexpr std::string_view forms = "write it like 2023, 2023-05, 2023-05-10 or 2023-05-10/2023-05-11";
  if (text == "unknown") return Edtf{};
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) {
    const auto date = parseDate(text);
    return date ? base::Result<Edtf>(of(*date)) : wrong(forms);
  }
  std::optional<EdtfDate> ends[2];
  const std::string_view sides[] = {text.substr(0, slash), text.substr(slash + 1)};
  for (int side = 0; side < 2; ++side) {
    if (sides[side].empty() || sides[side] == "..") continue;
    ends[side] = parseDate(sides[side]);
    if (!ends[side]) return wrong(forms);
  }
  if (!ends[0] && !ends[1]) return wrong("an interval needs at least one end");
  if (ends[0] && ends[1] && ends[1]->bounds().last < ends[0]->bounds().first)
    return wrong("it ends before it begins");
  return interval(ends[0], ends[1]);
}

Edtf Edtf::of(EdtfDate date) {
  Edtf result;
  result.m_form = Form::date;
  result.m_begin = date;
  result.m_end = date;
  return result;
}

Edtf Edtf::day(Day day) {
  return of(dateOf(day));
}

Edtf Edtf::month(int year, unsigned month) {
  return of({.year = year, .part = month, .precision = Precision::month});
}

Edtf Edtf::year(int year) {
  return of({.year = year});
}

Edtf Edtf::interval(std::optional<EdtfDate> begin, std::optional<EdtfDate> end) {
  if (!begin && !end) return {};
  if (begin == end) return of(*begin);
  Edtf result;
  result.m_form = Form::interval;
  result.m_begin = begin;
  result.m_end = end;
  return result;
}

Edtf Edtf::days(DayRange range) {
  return interval(dateOf(range.first), dateOf(range.last));
}

bool Edtf::isDay() const {
  return m_form == Form::date && m_begin->precision == Precision::day;
}

std::optional<EdtfDate> Edtf::begin() const {
  return m_begin;
}
std::optional<EdtfDate> Edtf::end() const {
  return m_end;
}

bool Edtf::approximate() const {
  const auto soft = [](const std::optional<EdtfDate>& date) {
    return date && (date->uncertain || date->approximate);
  };
  return soft(m_begin) || soft(m_end);
}

Edtf Edtf::madeApproximate() const {
  Edtf result = *this;
  if (result.m_begin) result.m_begin->approximate = true;
  if (result.m_end) result.m_end->approximate = true;
  return result;
}

std::optional<DayRange> Edtf::bounds() const {
  if (unknown()) return std::nullopt;
  return DayRange{m_begin ? m_begin->bounds().first : firstDay, m_end ? m_end->bounds().last : lastDay};
}

bool Edtf::within(const Edtf& outer) const {
  const auto mine = bounds();
  const auto theirs = outer.bounds();
  return mine && theirs && theirs->first <= mine->first && mine->last <= theirs->last;
}

bool Edtf::overlaps(const Edtf& other) const {
  const auto mine = bounds();
  const auto theirs = other.bounds();
  return mine && theirs && mine->overlaps(*theirs);
}

bool Edtf::before(const Edtf& other) const {
  const auto mine = bounds();
  const auto theirs = other.bounds();
  return mine && theirs && mine->last < theirs->first;
}

template <typename Move>
std::optional<Edtf> Edtf::movedBy(const Move& move) const {
  if (unknown()) return std::nullopt;
  Edtf result = *this;
  for (std::optional<EdtfDate>* end : {&result.m_begin, &result.m_end}) {
    if (!*end) continue;
    *end = move(**end);
    const bool written = *end && (*end)->year >= firstYear && (*end)->year <= lastYear;
    if (!written) return std::nullopt;
  }
  return result;
}

std::optional<Edtf> Edtf::plusDays(int days) const {
  return movedBy([&](EdtfDate date) -> std::optional<EdtfDate> {
    if (date.precision != Precision::day) return std::nullopt;
    if (std::abs(days) > (lastDay - firstDay).count()) return std::nullopt;
    const EdtfDate moved = dateOf(date.bounds().first + std::chrono::days(days));
    date.year = moved.year;
    date.part = moved.part;
    date.dayOfMonth = moved.dayOfMonth;
    return date;
  });
}

std::optional<Edtf> Edtf::plusMonths(int months) const {
  if (std::abs(months) > 12 * lastYear) return std::nullopt;
  return movedBy([&](EdtfDate date) -> std::optional<EdtfDate> {
    const unsigned first = firstPartOf(date.precision);
    if (first == 0) return std::nullopt;
    const int length = date.precision == Precision::season || date.precision == Precision::quarter ? 3 : 1;
    if (months % length != 0) return std::nullopt;
    const int perYear = 12 / length;
    const int parts = date.year * perYear + static_cast<int>(date.part - first) + months / length;
    if (parts < firstYear * perYear) return std::nullopt;
    date.year = parts / perYear;
    date.part = first + static_cast<unsigned>(parts % perYear);
    if (date.precision == Precision::day && date.year <= lastYear)
      date.dayOfMonth = std::min(date.dayOfMonth, dayOfMonth(monthRange(date.year, date.part).last));
    return date;
  });
}

std::optional<Edtf> Edtf::plusYears(int years) const {
  if (std::abs(years) > lastYear) return std::nullopt;
  return movedBy([&](EdtfDate date) -> std::optional<EdtfDate> {
    const int length = date.precision == Precision::century  ? 100
                       : date.precision == Precision::decade ? 10
                                                             : 1;
    if (years % length != 0) return std::nullopt;
    date.year += years;
    if (date.precision == Precision::day && date.year >= firstYear && date.year <= lastYear)
      date.dayOfMonth = std::min(date.dayOfMonth, dayOfMonth(monthRange(date.year, date.part).last));
    return date;
  });
}

std::string Edtf::str() const {
  switch (m_form) {
  case Form::unknown:
    return "unknown";
  case Form::date:
    return m_begin->str();
  case Form::interval:
    break;
  }
  return (m_begin ? m_begin->str() : "..") + "/" + (m_end ? m_end->str() : "..");
}

} // namespace demarche::time
