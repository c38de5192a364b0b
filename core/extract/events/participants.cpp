// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/participants.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace demarche::extract {
namespace {

using language::Gazetteer;
using language::OfficeId;
using language::PersonId;
using model::Participant;
using model::ParticipantType;
using model::Side;

void addUnique(std::vector<Participant>& list, Participant participant) {
  for (const Participant& known : list)
    if (known.name == participant.name) return;
  list.push_back(std::move(participant));
}

Participant personOf(const Gazetteer& gazetteer, PersonId id, const std::optional<time::DayRange>& when) {
  const language::Person& person = gazetteer[id];
  const language::Office* office = when ? gazetteer.officeOf(id, *when) : nullptr;
  return {person.name, ParticipantType::person, person.side,
          office != nullptr ? office->title : std::string()};
}

/// "The president" beside Xi Jinping is the American one: of a title that many countries have, the office of
/// the side that is not named yet; else of the one that is spoken of in the article.
OfficeId officeMeant(const Gazetteer& gazetteer, OfficeId office, const std::vector<Participant>& others,
                     const std::vector<PersonId>& cast, const std::optional<time::DayRange>& when) {
  std::vector<OfficeId> meant;
  for (const OfficeId own : gazetteer.officesUnder(office))
    if (gazetteer[own].side != Side::other) meant.push_back(own);
  if (gazetteer[office].side != Side::other || meant.empty()) return office;
  const auto spokenOf = [&](OfficeId one) {
    const auto holders = when ? gazetteer.holders(one, *when) : std::vector<PersonId>();
    return std::any_of(holders.begin(), holders.end(), [&](PersonId holder) {
      return std::find(cast.begin(), cast.end(), holder) != cast.end();
    });
  };
  std::vector<OfficeId> open;
  std::copy_if(meant.begin(), meant.end(), std::back_inserter(open),
               [&](OfficeId one) { return !hasSide(others, gazetteer[one].side); });
  if (open.size() == 1) return open.front();
  std::vector<OfficeId> known;
  std::copy_if(open.begin(), open.end(), std::back_inserter(known), spokenOf);
  if (known.size() == 1) return known.front();
  // Nobody else, where both sides have theirs. Of presidents the American one: a Chinese president is seldom
  // called so without his name.
  return open.empty() ? OfficeId() : open.front();
}

void addHolders(std::vector<Participant>& list, const Gazetteer& gazetteer, OfficeId title,
                const std::optional<time::DayRange>& when, const std::vector<PersonId>& cast) {
  const OfficeId office = officeMeant(gazetteer, title, list, cast, when);
  if (!office) return;
  const std::vector<PersonId> holders = when ? gazetteer.holders(office, *when) : std::vector<PersonId>();
  std::vector<PersonId> named;
  for (const PersonId holder : holders)
    if (std::find(cast.begin(), cast.end(), holder) != cast.end()) named.push_back(holder);
  const auto& best = named.size() == 1 ? named : holders;
  if (best.size() == 1)
    addUnique(list, personOf(gazetteer, best.front(), when));
  else
    addUnique(list, {gazetteer[office].title, ParticipantType::person, gazetteer[office].side,
                     gazetteer[office].title});
}

void addLeader(std::vector<Participant>& list, const Gazetteer& gazetteer, Side side,
               const std::optional<time::DayRange>& when, const std::vector<PersonId>& cast) {
  for (std::size_t i = 0; i < gazetteer.offices.size(); ++i) {
    const language::Office& office = gazetteer.offices[i];
    if (office.side != side || office.level != model::Level::leader || !office.single) continue;
    const OfficeId id(std::int32_t(i) + 1);
    if (when && gazetteer.holders(id, *when).size() == 1) return addHolders(list, gazetteer, id, when, cast);
  }
}

Participant governmentOf(Side side) {
  return {side == Side::us ? "US government" : "Chinese government", ParticipantType::body, side, {}};
}

void addMinisters(std::vector<Participant>& list, const Gazetteer& gazetteer, std::string_view offices,
                  const std::optional<time::DayRange>& when, const std::vector<PersonId>& cast) {
  for (std::size_t i = 0; i < gazetteer.offices.size(); ++i) {
    const std::string& id = gazetteer.offices[i].id;
    const std::size_t at = offices.find(id);
    if (at == std::string_view::npos) continue;
    const bool whole = (at == 0 || offices[at - 1] == ' ') &&
                       (at + id.size() == offices.size() || offices[at + id.size()] == ' ');
    if (whole) addHolders(list, gazetteer, OfficeId(std::int32_t(i) + 1), when, cast);
  }
}

/// "His Chinese counterpart": whoever holds the same office on the other side.
void addCounterparts(std::vector<Participant>& list, const Gazetteer& gazetteer,
                     const std::optional<time::DayRange>& when, const std::vector<PersonId>& cast) {
  if (!when || list.empty()) return;
  const PersonId first = gazetteer.personNamed(list.front().name);
  if (!first) return;
  for (const language::Term& term : gazetteer[first].terms)
    if (const OfficeId other = gazetteer[term.office].counterpart; other && term.holds(*when))
      return addHolders(list, gazetteer, other, when, cast);
}

/// Who is named by one mention, added to those known already.
void addPeople(std::vector<Participant>& people, const Gazetteer& gazetteer, const Mention& mention,
               const std::optional<time::DayRange>& when, const std::vector<PersonId>& cast) {
  switch (mention.kind) {
  case MentionKind::person:
    if (!mention.people.empty())
      addUnique(people, personOf(gazetteer, mention.people.front(), when));
    else
      addUnique(people, {mention.name, ParticipantType::person, mention.side.value_or(Side::other),
                         mention.offices.empty() ? std::string() : gazetteer[mention.offices.front()].title});
    break;
  case MentionKind::office:
    addHolders(people, gazetteer, mention.offices.back(), when, cast);
    break;
  case MentionKind::leaders:
    addLeader(people, gazetteer, Side::us, when, cast);
    addLeader(people, gazetteer, Side::cn, when, cast);
    break;
  case MentionKind::ministers:
    addMinisters(people, gazetteer, mention.field, when, cast);
    break;
  case MentionKind::counterpart:
    addCounterparts(people, gazetteer, when, cast);
    break;
  default:
    break;
  }
}

/// By how little a mention leans on the others: names first, then titles of one country, by which those of
/// several are told.
int vagueness(const Mention& mention, const Gazetteer& gazetteer) {
  if (mention.kind == MentionKind::person) return 0;
  const bool office = mention.kind == MentionKind::office && !mention.offices.empty();
  return office && gazetteer[mention.offices.back()].side != Side::other ? 1 : 2;
}

/// The people, in the order of the mentions.
std::vector<Participant> peopleOf(const std::vector<const Mention*>& mentions, const Gazetteer& gazetteer,
                                  const std::optional<time::DayRange>& when,
                                  const std::vector<PersonId>& cast) {
  std::vector<const Mention*> surest(mentions);
  if (surest.size() > 1) // a sort asks for memory of its own
    std::stable_sort(surest.begin(), surest.end(), [&](const Mention* a, const Mention* b) {
      return vagueness(*a, gazetteer) < vagueness(*b, gazetteer);
    });
  std::vector<Participant> people;
  people.reserve(mentions.size());
  std::vector<std::ptrdiff_t> place; // of the mention that named each, in `mentions`
  place.reserve(mentions.size());
  for (const Mention* mention : surest) {
    addPeople(people, gazetteer, *mention, when, cast);
    const auto at = std::find(mentions.begin(), mentions.end(), mention);
    place.resize(people.size(), std::distance(mentions.begin(), at));
  }
  if (std::is_sorted(place.begin(), place.end())) return people;
  std::vector<std::size_t> order(people.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return place[a] < place[b]; });
  std::vector<Participant> ordered;
  ordered.reserve(people.size());
  for (const std::size_t i : order)
    ordered.push_back(std::move(people[i]));
  return ordered;
}

