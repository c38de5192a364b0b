// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/parties.h"

#include "core/extract/events/clauses.h"

#include <algorithm>

namespace demarche::extract {

namespace {

using model::Side;

/// A "Biden's" this far before the next mention still belongs to it ("总理的经济顾问、某某").
constexpr std::int32_t ownerReach = 10;

bool triggerBetween(const SentenceView& view, std::int32_t begin, std::int32_t end) {
  return std::any_of(view.triggers.begin(), view.triggers.end(),
                     [&](const Trigger& t) { return t.span.begin >= begin && t.span.end <= end; });
}

/// "Biden's adviser Sullivan": the owner takes no part himself.
bool ownsNext(const SentenceView& view, std::size_t index) {
  const Mention& mention = *view.mentions[index];
  if (!mention.possessor || index + 1 >= view.mentions.size()) return false;
  const Mention& next = *view.mentions[index + 1];
  return isPerson(next) && next.tokens.begin - mention.tokens.end <= ownerReach &&
         !triggerBetween(view, mention.span.end, next.span.begin);
}

/// "Kissinger, President Nixon's adviser, …": whose man he is, in apposition.
bool ownsBefore(const SentenceView& view, std::size_t index) {
  const Mention& mention = *view.mentions[index];
  const bool apposed = !view.block->grammar.titleAfterName; // 甲、乙的 are two
  if (!apposed || !mention.possessor || index == 0 || mention.kind != MentionKind::person) return false;
  const Mention& before = *view.mentions[index - 1];
  return before.kind == MentionKind::person && mention.tokens.begin - before.tokens.end == 1;
}

/// "Talks on the President's visit": he is of the words directly behind him, and not of these.
bool ofOtherWords(const SentenceView& view, const Trigger& trigger, const Mention& mention) {
  constexpr std::int32_t beside = 2; // tokens: the genitive
  return mention.possessor && mention.span.begin >= trigger.span.end &&
         std::any_of(view.triggers.begin(), view.triggers.end(), [&](const Trigger& other) {
           return &other != &trigger && other.form != Form::again && other.form != Form::implied &&
                  other.tokens.begin >= mention.tokens.end &&
                  other.tokens.begin - mention.tokens.end <= beside;
         });
}

bool wordIn(const SentenceView& view, language::ClassName cls, std::int32_t from, std::int32_t to) {
  const auto hits = view.hits;
  const auto first = std::partition_point(hits.begin(), hits.end(),
                                          [&](const language::Hit& hit) { return hit.tokens.begin < from; });
  const auto last = std::partition_point(first, hits.end(),
                                         [&](const language::Hit& hit) { return hit.tokens.begin < to; });
  return std::any_of(first, last, [&](const language::Hit& hit) {
    if (hit.entry->cls != cls || hit.tokens.end > to) return false;
    return std::none_of(hits.begin(), hits.end(), [&](const language::Hit& other) { // 同日, 参与
      return other.entry->cls == "not-a-cue" && other.span.contains(hit.span) && other.span != hit.span;
    });
  });
}

/// "…, the Pentagon said": who only tells of it.
bool reports(const SentenceView& view, const Mention& mention) {
  // 召见大使秦刚，谴责……; "Kissinger, reported ill": behind a comma it is somebody else who reports.
  return std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::report && cue.tokens.begin >= mention.tokens.end &&
           cue.tokens.begin - mention.tokens.end <= 1 &&
           !wordIn(view, "comma", mention.tokens.end, cue.tokens.begin);
  });
}

bool canTakePart(const SentenceView& view, std::size_t index) {
  const Mention& mention = *view.mentions[index];
  if (mention.kind == MentionKind::place || mention.adjective ||
      (mention.former && mention.kind != MentionKind::person))
    return false;
  const bool placeOnly =
      mention.kind == MentionKind::side && mention.place && (mention.locative || mention.destination);
  return !placeOnly && !ownsNext(view, index) && !ownsBefore(view, index) && !reports(view, mention);
}

