// SPDX-License-Identifier: Apache-2.0
#include "core/time/edtf.h"

#include "core/time/calendar.h"

#include <algorithm>
#include <cassert>
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

std::optional<EdtfDate> parseDate(std::string_view text) {
  EdtfDate date;
  takeQualifier(text, date);
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
  const auto part = digits(text.substr(5, 2));
  const auto precision = part ? precisionOf(*part) : std::nullopt;
  if (!precision) return std::nullopt;
  date.part = *part;
  date.precision = *precision;
  if (!hasDay) return date;

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
  if (precision == Precision::decade) {
    appendPadded(result, year / 10, 3);
    result += 'X';
  } else {
    appendPadded(result, year, 4);
  }
  if (part != 0) appendPadded(result += '-', static_cast<int>(part), 2);
  if (dayOfMonth != 0) appendPadded(result += '-', static_cast<int>(dayOfMonth), 2);
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
