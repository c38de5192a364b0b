// SPDX-License-Identifier: Apache-2.0
// Two accounts are set beside each other in kind, people, place and days, each for itself. First it is asked
// whether anything speaks against their being one event, then whether all of it together says enough for it.

#include "core/coreference/compare.h"

#include "core/coreference/relations.h"

#include <algorithm>

namespace demarche::coreference {
namespace {

using model::EventKind;
using model::EventStatus;
using time::DayRange;

/// What is planned takes place or is called off. What was called off and took place after all is one
/// event only where two accounts give the very same day and people.
bool statesCanFollow(const Account& a, const Account& b, PeopleRelation who) {
  const EventStatus x = a.event->status;
  const EventStatus y = b.event->status;
  if (x == y || x == EventStatus::planned || y == EventStatus::planned) return true;
  const std::optional<DayRange>& day = a.days.told;
  return who == PeopleRelation::allSides && day && day == b.days.told && day->days() == 1;
}

/// Measures of one body on one day are many; what they are about tells them apart.
bool topicsCanAgree(const model::Event& a, const model::Event& b) {
  if (a.kind != EventKind::measure || a.topics.empty() || b.topics.empty()) return true;
  return std::any_of(a.topics.begin(), a.topics.end(), [&](const std::string& topic) {
    return std::find(b.topics.begin(), b.topics.end(), topic) != b.topics.end();
  });
}

bool tooVague(const Account& account) {
  return account.days.told && account.days.told->days() > widestDays;
}

/// An article means two events if it tells two of what may be several at once, a working group beside a
/// meeting, or other people on other days.
bool keptApartByArticle(const Account& a, const Account& b, const Relations& are) {
  if (!are.oneArticle) return false;
  if (are.kind == KindRelation::related || canBeSeveralAtOnce(a.event->kind)) return true;
  return a.days.told && b.days.told && a.days.told != b.days.told && a.persons != b.persons;
}

/// All who have to be are known to be the same.
bool surelyThem(const Account& a, const Relations& are) {
  if (are.kind != KindRelation::equal) return false;
  return are.who >= (isOneSided(a.event->kind) ? PeopleRelation::oneSideAndBody : PeopleRelation::allSides);
}

/// Nobody does the same with the same people on the same days in two countries: one of the articles errs.
bool onePlaceIsWrong(const Account& a, const Account& b, const Relations& are) {
  return !are.oneArticle && surelyThem(a, are) && a.days.told && a.days.told == b.days.told &&
         a.days.told->days() <= aWeek;
}

bool contradict(const Account& a, const Account& b, const Relations& are) {
  if (are.kind == KindRelation::different || a.event->scope != b.event->scope) return true;
  if (are.who == PeopleRelation::contradict || are.when == DayRelation::contradict) return true;
  if (are.where == PlaceRelation::contradict && !onePlaceIsWrong(a, b, are)) return true;
  return keptApartByArticle(a, b, are) || tooVague(a) || tooVague(b) || !statesCanFollow(a, b, are.who) ||
         !topicsCanAgree(*a.event, *b.event);
}

/// The vaguer the dates, the more of people and place has to agree.
bool enoughFor(int spread, PeopleRelation who, PlaceRelation where) {
  switch (who) {
  case PeopleRelation::contradict:
  case PeopleRelation::strangers:
    return false;
  case PeopleRelation::bodiesOnly:
    return spread <= aWeek || (spread <= aMonth && where == PlaceRelation::same);
  case PeopleRelation::personsAndBodies:
    return (spread <= fewDays && where >= PlaceRelation::within) ||
           (spread <= aMonth && where == PlaceRelation::same);
  case PeopleRelation::oneSideAndBody:
    return (spread <= aWeek && where >= PlaceRelation::untold) ||
           (spread <= aMonth && where >= PlaceRelation::within);
  case PeopleRelation::oneSide:
    return spread <= aWeek || (spread <= aMonth && where >= PlaceRelation::within);
  case PeopleRelation::allSides:
    return spread <= aMonth || where >= PlaceRelation::within;
  }
  return false;
}

bool enoughWithDates(const Account& a, const Account& b, const Relations& are) {
  const bool several = canBeSeveralAtOnce(a.event->kind) && canBeSeveralAtOnce(b.event->kind);
  if (several && are.who == PeopleRelation::personsAndBodies) return false;
  const int spread = std::max(a.days.told->days(), b.days.told->days());
  if (are.kind == KindRelation::related && spread > fewDays) return false;
  return enoughFor(spread, surelyThem(a, are) ? PeopleRelation::allSides : are.who, are.where);
}

/// Two accounts without a date are one when they say the same and were written about the same time. One of
/// them is that dated event which fits in place, or was near when it was written.
bool enoughWithoutDate(const Account& a, const Account& b, PlaceRelation where) {
  if (canBeSeveralAtOnce(a.event->kind) || where < PlaceRelation::untold) return false;
  if (!a.days.possible || !b.days.possible) return false;
  if (!a.days.told && !b.days.told)
    return a.event->status == b.event->status &&
           gapBetween(*a.days.written, *b.days.written) <= sameTimeOfWriting;
  if (where >= PlaceRelation::within) return true;
  const Account& undated = a.days.told ? b : a;
  const Account& dated = a.days.told ? a : b;
  const bool plan = undated.event->status == EventStatus::planned;
  return gapBetween(*dated.days.told, *undated.days.written) <= (plan ? nextToCome : whileItIsNews);
}

bool enough(const Account& a, const Account& b, const Relations& are) {
  switch (are.when) {
  case DayRelation::contradict:
    return false;
  case DayRelation::undated:
    if (are.oneArticle || a.event == b.event)
      return are.kind == KindRelation::equal && are.who == PeopleRelation::allSides &&
             are.where == PlaceRelation::same;
    return surelyThem(a, are) && enoughWithoutDate(a, b, are.where);
  case DayRelation::near:
    return surelyThem(a, are) && are.where >= PlaceRelation::untold && enoughWithDates(a, b, are);
  case DayRelation::oneJourney:
    return surelyThem(a, are) && enoughWithDates(a, b, are);
  case DayRelation::overlap:
    return enoughWithDates(a, b, are);
  }
  return false;
}

/// Names in common, of a thousand that either account has.
int shareOf(const NamesBySide& a, const NamesBySide& b) {
  std::size_t shared = 0;
  std::size_t named = 0;
  for (std::size_t side = 0; side < a.size(); ++side) {
    shared += static_cast<std::size_t>(inCommon(a[side], b[side]));
    named += a[side].size() + b[side].size();
  }
  return named > 0 ? static_cast<int>(1000 * shared / (named - shared)) : 0;
}

} // namespace

Verdict compare(const Account& a, const Account& b) {
  const Relations are = relations(a, b);
  if (contradict(a, b, are)) return Verdict::contradict;
  if (enough(a, b, are)) return Verdict::same;
  // What an article tells again it tells so that its readers know it again.
  return are.oneArticle ? Verdict::contradict : Verdict::possible;
}

bool sameEvent(const model::Event& a, const model::Event& b, const DaysOfWriting& written) {
  return compare(accountOf(a, written), accountOf(b, written)) == Verdict::same;
}

Affinity affinity(const Account& a, const Account& b) {
  const Relations are = relations(a, b);
  Affinity result;
  result.sameDays = a.days.told && a.days.told == b.days.told;
  result.personsOnly = are.who >= PeopleRelation::oneSide;
  result.place = static_cast<int>(std::min(are.where, PlaceRelation::within));
  result.calledOff = a.event->status == EventStatus::cancelled && b.event->status == EventStatus::cancelled;
  result.persons = shareOf(a.persons, b.persons);
  result.bodies = shareOf(a.bodies, b.bodies);
  return result;
}

} // namespace demarche::coreference