bool namesPerson(const std::vector<const Mention*>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [](const Mention* m) { return isPerson(*m); });
}

/// 就落实两国元首会晤共识举行会谈, 通了话，双方要落实通话精神: who stands in the words of what was told
/// before, or behind the trigger in their clause.
bool ofDefinite(const SentenceView& view, const Trigger& trigger, const Mention& mention) {
  return std::any_of(view.triggers.begin(), view.triggers.end(), [&](const Trigger& other) {
    if (&other == &trigger || other.form != Form::definite) return false;
    if (other.span.contains(mention.span)) return true;
    if (mention.span.begin < trigger.span.end || other.span.begin < mention.span.end) return false;
    return wordBetween(view, trigger.span.end, mention.span.begin, "comma") &&
           !wordBetween(view, mention.span.end, other.span.begin, "comma");
  });
}

/// People of both sides: nobody else needs to be looked for.
bool namesBothSides(const std::vector<const Mention*>& mentions) {
  const auto names = [&](Side side) {
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const Mention* m) { return isPerson(*m) && m->side == side; });
  };
  return names(Side::us) && names(Side::cn);
}

/// The same of whoever stands for a side.
bool ofBothSides(const std::vector<const Mention*>& mentions) {
  const auto has = [&](Side side) {
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const Mention* m) { return m->side == side || m->kind == MentionKind::both; });
  };
  return has(Side::us) && has(Side::cn);
}

/// Words between a bare noun and the people before it: "Biden-Xi summit", 习近平与拜登的峰会.
constexpr std::int32_t compoundReach = 3;

std::vector<const Mention*> compoundBefore(const SentenceView& view, const Trigger& trigger) {
  std::vector<const Mention*> found;
  constexpr std::int32_t rowReach = 8; // 甲：共两次，1975年12月
  const std::int32_t reach = trigger.frame == Frame::presence ? rowReach : compoundReach;
  std::int32_t from = trigger.tokens.begin;
  for (std::size_t i = view.mentions.size(); i-- > 0;) {
    const Mention& mention = *view.mentions[i];
    if (mention.span.end > trigger.span.begin || mention.kind == MentionKind::place) continue;
    if (from - mention.tokens.end > reach || triggerBetween(view, mention.span.end, trigger.span.begin))
      break;
    from = mention.tokens.begin;
    if (!mention.locative && !mention.destination && !mention.former) found.insert(found.begin(), &mention);
  }
  return found;
}

bool samePerson(const Mention& a, const Mention& b) {
  return &a == &b || (!a.people.empty() && a.people == b.people);
}

bool among(const Mention& mention, const std::vector<const Mention*>& list) {
  return std::any_of(list.begin(), list.end(), [&](const Mention* m) { return samePerson(*m, mention); });
}

/// Before a Chinese verb stand its subject and, behind 同, 与, 获 …, the other side
/// (同来访的奥巴马、希拉里会谈). Moves the latter to `right`; subjects of earlier clauses take no part where
/// the verb's own clause has one.
void partClauses(const SentenceView& view, const Trigger& trigger, std::vector<const Mention*>& left,
                 std::vector<const Mention*>& right) {
  std::vector<const Mention*> subjects, others;
  std::int32_t before = -1; // end of the mention before, in tokens
  bool oblique = false;
  for (const Mention* mention : left) {
    constexpr std::int32_t reach = 5; // 同来访的某某
    const std::int32_t begin = mention->tokens.begin;
    const bool marked = wordIn(view, "beside-word", std::max(before, begin - reach), begin) ||
                        (before >= 0 && wordIn(view, "with", begin - 1, begin));
    // 布什派斯考克罗夫特赴京: who sends does not travel.
    if (trigger.frame == Frame::travel && before >= 0 && wordIn(view, "send-word", before, begin - 1))
      subjects.clear();
    oblique =
        trigger.frame != Frame::travel && (marked || (oblique && !wordIn(view, "comma", before, begin)));
    (oblique ? others : subjects).push_back(mention);
    before = mention->tokens.end;
  }
  const auto ofClause = [&](const Mention* mention) {
    return !wordIn(view, "comma", mention->tokens.end, trigger.tokens.begin);
  };
  const auto subject = [&](const Mention* mention) {
    const bool acts = isPerson(*mention) || mention->kind == MentionKind::both ||
                      mention->kind == MentionKind::officials || !mention->place;
    return acts && ofClause(mention);
  };
  if (std::any_of(subjects.begin(), subjects.end(), subject))
    std::erase_if(subjects, [&](const Mention* mention) { return !ofClause(mention); });
  left = std::move(subjects);
  if (trigger.frame != Frame::post) // 向江泽民递交国书
    right.insert(right.begin(), others.begin(), others.end());
}

