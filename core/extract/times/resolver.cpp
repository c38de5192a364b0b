// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/resolver.h"

#include "core/extract/times/choice.h"
#include "core/extract/times/special.h"
#include "core/time/calendar.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche::extract {

using std::chrono::days;
using time::Day;
using time::DayRange;

namespace {

constexpr int earliestYear = 1;
constexpr int latestYear = 9999;
constexpr int daysOfWeek = 7;
/// Within so many months every weekday falls on every day of the month.
constexpr int weekdayReach = 24;

Period dayAt(Day day) {
  return {.days = {day, day}, .unit = TimeUnit::day};
}

int yearOf(const Period& period) {
  return time::yearOf(period.days.first);
}

/// EDTF has four digits for a year, and none below the first.
bool isWritable(const TimeValue& value) {
  return time::yearOf(value.begin.days.first) >= earliestYear &&
         time::yearOf(value.end.days.last) <= latestYear;
}

/// Nothing when that is beyond the years that EDTF can write.
std::optional<Day> movedBy(Day day, const TimeAmount& amount, int direction) {
  const int year = time::yearOf(day) + direction * amount.years;
  if (year <= earliestYear || year >= latestYear) return std::nullopt;
  day = time::addMonths(day, direction * (12 * amount.years + amount.months)) + days(direction * amount.days);
  for (int left = amount.workdays; left > 0;) {
    day += days(direction);
    if (time::isoWeekday(day) < 6) --left;
  }
  return day;
}

/// The days that the units `usualFrom` to `usualTo` inside `whole` cover.
DayRange usualDays(const TimeExpression& e, DayRange whole) {
  const auto unitAt = [&](int ordinal) {
    return ordinal > 0 ? moved(firstInside(*e.usualUnit, whole, false), ordinal - 1)
                       : moved(lastInside(*e.usualUnit, whole, false), ordinal + 1);
  };
  return {std::max(whole.first, unitAt(e.usualFrom).days.first),
          std::min(whole.last, unitAt(e.usualTo).days.last)};
}

/// Nothing in it says in which year (or month, or week) it lies.
bool leansOnContext(const TimeExpression& expression) {
  return expression.form == TimeForm::date && !expression.year && !expression.decade && !expression.century &&
         !expression.unit;
}

class Resolver {
 public:
  explicit Resolver(const TimeContext& context) : m_context(context) {}

  std::optional<TimeValue> value(const TimeExpression& expression);
  TimeAnswer answer;

 private:
  std::optional<TimeValue> dateValue(const TimeExpression& e);
  std::optional<TimeValue> offsetValue(const TimeExpression& e);
  std::optional<TimeValue> stretchValue(const TimeExpression& e);
  std::optional<TimeValue> nthValue(const TimeExpression& e);
  std::optional<TimeValue> withinValue(const TimeExpression& e);
  std::optional<TimeValue> rangeValue(const TimeExpression& e);

  std::optional<TimeValue> nthOf(const TimeExpression& e, const Period& whole);
  std::optional<Period> inside(const TimeExpression& e, const Period& outer);
  std::optional<Period> ownBase(const TimeExpression& e);
  std::optional<Period> fromContext(const TimeExpression& e);
  std::optional<Period> carried(const TimeExpression& e);
  [[nodiscard]] std::optional<TimeContext> comingRound(const TimeExpression& e);
  std::optional<Period> narrowed(const TimeExpression& e, const Period& base);
  std::optional<Period> narrowed(const TimeExpression& e, int year);
  std::optional<Period> named(const TimeExpression& e, const Period& base);
  std::optional<Period> dayOfMonth(const TimeExpression& e, int year, int month);
  std::optional<Period> dayIn(const TimeExpression& e, const Period& base);
  Options candidates(const TimeExpression& e, Day around);
  std::optional<TimeValue> rangeBegin(const TimeExpression& e);
  std::optional<TimeValue> underWay(const TimeExpression& begin, const TimeExpression& end,
                                    const TimeValue& range);
  std::optional<TimeValue> rangeEnd(const TimeExpression& e, const Period& begin);
  std::optional<Day> anchorDay(const TimeExpression& e);
  void note(std::string_view words);
  /// For words that cost something to put together.
  template <typename Words>
  void noteIfAsked(const Words& words) {
    if (m_context.explained) note(words());
  }

