// SPDX-License-Identifier: Apache-2.0
#include "core/extract/written/weighing.h"

#include "core/extract/written/offices.h"
#include "core/time/calendar.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace demarche::extract {

using std::chrono::days;
using time::Day;
using time::DayRange;

namespace {

constexpr double impossible = -1000;
// What the evidence says for a day at most, one by one and together.
constexpr double latest = 3, latestMonth = 1;
constexpr double onTime = 1, inMonth = 0.3, inSeason = 0.5, mostOfPlans = 2;
constexpr double withTitle = 1, withoutTitle = 0.15, mostOfTitles = 4;
constexpr double heldThen = 0.2, mostOfPast = 1, justBegan = 2, mostOfFresh = 3;
constexpr double firmly = 3, loosely = 1.5, mostOfPairs = 6;
constexpr double coincides = 0.8, mostOfCoincidences = 1.6;
constexpr double decadesAgo = 1.5, yearsAgo = 1, roughlyAgo = 0.5, mostOfReckoning = 3, anniversary = 0.5;
constexpr double agoToday = 4, lastAgoToday = 1;
constexpr double weekdayOfLead = 1, heading = 1, within = 3, asOf = 2;
constexpr double soLong = 2, mostOfTenures = 3, changed = 2, mostOfChanges = 4;
constexpr double gathered = 1.3, mostOfGatherings = 2;
constexpr double nextYear = 0.8, mistyped = 0.5;
/// Within so many days of its day a stamp says the same.
constexpr days besideStamp{3};
/// A distance of so many years is told of their day.
constexpr int longSpan = 10;
/// What a year tells may be written so many days after its end.
constexpr days afterYear{31};

} // namespace

Weighing::Weighing(const Evidence& evidence, PairJudge& pairs, TrialDates& dates, Day around)
    : m_evidence(evidence), m_pairs(pairs), m_dates(dates) {
  suppose(around);
  m_topical = topical();
  m_mostOfTimes = mostOfTimes();
}

double Weighing::most(const Candidate& candidate) {
  if (!isPossible(candidate)) return impossible;
  take(candidate);
  return m_mostOfTimes + people(Known::day) + pairs(Known::day) + reckoning() + headed(Known::day) +
         tenures() + gatherings() + latestYear() + stamp();
}

double Weighing::fit(const Candidate& candidate) {
  if (!isPossible(candidate)) return impossible;
  take(candidate);
  suppose(m_day);
  return recency() + strayed() + plans() + people(Known::times) + pairs(Known::times) + coincidences() +
         reckoning() + yearsAgoToday() + otherMonths() + headed(Known::times) + tenures() + officeChanges() +
         gatherings() + latestYear() + stamp();
}

double Weighing::mostIn(int year) const {
  double pairs = 0;
  for (const Pair& pair : m_evidence.pairs)
    pairs += isFirm(pair) ? firmly : loosely;
  double reckoned = roughlyAgo * double(m_evidence.roughSpans.size());
  for (const int years : m_evidence.spans)
    reckoned += years >= longSpan ? decadesAgo : yearsAgo;
  return m_mostOfTimes + people(Known::nothing) + std::min(pairs, mostOfPairs) +
         std::min(reckoned, mostOfReckoning) + (m_evidence.spans.empty() ? 0 : anniversary) +
         (m_evidence.leadWeekday != nullptr ? weekdayOfLead : 0) +
         (m_evidence.heading != nullptr ? heading : 0) + (m_evidence.within ? within : 0) +
         (m_evidence.asOf != nullptr ? asOf : 0) +
         std::min(soLong * double(m_evidence.tenures.size()), mostOfTenures) +
         std::min(gathered * double(m_evidence.gatherings.size()), mostOfGatherings) +
         (m_evidence.latestYear ? nextYear : 0) + mostOfStamp(year);
}

