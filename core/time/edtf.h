// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace demarche::time {

/// A civil day of the proleptic Gregorian calendar.
using Day = std::chrono::sys_days;

/// First and last day, both counted in.
struct DayRange {
  Day first;
  Day last;
  constexpr auto operator<=>(const DayRange&) const = default;
  [[nodiscard]] constexpr bool contains(Day day) const { return first <= day && day <= last; }
  [[nodiscard]] constexpr bool overlaps(DayRange other) const {
    return first <= other.last && other.first <= last;
  }
  [[nodiscard]] constexpr int days() const { return static_cast<int>((last - first).count()) + 1; }
};

enum class Precision : unsigned char { century, decade, year, season, quarter, month, day };

/// One EDTF date without interval: `2023`, `2023-05`, `2023-05-10`, `2023-21` (spring), `2023-33` (first
/// quarter), `199X`, `19XX`, each with an optional qualifier `?` `~` `%`. What is told to be finer but not
/// known keeps its X: `2023-XX`, `2023-05-XX`, `2023-XX-XX`.
struct EdtfDate {
  int year = 0;            ///< for a decade or century its first year
  unsigned part = 0;       ///< month 1..12, season 21..24, quarter 33..36; 0 when only a year
  unsigned dayOfMonth = 0; ///< 1..31; 0 when not told
  Precision precision = Precision::year;
  unsigned char unspecified = 0; ///< so many finer parts are X: 1 of `2023-05-XX`, 2 of `2023-XX-XX`
  bool uncertain = false;        ///< `?`
  bool approximate = false;      ///< `~` (with uncertain: `%`)
  auto operator<=>(const EdtfDate&) const = default;

  [[nodiscard]] DayRange bounds() const;
  [[nodiscard]] std::string str() const;
};

/// A date as the project writes it everywhere: Extended Date/Time Format, ISO 8601-2:2019 annex A,
/// levels 0 and 1, and quarters: a date, an interval of two dates, an interval open at one end (`2018/..`,
/// `../2023-05`; an end that is not known, `2018/`, is read as open), or nothing known (`unknown`). A time of
/// day is read and dropped; years are those from 1 to 9999. A value; cheap to copy.
class Edtf {
 public:
  Edtf() = default; ///< unknown

  [[nodiscard]] static base::Result<Edtf> parse(std::string_view text);
  [[nodiscard]] static Edtf of(EdtfDate date);
  [[nodiscard]] static Edtf day(Day day);
  [[nodiscard]] static Edtf month(int year, unsigned month);
  [[nodiscard]] static Edtf year(int year);
  /// From `begin` to `end`; an absent end is open. Equal ends give the single date.
  [[nodiscard]] static Edtf interval(std::optional<EdtfDate> begin, std::optional<EdtfDate> end);
  /// The range of days, as one day when they are the same.
  [[nodiscard]] static Edtf days(DayRange range);

  [[nodiscard]] bool unknown() const { return m_form == Form::unknown; }
  [[nodiscard]] bool isInterval() const { return m_form == Form::interval; }
  [[nodiscard]] bool isDay() const;
  /// The single date, or the interval's first; absent when unknown or open there.
  [[nodiscard]] std::optional<EdtfDate> begin() const;
  /// The single date, or the interval's last.
  [[nodiscard]] std::optional<EdtfDate> end() const;
  /// Any part is `~`, `?` or `%`.
  [[nodiscard]] bool approximate() const;
  /// The same with every date in it marked `~`.
  [[nodiscard]] Edtf madeApproximate() const;

  /// Every day it can mean, first to last; an open end reaches to year 1 or 9999. Absent when unknown.
  [[nodiscard]] std::optional<DayRange> bounds() const;
  /// `outer` allows every day of this one. Unknown contains nothing and is contained in nothing.
  [[nodiscard]] bool within(const Edtf& outer) const;
  [[nodiscard]] bool overlaps(const Edtf& other) const;
  /// Every day of this one is before every day of the other. Unknown is before nothing.
  [[nodiscard]] bool before(const Edtf& other) const;
  /// The same, so much later (earlier when negative), as precise as before; 31 January and a month are
  /// 28 February. Nothing when it is not that precise (a month and three days) or leaves the years 1 to 9999.
  [[nodiscard]] std::optional<Edtf> plusDays(int days) const;
  [[nodiscard]] std::optional<Edtf> plusMonths(int months) const;
  [[nodiscard]] std::optional<Edtf> plusYears(int years) const;

  /// The canonical spelling; parse(str()) gives an equal value.
  [[nodiscard]] std::string str() const;

  bool operator==(const Edtf&) const = default;

 private:
  enum class Form : unsigned char { unknown, date, interval };
  template <typename Move>
  [[nodiscard]] std::optional<Edtf> movedBy(const Move& move) const;
  Form m_form = Form::unknown;
  std::optional<EdtfDate> m_begin;
  std::optional<EdtfDate> m_end;
};

} // namespace demarche::time
