// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/status.h"

#include "core/extract/events/clauses.h"

#include <algorithm>

namespace demarche::extract {
namespace {

using model::EventStatus;

/// A negation at most so many tokens before the words denies them.
constexpr std::int32_t negationReach = 4;

/// A cue of planning or calling off at most so many tokens away speaks of them.
constexpr std::int32_t cueReach = 18;

/// 访问华盛顿的计划: the noun for the plan at most so many tokens behind the words.
constexpr std::int32_t planAfterReach = 9;

bool near(const Cue& cue, const Trigger& trigger, std::int32_t reach) {
  const std::int32_t before = trigger.tokens.begin - cue.tokens.end;
  const std::int32_t after = cue.tokens.begin - trigger.tokens.end;
  return std::max(before, after) <= reach;
}

/// In Chinese a cue stands in the clause of its verb, or in one behind it that has no verb of ours
/// (原定的会晤，最后推迟): 召回大使，并推迟访问 calls off the visit alone. A habit is told before the verb.
bool ofItsClause(const SentenceView& view, const Trigger& trigger, const Cue& cue) {
  // 取消关税 is a deed; 恢复中断多时的磋商 calls nothing off.
  if (cue.span.overlaps(trigger.span))
    return trigger.kind != model::EventKind::measure && cue.span.begin <= trigger.span.begin;
  // 击落气球，对方推迟访问: the cue is among the words of another event.
  if (std::any_of(view.triggers.begin(), view.triggers.end(), [&](const Trigger& other) {
        return &other != &trigger && other.strong() && other.span.begin == cue.span.begin &&
               other.span.overlaps(cue.span) && wordBetween(view, trigger.span.end, cue.span.begin, "comma");
      }))
    return false;
  if (cue.span.end <= trigger.span.begin)
    return trigger.window.contains(cue.span) && !wordBetween(view, cue.span.end, trigger.span.begin, "comma");
  if (cue.kind == CueKind::habit) return false;
  if (!wordBetween(view, trigger.span.end, cue.span.begin, "comma")) return trigger.window.contains(cue.span);
  if (wordBetween(view, trigger.span.end, cue.span.begin, "clause-end")) return false;
  // 计划到北京出席对话，后被叫停: a verb before the comma is called off with it, one behind is what the cue
  // is about.
  return std::none_of(view.triggers.begin(), view.triggers.end(), [&](const Trigger& other) {
    const bool own = other.form == Form::verb || personBetween(view, cue.span.end, other.span.begin);
    return own && other.span.begin >= trigger.span.end &&
           wordBetween(view, trigger.span.end, other.span.begin, "comma") &&
           !wordBetween(view, cue.span.end, other.span.begin, "comma");
  });
}

/// "A visit was shelved after the U.S. shot down a balloon": the cue speaks of the words before it, in whose
/// clause it stands.
bool ofWordsBefore(const SentenceView& view, const Trigger& trigger, const Cue& cue) {
  if (cue.span.end > trigger.span.begin) return false;
  return wordBetween(view, cue.span.end, trigger.span.begin, "clause-break") &&
         std::any_of(view.triggers.begin(), view.triggers.end(), [&](const Trigger& other) {
           return other.span.end <= cue.span.begin && other.form != Form::again &&
                  other.form != Form::implied &&
                  !wordBetween(view, other.span.end, cue.span.begin, "clause-break");
         });
}

/// "She had come in June, after a trip planned for May was shelved": between the words and the cue stand, in
/// a clause of their own, those of what was called off.
bool ofWordsBehind(const SentenceView& view, const Trigger& trigger, const Cue& cue) {
  if (trigger.form != Form::verb || cue.span.begin < trigger.span.end) return false;
  return std::any_of(view.triggers.begin(), view.triggers.end(), [&](const Trigger& other) {
    return other.form != Form::again && other.form != Form::implied && other.span.end <= cue.span.begin &&
           wordBetween(view, trigger.span.end, other.span.begin, "subclause");
  });
}

bool anyNear(const SentenceView& view, const Trigger& trigger, CueKind kind, std::int32_t reach) {
  // "In November they met for the talks that had been put off": behind a verb in the past it is something
  // else.
  const bool told = trigger.form == Form::verb && trigger.tense == "past";
  const text::Span where{trigger.window.begin, told ? trigger.span.end : trigger.window.end};
  const bool byClause = view.block->grammar.commaEndsClause;
  return std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& cue) {
    if (cue.kind != kind || !near(cue, trigger, reach)) return false;
    if (byClause) return ofItsClause(view, trigger, cue);
    return where.contains(cue.span) && !ofWordsBefore(view, trigger, cue) &&
           !ofWordsBehind(view, trigger, cue);
  });
}