  // An answer that rests on them holds for them only.
  const std::optional<Day>& written() {
    answer.ofWriting = true;
    return m_context.written;
  }
  const TimeContext& context() {
    answer.ofContext = true;
    return m_context;
  }

  const TimeContext& m_context;
};

void Resolver::note(std::string_view words) {
  if (!m_context.explained) return;
  if (!answer.why.empty()) answer.why += "; ";
  answer.why += words;
}

std::optional<Day> Resolver::anchorDay(const TimeExpression& e) {
  if (e.anchor == TimeAnchor::previous && context().reference) {
    const Period& reference = *context().reference;
    noteIfAsked([&] { return "counted from " + edtf(reference).str() + ", which the text spoke of before"; });
    return e.step > 0 || e.direction > 0 ? reference.days.last : reference.days.first;
  }
  answer.relative = true;
  if (written())
    noteIfAsked([&] { return "counted from the day of writing, " + time::isoDay(*written()); });
  else
    note("the day of writing is not known");
  return written();
}

std::optional<TimeValue> Resolver::value(const TimeExpression& e) {
  switch (e.form) {
  case TimeForm::date:
    return dateValue(e);
  case TimeForm::offset:
    return offsetValue(e);
  case TimeForm::stretch:
    return stretchValue(e);
  case TimeForm::nth:
    return nthValue(e);
  case TimeForm::within:
    return withinValue(e);
  case TimeForm::range:
    return rangeValue(e);
  case TimeForm::vague:
    note("the words name no date");
    return std::nullopt;
  }
  return std::nullopt;
}

// ---- dates ----

std::optional<Period> Resolver::ownBase(const TimeExpression& e) {
  if (e.year)
    return *e.year >= earliestYear && *e.year <= latestYear ? std::optional(yearPeriod(*e.year))
                                                            : std::nullopt;
  if (e.decade) return decadePeriod(*e.decade);
  if (e.century) return centuryPeriod(*e.century);
  const auto anchor = anchorDay(e);
  if (!anchor) return std::nullopt;
  return moved(periodOf(*e.unit, *anchor), e.step);
}

std::optional<TimeValue> Resolver::dateValue(const TimeExpression& e) {
  std::optional<Period> period;
  if (leansOnContext(e)) {
    period = fromContext(e);
  } else if (const auto base = ownBase(e)) {
    period = narrowed(e, *base);
    if (!period) note("there is no such date");
  }
  if (period && e.toldWeek && written()) {
    constexpr int daysOfTurn = 1; // "last Friday", on the Saturday after it
    const Period own = moved(periodOf(TimeUnit::week, *written()), *e.toldWeek);
    const DayRange near{own.days.first - days(daysOfTurn), own.days.last + days(daysOfTurn)};
    if (!near.contains(period->days.first)) {
      answer.disagrees = true;
      note("it is in another week than the one told");
    }
  }
  if (period && e.toldDay && int(time::dayOfMonth(period->days.first)) != *e.toldDay) {
    answer.disagrees = true;
    note("the day of the month beside it is another");
  }
  if (period && e.rest && written() && period->days.contains(*written())) {
    answer.relative = true;
    return TimeValue(Period{.days = {*written(), period->days.last}, .unit = TimeUnit::days});
  }
  return period ? std::optional<TimeValue>(*period) : std::nullopt;
}

/// The day of the month that is told.
std::optional<Period> Resolver::dayOfMonth(const TimeExpression& e, int year, int month) {
  const auto day = dayPeriod(year, month, *e.day);
  if (day && e.weekday && int(time::isoWeekday(day->days.first)) != *e.weekday) {
    answer.disagrees = true;
    note("its weekday is another than the one told");
  }
  return day;
}

/// The day of month, or the weekday, inside `base`; `base` itself when neither is told.
std::optional<Period> Resolver::dayIn(const TimeExpression& e, const Period& base) {
  if (e.day) {
    if (base.unit != TimeUnit::month) return std::nullopt;
    return dayOfMonth(e, yearOf(base), int(time::monthOf(base.days.first)));
  }
  if (e.weekday && e.n) {
    const auto nth = nthOf(e, base);
    return nth ? std::optional(dayAt(nth->begin.days.first + days(e.shift))) : std::nullopt;
  }
  if (e.weekday && base.unit == TimeUnit::week) return dayAt(base.days.first + days(*e.weekday - 1));
  if (e.weekday && base.unit != TimeUnit::day) return std::nullopt;
  if (e.weekday && int(time::isoWeekday(base.days.first)) != *e.weekday) {
    answer.disagrees = true;
    note("its weekday is another than the one told");
  }
  return base;
}

/// What the fields name inside `base`, to the day.
std::optional<Period> Resolver::named(const TimeExpression& e, const Period& base) {
  const auto dayInside = [&](const std::optional<Period>& whole) {
    return whole && !e.lunar ? dayIn(e, *whole) : whole;
  };
  const int year = yearOf(base);
  if (e.half) return dayInside(halfPeriod(year, *e.half));
  if (e.quarter) return dayInside(quarterPeriod(year, *e.quarter));
  if (e.season) return dayInside(seasonPeriod(year, *e.season));
  if (e.easter) return dayInside(dayAt(easterSunday(year) + days(*e.easter)));
  if (e.solarTerm) return dayInside(dayAt(solarTermDay(year, *e.solarTerm)));
  if (e.month && e.lunar) return lunarPeriod(year, *e.month, e.leap, e.day);
  if (e.month) return e.day ? dayOfMonth(e, year, *e.month) : dayInside(monthPeriod(year, *e.month));
  if (e.week && base.unit == TimeUnit::year) return dayInside(weekPeriod(year, *e.week));
  if (e.weekend && base.unit == TimeUnit::week)
    return dayInside(periodOf(TimeUnit::weekend, base.days.first));
  return dayInside(base);
}

std::optional<Period> Resolver::narrowed(const TimeExpression& e, const Period& base) {
  if (e.sameDay && written())
    return dayAt(time::addMonths(*written(), 12 * (yearOf(base) - time::yearOf(*written()))));
  std::optional<Period> period = named(e, base);
  if (!period) return period;
  const bool parts = period->unit != TimeUnit::day; // a day has none
  if (parts) period->part = e.part;
  if (parts && e.usualUnit) period->usual = usualDays(e, period->days);
  period->approximate = e.approximate;
  return period;
}

/// The same inside a year, which is not worked out for a day and month in it: those are most.
std::optional<Period> Resolver::narrowed(const TimeExpression& e, int year) {
  const bool civil = e.month && e.day && !e.lunar && !e.sameDay && !e.half && !e.quarter && !e.season &&
                     !e.easter && !e.solarTerm && !e.usualUnit;
  if (!civil) return narrowed(e, yearPeriod(year));
  std::optional<Period> day = dayOfMonth(e, year, *e.month);
  if (day) day->approximate = e.approximate;
  return day;
}

/// Every period near `around` that the fields can mean.
Options Resolver::candidates(const TimeExpression& e, Day around) {
  // What is noted of those that will not be chosen is true of nothing.
  const std::size_t noted = answer.why.size();
  const bool disagreed = answer.disagrees;
  Options found;
  const auto add = [&](const std::optional<Period>& period) {
    if (period) found.add(*period);
  };
  const auto each = [&](TimeUnit unit, int reach) {
    const Period own = periodOf(unit, around);
    for (int step = -reach; step <= reach; ++step)
      add(narrowed(e, moved(own, step)));
  };
  const auto eachYear = [&](int reach) {
    const int own = time::yearOf(around);
    for (int year = own - reach; year <= own + reach; ++year)
      add(narrowed(e, year));
  };
  if (hasYearPart(e)) {
    eachYear(e.season ? 2 : 1);     // a winter reaches into the next year
    if (found.empty()) eachYear(4); // 29 February
  } else if (e.day && e.weekday) {
    const std::chrono::year_month_day date(around);
    const auto inMonth = [&](int step) -> std::optional<Period> {
      const auto month = time::addMonths(date.year() / date.month(), step);
      if (int(time::isoWeekday(Day(month / 1) + days(*e.day - 1))) != *e.weekday) return std::nullopt;
      const auto period = monthPeriod(int(month.year()), int(unsigned(month.month())));
      return period ? narrowed(e, *period) : std::nullopt; // nothing where the month is too short
    };
    if (e.which)
      for (int step = -weekdayReach; step <= weekdayReach; ++step)
        add(inMonth(step));
    else // the next to either side: farther ones are not meant
      for (const int direction : {-1, 1})
        for (int months = 0; months <= weekdayReach; ++months)
          if (const auto day = inMonth(direction * months);
              day && (direction < 0) == (day->days.first <= around)) {
            add(day);
            break;
          }
  } else if (e.day) {
    each(TimeUnit::month, 2);
  } else if (e.weekday || e.weekend) {
    each(TimeUnit::week, 1);
  } else if (e.own) {
    each(*e.own, 1);
  }
  answer.why.resize(noted);
  answer.disagrees = disagreed;
  return found;
}

/// From what the text spoke of before, if it goes on with that.
std::optional<Period> Resolver::carried(const TimeExpression& e) {
  if (e.which) return std::nullopt;
  std::optional<Period> period;
  std::string from;
  if (context().year && hasYearPart(e)) {
    period = narrowed(e, yearPeriod(*context().year));
    from = context().explained ? std::to_string(*context().year) + ", the year" : std::string();
  } else if (context().month && !hasYearPart(e) && (e.day || e.own == TimeUnit::month)) {
    period = narrowed(e, *context().month);
    from = context().explained ? edtf(*context().month).str() + ", the month" : std::string();
  } else if (context().week && e.weekday && !hasYearPart(e) && !e.day) {
    period = narrowed(e, *context().week);
    from = context().explained ? edtf(*context().week).str() + ", the week" : std::string();
  }
  if (period) noteIfAsked([&] { return "in " + from + " that the text spoke of before"; });
  if (!period && context().after && e.weekday && !hasYearPart(e) && !e.day) {
    const int ahead = (*e.weekday - int(time::isoWeekday(*context().after)) + daysOfWeek) % daysOfWeek;
    period = narrowed(e, dayAt(*context().after + days(ahead)));
    noteIfAsked([&] {
      return "the first after " + time::isoDay(*context().after) + ", which the text spoke of before";
    });
  }
  return period;
}

/// The context in which "the following Friday" is one that comes round: that of the day told last. Nothing
/// when it is the context at hand.
std::optional<TimeContext> Resolver::comingRound(const TimeExpression& e) {
  if (e.anchor != TimeAnchor::previous || !context().reference) return std::nullopt;
  TimeContext round = context();
  round.written = e.which.value_or(0) > 0 ? round.reference->days.last : round.reference->days.first;
  return round;
}

std::optional<Period> Resolver::fromContext(const TimeExpression& e) {
  if (auto period = carried(e)) return period;
  const std::optional<TimeContext> round = comingRound(e);
  const TimeContext& own = round ? *round : m_context;
  answer.relative = own.written == written();
  if (!own.written) {
    note("the day of writing is not known");
    return std::nullopt;
  }
  const Options options = candidates(e, *own.written);
  if (options.empty()) {
    note("there is no such date");
    return std::nullopt;
  }
  const auto choice = choose(e, own, options);
  if (!choice) return std::nullopt;
  noteIfAsked([&] {
    return answer.relative
               ? whyChosen(e, own)
               : "counted from " + edtf(*own.reference).str() + ", which the text spoke of before";
  });
  if (e.day && e.weekday && int(time::isoWeekday(choice->days.first)) != *e.weekday) {
    answer.disagrees = true;
    note("its weekday is another than the one told");
  }
  return choice;
}

// ---- distances and stretches ----

std::optional<TimeValue> Resolver::offsetValue(const TimeExpression& e) {
  if (e.onlyAhead && context().outlook != Outlook::ahead && !context().alone) {
    note("how long it took, not when it is to be");
    return std::nullopt;
  }
  std::optional<Day> anchor;
  TimeUnit unit = e.unit.value_or(TimeUnit::day);
  if (!e.parts.empty()) {
    const auto from = value(e.parts.front());
    if (!from) return std::nullopt;
    anchor = e.direction < 0 ? from->begin.days.first : from->end.days.last;
    if (from->begin.unit == TimeUnit::day) unit = TimeUnit::day;
  } else {
    anchor = anchorDay(e);
  }
  if (!anchor) return std::nullopt;
  const bool tens = unit == TimeUnit::decade || unit == TimeUnit::century;
  if (tens) unit = TimeUnit::year;
  const auto day = movedBy(*anchor, e.amount, e.direction);
  if (!day) return std::nullopt;
  Period period = periodOf(unit, *day);
  period.approximate = e.approximate || tens;
  period.part = unit == TimeUnit::day ? TimePart::whole : e.part;
  return period;
}

/// Quarters, decades and centuries are counted whole; shorter units run from day to day.
bool countsWhole(TimeUnit unit) {
  return unit == TimeUnit::quarter || unit == TimeUnit::decade || unit == TimeUnit::century;
}

std::optional<TimeValue> Resolver::stretchValue(const TimeExpression& e) {
  const TimeUnit unit = e.unit.value_or(TimeUnit::day);
  std::optional<Day> anchor;
  if (e.parts.empty()) {
    anchor = anchorDay(e);
  } else if (const auto from = value(e.parts.front())) {
    anchor = from->begin.days.first;
  }
  if (!anchor) return std::nullopt;
  if (countsWhole(unit) && e.direction != 0) {
    const Period own = periodOf(unit, *anchor);
    return TimeValue(moved(own, e.direction < 0 ? -e.count : 1), moved(own, e.direction < 0 ? -1 : e.count));
  }
  const auto edge = movedBy(*anchor, e.amount, e.direction < 0 ? -1 : 1);
  if (!edge) return std::nullopt;
  DayRange range{*anchor, *edge - days(1)};
  if (e.direction < 0) range = {*edge, *anchor - days(1)};
  if (e.direction > 0) range = {*anchor + days(1), *edge};
  if (range.last < range.first) return std::nullopt;
  const bool rough = e.approximate || (unit != TimeUnit::day && e.parts.empty());
  return TimeValue(Period{.days = range, .unit = TimeUnit::days, .approximate = rough});
}

// ---- inside another ----

std::optional<TimeValue> Resolver::nthOf(const TimeExpression& e, const Period& whole) {
  const int n = e.n.value_or(1);
  const int count = std::max(e.count, 1);
  if (whole.unit == TimeUnit::day && e.bridged)
    return Period{.days = bridgedWeekend(whole.days.first), .unit = TimeUnit::days};
  if (whole.unit == TimeUnit::day && e.unit && !e.weekday) return periodOf(*e.unit, whole.days.first);
  Period first;
  if (e.weekday) {
    const Day begin = whole.days.first;
    const Day end = whole.days.last;
    const int ahead = (*e.weekday - int(time::isoWeekday(begin)) + 7) % 7;
    const int behind = (int(time::isoWeekday(end)) - *e.weekday + 7) % 7;
    first = n > 0 ? dayAt(begin + days(ahead + 7 * (n - 1))) : dayAt(end - days(behind + 7 * (-n - 1)));
  } else {
    const TimeUnit unit = e.unit.value_or(TimeUnit::day);
    first = n > 0 ? moved(firstInside(unit, whole.days, e.full), n - 1)
                  : moved(lastInside(unit, whole.days, e.full), n + 1 - (count - 1));
  }
  const Period last = moved(first, count - 1);
  if (!whole.days.overlaps(first.days) || !whole.days.overlaps(last.days)) {
    noteIfAsked([&] { return "there is no such part of " + edtf(whole).str(); });
    return std::nullopt;
  }
  return TimeValue(first, last);
}

std::optional<TimeValue> Resolver::nthValue(const TimeExpression& e) {
  std::optional<TimeValue> whole;
  if (!e.parts.empty()) {
    whole = value(e.parts.front());
  } else if (e.anchor == TimeAnchor::previous) { // "on the last day": of the days told before
    if (!context().reference || context().reference->days.days() < 2) return std::nullopt;
    whole = *context().reference;
  } else if (const auto anchor = anchorDay(e)) { // "the first three quarters" are this year's
    whole = periodOf(TimeUnit::year, *anchor);
  }
  if (!whole) return std::nullopt;
  auto result =
      nthOf(e, {.days = whole->days(), .unit = whole->single() ? whole->begin.unit : TimeUnit::days});
  if (result && e.part != TimePart::whole) result->begin.part = result->end.part = e.part;
  return result;
}

std::optional<Period> Resolver::inside(const TimeExpression& e, const Period& outer) {
  if (outer.unit == TimeUnit::week || outer.unit == TimeUnit::month || outer.unit == TimeUnit::year ||
      outer.unit == TimeUnit::day)
    return narrowed(e, outer);
  return std::nullopt;
}

std::optional<TimeValue> Resolver::withinValue(const TimeExpression& e) {
  if (e.parts.size() != 2) return std::nullopt;
  const TimeExpression& inner = e.parts[0];
  const auto outer = value(e.parts[1]);
  if (!outer || !outer->single()) return std::nullopt;
  if (inner.form == TimeForm::nth) {
    // "The last week of March of that year": of its March.
    const bool month = !inner.parts.empty() && leansOnContext(inner.parts.front());
    const auto whole = month ? narrowed(inner.parts.front(), outer->begin) : std::optional(outer->begin);
    return whole ? nthOf(inner, *whole) : std::nullopt;
  }
  if (inner.form == TimeForm::range && inner.parts.size() == 2) {
    const auto begin = inside(inner.parts[0], outer->begin);
    const auto end = inside(inner.parts[1], outer->begin);
    return begin && end ? std::optional(TimeValue(*begin, *end)) : std::nullopt;
  }
  const auto period = inside(inner, outer->begin);
  return period ? std::optional<TimeValue>(*period) : std::nullopt;
}

// ---- ranges ----

/// What is told once holds for both ends: "10 August – 12 September 2013".
void shareFields(TimeExpression& begin, TimeExpression& end) {
  if (begin.form != TimeForm::date || end.form != TimeForm::date) return;
  if (!leansOnContext(begin) || begin.which) return;
  if (!begin.month && begin.day && end.month) begin.month = end.month;
  if (!begin.year && end.year && (begin.month || begin.season || begin.quarter || begin.half)) {
    begin.year = end.year;
    if (begin.month && end.month && *begin.month > *end.month) begin.year = *end.year - 1;
  }
}

/// "Now" as an end of a range is the day of writing.
std::optional<TimeValue> Resolver::rangeBegin(const TimeExpression& e) {
  if (e.form != TimeForm::vague || e.direction != 0) return value(e);
  answer.relative = true;
  return written() ? std::optional<TimeValue>(dayAt(*written())) : std::nullopt;
}

std::optional<TimeValue> Resolver::rangeEnd(const TimeExpression& e, const Period& begin) {
  if (e.form == TimeForm::vague) return rangeBegin(e);
  if (!leansOnContext(e) || e.which) return value(e);
  const auto options = candidates(e, begin.days.first);
  const auto at = std::find_if(options.begin(), options.end(),
                               [&](const Period& p) { return p.days.last >= begin.days.first; });
  return at == options.end() ? std::nullopt : std::optional<TimeValue>(*at);
}

std::optional<TimeValue> Resolver::rangeValue(const TimeExpression& e) {
  if (e.parts.size() != 2) return std::nullopt;
  TimeExpression begin = e.parts[0];
  TimeExpression end = e.parts[1];
  shareFields(begin, end);
  auto first = rangeBegin(begin);
  if (!first) return std::nullopt;
  auto last = rangeEnd(end, first->begin);
  if (!last) return std::nullopt;
  if (last->end.days.last < first->begin.days.first && leansOnContext(begin) && hasYearPart(begin))
    first = narrowed(begin, yearPeriod(yearOf(last->end) - (begin.month > end.month ? 1 : 0)));
  if (!first || last->end.days.last < first->begin.days.first) {
    note("the range ends before it begins");
    return std::nullopt;
  }
  const TimeValue range(first->begin, last->end);
  return underWay(begin, end, range).value_or(range);
}

/// "It will run from May to September", said in August, is under way, not next year's.
std::optional<TimeValue> Resolver::underWay(const TimeExpression& begin, const TimeExpression& end,
                                            const TimeValue& range) {
  if (!leansOnContext(begin) || !leansOnContext(end) || begin.which || !hasYearPart(begin))
    return std::nullopt;
  if (context().outlook != Outlook::ahead || !written() || context().year) return std::nullopt;
  const auto first = narrowed(begin, yearPeriod(yearOf(range.begin) - 1));
  const auto last = first ? rangeEnd(end, *first) : std::nullopt;
  if (!last || last->end.days.last < *written()) return std::nullopt;
  return TimeValue(*first, last->end);
}

} // namespace

TimeAnswer resolve(const TimeExpression& expression, const TimeContext& context) {
  Resolver resolver(context);
  resolver.answer.value = resolver.value(expression);
  if (resolver.answer.value && !isWritable(*resolver.answer.value)) resolver.answer.value.reset();
  if (context.explained && resolver.answer.why.empty()) resolver.answer.why = "as written";
  return std::move(resolver.answer);
}

} // namespace demarche::extract
