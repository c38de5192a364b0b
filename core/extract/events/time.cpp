// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/time.h"

#include "core/extract/events/clauses.h"
#include "core/extract/events/status.h"

#include <algorithm>
#include <limits>

namespace demarche::extract {
namespace {

/// "since November 2022, when he met Wei": the time of the clause that "when" opens is told before it.
bool opensClause(const SentenceView& view, const Timex& time, const Trigger& trigger) {
  constexpr std::int32_t beside = 3; // UTF-16 units: ", "
  const auto hits = view.hits;
  return std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "when-word" && hit.span.begin >= time.span.end &&
           hit.span.begin - time.span.end <= beside && hit.span.end <= trigger.span.begin;
  });
}

/// "the first call since contacts were cut in August": what stands behind "since" is of another time.
bool ofAnotherTime(const SentenceView& view, const Timex& time, const Trigger& trigger) {
  const auto hits = view.hits;
  return std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "since-word" && hit.span.begin >= trigger.span.end &&
           hit.span.end <= time.span.begin;
  });
}

/// "An article on Saturday about the talks misstated their day": the day is that of the printing.
bool ofPublication(const SentenceView& view, const Timex& time) {
  constexpr std::int32_t beside = 40; // UTF-16 units: " in the Books section on "
  std::int32_t from = -1;
  for (const language::Hit& hit : view.block->reading.hitsIn(view.span))
    if (hit.entry->cls == "publication-word" && hit.span.end <= time.span.begin &&
        time.span.begin - hit.span.end <= beside)
      from = std::max(from, hit.span.end);
  return from >= 0 && !wordBetween(view, from, time.span.begin, "clause-break") &&
         std::none_of(view.triggers.begin(), view.triggers.end(), [&](const Trigger& t) {
           return t.span.begin >= from && t.span.end <= time.span.begin;
         });
}

/// How much farther a time counts than it stands: other words of an event between it and these have it for
/// themselves.
std::int32_t strangeness(const SentenceView& view, const Trigger& trigger, const Timex& time) {
  constexpr std::int32_t crossing = 200; // UTF-16 units; a long clause
  const text::Span between{std::min(time.span.end, trigger.span.end),
                           std::max(time.span.begin, trigger.span.begin)};
  constexpr std::int32_t otherClause = 20;
  std::int32_t strange = 0;
  for (const language::Hit& hit : view.hits)
    if (hit.entry->cls == "clause-break" && between.contains(hit.span)) strange += otherClause;
  for (const Trigger& other : view.triggers)
    if (&other != &trigger && other.form != Form::again && other.form != Form::implied &&
        between.contains(other.span) && !other.span.overlaps(trigger.span))
      strange += crossing;
  return strange;
}

/// 会晤（5月10日）, 坐下来在达沃斯，2017年1月: behind the words, and no other verb there that it could be of.
bool standsLast(const SentenceView& view, const Trigger& trigger, const Timex& time) {
  if (wordBetween(view, trigger.span.end, time.span.begin, "clause-end")) return false;
  const bool bracket = wordBetween(view, trigger.span.end, time.span.begin, "open-bracket") &&
                       time.span.begin - trigger.span.end <= 2;
  return bracket || std::none_of(view.triggers.begin(), view.triggers.end(),
                                 [&](const Trigger& other) { return other.span.begin >= trigger.span.end; });
}

/// "Following the May 2010 summit between …": a noun's own day, whatever the preposition before it says of
/// something else.
bool qualifies(const Trigger& trigger, const Timex& time) {
  constexpr int widest = 31;         // days
  constexpr std::int32_t beside = 1; // UTF-16 units: the space
  const auto bounds = time.date.bounds();
  return bounds && bounds->days() <= widest && trigger.form != Form::verb && trigger.form != Form::implied &&
         trigger.form != Form::again && time.span.end <= trigger.span.begin &&
         trigger.span.begin - time.span.end <= beside;
}

/// "Gutierrez, who flew in on Monday, met Wu": the day of the clause that says who he is.
bool ofRelativeClause(const SentenceView& view, const Timex& time, const Trigger& trigger) {
  std::int32_t opened = -1;
  for (const language::Hit& hit : view.hits) {
    if (hit.span.end > time.span.begin) break;
    if (hit.entry->cls == "relative-pronoun") opened = hit.span.end;
  }
  return opened >= 0 && time.span.end <= trigger.span.begin &&
         wordBetween(view, time.span.end, trigger.span.begin, "comma") &&
         !wordBetween(view, opened, time.span.begin, "comma");
}

