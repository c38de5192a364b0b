// SPDX-License-Identifier: Apache-2.0
#include "core/language/name_lexicon.h"

#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

namespace demarche::language {
namespace {

class Indexer {
 public:
  explicit Indexer(Gazetteer& gazetteer) : m_gazetteer(gazetteer) { m_gazetteer.names.clear(); }

  std::shared_ptr<const NameLexicon> run() {
    const Gazetteer& known = m_gazetteer;
    for (std::size_t i = 0; i < known.persons.size(); ++i) {
      const Person& person = known.persons[i];
      addForms(NameClass::person, i, person, person.name);
      if (!person.family.empty()) add(NameClass::family, i, person.origin, person.family);
      for (const std::string& form : person.en)
        if (const std::string family = olderFamily(person, form); !family.empty())
          add(NameClass::family, i, person.origin, family);
      for (const std::string& form : person.mangled)
        add(NameClass::mangled, i, person.origin, form);
    }
    for (std::size_t i = 0; i < known.offices.size(); ++i)
      addForms(NameClass::office, i, known.offices[i], known.offices[i].title);
    for (std::size_t i = 0; i < known.places.size(); ++i)
      addForms(NameClass::place, i, known.places[i], known.places[i].name);
    for (std::size_t i = 0; i < known.bodies.size(); ++i)
      addForms(NameClass::body, i, known.bodies[i], known.bodies[i].name);
    return finish();
  }

 private:
  /// Teng of "Teng Hsiao-ping": older spellings of a Chinese name begin with a family name of their own.
  static std::string olderFamily(const Person& person, const std::string& form) {
    constexpr std::size_t shortest = 4; // "Hu", "Li", "Wen" are everyday words or names of many
    const std::size_t space = form.find(' ');
    if (person.side != model::Side::cn || space == std::string::npos || space < shortest) return {};
    if (form.find('-', space) == std::string::npos)
      return {}; // "Premier Chou": only Teng Hsiao-ping is spelt so
    std::string family = form.substr(0, space);
    return form.ends_with(" " + person.family) || family == person.family ? std::string() : family;
  }

  template <typename Bearer>
  void addForms(NameClass cls, std::size_t index, const Bearer& bearer, const std::string& name) {
    add(cls, index, bearer.origin, name);
    for (const std::string& form : bearer.en)
      add(cls, index, bearer.origin, form);
    for (const std::string& form : bearer.zh)
      add(cls, index, bearer.origin, form);
  }

  void add(NameClass cls, std::size_t bearer, const Origin& origin, const std::string& form) {
    std::u16string folded = text::fold(text::toUtf16(form));
    auto& ofClass = m_known[static_cast<std::size_t>(cls)];
    const auto [known, added] = ofClass.try_emplace(std::move(folded), m_gazetteer.names.size());
    if (added) {
      m_gazetteer.names.push_back({text::toUtf8(known->first), {}});
      m_forms.push_back(&known->first);
      PackEntry& entry = m_names->entries.emplace_back();
      entry.cls = ClassName(nameClasses[static_cast<std::size_t>(cls)]);
      entry.classId = Symbols::idOf(cls);
      entry.origin = origin;
      entry.fields.set("value", static_cast<std::int64_t>(known->second));
    }
    std::vector<std::int32_t>& bearers = m_gazetteer.names[known->second].bearers;
    const auto id = static_cast<std::int32_t>(bearer) + 1;
    if (std::find(bearers.begin(), bearers.end(), id) == bearers.end()) bearers.push_back(id);
  }

  /// Only now do the entries stay where they are.
  std::shared_ptr<const NameLexicon> finish() {
    for (std::size_t i = 0; i < m_forms.size(); ++i)
      m_names->lexicon.add(*m_forms[i], &m_names->entries[i], m_names->vocabulary);
    m_names->lexicon.finish();
    return m_names;
  }

  Gazetteer& m_gazetteer;
  std::shared_ptr<NameLexicon> m_names = std::make_shared<NameLexicon>();
  std::unordered_map<std::u16string, std::size_t>
      m_known[nameClasses.size()];            ///< folded form → index of the name
  std::vector<const std::u16string*> m_forms; ///< by index of the name
};

} // namespace

std::shared_ptr<const NameLexicon> indexNames(Gazetteer& gazetteer) {
  return Indexer(gazetteer).run();
}

} // namespace demarche::language
