// SPDX-License-Identifier: Apache-2.0
#include "core/extract/written/candidates.h"

#include "core/extract/written/offices.h"
#include "core/time/calendar.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <set>

namespace demarche::extract {
namespace {

using model::WrittenBasis;
using std::chrono::days;
using time::Day;
using time::DayRange;
using time::Edtf;

/// News is written within so many days of the last thing it tells, when nothing else is known; …
constexpr days newsAge{10};
/// … and within so many of the last day told with its month, when nearer ones are told by weekday alone.
constexpr days newsAgeBesideWeekdays{30};
/// A pair may move the day of writing so far from the last thing told.
constexpr days pairReach{14};
/// A time longer than this says too little of when the text was written.
constexpr int longestTold = 31;
/// From so many days on a time is a month rather than some days of one.
constexpr int monthLike = 8;
/// Officials of the two countries have met since this year.
constexpr int oldestYear = 1971;
constexpr int longestTerm = 15;
/// "As of 2018" says too little, as of a season is enough.
constexpr int longestAsOf = 100;
constexpr int monthsOfYear = 12;
/// Anniversaries of so many years are told on their day.
constexpr int longSpan = 10;

/// The days between the latest told as past and the first expected, at the latest `limit`.
struct Window {
  DayRange days;
  Day latest;              ///< told as past
  std::vector<Pair> pairs; ///< that hang on the day of writing
  bool operator==(const Window&) const = default;
};

class Proposer {
 public:
  Proposer(const Evidence& evidence, PairJudge& pairs, TrialDates& dates)
      : m_evidence(evidence), m_pairs(pairs), m_dates(dates) {}

  std::vector<Candidate> all(const YearFilter& mayWin) {
    if (m_evidence.stated) m_all.push_back(statedBy(m_evidence));
    for (const int step : {-monthsOfYear, monthsOfYear})
      if (m_evidence.stated && !m_evidence.storedStamp && contradicted(*m_evidence.stated))
        mistyped(time::addMonths(*m_evidence.stated, step));
    // Seen from December, "January 7" is next week; so each year is looked at from several of its days.
    const bool daysOnly = m_evidence.hasDayOnly();
    const unsigned step = daysOnly ? 1 : 3;
    for (const int year : years()) {
      if (!mayWin(year)) continue;
      fromHead(year);
      fromPairs(year);
      fromAnniversaries(year);
      fromYearsAgoToday(year);
      for (unsigned month = step; month <= 12; month += step) {
        const Day limit = capped(time::monthRange(year, month).last);
        if (const auto found = window(limit, daysOnly)) add(*found);
        if (limit < time::monthRange(year, month).last) break;
      }
    }
    return std::move(m_all);
  }

 private:
  [[nodiscard]] Day capped(Day day) const {
    return m_evidence.stated ? std::min(day, *m_evidence.stated) : day; // not after the page was saved
  }

  [[nodiscard]] std::optional<DayRange> boundsOf(const std::vector<DatedMark>& times,
                                                 const TimeMark* mark) const {
    return times[indexOf(mark)].days;
  }

  [[nodiscard]] std::size_t indexOf(const TimeMark* mark) const {
    return std::size_t(mark - m_evidence.marks.data());
  }

  /// What the mark means by itself in a text written on that day.
  [[nodiscard]] DatedMark alone(const TimeMark& mark, Day written) {
    m_dates.suppose(written, indexOf(&mark), 1, m_alone);
    return m_alone.front();
  }

