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

/// Tells one sign after the other, each in the parts that make its name.
template <typename Take>
void tellSigns(const SentenceView& view, const Trigger& trigger, const EventCandidate& candidate,
               const Take& take) {
  const model::Event& event = candidate.event;
  const auto [first, second] = std::minmax(candidate.us, candidate.cn);
  const std::string_view kind = code(event.kind), form = word(trigger.form), us = word(first),
                         cn = word(second), status = code(event.status), time = word(candidate.timeFrom);
  const std::string_view language = view.block->language;

  const auto tell = [&](auto... parts) { take(std::initializer_list<std::string_view>{parts...}); };
  const auto when = [&](bool holds, std::string_view name) {
    if (holds) take({name});
  };
  tell("told=", kind, "/", form);
  tell("rule=", language, "/", trigger.mark->rule->name);
  tell("status=", status);
  tell("tense=", trigger.tense.empty() ? "untold" : trigger.tense);
  tell("date=", width(event.date));
  tell("time=", time);
  tell("sides=", us, "+", cn);
  tell("persons=", few(personsOf(event.participants).size()));
  tell("place=", candidate.placeAssumed ? "assumed" : event.place ? "told" : "none");
  tell("before=", few(candidate.toldBefore));
  tell(kind, "/", form, ", sides=", us, "+", cn);
  tell(kind, "/", form, ", time=", time);
  tell(kind, "/", form, ", status=", status);
  if (view.block->grammar.verbsWithoutTense) tell("without tense, told=", kind, "/", form);
  when(view.heading, "heading");
  when(view.hasCue(view.span, CueKind::question), "question");
  when(trigger.weak, "weak words");
  when(candidate.parties.carried, "subject carried");
  when(namesThirdParty(view), "third party named");
  when(view.hasCue(trigger.window, CueKind::habit), "cue=habit");
  when(view.hasCue(trigger.window, CueKind::negated), "cue=negated");
  when(view.hasCue(trigger.window, CueKind::planned), "cue=planned");
  when(view.hasCue(view.span, CueKind::supposed), "cue=supposed");
  when(view.hasCue(trigger.window, CueKind::firstSince), "cue=first-since");
}

} // namespace

std::vector<std::string> signsOf(const SentenceView& view, const Trigger& trigger,
                                 const EventCandidate& candidate) {
  std::vector<std::string> signs;
  tellSigns(view, trigger, candidate, [&](std::initializer_list<std::string_view> parts) {
    std::string& sign = signs.emplace_back();
    for (const std::string_view part : parts)
      sign += part;
  });
  return signs;
}

double beliefIn(const SentenceView& view, const Trigger& trigger, const EventCandidate& candidate,
                const language::Weights& weights) {
  double sum = weights.bias();
  tellSigns(view, trigger, candidate, [&](std::initializer_list<std::string_view> parts) {
    language::SignKey sign;
    for (const std::string_view part : parts)
      sign.add(part);
    sum += weights.of(sign);
  });
  return weights.probability(sum);
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