/// Whom "he" means as a subject: the person before it in the sentence; "during his visit …, Wang met" the one
/// who follows; else the last subject.
const Mention* subjectAntecedent(const SentenceView& view, const Mention& pronoun,
                                 const Discourse& discourse) {
  for (const Mention* mention : view.mentions) {
    // "In the morning she saw Xie, and later she met Wang": the same one, told of before.
    const bool again = mention->kind == MentionKind::pronoun && mention != &pronoun && !mention->plural &&
                       !mention->possessor && !discourse.subject.empty();
    if (again) break;
    if (mention->kind == MentionKind::person && mention->span.end <= pronoun.span.begin &&
        !mention->possessor && !hasObjectPronoun(view, mention->span.end, pronoun.span.begin))
      return mention;
  }
  for (const Mention* mention : view.mentions)
    if (mention->kind == MentionKind::person && mention->span.begin >= pronoun.span.end && pronoun.possessor)
      return mention;
  if (!discourse.subject.empty()) return discourse.subject.front();
  return discourse.recent.empty() ? nullptr : discourse.recent.back();
}

/// Whom "him" means: the last person named who is not of the subject's side.
const Mention* objectAntecedent(const SentenceView& view, const Mention& pronoun, const Discourse& discourse,
                                const std::vector<const Mention*>& actors) {
  const auto fits = [&](const Mention* m) {
    return m->kind == MentionKind::person && !among(*m, actors) &&
           (actors.empty() || m->side != actors.front()->side);
  };
  for (auto at = view.mentions.rbegin(); at != view.mentions.rend(); ++at)
    if ((*at)->span.end <= pronoun.span.begin && fits(*at)) return *at;
  for (const auto* subject : {&discourse.sentenceSubject, &discourse.subject})
    if (subject->size() == 1 && fits(subject->front())) return subject->front();
  for (auto at = discourse.recent.rbegin(); at != discourse.recent.rend(); ++at)
    if (fits(*at)) return *at;
  return nullptr;
}

/// The pair was named after those who met last, so that "they" are the pair.
bool namedSince(const std::vector<const Mention*>& team, const std::vector<const Mention*>& parties) {
  return !team.empty() && std::all_of(parties.begin(), parties.end(), [&](const Mention* m) {
    return m->span.end <= team.front()->span.begin;
  });
}

/// "Qian gave them a dinner", "they landed": the people of one side who were last named together.
bool isTeamAgainst(const std::vector<const Mention*>& team, const std::vector<const Mention*>& others) {
  return !team.empty() && std::none_of(others.begin(), others.end(), [&](const Mention* m) {
    return m->side == team.front()->side || among(*m, team);
  });
}

