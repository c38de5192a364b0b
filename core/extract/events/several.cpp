// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/several.h"

#include "core/extract/events/clauses.h"
#include "core/extract/events/parties.h"
#include "core/extract/events/place.h"
#include "core/extract/events/time.h"

#include <algorithm>

namespace demarche::extract {
namespace {

/// Where the next person is named, or the end of the window.
std::int32_t nextPerson(const SentenceView& view, const Mention& after, std::int32_t end) {
  for (const Mention* mention : view.mentions)
    if (mention->span.begin >= after.span.end && mention->kind == MentionKind::person)
      return std::min(end, mention->span.begin);
  return end;
}

/// Another time stands between the two.
bool timeBetween(const SentenceView& view, const Timex& time, const Mention& mention) {
  const text::Span between{std::min(time.span.end, mention.span.end),
                           std::max(time.span.begin, mention.span.begin)};
  return std::any_of(view.times.begin(), view.times.end(), [&](const Timex* other) {
    return other != &time && canDate(*other) && between.contains(other->span);
  });
}

/// Between the two stands a joining word, and nothing besides.
bool joined(const SentenceView& view, const Timex& first, const Timex& second) {
  constexpr std::int32_t longest = 8; // UTF-16 units: " and on "
  const std::int32_t begin = first.span.end;
  const std::int32_t end = second.span.begin;
  if (end <= begin || end - begin > longest) return false;
  const auto hits = view.block->reading.hitsIn({begin, end});
  return std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "time-joiner" && hit.span.begin - begin <= 1 && end - hit.span.end <= 1;
  });
}

/// One day, month or stretch of days that may be an event's, and does not run on from the one before.
bool apart(const Timex& first, const Timex& second) {
  constexpr int widest = 62; // days
  const auto a = first.date.bounds();
  const auto b = second.date.bounds();
  if (!a || !b || !canDate(first) || !canDate(second) || a->days() > widest || b->days() > widest)
    return false;
  return b->first > a->last + std::chrono::days(1) || a->first > b->last + std::chrono::days(1);
}

/// "Three times in 1994, in Bangkok in July and in Jakarta in autumn": the year holds the others.
bool isFrame(const SentenceView& view, const Timex& time) {
  const auto whole = time.date.bounds();
  return std::any_of(view.times.begin(), view.times.end(), [&](const Timex* other) {
    const auto part = other->date.bounds();
    return part && canDate(*other) && part->days() < whole->days() && whole->contains(part->first);
  });
}

/// "She saw Li, and on Monday Wen and Hu": the day between the two opens what is told of the second.
const Timex* openingTime(const SentenceView& view, const Mention& first, const Mention& second) {
  for (const Timex* time : view.times)
    if (canDate(*time) && time->span.begin >= first.span.end && time->span.end <= second.span.begin &&
        wordBetween(view, first.span.end, time->span.begin, "clause-break") &&
        wordBetween(view, time->span.end, second.span.begin, "day-opens"))
      return time;
  return nullptr;
}

std::vector<const Mention*> personsAmong(const std::vector<const Mention*>& mentions) {
  std::vector<const Mention*> people;
  std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(people),
               [](const Mention* mention) { return mention->kind == MentionKind::person; });
  return people;
}

} // namespace

time::Edtf stretchOf(const SentenceView& view, const Timex& when) {
  const auto own = std::find(view.times.begin(), view.times.end(), &when);
  if (own == view.times.end() || !when.date.isDay()) return when.date;
  const auto runsOn = [&](const Timex& first, const Timex& second) {
    return first.date.isDay() && second.date.isDay() && canDate(first) && canDate(second) &&
           joined(view, first, second) &&
           second.date.bounds()->first == first.date.bounds()->last + std::chrono::days(1);
  };
  auto first = own;
  auto last = own;
  while (first != view.times.begin() && runsOn(**(first - 1), **first))
    --first;
  while (last + 1 != view.times.end() && runsOn(**last, **(last + 1)))
    ++last;
  return first == last ? when.date
                       : time::Edtf::days({(*first)->date.bounds()->first, (*last)->date.bounds()->last});
}

std::vector<const Timex*> joinedDays(const SentenceView& view, const Timex* when) {
  const auto own = std::find(view.times.begin(), view.times.end(), when);
  if (when == nullptr || own == view.times.end()) return {};
  auto begin = own;
  auto last = own;
  while (begin != view.times.begin() && joined(view, **(begin - 1), **begin) && apart(**(begin - 1), **begin))
    --begin;
  while (last + 1 != view.times.end() && joined(view, **last, **(last + 1)) && apart(**last, **(last + 1)))
    ++last;
  return begin == last ? std::vector<const Timex*>() : std::vector<const Timex*>(begin, last + 1);
}