/// In the house where Zhou had met Kissinger in 1971, Xi received him: who came to any office only a
/// generation after the day told was not there, when somebody else of his side was.
void dropLaterGeneration(std::vector<Participant>& people, const Gazetteer& gazetteer,
                         const std::optional<time::DayRange>& when) {
  if (!when || people.size() < 2) return;
  constexpr auto generation = std::chrono::days(20 * 365);
  const auto later = [&](const Participant& participant) {
    const PersonId id = gazetteer.personNamed(participant.name);
    return id && !gazetteer[id].terms.empty() &&
           std::all_of(
               gazetteer[id].terms.begin(), gazetteer[id].terms.end(),
               [&](const language::Term& term) { return term.from && *term.from > when->last + generation; });
  };
  const auto hasElder = [&](const Participant& participant) {
    return std::any_of(people.begin(), people.end(), [&](const Participant& other) {
      return other.side == participant.side && !later(other);
    });
  };
  std::vector<bool> dropped;
  dropped.reserve(people.size());
  for (const Participant& participant : people)
    dropped.push_back(later(participant) && hasElder(participant));
  for (std::size_t i = people.size(); i-- > 0;)
    if (dropped[i]) people.erase(people.begin() + std::ptrdiff_t(i));
}

bool represented(const std::vector<Participant>& people, Side side) {
  return std::any_of(people.begin(), people.end(), [&](const Participant& p) { return p.side == side; });
}

