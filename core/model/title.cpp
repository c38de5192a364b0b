// SPDX-License-Identifier: Apache-2.0
#include "core/model/title.h"

#include <fmt/format.h>
#include <string_view>
#include <vector>

namespace demarche::model {
namespace {

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

} // namespace demarche::model
