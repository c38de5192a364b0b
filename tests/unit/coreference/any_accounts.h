// SPDX-License-Identifier: Apache-2.0
#pragma once

// Accounts of everything that joining looks at, crowded into so few people, days and places that many of them
// are the same. Drawn by remainders, so that they are the same with every standard library.

#include "tests/unit/coreference/accounts.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace demarche::coreference {

class AnyAccounts {
 public:
  /// The more persons and bodies each side has, the fewer accounts are the same.
  AnyAccounts(std::uint64_t seed, std::size_t peopleOfSide) : m_random(seed), m_people(peopleOfSide) {}

  [[nodiscard]] std::size_t below(std::size_t limit) { return m_random() % limit; }

  /// The first of the names is told as often as all the others together.
  [[nodiscard]] std::string oneOf(const std::vector<std::string>& names) {
    return below(2) == 0 ? names.front() : names[below(names.size())];
  }

  /// In one of `articles` articles, at times in two; every third says what was said before.
  [[nodiscard]] model::Event next(std::size_t articles) {
    model::Event event = !m_made.empty() && below(3) == 0 ? m_made[below(m_made.size())] : unlikeOthers();
    event.id = "event" + std::to_string(m_made.size());
    event.passages.resize(below(12) == 0 ? 2 : 1, event.passages.front());
    for (model::Passage& passage : event.passages)
      passage.article = article(below(below(articles) + 1)); // some tell much
    m_made.push_back(event);
    return event;
  }

  [[nodiscard]] std::vector<model::Event> some(std::size_t count, std::size_t articles) {
    std::vector<model::Event> events;
    for (std::size_t i = 0; i < count; ++i)
      events.push_back(next(articles));
    return events;
  }

  /// When they were written; of some it is not known.
  [[nodiscard]] DaysOfWriting written(std::size_t articles) {
    DaysOfWriting days;
    for (std::size_t i = 0; i < articles; ++i)
      if (below(5) > 0) days[article(i)] = time::Edtf::parse(oneOf(daysOfWriting)).value();
    return days;
  }

  static std::string article(std::size_t number) { return std::to_string(number) + ".txt"; }

 private:
  static inline const std::vector<std::string> dates = {"2023-05-10",
                                                        "2023-05-11",
                                                        "2023-05-14",
                                                        "2023-05-07",
                                                        "2023-05-08/2023-05-10",
                                                        "2023-05-09/2023-05-15",
                                                        "2023-05-01/2023-05-08",
                                                        "2023-05",
                                                        "2023-04-28/2023-05-25",
                                                        "2023-04",
                                                        "2023-06-02",
                                                        "2023-06",
                                                        "2023-21",
                                                        "2023",
                                                        "2022",
                                                        "2022-12-31",
                                                        "2023-01-01",
                                                        "2023-01-04",
                                                        "2023-12/2024-01",
                                                        "2024-01",
                                                        "2021",
                                                        "unknown",
                                                        "unknown",
                                                        "unknown",
                                                        "2023-05/..",
                                                        "2023-05-13",
                                                        "2023-06-28",
                                                        "2022/2024"};
  static inline const std::vector<std::string> daysOfWriting = {
      "2023-05-12", "2023-05-10", "2023-06-11", "2023-06-13", "2023-07-11", "2023-11-20", "2022-12-30",
      "2023-01",    "2024-05-01", "2025-12-01", "2026-06-30", "2021-12-01", "2023",       "unknown"};
  static inline const std::vector<model::Place> places = {
      {"Vienna", "AT"},   {"Vienna", ""},    {"Austria", "AT"}, {"Beijing", "CN"}, {"China", "CN"},
      {"Shanghai", "CN"}, {"Beijing", "AT"}, {"", "CN"},        {"Salzburg", "AT"}};

  model::Event unlikeOthers() {
    model::Event event = account("", kind(), oneOf(dates));
    event.status = below(2) == 0 ? model::EventStatus::occurred : model::allEventStatuses[below(3)];
    if (below(8) == 0) event.scope = model::Scope::context;
    for (const model::Side side : {model::Side::us, model::Side::cn, model::Side::other})
      addPeople(event, side);
    if (below(3) > 0) event.place = places[below(places.size())];
    if (below(6) == 0) event.topics = {below(2) == 0 ? "tariff" : "export-control"};
    return event;
  }

  /// Meetings most often, since several kinds may be told as one.
  model::EventKind kind() {
    return below(3) == 0 ? model::EventKind::meeting
                         : model::allEventKinds[below(model::allEventKinds.size())];
  }

  void addPeople(model::Event& event, model::Side side) {
    const std::string prefix(code(side));
    const std::size_t persons = side == model::Side::other ? below(5) / 4 : below(3);
    for (std::size_t i = 0; i < persons; ++i)
      event.participants.push_back(
          {prefix + " person " + std::to_string(below(m_people)), model::ParticipantType::person, side, {}});
    if (below(4) == 0)
      event.participants.push_back(
          {prefix + " body " + std::to_string(below(m_people)), model::ParticipantType::body, side, {}});
    if (below(8) == 0)
      event.participants.push_back({"Minister", model::ParticipantType::person, side, "Minister"});
  }

  std::mt19937_64 m_random;
  std::size_t m_people;
  std::vector<model::Event> m_made;
};

} // namespace demarche::coreference
