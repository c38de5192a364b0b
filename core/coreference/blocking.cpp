// SPDX-License-Identifier: Apache-2.0
// What compare() takes for the same has something in common at about one time: a person of one side, a body
// where neither names a person, or the place where only one of them does. An account is filed once for each,
// by how vague it is: under weeks, months or years; and sought under all three. So the many precise accounts
// have few keys and lie in small blocks, and what is vague is looked for in many.

#include "core/coreference/blocking.h"

#include "core/coreference/compare.h"
#include "core/coreference/relations.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <xxhash.h>

namespace demarche::coreference {
namespace {

using model::EventKind;
using model::EventStatus;
using std::chrono::days;
using time::DayRange;

// The numbers of these are hashed, and those of kinds, statuses, scopes and sides (blockingVersion).
enum class About : std::uint8_t { person = 1, body, placeOfPersons, placeOfBodies, article };
enum class Scale : std::uint8_t { week = 1, month, year, yearOfUndated, writingOfUndated, anyTime };

/// Something that an account is known by; a side only for people.
struct Clue {
  About about;
  std::size_t side;
  std::string_view name;
};
using Clues = std::vector<Clue>;

struct Period {
  Scale scale;
  std::int32_t number;
};
using Periods = std::vector<Period>;

enum class For { filing, seeking };

BlockingKey keyOf(const model::Event& event, EventKind kind, const Clue& clue, const Period& period) {
  std::uint64_t seed = static_cast<std::uint32_t>(period.number);
  for (const std::size_t part :
       {static_cast<std::size_t>(period.scale), static_cast<std::size_t>(clue.about), clue.side,
        static_cast<std::size_t>(event.scope), static_cast<std::size_t>(kind)})
    seed = seed << 4U | part;
  return XXH3_64bits_withSeed(clue.name.data(), clue.name.size(), seed);
}

void addKeys(std::vector<BlockingKey>& keys, const model::Event& event, EventKind kind, const Clues& clues,
             const Periods& periods) {
  for (const Clue& clue : clues)
    for (const Period& period : periods)
      keys.push_back(keyOf(event, kind, clue, period));
}

// When
// ───────────────────────────────────────────────────────────────────────────────────────────────────────

std::int32_t numberOf(time::Day day, Scale scale) {
  const std::chrono::year_month_day date(day);
  switch (scale) {
  case Scale::week:
    return static_cast<std::int32_t>(std::chrono::floor<std::chrono::weeks>(day).time_since_epoch().count());
  case Scale::month:
    return int(date.year()) * 12 + static_cast<std::int32_t>(unsigned(date.month()));
  default:
    return int(date.year());
  }
}

Periods periodsOf(Scale scale, const DayRange& range) {
  Periods periods;
  const std::int32_t last = numberOf(range.last, scale);
  for (std::int32_t number = numberOf(range.first, scale); number <= last; ++number)
    periods.push_back({scale, number});
  return periods;
}

/// The same periods, filed or sought as another scale.
Periods as(Scale scale, Periods periods) {
  for (Period& period : periods)
    period.scale = scale;
  return periods;
}

DayRange widened(const DayRange& range, int by) {
  return {range.first - days(by), range.last + days(by)};
}

/// Days of one article are compared as they are told, those of two as they are possible.
DayRange toldOrPossible(const PossibleDays& of) {
  return {std::min(of.told->first, of.possible->first), std::max(of.told->last, of.possible->last)};
}

/// How far apart the days of two accounts of this kind may lie.
int reachOf(EventKind kind) {
  if (kind == EventKind::visit) return betweenStops;
  return kind == EventKind::meeting || kind == EventKind::call ? 1 : 0;
}

bool tellsPlace(const Account& account) {
  return account.event->place && !account.event->place->name.empty();
}

/// What is told without a date and a place is near.
DayRange daysOfUndated(const Account& account) {
  const DayRange& possible = *account.days.possible;
  if (tellsPlace(account)) return possible;
  const bool plan = account.event->status == EventStatus::planned;
  const DayRange near = widened(*account.days.written, plan ? nextToCome : whileItIsNews);
  return {std::max(possible.first, near.first), std::min(possible.last, near.last)};
}

// By what
// ────────────────────────────────────────────────────────────────────────────────────────────────────

Clues cluesOf(About about, const NamesBySide& names) {
  Clues clues;
  for (std::size_t side = 0; side < names.size(); ++side)
    for (const std::string_view name : names[side])
      clues.push_back({about, side, name});
  return clues;
}

Clues peopleOf(const Account& account) {
  return account.namesPersons() ? cluesOf(About::person, account.persons)
                                : cluesOf(About::body, account.bodies);
}

/// What is vague is known by its persons alone, talks by those of two sides. The first side that two accounts
/// agree on is then not the last that either names, so those of the last need not be looked for.
Clues personsOfVague(const Account& account) {
  Clues clues = cluesOf(About::person, account.persons);
  if (isOneSided(account.event->kind) || clues.empty()) return clues;
  const std::size_t last = clues.back().side;
  std::erase_if(clues, [&](const Clue& clue) { return clue.side == last; });
  return clues;
}

/// An account that names persons looks here for those that name none, and the other way round. Two places of
/// a country can be one only for accounts of a few days.
Clues placesOf(const Account& account, For purpose) {
  if (!tellsPlace(account)) return {};
  const model::Place& place = *account.event->place;
  const bool ofPersons = account.namesPersons() == (purpose == For::filing);
  const About about = ofPersons ? About::placeOfPersons : About::placeOfBodies;
  Clues clues{{about, 0, place.name}};
  if (account.days.told->days() <= fewDays && !place.country.empty())
    clues.push_back({about, 0, place.country});
  return clues;
}

/// What can be several at once is not known by its place.
bool knownByPlace(EventKind kind, EventKind other) {
  return !canBeSeveralAtOnce(kind) || !canBeSeveralAtOnce(other);
}

/// Every kind that an event of this kind may be told as, itself first.
std::vector<EventKind> kindsToldAs(EventKind kind) {
  std::vector<EventKind> kinds{kind};
  for (const EventKind other : model::allEventKinds)
    if (kindRelation(kind, other) == KindRelation::related) kinds.push_back(other);
  return kinds;
}

Clues operator+(Clues clues, const Clues& more) {
  clues.insert(clues.end(), more.begin(), more.end());
  return clues;
}

// Accounts
// ───────────────────────────────────────────────────────────────────────────────────────────────────

void filePrecise(std::vector<BlockingKey>& keys, const Account& account) {
  const model::Event& event = *account.event;
  const std::vector<EventKind> kinds = kindsToldAs(event.kind);
  const bool byPlace = std::any_of(kinds.begin(), kinds.end(),
                                   [&](EventKind other) { return knownByPlace(event.kind, other); });
  const Clues clues = byPlace ? peopleOf(account) + placesOf(account, For::filing) : peopleOf(account);
  const Scale scale = account.days.told->days() <= aWeek ? Scale::week : Scale::month;
  addKeys(keys, event, event.kind, clues, periodsOf(scale, toldOrPossible(account.days)));
}

void seekPrecise(std::vector<BlockingKey>& keys, const Account& account) {
  const model::Event& event = *account.event;
  const DayRange range = toldOrPossible(account.days);
  for (const EventKind kind : kindsToldAs(event.kind)) {
    // What is told as two kinds is of a few days in both accounts.
    if (kind != event.kind && account.days.told->days() > fewDays) continue;
    const Clues clues = knownByPlace(event.kind, kind) ? peopleOf(account) + placesOf(account, For::seeking)
                                                       : peopleOf(account);
    addKeys(keys, event, kind, clues, periodsOf(Scale::week, widened(range, reachOf(event.kind))));
    if (kind == event.kind) addKeys(keys, event, kind, clues, periodsOf(Scale::month, range));
  }
}

/// Looks for what is vague by what it is filed under.
void seekVague(std::vector<BlockingKey>& keys, const Account& account) {
  const model::Event& event = *account.event;
  const Clues persons = personsOfVague(account);
  addKeys(keys, event, event.kind, persons, periodsOf(Scale::year, toldOrPossible(account.days)));
  addKeys(keys, event, event.kind, persons,
          as(Scale::yearOfUndated, periodsOf(Scale::year, *account.days.told)));
}

void addDated(BlockingKeys& keys, const Account& account) {
  const int width = account.days.told->days();
  if (width > widestDays) return;
  if (width <= aMonth) {
    filePrecise(keys.filed, account);
    seekPrecise(keys.sought, account);
    seekVague(keys.sought, account);
  } else {
    const model::Event& event = *account.event;
    const DayRange range = toldOrPossible(account.days);
    const Clues persons = personsOfVague(account);
    addKeys(keys.filed, event, event.kind, persons, periodsOf(Scale::year, range));
    addKeys(keys.sought, event, event.kind, persons, periodsOf(Scale::week, range));
    addKeys(keys.sought, event, event.kind, persons, periodsOf(Scale::month, range));
    seekVague(keys.sought, account);
  }
}

/// Periods for what is written about one time, apart by status.
Periods timesOfWriting(EventStatus status, const DayRange& written) {
  Periods periods = as(Scale::writingOfUndated, periodsOf(Scale::month, written));
  for (Period& period : periods)
    period.number = period.number * static_cast<std::int32_t>(model::allEventStatuses.size()) +
                    static_cast<std::int32_t>(status);
  return periods;
}

void addUndated(BlockingKeys& keys, const Account& account) {
  if (!account.days.possible) return;
  const model::Event& event = *account.event;
  const Clues persons = personsOfVague(account);
  const DayRange range = daysOfUndated(account);
  const DayRange& written = *account.days.written;
  addKeys(keys.filed, event, event.kind, persons, as(Scale::yearOfUndated, periodsOf(Scale::year, range)));
  addKeys(keys.filed, event, event.kind, persons, timesOfWriting(event.status, written));
  for (const Scale scale : {Scale::week, Scale::month, Scale::year})
    addKeys(keys.sought, event, event.kind, persons, periodsOf(scale, range));
  addKeys(keys.sought, event, event.kind, persons,
          timesOfWriting(event.status, widened(written, sameTimeOfWriting)));
}

/// Within one article talks of the same people at the same place are one, whether dated or not.
void addArticles(BlockingKeys& keys, const Account& account) {
  const auto sides = std::count_if(account.persons.begin(), account.persons.end(),
                                   [](const Names& names) { return !names.empty(); });
  if (sides < 2 || !tellsPlace(account)) return;
  Clues articles;
  for (const std::string_view article : account.articles)
    articles.push_back({About::article, 0, article});
  const model::Event& event = *account.event;
  addKeys(keys.filed, event, event.kind, articles, {{Scale::anyTime, 0}});
  addKeys(keys.sought, event, event.kind, articles, {{Scale::anyTime, 0}});
}

void sortUnique(std::vector<BlockingKey>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

} // namespace

BlockingKeys blockingKeys(const Account& account) {
  BlockingKeys keys;
  account.days.told ? addDated(keys, account) : addUndated(keys, account);
  if (!canBeSeveralAtOnce(account.event->kind)) addArticles(keys, account);
  sortUnique(keys.filed);
  sortUnique(keys.sought);
  return keys;
}

BlockingKeys blockingKeys(const model::Event& event, const DaysOfWriting& written) {
  return blockingKeys(accountOf(event, written));
}

} // namespace demarche::coreference