/// "He closed the mission on Friday after stops in Rome and Oslo": the day is of what came after the stops.
bool ofWordsAhead(const SentenceView& view, const Timex& time, const Trigger& trigger) {
  constexpr std::int32_t beside = 20; // UTF-16 units: " in Beijing following "
  if (trigger.kind != model::EventKind::visit || trigger.form == Form::verb ||
      time.span.begin - view.span.begin <= beside)
    return false;
  return std::any_of(view.hits.begin(), view.hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "after-word" && hit.span.begin >= time.span.end &&
           hit.span.begin - time.span.end <= beside && hit.span.end <= trigger.span.begin &&
           trigger.span.begin - hit.span.end <= beside;
  });
}

/// "Will go on March 19 to meet them, the ministry said on Thursday": the day on which that was said.
bool ofReport(const SentenceView& view, const Timex& time, const Trigger& trigger) {
  constexpr std::int32_t beside = 4; // UTF-16 units: " on "
  return std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::report && cue.span.begin >= trigger.span.end &&
           cue.span.end <= time.span.begin && time.span.begin - cue.span.end <= beside &&
           wordBetween(view, trigger.span.end, cue.span.begin, "comma");
  });
}

/// The one lies within the other, and is narrower.
bool holds(const Timex& wide, const Timex& narrow) {
  const auto outer = wide.date.bounds();
  const auto inner = narrow.date.bounds();
  return outer && inner && outer->days() > inner->days() && outer->first <= inner->first &&
         outer->last >= inner->last;
}

/// 6月10日，甲与乙会谈；6月13日，丙与丁会谈: in Chinese the time stands before its verb, often with a comma,
/// and behind the verb before; only where there is none may it follow, within the clause or in brackets.
const Timex* whenBefore(const SentenceView& view, const Trigger& trigger) {
  text::Span near = betweenBreaks(view, trigger.span, "clause-end");
  for (const Trigger& other : view.triggers)
    if (other.form == Form::verb && other.span.end <= trigger.span.begin)
      near.begin = std::max(near.begin, other.span.end);
  const Timex* best = nullptr;
  for (const Timex* time : view.times) {
    // 自去年11月三藩市会晤以来: what is since then is told by the words behind the time.
    constexpr std::int32_t beside = 16; // UTF-16 units
    const bool since = time->relation == TimeRelation::since && !time->date.unknown() &&
                       time->span.end <= trigger.span.begin &&
                       trigger.span.begin - time->span.end <= beside &&
                       wordBetween(view, trigger.span.end, trigger.span.end + beside / 2, "since-tail");
    if (since) return time;
    // 23日起访华, 直到去年九月才访华: a beginning is a day, too, and so is an end at last.
    const bool start =
        !time->date.unknown() && ((time->relation == TimeRelation::since &&
                                   wordBetween(view, time->span.end - 2, time->span.end, "starting")) ||
                                  (time->relation == TimeRelation::until &&
                                   wordBetween(view, time->span.begin, time->span.begin + 2, "not-until")));
    if (!(canDate(*time) || start) || time->span.begin < near.begin) continue;
    // 三月上任以来，两人第一次见面
    if (time->span.end < trigger.span.begin &&
        wordBetween(view, time->span.end, std::min(time->span.end + beside, trigger.span.begin),
                    "ever-since"))
      continue;
    const bool before = time->span.begin < trigger.span.end;
    // 4月3日举行2024年度会议: the year is the meeting's name, the day is its day.
    if (before && best != nullptr && trigger.span.contains(time->span) && holds(*time, *best)) continue;
    if (before || (best == nullptr && (time->span.end <= near.end || standsLast(view, trigger, *time))))
      best = time;
  }
  return best;
}