/// "… Then Huang fell ill, and Deng took the chair himself. They met": the subject, if he was not among those
/// who met last, and the last one of the other side who was a subject.
std::vector<const Mention*> subjectAndLast(const SentenceView& view, const Discourse& discourse) {
  if (discourse.subject.size() != 1 || discourse.parties.empty()) return {};
  const Mention* subject = discourse.subject.front();
  if (!view.block->block->span.contains(subject->span)) return {};
  const bool later = std::all_of(discourse.parties.begin(), discourse.parties.end(), [&](const Mention* m) {
    return !samePerson(*m, *subject) && m->span.end <= subject->span.begin;
  });
  if (!later || !subject->side || *subject->side == Side::other) return {};
  for (auto at = discourse.recent.rbegin(); at != discourse.recent.rend(); ++at)
    if ((*at)->side && (*at)->side != subject->side && (*at)->side != Side::other) return {*at, subject};
  return {};
}

/// Of both sides, and nothing but an "and" between them.
bool joinedPair(const SentenceView& view, const Mention& one, const Mention& other) {
  constexpr std::int32_t joiner = 5; // UTF-16 units: " and "
  return one.side && other.side && one.side != other.side && other.span.begin - one.span.end <= joiner &&
         wordBetween(view, one.span.end, other.span.begin, "people-joiner");
}

/// "They met in London", 两人: all who were named before in the sentence, else who met last.
std::vector<const Mention*> pluralAntecedents(const SentenceView& view, const Mention& pronoun,
                                              const Discourse& discourse, bool travel) {
  std::vector<const Mention*> found;
  for (const Mention* mention : view.mentions) {
    const bool people = mention->kind == MentionKind::person || mention->kind == MentionKind::leaders;
    if (people && mention->span.end <= pronoun.span.begin) found.push_back(mention);
  }
  // "Led by Chase and Song, agreed by Biden and Xi when they met": the last two that "and" joins.
  if (found.size() > 2 && joinedPair(view, *found[found.size() - 2], *found.back()))
    return {found[found.size() - 2], found.back()};
  const bool both = found.size() > 1 || (found.size() == 1 && found.front()->kind == MentionKind::leaders);
  if (both) return found;
  if (discourse.subject.size() > 1) return discourse.subject;
  // Who met one of the other side, or travels, are those of one side.
  if (!found.empty() && isTeamAgainst(discourse.team, found)) return discourse.team;
  if (found.empty() && (travel || namedSince(discourse.team, discourse.parties)) && !discourse.team.empty())
    return discourse.team;
  if (auto two = subjectAndLast(view, discourse); found.empty() && !two.empty()) return two;
  if (!discourse.parties.empty() && (found.empty() || among(*found.front(), discourse.parties)))
    return discourse.parties;
  // Of two who have not met yet: who was named last, and the last of the other side.
  for (auto at = discourse.recent.rbegin(); at != discourse.recent.rend() && found.size() < 2; ++at)
    if ((*at)->side && (*at)->side != Side::other && (found.empty() || found.front()->side != (*at)->side))
      found.push_back(*at);
  return found;
}

/// The last meeting stands a few sentences back at most.
bool justTold(const Discourse& discourse, const Mention& both) {
  constexpr std::int32_t farthest = 150; // UTF-16 units
  return std::any_of(discourse.parties.begin(), discourse.parties.end(), [&](const Mention* m) {
    return m->span.end <= both.span.begin && both.span.begin - m->span.end <= farthest;
  });
}

/// 双方团队 behind a call of both leaders are their teams, and not they.
bool ofOfficials(const SentenceView& view, const Mention& both, const Discourse& discourse) {
  const auto hits = view.block->reading.hitsAt(both.tokens.begin);
  return discourse.leaders && std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
           return hit.entry->cls == "both-officials" && hit.span == both.span;
         });
}

/// "They agreed that Bush and Hu would meet": who says so stands before the clause that tells it.
bool saysOf(const SentenceView& view, const Mention& mention) {
  const auto next = std::find_if(view.mentions.begin(), view.mentions.end(),
                                 [&](const Mention* m) { return m->span.begin >= mention.span.end; });
  return next != view.mentions.end() && wordBetween(view, mention.span.end, (*next)->span.begin, "that-word");
}

