// SPDX-License-Identifier: Apache-2.0
#include "core/language/gazetteer.h"

#include <algorithm>
#include <cassert>

namespace demarche::language {

bool Term::holds(time::DayRange when) const {
  return (!from || *from <= when.last) && (!to || *to >= when.first);
}

void Gazetteer::index() {
  m_byTitle.clear();
  for (std::size_t i = 0; i < offices.size(); ++i) {
    const OfficeId id(static_cast<std::int32_t>(i) + 1);
    const auto [titled, first] = m_byTitle.try_emplace(offices[i].title, id);
    if (!first && (*this)[titled->second].level < offices[i].level) titled->second = id;
  }
  m_byGeneral.assign(offices.size(), {});
  for (std::size_t i = 0; i < offices.size(); ++i)
    if (const OfficeId general = offices[i].general)
      m_byGeneral[std::size_t(general.number()) - 1].emplace_back(static_cast<std::int32_t>(i) + 1);
  m_byName.clear();
  m_byOffice.assign(offices.size(), {});
  for (std::size_t i = 0; i < persons.size(); ++i) {
    const PersonId id(static_cast<std::int32_t>(i) + 1);
    m_byName.push_back(id);
    for (const Term& term : persons[i].terms) {
      if (!term.office) continue;
      std::vector<PersonId>& holders = m_byOffice[std::size_t(term.office.number()) - 1];
      if (holders.empty() || holders.back() != id) holders.push_back(id);
      m_lastAppointment = std::max(m_lastAppointment, term.from);
    }
  }
  std::sort(m_byName.begin(), m_byName.end(),
            [&](PersonId a, PersonId b) { return (*this)[a].name < (*this)[b].name; });
}

PersonId Gazetteer::personNamed(std::string_view name) const {
  const auto found = std::lower_bound(m_byName.begin(), m_byName.end(), name,
                                      [&](PersonId id, std::string_view n) { return (*this)[id].name < n; });
  return found != m_byName.end() && (*this)[*found].name == name ? *found : PersonId();
}

std::vector<PersonId> Gazetteer::holders(OfficeId office, time::DayRange when) const {
  std::vector<PersonId> found;
  for (const PersonId id : m_byOffice[std::size_t(office.number()) - 1]) {
    const std::vector<Term>& terms = (*this)[id].terms;
    if (std::any_of(terms.begin(), terms.end(),
                    [&](const Term& term) { return term.office == office && term.holds(when); }))
      found.push_back(id);
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

std::span<const OfficeId> Gazetteer::officesUnder(OfficeId general) const {
  return m_byGeneral[std::size_t(general.number()) - 1];
}

const Office* Gazetteer::officeTitled(const std::string& title) const {
  const auto known = m_byTitle.find(title);
  return known == m_byTitle.end() ? nullptr : &(*this)[known->second];
}

const Gazetteer::Name& Gazetteer::name(const Entry& entry) const {
  const std::optional<std::int64_t> index = entry.fields.number("value");
  assert(index && *index >= 0 && static_cast<std::size_t>(*index) < names.size());
  return names[static_cast<std::size_t>(*index)];
}

} // namespace demarche::language