  /// Years told, the stamp's, and those in which nearly as many of the people named were in office as in any.
  [[nodiscard]] std::set<int> years() const {
    std::set<int> years;
    if (m_evidence.stated)
      years.insert({time::yearOf(*m_evidence.stated), time::yearOf(*m_evidence.stated) - 1});
    for (const DayRange gathering : m_evidence.gatherings)
      years.insert(time::yearOf(gathering.first));
    if (m_evidence.within) years.insert(time::yearOf(m_evidence.within->first));
    if (m_evidence.latestYear) years.insert({*m_evidence.latestYear, *m_evidence.latestYear + 1});
    const int last = horizon();
    const std::vector<int> inOffice = peopleInOffice(last);
    const int most = *std::max_element(inOffice.begin(), inOffice.end());
    for (const Tenure& tenure : m_evidence.tenures)
      for (const language::PersonId person : tenure.people)
        for (const language::Term& term : (*m_evidence.gazetteer)[person].terms)
          if (term.from) years.insert(time::yearOf(*term.from + days(tenure.days)));
    for (const OfficeChange& change : m_evidence.changes)
      for (const language::PersonId person : change.who->people)
        for (const language::Term& term : (*m_evidence.gazetteer)[person].terms)
          if (const auto day = change.begins ? term.from : term.to) years.insert(time::yearOf(*day));
    for (const int span : m_evidence.spans)
      for (const int year : m_evidence.years)
        if (span >= longSpan && year + span <= last) years.insert(year + span);
    // A date with its weekday fits one year in five or six; an obituary names nobody who is in office.
    for (const Pair& pair : m_evidence.pairs) {
      const TimeExpression& date = pair.mark->expression;
      if (!date.month || !date.day || !date.weekday) continue;
      for (int year = m_evidence.latestYear.value_or(oldestYear); year <= last; ++year) {
        const auto day = time::civilDay(year, unsigned(*date.month), unsigned(std::max(0, *date.day)));
        if (day && int(time::isoWeekday(*day)) == *date.weekday) years.insert(year);
      }
    }
    for (int year = oldestYear; year <= last && most > 0; ++year)
      if (inOffice[std::size_t(year - oldestYear)] * 4 >= most * 3) years.insert(year);
    // What is told as past was.
    if (m_evidence.latestYear) years.erase(years.begin(), years.lower_bound(*m_evidence.latestYear));
    return years;
  }

  /// The year of the last change of office that is known: beyond it, who is "still in office" says nothing.
  [[nodiscard]] int horizon() const {
    const auto last = m_evidence.gazetteer->lastAppointment();
    return std::max(oldestYear, last ? time::yearOf(*last) : oldestYear) + 1;
  }

  /// For each year from the oldest on, how many of those named were in office; beyond `last`, too, as long as
  /// a term may run.
  [[nodiscard]] std::vector<int> peopleInOffice(int last) const {
    std::vector<int> people(std::size_t(last + longestTerm - oldestYear + 1));
    std::vector<char> held(people.size());
    for (const Named& titled : m_evidence.people) {
      std::fill(held.begin(), held.end(), false);
      for (const language::PersonId person : titled.mention->people)
        addYears((*m_evidence.gazetteer)[person].terms, *titled.mention, held);
      for (std::size_t year = 0; year < held.size(); ++year)
        people[year] += held[year];
    }
    return people;
  }

  /// Of the title that the text gives; of any office, when the gazetteer does not know it of the person.
  void addYears(const std::vector<language::Term>& terms, const Mention& titled,
                std::vector<char>& held) const {
    const auto ofTitle = [&](const language::Term& term) {
      return isOfTitle(*m_evidence.gazetteer, term, titled);
    };
    const bool known = std::any_of(terms.begin(), terms.end(), ofTitle);
    for (const language::Term& term : terms) {
      if (!term.from || (known && !ofTitle(term))) continue;
      const int first = std::max(oldestYear, time::yearOf(*term.from));
      const int last = std::min(term.to ? time::yearOf(*term.to) : first + longestTerm, first + longestTerm);
      for (int year = first; year <= last; ++year)
        held[std::size_t(year - oldestYear)] = true;
    }
  }

  [[nodiscard]] bool contradicted(Day day) const {
    return std::any_of(m_evidence.pairs.begin(), m_evidence.pairs.end(),
                       [&](const Pair& pair) { return !m_pairs.agrees(pair, day); });
  }

