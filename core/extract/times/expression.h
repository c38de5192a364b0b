// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/extract/times/period.h"
#include "core/language/reading.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace demarche::extract {

/// How the parts of a time expression are to be read. The names are those of `form` in the rules.
enum class TimeForm : std::uint8_t {
  date,    ///< calendar fields as written; what is left out comes from the context
  offset,  ///< a distance from an anchor: "four months ago", "two days later", "three weeks after <from>"
  stretch, ///< so many units that touch the anchor: "the past three weeks", "within ten days"
  nth,     ///< units counted inside <of>: "the first week of May", 上月最后五天
  within,  ///< <inner> read inside <outer>: "March next year", "Monday of that week"
  range,   ///< from <begin> to <end>
  vague    ///< "recently", 近日: a time without a date
};

enum class TimeAnchor : std::uint8_t {
  written, ///< the day of writing
  previous ///< what the text spoke of last: "the following day", 同月
};

/// How the event stands to the date: "since 2018", "by Friday", "until May".
enum class TimeRelation : std::uint8_t { at, since, until, before, after };

/// Whether a date in figures has the day before the month; `either` when both could be.
enum class DayOrder : std::uint8_t { none, monthFirst, dayFirst, either };

/// A distance in calendar units.
struct TimeAmount {
  int years = 0;
  int months = 0;
  int days = 0;
  int workdays = 0;
};

/// What a rule recognised, before anything is known of the day of writing; no language in it. A value.
///
/// The vocabulary of the rules (`emit` of a mark of class `time`); every field may be left out:
///
/// - `form`: date (default), offset, stretch, nth, within, range, vague, or refine
/// - `year`, `year2` (two digits), `century_digits` and `year_digits` (19 and 84), `year_tens` and
///   `year_ones` (8 and 4), `roc` (years of the Republic), `stamp` (20230712), `decade` (its first year),
///   `decade2` (80), `century` (21)
/// - `half`, `quarter`, `season` (1 spring … 4 winter), `month`, `week` (of the year), `weekend` (1),
///   `weekday` (1 Monday … 7 Sunday), `day` (−1: the last)
/// - `unit`, `step`: a whole unit, so many after the anchor's: last month is month −1, 次年 is year 1
/// - `own`: year or month, the one in question: "at the end of the year"
/// - `which`: −1 last, 0 this, 1 next, 2 coming: "last November", "this Friday", "next Easter"
/// - `lunar`, `leap`: 1 when month and day are of the Chinese calendar, of its leap month
/// - `same_day`: 1 for the day of that year on which the text was written: 去年的今天
/// - `easter`: days after Easter Sunday; `solar_term`: the day on which the sun's longitude reaches so many
///   degrees (清明 is 15)
/// - `shift`: so many days after the weekday that `n` names: Election Day is the Tuesday after a Monday
/// - `part`: early, middle, late
/// - `usual_unit`, `usual_from`, `usual_to`: what the words of a part usually mean, as units counted
///   inside it (from the end when negative): 年底 is the months 11 to 12 of its year. TIMEX3 says so, EDTF
///   does not.
/// - `about`: 1 when only approximately so
/// - `rest`: 1 for what is left of it from the day of writing on
/// - `anchor`: written (default) or previous
/// - `count`, `n`: how many units; which of them (from the end when negative)
/// - `bridged`: 1 when a weekend takes in the day off beside it: "Labor Day weekend"
/// - `full`: 1 when only weeks that begin inside are counted (nth)
/// - `years`, `months`, `weeks`, `days`, `half_unit` (1: and a half): further distances of an offset
/// - `direction`: −1 back, 1 ahead, 0 from the anchor's day on (stretch); of what is vague: −1 past, 0
///   present, 1 future
/// - `ahead`: 1 when only meant where the sentence looks ahead: "in two weeks", but not "built in two
///   weeks"
/// - `alone`: 1 when only meant where nothing else stands in the block
/// - `order`: month_first, day_first or either: how a date in figures was written
/// - `told_week`: weeks from that of writing, which only check the date: "last Wednesday, Nov. 24"
/// - `told_day`: a day of the month that only checks the date: "yesterday (the 5th)"
/// - `relation`: since, until, before, after
/// - `end_year`, `end_month`, `end_day`, `end_step` …: fields of the end of a range that is no mark of
///   its own
/// - `to_written`: 1 when the range goes on to the day of writing
/// - `grain`, `bare`, `kind`: for rules of later stages only: the unit that is told, whether the year is
///   left out
///
/// Slots that hold a `time` mark: `of` (with nth: the whole; with refine: the expression to which the other
/// fields are added), `inner` and `outer`, `begin` and `end`, `from` (the anchor of an offset or stretch).
struct TimeExpression {
  TimeForm form = TimeForm::date;

  std::optional<int> year, decade, century, half, quarter, season, month, week, day, weekday;
  std::optional<int> easter;
  std::optional<int> solarTerm;
  int shift = 0;
  std::optional<int> shortYear; ///< the two digits that `year` was read from
  std::optional<int> toldDay;
  std::optional<int> toldWeek;
  bool republic = false; ///< `year` was told in years of the Republic
  DayOrder dayOrder = DayOrder::none;
  bool weekend = false;
  bool lunar = false;
  bool leap = false;
  bool full = false;
  bool sameDay = false;
  bool bridged = false;

  std::optional<TimeUnit> own;  ///< the year or month in question
  std::optional<TimeUnit> unit; ///< what is stepped, counted or measured
  int step = 0;
  std::optional<int> which;
  int count = 1;
  std::optional<int> n;
  TimeAmount amount;
  int direction = 0;

  TimePart part = TimePart::whole;
  std::optional<TimeUnit> usualUnit;
  int usualFrom = 1;
  int usualTo = -1;
  bool approximate = false;
  bool rest = false;
  TimeAnchor anchor = TimeAnchor::written;
  TimeRelation relation = TimeRelation::at;
  bool onlyAhead = false;

  std::vector<TimeExpression>
      parts; ///< nth: the whole; within: inner, outer; range: begin, end; offset: its anchor

  /// Means the same whenever it was written: a full date, a year, a range of such.
  [[nodiscard]] bool absolute() const;
  /// Month and day (and perhaps a weekday), but no year.
  [[nodiscard]] bool yearless() const;
};

/// 112 is 2023.
[[nodiscard]] constexpr int republicYear(int year) {
  return 1911 + year;
}

/// Names and codes of `emit` that are not in the vocabulary above, as they stand: `quater`, `form = "refin"`.
[[nodiscard]] std::vector<std::string> unheardOf(const language::Fields& fields);

/// The expression that a mark of class `time` stands for. `mark` is one of `reading.marks`.
[[nodiscard]] TimeExpression timeExpression(const language::Mark& mark, const language::Reading& reading);

} // namespace demarche::extract
