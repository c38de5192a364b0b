// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/place.h"

#include "core/extract/events/clauses.h"

#include <algorithm>
#include <limits>

namespace demarche::extract {
namespace {

/// "Arrived from Jakarta", "talks on the war in Bosnia": named, but neither gone to nor where it was.
bool isElsewhere(const Trigger& trigger, const Mention& place) {
  const bool travel = trigger.frame == Frame::travel;
  // "Flew home from Rome": the words themselves are about where he had been.
  if (place.origin && !(trigger.form == Form::verb && trigger.tokens.end == place.tokens.begin)) return true;
  const bool people = trigger.frame == Frame::mutual || trigger.frame == Frame::joint ||
                      trigger.frame == Frame::presence || travel;
  return place.topic && people && !(travel && place.destination);
}

template <typename Usable>
const Mention* nearest(const SentenceView& view, const Trigger& trigger, text::Span where, Usable usable) {
  const Mention* best = nullptr;
  std::int32_t closest = std::numeric_limits<std::int32_t>::max();
  for (const Mention* mention : view.mentions) {
    if (!mention->place || mention->adjective || !where.contains(mention->span) ||
        isElsewhere(trigger, *mention) || !usable(*mention))
      continue;
    const std::int32_t away = gap(mention->span, trigger.span);
    if (away < closest) best = mention, closest = away;
  }
  return best;
}

/// 2月16日，慕尼黑，王毅会见布林肯: a place between commas, or between a time and a comma.
bool standsAlone(const SentenceView& view, const Mention& mention) {
  const auto hits = view.hits;
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

/// 上次见面还是前年，当时他们在河内: the next clause says where they were then.
const Mention* whereThen(const SentenceView& view, const Trigger& trigger, std::int32_t clauseEnd) {
  constexpr std::int32_t beside = 2; // UTF-16 units: the comma
  const auto hits = view.block->reading.hitsIn({clauseEnd, view.span.end});
  const auto then = std::find_if(hits.begin(), hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "then-word" && hit.span.begin - clauseEnd <= beside;
  });
  if (then == hits.end()) return nullptr;
  const text::Span clause{then->span.end, betweenBreaks(view, then->span, "clause-break").end};
  return nearest(view, trigger, clause, [](const Mention& m) { return m.locative; });
}

/// 5月的金边东盟峰会: a gathering stands directly behind the place that it is held in.
bool hostsGathering(const SentenceView& view, const Mention& mention) {
  const auto hits = view.block->reading.hitsAt(mention.tokens.end);
  return std::any_of(hits.begin(), hits.end(),
                     [](const language::Hit& hit) { return hit.entry->cls == "held-there"; });
}

/// "He was taken to the Diaoyutai, where he saw Deng", "Monday was Xi'an, where they met": the place before
/// the word.
const Mention* beforeWhere(const SentenceView& view, const Trigger& trigger) {
  constexpr std::int32_t reach =
      60; // UTF-16 units: "the Diaoyutai on the evening of the 3rd, where he and Li "
  const Mention* found = nullptr;
  for (const language::Hit& hit : view.block->reading.hitsIn(view.span)) {
    if (hit.entry->cls != "where-word" || hit.span.end > trigger.span.begin ||
        trigger.span.begin - hit.span.end > reach)
      continue;
    for (const Mention* mention : view.mentions)
      if (mention->place && !mention->adjective && mention->span.end <= hit.span.begin &&
          hit.span.begin - mention->span.end <= reach)
        found = mention;
  }
  return found;
}

/// "In May he saw Li, and again in June, when Li came to Ohio": the journey is of another time.
bool ofItsOwnTime(const SentenceView& view, const Trigger& trigger, const Trigger& journey) {
  const auto told = [&](std::int32_t from, std::int32_t to) {
    return std::any_of(view.times.begin(), view.times.end(), [&](const Timex* time) {
      return time->span.begin >= from && time->span.end <= to && !time->date.unknown();
    });
  };
  return told(trigger.window.begin, trigger.span.begin) && told(trigger.span.end, journey.span.begin);
}

/// "They had spoken before, in spring, when Shultz came to Shanghai": the journey in the clause that says
/// when.
const Mention* ofJourneyBeside(const SentenceView& view, const Trigger& trigger) {
  for (const Trigger& other : view.triggers) {
    if (&other == &trigger || other.frame != Frame::travel || !other.strong()) continue;
    const bool when = other.span.begin >= trigger.span.end
                          ? wordBetween(view, trigger.span.end, other.span.begin, "when-word")
                          : wordBetween(view, view.span.begin, other.span.begin, "during-word");
    if (!when || ofItsOwnTime(view, trigger, other)) continue;
    for (const Mention* mention : view.mentions)
      if (mention->place && !mention->adjective && mention->span.end > other.span.begin &&
          mention->span.begin - other.span.end <= 24)
        return mention;
  }
  return nullptr;
}

/// "Rice met Li in Rome, and Hill went to Paris and was received by Wu": what follows a journey was where it
/// went.
const Mention* ofJourneyBefore(const SentenceView& view, const Trigger& trigger) {
  const Trigger* before = nullptr;
  for (const Trigger& other : view.triggers)
    if (&other != &trigger && other.strong() && other.span.end <= trigger.span.begin) before = &other;
  if (before == nullptr || before->frame != Frame::travel || before->form != Form::verb) return nullptr;
  // "Left for Rome after talks": what is told behind "after" was before the journey.
  if (wordBetween(view, before->span.end, trigger.span.begin, "after-word")) return nullptr;
  return nearest(view, *before, {before->span.end, trigger.span.begin}, [](const Mention& m) {
    return m.kind == MentionKind::place || m.destination || m.locative;
  });
}

/// "He told Li in Rome that the war in Bosnia …": of what is said only a place directly behind whom it was
/// said to, or the day, is where it was said.
bool standsBeside(const SentenceView& view, const Trigger& trigger, const Mention& place) {
  constexpr std::int32_t beside = 12; // UTF-16 units: " himself in "
  if (place.span.begin < trigger.span.end || place.span.begin - trigger.span.end <= beside) return true;
  const auto before = [&](text::Span span) {
    return span.end <= place.span.begin && place.span.begin - span.end <= beside;
  };
  return std::any_of(view.mentions.begin(), view.mentions.end(),
                     [&](const Mention* m) {
                       return m != &place && before(m->span) &&
                              (m->kind == MentionKind::person || m->kind == MentionKind::office || m->place);
                     }) ||
         std::any_of(view.times.begin(), view.times.end(),
                     [&](const Timex* time) { return before(time->span); });
}

/// "She flew in after stops in Laos and was, at noon, due to see Xi": where she had been before.
bool wasBefore(const SentenceView& view, const Trigger& trigger, const Mention& place) {
  return place.span.end <= trigger.span.begin &&
         wordBetween(view, place.span.end, trigger.span.begin, "comma") &&
         std::any_of(view.hits.begin(), view.hits.end(), [&](const language::Hit& hit) {
           return hit.entry->cls == "after-word" && hit.span.end <= place.span.begin &&
                  !wordBetween(view, hit.span.end, place.span.begin, "comma");
         });
}

const Mention* wherever(const SentenceView& view, const Trigger& trigger) {
  const auto anywhere = [](const Mention&) { return true; };
  const auto located = [](const Mention& m) { return m.locative; };
  const bool before = view.block->grammar.circumstancesBeforeVerb;
  if (trigger.frame == Frame::travel) {
    // 访华期间在上海: what the words name themselves is not made narrower by what comes later.
    const std::int32_t end = !before ? trigger.window.end
                             : trigger.destination.empty()
                                 ? betweenBreaks(view, trigger.span, "clause-end").end
                                 : trigger.span.end;
    const text::Span after{trigger.span.begin, end};
    if (const Mention* place = nearest(view, trigger, after, anywhere)) return place;
    const text::Span ahead{trigger.window.begin, trigger.span.begin};
    const Mention* place = nearest(view, trigger, ahead, [&](const Mention& m) {
      return m.destination || trigger.tokens.begin == m.tokens.end || m.kind == MentionKind::place;
    });
    return place;
  }
  if (trigger.form == Form::again) // "Stockholm, July 28-29"
    if (const Mention* place = nearest(view, trigger, trigger.window, anywhere)) return place;
  // In Chinese the place stands before the verb; what follows belongs to the next clause.
  const text::Span near{trigger.window.begin, before ? trigger.span.end : trigger.window.end};
  if (before)
    if (const Mention* place = nearest(view, trigger, trigger.span, [&](const Mention& m) {
          return m.locative || trigger.form == Form::noun;
        }))
      return place;
  const auto said = [&](const Mention& m) {
    return !before && trigger.either && !standsBeside(view, trigger, m);
  };
  if (const Mention* place =
          nearest(view, trigger, near, [&](const Mention& m) { return m.locative && !said(m); }))
    return place;
  if (const Mention* place = nearest(view, trigger, trigger.window, [&](const Mention& m) {
        // "the Vienna talks", 日内瓦会谈
        return m.kind == MentionKind::place && trigger.tokens.begin - m.tokens.end <= 1 &&
               m.span.end <= trigger.span.begin;
      }))
    return place;
  if (!before) {
    if (const Mention* place = ofJourneyBefore(view, trigger)) return place;
    if (const Mention* place = nearest(view, trigger, {view.span.begin, near.end}, [&](const Mention& m) {
          return located(m) && !said(m) && !wasBefore(view, trigger, m);
        }))
      return place;
    if (const Mention* place = beforeWhere(view, trigger)) return place;
    return ofJourneyBeside(view, trigger);
  }
  // Machine translation leaves the place behind the verb.
  const text::Span behind{trigger.span.end, betweenBreaks(view, trigger.span, "clause-end").end};
  if (const Mention* place = nearest(view, trigger, behind, located)) return place;
  if (trigger.frame == Frame::act) return nullptr; // where others met before is not where it was done
  if (const Mention* place = whereThen(view, trigger, behind.end)) return place;
  if (const Mention* place = nearest(view, trigger, {view.span.begin, near.end},
                                     [](const Mention& m) { return m.locative || m.destination; }))
    return place;
  if (const Mention* place = nearest(view, trigger, {view.span.begin, near.end},
                                     [&](const Mention& m) { return standsAlone(view, m); }))
    return place;
  if (const Mention* place = nearest(view, trigger, {view.span.begin, near.end},
                                     [&](const Mention& m) { return hostsGathering(view, m); }))
    return place;
  // 3月访问北京，23日获李强接见: where the journey before went.
  for (auto journey = view.triggers.rbegin(); journey != view.triggers.rend(); ++journey)
    if (journey->frame == Frame::travel && journey->destination.empty() &&
        journey->span.end <= trigger.span.begin)
      return wherever(view, *journey);
  return nullptr;
}

} // namespace

const Mention* narrowest(const SentenceView& view, const Mention* place) {
  for (const Mention* mention : view.mentions)
    if (place != nullptr && mention->place && mention->tokens.begin == place->tokens.end) place = mention;
  return place;
}

/// "At Woodside, California": the city rather than what explains it; "in Beijing, in the Great Hall": the
/// house rather than its city.
const Mention* narrower(const SentenceView& view, const Trigger& trigger,
                        const language::Gazetteer& gazetteer, const Mention* place) {
  if (place == nullptr) return nullptr;
  const language::Place& wide = gazetteer[place->place];
  for (const Mention* mention : view.mentions) {
    if (!mention->place || mention == place || mention->adjective) continue;
    const language::Place& other = gazetteer[mention->place];
    constexpr std::int32_t comma = 2; // tokens
    const bool explained = other.kind >= language::PlaceKind::city && wide.kind < language::PlaceKind::city &&
                           other.country == wide.country && mention->tokens.end <= place->tokens.begin &&
                           place->tokens.begin - mention->tokens.end <= comma;
    const bool house = trigger.frame != Frame::travel && other.kind == language::PlaceKind::venue &&
                       other.city == wide.name && trigger.window.contains(mention->span) &&
                       trigger.window.contains(place->span) && mention->span.begin >= place->span.end;
    if (explained || house) return mention;
  }
  return place;
}

const Mention* whereOf(const SentenceView& view, const Trigger& trigger,
                       const language::Gazetteer& gazetteer) {
  const Mention* place = wherever(view, trigger);
  return view.block->grammar.wideBeforeNarrow ? narrowest(view, place)
                                              : narrower(view, trigger, gazetteer, place);
}

model::Place placeOf(const language::Gazetteer& gazetteer, language::PlaceId id) {
  const language::Place& place = gazetteer[id];
  return {place.name, place.country};
}

model::Place cityOf(const language::Gazetteer& gazetteer, const model::Place& place) {
  for (const language::Place& known : gazetteer.places)
    if (known.name == place.name && !known.city.empty()) return {known.city, place.country};
  return place;
}

std::optional<model::Place> countryPlace(const language::Gazetteer& gazetteer, std::string_view code) {
  for (const language::Place& place : gazetteer.places)
    if (place.kind == language::PlaceKind::country && place.country == code)
      return model::Place{place.name, place.country};
  return std::nullopt;
}

} // namespace demarche::extract