/// A country or ministry stands for its side only where nobody of `people` is named for it.
std::vector<Participant> bodiesOf(const std::vector<const Mention*>& mentions, const Gazetteer& gazetteer,
                                  const std::vector<Participant>& people) {
  std::vector<Participant> bodies;
  const auto addGovernment = [&](Side side) {
    if (!represented(people, side)) addUnique(bodies, governmentOf(side));
  };
  for (const Mention* mention : mentions) {
    const bool ofSide = mention->kind == MentionKind::side || mention->kind == MentionKind::officials;
    const bool mechanism = mention->kind == MentionKind::body && gazetteer[mention->body].kind == "mechanism";
    if (ofSide && mention->side) addGovernment(*mention->side);
    if (mention->kind == MentionKind::both || mechanism) { // a joint commission or dialogue is of both
      addGovernment(Side::us);
      addGovernment(Side::cn);
    }
    if (mention->kind != MentionKind::body) continue;
    const language::Body& body = gazetteer[mention->body];
    if (!represented(people, body.side)) addUnique(bodies, {body.name, ParticipantType::body, body.side, {}});
  }
  return bodies;
}

/// "Biden and Xi met at the G20": where both sides are there, a body of neither is where they met.
bool isVenueBody(const Participant& participant, const Gazetteer& gazetteer) {
  if (participant.type != ParticipantType::body || participant.side != Side::other) return false;
  const auto known = std::find_if(gazetteer.bodies.begin(), gazetteer.bodies.end(),
                                  [&](const language::Body& body) { return body.name == participant.name; });
  return known != gazetteer.bodies.end() && known->kind != "mechanism";
}

} // namespace

bool hasPerson(std::span<const Participant> people, std::optional<Side> side) {
  return std::any_of(people.begin(), people.end(), [&](const Participant& p) {
    return p.type == ParticipantType::person && (!side || p.side == *side);
  });
}

bool hasSide(std::span<const Participant> people, Side side) {
  return std::any_of(people.begin(), people.end(), [&](const Participant& p) { return p.side == side; });
}

std::vector<std::string_view> personsOf(std::span<const Participant> people) {
  std::vector<std::string_view> names;
  for (const Participant& p : people)
    if (p.type == ParticipantType::person) names.emplace_back(p.name);
  return names;
}

std::vector<Participant> participantsOf(const std::vector<const Mention*>& mentions,
                                        const Gazetteer& gazetteer, const std::optional<time::DayRange>& when,
                                        const std::vector<PersonId>& cast) {
  std::vector<Participant> all = peopleOf(mentions, gazetteer, when, cast);
  dropLaterGeneration(all, gazetteer, when);
  std::vector<Participant> bodies = bodiesOf(mentions, gazetteer, all);
  std::move(bodies.begin(), bodies.end(), std::back_inserter(all));
  if (represented(all, Side::us) && represented(all, Side::cn))
    std::erase_if(all, [&](const Participant& participant) { return isVenueBody(participant, gazetteer); });
  return all;
}

} // namespace demarche::extract
