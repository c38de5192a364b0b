// SPDX-License-Identifier: Apache-2.0
#include "core/extract/written.h"

#include "core/time/calendar.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <set>

namespace demarche::extract {
namespace {

using language::Gazetteer;
using language::OfficeId;
using language::PersonId;
using model::DayOfWriting;
using model::WrittenBasis;
using time::Day;
using time::DayRange;
using time::Edtf;

constexpr std::chrono::days oneDay{1};
/// News is written within so many days of the last thing it tells, when nothing else is known.
constexpr std::chrono::days newsAge{10};
/// A stamp this much later than the dateline is the day of a repost.
constexpr std::chrono::days stampLag{5};
/// "In spring" is said of a spring that lies ahead or has just begun.
constexpr std::chrono::days seasonBegun{30};
/// A dateline stands within so many UTF-16 units of its paragraph's begin.
constexpr std::int32_t datelineReach = 60;
/// China and the United States have had high officials to meet since this year.
constexpr int firstYear = 1971;

/// Someone named with a title: the text was written while one of these terms ran.
struct InOffice {
  PersonId person;
  std::vector<DayRange> terms;
};

/// Everything the text says of its own time.
struct Evidence {
  std::optional<DayRange> stated;
  std::vector<const TimeMark*> past;      ///< calendar dates told as past or without tense
  std::vector<const TimeMark*> ahead;     ///< told as future
  std::vector<const TimeMark*> weekdays;  ///< a weekday beside month and day, no year
  const TimeMark* dateline = nullptr;
  const TimeMark* cited = nullptr;        ///< a weekday–date pair in the opening: the report it goes back to
  std::vector<InOffice> people;
  std::optional<int> latestYear;          ///< named in full, told as past
  bool lastYear = false;                  ///< speaks of "last December": written in the year after
};

/// Calendar fields read inside one year; nothing for what is no calendar date.
std::optional<TimeValue> inYear(const TimeExpression& e, int year) {
  if (e.form == TimeForm::range && e.parts.size() == 2) {
    const auto begin = inYear(e.parts[0], year);
    TimeExpression last = e.parts[1];
    if (!last.month && begin && e.parts[0].month) last.month = e.parts[0].month;
    const auto end = inYear(last, year);
    if (begin && end && begin->begin.days.first <= end->end.days.last) return TimeValue(begin->begin, end->end);
    return std::nullopt;
  }
  if (e.form != TimeForm::date || e.lunar || e.easter || e.decade || e.century || e.which || e.unit) return std::nullopt;
  const int y = e.year.value_or(year);
  std::optional<Period> period;
  if (e.month && e.day)
    period = dayPeriod(y, *e.month, *e.day);
  else if (e.month)
    period = monthPeriod(y, *e.month);
  else if (e.season)
    period = seasonPeriod(y, *e.season);
  else if (e.quarter)
    period = quarterPeriod(y, *e.quarter);
  else if (e.year && !e.day && !e.weekday)
    period = yearPeriod(y);
  if (!period) return std::nullopt;
  return TimeValue(*period);
}

bool namesDay(const TimeExpression& e) {
  if (e.form == TimeForm::range) return !e.parts.empty() && namesDay(e.parts.front());
  return e.month && e.day;
}

bool weekdayPair(const TimeExpression& e) {
  return e.form == TimeForm::date && e.weekday && e.month && e.day && !e.year;
}

bool readForTime(model::BlockRole role) { return model::isRead(role); }

/// Years that the text writes out, in the past of its telling.
void noteYear(const TimeExpression& e, std::optional<int>& latest) {
  if (e.year && (!latest || *e.year > *latest)) latest = e.year;
  for (const TimeExpression& part : e.parts) noteYear(part, latest);
}

void gatherTimes(Evidence& evidence, const std::vector<BlockReading>& blocks, const std::vector<TimeMark>& marks,
                 const std::optional<model::StatedDate>& stated) {
  int bodyBlocks = 0;
  std::int32_t lastBlock = -1;
  for (const TimeMark& mark : marks) {
    const model::Block& block = *blocks[std::size_t(mark.block)].block;
    if (!readForTime(block.role) || block.section > 0) continue;
    if (stated && stated->span.overlaps(mark.span)) continue;
    if (mark.block != lastBlock) ++bodyBlocks, lastBlock = mark.block;
    const TimeExpression& e = mark.expression;
    const bool day = e.form == TimeForm::date && e.month && e.day;
    if (day && bodyBlocks == 1 && mark.outlook != Outlook::ahead && mark.span.begin - block.span.begin < datelineReach &&
        block.role == model::BlockRole::body && evidence.dateline == nullptr)
      evidence.dateline = &mark;
    if (weekdayPair(e)) {
      evidence.weekdays.push_back(&mark);
      if (bodyBlocks <= 2 && evidence.cited == nullptr) evidence.cited = &mark;
    }
    if (e.form == TimeForm::date && e.unit && e.which.value_or(0) < 0) evidence.lastYear |= *e.unit == TimeUnit::year;
    if (e.form == TimeForm::within && e.parts.size() == 2 && e.parts[1].unit == TimeUnit::year && e.parts[1].step < 0)
      evidence.lastYear = true;
    (mark.outlook == Outlook::ahead ? evidence.ahead : evidence.past).push_back(&mark);
    if (mark.outlook != Outlook::ahead) noteYear(e, evidence.latestYear);
  }
}

std::vector<DayRange> termsOf(const Gazetteer& gazetteer, const Mention& mention) {
  const language::Person& person = gazetteer[mention.people.front()];
  std::vector<DayRange> all, ofTitle;
  for (const language::Term& term : person.terms) {
    const DayRange range{term.from.value_or(*time::civilDay(1, 1, 1)), term.to.value_or(*time::civilDay(9999, 12, 31))};
    all.push_back(range);
    if (std::find(mention.offices.begin(), mention.offices.end(), term.office) != mention.offices.end())
      ofTitle.push_back(range);
  }
  return ofTitle.empty() ? all : ofTitle;
}

void gatherPeople(Evidence& evidence, const std::vector<BlockReading>& blocks, const std::vector<Mentions>& mentions,
                  const Gazetteer& gazetteer) {
  std::map<PersonId, InOffice> found;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (!readForTime(blocks[b].block->role)) continue;
    for (const Mention& mention : mentions[b]) {
      if (mention.people.size() != 1 || mention.offices.empty() || mention.former) continue;
      auto terms = termsOf(gazetteer, mention);
      if (!terms.empty()) found.insert({mention.people.front(), {mention.people.front(), std::move(terms)}});
    }
  }
  for (auto& [person, inOffice] : found) evidence.people.push_back(std::move(inOffice));
}

bool holdsDuring(const InOffice& person, DayRange when) {
  return std::any_of(person.terms.begin(), person.terms.end(), [&](DayRange term) { return term.overlaps(when); });
}

/// The latest day told as past in `year`, with the days its words may mean; what lies after `limit` was a year before.
std::optional<DayRange> latestPast(const Evidence& evidence, int year, std::optional<Day> limit) {
  std::optional<DayRange> latest;
  for (const TimeMark* mark : evidence.past) {
    auto value = inYear(mark->expression, year);
    if (!value) continue;
    if (limit && value->days().first > *limit) value = inYear(mark->expression, year - 1);
    if (!value || (limit && value->days().first > *limit)) continue;
    DayRange days = value->days();
    if (value->single() && value->begin.unit == TimeUnit::year) continue; // a year alone dates nothing
    if (!latest || days.first > latest->first) latest = days;
  }
  return latest;
}

DayRange wholeYear(int year) { return {*time::civilDay(year, 1, 1), *time::civilDay(year, 12, 31)}; }

/// How well the text fits having been written in `year`.
double fitOf(const Evidence& evidence, int year) {
  double fit = 0;
  for (const TimeMark* pair : evidence.weekdays) {
    const auto day = time::civilDay(year, unsigned(*pair->expression.month), unsigned(*pair->expression.day));
    fit += day && int(time::isoWeekday(*day)) == *pair->expression.weekday ? 4 : -4;
  }
  std::optional<Day> limit;
  if (evidence.stated) limit = evidence.stated->last;
  const auto last = latestPast(evidence, year, limit);
  DayRange when = wholeYear(year);
  if (last && last->first >= when.first && last->first <= when.last) when = {last->first, last->first + newsAge};
  for (const InOffice& person : evidence.people) fit += holdsDuring(person, when) ? 1 : -3;
  if (evidence.latestYear) {
    const int behind = year - *evidence.latestYear;
    fit += behind < 0 ? -6 : behind == 0 ? 2 : behind == 1 ? 1 : -0.5 * behind;
  }
  if (evidence.stated) {
    const int behind = time::yearOf(evidence.stated->last) - year;
    if (behind < 0) return -std::numeric_limits<double>::infinity(); // not after the page was saved
    fit += behind == 0 ? 2 : behind == 1 ? 0.5 : -0.1 * behind;
  }
  return fit;
}

std::optional<int> bestYear(const Evidence& evidence) {
  if (!evidence.stated && !evidence.latestYear && evidence.people.empty() && evidence.weekdays.empty()) return std::nullopt;
  std::set<int> candidates;
  if (evidence.stated) candidates.insert(time::yearOf(evidence.stated->last));
  if (evidence.latestYear) candidates.insert({*evidence.latestYear, *evidence.latestYear + 1});
  for (const InOffice& person : evidence.people)
    for (const DayRange& term : person.terms)
      for (int year = std::max(firstYear, time::yearOf(term.first)); year <= std::min(time::yearOf(term.last), 2100) && year < std::max(firstYear, time::yearOf(term.first)) + 15; ++year)
        candidates.insert(year);
  std::optional<int> best;
  double bestFit = -std::numeric_limits<double>::infinity();
  for (const int year : candidates) {
    const double fit = fitOf(evidence, year);
    if (fit >= bestFit) best = year, bestFit = fit; // of equals the later
  }
  return best;
}

/// Why the page's own date cannot be the day of writing; empty when it can.
std::string objection(const Evidence& evidence, const Gazetteer& gazetteer, DayRange stated) {
  for (const TimeMark* pair : evidence.weekdays) {
    const int year = time::yearOf(stated.first);
    const auto day = time::civilDay(year, unsigned(*pair->expression.month), unsigned(*pair->expression.day));
    const auto before = time::civilDay(year - 1, unsigned(*pair->expression.month), unsigned(*pair->expression.day));
    const auto fits = [&](std::optional<Day> d) { return d && int(time::isoWeekday(*d)) == *pair->expression.weekday; };
    if (!fits(day) && !(fits(before) && day && *day > stated.last)) return "a weekday and a date in the text do not meet in that year";
  }
  for (const InOffice& person : evidence.people) {
    const DayRange around{stated.first - std::chrono::days(45), stated.last + std::chrono::days(45)};
    if (!holdsDuring(person, around))
      return fmt::format("the text names {} with a title not held then", gazetteer[person.person].name);
  }
  for (const TimeMark* plan : evidence.ahead) {
    const auto value = inYear(plan->expression, time::yearOf(stated.last));
    if (!value || !value->single() || value->begin.unit != TimeUnit::season || value->begin.part != TimePart::whole) continue;
    if (stated.first > value->days().first + seasonBegun && stated.first <= value->days().last)
      return "the text looks ahead to a season that had long begun";
  }
  return {};
}

/// The days that are left when the stamp is no help.
std::optional<DayRange> rangeLeft(const Evidence& evidence, int year) {
  std::optional<Day> limit;
  if (evidence.stated) limit = evidence.stated->last;
  DayRange range = wholeYear(year);
  bool known = false;
  if (const auto last = latestPast(evidence, year, limit); last && last->first >= range.first && last->first <= range.last) {
    range = {last->days() > 8 ? last->first : last->last, last->last + newsAge};
    known = true;
  }
  for (const TimeMark* plan : evidence.ahead) {
    const auto value = inYear(plan->expression, year);
    if (!value || value->days().first <= range.first) continue;
    const bool coarse = value->begin.unit == TimeUnit::season;
    range.last = std::min(range.last, coarse ? value->days().first - oneDay : value->days().last);
    known = true;
  }
  for (const InOffice& person : evidence.people)
    for (const DayRange& term : person.terms)
      if (term.overlaps(range)) {
        const DayRange cut{std::max(range.first, term.first), std::min(range.last, term.last)};
        if (person.terms.size() == 1 && cut.first <= cut.last) range = cut;
      }
  if (limit && range.last > *limit) range.last = *limit;
  if (!known || range.first > range.last) return std::nullopt;
  return range;
}

std::optional<Day> dayIn(const TimeMark& mark, int year) {
  const auto value = inYear(mark.expression, year);
  if (!value || !value->single() || value->begin.unit != TimeUnit::day) return std::nullopt;
  return value->days().first;
}

} // namespace

