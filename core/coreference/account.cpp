// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/account.h"

#include "core/coreference/join.h"

#include <algorithm>
#include <unicode/locid.h>

namespace demarche::coreference {
namespace {

using model::EventKind;
using model::EventStatus;

// How far apart the days of two accounts may spread, by what else they agree on.
constexpr int fewDays = 3;
constexpr int aWeek = 7;
constexpr int aMonth = 31;

using Names = std::vector<std::string_view>;

int inCommon(const Names& a, const Names& b) {
  int count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++count;
    if (const auto order = *x <=> *y; order <= 0) {
      ++x;
      if (order == 0) ++y;
    } else {
      ++y;
    }
  }
  return count;
}

enum class KindRelation { different, related, equal };

/// A working group's session may be told as a meeting, its founding as an agreement. A visit and the
/// meeting held on it are two events.
KindRelation relation(EventKind a, EventKind b) {
  if (a == b) return KindRelation::equal;
  if (b == EventKind::workingGroup) std::swap(a, b);
  const bool related = a == EventKind::workingGroup && (b == EventKind::meeting || b == EventKind::agreement);
  return related ? KindRelation::related : KindRelation::different;
}

enum class PeopleRelation { contradict, bodiesOnly, personsAndBodies, oneSide, allSides };

/// People agree when every side that both accounts name has somebody in common. Bodies are compared
/// only where no account names a person, for they go by too many names.
PeopleRelation people(const Account& a, const Account& b) {
  int shared = 0;
  for (std::size_t side = 0; side < a.persons.size(); ++side) {
    if (a.persons[side].empty() || b.persons[side].empty()) continue;
    if (inCommon(a.persons[side], b.persons[side]) == 0) return PeopleRelation::contradict;
    ++shared;
  }
  if (shared > 1) return PeopleRelation::allSides;
  if (shared == 1) return PeopleRelation::oneSide;
  const bool aNames = a.namesPersons();
  const bool bNames = b.namesPersons();
  if (aNames && bNames) return PeopleRelation::contradict;
  if (aNames || bNames) return PeopleRelation::personsAndBodies;
  return inCommon(a.bodies, b.bodies) > 0 ? PeopleRelation::bodiesOnly : PeopleRelation::contradict;
}

/// Ascending by how much it says for one event.
enum class PlaceRelation { contradict, untold, sameCountry, within, same };

PlaceRelation places(const std::optional<model::Place>& a, const std::optional<model::Place>& b) {
  if (!a || !b || a->name.empty() || b->name.empty()) return PlaceRelation::untold;
  if (a->name == b->name) return PlaceRelation::same;
  if (a->country.empty() || a->country != b->country) return PlaceRelation::contradict;
  return isWholeCountry(*a) || isWholeCountry(*b) ? PlaceRelation::within : PlaceRelation::sameCountry;
}

/// Talks of a few days are dated a day apart on the two sides of the Pacific; one article counts its days
/// in one place.
bool oneDayApart(const Account& a, const Account& b) {
  const EventKind kind = a.event->kind;
  if ((kind != EventKind::meeting && kind != EventKind::call) || inCommon(a.articles, b.articles) > 0)
    return false;
  if (std::max(a.days->days(), b.days->days()) > fewDays) return false;
  const auto gap = std::max(a.days->first, b.days->first) - std::min(a.days->last, b.days->last);
  return gap == std::chrono::days(1);
}

/// What is planned takes place or is called off. What was called off and took place after all is one
/// event only where two accounts give the very same day and people.
bool statesCanFollow(const Account& a, const Account& b, PeopleRelation who) {
  const EventStatus x = a.event->status;
  const EventStatus y = b.event->status;
  if (x == y || x == EventStatus::planned || y == EventStatus::planned) return true;
  return who == PeopleRelation::allSides && a.days == b.days && a.days && a.days->days() == 1;
}

/// One side is enough to know a journey or an act by; talks need both.
bool isOneSided(EventKind kind) {
  return kind == EventKind::visit || kind == EventKind::posting || kind == EventKind::measure ||
         kind == EventKind::letter;
}

/// Measures of one body on one day are many; what they are about tells them apart.
bool topicsCanAgree(const model::Event& a, const model::Event& b) {
  if (a.topics.empty() || b.topics.empty()) return true;
  return std::any_of(a.topics.begin(), a.topics.end(), [&](const std::string& topic) {
    return std::find(b.topics.begin(), b.topics.end(), topic) != b.topics.end();
  });
}

/// Whether accounts whose days spread over `spread` agree closely enough to be one event.
bool closeEnough(PeopleRelation who, PlaceRelation where, EventKind kind, int spread) {
  if (where == PlaceRelation::contradict) return false;
  if (who == PeopleRelation::oneSide && isOneSided(kind)) who = PeopleRelation::allSides;
  switch (who) {
  case PeopleRelation::contradict:
    return false;
  case PeopleRelation::bodiesOnly:
    return spread <= aWeek || (spread <= aMonth && where == PlaceRelation::same);
  case PeopleRelation::personsAndBodies:
    return spread <= aMonth && where == PlaceRelation::same;
  case PeopleRelation::oneSide:
    return spread <= aWeek || (spread <= aMonth && where >= PlaceRelation::within);
  case PeopleRelation::allSides:
    return spread <= aMonth || where >= PlaceRelation::within;
  }
  return false;
}

} // namespace

