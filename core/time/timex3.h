// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/time/edtf.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace demarche::time {

/// The units of the calendar that a TIMEX3 value can name.
enum class Timex3Unit : unsigned char {
  century,
  decade,
  year,
  half,
  season,
  quarter,
  month,
  week,
  weekend,
  day
};

/// One unit of the calendar: `19XX`, `198X`, `2023`, `2023-H1`, `2023-SP`, `2023-Q3`, `2023-09`, `2023-W38`,
/// `2023-W37-WE`, `2023-09-28`.
struct Timex3Date {
  int year = 0;            ///< for a decade or century its first year; for a week the ISO year
  unsigned part = 0;       ///< half 1..2, season 1 (spring) .. 4, quarter 1..4, month 1..12, week 1..53
  unsigned dayOfMonth = 0; ///< 1..31; 0 when not told
  Timex3Unit unit = Timex3Unit::year;
  auto operator<=>(const Timex3Date&) const = default;

  [[nodiscard]] DayRange bounds() const;
  [[nodiscard]] std::string str() const;
};

/// The unit of that kind that holds the day.
[[nodiscard]] Timex3Date timex3Date(Timex3Unit unit, Day day);

/// How the value is to be taken; the names of TimeML's `mod`.
enum class Timex3Mod : unsigned char { none, start, mid, end, approx, before, after, onOrBefore, onOrAfter };
[[nodiscard]] std::string_view code(Timex3Mod mod); ///< `START` …; empty for none
[[nodiscard]] std::optional<Timex3Mod> timex3ModFromCode(std::string_view code);

/// What the words point at when they name no date.
enum class Timex3Reference : unsigned char { none, past, present, future };

/// A date as TimeML marks it in text (TIMEX3 of type DATE): value, modifier, and the time that it was worked
/// out from. A value names one unit, a range from one to another, or only past, present or future. Times of
/// day, durations and sets are none of it. A value; cheap to copy.
class Timex3 {
 public:
  Timex3() = default; ///< says nothing; its value is empty

  /// Reads `value` and `mod`. Also the short spellings `198` and `19`, a weekday of a week (`2023-W38-4`),
  /// and an open range, which is an `ON_OR_AFTER` or `ON_OR_BEFORE`.
  [[nodiscard]] static base::Result<Timex3> parse(std::string_view value, std::string_view mod = {});
  [[nodiscard]] static Timex3 of(Timex3Date date, Timex3Mod mod = Timex3Mod::none);
  /// Equal ends give the single date.
  [[nodiscard]] static Timex3 range(Timex3Date begin, Timex3Date end, Timex3Mod mod = Timex3Mod::none);
  [[nodiscard]] static Timex3 reference(Timex3Reference reference);
  /// Nothing for an unknown date. Of what EDTF tells, `?` and what is unspecified are lost.
  [[nodiscard]] static std::optional<Timex3> of(const Edtf& date);

  /// Every day it can mean becomes the EDTF value; a part of a unit, and what is about it, gets the
  /// approximate sign. Unknown when it names no date.
  [[nodiscard]] Edtf edtf() const;
  /// First to last day of the value, whatever the modifier says.
  [[nodiscard]] std::optional<DayRange> bounds() const;

  [[nodiscard]] bool namesDate() const { return m_begin.has_value(); }
  [[nodiscard]] bool isRange() const { return m_begin != m_end; }
  [[nodiscard]] std::optional<Timex3Date> begin() const { return m_begin; }
  [[nodiscard]] std::optional<Timex3Date> end() const { return m_end; }
  [[nodiscard]] Timex3Mod mod() const { return m_mod; }
  [[nodiscard]] Timex3Reference pointsAt() const { return m_reference; }
  /// The id of the time it was counted from, `t0` for the day of writing; empty when it is as written.
  [[nodiscard]] const std::string& anchor() const { return m_anchor; }
  void anchorAt(std::string_view id) { m_anchor = id; }
  void modify(Timex3Mod mod) { m_mod = mod; }

  /// `value`: parse(value(), code(mod())) is the same, but for the anchor.
  [[nodiscard]] std::string value() const;
  /// All attributes as they stand in a TIMEX3 tag.
  [[nodiscard]] std::string attributes() const;

  bool operator==(const Timex3&) const = default;

 private:
  std::optional<Timex3Date> m_begin;
  std::optional<Timex3Date> m_end;
  Timex3Mod m_mod = Timex3Mod::none;
  Timex3Reference m_reference = Timex3Reference::none;
  std::string m_anchor;
};

} // namespace demarche::time
