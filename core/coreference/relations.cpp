// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/relations.h"

#include <algorithm>

namespace demarche::coreference {
namespace {

using model::EventKind;
using time::DayRange;

/// Talks that last longer are not told by their first or last day alone.
constexpr int longestTalks = 3;
constexpr int longestJourney = 7;

bool mayBeToldAs(EventKind kind, EventKind other) {
  const std::vector<EventKind>& also = alsoToldAs(kind);
  return std::find(also.begin(), also.end(), other) != also.end();
}

/// A body named in a person's stead may be that person's or another one.
bool bodyForPerson(const Account& body, const Account& person, std::size_t side) {
  return body.persons[side].empty() && !body.bodies[side].empty() && !person.persons[side].empty();
}

bool shareBodies(const Account& a, const Account& b) {
  for (std::size_t side = 0; side < a.bodies.size(); ++side)
    if (inCommon(a.bodies[side], b.bodies[side]) > 0) return true;
  return false;
}

/// People agree when every side that both accounts name has somebody in common. Bodies are compared
/// only where no account names a person, for they go by too many names.
PeopleRelation people(const Account& a, const Account& b) {
  int shared = 0;
  bool bodyInstead = false;
  for (std::size_t side = 0; side < a.persons.size(); ++side) {
    bodyInstead = bodyInstead || bodyForPerson(a, b, side) || bodyForPerson(b, a, side);
    if (a.persons[side].empty() || b.persons[side].empty()) continue;
    if (inCommon(a.persons[side], b.persons[side]) == 0) return PeopleRelation::contradict;
    ++shared;
  }
  if (shared > 1) return PeopleRelation::allSides;
  if (shared == 1) return bodyInstead ? PeopleRelation::oneSideAndBody : PeopleRelation::oneSide;
  const bool aNames = a.namesPersons();
  const bool bNames = b.namesPersons();
  if (aNames != bNames) return PeopleRelation::personsAndBodies;
  return !aNames && shareBodies(a, b) ? PeopleRelation::bodiesOnly : PeopleRelation::strangers;
}

/// To a third country both sides come for one purpose; at home they meet here and there.
bool isAbroad(const model::Place& place) {
  return place.country != "US" && place.country != "CN";
}

PlaceRelation places(const Account& a, const Account& b) {
  const std::optional<model::Place>& x = a.event->place;
  const std::optional<model::Place>& y = b.event->place;
  if (!x || !y || x->name.empty() || y->name.empty()) return PlaceRelation::untold;
  if (x->name == y->name) return PlaceRelation::same;
  if (x->country.empty() || x->country != y->country) return PlaceRelation::contradict;
  const bool within = a.wholeCountry || b.wholeCountry || isAbroad(*x);
  return within ? PlaceRelation::within : PlaceRelation::sameCountry;
}

bool areTalks(const Account& account) {
  return account.event->kind == EventKind::meeting || account.event->kind == EventKind::call;
}

bool aDayApart(const Account& a, const Account& b) {
  const DayRange& x = *a.days.told;
  const DayRange& y = *b.days.told;
  return areTalks(a) && areTalks(b) && std::max(x.days(), y.days()) <= longestTalks && gapBetween(x, y) == 1;
}

/// Nobody goes to the same country twice within a few days: what is told are stops of one journey. Whose it
/// is, and that nothing contradicts, is for others to say.
bool stopsOfOneJourney(const Account& a, const Account& b) {
  const DayRange& x = *a.days.told;
  const DayRange& y = *b.days.told;
  return a.event->kind == EventKind::visit && b.event->kind == EventKind::visit &&
         std::max(x.days(), y.days()) <= longestJourney && gapBetween(x, y) <= betweenStops;
}

/// One article counts its days in one place, and knows of its plans what became of them.
DayRelation daysInOneArticle(const PossibleDays& a, const PossibleDays& b) {
  if (!a.told || !b.told) return DayRelation::undated;
  return a.told->overlaps(*b.told) ? DayRelation::overlap : DayRelation::contradict;
}

DayRelation undatedDays(const PossibleDays& a, const PossibleDays& b) {
  const std::optional<DayRange>& x = a.told ? a.told : a.possible;
  const std::optional<DayRange>& y = b.told ? b.told : b.possible;
  return !x || !y || x->overlaps(*y) ? DayRelation::undated : DayRelation::contradict;
}

DayRelation daysAcrossArticles(const Account& a, const Account& b) {
  if (!a.days.told || !b.days.told) return undatedDays(a.days, b.days);
  const bool possible = a.days.possible->overlaps(*b.days.possible);
  if (a.days.told->overlaps(*b.days.told)) return possible ? DayRelation::overlap : DayRelation::contradict;
  if (possible || aDayApart(a, b)) return DayRelation::near;
  return stopsOfOneJourney(a, b) ? DayRelation::oneJourney : DayRelation::contradict;
}

} // namespace

Relations relations(const Account& a, const Account& b) {
  Relations are;
  are.kind = kindRelation(a.event->kind, b.event->kind);
  if (are.kind == KindRelation::different) return are;
  const bool sharesArticle = inCommon(a.articles, b.articles) > 0;
  are.oneArticle = sharesArticle && a.event != b.event;
  are.when = sharesArticle ? daysInOneArticle(a.days, b.days) : daysAcrossArticles(a, b);
  if (are.when == DayRelation::contradict) return are;
  are.who = people(a, b);
  if (are.who == PeopleRelation::contradict) return are;
  are.where = places(a, b);
  return are;
}

KindRelation kindRelation(EventKind a, EventKind b) {
  if (a == b) return KindRelation::equal;
  return mayBeToldAs(a, b) || mayBeToldAs(b, a) ? KindRelation::related : KindRelation::different;
}

int gapBetween(const DayRange& a, const DayRange& b) {
  return static_cast<int>((std::max(a.first, b.first) - std::min(a.last, b.last)).count());
}

const std::vector<EventKind>& alsoToldAs(EventKind kind) {
  // A visit and the meeting held on it are two events.
  static const std::vector<EventKind> nothing;
  static const std::vector<EventKind> sessionOrFounding{EventKind::meeting, EventKind::agreement};
  static const std::vector<EventKind> talksByVideo{EventKind::meeting};
  if (kind == EventKind::workingGroup) return sessionOrFounding;
  return kind == EventKind::call ? talksByVideo : nothing;
}

bool canBeSeveralAtOnce(EventKind kind) {
  return kind == EventKind::workingGroup || kind == EventKind::agreement || kind == EventKind::measure ||
         kind == EventKind::letter;
}

bool isOneSided(EventKind kind) {
  return kind == EventKind::visit || kind == EventKind::posting || kind == EventKind::measure ||
         kind == EventKind::letter;
}

} // namespace demarche::coreference
