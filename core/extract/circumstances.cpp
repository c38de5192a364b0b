// SPDX-License-Identifier: Apache-2.0
#include "core/extract/circumstances.h"

#include "core/extract/parties.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace demarche::extract {
namespace {

using model::EventStatus;

/// A negation at most so many tokens before the words denies them.
constexpr std::int32_t negationReach = 4;
/// A cue of planning or calling off at most so many tokens away speaks of them.
constexpr std::int32_t cueReach = 18;

/// 访问华盛顿的计划: the noun for the plan at most so many tokens behind the words.
constexpr std::int32_t planAfterReach = 9;

std::int32_t gap(text::Span a, text::Span b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

/// "since 2018" tells how long ago the last one was; "before the summit in May" dates the summit.
/// "in the 2020s" says of no event when it was.
bool canDate(const Timex& time) {
  constexpr int widest = 366; // days
  const auto bounds = time.date.bounds();
  return bounds && bounds->days() <= widest && time.relation == TimeRelation::at;
}

template <typename Usable>
const Mention* nearest(const SentenceView& view, const Trigger& trigger, text::Span where, Usable usable) {
  const Mention* best = nullptr;
  std::int32_t closest = std::numeric_limits<std::int32_t>::max();
  for (const Mention* mention : view.mentions) {
    if (!mention->place || mention->adjective || !where.contains(mention->span) || !usable(*mention))
      continue;
    const std::int32_t away = gap(mention->span, trigger.span);
    if (away < closest) best = mention, closest = away;
  }
  return best;
}

/// 在西班牙马德里, 北京人民大会堂: of places in a row the last is the narrowest.
const Mention* narrowest(const SentenceView& view, const Mention* place) {
  for (const Mention* mention : view.mentions)
    if (place != nullptr && mention->place && mention->tokens.begin == place->tokens.end) place = mention;
  return place;
}

bool near(const Cue& cue, const Trigger& trigger, std::int32_t reach) {
  const std::int32_t before = trigger.tokens.begin - cue.tokens.end;
  const std::int32_t after = cue.tokens.begin - trigger.tokens.end;
  return std::max(before, after) <= reach;
}

bool isWord(const SentenceView& view, const language::Hit& hit, std::string_view cls) {
  return hit.entry->cls == cls && view.span.contains(hit.span);
}

/// The last end of a clause before the words, and the next break behind them.
text::Span betweenBreaks(const SentenceView& view, text::Span words, std::string_view before) {
  text::Span clause = view.span;
  for (const language::Hit& hit : view.block->reading.hits) {
    if (isWord(view, hit, before) && hit.span.end <= words.begin)
      clause.begin = std::max(clause.begin, hit.span.end);
    if (isWord(view, hit, "clause-break") && hit.span.begin >= words.end)
      clause.end = std::min(clause.end, hit.span.begin);
  }
  return clause;
}

bool wordBetween(const SentenceView& view, std::int32_t begin, std::int32_t end, std::string_view cls) {
  const auto& hits = view.block->reading.hits;
  return std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == cls && hit.span.begin >= begin && hit.span.end <= end;
  });
}

bool personBetween(const SentenceView& view, std::int32_t begin, std::int32_t end) {
  return std::any_of(view.mentions.begin(), view.mentions.end(), [&](const Mention* mention) {
    return mention->kind == MentionKind::person && mention->span.begin >= begin && mention->span.end <= end;
  });
}

/// In Chinese a cue stands in the clause of its verb, or in one behind it that has no verb of ours
/// (原定的会晤，最后推迟): 召回大使，并推迟访问 calls off the visit alone. A habit is told before the verb.
bool ofItsClause(const SentenceView& view, const Trigger& trigger, const Cue& cue) {
  if (cue.span.overlaps(trigger.span)) return trigger.kind != model::EventKind::measure; // 取消关税 is a deed
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

bool anyNear(const SentenceView& view, const Trigger& trigger, CueKind kind, std::int32_t reach) {
  // "In November they met for the talks that had been put off": behind a verb in the past it is something
  // else.
  const bool told = trigger.form == Form::verb && trigger.tense == "past";
  const text::Span where{trigger.window.begin, told ? trigger.span.end : trigger.window.end};
  const bool chinese = model::isChinese(view.block->block->language);
  return std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& cue) {
    if (cue.kind != kind || !near(cue, trigger, reach)) return false;
    if (chinese) return ofItsClause(view, trigger, cue);
    return where.contains(cue.span) && !ofWordsBefore(view, trigger, cue);
  });
}