  /// The stamp with the year beside it.
  void mistyped(Day day) {
    add({Edtf::day(day), day, WrittenBasis::inferred,
         fmt::format("Its year seems mistyped: weekdays and offices fit {}.", time::isoDay(day))});
  }

  void fromHead(int year) {
    const auto propose = [&](const TimeMark& mark, Day around, WrittenBasis basis, std::string_view words) {
      const auto when = alone(mark, around).days;
      if (when && when->days() == 1 && time::yearOf(when->first) == year)
        add({Edtf::day(when->last), when->last, basis,
             fmt::format("{} {}.", words, time::isoDay(when->last))});
    };
    const Day yearEnd = *time::civilDay(year, 12, 31);
    const auto everyMonth = [&](const TimeMark& mark, WrittenBasis basis, std::string_view words) {
      if (yearless(mark) != Yearless::day) return propose(mark, yearEnd, basis, words);
      for (unsigned month = 1; month <= 12; ++month)
        propose(mark, time::monthRange(year, month).last, basis, words);
    };
    if (m_evidence.heading != nullptr)
      everyMonth(*m_evidence.heading, WrittenBasis::dateline, "The text opens under");
    if (m_evidence.asOf != nullptr) asOf(*m_evidence.asOf, yearEnd);
    if (m_evidence.cited != nullptr)
      everyMonth(*m_evidence.cited, WrittenBasis::inferred, "The text opens with a report of");
  }

  /// "Half a century since July 9, 1971" is written around that day.
  void fromAnniversaries(int year) {
    for (const Day day : m_evidence.anniversariesIn(year))
      if (capped(day + newsAge) == day + newsAge) add(Window{{day - newsAge, day + newsAge}, day, {}});
  }

  /// "Fifty years ago today" is written on the day on which something it tells comes round.
  void fromYearsAgoToday(int year) {
    if (m_evidence.yearsAgoToday.empty()) return;
    m_dates.suppose(*time::civilDay(year, 12, 31), m_times);
    for (const Told& told : m_evidence.told) {
      const DatedMark& time = m_times[indexOf(told.mark)];
      if (told.ahead || time.relative || !time.days || time.days->days() > 1) continue;
      for (const int years : m_evidence.yearsAgoToday) {
        const Day day = time::addMonths(time.days->first, monthsOfYear * years);
        if (time::yearOf(day) == year && capped(day) == day)
          add({Edtf::day(day), day, WrittenBasis::inferred,
               fmt::format("What it tells of {} was {} years ago on the day of writing.",
                           time::isoDay(time.days->first), years)});
      }
    }
  }

  void asOf(const TimeMark& mark, Day around) {
    const Edtf date = resolveTimes({&mark, 1}, Edtf::day(around)).front().date;
    const auto when = date.bounds();
    if (when && when->days() <= longestAsOf && when->last <= capped(when->last))
      add({date, when->last, WrittenBasis::inferred,
           fmt::format("The text says what it tells as of {}.", date.str())});
  }

  /// The days around a date that is told with its weekday.
  void fromPairs(int year) {
    for (const Pair& pair : m_evidence.pairs) {
      const TimeMark& mark = pair.other != nullptr && pair.other->expression.day ? *pair.other : *pair.mark;
      std::vector<Day> around{*time::civilDay(year, 1, 1), *time::civilDay(year, 6, 30),
                              *time::civilDay(year, 12, 31)};
      if (!mark.expression.month)
        for (unsigned month = 2; month < 12; ++month)
          around.push_back(time::monthRange(year, month).last);
      for (const Day near : around) {
        const DatedMark told = alone(mark, near);
        const auto when = told.days;
        if (!when || when->days() > 1 || time::yearOf(when->first) != year || told.disagrees) continue;
        const bool fromNow = pair.mark->expression.unit == TimeUnit::day ||
                             (pair.other != nullptr && pair.other->expression.unit == TimeUnit::day);
        const bool ahead = mark.outlook == Outlook::ahead;
        Window window{{when->first, when->first}, when->first, {pair}};
        if (ahead || fromNow) window.days.first -= newsAge;
        if (!ahead || fromNow) window.days.last += newsAge;
        window.days.last = capped(window.days.last);
        if (window.days.first <= window.days.last) add(window);
      }
    }
  }