/// "They did not dine; they spoke": the negation has words of its own to deny.
bool wordsBetween(const SentenceView& view, text::Span cue, text::Span words) {
  return std::any_of(view.triggers.begin(), view.triggers.end(), [&](const Trigger& t) {
    return t.strong() && t.span.begin >= cue.end && t.span.end <= words.begin;
  });
}

/// A negation stands directly before the words.
bool negatedJustBefore(const SentenceView& view, const Trigger& trigger) {
  return std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& cue) {
    const std::int32_t before = trigger.tokens.begin - cue.tokens.end;
    return cue.kind == CueKind::negated && before >= 0 && before <= negationReach;
  });
}

bool denied(const SentenceView& view, const Trigger& trigger) {
  return std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& cue) {
    const std::int32_t before = trigger.tokens.begin - cue.tokens.end;
    // 没有同国防部长董军碰面: in Chinese whom one did not meet stands between.
    if (cue.kind != CueKind::negated) return false;
    const auto hits = view.block->reading.hitsIn({cue.span.end, trigger.span.begin});
    const bool whom = std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
      return hit.entry->cls == "beside-word" && hit.tokens.begin - cue.tokens.end <= negationReach;
    });
    return before >= 0 && before <= (whom ? cueReach : negationReach) && trigger.window.contains(cue.span) &&
           !wordsBetween(view, cue.span, trigger.span) &&
           !wordBetween(view, cue.span.end, trigger.span.begin, "half-break") &&
           deniedUntil(view, trigger) == nullptr;
  });
}

/// "If Xi comes, Biden will meet him": an "if" not far before the words.
bool supposed(const SentenceView& view, const Trigger& trigger) {
  const auto cues = view.cuesIn({trigger.window.begin, trigger.span.begin}, CueKind::supposed);
  return std::any_of(cues.begin(), cues.end(),
                     [&](const Cue* cue) { return trigger.tokens.begin - cue->tokens.end <= cueReach; });
}

/// A verb in the past between the two: the cue speaks of something else.
bool pastBetween(const SentenceView& view, text::Span cue, text::Span words) {
  return std::any_of(view.triggers.begin(), view.triggers.end(), [&](const Trigger& t) {
    return t.tense == "past" && t.span.begin >= cue.end && t.span.end <= words.begin;
  });
}

/// 将于下旬访美，与马尔帕斯磋商: in Chinese 将 holds for the clauses that follow, until one tells of the
/// past.
bool plannedBefore(const SentenceView& view, const Trigger& trigger) {
  const std::int32_t from = betweenBreaks(view, trigger.span, "clause-end").begin;
  for (const Cue& cue : view.cues) {
    if (cue.kind != CueKind::planned || cue.span.begin < from || cue.span.end > trigger.span.begin) continue;
    if (trigger.tokens.begin - cue.tokens.end > 2 * cueReach) continue;
    const text::Span between{cue.span.end, std::min(trigger.span.end + 1, view.span.end)};
    const bool verb = std::any_of(view.triggers.begin(), view.triggers.end(), [&](const Trigger& other) {
      return other.form == Form::verb && other.span.begin >= cue.span.begin &&
             other.span.end <= trigger.span.begin;
    });
    if (verb && !view.hasCue(between, CueKind::past) && !view.hasCue(between, CueKind::report)) return true;
  }
  return false;
}

/// "to meet", "may meet": the form without an ending leans on a word before it; else it is the present of
/// headlines and chronicles ("Biden and Xi meet").
bool dependent(const SentenceView& view, const Trigger& trigger) {
  constexpr std::int32_t reach = 3; // tokens: "to quietly meet"
  const auto hits = view.hits;
  return std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "before-base" && hit.tokens.end <= trigger.tokens.begin &&
           trigger.tokens.begin - hit.tokens.end < reach;
  });
}

/// "The first president to visit China": what he was the first to do he did.
bool ranked(const SentenceView& view, const Trigger& trigger) {
  constexpr std::int32_t reach = 60; // UTF-16 units: "the fourth senior official in a year to "
  const std::int32_t from = std::max(view.span.begin, trigger.span.begin - reach);
  return std::any_of(view.hits.begin(), view.hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "ordinal-word" && hit.span.begin >= from && hit.span.end <= trigger.span.begin &&
           !wordBetween(view, hit.span.end, trigger.span.begin, "clause-break") &&
           !view.hasCue({hit.span.end, trigger.span.begin - 3}, CueKind::planned);
  });
}

/// 双方商定年内再会晤: what was agreed on is to come, unless it is what they set up by agreeing.
bool agreedOn(const SentenceView& view, const Trigger& trigger) {
  if (trigger.form != Form::verb || trigger.frame == Frame::joint || trigger.frame == Frame::act)
    return false;
  const auto cues = view.cuesIn({trigger.window.begin, trigger.span.begin}, CueKind::agreed);
  return std::any_of(cues.begin(), cues.end(), [&](const Cue* cue) {
    return trigger.tokens.begin - cue->tokens.end <= cueReach &&
           !wordBetween(view, cue->span.end, trigger.span.begin, "comma");
  });
}

