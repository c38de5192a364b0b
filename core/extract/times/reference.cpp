// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/reference.h"

#include "core/time/calendar.h"

#include <algorithm>
#include <cstdlib>

namespace demarche::extract {

using time::Day;

namespace {

/// A day this near to the day of writing is what the text is about, not its background.
constexpr int newsDays = 3;
/// A date so few days before the day of writing is meant, whatever year or month the text spoke of in
/// between.
constexpr int freshDays = 10;
constexpr int freshDaysOfMonth = 5;
/// From so many years back on, a date is not likely to be of the day of writing's year unless it says so.
constexpr int yearsToHistory = 3;
/// From a month late in the year to one so many earlier in it, a story has gone on into the next year.
constexpr int monthsOfTurn = 8;
/// Likewise for days of the month: "on June 30 … on the 2nd".
constexpr int daysOfTurn = 20;

/// The date that decides: a range's first.
const TimeExpression& leading(const TimeExpression& expression) {
  const bool range = expression.form == TimeForm::range && !expression.parts.empty();
  return range ? expression.parts.front() : expression;
}

bool tellsYear(const TimeExpression& date) {
  return date.year || (date.form == TimeForm::date && date.unit == TimeUnit::year) ||
         std::any_of(date.parts.begin(), date.parts.end(), tellsYear);
}

/// It is counted from what the text spoke of before.
bool countsOn(const TimeExpression& e) {
  return e.anchor == TimeAnchor::previous || std::any_of(e.parts.begin(), e.parts.end(), countsOn);
}

bool isYearAlone(const TimeExpression& e) {
  return e.form == TimeForm::date && e.year && !e.month && !e.quarter && !e.half && !e.season && !e.week;
}

/// The weekday told beside the day is that of this month.
bool fallsOn(const Period& month, const TimeExpression& date) {
  const auto day = dayPeriod(time::yearOf(month.days.first), int(time::monthOf(month.days.first)), *date.day);
  return day && int(time::isoWeekday(day->days.first)) == *date.weekday;
}

int monthOf(Day day) {
  return int(time::monthOf(day));
}

/// What goes on since a date looks back to it, whatever else the sentence says; "by Friday" is the Friday to
/// come, unless the sentence tells the past.
Outlook outlookOf(const TimeMark& mark) {
  const TimeExpression& date = mark.expression;
  if (date.relation == TimeRelation::since && mark.outlook != Outlook::ahead) return Outlook::back;
  const bool limit = date.relation == TimeRelation::until || date.relation == TimeRelation::before;
  const bool weekday = date.weekday && !date.month && !date.day;
  if (mark.outlook != Outlook::none || mark.alone) return mark.outlook;
  if (limit && weekday) return Outlook::ahead;
  // The items of a list tell what was, unless they are of the next days: then it is a diary.
  return mark.listed && !weekday ? Outlook::back : Outlook::none;
}

} // namespace

std::size_t RunningReference::rankOf(TimeUnit unit) {
  switch (unit) {
  case TimeUnit::day:
  case TimeUnit::days:
  case TimeUnit::weekend:
    return 0;
  case TimeUnit::week:
    return 1;
  case TimeUnit::month:
    return 2;
  case TimeUnit::season:
  case TimeUnit::quarter:
    return 3;
  case TimeUnit::half:
    return 4;
  case TimeUnit::year:
    return 5;
  case TimeUnit::decade:
  case TimeUnit::century:
    break;
  }
  return ranks - 1;
}

const RunningReference::Told* RunningReference::latest(std::size_t coarsest) const {
  const Told* latest = nullptr;
  for (std::size_t rank = 0; rank <= coarsest; ++rank)
    if (m_told[rank] && (latest == nullptr || latest->order < m_told[rank]->order)) latest = &*m_told[rank];
  return latest;
}

const RunningReference::Told* RunningReference::latestIn(std::int32_t block, std::size_t coarsest) const {
  const Told* told = latest(coarsest);
  return told != nullptr && told->block == block ? told : nullptr;
}

/// What "the following day" or "two months later" is counted from: the last time told that is as fine as they
/// are.
std::optional<Period> RunningReference::counted(const TimeMark& mark) const {
  const TimeUnit unit = leading(mark.expression).unit.value_or(TimeUnit::day);
  const Told* told = latest(rankOf(unit));
  // "The same day" that opens a paragraph is the day of the news, not one recalled at the end of the last.
  if (rankOf(unit) == 0 && m_near && (told == nullptr || told->block != mark.block)) told = &*m_near;
  if (told == nullptr) told = latest(ranks - 1);
  // "They last met on May 8. The following day …": it goes on with what was recalled, if at once.
  const bool nearer =
      m_aside && m_aside->block == mark.block && (told == nullptr || told->order < m_aside->order);
  if (nearer && rankOf(m_aside->value.end.unit) <= rankOf(unit)) told = &*m_aside;
  return told != nullptr ? std::optional(told->value.end) : std::nullopt;
}

/// "This week the leaders gather, from Tuesday to Thursday."
std::optional<Period> RunningReference::week(const TimeMark& mark, const TimeExpression& date) const {
  if (!date.weekday || date.day || date.month || date.which) return std::nullopt;
  const Told* told = latestIn(mark.block, ranks - 1);
  const bool week = told != nullptr && told->value.begin.unit == TimeUnit::week && told->value.single();
  return week ? std::optional(told->value.begin) : std::nullopt;
}

/// What is still to come goes on from what the same sentence said is to come.
std::optional<Day> RunningReference::after(const TimeMark& mark, const TimeExpression& date) const {
  const bool plain = date.weekday && !date.day && !date.month && !date.which && !date.unit;
  if (!plain || !m_written || mark.outlook == Outlook::back) return std::nullopt;
  const Told* told = latestIn(mark.block, ranks - 1);
  const bool day =
      told != nullptr && told->sentence == mark.sentence && told->value.end.unit == TimeUnit::day;
  if (!day) return std::nullopt;
  return told->value.end.days.first > *m_written ? std::optional(told->value.end.days.first) : std::nullopt;
}

/// How many days before the day of writing the date last was.
std::optional<int> RunningReference::daysSince(const TimeExpression& date) const {
  if (!m_written || !date.day) return std::nullopt;
  const std::chrono::year_month_day written(*m_written);
  const int span = date.month ? 12 : 1;
  for (int back = 0; back <= span; ++back) {
    const auto then = time::addMonths(written.year() / written.month(), -back);
    if (date.month && int(unsigned(then.month())) != *date.month) continue;
    const auto day = dayPeriod(int(then.year()), int(unsigned(then.month())), *date.day);
    if (day && day->days.first <= *m_written) return static_cast<int>((*m_written - day->days.first).count());
  }
  return std::nullopt;
}

std::optional<Period> RunningReference::month(const TimeMark& mark, const TimeExpression& date) const {
  const bool ofMonth = (date.day && !date.month) || date.own == TimeUnit::month;
  if (!ofMonth || date.which || date.form != TimeForm::date) return std::nullopt;
  const auto monthWith = [&](const Told& told, Day day) -> std::optional<Period> {
    const Period period = periodOf(TimeUnit::month, day);
    if (!date.day) return period;
    const auto own = dayPeriod(time::yearOf(day), monthOf(day), *date.day);
    return own && told.value.days().contains(own->days.first) ? std::optional(period) : std::nullopt;
  };
  // A day inside the range just told is of that range, whatever was recalled in between.
  const auto& range = m_told[0];
  if (range && range->block == mark.block && !range->value.single())
    for (const Day edge : {range->value.days().first, range->value.days().last})
      if (const auto found = monthWith(*range, edge)) return found;

  const Told* told = latestIn(mark.block, rankOf(TimeUnit::month));
  if (told == nullptr && mark.listed && m_item && rankOf(m_item->value.begin.unit) <= 2) told = &*m_item;
  if (told == nullptr) return std::nullopt;
  const auto since = daysSince(date);
  const bool background = rankOf(told->value.begin.unit) == 2 && told->yearTold && !mark.listed &&
                          told->sentence != mark.sentence;
  if (background && since && *since <= freshDaysOfMonth) return std::nullopt;
  if (const auto found = monthWith(*told, told->value.days().first)) return found;
  const Day last = told->value.days().last;
  const bool turned =
      rankOf(told->value.end.unit) == 0 && date.day && int(time::dayOfMonth(last)) - *date.day >= daysOfTurn;
  const Period own = periodOf(TimeUnit::month, last);
  const Period next = moved(own, 1);
  return turned && (!m_written || next.days.first <= *m_written) ? next : own;
}

/// The year of a date that goes on from what was told: the same, unless the story has turned into the next.
int RunningReference::yearBeside(const Told& told, const TimeExpression& date) const {
  const int year = time::yearOf(told.value.end.days.first);
  const TimeUnit unit = told.value.end.unit;
  if (!date.month || rankOf(unit) > rankOf(TimeUnit::month)) return year;
  const int back = monthOf(told.value.end.days.first) - *date.month;
  const bool nextIsNear =
      m_written && std::abs((time::monthRange(year + 1, unsigned(*date.month)).first - *m_written).count()) <
                       std::abs((time::monthRange(year, unsigned(*date.month)).first - *m_written).count());
  const bool notAfterWriting =
      !m_written || time::monthRange(year + 1, unsigned(*date.month)).first <= *m_written;
  // An item of a chronicle that looks back a month does not mean the year after.
  const bool item = m_item && m_item->block == told.block;
  return back >= monthsOfTurn || (!item && back > 0 && nextIsNear && notAfterWriting) ? year + 1 : year;
}

/// A story of long ago that goes on from the paragraph before: there the year was not repeated either.
const RunningReference::Told* RunningReference::history(const TimeMark& mark) const {
  const Told* told = latest(rankOf(TimeUnit::year));
  const bool goesOn = told != nullptr && told->block == mark.block - 1 && told->yearCarried && m_written;
  return goesOn && time::yearOf(*m_written) - time::yearOf(told->value.end.days.first) >= yearsToHistory
             ? told
             : nullptr;
}

std::optional<int> RunningReference::year(const TimeMark& mark, const TimeExpression& date) const {
  const bool ofYear = date.month || date.season || date.quarter || date.half || date.easter ||
                      date.solarTerm || date.own == TimeUnit::year;
  if (!ofYear || date.which || date.form != TimeForm::date || tellsYear(date) || date.unit)
    return std::nullopt;
  const Told* told = latestIn(mark.block, rankOf(TimeUnit::year));
  if (told == nullptr && mark.listed && m_item) told = &*m_item;
  // A note below an item of a chronicle, or an item that does not open with its date.
  if (told == nullptr && m_item && m_item->yearTold && mark.block == m_item->block + 1) told = &*m_item;
  if (told == nullptr) {
    told = history(mark);
    // It goes on in its year; what lies before it there is of another.
    const bool back = told != nullptr && date.month && *date.month < monthOf(told->value.end.days.first);
    if (back) told = nullptr;
  }
  if (told == nullptr || !told->yearTold) return std::nullopt;
  const int year = yearBeside(*told, date);
  // "In March 1994 … Wednesday, Nov. 20": the weekday says that it was another year.
  if (date.weekday && date.day) {
    const auto day = dayPeriod(year, *date.month, *date.day);
    if (!day || int(time::isoWeekday(day->days.first)) != *date.weekday) return std::nullopt;
  }
  // "On June 2 they announced that he would come": in a story of long ago, what is ahead is ahead there.
  const bool story = told->yearCarried && m_written && time::yearOf(*m_written) - year >= yearsToHistory;
  if (mark.outlook == Outlook::ahead && m_written && year < time::yearOf(*m_written) && !story)
    return std::nullopt;
  const bool mayBeNews = told->sentence != mark.sentence && !mark.listed;
  if (const auto since = daysSince(date); since && *since <= freshDays && mayBeNews) return std::nullopt;
  return year;
}

TimeContext RunningReference::contextFor(const TimeMark& mark) {
  if (mark.section != m_section) {
    m_told = {};
    m_aside.reset();
    m_near.reset();
    m_item.reset();
    m_section = mark.section;
  }
  const TimeExpression& date = leading(mark.expression);
  TimeContext context;
  context.written = m_written;
  if (countsOn(mark.expression)) context.reference = counted(mark);
  context.year = year(mark, date);
  context.month = month(mark, date);
  if (context.month && date.weekday && !fallsOn(*context.month, date)) context.month.reset();
  context.week = week(mark, date);
  context.after = after(mark, date);
  context.outlook = outlookOf(mark);
  context.alone = mark.alone;
  return context;
}

/// "So far this year" tells the year that the text goes on with; "since 2018" does not.
bool RunningReference::movesOn(const TimeMark& mark) {
  return mark.expression.relation == TimeRelation::at ||
         (mark.expression.relation == TimeRelation::since && mark.expression.unit == TimeUnit::year);
}

void RunningReference::remember(const TimeMark& mark, const TimeContext& context, const TimeAnswer& answer) {
  if (!answer.value || mark.quoted || !movesOn(mark)) return;
  const TimeExpression& date = leading(mark.expression);
  const TimeUnit unit = answer.value->begin.unit;
  const Told* before = latestIn(mark.block, rankOf(TimeUnit::year));
  if (before == nullptr && mark.listed && m_item) before = &*m_item;
  // "Three months later" that opens a paragraph goes on with the one before.
  if (before == nullptr && context.reference && date.anchor == TimeAnchor::previous)
    before = latest(ranks - 1);
  const bool setsScene = mark.opensSentence || mark.expression.relation == TimeRelation::since;
  const bool tellsIt = tellsYear(date) && (rankOf(unit) < rankOf(TimeUnit::year) || setsScene);
  // A month or day that leans on one whose year was told is of a told year, too.
  const bool leans = before != nullptr && before->yearTold &&
                     (context.month || context.week || date.anchor == TimeAnchor::previous);
  const Told told{.value = *answer.value,
                  .block = mark.block,
                  .sentence = mark.sentence,
                  .order = ++m_order,
                  .yearTold = tellsIt || context.year || leans,
                  .yearCarried = context.year || leans};
  if (mark.aside) {
    m_aside = told;
    return;
  }
  m_aside.reset();
  m_told[rankOf(unit)] = told;
  const bool near = m_written && std::abs(distance(answer.value->end.days, *m_written)) <= newsDays;
  if (rankOf(unit) == 0 && near && date.anchor == TimeAnchor::written) m_near = told;
  if (mark.listed || (mark.heading && isYearAlone(mark.expression))) {
    m_item = told;
    m_item->yearTold = told.yearTold || mark.heading;
  }
}

} // namespace demarche::extract