  void add(Candidate candidate) {
    if (!isProposed(candidate.date)) m_all.push_back(std::move(candidate));
  }

  [[nodiscard]] bool isProposed(const Edtf& date) const {
    return std::any_of(m_all.begin(), m_all.end(),
                       [&](const Candidate& candidate) { return candidate.date == date; });
  }

  /// "Yesterday" says nothing before the day of writing is known; a day without a month only if it is asked
  /// month by month.
  [[nodiscard]] bool counts(const Told& told, const DatedMark& time, bool daysOnly) const {
    if (told.ahead || told.mark->expression.relation == TimeRelation::until) return false;
    switch (yearless(*told.mark)) {
    case Yearless::month:
    case Yearless::monthDay:
      return true;
    case Yearless::day:
      return daysOnly || !time.relative;
    case Yearless::no:
      return told.mark->expression.absolute() || isOfThisYear(*told.mark);
    }
    return false;
  }

  [[nodiscard]] std::optional<Window> window(Day limit, bool daysOnly) {
    m_dates.suppose(limit, m_times);
    const std::vector<DatedMark>& times = m_times;
    std::optional<DayRange> latest;
    bool dayAlone = false;
    for (const Told& told : m_evidence.told) {
      const DatedMark& time = times[indexOf(told.mark)];
      if (!counts(told, time, daysOnly)) continue;
      const auto& when = time.days;
      if (!when || when->days() > longestTold || when->first > limit) continue;
      // A month says less than a day within it.
      if (latest && when->first <= latest->last &&
          (when->last <= latest->last || when->days() > latest->days()))
        continue;
      latest = when;
      dayAlone = time.relative && yearless(*told.mark) == Yearless::day;
    }
    constexpr days longAgo{366};
    if (!latest || latest->last + longAgo < limit)
      if (auto preview = beforeExpected(times, limit)) return preview;
    if (!latest) return std::nullopt;
    const bool head = m_evidence.heading != nullptr && boundsOf(times, m_evidence.heading) == latest;
    const days age = m_evidence.bareWeekdays && !dayAlone && !head ? newsAgeBesideWeekdays : newsAge;
    DayRange range{latest->days() >= monthLike ? latest->first : latest->last, latest->last + age};
    if (m_evidence.yearFromNow && time::yearOf(range.last) < time::yearOf(limit))
      range = {*time::civilDay(time::yearOf(limit), 1, 1), limit};
    range.last = capped(std::min(range.last, firstExpected(times, range.first)));
    if (range.first > range.last) return std::nullopt;
    if (m_evidence.lastWeekend) {
      const DayRange week = weekAfterWeekend(times, range);
      range = {std::max(range.first, week.first), std::min(range.last, week.last)};
    }
    // A dateline is the day.
    if (m_evidence.heading != nullptr)
      if (const auto day = alone(*m_evidence.heading, range.last).days;
          day && day->days() == 1 && range.overlaps(*day))
        range = *day;
    Window window{range, latest->last, {}};
    for (const Pair& pair : m_evidence.pairs)
      if (times[indexOf(pair.mark)].relative) window.pairs.push_back(pair);
    return window;
  }

  /// "On September 16 and 17 … over the weekend": in the week after it, if `range` has days of that; else
  /// `range`.
  [[nodiscard]] DayRange weekAfterWeekend(const std::vector<DatedMark>& times, DayRange range) const {
    constexpr unsigned saturday = 6;
    for (const Told& told : m_evidence.told) {
      const auto when = boundsOf(times, told.mark);
      if (told.ahead || yearless(*told.mark) != Yearless::monthDay || !when || when->days() != 2 ||
          time::isoWeekday(when->first) != saturday)
        continue;
      const DayRange week{when->last + days(1), when->last + days(7)};
      if (week.overlaps(range)) return week;
    }
    return range;
  }