/// 预定2月5日飞抵: between the word of the plan and the verb stands nothing but when. Such a plan is none the
/// less one when its day is over; nobody said what came of it.
bool scheduled(const SentenceView& view, const Trigger& trigger) {
  constexpr std::int32_t beside = 4; // UTF-16 units: " on "
  const auto directly = [](text::Span first, text::Span second) {
    return first.end <= second.begin && second.begin - first.end <= beside;
  };
  // "Was due to arrive"
  if (trigger.tense == "base" &&
      std::any_of(view.hits.begin(), view.hits.end(), [&](const language::Hit& hit) {
        return hit.entry->cls == "cue-due" && directly(hit.span, trigger.span);
      }))
    return true;
  return std::any_of(view.times.begin(), view.times.end(), [&](const Timex* time) {
    return directly(time->span, trigger.span) &&
           std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& cue) {
             return cue.kind == CueKind::planned && directly(cue.span, time->span);
           });
  });
}

} // namespace

const Timex* deniedUntil(const SentenceView& view, const Trigger& trigger) {
  if (!negatedJustBefore(view, trigger)) return nullptr;
  const auto until = std::find_if(view.times.begin(), view.times.end(), [&](const Timex* time) {
    return time->relation == TimeRelation::until && time->date.bounds() &&
           time->span.begin >= trigger.span.end && trigger.window.contains(time->span);
  });
  return until == view.times.end() ? nullptr : *until;
}

bool plannedByWords(const SentenceView& view, const Trigger& trigger) {
  if (trigger.tense == "past" || trigger.tense == "done") return false;
  const language::Grammar& grammar = view.block->grammar;
  if (agreedOn(view, trigger)) return true;
  if (grammar.verbsWithoutTense && trigger.form == Form::verb && plannedBefore(view, trigger)) return true;
  // A noun has no tense of its own: "they will prepare for a visit by Gates, and for one by Mullen".
  const text::Span around = trigger.form == Form::verb || grammar.commaEndsClause
                                ? trigger.window
                                : text::Span{view.span.begin, trigger.window.end};
  if (trigger.tense == "base" && trigger.form == Form::verb && ranked(view, trigger)) return false;
  for (const Cue* cue : view.cuesIn(around, CueKind::planned)) {
    const bool before = cue->tokens.end <= trigger.tokens.begin &&
                        trigger.tokens.begin - cue->tokens.end <= cueReach &&
                        !pastBetween(view, cue->span, trigger.span);
    const bool after = trigger.form != Form::verb && trigger.form != Form::implied &&
                       cue->tokens.begin >= trigger.tokens.end &&
                       cue->tokens.begin - trigger.tokens.end <= cueReach;
    if (before || after || cue->span.overlaps(trigger.span)) return true;
  }
  for (const Cue& cue : view.cues) // 访华的计划, 会晤的可能性: often behind the clause's end
    if (cue.kind == CueKind::plannedAfter && cue.tokens.begin >= trigger.tokens.end &&
        cue.tokens.begin - trigger.tokens.end <= planAfterReach)
      return true;
  return trigger.tense == "base" && dependent(view, trigger);
}

std::optional<EventStatus> statusOf(const SentenceView& view, const Trigger& trigger, const time::Edtf& date,
                                    const time::Edtf& written) {
  if (anyNear(view, trigger, CueKind::refused, cueReach)) return EventStatus::cancelled;
  // 推迟一年半的访问终于成行
  const bool cameAbout =
      wordBetween(view, trigger.span.end, betweenBreaks(view, trigger.span, "clause-end").end, "came-about");
  if (anyNear(view, trigger, CueKind::cancelled, cueReach) && !cameAbout) return EventStatus::cancelled;
  if (denied(view, trigger) || anyNear(view, trigger, CueKind::habit, cueReach)) return std::nullopt;
  if (supposed(view, trigger)) return std::nullopt;
  // "Will they meet?": asked, not told.
  if (view.hasCue(view.span, CueKind::question) && (date.unknown() || plannedByWords(view, trigger)))
    return std::nullopt;
  if (trigger.status && !(cameAbout && trigger.status == EventStatus::cancelled)) return trigger.status;
  const auto told = date.bounds();
  const auto now = written.bounds();
  const bool ahead = told && now && told->first > now->last;
  const bool over = told && now && told->last < now->first;
  if (ahead) return EventStatus::planned;
  if (plannedByWords(view, trigger) && (!over || scheduled(view, trigger))) return EventStatus::planned;
  return EventStatus::occurred;
}

} // namespace demarche::extract
