// SPDX-License-Identifier: Apache-2.0
#include "core/language/gazetteer.h"

#include <algorithm>
#include <cassert>

namespace demarche::language {

bool Term::holds(time::DayRange when) const {
  return (!from || *from <= when.last) && (!to || *to >= when.first);
}

std::vector<PersonId> Gazetteer::holders(OfficeId office, time::DayRange when) const {
  std::vector<PersonId> found;
  for (std::size_t i = 0; i < persons.size(); ++i) {
    const std::vector<Term>& terms = persons[i].terms;
    if (std::any_of(terms.begin(), terms.end(),
                    [&](const Term& term) { return term.office == office && term.holds(when); }))
      found.emplace_back(static_cast<std::int32_t>(i) + 1);
  }
  return found;
}

const Office* Gazetteer::officeOf(PersonId person, time::DayRange when) const {
  const Office* highest = nullptr;
  for (const Term& term : (*this)[person].terms) {
    if (!term.holds(when)) continue;
    const Office& office = (*this)[term.office];
    if (highest == nullptr || office.level > highest->level) highest = &office;
  }
  return highest;
}

const Office* Gazetteer::officeTitled(const std::string& title) const {
  const auto known = titles.find(title);
  return known == titles.end() ? nullptr : &(*this)[known->second];
}

const Gazetteer::Name& Gazetteer::name(const Entry& entry) const {
  const std::optional<std::int64_t> index = entry.fields.number("value");
  assert(index && *index >= 0 && static_cast<std::size_t>(*index) < names.size());
  return names[static_cast<std::size_t>(*index)];
}

} // namespace demarche::language
