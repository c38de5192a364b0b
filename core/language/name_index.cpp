// SPDX-License-Identifier: Apache-2.0
#include "core/language/name_index.h"

#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace demarche::language {
namespace {

class Indexer {
 public:
  explicit Indexer(Gazetteer& gazetteer) : m_gazetteer(gazetteer) { m_gazetteer.names.clear(); }

  std::vector<IndexedName> run() {
    for (std::size_t i = 0; i < m_gazetteer.persons.size(); ++i) {
      const Person& person = m_gazetteer.persons[i];
      addForms("person", i, person.origin, {person.name}, person.en, person.zh);
      if (!person.family.empty()) add("family", i, person.origin, person.family);
      for (const std::string& form : person.mangled)
        add("mangled", i, person.origin, form);
    }
    for (std::size_t i = 0; i < m_gazetteer.offices.size(); ++i) {
      const Office& office = m_gazetteer.offices[i];
      addForms("office", i, office.origin, {office.title}, office.en, office.zh);
    }
    for (std::size_t i = 0; i < m_gazetteer.places.size(); ++i) {
      const Place& place = m_gazetteer.places[i];
      addForms("place", i, place.origin, {place.name}, place.en, place.zh);
    }
    for (std::size_t i = 0; i < m_gazetteer.bodies.size(); ++i) {
      const Body& body = m_gazetteer.bodies[i];
      addForms("body", i, body.origin, {body.name}, body.en, body.zh);
    }
    return std::move(m_indexed);
  }

 private:
  void addForms(std::string_view cls, std::size_t bearer, const Origin& origin,
                const std::vector<std::string>& own, const std::vector<std::string>& en,
                const std::vector<std::string>& zh) {
    for (const auto* forms : {&own, &en, &zh})
      for (const std::string& form : *forms)
        add(cls, bearer, origin, form);
  }

  void add(std::string_view cls, std::size_t bearer, const Origin& origin, const std::string& form) {
    std::string folded = text::toUtf8(text::fold(text::toUtf16(form)));
    std::string key;
    key.append(cls).append("\n").append(folded);
    const auto [known, added] = m_known.try_emplace(std::move(key), m_gazetteer.names.size());
    if (added) {
      m_gazetteer.names.push_back({std::move(folded), {}});
      m_indexed.push_back({cls, origin});
    }
    std::vector<std::int32_t>& bearers = m_gazetteer.names[known->second].bearers;
    const auto id = static_cast<std::int32_t>(bearer) + 1;
    if (std::find(bearers.begin(), bearers.end(), id) == bearers.end()) bearers.push_back(id);
  }

  Gazetteer& m_gazetteer;
  std::vector<IndexedName> m_indexed;
  std::unordered_map<std::string, std::size_t> m_known; ///< class and form → index of the name
};

} // namespace

std::vector<IndexedName> indexNames(Gazetteer& gazetteer) {
  return Indexer(gazetteer).run();
}

} // namespace demarche::language