bool Weighing::isUnquestioned(const Candidate& page) {
  take(page);
  suppose(m_day);
  // What the text would say for some other day and does not say for this.
  const double missing = m_mostRecent - recency() + people(Known::nothing) - people(Known::times) +
                         std::min(gathered * double(m_evidence.gatherings.size()), mostOfGatherings) -
                         gatherings() + (m_evidence.latestYear ? nextYear - latestYear() : 0) +
                         (m_evidence.yearsAgoToday.empty() ? 0 : agoToday - yearsAgoToday());
  const double against = strayed() + otherMonths() + std::min(plans(), 0.0) +
                         std::min(headed(Known::times), 0.0) + std::min(tenures(), 0.0) +
                         std::min(officeChanges(), 0.0);
  const auto agrees = [&](const Pair& pair) { return m_pairs.agrees(pair, m_day); };
  return missing - against < stamp() && std::all_of(m_evidence.pairs.begin(), m_evidence.pairs.end(), agrees);
}

bool Weighing::isPossible(const Candidate& candidate) const {
  return !m_evidence.stated || candidate.day <= *m_evidence.stated + days(1) || isMistyped(candidate.day);
}

void Weighing::suppose(Day day) {
  if (m_supposed != day) m_dates.suppose(day, m_times);
  m_supposed = day;
}

void Weighing::take(const Candidate& candidate) {
  m_day = candidate.day;
  m_first = candidate.date.bounds()->first;
}

/// What recency, plans, coincidences, changes of office and what was years ago today come to at most, on
/// whatever day; the rest that hangs on times only speaks against a day.
double Weighing::mostOfTimes() {
  bool anyDay = false, anyMonth = false;
  double planned = 0;
  for (const Told& told : m_evidence.told) {
    const Yearless what = yearless(*told.mark);
    if (told.ahead)
      planned += (what == Yearless::monthDay ? onTime : what == Yearless::month ? inMonth : 0) + inSeason;
    anyDay |= !told.ahead && what == Yearless::monthDay;
    anyMonth |= !told.ahead && what == Yearless::month;
  }
  const auto isOpen = [&](const OfficeChange& change) { return timeOf(change.when).relative; };
  m_mostRecent = m_topical * (anyDay ? latest : anyMonth ? latestMonth : 0);
  return m_mostRecent + std::min(planned, mostOfPlans) +
         std::min(coincides * double(m_evidence.coincidences.size()), mostOfCoincidences) +
         std::min(changed *
                      double(std::count_if(m_evidence.changes.begin(), m_evidence.changes.end(), isOpen)),
                  mostOfChanges) +
         (m_evidence.yearsAgoToday.empty() ? 0 : agoToday + lastAgoToday);
}

const DatedMark& Weighing::timeOf(const TimeMark* mark) const {
  return m_times[std::size_t(mark - m_evidence.marks.data())];
}

/// A mark whose date hangs on the day of writing and that names a month; not one that a year told before it
/// settles, as in a chronicle.
bool Weighing::hangs(const Told& told, Yearless what) const {
  return !told.ahead && yearless(*told.mark) == what && timeOf(told.mark).relative;
}

/// How near the latest thing told without a year lies: a text is rarely much older than its last news.
/// Where most times have their year told, that says little.
double Weighing::recency() const {
  bool anyDay = false;
  for (const Told& told : m_evidence.told)
    anyDay |= hangs(told, Yearless::monthDay);
  int closest = std::numeric_limits<int>::max();
  for (const Told& told : m_evidence.told) {
    if (!hangs(told, Yearless::monthDay) && !hangs(told, Yearless::month)) continue;
    const auto when = timeOf(told.mark).days;
    // Of the month in which one writes one says "this month".
    const bool own = hangs(told, Yearless::month) && when && when->contains(m_day) && when->contains(m_first);
    if (when && when->first <= m_day && !own)
      closest = std::min(closest, std::max(0, int((m_first - when->last).count())));
  }
  if (closest == std::numeric_limits<int>::max()) return besideFullDays();
  if (!anyDay)
    return m_topical * (closest <= 45 ? latestMonth : closest <= 90 ? 0.7 : closest <= 150 ? 0.3 : -1);
  // The news itself is told by weekdays or days of the month; what names its month is older.
  if (m_evidence.bareWeekdays || m_evidence.hasDayOnly()) closest -= 31;
  return m_topical * (closest <= 14    ? latest
                      : closest <= 45  ? 2
                      : closest <= 90  ? 1
                      : closest <= 150 ? 0
                                       : -3);
}