/// "In 1989 he was in Beijing that May": the month, rather than the year it lies in.
const Timex* finer(const SentenceView& view, const Trigger& trigger, const Timex& time) {
  constexpr int yearLike = 300;      // days
  constexpr std::int32_t near = 100; // UTF-16 units, as in strangeness
  const auto whole = time.date.bounds();
  if (!whole || whole->days() < yearLike) return &time;
  const Timex* best = &time;
  std::int32_t closest = near;
  for (const Timex* other : view.times) {
    const auto part = other->date.bounds();
    if (!canDate(*other) || !part || !trigger.window.contains(other->span) || part->days() >= whole->days() ||
        !whole->contains(part->first) || !whole->contains(part->last))
      continue;
    const std::int32_t away = gap(other->span, trigger.span) + strangeness(view, trigger, *other);
    if (away < closest) best = other, closest = away;
  }
  return best;
}

/// "To be held by the end of February": a plan's limit dates it, when it is a month or more; a day before
/// which something is to happen is not its own.
const Timex* limitOf(const SentenceView& view, const Trigger& trigger,
                     const std::optional<time::DayRange>& now) {
  constexpr int shortest = 28; // days
  const Timex* best = nullptr;
  for (const Timex* time : view.times) {
    const bool limit = time->relation == TimeRelation::until || time->relation == TimeRelation::before;
    const auto days = time->date.bounds();
    if (!limit || !days || days->days() < shortest || !trigger.window.contains(time->span)) continue;
    if (now && days->last < now->first) continue;
    if (best == nullptr || gap(time->span, trigger.span) < gap(best->span, trigger.span)) best = time;
  }
  return best;
}

} // namespace

bool canDate(const Timex& time) {
  constexpr int widest = 366; // days
  const auto bounds = time.date.bounds();
  return bounds && bounds->days() <= widest && time.relation == TimeRelation::at;
}

const Timex* whenOf(const SentenceView& view, const Trigger& trigger, const time::Edtf& written) {
  const bool before = view.block->grammar.circumstancesBeforeVerb;
  const Timex* best = before ? whenBefore(view, trigger) : nullptr;
  // 上周二表示，希望访华: when it was said is not when it is to be.
  if (best != nullptr && view.hasCue({best->span.end, trigger.span.begin}, CueKind::report) &&
      plannedByWords(view, trigger))
    return nullptr;
  if (best != nullptr) return best;
  if (const Timex* until = deniedUntil(view, trigger)) return until;
  // What is planned is to come: the day in the dateline, or of the announcement, is not its own.
  constexpr std::int32_t alreadyOver = 400; // UTF-16 units, as in strangeness
  constexpr std::int32_t ofSomebody = 200;
  const bool planned = !before && plannedByWords(view, trigger);
  const auto now = written.bounds();
  std::int32_t closest = std::numeric_limits<std::int32_t>::max();
  for (const Timex* time : view.times) {
    const bool told = canDate(*time) || qualifies(trigger, *time) ||
                      (time->date.bounds() && opensClause(view, *time, trigger));
    if (before || !told || !trigger.window.contains(time->span) || ofAnotherTime(view, *time, trigger) ||
        ofPublication(view, *time) || ofWordsAhead(view, *time, trigger))
      continue;
    std::int32_t away = gap(time->span, trigger.span) + strangeness(view, trigger, *time);
    if (planned && now && time->date.bounds()->last <= now->last) away += alreadyOver;
    const bool aside = ofRelativeClause(view, *time, trigger);
    if (planned && (aside || ofReport(view, *time, trigger))) continue;
    if (aside) away += ofSomebody;
    if (away < closest) best = time, closest = away;
  }
  if (best != nullptr && !before) best = finer(view, trigger, *best);
  if (best == nullptr && planned) best = limitOf(view, trigger, now);
  if (best != nullptr || trigger.form == Form::bare) return best;
  for (const Timex* time : view.times)
    if (!ofPublication(view, *time) && !ofWordsAhead(view, *time, trigger) &&
        (canDate(*time) || (time->date.bounds() && opensClause(view, *time, trigger))) &&
        time->span.end <= (before ? trigger.span.begin : trigger.window.begin))
      best = time;
  // "Last week they agreed that Blinken will visit": the day before is not that of the plan.
  const auto told = best != nullptr ? best->date.bounds() : std::nullopt;
  if (told && now && told->last < now->first && plannedByWords(view, trigger)) return nullptr;
  return best;
}

} // namespace demarche::extract