bool canBeSeveralAtOnce(EventKind kind) {
  return kind == EventKind::workingGroup || kind == EventKind::agreement || kind == EventKind::measure ||
         kind == EventKind::letter;
}

void sortUnique(std::vector<std::string_view>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

bool Account::namesPersons() const {
  return std::any_of(persons.begin(), persons.end(), [](const Names& side) { return !side.empty(); });
}

Account accountOf(const model::Event& event) {
  Account account;
  account.event = &event;
  for (const model::Participant& participant : event.participants) {
    if (participant.type == model::ParticipantType::person)
      account.persons[static_cast<std::size_t>(participant.side)].push_back(participant.name);
    else
      account.bodies.push_back(participant.name);
  }
  for (const model::Passage& passage : event.passages)
    account.articles.push_back(passage.article);
  for (Names& side : account.persons)
    sortUnique(side);
  sortUnique(account.bodies);
  sortUnique(account.articles);
  account.days = event.date.bounds();
  return account;
}

bool same(const Account& a, const Account& b) {
  const model::Event& x = *a.event;
  const model::Event& y = *b.event;
  const KindRelation kinds = relation(x.kind, y.kind);
  if (kinds == KindRelation::different || x.scope != y.scope) return false;
  const bool oneArticle = a.event != b.event && inCommon(a.articles, b.articles) > 0;
  if (oneArticle && (kinds == KindRelation::related || canBeSeveralAtOnce(x.kind))) return false;

  const PeopleRelation who = people(a, b);
  const PlaceRelation where = places(x.place, y.place);
  if (!statesCanFollow(a, b, who)) return false;
  if (!a.days || !b.days)
    return oneArticle && who == PeopleRelation::allSides && where == PlaceRelation::same;

  const int spread = std::max(a.days->days(), b.days->days());
  if (spread > widestDays || (kinds == KindRelation::related && spread > fewDays)) return false;
  if (x.kind == EventKind::measure && !topicsCanAgree(x, y)) return false;
  if (!a.days->overlaps(*b.days)) {
    const bool placesAgree = where == PlaceRelation::same || (!x.place && !y.place);
    if (kinds == KindRelation::related || who != PeopleRelation::allSides) return false;
    if (!placesAgree || !oneDayApart(a, b)) return false;
  }
  return closeEnough(who, where, x.kind, spread);
}

bool sameEvent(const model::Event& a, const model::Event& b) {
  return same(accountOf(a), accountOf(b));
}

Affinity affinity(const Account& a, const Account& b) {
  Affinity result;
  result.sameDays = a.days == b.days;
  const PlaceRelation where = places(a.event->place, b.event->place);
  result.place = static_cast<int>(std::min(where, PlaceRelation::within));
  for (std::size_t side = 0; side < a.persons.size(); ++side)
    result.persons += inCommon(a.persons[side], b.persons[side]);
  return result;
}

bool isWholeCountry(const model::Place& place) {
  if (place.country.empty()) return false;
  icu::UnicodeString name;
  icu::Locale("", place.country.c_str()).getDisplayCountry(icu::Locale::getEnglish(), name);
  std::string utf8;
  return name.toUTF8String(utf8) == place.name;
}

} // namespace demarche::coreference