void replacePronouns(const SentenceView& view, const Trigger& trigger, const Discourse& discourse,
                     std::vector<const Mention*>& mentions, bool left, bool othersNamed, Parties& parties) {
  std::vector<const Mention*> replaced;
  for (const Mention* mention : mentions) {
    // 双方: who met last, where the text has told of a meeting.
    const bool both = mention->kind == MentionKind::both && mention->plural;
    if (both && !othersNamed && !ofOfficials(view, *mention, discourse) && !namesPerson(mentions) &&
        namesPerson(discourse.parties) && justTold(discourse, *mention)) {
      replaced.insert(replaced.end(), discourse.parties.begin(), discourse.parties.end());
      parties.carried = true;
      continue;
    }
    if (mention->kind != MentionKind::pronoun) {
      replaced.push_back(mention);
      continue;
    }
    if (left && namesBothSides(mentions) && saysOf(view, *mention)) continue;
    if (namesPerson(replaced)) continue; // "Blinken and his host": the pronoun adds no one
    std::vector<const Mention*> found;
    if (mention->plural && left)
      found = pluralAntecedents(view, *mention, discourse, trigger.frame == Frame::travel);
    else if (mention->plural && !mention->possessor && namesPerson(parties.actors) &&
             isTeamAgainst(discourse.team, parties.actors))
      found = discourse.team;
    else if (!mention->plural && (left || !mention->possessor))
      if (const Mention* one = left ? subjectAntecedent(view, *mention, discourse)
                                    : objectAntecedent(view, *mention, discourse, parties.actors))
        found.push_back(one);
    parties.carried = parties.carried || !found.empty();
    replaced.insert(replaced.end(), found.begin(), found.end());
  }
  mentions = std::move(replaced);
}

/// "Gates met Hu, who is due to visit Washington": of whom a relative clause tells that names nobody itself.
const Mention* relativeAntecedent(const SentenceView& view, const Trigger& trigger) {
  constexpr std::int32_t beside = 2; // UTF-16 units: ", "
  const language::Hit* pronoun = nullptr;
  for (const language::Hit& hit : view.hits)
    if (hit.entry->cls == "relative-pronoun" && hit.span.end <= trigger.span.begin) pronoun = &hit;
  if (pronoun == nullptr || wordBetween(view, pronoun->span.end, trigger.span.begin, "clause-break"))
    return nullptr;
  for (const Mention* mention : view.mentions)
    if (mention->kind == MentionKind::person && !mention->possessor &&
        mention->span.end <= pronoun->span.begin && pronoun->span.begin - mention->span.end <= beside)
      return mention;
  return nullptr;
}

/// "… visited Beijing and met Wang", 先后访问……、会见……: the subject of the words before goes on; in Chinese
/// also from the sentence before, where a clause names no actor at all (subject_left_out).
void carrySubject(const SentenceView& view, const Trigger& trigger, const Discourse& discourse,
                  Parties& parties) {
  if (trigger.form != Form::verb || trigger.frame == Frame::clash || !parties.actors.empty()) return;
  if (const Mention* antecedent = relativeAntecedent(view, trigger)) {
    parties.actors = {antecedent};
    return;
  }
  // 防务磋商在北京举行，由甲与乙主持; 联合经济委员会开会; 两国元首谈了四个小时: both are told behind the
  // words, or in them.
  const bool bothTold =
      std::any_of(parties.others.begin(), parties.others.end(), [&](const Mention* mention) {
        if (mention->kind == MentionKind::leaders || mention->kind == MentionKind::ministers) return true;
        if (mention->kind == MentionKind::body && !mention->side && mention->span.overlaps(trigger.span) &&
            !namesPerson(parties.others))
          return true;
        return mention->side && *mention->side != parties.others.front()->side && isPerson(*mention);
      });
  if (bothTold && trigger.frame != Frame::travel) return;
  const bool across = view.block->grammar.subjectLeftOut && &trigger == view.triggers.data();
  const auto& subject =
      !discourse.sentenceSubject.empty() || !across ? discourse.sentenceSubject : discourse.subject;
  for (const Mention* mention : subject)
    if (!among(*mention, parties.others)) parties.actors.push_back(mention), parties.carried = true;
}

