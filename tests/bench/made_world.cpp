// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/made_world.h"

#include "core/time/calendar.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <tuple>

namespace demarche::bench {
namespace {

using language::Place;
using language::PlaceId;
using model::EventKind;
using model::Level;
using model::Side;

constexpr int firstYear = 1972;
constexpr int lastYear = 2026;
constexpr std::size_t months = std::size_t{lastYear - firstYear + 1} * 12;

enum Purpose : std::uint64_t { ofMonth = 1, ofFact = 2, ofPlace = 3 };

constexpr std::array<MadeTopic, madeTopicCount> topics{{
    {"trade", 1972, u"trade", u"贸易"},
    {"Taiwan", 1972, u"Taiwan", u"台湾问题"},
    {"military channels", 1979, u"military exchanges", u"两军交往"},
    {"people-to-people", 1972, u"student exchanges", u"人文交流"},
    {"agriculture", 1972, u"grain and soybeans", u"农产品和大豆"},
    {"arms control", 1975, u"arms control", u"军控"},
    {"Korea", 1980, u"the Korean Peninsula", u"半岛局势"},
    {"technology", 1979, u"technology", u"科技合作"},
    {"finance", 1985, u"the exchange rate", u"汇率"},
    {"investment", 1981, u"investment", u"投资"},
    {"consular", 1979, u"visas", u"签证"},
    {"maritime", 1995, u"the South China Sea", u"南海"},
    {"human rights", 1989, u"human rights", u"人权"},
    {"climate", 1995, u"climate change", u"气候变化"},
    {"law enforcement", 1998, u"law enforcement", u"执法合作"},
    {"health", 2003, u"public health", u"公共卫生"},
    {"cyber", 2010, u"cybersecurity", u"网络安全"},
    {"fentanyl", 2016, u"fentanyl", u"芬太尼"},
    {"tariffs", 2018, u"tariffs", u"关税"},
    {"export controls", 2018, u"export controls", u"出口管制"},
}};

/// How often each kind is told, of a hundred.
struct Share {
  EventKind kind;
  std::size_t percent;
};
constexpr std::array<Share, 9> shares{{{EventKind::meeting, 40},
                                       {EventKind::visit, 19},
                                       {EventKind::call, 16},
                                       {EventKind::measure, 7},
                                       {EventKind::agreement, 6},
                                       {EventKind::workingGroup, 5},
                                       {EventKind::letter, 4},
                                       {EventKind::posting, 2},
                                       {EventKind::incident, 1}}};

EventKind someKind(Dice& dice) {
  std::size_t drawn = dice.below(100);
  for (const Share& share : shares) {
    if (drawn < share.percent) return share.kind;
    drawn -= share.percent;
  }
  return EventKind::meeting;
}

std::size_t someTopic(Dice& dice, int year) {
  std::size_t topic = dice.zipf(topics.size());
  while (topics[topic].since > year)
    topic = dice.zipf(topics.size());
  return topic;
}

time::DayRange month(std::size_t index) {
  return time::monthRange(firstYear + static_cast<int>(index / 12), static_cast<unsigned>(index % 12) + 1);
}

/// The same for every run and machine, unlike std::hash.
std::uint64_t numberOf(std::string_view name) {
  std::uint64_t number = 0xcbf29ce484222325;
  for (const char c : name)
    number = (number ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return number;
}

} // namespace

std::uint64_t Dice::next() {
  m_state += 0x9e3779b97f4a7c15;
  std::uint64_t z = m_state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

double Dice::unit() {
  return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

std::size_t Dice::zipf(std::size_t limit) {
  const double drawn = std::pow(static_cast<double>(limit) + 1, unit()) - 1;
  return std::min(static_cast<std::size_t>(drawn), limit - 1);
}

const std::array<MadeTopic, madeTopicCount>& madeTopics() {
  return topics;
}

model::EventStatus MadeFact::statusOn(time::Day written) const {
  if (!comesOff && written >= cancelled) return model::EventStatus::cancelled;
  return written < days.first ? model::EventStatus::planned : model::EventStatus::occurred;
}

MadeWorld::MadeWorld(const language::Gazetteer& gazetteer, std::uint64_t seed, std::size_t facts)
    : m_gazetteer(gazetteer), m_seed(seed), m_facts(facts) {
  std::vector<double> weights;
  for (std::size_t i = 0; i < months; ++i) {
    // Ten times as much in the last year as in the first, and a crisis every other year.
    Dice dice(seed, ofMonth, i);
    const double growth = std::pow(10.0, static_cast<double>(i) / static_cast<double>(months));
    weights.push_back(growth / (0.15 + dice.unit()));
  }
  double all = 0;
  for (const double weight : weights)
    all += weight;
  double before = 0;
  for (const double weight : weights) {
    m_untilMonth.push_back(before / all);
    before += weight;
  }
  m_untilMonth.push_back(1);
  gatherPeople();
  gatherPlaces();
}

void MadeWorld::gatherPeople() {
  m_months.resize(months);
  for (std::size_t person = 0; person < m_gazetteer.persons.size(); ++person) {
    const language::Person& known = m_gazetteer.persons[person];
    if (known.zh.empty()) continue;
    const language::PersonId id(static_cast<std::int32_t>(person) + 1);
    for (const language::Term& term : known.terms) {
      if (!term.office || !term.from || m_gazetteer[term.office].zh.empty()) continue;
      const language::Office& office = m_gazetteer[term.office];
      if (office.level == Level::unknown) continue;
      for (std::size_t i = 0; i < months; ++i) {
        if (!term.holds(month(i))) continue;
        const MadePart part{id, term.office, known.side};
        Month& here = m_months[i];
        (known.side == Side::us ? here.us : known.side == Side::cn ? here.cn : here.other).push_back(part);
        if (!office.posted.empty() && known.side != Side::other) here.envoys.push_back(part);
      }
    }
  }
  const auto seniority = [&](const MadePart& part) {
    const language::Office& office = m_gazetteer[part.office];
    return std::make_tuple(-static_cast<int>(office.level), !office.single,
                           numberOf(m_gazetteer[part.person].name), part.office);
  };
  for (Month& here : m_months)
    for (std::vector<MadePart>* people : {&here.us, &here.cn, &here.other, &here.envoys})
      std::sort(people->begin(), people->end(),
                [&](const MadePart& a, const MadePart& b) { return seniority(a) < seniority(b); });
}

void MadeWorld::gatherPlaces() {
  for (std::size_t i = 0; i < m_gazetteer.places.size(); ++i) {
    const Place& place = m_gazetteer.places[i];
    if (place.kind != language::PlaceKind::city || place.zh.empty()) continue;
    std::vector<PlaceId>& places = place.country == "US"   ? m_usPlaces
                                   : place.country == "CN" ? m_cnPlaces
                                                           : m_otherPlaces;
    places.emplace_back(static_cast<std::int32_t>(i) + 1);
  }
  const auto rank = [&](PlaceId id) {
    const std::string& name = m_gazetteer[id].name;
    return std::make_tuple(name != "Washington" && name != "Beijing", numberOf(name));
  };
  for (std::vector<PlaceId>* places : {&m_usPlaces, &m_cnPlaces, &m_otherPlaces})
    std::sort(places->begin(), places->end(), [&](PlaceId a, PlaceId b) { return rank(a) < rank(b); });
}

time::Day MadeWorld::dayOf(std::size_t number) const {
  const double share = (static_cast<double>(number) + 0.5) / static_cast<double>(m_facts);
  const auto after = std::upper_bound(m_untilMonth.begin(), m_untilMonth.end(), share);
  const auto index = std::min(static_cast<std::size_t>(after - m_untilMonth.begin()), months) - 1;
  const double within = (share - m_untilMonth[index]) / (m_untilMonth[index + 1] - m_untilMonth[index]);
  const time::DayRange days = month(index);
  return days.first + std::chrono::days(std::min(static_cast<int>(within * days.days()), days.days() - 1));
}

std::size_t MadeWorld::monthOf(time::Day day) const {
  const int index = (time::yearOf(day) - firstYear) * 12 + static_cast<int>(time::monthOf(day)) - 1;
  return static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(months) - 1));
}

std::size_t MadeWorld::firstFrom(time::Day day) const {
  std::size_t low = 0;
  for (std::size_t high = m_facts; low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    if (dayOf(middle) < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

Level MadeWorld::levelOf(const MadePart& part) const {
  return m_gazetteer[part.office].level;
}

/// Of that level if a few draws find one (`unknown` for any), and in office on that very day.
MadePart MadeWorld::someone(const std::vector<MadePart>& people, time::Day day, Level level,
                            Dice& dice) const {
  MadePart found;
  for (int draw = 0; draw < 12 && !people.empty(); ++draw) {
    const MadePart& part = people[dice.zipf(people.size())];
    const std::vector<language::Term>& terms = m_gazetteer[part.person].terms;
    const bool holds = std::any_of(terms.begin(), terms.end(), [&](const language::Term& term) {
      return term.office == part.office && term.holds({day, day});
    });
    if (!holds) continue;
    if (level == Level::unknown || levelOf(part) == level) return part;
    if (!found.person) found = part;
  }
  return found;
}

void MadeWorld::castPeople(MadeFact& fact, Dice& dice) const {
  const Month& here = m_months[monthOf(fact.days.first)];
  const bool usFirst = dice.oneIn(2);
  if (fact.kind == EventKind::posting) {
    fact.first = someone(here.envoys, fact.days.first, Level::unknown, dice);
    if (!fact.first.person) fact.kind = EventKind::visit;
  }
  if (!fact.first.person)
    fact.first = someone(usFirst ? here.us : here.cn, fact.days.first, Level::unknown, dice);
  if (fact.first.person) {
    const Level level = levelOf(fact.first);
    fact.second = someone(fact.first.side == Side::us ? here.cn : here.us, fact.days.first, level, dice);
  }
  if (fact.kind == EventKind::meeting && dice.oneIn(8)) {
    if (const MadePart other = someone(here.other, fact.days.first, levelOf(fact.first), dice);
        other.person) {
      fact.second = other;
      fact.scope = model::Scope::context;
    }
  }
}

void MadeWorld::castPlace(MadeFact& fact, Dice& dice) const {
  if (fact.kind == EventKind::posting) {
    const std::string& country = m_gazetteer[fact.first.office].posted;
    fact.place = country == "CN" ? m_cnPlaces.front() : m_usPlaces.front();
    return;
  }
  const bool atFirsts = fact.kind != EventKind::visit && dice.oneIn(2);
  const bool inUs = (fact.first.side == Side::us) == atFirsts;
  const std::vector<PlaceId>& home = inUs ? m_usPlaces : m_cnPlaces;
  const bool third = fact.kind != EventKind::visit && dice.below(100) < 35;
  const std::vector<PlaceId>& places = third ? m_otherPlaces : home;
  // Two capitals see most of it.
  fact.place = !third && dice.below(100) < 45 ? places.front() : places[dice.zipf(places.size())];
}

MadeFact MadeWorld::fact(std::size_t number) const {
  Dice dice(m_seed, ofFact, number);
  MadeFact fact;
  fact.number = number;
  fact.kind = someKind(dice);
  const time::Day day = dayOf(number);
  const int length = fact.kind == EventKind::visit          ? static_cast<int>(dice.below(4))
                     : fact.kind == EventKind::workingGroup ? static_cast<int>(dice.below(2))
                                                            : 0;
  fact.days = {day, day + std::chrono::days(length)};
  const bool planned = fact.kind != EventKind::measure && fact.kind != EventKind::incident &&
                       fact.kind != EventKind::letter && fact.kind != EventKind::posting;
  fact.announced = day - std::chrono::days(planned ? 5 + static_cast<int>(dice.below(60)) : 0);
  fact.comesOff = !planned || dice.below(100) >= 7;
  fact.cancelled = day - std::chrono::days(1 + static_cast<int>(dice.below(10)));
  fact.topics.front() = someTopic(dice, time::yearOf(day));
  do
    fact.topics.back() = someTopic(dice, time::yearOf(day));
  while (fact.topics.back() == fact.topics.front());
  castPeople(fact, dice);
  castPlace(fact, dice);
  return fact;
}

} // namespace demarche::bench