/// Beside a day told with its month and year, a day of the month alone is of those weeks.
double Weighing::besideFullDays() const {
  constexpr int weeks = 45; // days
  bool dayOnly = false;
  int closest = std::numeric_limits<int>::max();
  for (const Told& told : m_evidence.told) {
    const DatedMark& time = timeOf(told.mark);
    dayOnly |= !told.ahead && yearless(*told.mark) == Yearless::day && time.days &&
               time.days->last + days(weeks) > m_first;
    if (!told.ahead && told.mark->expression.absolute() && time.days && time.days->days() == 1 &&
        time.days->first <= m_day)
      closest = std::min(closest, int((m_first - time.days->last).count()));
  }
  return dayOnly && closest != std::numeric_limits<int>::max() && closest > weeks ? -2 : 0;
}

/// 1 when the text leaves out the years, as news does; near 0 when it tells of other years than its own.
double Weighing::topical() const {
  int hanging = 0, settled = 0;
  for (const Told& told : m_evidence.told) {
    const DatedMark& time = timeOf(told.mark);
    if (!time.days) continue;
    if (time.relative && yearless(*told.mark) != Yearless::no) ++hanging;
    if (!time.relative) ++settled;
  }
  return hanging == 0 ? 0 : std::min(1.0, 2.0 * hanging / (hanging + settled));
}

/// A day without its year is rarely told of most of a year ago, and what is told as past is not still to
/// come.
double Weighing::strayed() const {
  constexpr int mostOfAYear = 240;
  double fit = 0;
  for (const Told& told : m_evidence.told) {
    const auto when = timeOf(told.mark).days;
    if (told.ahead || !when) continue;
    const auto since = (m_day - when->last).count();
    if (hangs(told, Yearless::monthDay) && since > mostOfAYear) fit -= 0.7;
    if (hangs(told, Yearless::month) && since > mostOfAYear) fit -= 0.4;
    if (when->first <= m_day + days(1)) continue;
    if (isOfThisYear(*told.mark))
      fit -= 1.5;
    else if (told.mark->outlook == Outlook::back)
      fit -= 0.7;
    else if (yearless(*told.mark) != Yearless::no)
      fit -= 0.4;
  }
  return std::max(fit, -3.0);
}

/// Who tells days without their month leaves out the month he writes in: months that he names are others.
double Weighing::otherMonths() const {
  bool dayOnly = false, named = false;
  for (const Told& told : m_evidence.told) {
    dayOnly |= hangs(told, Yearless::day);
    const auto when = timeOf(told.mark).days;
    named |= (hangs(told, Yearless::monthDay) || hangs(told, Yearless::month)) && when &&
             when->days() <= 31 && time::monthOf(when->first) == time::monthOf(m_day);
  }
  // Nor does he name by its number the month that he calls the last: 上月30日……, 1月26日…….
  const auto stepTo = [&](int step) {
    const auto month = time::addMonths(m_day, step);
    const bool called = std::any_of(m_evidence.told.begin(), m_evidence.told.end(),
                                    [&](const Told& told) { return dayOfMonthFromNow(*told.mark) == step; });
    return called && std::any_of(m_evidence.told.begin(), m_evidence.told.end(), [&](const Told& told) {
             const auto when = timeOf(told.mark).days;
             return hangs(told, Yearless::monthDay) && when && when->days() <= 2 &&
                    time::monthOf(when->first) == time::monthOf(month);
           });
  };
  // A day that the month, or February of the year, does not have.
  const bool none = std::any_of(m_evidence.told.begin(), m_evidence.told.end(), [&](const Told& told) {
    const bool meant = dayOfMonthFromNow(*told.mark) || yearless(*told.mark) == Yearless::monthDay ||
                       isOfThisYear(*told.mark);
    return meant && !timeOf(told.mark).days;
  });
  return (dayOnly && named ? -0.3 : 0) + (stepTo(-1) ? -1.5 : 0) + (none ? -3 : 0);
}