  /// A preview tells nothing that is past.
  [[nodiscard]] std::optional<Window> beforeExpected(const std::vector<DatedMark>& times, Day limit) const {
    const Day expected = firstExpected(times, limit - days(366));
    if (expected == Day::max() || expected > limit + days(92)) return std::nullopt;
    Window window{{expected - newsAge, expected}, expected - newsAge, m_evidence.pairs};
    return capped(window.days.last) < window.days.last ? std::nullopt : std::optional(window);
  }

  /// The day by which the text was written, since it still expects what was to come then.
  [[nodiscard]] Day firstExpected(const std::vector<DatedMark>& times, Day first) const {
    Day expected = Day::max();
    for (const Told& told : m_evidence.told) {
      if (!told.ahead || yearless(*told.mark) == Yearless::day ||
          told.mark->expression.anchor == TimeAnchor::previous)
        continue;
      const auto when = boundsOf(times, told.mark);
      if (!when || when->first <= first) continue;
      expected = std::min(expected, told.mark->expression.season ? when->first - days(1) : when->last);
    }
    return expected;
  }

  /// Some days of the window, or just behind it, may fit the pairs better than others.
  [[nodiscard]] DayRange narrowed(const Window& window) const {
    const DayRange range = window.days;
    if (window.pairs.empty()) return range;
    const Day last = capped(std::max(range.last, range.first + pairReach));
    std::ptrdiff_t most = 0;
    std::optional<DayRange> best;
    for (Day day = range.first; day <= last; day += days(1)) {
      const auto fits = [&](const Pair& pair) { return m_pairs.agrees(pair, day); };
      const std::ptrdiff_t agree = std::count_if(window.pairs.begin(), window.pairs.end(), fits);
      if (agree > most) {
        most = agree;
        best = DayRange{day, day};
      } else if (best && agree == most && best->last + days(1) == day) {
        best->last = day;
      }
    }
    if (!best) return range;
    const DayRange shared{std::max(best->first, range.first), std::min(best->last, range.last)};
    return shared.first <= shared.last ? shared : *best;
  }

  void add(const Window& window) {
    // Most months show what another has shown.
    if (std::find(m_windows.begin(), m_windows.end(), window) != m_windows.end()) return;
    m_windows.push_back(window);
    const DayRange range = narrowed(window);
    if (isProposed(Edtf::days(range))) return;
    add({Edtf::days(range), range.last, WrittenBasis::inferred,
         range.days() == 1
             ? fmt::format("The text looks back to {}, and what it says of days and weekdays fits {}.",
                           time::isoDay(window.latest), time::isoDay(range.first))
             : fmt::format("The text looks back to {} and was written between {} and {}, as the offices of "
                           "those it names and what it still expects tell.",
                           time::isoDay(window.latest), time::isoDay(range.first),
                           time::isoDay(range.last))});
  }

  const Evidence& m_evidence;
  PairJudge& m_pairs;
  TrialDates& m_dates;
  std::vector<DatedMark> m_times; ///< had the text been written on the limit at hand
  std::vector<DatedMark> m_alone;
  std::vector<Window> m_windows; ///< that were looked at
  std::vector<Candidate> m_all;
};

} // namespace

Candidate statedBy(const Evidence& evidence) {
  return {Edtf::day(*evidence.stated), *evidence.stated, WrittenBasis::stated,
          fmt::format("The page says {}, and the text agrees.", time::isoDay(*evidence.stated))};
}

std::vector<Candidate> candidatesFor(const Evidence& evidence, PairJudge& pairs, TrialDates& dates,
                                     const YearFilter& mayWin) {
  return Proposer(evidence, pairs, dates).all(mayWin);
}

} // namespace demarche::extract
