// SPDX-License-Identifier: Apache-2.0
#pragma once

// Short ways to write down what an article tells, for the tests of this folder.

#include "core/coreference/join.h"
#include "core/model/event.h"

#include <string>
#include <utility>
#include <vector>

namespace demarche::coreference {

inline model::Event account(std::string id, model::EventKind kind, std::string_view date) {
  model::Event event;
  event.id = std::move(id);
  event.kind = kind;
  event.date = time::Edtf::parse(date).value();
  event.title = "Account " + event.id;
  event.confidence = 0.5;
  model::Passage passage;
  passage.article = event.id + ".txt";
  passage.text = u"A sentence.";
  passage.span = {0, 11};
  event.passages = {passage};
  return event;
}

inline model::Event with(model::Event event, std::vector<std::string> american,
                         std::vector<std::string> chinese) {
  for (std::string& name : american)
    event.participants.push_back({std::move(name), model::ParticipantType::person, model::Side::us, {}});
  for (std::string& name : chinese)
    event.participants.push_back({std::move(name), model::ParticipantType::person, model::Side::cn, {}});
  return event;
}

inline model::Event withBodies(model::Event event, std::string american, std::string chinese) {
  event.participants.push_back({std::move(american), model::ParticipantType::body, model::Side::us, {}});
  event.participants.push_back({std::move(chinese), model::ParticipantType::body, model::Side::cn, {}});
  return event;
}

inline model::Event at(model::Event event, std::string place, std::string country) {
  event.place = model::Place{std::move(place), std::move(country)};
  return event;
}

inline model::Event told(model::Event event, model::EventStatus status) {
  event.status = status;
  return event;
}

/// Days of writing of the articles of accounts with these ids.
inline DaysOfWriting written(const std::vector<std::pair<std::string, std::string>>& days) {
  DaysOfWriting result;
  for (const auto& [id, day] : days)
    result.emplace(id + ".txt", time::Edtf::parse(day).value());
  return result;
}

inline model::Event in(model::Event event, std::string article) {
  event.passages.front().article = std::move(article);
  return event;
}

} // namespace demarche::coreference
