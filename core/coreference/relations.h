// SPDX-License-Identifier: Apache-2.0
#pragma once

// How two accounts stand to each other in one thing that both tell. Each relation ascends by how much it says
// for one event; its lowest value rules one event out.

#include "core/coreference/account.h"

namespace demarche::coreference {

enum class KindRelation { different, related, equal };

enum class PeopleRelation {
  contradict,
  strangers, ///< nobody in common, and nobody who would have to be
  bodiesOnly,
  personsAndBodies,
  oneSideAndBody, ///< persons of one side in common; on another one account names a person, one a body
  oneSide,        ///< persons of one side in common; on no other do both name some
  allSides
};

enum class PlaceRelation {
  contradict,
  sameCountry, ///< two places at home
  untold,
  within, ///< a country and a place in it, or two places of a third country
  same
};

enum class DayRelation {
  contradict,
  undated,
  near,       ///< a day apart, as on the two sides of the Pacific, or as far from a plan as plans slip
  oneJourney, ///< a few days apart: stops of it
  overlap
};

/// In the order in which they are looked at; after the first that rules one event out the rest stay lowest.
struct Relations {
  KindRelation kind = KindRelation::different;
  bool oneArticle = false; ///< some article tells both
  DayRelation when = DayRelation::contradict;
  PeopleRelation who = PeopleRelation::contradict;
  PlaceRelation where = PlaceRelation::contradict;
};
[[nodiscard]] Relations relations(const Account& a, const Account& b);

[[nodiscard]] KindRelation kindRelation(model::EventKind a, model::EventKind b);

/// Days from one stop of a journey to the next.
inline constexpr int betweenStops = 3;

/// Days from the end of the earlier to the beginning of the later; none or less where they overlap.
[[nodiscard]] int gapBetween(const time::DayRange& a, const time::DayRange& b);

/// What else an event of this kind may be told as.
[[nodiscard]] const std::vector<model::EventKind>& alsoToldAs(model::EventKind kind);

/// The same two people may sign, found, impose or write several things on one day; an article that tells
/// two of them means two.
[[nodiscard]] bool canBeSeveralAtOnce(model::EventKind kind);

/// One side is enough to know a journey or an act by; talks need both.
[[nodiscard]] bool isOneSided(model::EventKind kind);

} // namespace demarche::coreference
