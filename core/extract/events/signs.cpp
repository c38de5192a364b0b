// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/signs.h"

#include "core/extract/events/participants.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace demarche::extract {
namespace {

using model::Side;

/// Signs that a candidate may have.
constexpr std::size_t mostSigns = 24;

/// In one piece of memory: every candidate has a score of signs.
std::string joined(std::initializer_list<std::string_view> parts) {
  std::size_t length = 0;
  for (const std::string_view part : parts)
    length += part.size();
  std::string text;
  text.reserve(length);
  for (const std::string_view part : parts)
    text += part;
  return text;
}

std::string_view word(Form form) {
  switch (form) {
  case Form::verb:
    return "verb";
  case Form::noun:
    return "noun";
  case Form::bare:
    return "bare";
  case Form::definite:
    return "definite";
  case Form::again:
    return "again";
  case Form::implied:
    return "implied";
  }
  return {};
}

std::string_view word(TimeFrom from) {
  switch (from) {
  case TimeFrom::nowhere:
    return "nowhere";
  case TimeFrom::clause:
    return "clause";
  case TimeFrom::sentence:
    return "sentence";
  case TimeFrom::paragraph:
    return "paragraph";
  }
  return {};
}

std::string_view word(SideFrom from) {
  switch (from) {
  case SideFrom::nowhere:
    return "nowhere";
  case SideFrom::person:
    return "person";
  case SideFrom::body:
    return "body";
  case SideFrom::sentence:
    return "sentence";
  case SideFrom::discourse:
    return "discourse";
  case SideFrom::heading:
    return "heading";
  case SideFrom::assumed:
    return "assumed";
  }
  return {};
}

/// How narrow the date is: the narrower, the likelier that something happened then.
std::string_view width(const time::Edtf& date) {
  const auto bounds = date.bounds();
  if (!bounds) return "none";
  const int days = bounds->days();
  if (days == 1) return "day";
  if (days <= 16) return "days";
  return days <= 62 ? "month" : "longer";
}

std::string_view few(std::size_t count) {
  return count == 0 ? "none" : count == 1 ? "one" : count == 2 ? "two" : "many";
}

bool namesThirdParty(const SentenceView& view) {
  return std::any_of(view.mentions.begin(), view.mentions.end(), [](const Mention* mention) {
    return mention->side == Side::other && mention->kind != MentionKind::place && !mention->locative;
  });
}

} // namespace

std::vector<std::string> signsOf(const SentenceView& view, const Trigger& trigger,
                                 const EventCandidate& candidate) {
  const model::Event& event = candidate.event;
  const std::string told = joined({code(event.kind), "/", word(trigger.form)});
  const auto [first, second] = std::minmax(candidate.us, candidate.cn);
  const std::string sides = joined({word(first), "+", word(second)});
  const std::string_view status = code(event.status), time = word(candidate.timeFrom);
  const std::string_view language = view.block->language;

  std::vector<std::string> signs;
  signs.reserve(mostSigns);
  const auto add = [&](std::initializer_list<std::string_view> parts) { signs.push_back(joined(parts)); };
  add({"told=", told});
  add({"rule=", language, "/", trigger.mark->rule->name});
  add({"status=", status});
  add({"tense=", trigger.tense.empty() ? "untold" : trigger.tense});
  add({"date=", width(event.date)});
  add({"time=", time});
  add({"sides=", sides});
  add({"persons=", few(personsOf(event.participants).size())});
  add({"place=", candidate.placeAssumed ? "assumed" : event.place ? "told" : "none"});
  add({"before=", few(candidate.toldBefore)});
  add({told, ", sides=", sides});
  add({told, ", time=", time});
  add({told, ", status=", status});
  add({language, ", told=", told});
  if (view.heading) signs.emplace_back("heading");
  if (view.hasCue(view.span, CueKind::question)) signs.emplace_back("question");
  if (trigger.weak) signs.emplace_back("weak words");
  if (candidate.parties.carried) signs.emplace_back("subject carried");
  if (namesThirdParty(view)) signs.emplace_back("third party named");
  if (view.hasCue(trigger.window, CueKind::habit)) signs.emplace_back("cue=habit");
  if (view.hasCue(trigger.window, CueKind::negated)) signs.emplace_back("cue=negated");
  if (view.hasCue(trigger.window, CueKind::planned)) signs.emplace_back("cue=planned");
  if (view.hasCue(view.span, CueKind::supposed)) signs.emplace_back("cue=supposed");
  if (view.hasCue(trigger.window, CueKind::firstSince)) signs.emplace_back("cue=first-since");
  return signs;
}

std::vector<model::Sign> weighed(const std::vector<std::string>& signs, const language::Weights& weights) {
  std::vector<model::Sign> found;
  found.reserve(signs.size());
  for (const std::string& sign : signs)
    found.push_back({sign, weights.of(sign)});
  std::stable_sort(found.begin(), found.end(), [](const model::Sign& a, const model::Sign& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  });
  return found;
}

} // namespace demarche::extract
