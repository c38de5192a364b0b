// SPDX-License-Identifier: Apache-2.0
#include "core/extract/written/day_of_writing.h"

#include "core/extract/written/candidates.h"
#include "core/extract/written/evidence.h"
#include "core/extract/written/weighing.h"
#include "core/time/calendar.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <limits>
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

/// Fits of candidates as near as this to each other say nothing.
constexpr double same = 0.05;
/// By so much must the text know better before the page's own word falls.
constexpr double clearly = 1.5;
/// How sure an answer is: a day that page or text tell, and one that is worked out.
constexpr double told = 0.9, guessed = 0.6;

/// Of equals the page's own word; else of the years that are equal the middle one, which is least wrong, and
/// in it the day next to what the text tells.
std::vector<Candidate>::iterator bestOf(std::vector<Candidate>& all) {
  const double most = std::max_element(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
                        return a.fit < b.fit;
                      })->fit;
  const auto equal = [&](const Candidate& candidate) { return candidate.fit > most - same; };
  std::set<int> years;
  for (const Candidate& candidate : all)
    if (equal(candidate)) years.insert(time::yearOf(candidate.day));
  const int middle = *std::next(years.begin(), std::ptrdiff_t(years.size() - 1) / 2);
  // The earlier one; within a month rather the one that says more, the shorter.
  const auto nextTo = [](const Candidate& a, const Candidate& b) {
    const int lengthA = a.date.bounds()->days(), lengthB = b.date.bounds()->days();
    const bool near = std::abs((a.day - b.day).count()) <= 31;
    return near && lengthA != lengthB ? lengthA < lengthB : a.day < b.day;
  };
  auto best = all.end();
  for (auto at = all.begin(); at != all.end(); ++at) {
    if (!equal(*at)) continue;
    if (at->basis == WrittenBasis::stated) return at;
    if (time::yearOf(at->day) == middle && (best == all.end() || nextTo(*at, *best))) best = at;
  }
  return best;
}

/// All the days of the year that are as good as the best; what cannot be told apart over a quarter and more
/// is not told by taking one of it.
std::optional<DayRange> undecided(const std::vector<Candidate>& all, const Candidate& best) {
  constexpr int quarter = 92;
  DayRange hull = *best.date.bounds();
  for (const Candidate& other : all)
    if (other.fit > best.fit - same && time::yearOf(other.day) == time::yearOf(best.day)) {
      const DayRange range = *other.date.bounds();
      hull = {std::min(hull.first, range.first), std::max(hull.last, range.last)};
    }
  return hull.days() > quarter ? std::optional(hull) : std::nullopt;
}

/// Branch and bound: those that cannot come near the best keep what they would reach at most.
void weigh(Weighing& weighing, std::vector<Candidate>& all) {
  std::vector<Candidate*> hopeful;
  for (Candidate& candidate : all) {
    candidate.fit = weighing.most(candidate);
    hopeful.push_back(&candidate);
  }
  // The page's own word is compared with the best whatever it fits.
  std::stable_sort(std::next(hopeful.begin()), hopeful.end(),
                   [](const Candidate* a, const Candidate* b) { return a->fit > b->fit; });
  double best = std::numeric_limits<double>::lowest();
  for (Candidate* candidate : hopeful) {
    if (candidate != hopeful.front() && candidate->fit < best - 2 * same) break;
    candidate->fit = weighing.fit(*candidate);
    best = std::max(best, candidate->fit);
  }
}

DayOfWriting chosen(const Evidence& evidence, Weighing& weighing, std::vector<Candidate> all) {
  weigh(weighing, all);
  auto best = bestOf(all);
  if (all.front().basis == WrittenBasis::stated && all.front().fit > best->fit - clearly &&
      std::abs((all.front().day - best->day).count()) <= 5)
    best = all.begin();
  std::string why = best->why;
  Edtf date = best->date;
  if (const auto hull = undecided(all, *best); hull && best->basis == WrittenBasis::inferred) {
    date = Edtf::days(*hull);
    why = fmt::format("Nothing in the text tells a day between {} and {} from another.",
                      time::isoDay(hull->first), time::isoDay(hull->last));
  }
  if (evidence.stated && best->basis != WrittenBasis::stated)
    why = fmt::format("The page says {}, but the text fits that day badly. {}",
                      time::isoDay(*evidence.stated), why);
  return {date, best->basis, std::move(why), best->basis == WrittenBasis::inferred ? guessed : told};
}

DayOfWriting dayOfWriting(const Evidence& evidence) {
  TrialDates dates(evidence.marks);
  PairJudge pairs(evidence, dates);
  if (evidence.stated) {
    const Candidate page = statedBy(evidence);
    Weighing weighing(evidence, pairs, dates, page.day);
    if (weighing.isUnquestioned(page)) return {page.date, page.basis, page.why, told};
    const double own = weighing.fit(page);
    // Years of which no day can come near a page's word that fits are not asked.
    const auto mayWin = [&](int year) { return weighing.mostIn(year) > own - 2 * same; };
    return chosen(evidence, weighing, candidatesFor(evidence, pairs, dates, mayWin));
  }
  std::vector<Candidate> all = candidatesFor(evidence, pairs, dates, [](int) { return true; });
  if (!all.empty()) {
    Weighing weighing(evidence, pairs, dates, all.front().day);
    return chosen(evidence, weighing, std::move(all));
  }
  if (evidence.latestYear)
    return {Edtf::year(*evidence.latestYear), WrittenBasis::inferred,
            fmt::format("The latest year that the text names is {}.", *evidence.latestYear), 0.3};
  return {{}, WrittenBasis::unknown, "Neither the page nor the text says when it was written.", 0};
}

/// A text without a day of its own stands beside one that has it: a translation, a second account.
void inherit(std::vector<DayOfWriting>& sections) {
  for (DayOfWriting& day : sections)
    if (day.basis == WrittenBasis::unknown && day.date.unknown())
      for (const DayOfWriting& other : sections)
        if (!other.date.unknown()) {
          day = other;
          day.why = "The other text on the page was written then. " + other.why;
          break;
        }
}

} // namespace

std::size_t sectionCount(const model::Document& document) {
  std::int32_t last = 0;
  for (const model::Block& block : document.blocks)
    last = std::max(last, block.section);
  return std::size_t(last) + 1;
}

std::vector<DayOfWriting> daysOfWriting(const model::Document& document,
                                        const std::vector<language::BlockReading>& blocks,
                                        const std::vector<Mentions>& mentions,
                                        std::span<const TimeMark> marks, const Gazetteer& gazetteer) {
  std::vector<DayOfWriting> sections;
  const auto parts = bySection(marks, sectionCount(document));
  for (std::size_t section = 0; section < parts.size(); ++section)
    sections.push_back(dayOfWriting(gatherEvidence(document, blocks, mentions, parts[section], gazetteer,
                                                   static_cast<std::int32_t>(section))));
  inherit(sections);
  return sections;
}

} // namespace demarche::extract
