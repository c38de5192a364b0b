// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/describe.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace demarche::extract {
namespace {

using model::Event;
using model::EventKind;
using model::Level;
using model::Participant;

/// Country codes of places where one of the two sides is at home.
constexpr std::array<std::string_view, 4> homes{"US", "CN", "HK", "MO"};

/// Names of one side: "Wang Yi and Liu He", "Wang Yi, Liu He and others".
std::string names(const std::vector<const Participant*>& people) {
  if (people.empty()) return {};
  if (people.size() == 1) return people[0]->name;
  if (people.size() == 2) return people[0]->name + " and " + people[1]->name;
  return people[0]->name + ", " + people[1]->name + " and others";
}

std::string between(const std::string& a, std::string_view verb, const std::string& b) {
  std::string words;
  words.reserve(a.size() + verb.size() + b.size() + 2);
  words.append(a).append(1, ' ').append(verb);
  if (!b.empty()) words.append(1, ' ').append(b);
  return words;
}

/// What one person does, and what several do.
std::string_view verbOf(EventKind kind, bool several) {
  switch (kind) {
  case EventKind::meeting:
    return several ? "meet" : "meets";
  case EventKind::call:
    return several ? "speak with" : "speaks with";
  case EventKind::visit:
    return several ? "visit" : "visits";
  case EventKind::letter:
    return several ? "write to" : "writes to";
  case EventKind::agreement:
    return several ? "agree with" : "agrees with";
  case EventKind::measure:
    return several ? "act on" : "acts on";
  case EventKind::workingGroup:
  case EventKind::incident:
  case EventKind::posting:
    break;
  }
  return {};
}

std::string_view nounOf(EventKind kind) {
  switch (kind) {
  case EventKind::workingGroup:
    return "Working group";
  case EventKind::incident:
    return "Incident";
  case EventKind::posting:
    return "Ambassador";
  case EventKind::meeting:
    return "Meeting";
  case EventKind::call:
    return "Call";
  case EventKind::visit:
    return "Visit";
  case EventKind::letter:
    return "Letter";
  case EventKind::agreement:
    return "Agreement";
  case EventKind::measure:
    return "Measure";
  }
  return {};
}

} // namespace

std::string titleOf(const Event& event) {
  // The side named first is the side of the first participant: the text's own subject.
  std::vector<const Participant*> first, second;
  for (const Participant& p : event.participants)
    (first.empty() || p.side == first.front()->side ? first : second).push_back(&p);
  const std::string place = event.place ? event.place->name : std::string();
  if (event.kind == EventKind::visit) {
    if (first.empty()) return place.empty() ? "Visit" : "Visit to " + place;
    return between(names(first), verbOf(event.kind, first.size() > 1), place.empty() ? names(second) : place);
  }
  const std::string_view verb = verbOf(event.kind, first.size() > 1);
  std::string title;
  if (verb.empty() || first.empty())
    title = first.empty() ? std::string(nounOf(event.kind))
                          : fmt::format("{}: {}", nounOf(event.kind),
                                        names(first) + (second.empty() ? "" : ", " + names(second)));
  else if (second.empty())
    title = fmt::format("{}: {}", nounOf(event.kind), names(first));
  else
    title = between(names(first), verb, names(second));
  return place.empty() ? title : title + ", " + place;
}

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
