// SPDX-License-Identifier: Apache-2.0
#include "core/extract/written.h"

#include "core/time/calendar.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <set>

namespace demarche::extract {
namespace {

using language::Gazetteer;
using model::DayOfWriting;
using model::WrittenBasis;
using std::chrono::days;
using time::Day;
using time::DayRange;
using time::Edtf;

/// News is written within so many days of the last thing it tells, when nothing else is known.
constexpr days newsAge{10};
/// A dateline stands within so many UTF-16 units of its paragraph's begin.
constexpr std::int32_t datelineReach = 60;
/// Officials of the two countries have met since this year.
constexpr int oldestYear = 1971;
constexpr double impossible = -1000;

/// Somebody named with a title, and the sentence's own time, if it has one.
struct Titled {
  const Mention* mention = nullptr;
  const TimeMark* time = nullptr;
};

/// Everything the text says of its own time.
struct Evidence {
  const std::vector<TimeMark>* marks = nullptr;
  const Gazetteer* gazetteer = nullptr;
  std::optional<Day> stated;
  bool pageClock = false; ///< the stamp stands above title and byline
  const TimeMark* dateline = nullptr;
  const TimeMark* cited = nullptr; ///< a weekday–date pair in the opening: the report the text goes back to
  std::vector<const TimeMark*> told; ///< in the text itself
  std::set<const TimeMark*> ahead;   ///< of these: what is still to come
  std::vector<Titled> people;
  std::optional<int> latestYear; ///< the latest year written out that is told as past
};

/// A day on which the text may have been written, and where the idea comes from.
struct Candidate {
  Edtf date;
  Day day; ///< the day to resolve against
  WrittenBasis basis = WrittenBasis::inferred;
  std::string why;
  double fit = 0;
};

bool yearlessDay(const TimeMark& mark) {
  const TimeExpression& e = mark.expression;
  if (e.form == TimeForm::range && !e.parts.empty()) return e.parts.front().yearless() && e.parts.front().day;
  return e.yearless() && e.day;
}

bool yearlessMonth(const TimeMark& mark) {
  const TimeExpression& e = mark.expression;
  return e.form == TimeForm::date && e.month && !e.day && !e.year && !e.which && !e.decade;
}

bool weekdayPair(const TimeMark& mark) {
  const TimeExpression& e = mark.expression;
  return e.form == TimeForm::date && e.weekday && e.month && e.day && !e.year;
}

void noteYear(const TimeExpression& e, std::optional<int>& latest) {
  if (e.year && (!latest || *e.year > *latest)) latest = e.year;
  for (const TimeExpression& part : e.parts)
    noteYear(part, latest);
}

bool hasHit(const language::Reading& reading, text::Span where, std::string_view cls) {
  return std::any_of(reading.hits.begin(), reading.hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == cls && where.contains(hit.span);
  });
}

/// "… in spring. The White House says Biden plans to do so.": the next sentence makes it a plan.
bool plannedByNext(const BlockReading& block, std::int32_t sentenceBegin) {
  for (std::size_t i = 0; i + 1 < block.sentences.size(); ++i)
    if (block.sentences[i].begin == sentenceBegin)
      return hasHit(block.reading, block.sentences[i + 1], "cue-do-so") &&
             hasHit(block.reading, block.sentences[i + 1], "cue-planned");
  return false;
}

void gatherTimes(Evidence& evidence, const model::Document& document,
                 const std::vector<BlockReading>& blocks) {
  std::set<std::int32_t> bodyBlocks;
  for (const TimeMark& mark : *evidence.marks) {
    const BlockReading& reading = blocks[std::size_t(mark.block)];
    const model::Block& block = *reading.block;
    if (!model::isRead(block.role) || block.section > 0) continue;
    if (document.stated && document.stated->span.overlaps(mark.span)) continue;
    if (block.role == model::BlockRole::body) bodyBlocks.insert(mark.block);
    evidence.told.push_back(&mark);
    const bool ahead = mark.outlook == Outlook::ahead || plannedByNext(reading, mark.sentence);
    if (ahead) evidence.ahead.insert(&mark);
    if (!ahead) noteYear(mark.expression, evidence.latestYear);
    const bool opening = block.role == model::BlockRole::body && bodyBlocks.size() == 1;
    const bool begins = mark.span.begin - block.span.begin < datelineReach;
    if (opening && begins && !ahead && mark.expression.form == TimeForm::date && mark.expression.month &&
        mark.expression.day && evidence.dateline == nullptr)
      evidence.dateline = &mark;
    if (weekdayPair(mark) && bodyBlocks.size() <= 2 && evidence.cited == nullptr) evidence.cited = &mark;
  }
}

void gatherPeople(Evidence& evidence, const std::vector<BlockReading>& blocks,
                  const std::vector<Mentions>& mentions) {
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (!model::isRead(blocks[b].block->role)) continue;
    for (const Mention& mention : mentions[b]) {
      if (mention.people.size() != 1 || mention.offices.empty() || mention.former) continue;
      Titled titled{&mention, nullptr};
      for (const text::Span sentence : blocks[b].sentences)
        if (sentence.contains(mention.span))
          for (const TimeMark* mark : evidence.told)
            if (sentence.contains(mark->span) && titled.time == nullptr) titled.time = mark;
      evidence.people.push_back(titled);
    }
  }
}