/// "Yang visited Washington and was received by Obama", 杨洁篪访美，在白宫受到奥巴马会见: the subject of the
/// words before is the other side of these.
void addOtherSide(const Trigger& trigger, const Discourse& discourse, Parties& parties) {
  if (trigger.frame != Frame::mutual || discourse.sentenceSubject.empty()) return;
  const auto all = parties.all();
  if (all.empty() || !namesPerson(all)) return;
  const auto side = discourse.sentenceSubject.front()->side;
  const bool oneSided = std::all_of(all.begin(), all.end(), [&](const Mention* m) {
    return m->side && side && *m->side != *side && m->kind != MentionKind::side;
  });
  if (!oneSided) return;
  parties.actors.insert(parties.actors.begin(), discourse.sentenceSubject.begin(),
                        discourse.sentenceSubject.end());
  parties.carried = true;
}

/// "Bolton gave Wei dinner. He also saw Pompeo": who meets one of a side is of the other.
void turnToOtherSide(const SentenceView& view, const Trigger& trigger, const Discourse& discourse,
                     Parties& parties) {
  if (trigger.frame != Frame::mutual || parties.actors.size() != 1 || !parties.carried) return;
  const Mention* actor = parties.actors.front();
  const bool carried = std::find(view.mentions.begin(), view.mentions.end(), actor) == view.mentions.end();
  const bool clash = carried && actor->kind == MentionKind::person && actor->side &&
                     !parties.others.empty() && *actor->side != Side::other &&
                     std::all_of(parties.others.begin(), parties.others.end(), [&](const Mention* m) {
                       return m->kind == MentionKind::person && m->side == actor->side;
                     });
  if (!clash) return;
  const auto fits = [&](const Mention* m) {
    return m->kind == MentionKind::person && m->side && m->side != actor->side && m->side != Side::other;
  };
  for (auto at = discourse.recent.rbegin(); at != discourse.recent.rend(); ++at)
    if (fits(*at)) {
      parties.actors = {*at};
      return;
    }
}

/// "They met in Geneva, after Qian had left his post": who stands in a clause of its own behind
/// the words takes no part, unless nobody stands before it.
void dropSubclause(const SentenceView& view, const Trigger& trigger, std::vector<const Mention*>& right) {
  std::int32_t begin = trigger.window.end;
  for (const language::Hit& hit : view.hits)
    if (hit.entry->cls == "subclause" && hit.span.begin >= trigger.span.end)
      begin = std::min(begin, hit.span.begin);
  const auto inside = [&](const Mention* mention) { return mention->span.begin < begin; };
  const bool anyBefore = std::any_of(right.begin(), right.end(), inside) || trigger.form == Form::verb;
  if (anyBefore) std::erase_if(right, [&](const Mention* mention) { return !inside(mention); });
}

/// 代表团7日抵达, 同代表团会谈: whoever heads the delegation the text has told of, where nobody of it is
/// named.
void addDelegation(const SentenceView& view, const Trigger& trigger, const Discourse& discourse,
                   Parties& parties) {
  if (discourse.delegation.empty()) return;
  const Mention& head = *discourse.delegation.front();
  const auto all = parties.all();
  for (const language::Hit& hit : view.block->reading.hitsIn(trigger.window)) {
    if (hit.entry->cls != "delegation" || !trigger.window.contains(hit.span)) continue;
    const bool own = std::any_of(all.begin(), all.end(), [&](const Mention* mention) {
      return mention->side == head.side && (isPerson(*mention) || !mention->span.contains(hit.span));
    });
    if (own || wordIn(view, "possessive", hit.tokens.end, hit.tokens.end + 1)) return;
    for (auto* group : {&parties.actors, &parties.others})
      std::erase_if(*group, [&](const Mention* mention) { return mention->span.contains(hit.span); });
    const bool other = hit.span.begin >= trigger.span.end ||
                       wordIn(view, "beside-word", hit.tokens.begin - 2, hit.tokens.begin);
    // Whose deed it is else: of a journey who travels, so that nobody else is carried over.
    (other && trigger.frame != Frame::travel ? parties.others : parties.actors).push_back(&head);
    return;
  }
}

} // namespace

