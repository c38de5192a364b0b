// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/strong_id.h"
#include "core/language/reading.h"
#include "core/model/event.h"
#include "core/time/edtf.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::language {

/// Indices into the gazetteer's tables. Index + 1, so that zero is none.
using PersonId = base::StrongId<struct PersonTag, std::int32_t>;
using OfficeId = base::StrongId<struct OfficeTag, std::int32_t>;
using PlaceId = base::StrongId<struct PlaceTag, std::int32_t>;
using BodyId = base::StrongId<struct BodyTag, std::int32_t>;

struct Office {
  std::string id;    ///< `us-secretary-of-state`
  std::string title; ///< in English: "US Secretary of State"
  model::Side side = model::Side::other;
  model::Level level = model::Level::unknown;
  bool single = true;   ///< one holder at a time: the title alone names the person
  std::string posted;   ///< country in which an envoy sits; empty for all others
  OfficeId counterpart; ///< the same office on the other side, if there is one
  OfficeId general;     ///< the title that news leaves of it without its country: 外长 of 中国外长
  std::vector<std::string> en; ///< further forms
  std::vector<std::string> zh;
  Origin origin;
};

/// When a person held an office; an absent end is still in office, an absent begin is not known.
struct Term {
  OfficeId office;
  std::optional<time::Day> from;
  std::optional<time::Day> to;
  [[nodiscard]] bool holds(time::DayRange when) const;
};

struct Person {
  std::string name;   ///< canonical English name
  std::string family; ///< English family name, as used after the first mention
  model::Side side = model::Side::other;
  std::vector<std::string> en;      ///< further full forms (nicknames, initials, pinyin orders)
  std::vector<std::string> zh;      ///< in either script: the common form first
  std::vector<std::string> mangled; ///< what translation machines make of the name; needs a title or the rest
                                    ///< of the text beside it
  std::vector<Term> terms;
  Origin origin;
};

/// An area is a sea, a strait or a peninsula: a subject of talks, and hardly ever where they are held.
enum class PlaceKind : std::uint8_t { area, country, region, city, venue };

struct Place {
  std::string name;
  std::string country; ///< ISO 3166-1 alpha-2
  PlaceKind kind = PlaceKind::city;
  std::string city; ///< for a venue: the city's name; else empty
  std::vector<std::string> en;
  std::vector<std::string> zh;
  Origin origin;
};

/// A government, ministry, party organ, army, mechanism, company …
struct Body {
  std::string name;
  model::Side side = model::Side::other;
  std::string kind; ///< `government ministry mechanism military party legislature other`
  std::vector<std::string> en;
  std::vector<std::string> zh;
  Origin origin;
};

/// Who held which office when, and every name that they, places and bodies go by.
struct Gazetteer {
  std::vector<Person> persons;
  std::vector<Office> offices;
  std::vector<Place> places;
  std::vector<Body> bodies;

  [[nodiscard]] const Person& operator[](PersonId id) const { return persons[std::size_t(id.number()) - 1]; }
  [[nodiscard]] const Office& operator[](OfficeId id) const { return offices[std::size_t(id.number()) - 1]; }
  [[nodiscard]] const Place& operator[](PlaceId id) const { return places[std::size_t(id.number()) - 1]; }
  [[nodiscard]] const Body& operator[](BodyId id) const { return bodies[std::size_t(id.number()) - 1]; }

  /// To be called once the tables are filled: what is asked below is looked up, not searched for.
  void index();

  /// None when nobody has this canonical name. O(log persons).
  [[nodiscard]] PersonId personNamed(std::string_view name) const;
  /// The last day on which somebody is known to have taken an office.
  [[nodiscard]] const std::optional<time::Day>& lastAppointment() const { return m_lastAppointment; }
  /// Who held the office at some day of `when`; several when it has several seats or changed hands.
  /// O(those who ever held it).
  [[nodiscard]] std::vector<PersonId> holders(OfficeId office, time::DayRange when) const;
  /// The office of highest level that the person held on some day of `when`.
  [[nodiscard]] const Office* officeOf(PersonId person, time::DayRange when) const;
  /// The offices that news shortens to this title (`Office::general`), ascending. O(1).
  [[nodiscard]] std::span<const OfficeId> officesUnder(OfficeId general) const;
  /// The office with this English title; of several the highest. Null when there is none. O(1).
  [[nodiscard]] const Office* officeTitled(const std::string& title) const;

  /// What a name may stand for. Entries of class `person`, `family`, `mangled`, `office`, `place` and `body`
  /// carry a NameId as their `value`; a name is listed once with all who bear it.
  struct Name {
    std::string form;                  ///< folded
    std::vector<std::int32_t> bearers; ///< PersonId, OfficeId, PlaceId or BodyId, by the entry's class
  };
  std::vector<Name> names;
  [[nodiscard]] const Name& name(const Entry& entry) const;

 private:
  std::unordered_map<std::string, OfficeId> m_byTitle;
  std::vector<PersonId> m_byName;                 ///< ascending by canonical name
  std::vector<std::vector<PersonId>> m_byOffice;  ///< who ever held it
  std::vector<std::vector<OfficeId>> m_byGeneral; ///< offices that are shortened to it
  std::optional<time::Day> m_lastAppointment;
};

} // namespace demarche::language