/// "They did not dine; they spoke": the negation has words of its own to deny.
bool wordsBetween(const SentenceView& view, text::Span cue, text::Span words) {
  return std::any_of(view.triggers.begin(), view.triggers.end(), [&](const Trigger& t) {
    return t.strong() && t.span.begin >= cue.end && t.span.end <= words.begin;
  });
}

/// "did not travel to China until October 2005": that is when he did.
const Timex* untilTime(const SentenceView& view, const Trigger& trigger) {
  for (const Timex* time : view.times)
    if (time->relation == TimeRelation::until && time->date.bounds() &&
        time->span.begin >= trigger.span.end && trigger.window.contains(time->span))
      return time;
  return nullptr;
}

bool denied(const SentenceView& view, const Trigger& trigger) {
  return std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& cue) {
    const std::int32_t before = trigger.tokens.begin - cue.tokens.end;
    // 没有同国防部长董军碰面: in Chinese whom one did not meet stands between.
    const bool whom =
        before > 0 && std::any_of(view.block->reading.hits.begin(), view.block->reading.hits.end(),
                                  [&](const language::Hit& hit) {
                                    return hit.entry->cls == "beside-word" &&
                                           hit.tokens.begin >= cue.tokens.end &&
                                           hit.tokens.begin - cue.tokens.end <= negationReach;
                                  });
    return cue.kind == CueKind::negated && before >= 0 && before <= (whom ? cueReach : negationReach) &&
           trigger.window.contains(cue.span) && !wordsBetween(view, cue.span, trigger.span) &&
           untilTime(view, trigger) == nullptr;
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
  const auto hits = view.block->reading.hitsIn(view.span);
  return std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "before-base" && hit.tokens.end <= trigger.tokens.begin &&
           trigger.tokens.begin - hit.tokens.end < reach;
  });
}

bool plannedByWords(const SentenceView& view, const Trigger& trigger) {
  if (trigger.tense == "past" || trigger.tense == "done") return false;
  const bool chinese = model::isChinese(view.block->block->language);
  if (chinese && trigger.form == Form::verb && plannedBefore(view, trigger)) return true;
  // A noun has no tense of its own: "they will prepare for a visit by Gates, and for one by Mullen".
  const text::Span around = trigger.form == Form::verb || chinese
                                ? trigger.window
                                : text::Span{view.span.begin, trigger.window.end};
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

/// "since November 2022, when he met Wei": the time of the clause that "when" opens is told before it.
bool opensClause(const SentenceView& view, const Timex& time, const Trigger& trigger) {
  constexpr std::int32_t beside = 3; // UTF-16 units: ", "
  const auto hits = view.block->reading.hitsIn(view.span);
  return std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "when-word" && hit.span.begin >= time.span.end &&
           hit.span.begin - time.span.end <= beside && hit.span.end <= trigger.span.begin;
  });
}

/// "the first call since contacts were cut in August": what stands behind "since" is of another time.
bool ofAnotherTime(const SentenceView& view, const Timex& time, const Trigger& trigger) {
  const auto hits = view.block->reading.hitsIn(view.span);
  return std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "since-word" && hit.span.begin >= trigger.span.end &&
           hit.span.end <= time.span.begin;
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
  for (const language::Hit& hit : view.block->reading.hitsIn(view.span))
    if (hit.entry->cls == "clause-break" && between.contains(hit.span)) strange += otherClause;
  for (const Trigger& other : view.triggers)
    if (&other != &trigger && other.form != Form::again && other.form != Form::implied &&
        between.contains(other.span) && !other.span.overlaps(trigger.span))
      strange += crossing;
  return strange;
}

