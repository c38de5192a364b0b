// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/signs.h"

#include "core/extract/events/participants.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
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

} // namespace

std::vector<std::string> signsOf(const SentenceView& view, const Trigger& trigger,
                                 const EventCandidate& candidate) {
  const model::Event& event = candidate.event;
  const std::string told = fmt::format("{}/{}", code(event.kind), word(trigger.form));
  const auto [first, second] = std::minmax(candidate.us, candidate.cn);
  const std::string sides = fmt::format("{}+{}", word(first), word(second));
  const std::string_view language = view.block->language;

  std::vector<std::string> signs;
  signs.push_back("told=" + told);
  signs.push_back(fmt::format("rule={}/{}", language, trigger.mark->rule->name));
  signs.push_back(fmt::format("status={}", code(event.status)));
  signs.push_back(fmt::format("tense={}", trigger.tense.empty() ? "untold" : trigger.tense));
  signs.push_back(fmt::format("date={}", width(event.date)));
  signs.push_back(fmt::format("time={}", word(candidate.timeFrom)));
  signs.push_back("sides=" + sides);
  signs.push_back(fmt::format("persons={}", few(personsOf(event.participants).size())));
  signs.push_back(fmt::format("place={}", candidate.placeAssumed ? "assumed"
                                          : event.place          ? "told"
                                                                 : "none"));
  signs.push_back(fmt::format("before={}", few(std::size_t(candidate.toldBefore))));
  signs.push_back(fmt::format("{}, sides={}", told, sides));
  signs.push_back(fmt::format("{}, time={}", told, word(candidate.timeFrom)));
  signs.push_back(fmt::format("{}, status={}", told, code(event.status)));
  if (view.block->grammar.verbsWithoutTense) signs.push_back("without tense, told=" + told);
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