/// Plans lie ahead, and not by nearly a year; a season still to come has hardly begun.
double Weighing::plans() const {
  double fit = 0;
  for (const Told& told : m_evidence.told) {
    if (!told.ahead) continue;
    const auto when = timeOf(told.mark).days;
    if (!when) continue;
    const auto until = (when->first - m_day).count();
    if (yearless(*told.mark) == Yearless::monthDay)
      fit += until > 250           ? -1.5
             : until > 120         ? 0
             : until > 45          ? 0.5
             : until > 14          ? 0.8
             : when->last >= m_day ? onTime
                                   : -0.5;
    if (yearless(*told.mark) == Yearless::month)
      fit += until > 300 ? -0.8 : when->last >= m_day ? inMonth : -0.3;
    if (told.mark->expression.season && !told.mark->expression.year && !told.mark->expression.which)
      fit += m_day > when->first + days(30) && m_day <= when->last ? -2.5 : inSeason;
  }
  return std::clamp(fit, -4.0, mostOfPlans);
}

/// Those named with a title held it then: on the day of their sentence, or when the text was written.
double Weighing::people(Known known) const {
  double past = 0, fresh = 0;
  double held = 0, named = 0;
  for (const Named& titled : m_evidence.people) {
    // Who is named without a title may have held his office before, or hold it later.
    const double weight = titled.mention->offices.empty() ? withoutTitle : withTitle;
    const auto own = titled.time != nullptr ? timeOf(titled.time).days : std::nullopt;
    const bool settled = own && !timeOf(titled.time).relative;
    const bool open = titled.time == nullptr
                          ? known == Known::nothing
                          : known != Known::times && !(settled && titled.time->expression.absolute());
    if (open) {
      past += titled.time != nullptr && weight == withTitle ? heldThen : 0;
      fresh += titled.mention->incoming ? justBegan : 0;
      named += weight;
      held += weight;
      continue;
    }
    const auto office = inOffice(*m_evidence.gazetteer, *titled.mention,
                                 own ? *own : DayRange{m_day - days(20), m_day + days(20)});
    if (!office) continue;
    if (titled.mention->incoming && *office)
      fresh += hasJustBegun(*m_evidence.gazetteer, *titled.mention, m_day) ? justBegan : -1.5;
    if (settled) {
      past += titled.mention->offices.empty() ? 0 : *office ? heldThen : -0.7;
    } else {
      named += weight;
      held += *office ? weight : 0;
    }
  }
  // From so many on the share alone counts.
  const double share = named == 0 ? 0 : 2 * held / named - 1;
  return std::clamp(past, -2.0, mostOfPast) + std::clamp(fresh, -2.0, mostOfFresh) +
         share * std::min(named, mostOfTitles);
}

/// Weekdays are told of the days around; a month later nobody remembers them.
double Weighing::nearness(const Pair& pair) const {
  const auto when = timeOf(pair.other != nullptr ? pair.other : pair.mark).days;
  if (!when) return 1;
  const auto away = std::max({int((m_first - when->last).count()), int((when->first - m_day).count()), 0});
  return away <= 7 ? 1 : away <= 14 ? 0.8 : away <= 40 ? 0.5 : 0.3;
}

bool Weighing::isFirm(const Pair& pair) {
  const auto tells = [&](const TimeMark* mark) {
    return mark != nullptr &&
           (mark->expression.month || mark->expression.toldDay || mark->expression.unit == TimeUnit::day);
  };
  return tells(pair.mark) || tells(pair.other);
}

double Weighing::pairs(Known known) {
  double fit = 0;
  for (const Pair& pair : m_evidence.pairs) {
    if (known == Known::times && !timeOf(pair.mark).relative) continue; // told before: settled
    const bool firm = isFirm(pair);
    if (m_pairs.agrees(pair, m_day))
      fit += (firm ? firmly : loosely) * (known == Known::times ? nearness(pair) : 1);
    else if (known == Known::times)
      fit += firm ? -4 : -2.5;
  }
  return std::clamp(fit, -8.0, mostOfPairs);
}