bool isPerson(const Mention& mention) {
  switch (mention.kind) {
  case MentionKind::person:
  case MentionKind::office:
  case MentionKind::pronoun:
  case MentionKind::counterpart:
  case MentionKind::leaders:
  case MentionKind::ministers:
    return true;
  default:
    return false;
  }
}

std::vector<const Mention*> Parties::all() const {
  std::vector<const Mention*> both = actors;
  both.insert(both.end(), others.begin(), others.end());
  return both;
}

Parties partiesOf(const SentenceView& view, const Trigger& trigger, const Discourse& discourse) {
  Parties parties;
  std::vector<const Mention*> left, right;
  for (std::size_t i = 0; i < view.mentions.size(); ++i) {
    const Mention* mention = view.mentions[i];
    if (!trigger.window.contains(mention->span) || !canTakePart(view, i)) continue;
    if (ofOtherWords(view, trigger, *mention)) continue;
    // 2010年5月24日　北京: a row's place is no party.
    if (trigger.form == Form::noun && mention->place && trigger.span.contains(mention->span)) continue;
    if (ofDefinite(view, trigger, *mention)) continue;
    // 两人在湖边聊了一小时: the words may begin with their subject.
    const bool opens = mention->kind == MentionKind::pronoun && mention->span.begin == trigger.span.begin;
    const bool behind = mention->span.end > trigger.span.begin && !opens;
    if (behind && wordIn(view, "clause-end", trigger.tokens.end, mention->tokens.begin)) continue;
    (behind ? right : left).push_back(mention);
  }
  if (!trigger.strong() && trigger.form != Form::implied) {
    parties.actors = compoundBefore(view, trigger);
    if (trigger.form == Form::again && !namesPerson(parties.actors)) parties.actors.clear();
    replacePronouns(view, trigger, discourse, parties.actors, true, false, parties);
    return parties;
  }
  if (view.block->grammar.companionBeforeVerb) partClauses(view, trigger, left, right);
  // "… agreed by Bush and Hu when they met": the clause has a subject of its own.
  if (left.size() > 1 && left.back()->kind == MentionKind::pronoun && left.back()->plural &&
      !left.back()->possessor &&
      wordBetween(view, left[left.size() - 2]->span.end, left.back()->span.begin, "when-word"))
    left = {left.back()};
  // "It resumed after talks between Rice and Li": the words name both, and nobody before them takes part.
  if (trigger.form == Form::noun && ofBothSides(right) &&
      wordBetween(view, trigger.span.begin, trigger.span.end, "between-word"))
    left.clear();
  replacePronouns(view, trigger, discourse, left, true, namesBothSides(right), parties);
  parties.actors = std::move(left);
  dropSubclause(view, trigger, right);
  replacePronouns(view, trigger, discourse, right, false, namesBothSides(parties.actors), parties);
  parties.others = std::move(right);
  // "They saw Deng and Li": not those whom they saw.
  if (parties.carried && namesPerson(parties.others) && parties.actors.size() > 1)
    std::erase_if(parties.actors, [&](const Mention* m) {
      return m->side && m->side == parties.others.front()->side && m->side != parties.actors.front()->side;
    });
  addDelegation(view, trigger, discourse, parties);
  turnToOtherSide(view, trigger, discourse, parties);
  if (!namesPerson(parties.actors)) carrySubject(view, trigger, discourse, parties);
  addOtherSide(trigger, discourse, parties);
  return parties;
}

} // namespace demarche::extract