/// True, false, or nothing when the person held no office that the gazetteer knows.
std::optional<bool> inOffice(const Gazetteer& gazetteer, const Titled& titled, DayRange when) {
  const language::Person& person = gazetteer[titled.mention->people.front()];
  bool any = false, ofTitle = false, heldAny = false, heldTitle = false;
  for (const language::Term& term : person.terms) {
    const auto& offices = titled.mention->offices;
    const bool title = std::find(offices.begin(), offices.end(), term.office) != offices.end();
    any = true;
    ofTitle |= title;
    heldAny |= term.holds(when);
    heldTitle |= title && term.holds(when);
  }
  if (!any) return std::nullopt;
  return ofTitle ? heldTitle : heldAny;
}

/// "The new ambassador": some months at most into the term.
bool justBegun(const Gazetteer& gazetteer, const Titled& titled, Day day) {
  const auto& terms = gazetteer[titled.mention->people.front()].terms;
  return std::any_of(terms.begin(), terms.end(), [&](const language::Term& term) {
    return term.from && day >= *term.from - days(30) && day <= *term.from + days(100);
  });
}

/// A mark whose date hangs on the day of writing and that names at least a month; not one that a year named
/// before it settles, as in a chronicle.
bool tellsRecency(const TimeMark& mark, const Timex& time, bool wholeDay) {
  return time.relative && (wholeDay ? yearlessDay(mark) : yearlessMonth(mark));
}

/// How near the latest thing told without a year lies: a text is rarely much older than its last news.
double recency(const Evidence& evidence, const std::vector<Timex>& times, Day day) {
  const auto timeOf = [&](const TimeMark* mark) -> const Timex& {
    return times[std::size_t(mark - evidence.marks->data())];
  };
  bool anyDay = false;
  for (const TimeMark* mark : evidence.told)
    anyDay |= tellsRecency(*mark, timeOf(mark), true) && !evidence.ahead.contains(mark);
  int closest = std::numeric_limits<int>::max();
  for (const TimeMark* mark : evidence.told) {
    if (evidence.ahead.contains(mark) || !tellsRecency(*mark, timeOf(mark), anyDay)) continue;
    const auto when = timeOf(mark).date.bounds();
    if (when && when->first <= day) closest = std::min(closest, std::max(0, int((day - when->last).count())));
  }
  if (closest == std::numeric_limits<int>::max()) return 0;
  if (!anyDay) return closest <= 45 ? 1 : closest <= 90 ? 0.7 : closest <= 150 ? 0.3 : -1;
  return closest <= 14 ? 3 : closest <= 45 ? 2 : closest <= 90 ? 1 : closest <= 150 ? 0 : -3;
}

/// Plans lie ahead, and not by nearly a year; a season still to come has hardly begun.
double plans(const Evidence& evidence, const std::vector<Timex>& times, Day day) {
  double fit = 0;
  for (const TimeMark* mark : evidence.ahead) {
    const auto when = times[std::size_t(mark - evidence.marks->data())].date.bounds();
    if (!when) continue;
    if (yearlessDay(*mark)) fit += (when->first - day).count() > 250 ? -1.5 : when->last >= day ? 0.5 : -0.5;
    if (mark->expression.season && !mark->expression.year && !mark->expression.which)
      fit += day > when->first + days(30) && day <= when->last ? -2.5 : 0.5;
  }
  return std::clamp(fit, -4.0, 2.0);
}