/// Times that may be the same, and are: "leaves next Tuesday … September 22 to 25".
double Weighing::coincidences() {
  // A weekday is told of the days around, so that one day in seven finds it.
  constexpr days week{7};
  double fit = 0;
  for (const Pair& pair : m_evidence.coincidences)
    for (Day day = m_day; day >= m_first && fit < mostOfCoincidences; day -= week)
      if (m_pairs.agrees(pair, day)) {
        fit += coincides;
        break;
      }
  return fit;
}

/// "Half a century since July 9, 1971": the day itself comes round.
bool Weighing::onAnniversary() const {
  constexpr std::chrono::days eve{3}, ahead{10};
  const auto found = m_evidence.anniversariesIn(time::yearOf(m_day));
  return std::any_of(found.begin(), found.end(),
                     [&](Day day) { return m_first - eve <= day && day <= m_day + ahead; });
}

/// "Forty years ago … 1979"; the sentence under a dateline names its weekday, or that of the day before.
double Weighing::reckoning() const {
  double fit = 0;
  const auto isTold = [&](int years) {
    return std::binary_search(m_evidence.years.begin(), m_evidence.years.end(), time::yearOf(m_day) - years);
  };
  for (const int years : m_evidence.spans)
    if (isTold(years)) fit += years >= longSpan ? decadesAgo : yearsAgo;
  for (const int years : m_evidence.roughSpans)
    if (isTold(years)) fit += roughlyAgo;
  fit = std::min(fit, mostOfReckoning);
  if (m_evidence.yearsAgoToday.empty() && onAnniversary()) fit += anniversary;
  if (m_evidence.leadWeekday == nullptr) return fit;
  const int ago = (int(time::isoWeekday(m_day)) - *m_evidence.leadWeekday->expression.weekday + 7) % 7;
  return fit + (ago == 0 ? weekdayOfLead : ago == 1 ? 0.5 : -0.3);
}

/// "Fifty years ago today": a day told of then comes round, most likely the last, to which the story leads.
double Weighing::yearsAgoToday() const {
  double fit = 0;
  for (const int years : m_evidence.yearsAgoToday) {
    std::optional<Day> last;
    bool comesRound = false;
    for (const Told& told : m_evidence.told) {
      const DatedMark& time = timeOf(told.mark);
      if (told.ahead || time.relative || !time.days || time.days->days() > 1) continue;
      const Day day = time.days->first;
      if (time::addMonths(day, 6 * years) > m_day) continue; // not of then
      last = std::max(last.value_or(day), day);
      comesRound |= isAgoToday(day, years);
    }
    fit += !comesRound ? -1 : isAgoToday(*last, years) ? agoToday + lastAgoToday : agoToday;
  }
  return std::min(fit, agoToday + lastAgoToday);
}

bool Weighing::isAgoToday(Day day, int years) const {
  return time::addMonths(day, 12 * years) == m_day;
}

/// Who is said to be so long in office took it so long ago, give or take a third; the nearer the better.
double Weighing::tenures() const {
  double fit = 0;
  for (const Tenure& tenure : m_evidence.tenures) {
    const int slack = std::max(15, tenure.days / 3);
    std::optional<int> least; // days from the one that was told, on the nearest day of the candidate
    for (const language::PersonId person : tenure.people)
      for (const language::Term& term : (*m_evidence.gazetteer)[person].terms) {
        if (!term.from) continue;
        const Day told = *term.from + days(tenure.days);
        const int away = std::max({int((m_first - told).count()), int((told - m_day).count()), 0});
        if (away <= slack) least = std::min(least.value_or(away), away);
      }
    fit += least ? soLong * (1 - 0.5 * *least / slack) : -0.5;
  }
  return std::min(fit, mostOfTenures);
}

