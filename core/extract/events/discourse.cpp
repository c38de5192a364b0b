// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/discourse.h"

#include "core/extract/events/clauses.h"
#include "core/extract/events/parties.h"

#include <algorithm>
#include <utility>

namespace demarche::extract {
namespace {

using model::Side;

/// "The President leaves on Sunday. He …": a title is as good as a name.
bool namesSubject(const SentenceView& view, const Mention& mention) {
  const bool title = mention.kind == MentionKind::office && !mention.adjective && !mention.possessor;
  return mention.kind == MentionKind::person ||
         (title && !view.block->grammar.titleAfterName); // 外长: of whom, the name beside it says
}

/// "And" stands directly behind the one or directly before the other.
bool joinedBy(const SentenceView& view, const Mention& before, const Mention& mention) {
  constexpr std::int32_t beside = 7; // UTF-16 units: ", and "
  return wordBetween(view, before.span.end, std::min(before.span.end + beside, mention.span.begin),
                     "people-joiner") ||
         wordBetween(view, std::max(mention.span.begin - beside, before.span.end), mention.span.begin,
                     "people-joiner");
}

/// "General Vessey and Paul Wolfowitz, his deputy, flew on": two of one side, one beside the other.
void noteTeam(const SentenceView& view, Discourse& discourse) {
  constexpr std::int32_t beside = 40; // UTF-16 units: " and the deputy secretary of commerce, "
  const Mention* before = nullptr;
  bool begun = false;
  for (const Mention* mention : view.mentions) {
    if (mention->kind != MentionKind::person || mention->possessor || mention->former) continue;
    const bool joined = before != nullptr && before->side && before->side == mention->side &&
                        before->side != Side::other && before->people != mention->people &&
                        mention->span.begin - before->span.end <= beside && joinedBy(view, *before, *mention);
    if (joined && !begun) discourse.team = {before};
    if (joined) discourse.team.push_back(mention);
    begun = joined;
    before = mention;
  }
}

/// 某某率领的代表团, "a delegation led by Representative …": who heads it, so that "the delegation" is his.
void noteDelegation(const SentenceView& view, Discourse& discourse) {
  constexpr std::int32_t beside = 2; // UTF-16 units: a comma, a space
  for (const Mention* mention : view.mentions) {
    if (mention->kind != MentionKind::person || mention->former) continue;
    const bool heads = std::any_of(view.hits.begin(), view.hits.end(), [&](const language::Hit& hit) {
      const auto near = [](std::int32_t gap) { return gap >= 0 && gap <= beside; };
      return (hit.entry->cls == "heads-delegation" && near(hit.span.begin - mention->span.end)) ||
             (hit.entry->cls == "headed-by" && near(mention->span.begin - hit.span.end));
    });
    if (heads) discourse.delegation = {mention};
  }
}

} // namespace

bool hasObjectPronoun(const SentenceView& view, std::int32_t from, std::int32_t to) {
  return wordBetween(view, from, to, "object-pronoun");
}

void noteTitle(const SentenceView& title, Discourse& discourse) {
  for (const Mention* mention : title.mentions)
    if (mention->kind == MentionKind::person) discourse.heading.push_back(mention);
  if (discourse.heading.size() == 1) discourse.subject = discourse.heading;
}

void noteSentence(const SentenceView& view, Discourse& discourse) {
  if (view.heading) return;
  for (const Mention* mention : view.mentions)
    if (mention->kind == MentionKind::person) discourse.recent.push_back(mention);
  noteTeam(view, discourse);
  noteDelegation(view, discourse);
  constexpr std::size_t remembered = 12;
  if (discourse.recent.size() > remembered)
    discourse.recent.erase(discourse.recent.begin(), discourse.recent.end() - remembered);
  // "Blinken had come from Seoul, where he and Austin met their counterparts. He …": who opens the sentence
  // is its subject, whoever acts in its clauses.
  const auto opens = std::find_if(view.mentions.begin(), view.mentions.end(), [&](const Mention* mention) {
    return (namesSubject(view, *mention) || mention->kind == MentionKind::pronoun) && !mention->possessor;
  });
  if (opens == view.mentions.end()) {
    // "After that it was Woodcock's show": nobody else is told of.
    const auto owner = std::find_if(view.mentions.begin(), view.mentions.end(),
                                    [](const Mention* m) { return m->kind == MentionKind::person; });
    if (owner != view.mentions.end() && view.triggers.empty()) discourse.subject = {*owner};
    return;
  }
  if ((*opens)->kind == MentionKind::pronoun) return;
  const bool leads = !view.triggers.empty() && (*opens)->span.end <= view.triggers.front().span.begin;
  // "Carter sent him to Hanoi. He …": of whom the text tells, still.
  if (!discourse.subject.empty() && hasObjectPronoun(view, (*opens)->span.end, view.span.end)) return;
  if (discourse.sentenceSubject.empty() || leads) discourse.subject = {*opens};
}

void noteEvent(const SentenceView& view, const Parties& parties, const model::Event& event, bool named,
               Discourse& discourse) {
  if (view.heading) return;
  std::vector<const Mention*> people;
  for (const Mention* mention : parties.actors)
    if (namesSubject(view, *mention)) people.push_back(mention);
  if (event.scope == model::Scope::bilateral && event.has(Side::us) && event.has(Side::cn)) {
    if ((named || discourse.parties.empty()) && !parties.all().empty()) {
      discourse.parties = parties.all();
      discourse.leaders = event.level == model::Level::leader;
    }
    discourse.last = event.participants;
    discourse.lastEnd = event.passages.back().span.end;
  }
  if (people.empty()) return;
  const bool ofAnother =
      !discourse.subject.empty() && hasObjectPronoun(view, people.front()->span.end, view.span.end);
  if (!ofAnother) discourse.subject = people;
  discourse.sentenceSubject = std::move(people);
}

} // namespace demarche::extract