/// Where the next person is named, or the end of the window.
std::int32_t nextPerson(const SentenceView& view, const Mention& after, std::int32_t end) {
  for (const Mention* mention : view.mentions)
    if (mention->span.begin >= after.span.end && mention->kind == MentionKind::person)
      return std::min(end, mention->span.begin);
  return end;
}

/// 会晤（5月10日）, 坐下来在达沃斯，2017年1月: behind the words, and no other verb there that it could be of.
bool standsLast(const SentenceView& view, const Trigger& trigger, const Timex& time) {
  if (wordBetween(view, trigger.span.end, time.span.begin, "clause-end")) return false;
  const bool bracket = wordBetween(view, trigger.span.end, time.span.begin, "open-bracket") &&
                       time.span.begin - trigger.span.end <= 2;
  return bracket || std::none_of(view.triggers.begin(), view.triggers.end(),
                                 [&](const Trigger& other) { return other.span.begin >= trigger.span.end; });
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
    // 今年1月就任以来，两国元首首次会晤
    if (time->span.end < trigger.span.begin &&
        wordBetween(view, time->span.end, std::min(time->span.end + beside, trigger.span.begin),
                    "ever-since"))
      continue;
    const bool behind = time->span.begin >= trigger.span.end;
    if (!behind)
      best = time;
    else if (best == nullptr && (time->span.end <= near.end || standsLast(view, trigger, *time)))
      best = time;
  }
  return best;
}

} // namespace

const Timex* whenOf(const SentenceView& view, const Trigger& trigger, const time::Edtf& written) {
  const bool chinese = model::isChinese(view.block->block->language);
  const Timex* best = chinese ? whenBefore(view, trigger) : nullptr;
  // 上周二表示，希望访华: when it was said is not when it is to be.
  if (best != nullptr && view.hasCue({best->span.end, trigger.span.begin}, CueKind::report) &&
      plannedByWords(view, trigger))
    return nullptr;
  if (best != nullptr) return best;
  const bool negated = std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& cue) {
    const std::int32_t before = trigger.tokens.begin - cue.tokens.end;
    return cue.kind == CueKind::negated && before >= 0 && before <= negationReach;
  });
  if (const Timex* until = untilTime(view, trigger); negated && until != nullptr) return until;
  // What is planned is to come: the day in the dateline, or of the announcement, is not its own.
  constexpr std::int32_t alreadyOver = 400; // UTF-16 units, as in strangeness
  const bool planned = !chinese && plannedByWords(view, trigger);
  const auto now = written.bounds();
  std::int32_t closest = std::numeric_limits<std::int32_t>::max();
  for (const Timex* time : view.times) {
    const bool told = canDate(*time) || (time->date.bounds() && opensClause(view, *time, trigger));
    if (chinese || !told || !trigger.window.contains(time->span) || ofAnotherTime(view, *time, trigger))
      continue;
    std::int32_t away = gap(time->span, trigger.span) + strangeness(view, trigger, *time);
    if (planned && now && time->date.bounds()->first <= now->last) away += alreadyOver;
    if (away < closest) best = time, closest = away;
  }
  if (best != nullptr || trigger.form == Form::bare) return best;
  for (const Timex* time : view.times)
    if ((canDate(*time) || (time->date.bounds() && opensClause(view, *time, trigger))) &&
        time->span.end <= (chinese ? trigger.span.begin : trigger.window.begin))
      best = time;
  // "Last week they agreed that Blinken will visit": the day before is not that of the plan.
  const auto told = best != nullptr ? best->date.bounds() : std::nullopt;
  if (told && now && told->last < now->first && plannedByWords(view, trigger)) return nullptr;
  return best;
}

