// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/describe.h"

#include <algorithm>
#include <array>

namespace demarche::extract {
namespace {

using model::Event;
using model::Level;
using model::Participant;

/// Country codes of places where one of the two sides is at home.
constexpr std::array<std::string_view, 4> homes{"US", "CN", "HK", "MO"};

} // namespace

Level levelOf(const Event& event, const language::Gazetteer& gazetteer) {
  Level highest = Level::unknown;
  for (const Participant& participant : event.participants)
    if (participant.type == model::ParticipantType::person)
      if (const language::Office* office = gazetteer.officeTitled(participant.role))
        highest = std::max(highest, office->level);
  return highest;
}

std::vector<std::string> topicsOf(const SentenceView& view) {
  std::vector<std::string> topics;
  for (const language::Hit& hit : view.hits) {
    if (hit.entry->cls != "topic" || !view.span.contains(hit.span)) continue;
    std::string topic(hit.entry->fields.text("value"));
    if (!topic.empty() && std::find(topics.begin(), topics.end(), topic) == topics.end())
      topics.push_back(std::move(topic));
  }
  return topics;
}

std::string ploverOf(const Event& event, const SentenceView& view, const Trigger& trigger,
                     const language::PloverTable& table) {
  std::vector<std::string_view> deeds;
  for (const language::Hit& hit : view.block->reading.hitsIn(trigger.span))
    if (hit.entry->cls == "deed" && trigger.span.contains(hit.span))
      deeds.push_back(hit.entry->fields.text("value"));
  const std::string_view country = event.place ? std::string_view(event.place->country) : std::string_view();
  const bool home = country.empty() || std::find(homes.begin(), homes.end(), country) != homes.end();
  return table.of(event.kind, event.status, deeds, !home).str();
}

} // namespace demarche::extract
