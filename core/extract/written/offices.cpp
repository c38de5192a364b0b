// SPDX-License-Identifier: Apache-2.0
#include "core/extract/written/offices.h"

#include <algorithm>

namespace demarche::extract {

using language::Gazetteer;
using language::Term;
using std::chrono::days;

bool isOfTitle(const Gazetteer& gazetteer, const Term& term, const Mention& titled) {
  return std::any_of(titled.offices.begin(), titled.offices.end(), [&](language::OfficeId office) {
    return office == term.office || office == gazetteer[term.office].general;
  });
}

std::optional<bool> inOffice(const Gazetteer& gazetteer, const Mention& titled, time::DayRange when) {
  bool known = false, held = false;
  for (const language::PersonId id : titled.people) {
    const language::Person& person = gazetteer[id];
    bool ofTitle = false, heldAny = false, heldTitle = false;
    for (const Term& term : person.terms) {
      const bool title = isOfTitle(gazetteer, term, titled);
      ofTitle |= title;
      heldAny |= term.holds(when);
      heldTitle |= title && term.holds(when);
    }
    known |= !person.terms.empty();
    held |= ofTitle ? heldTitle : heldAny;
  }
  return known ? std::optional(held) : std::nullopt;
}

bool hasJustBegun(const Gazetteer& gazetteer, const Mention& titled, time::Day day) {
  return std::any_of(titled.people.begin(), titled.people.end(), [&](language::PersonId person) {
    const auto& terms = gazetteer[person].terms;
    return std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
      return term.from && day >= *term.from - days(30) && day <= *term.from + days(100);
    });
  });
}

} // namespace demarche::extract