std::vector<Occasion> occasionsOf(const SentenceView& view, const Trigger& trigger) {
  constexpr std::int32_t beside = 14; // UTF-16 units: "(Washington, 27", 在
  const auto isPlace = [](const Mention& m) {
    return m.place && (m.kind == MentionKind::place || m.locative);
  };
  const bool chinese = model::isChinese(view.block->block->language);
  std::vector<Occasion> occasions;
  std::size_t next = 0; // each place is of one time
  for (const Timex* time : view.times) {
    if (!canDate(*time) || time->date.unknown()) continue;
    for (std::size_t i = next; i < view.mentions.size(); ++i) {
      const Mention& mention = *view.mentions[i];
      if (!isPlace(mention) || gap(time->span, mention.span) > beside) continue;
      const Mention* where = chinese ? narrowest(view, &mention) : &mention;
      occasions.push_back({time, where});
      for (next = i + 1; next < view.mentions.size() && view.mentions[next]->span.end <= where->span.end;)
        ++next;
      break;
    }
  }
  if (occasions.size() < 2) return {};
  for (const Occasion& occasion : occasions)
    for (const Occasion& other : occasions)
      if (&occasion != &other && occasion.where->place == other.where->place &&
          occasion.when->date == other.when->date)
        return {};
  const std::int32_t begin =
      std::min(occasions.front().when->span.begin, occasions.front().where->span.begin);
  const bool others = std::any_of(view.triggers.begin(), view.triggers.end(), [&](const Trigger& t) {
    return &t != &trigger && t.span.begin > begin && t.form != Form::bare && t.form != Form::again;
  });
  return others ? std::vector<Occasion>() : occasions;
}

std::vector<Share> sharesOf(const SentenceView& view, const Trigger& trigger,
                            const std::vector<const Mention*>& others) {
  const bool apart = view.hasCue(trigger.window, CueKind::apart);
  std::vector<Share> shares;
  for (const Mention* mention : view.mentions) {
    if (mention->span.begin < trigger.span.end || !trigger.window.contains(mention->span)) continue;
    const bool person = isPerson(*mention) && mention->kind != MentionKind::pronoun &&
                        std::find(others.begin(), others.end(), mention) != others.end();
    if (person) {
      if (!shares.empty() && shares.front().people.front()->side != mention->side) return {};
      const bool done = !shares.empty() && (shares.back().when != nullptr || shares.back().where != nullptr);
      if (shares.empty() || done || apart) shares.emplace_back();
      shares.back().people.push_back(mention);
    } else if (mention->place && mention->locative && !shares.empty() && shares.back().where == nullptr) {
      shares.back().where = mention;
    }
    if (!person) continue;
    const std::int32_t next = nextPerson(view, *mention, trigger.window.end);
    for (const Timex* time : view.times)
      if (canDate(*time) && time->span.begin >= mention->span.end && time->span.end <= next)
        shares.back().when = shares.back().when == nullptr ? time : shares.back().when;
  }
  if (shares.size() < 2) return {};
  const bool anchored = std::all_of(shares.begin(), shares.end() - 1, [](const Share& share) {
    return share.when != nullptr || share.where != nullptr;
  });
  const bool differ = shares.back().when != nullptr || shares.back().where != nullptr;
  return apart || (anchored && differ) ? shares : std::vector<Share>();
}