double people(const Evidence& evidence, const std::vector<Timex>& times, Day day) {
  double dated = 0, undated = 0;
  for (const Titled& titled : evidence.people) {
    std::optional<DayRange> when;
    if (titled.time != nullptr) when = times[std::size_t(titled.time - evidence.marks->data())].date.bounds();
    const bool own = when.has_value();
    const auto held =
        inOffice(*evidence.gazetteer, titled, own ? *when : DayRange{day - days(20), day + days(20)});
    if (!held) continue;
    if (titled.mention->incoming && *held) undated += justBegun(*evidence.gazetteer, titled, day) ? 2 : -1.5;
    (own ? dated : undated) += *held ? (own ? 0.4 : 0.2) : (own ? -1.5 : -0.4);
  }
  return std::clamp(dated, -5.0, 2.0) + std::clamp(undated, -2.0, 3.0);
}

double fitOf(const Evidence& evidence, const Candidate& candidate) {
  const std::vector<Timex> times = resolveTimes(*evidence.marks, Edtf::day(candidate.day));
  double fit = recency(evidence, times, candidate.day) + plans(evidence, times, candidate.day) +
               people(evidence, times, candidate.day);
  for (const TimeMark* mark : evidence.told)
    if (weekdayPair(*mark)) fit += times[std::size_t(mark - evidence.marks->data())].disagrees ? -4 : 3;
  if (evidence.latestYear) {
    const int behind = time::yearOf(candidate.day) - *evidence.latestYear;
    fit += behind < 0 ? -8 : behind == 0 ? 1 : behind == 1 ? 0.7 : 0;
  }
  if (evidence.stated) {
    if (candidate.day > *evidence.stated + days(1)) return impossible; // not after the page was saved
    const days lag = *evidence.stated - candidate.day;
    if (lag <= days(3))
      fit += evidence.pageClock ? 1.5 : 3;
    else
      fit -= std::min(1.2, double(lag.count()) / 120); // pages are saved sooner rather than later
  }
  if (candidate.basis == WrittenBasis::dateline) fit += 1;
  return fit;
}

std::set<int> candidateYears(const Evidence& evidence) {
  std::set<int> years;
  if (evidence.stated) years.insert({time::yearOf(*evidence.stated), time::yearOf(*evidence.stated) - 1});
  if (evidence.latestYear) years.insert({*evidence.latestYear, *evidence.latestYear + 1});
  // Years in which nearly as many of those named were in office as in the best year.
  std::map<int, int> inOffice;
  for (const Titled& titled : evidence.people) {
    std::set<int> held;
    for (const language::Term& term : (*evidence.gazetteer)[titled.mention->people.front()].terms) {
      if (!term.from) continue;
      constexpr int longestTerm = 15;
      const int first = std::max(oldestYear, time::yearOf(*term.from));
      const int last = std::min(term.to ? time::yearOf(*term.to) : first + longestTerm, first + longestTerm);
      for (int year = first; year <= last; ++year)
        held.insert(year);
    }
    for (const int year : held)
      ++inOffice[year];
  }
  int most = 0;
  for (const auto& [year, count] : inOffice)
    most = std::max(most, count);
  for (const auto& [year, count] : inOffice)
    if (count * 4 >= most * 3) years.insert(year);
  return years;
}

/// The day of a mark when the text was written in `year`.
std::optional<DayRange> inYear(const Evidence& evidence, const TimeMark& mark, int year) {
  const auto times = resolveTimes(*evidence.marks, Edtf::day(*time::civilDay(year, 12, 31)));
  const auto when = times[std::size_t(&mark - evidence.marks->data())].date.bounds();
  if (!when || time::yearOf(when->first) != year) return std::nullopt;
  return when;
}