/// "Haig resigned at the end of June": the gazetteer knows the year.
double Weighing::officeChanges() const {
  constexpr days slack{15};
  constexpr days journey{60}; // an envoy arrives so long after he was sworn in
  double fit = 0;
  for (const OfficeChange& change : m_evidence.changes) {
    const auto when = timeOf(change.when).days;
    // A change told with its year is as true on any day of writing.
    if (!when || when->days() > 366 || !timeOf(change.when).relative) continue;
    bool known = false, fits = false;
    for (const language::PersonId person : change.who->people)
      for (const language::Term& term : (*m_evidence.gazetteer)[person].terms) {
        const auto day = change.begins ? term.from : term.to;
        known |= day.has_value();
        const days before = change.begins ? journey : slack;
        fits |= day && when->first - before <= *day && *day <= when->last + slack;
      }
    if (known) fit += fits ? changed : -0.7;
  }
  return std::clamp(fit, -1.5, mostOfChanges);
}

/// A dateline is the day, or the day before; "as of the spring of 2018" holds it.
double Weighing::headed(Known known) const {
  double fit = 0;
  if (m_evidence.heading != nullptr && known != Known::times) {
    fit += heading;
  } else if (m_evidence.heading != nullptr && timeOf(m_evidence.heading).relative) {
    const auto when = timeOf(m_evidence.heading).days;
    fit += when && m_first <= when->last + days(1) && when->first <= m_day ? heading : -3;
  }
  if (m_evidence.within) fit += m_evidence.within->overlaps({m_first, m_day}) ? within : -3;
  if (m_evidence.asOf != nullptr && known != Known::times) {
    fit += asOf;
  } else if (m_evidence.asOf != nullptr) {
    const auto when = timeOf(m_evidence.asOf).days;
    fit += when && when->overlaps({m_first, m_day}) ? asOf : -1;
  }
  return fit;
}

/// Named gatherings are news before and after they meet.
double Weighing::gatherings() const {
  double fit = 0;
  for (const DayRange gathering : m_evidence.gatherings) {
    const auto away =
        std::max({int((gathering.first - m_day).count()), int((m_first - gathering.last).count()), 0});
    fit += away <= 7 ? gathered : away <= 75 ? 1 : away <= 150 ? 0.5 : away <= 400 ? 0.1 : 0;
  }
  return std::min(fit, mostOfGatherings);
}

double Weighing::latestYear() const {
  if (!m_evidence.latestYear) return 0;
  const int behind = time::yearOf(m_day) - *m_evidence.latestYear;
  // A year written out is rather one of those before.
  return behind < 0 ? -8 : behind <= 1 ? nextYear : behind <= 2 ? 0.6 : behind <= 6 ? 0.3 : 0;
}

/// The stamp's day and month in the year beside it: in January the old year is soon typed.
bool Weighing::isMistyped(Day day) const {
  return !m_evidence.storedStamp && std::abs(time::yearOf(day) - time::yearOf(*m_evidence.stated)) == 1 &&
         std::abs((time::addMonths(day, 12 * (time::yearOf(*m_evidence.stated) - time::yearOf(day))) -
                   *m_evidence.stated)
                      .count()) <= 3;
}

/// Pages are stamped on the day of writing, or saved sooner rather than later.
double Weighing::stamp() const {
  if (!m_evidence.stated) return 0;
  if (isMistyped(m_day)) return mistyped;
  const days lag = *m_evidence.stated - m_day;
  if (lag > besideStamp) return -penalty(lag);
  return (m_evidence.storedStamp    ? 0
          : m_evidence.changedStamp ? 1.5
          : m_evidence.clockedStamp ? 2
                                    : 3) +
         (m_evidence.namedDay ? 1 : 0);
}

/// No day before the last that the year may propose lies nearer to the stamp.
double Weighing::mostOfStamp(int year) const {
  if (!m_evidence.stated) return 0;
  const Day last = *time::civilDay(year, 12, 31) + afterYear;
  if (last + besideStamp >= *m_evidence.stated) return std::numeric_limits<double>::max();
  const bool besideYear = time::yearOf(last) + 1 >= time::yearOf(*m_evidence.stated);
  return besideYear ? mistyped : -penalty(*m_evidence.stated - last);
}

/// Pages are stamped soon after they are written, stored at any time, but rather sooner than later.
double Weighing::penalty(days lag) const {
  const double soon = m_evidence.storedStamp ? 0 : std::min(1.2, double(lag.count()) / 120);
  return soon + std::min(0.6, double(lag.count()) / 3650);
}

} // namespace demarche::extract