DayOfWriting dayOfWriting(const model::Document& document, const std::vector<BlockReading>& blocks,
                          const std::vector<Mentions>& mentions, const std::vector<TimeMark>& marks,
                          const Gazetteer& gazetteer) {
  Evidence evidence;
  if (document.stated) evidence.stated = document.stated->date.bounds();
  gatherTimes(evidence, blocks, marks, document.stated);
  gatherPeople(evidence, blocks, mentions, gazetteer);
  const auto year = bestYear(evidence);
  if (!year) return {{}, WrittenBasis::unknown, "Neither the page nor the text says when it was written.", 0};

  std::string against;
  if (evidence.stated) {
    against = objection(evidence, gazetteer, *evidence.stated);
    const auto dateline = evidence.dateline != nullptr ? dayIn(*evidence.dateline, *year) : std::nullopt;
    if (against.empty() && dateline && evidence.stated->first - *dateline > stampLag && evidence.cited == nullptr &&
        time::yearOf(evidence.stated->first) != *year)
      against = "the dateline is older";
    if (against.empty() && time::yearOf(evidence.stated->first) == *year)
      return {document.stated->date, WrittenBasis::stated, fmt::format("The page says {}, and nothing in the text speaks against it.", document.stated->date.str()), 0.9};
    if (against.empty() && time::yearOf(evidence.stated->first) != *year)
      against = fmt::format("what the text tells fits {} better", *year);
  }
  const std::string prefix = against.empty() ? std::string() : fmt::format("The page says {}, but {}. ", document.stated->date.str(), against);
  if (evidence.dateline != nullptr)
    if (const auto day = dayIn(*evidence.dateline, *year))
      return {Edtf::day(*day), WrittenBasis::dateline, prefix + fmt::format("The dateline is of {}.", time::isoDay(*day)), 0.85};
  const auto last = latestPast(evidence, *year, std::nullopt);
  if (evidence.cited != nullptr)
    if (const auto day = dayIn(*evidence.cited, *year); day && (!last || *day >= last->first))
      return {Edtf::day(*day), WrittenBasis::inferred, prefix + fmt::format("The text opens with a report of {}, the latest day it tells of.", time::isoDay(*day)), 0.8};
  if (const auto range = rangeLeft(evidence, *year))
    return {Edtf::days(*range), WrittenBasis::inferred,
            prefix + fmt::format("The latest day told is {}; people's terms of office and what is still ahead leave {} to {}.",
                                 time::isoDay(range->first), time::isoDay(range->first), time::isoDay(range->last)), 0.6};
  return {Edtf::year(*year), WrittenBasis::inferred, prefix + fmt::format("The years and offices named fit {}.", *year), 0.4};
}

} // namespace demarche::extract