/// One candidate for each year: from the last day told as past on, before what is still planned.
std::optional<Candidate> afterLatest(const Evidence& evidence, int year) {
  const Day lastDay = *time::civilDay(year, 12, 31);
  const Day limit = evidence.stated ? std::min(*evidence.stated, lastDay) : lastDay;
  const auto times = resolveTimes(*evidence.marks, Edtf::day(limit));
  std::optional<DayRange> latest;
  for (const TimeMark* mark : evidence.told) {
    // "Yesterday" says nothing before the day of writing is known.
    const bool dated = yearlessDay(*mark) || yearlessMonth(*mark) || mark->expression.absolute();
    if (!dated || evidence.ahead.contains(mark)) continue;
    const auto when = times[std::size_t(mark - evidence.marks->data())].date.bounds();
    if (!when || when->days() > 31 || when->first > limit) continue;
    // A month says less than a day within it.
    if (!latest || when->first > latest->last ||
        (when->last > latest->last && when->days() <= latest->days()))
      latest = when;
  }
  if (!latest) return std::nullopt;
  DayRange range{latest->days() > 8 ? latest->first : latest->last, latest->last + newsAge};
  if (time::yearOf(range.first) != year) range = {*time::civilDay(year, 1, 1), limit};
  for (const TimeMark* plan : evidence.ahead) {
    const auto when = times[std::size_t(plan - evidence.marks->data())].date.bounds();
    if (!when || time::yearOf(when->first) != year || when->first <= range.first) continue;
    range.last = std::min(range.last, plan->expression.season ? when->first - days(1) : when->last);
  }
  range.last = std::min(range.last, limit);
  if (range.first > range.last) return std::nullopt;
  return Candidate{
      Edtf::days(range), range.last, WrittenBasis::inferred,
      fmt::format("The text looks back to {} and was written between {} and {}, as the offices of those "
                  "it names and what it still expects tell.",
                  time::isoDay(latest->last), time::isoDay(range.first), time::isoDay(range.last))};
}

std::vector<Candidate> candidates(const Evidence& evidence, const model::Document& document) {
  std::vector<Candidate> all;
  if (evidence.stated)
    all.push_back({document.stated->date, *evidence.stated, WrittenBasis::stated,
                   fmt::format("The page says {}, and the text agrees.", document.stated->date.str())});
  for (const int year : candidateYears(evidence)) {
    if (evidence.dateline != nullptr)
      if (const auto when = inYear(evidence, *evidence.dateline, year))
        all.push_back({Edtf::day(when->last), when->last, WrittenBasis::dateline,
                       fmt::format("The text opens under {}.", time::isoDay(when->last))});
    if (evidence.cited != nullptr && evidence.cited != evidence.dateline)
      if (const auto when = inYear(evidence, *evidence.cited, year))
        all.push_back({Edtf::day(when->last), when->last, WrittenBasis::inferred,
                       fmt::format("The text opens with a report of {}.", time::isoDay(when->last))});
    if (auto later = afterLatest(evidence, year)) all.push_back(std::move(*later));
  }
  return all;
}

} // namespace

DayOfWriting dayOfWriting(const model::Document& document, const std::vector<BlockReading>& blocks,
                          const std::vector<Mentions>& mentions, const std::vector<TimeMark>& marks,
                          const Gazetteer& gazetteer) {
  Evidence evidence;
  evidence.marks = &marks;
  evidence.gazetteer = &gazetteer;
  if (document.stated)
    if (const auto range = document.stated->date.bounds(); range && range->days() == 1)
      evidence.stated = range->last;
  evidence.pageClock = document.stated && !document.blocks.empty() &&
                       document.blocks.front().span.contains(document.stated->span) &&
                       document.blocks.front().role != model::BlockRole::title;
  gatherTimes(evidence, document, blocks);
  gatherPeople(evidence, blocks, mentions);

  std::vector<Candidate> all = candidates(evidence, document);
  if (all.empty()) {
    if (evidence.latestYear)
      return {Edtf::year(*evidence.latestYear), WrittenBasis::inferred,
              fmt::format("The latest year that the text names is {}.", *evidence.latestYear), 0.3};
    return {{}, WrittenBasis::unknown, "Neither the page nor the text says when it was written.", 0};
  }
  for (Candidate& candidate : all)
    candidate.fit = fitOf(evidence, candidate);
  // Of equals the page's own word, then the later day.
  auto best = std::max_element(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
    if (std::abs(a.fit - b.fit) > 1e-6) return a.fit < b.fit;
    if ((a.basis == WrittenBasis::stated) != (b.basis == WrittenBasis::stated))
      return b.basis == WrittenBasis::stated;
    return a.day < b.day;
  });
  // The page's own word stands unless the text clearly knows better.
  constexpr double clearly = 1.5;
  if (all.front().basis == WrittenBasis::stated && all.front().fit > best->fit - clearly &&
      std::abs((all.front().day - best->day).count()) <= 5)
    best = all.begin();
  std::string why = best->why;
  if (document.stated && best->basis != WrittenBasis::stated)
    why = fmt::format("The page says {}, but the text fits that day badly. {}", document.stated->date.str(),
                      why);
  const double confidence = best->basis == WrittenBasis::inferred ? 0.6 : 0.9;
  return {best->date, best->basis, std::move(why), confidence};
}

} // namespace demarche::extract