std::vector<Occasion> occasionsOf(const SentenceView& view, const Trigger& trigger) {
  constexpr std::int32_t beside = 14; // UTF-16 units: "(Washington, 27", 在
  const auto isPlace = [](const Mention& m) {
    return m.place && (m.kind == MentionKind::place || m.locative);
  };
  const bool wideFirst = view.block->grammar.wideBeforeNarrow;
  std::vector<Occasion> occasions;
  std::size_t next = 0; // each place is of one time
  for (const Timex* time : view.times) {
    if (!canDate(*time) || time->date.unknown() || isFrame(view, *time)) continue;
    for (std::size_t i = next; i < view.mentions.size(); ++i) {
      const Mention& mention = *view.mentions[i];
      if (!isPlace(mention) || gap(time->span, mention.span) > beside) continue;
      if (timeBetween(view, *time, mention)) continue; // 去年谈了两次：1月在上海
      const Mention* where = wideFirst ? narrowest(view, &mention) : &mention;
      const std::vector<const Timex*> days = joinedDays(view, time); // 7月、9月都在北京
      for (const Timex* day : days)
        if (day->span.begin < time->span.begin) occasions.push_back({day, where});
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
    return &t != &trigger && t.span.end > begin && t.form != Form::bare && t.form != Form::again;
  });
  return others ? std::vector<Occasion>() : occasions;
}

std::vector<Share> sharesOf(const SentenceView& view, const Trigger& trigger,
                            const std::vector<const Mention*>& others) {
  const bool apart = view.hasCue(trigger.window, CueKind::apart);
  const language::Grammar& grammar = view.block->grammar;
  std::vector<Share> shares;
  for (const Mention* mention : view.mentions) {
    const bool before = mention->span.begin < trigger.span.end; // 先后受到甲、乙会见
    if ((before && !(apart && grammar.companionBeforeVerb)) || !trigger.window.contains(mention->span))
      continue;
    const bool person = isPerson(*mention) && mention->kind != MentionKind::pronoun &&
                        std::find(others.begin(), others.end(), mention) != others.end();
    if (person) {
      const Timex* opening =
          shares.empty() ? nullptr : openingTime(view, *shares.back().people.back(), *mention);
      if (!shares.empty() && shares.front().people.front()->side != mention->side) return {};
      const bool done = !shares.empty() && (shares.back().when != nullptr || shares.back().where != nullptr ||
                                            opening != nullptr);
      if (opening != nullptr && shares.back().when == opening) shares.back().when = nullptr;
      const bool running = !shares.empty() && shares.back().opened && opening == nullptr;
      if (shares.empty() || (done && !running) || apart) shares.emplace_back();
      if (opening != nullptr) shares.back().when = opening, shares.back().opened = true;
      shares.back().people.push_back(mention);
    } else if (mention->place && mention->locative && !shares.empty() && shares.back().where == nullptr) {
      shares.back().where = mention;
    }
    if (!person || before) continue;
    const std::int32_t next = nextPerson(view, *mention, trigger.window.end);
    for (const Timex* time : view.times)
      if (canDate(*time) && time->span.begin >= mention->span.end && time->span.end <= next)
        shares.back().when = shares.back().when == nullptr ? time : shares.back().when;
  }
  if (shares.size() < 2) return {};
  const bool anchored =
      std::all_of(shares.begin(), shares.end() - 1,
                  [](const Share& share) { return share.when != nullptr || share.where != nullptr; }) ||
      shares[1].opened;
  const bool differ = shares.back().when != nullptr || shares.back().where != nullptr;
  return apart || (anchored && differ) ? shares : std::vector<Share>();
}

std::vector<Parties> partiesApart(const SentenceView& view, const Trigger& trigger, const Parties& parties) {
  const bool apart = view.hasCue(trigger.window, CueKind::apart);
  const std::vector<const Mention*> actors = personsAmong(parties.actors);
  std::vector<Parties> each;
  const auto share = [&](std::vector<const Mention*> Parties::*group,
                         const std::vector<const Mention*>& people) {
    if (people.size() < 2) return;
    for (const Mention* one : people)
      each.emplace_back(parties).*group = {one};
  };
  if (trigger.frame == Frame::mutual && apart && !actors.empty()) {
    const std::vector<const Mention*> others = personsAmong(parties.others);
    const bool oneOtherSide =
        others.size() == 1 && std::all_of(actors.begin(), actors.end(), [&](const Mention* one) {
          return one->side == actors.front()->side && one->side != others.front()->side;
        });
    if (oneOtherSide) share(&Parties::actors, actors);
  }
  if (trigger.frame == Frame::travel && trigger.strong() && apart) share(&Parties::actors, actors);
  if (trigger.frame == Frame::travel && trigger.form == Form::noun && each.empty()) {
    std::vector<const Mention*> travellers;
    std::copy_if(parties.others.begin(), parties.others.end(), std::back_inserter(travellers),
                 [](const Mention* mention) { return isPerson(*mention) && mention->agent; });
    share(&Parties::others, travellers);
  }
  return each;
}

} // namespace demarche::extract