namespace {

/// 2月16日，慕尼黑，王毅会见布林肯: a place between commas, or between a time and a comma.
bool standsAlone(const SentenceView& view, const Mention& mention) {
  const auto& hits = view.block->reading.hits;
  const auto comma = [&](auto beside) {
    return std::any_of(hits.begin(), hits.end(),
                       [&](const language::Hit& hit) { return hit.entry->cls == "comma" && beside(hit); });
  };
  const bool opened =
      comma([&](const language::Hit& hit) { return hit.tokens.end == mention.tokens.begin; }) ||
      std::any_of(view.times.begin(), view.times.end(), [&](const Timex* time) {
        return time->span.end <= mention.span.begin && mention.span.begin - time->span.end <= 1;
      });
  return opened && comma([&](const language::Hit& hit) { return hit.tokens.begin == mention.tokens.end; });
}

const Mention* wherever(const SentenceView& view, const Trigger& trigger) {
  const auto anywhere = [](const Mention&) { return true; };
  const auto located = [](const Mention& m) { return m.locative; };
  const bool chinese = model::isChinese(view.block->block->language);
  if (trigger.frame == Frame::travel) {
    // 访华期间在上海: what the words name themselves is not made narrower by what comes later.
    const std::int32_t end = !chinese ? trigger.window.end
                             : trigger.destination.empty()
                                 ? betweenBreaks(view, trigger.span, "clause-end").end
                                 : trigger.span.end;
    const text::Span after{trigger.span.begin, end};
    if (const Mention* place = nearest(view, trigger, after, anywhere)) return place;
    const text::Span before{trigger.window.begin, trigger.span.begin};
    const Mention* place = nearest(view, trigger, before, [&](const Mention& m) {
      return m.destination || trigger.tokens.begin == m.tokens.end || m.kind == MentionKind::place;
    });
    return place;
  }
  if (trigger.form == Form::again) // "Stockholm, July 28-29"
    if (const Mention* place = nearest(view, trigger, trigger.window, anywhere)) return place;
  // In Chinese the place stands before the verb; what follows belongs to the next clause.
  const text::Span near{trigger.window.begin, chinese ? trigger.span.end : trigger.window.end};
  if (chinese)
    if (const Mention* place = nearest(view, trigger, trigger.span, [&](const Mention& m) {
          return m.locative || trigger.form == Form::noun;
        }))
      return place;
  if (const Mention* place = nearest(view, trigger, near, located)) return place;
  if (const Mention* place = nearest(view, trigger, trigger.window, [&](const Mention& m) {
        // "the Vienna talks", 日内瓦会谈
        return m.kind == MentionKind::place && trigger.tokens.begin - m.tokens.end <= 1 &&
               m.span.end <= trigger.span.begin;
      }))
    return place;
  if (!chinese) return nearest(view, trigger, {view.span.begin, near.end}, located);
  // Machine translation leaves the place behind the verb.
  const text::Span behind{trigger.span.end, betweenBreaks(view, trigger.span, "clause-end").end};
  if (const Mention* place = nearest(view, trigger, behind, located)) return place;
  if (const Mention* place = nearest(view, trigger, {view.span.begin, near.end},
                                     [](const Mention& m) { return m.locative || m.destination; }))
    return place;
  if (const Mention* place = nearest(view, trigger, {view.span.begin, near.end},
                                     [&](const Mention& m) { return standsAlone(view, m); }))
    return place;
  // 3月访问北京，23日获李强接见: where the journey before went.
  for (auto before = view.triggers.rbegin(); before != view.triggers.rend(); ++before)
    if (before->frame == Frame::travel && before->destination.empty() &&
        before->span.end <= trigger.span.begin)
      return wherever(view, *before);
  return nullptr;
}

} // namespace

const Mention* whereOf(const SentenceView& view, const Trigger& trigger) {
  const Mention* place = wherever(view, trigger);
  return model::isChinese(view.block->block->language) ? narrowest(view, place) : place;
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
  if (trigger.status) return trigger.status;
  const auto told = date.bounds();
  const auto now = written.bounds();
  const bool ahead = told && now && told->first > now->last;
  const bool over = told && now && told->last < now->first;
  if (ahead) return EventStatus::planned;
  if (plannedByWords(view, trigger) && !over) return EventStatus::planned;
  return EventStatus::occurred;
}

model::Place placeOf(const language::Gazetteer& gazetteer, language::PlaceId id) {
  const language::Place& place = gazetteer[id];
  return {place.name, place.country};
}

std::optional<model::Place> countryPlace(const language::Gazetteer& gazetteer, std::string_view code) {
  for (const language::Place& place : gazetteer.places)
    if (place.kind == language::PlaceKind::country && place.country == code)
      return model::Place{place.name, place.country};
  return std::nullopt;
}

} // namespace demarche::extract
