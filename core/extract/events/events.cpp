// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/events.h"

#include "core/extract/events/clauses.h"
#include "core/extract/events/describe.h"
#include "core/extract/events/frames.h"
#include "core/extract/events/participants.h"
#include "core/extract/events/parties.h"
#include "core/extract/events/place.h"
#include "core/extract/events/retold.h"
#include "core/extract/events/setting.h"
#include "core/extract/events/several.h"
#include "core/extract/events/signs.h"
#include "core/extract/events/status.h"
#include "core/extract/events/time.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>

namespace demarche::extract {
namespace {

using model::Event;
using model::EventKind;
using model::EventStatus;
using model::Participant;
using model::ParticipantType;
using model::Scope;
using model::Side;

bool overlaps(const time::Edtf& a, const time::Edtf& b) {
  return a.unknown() || b.unknown() || a.overlaps(b);
}

/// "The talks in May" name another meeting than the one told; in "the talks ended before the election in May"
/// the time is of something else.
bool ownTime(const Trigger& trigger, const EventCandidate& candidate) {
  constexpr std::int32_t beside = 14; // UTF-16 units: " in Vienna on "
  if (candidate.when == nullptr) return false;
  const text::Span time = candidate.when->span;
  return time.begin - trigger.span.end <= beside && trigger.span.begin - time.end <= beside;
}

std::vector<const Mention*> personsAmong(const std::vector<const Mention*>& mentions) {
  std::vector<const Mention*> people;
  std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(people),
               [](const Mention* mention) { return mention->kind == MentionKind::person; });
  return people;
}

/// "Wrapped up two days of talks on Friday": they were on Thursday, too.
time::Edtf stretched(const time::Edtf& date, const Trigger& trigger) {
  const auto days = date.bounds();
  if (trigger.days < 2 || !days || !date.isDay()) return date;
  const auto more = std::chrono::days(trigger.days - 1);
  return time::Edtf::days(trigger.ended ? time::DayRange{days->first - more, days->last}
                                        : time::DayRange{days->first, days->last + more});
}

/// The paragraph says when, where the sentence does not.
void takeTime(EventCandidate& candidate, const Timex* time) {
  if (time == nullptr) return;
  candidate.when = time;
  candidate.timeFrom = TimeFrom::paragraph;
  candidate.event.date = time->date;
}

/// "The President leaves on Sunday. He …": a title is as good as a name.
bool namesSubject(const SentenceView& view, const Mention& mention) {
  const bool title = mention.kind == MentionKind::office && !mention.adjective && !mention.possessor;
  return mention.kind == MentionKind::person ||
         (title && !model::isChinese(view.block->block->language)); // 外长: of whom, the name beside it says
}

/// "And" stands directly behind the one or directly before the other.
bool joinedBy(const SentenceView& view, const Mention& before, const Mention& mention) {
  constexpr std::int32_t beside = 7; // UTF-16 units: ", and "
  return wordBetween(view, before.span.end, std::min(before.span.end + beside, mention.span.begin),
                     "people-joiner") ||
         wordBetween(view, std::max(mention.span.begin - beside, before.span.end), mention.span.begin,
                     "people-joiner");
}

/// Reads the events of one article, sentence by sentence.
class EventReader {
 public:
  explicit EventReader(const ReadDocument& read);
  FoundEvents events();

 private:
  struct Sides {
    bool us = false;
    bool cn = false;
  };

  /// An event, and where the words stand that tell it.
  struct Told {
    std::int32_t at = 0;
    EventKind kind = EventKind::meeting;
  };

  [[nodiscard]] Sides sidesOf(std::size_t first) const;
  [[nodiscard]] bool hasDateLines(std::size_t first) const;
  void readBlock(std::size_t index);
  void dropHead(const SentenceView& head, std::size_t first);
  void dateReadout(Event& event) const;
  void readSentence(const SentenceView& view);
  void noteTeam(const SentenceView& view);
  void readTrigger(const SentenceView& view, const Trigger& trigger);
  void settleKind(EventCandidate& candidate) const;
  [[nodiscard]] std::optional<model::Place> capitalNamed(const SentenceView& view,
                                                         const Trigger& trigger) const;
  void settlePlace(const SentenceView& view, const Trigger& trigger, EventCandidate& candidate) const;
  void tell(const SentenceView& view, const Trigger& trigger, EventCandidate candidate);
  void finish(const SentenceView& view, const Trigger& trigger, EventCandidate candidate);
  [[nodiscard]] std::string idFor(const Trigger& trigger) const;
  [[nodiscard]] std::optional<EventCandidate> shareOf(const SentenceView& view, const Trigger& trigger,
                                                      const EventCandidate& whole, const Share& share) const;
  [[nodiscard]] bool takeLastKind(const SentenceView& view, const Trigger& trigger,
                                  EventCandidate& candidate) const;
  bool refinesLast(const SentenceView& view, const Event& event);
  bool joinLast(const SentenceView& view, const Trigger& trigger, const EventCandidate& candidate);
  void remember(const SentenceView& view, const EventCandidate& candidate);
  [[nodiscard]] model::Passage passageOf(const SentenceView& view, const Trigger& trigger, const Timex* when,
                                         const Event& event) const;

  const ReadDocument& m_read;
  const language::Gazetteer& m_gazetteer;
  std::vector<language::PersonId> m_cast;
  Discourse m_discourse;
  std::int32_t m_section = -1;
  time::Edtf m_written;           ///< day of writing of the section
  std::size_t m_sectionBegin = 0; ///< first event of the section
  Sides m_sectionSides;           ///< whom the section speaks of
  Setting m_setting;
  std::vector<Event> m_events;
  std::vector<Event> m_doubted;
  std::vector<Told> m_told;         ///< in this sentence
  std::int32_t m_titleEnd = 0;      ///< where the first text's headline ends
  std::set<std::string> m_headings; ///< ids of events that only a headline or caption tells
};

EventReader::EventReader(const ReadDocument& read)
    : m_read(read), m_gazetteer(*read.gazetteer), m_setting(*read.gazetteer) {
  std::set<language::PersonId> cast;
  for (const Mentions& mentions : *read.mentions)
    for (const Mention& mention : mentions)
      if (mention.people.size() == 1) cast.insert(mention.people.front());
  m_cast.assign(cast.begin(), cast.end());
}

FoundEvents EventReader::events() {
  for (std::size_t i = 0; i < m_read.blocks->size(); ++i)
    if (model::isRead((*m_read.blocks)[i].block->role)) readBlock(i);
  std::vector<Event> events = joinRetold(std::move(m_events), m_headings);
  for (Event& event : events)
    dateReadout(event);
  return {std::move(events), std::move(m_doubted)};
}

/// "Secretary Blinken's Meeting With Wang Yi": what a headline and the text under it tell of people in
/// office, without a day, was on the day of writing.
void EventReader::dateReadout(Event& event) const {
  const time::Edtf& written = m_read.written.front();
  const bool talk = event.kind == EventKind::meeting || event.kind == EventKind::call;
  if (!talk || !event.date.unknown() || event.status != EventStatus::occurred || !written.isDay()) return;
  const auto inOffice = [](const Participant& p) {
    return p.type == ParticipantType::person && !p.role.empty();
  };
  const bool all = std::all_of(event.participants.begin(), event.participants.end(), inOffice);
  constexpr std::int32_t ledeReach = 600; // UTF-16 units behind the headline
  const bool headed = event.passages.size() > 1 && event.passages.front().span.end <= m_titleEnd &&
                      event.passages[1].span.begin < m_titleEnd + ledeReach;
  if (!all || !headed || !event.has(Side::us) || !event.has(Side::cn)) return;
  event.date = written;
  for (model::Passage& passage : event.passages) {
    passage.date = written;
    passage.dateWhy = "Neither headline nor lede names a day: told on the day of writing.";
  }
}

void EventReader::readBlock(std::size_t index) {
  const language::BlockReading& block = (*m_read.blocks)[index];
  if (block.block->section != m_section) {
    m_section = block.block->section;
    m_written = m_read.written.at(std::size_t(m_section));
    m_discourse = {};
    m_sectionBegin = m_events.size();
    m_sectionSides = sidesOf(index);
    m_setting = Setting(m_gazetteer, m_written.bounds(), hasDateLines(index));
  }
  const std::vector<SentenceView> views = sentenceViews(block, (*m_read.mentions)[index], *m_read.times);
  if (!views.empty()) m_setting.beginBlock(views.front());
  const std::size_t before = m_events.size();
  for (const SentenceView& view : views)
    readSentence(view);
  if (!views.empty()) dropHead(views.front(), before);
}

/// "1984年4月27日，人民大会堂。邓小平会见里根": a paragraph's head that says only when and where is no event
/// besides what is told behind it of that day.
void EventReader::dropHead(const SentenceView& head, std::size_t first) {
  constexpr std::int32_t rest = 8; // UTF-16 units besides day and place: a number, a bullet, the full stop
  const bool bare = std::any_of(head.triggers.begin(), head.triggers.end(), [&](const Trigger& trigger) {
    return trigger.form == Form::again && trigger.frame == Frame::mutual &&
           head.span.length() - trigger.span.length() <= rest;
  });
  if (!bare || first + 1 >= m_events.size() || m_events[first].passages.front().span != head.span) return;
  const Event& told = m_events[first];
  const bool again =
      std::any_of(m_events.begin() + std::ptrdiff_t(first) + 1, m_events.end(),
                  [&](const Event& event) { return event.kind == told.kind && event.date == told.date; });
  if (again) m_events.erase(m_events.begin() + std::ptrdiff_t(first));
}

/// Of the section that begins with block `first`.
bool EventReader::hasDateLines(std::size_t first) const {
  const std::vector<language::BlockReading>& blocks = *m_read.blocks;
  int lines = 0;
  auto time = std::partition_point(m_read.times->begin(), m_read.times->end(), [&](const Timex& t) {
    return t.span.begin < blocks[first].block->span.begin;
  });
  for (std::size_t i = first; i < blocks.size() && blocks[i].block->section == m_section; ++i) {
    const text::Span span = blocks[i].block->span;
    while (time != m_read.times->end() && time->span.begin < span.begin)
      ++time;
    if (time != m_read.times->end() && Setting::isDateLine(span, *time)) ++lines;
  }
  return lines > 1;
}

EventReader::Sides EventReader::sidesOf(std::size_t first) const {
  const std::vector<language::BlockReading>& blocks = *m_read.blocks;
  Sides sides;
  for (std::size_t i = first; i < blocks.size() && blocks[i].block->section == m_section; ++i) {
    for (const Mention& mention : (*m_read.mentions)[i]) {
      const bool both = mention.kind == MentionKind::both || mention.kind == MentionKind::leaders ||
                        mention.kind == MentionKind::ministers;
      sides.us = sides.us || both || mention.side == Side::us;
      sides.cn = sides.cn || both || mention.side == Side::cn;
    }
  }
  return sides;
}

void EventReader::readSentence(const SentenceView& view) {
  m_discourse.sentenceSubject.clear();
  m_told.clear();
  if (view.block->block->role == model::BlockRole::title) {
    if (m_titleEnd == 0) m_titleEnd = view.block->block->span.end;
    for (const Mention* mention : view.mentions)
      if (mention->kind == MentionKind::person) m_discourse.heading.push_back(mention);
    if (m_discourse.heading.size() == 1) m_discourse.subject = m_discourse.heading;
  }
  // What leans on other words, or on none, comes after them.
  const std::size_t before = m_events.size();
  for (const Trigger& trigger : view.triggers)
    if (trigger.form != Form::again && trigger.form != Form::implied) readTrigger(view, trigger);
  for (const Trigger& trigger : view.triggers)
    if (trigger.form == Form::again) readTrigger(view, trigger);
  for (const Trigger& trigger : view.triggers)
    if (trigger.form == Form::implied && m_events.size() == before) {
      readTrigger(view, trigger);
      break;
    }
  if (view.heading) return;
  for (const Mention* mention : view.mentions)
    if (mention->kind == MentionKind::person) m_discourse.recent.push_back(mention);
  noteTeam(view);
  constexpr std::size_t remembered = 12;
  if (m_discourse.recent.size() > remembered)
    m_discourse.recent.erase(m_discourse.recent.begin(), m_discourse.recent.end() - remembered);
  // "Blinken had come from Seoul, where he and Austin met their counterparts. He …": who opens the sentence
  // is its subject, whoever acts in its clauses.
  const auto opens = std::find_if(view.mentions.begin(), view.mentions.end(), [&](const Mention* mention) {
    return (namesSubject(view, *mention) || mention->kind == MentionKind::pronoun) && !mention->possessor;
  });
  if (opens == view.mentions.end()) {
    // "After that it was Woodcock's show": nobody else is told of.
    const auto owner = std::find_if(view.mentions.begin(), view.mentions.end(),
                                    [](const Mention* m) { return m->kind == MentionKind::person; });
    if (owner != view.mentions.end() && view.triggers.empty()) m_discourse.subject = {*owner};
    return;
  }
  if ((*opens)->kind == MentionKind::pronoun) return;
  const bool leads = !view.triggers.empty() && (*opens)->span.end <= view.triggers.front().span.begin;
  // "Carter sent him to Hanoi. He …": of whom the text tells, still.
  if (!m_discourse.subject.empty() && hasObjectPronoun(view, (*opens)->span.end, view.span.end)) return;
  if (m_discourse.sentenceSubject.empty() || leads) m_discourse.subject = {*opens};
}

/// "General Vessey and Paul Wolfowitz, his deputy, flew on": two of one side, one beside the other.
void EventReader::noteTeam(const SentenceView& view) {
  constexpr std::int32_t beside = 40; // UTF-16 units: " and the deputy secretary of commerce, "
  const Mention* before = nullptr;
  bool begun = false;
  for (const Mention* mention : view.mentions) {
    if (mention->kind != MentionKind::person || mention->possessor || mention->former) continue;
    const bool joined = before != nullptr && before->side && before->side == mention->side &&
                        before->side != Side::other && before->people != mention->people &&
                        mention->span.begin - before->span.end <= beside && joinedBy(view, *before, *mention);
    if (joined && !begun) m_discourse.team = {before};
    if (joined) m_discourse.team.push_back(mention);
    begun = joined;
    before = mention;
  }
}

void EventReader::readTrigger(const SentenceView& view, const Trigger& trigger) {
  EventCandidate candidate;
  candidate.when = whenOf(view, trigger, m_written);
  Event& event = candidate.event;
  event.kind = trigger.kind;
  if (candidate.when != nullptr) {
    event.date = stretched(stretchOf(view, *candidate.when), trigger);
    candidate.timeFrom =
        trigger.window.contains(candidate.when->span) ? TimeFrom::clause : TimeFrom::sentence;
  }
  if (trigger.announced) { // on the day told it was only announced
    candidate.when = nullptr;
    candidate.timeFrom = TimeFrom::nowhere;
    event.date = {};
  } else if (candidate.when == nullptr) {
    takeTime(candidate, m_setting.itemTime(view));
  }
  if (trigger.form == Form::definite && !ownTime(trigger, candidate)) {
    candidate.when = nullptr;
    candidate.timeFrom = TimeFrom::nowhere;
    event.date = {};
  }
  if (trigger.form == Form::definite && joinLast(view, trigger, candidate)) return;
  if (trigger.form == Form::again && !takeLastKind(view, trigger, candidate)) return;
  const auto status = statusOf(view, trigger, event.date, m_written);
  if (!status) return;
  event.status = *status;
  candidate.parties = partiesOf(view, trigger, m_discourse);
  if (trigger.frame == Frame::mutual &&
      (!candidate.parties.actors.empty() || view.hasCue(trigger.window, CueKind::apart))) {
    const std::vector<Share> shares = sharesOf(view, trigger, candidate.parties.others);
    for (const Share& share : shares)
      if (auto part = shareOf(view, trigger, candidate, share)) tell(view, trigger, std::move(*part));
    if (!shares.empty()) return;
    // 甲、乙分别与丙会谈: each met him by himself.
    const std::vector<const Mention*> actors = personsAmong(candidate.parties.actors);
    const std::vector<const Mention*> others = personsAmong(candidate.parties.others);
    const bool apart = view.hasCue(trigger.window, CueKind::apart) && actors.size() > 1 &&
                       others.size() == 1 &&
                       std::all_of(actors.begin(), actors.end(), [&](const Mention* one) {
                         return one->side == actors.front()->side && one->side != others.front()->side;
                       });
    for (const Mention* one : apart ? actors : std::vector<const Mention*>()) {
      EventCandidate part = candidate;
      part.parties.actors = {one};
      tell(view, trigger, std::move(part));
    }
    if (apart) return;
  }
  // 甲和乙将先后访华: each travels by himself.
  if (trigger.frame == Frame::travel && trigger.strong() && view.hasCue(trigger.window, CueKind::apart)) {
    const std::vector<const Mention*> people = personsAmong(candidate.parties.actors);
    for (const Mention* one : people.size() > 1 ? people : std::vector<const Mention*>()) {
      EventCandidate part = candidate;
      part.parties.actors = {one};
      tell(view, trigger, std::move(part));
    }
    if (people.size() > 1) return;
  }
  // "For visits by Perry and by Admiral Prueher": each comes by himself.
  if (trigger.frame == Frame::travel && trigger.form == Form::noun) {
    const std::vector<const Mention*> others = candidate.parties.others;
    const auto travels = [](const Mention* m) { return isPerson(*m) && m->agent; };
    if (std::count_if(others.begin(), others.end(), travels) > 1) {
      for (const Mention* one : others)
        if (travels(one)) {
          EventCandidate part = candidate;
          part.parties.others = {one};
          tell(view, trigger, std::move(part));
        }
      return;
    }
  }
  tell(view, trigger, std::move(candidate));
}

/// What of an event is of some of its people alone.
std::optional<EventCandidate> EventReader::shareOf(const SentenceView& view, const Trigger& trigger,
                                                   const EventCandidate& whole, const Share& share) const {
  EventCandidate part = whole;
  part.parties.others = share.people;
  if (share.when != nullptr) {
    part.when = share.when;
    part.event.date = share.when->date;
    part.timeFrom = TimeFrom::clause;
  }
  if (share.where != nullptr) part.event.place = placeOf(m_gazetteer, share.where->place);
  const auto status = statusOf(view, trigger, part.event.date, m_written);
  if (!status) return std::nullopt;
  part.event.status = *status;
  return part;
}

/// "The second in Vienna in May": of the kind that was told last. Each time tells one event.
bool EventReader::takeLastKind(const SentenceView& view, const Trigger& trigger,
                               EventCandidate& candidate) const {
  constexpr int widest = 62; // days: "in May and June", not "this year"
  constexpr int monthLike = 8;
  if (candidate.when == nullptr || candidate.when->date.bounds()->days() > widest) return false;
  for (std::size_t i = m_events.size(); i > m_sectionBegin; --i) {
    const Event& event = m_events[i - 1];
    if (event.passages.back().span != view.span) break;
    const auto told = event.date.bounds(), own = candidate.event.date.bounds();
    if (event.date == candidate.event.date) return false;
    if (told && own && told->days() < monthLike && told->contains(own->first))
      return false; // one of its days
  }
  if (m_events.size() == m_sectionBegin) return true;
  // Of its own sentence what stands before it, whatever is told behind it.
  EventKind last = m_events.back().kind;
  const Told* before = nullptr;
  for (const Told& told : m_told)
    if (told.at < trigger.span.begin && (before == nullptr || told.at > before->at)) before = &told;
  if (before != nullptr) last = before->kind;
  if (last == EventKind::call || last == EventKind::visit || last == EventKind::workingGroup)
    candidate.event.kind = last;
  return true;
}

/// "They spoke", "their conversation": face to face where a place is told; else as they did last.
void EventReader::settleKind(EventCandidate& candidate) const {
  Event& event = candidate.event;
  if (event.place) {
    if (event.kind == EventKind::call) event.kind = EventKind::meeting;
  } else if (m_events.size() > m_sectionBegin && m_events.back().kind == EventKind::call) {
    event.kind = EventKind::call;
  }
}

void EventReader::tell(const SentenceView& view, const Trigger& trigger, EventCandidate candidate) {
  Event& event = candidate.event;
  const FrameContext context{.gazetteer = m_gazetteer,
                             .cast = m_cast,
                             .discourse = m_discourse,
                             .setting = m_setting,
                             .written = m_written,
                             .bothSides = m_sectionSides.us && m_sectionSides.cn};
  if (!fillFrame(view, trigger, context, candidate)) return;
  if (trigger.either || trigger.form == Form::again) settleKind(candidate);
  if (trigger.frame == Frame::mutual && trigger.form != Form::bare && trigger.form != Form::again) {
    const std::vector<Occasion> occasions = occasionsOf(view, trigger);
    for (const Occasion& occasion : occasions) {
      EventCandidate one = candidate;
      one.when = occasion.when;
      one.timeFrom = TimeFrom::clause;
      one.event.date = occasion.when->date;
      one.event.place = placeOf(m_gazetteer, occasion.where->place);
      one.event.status = statusOf(view, trigger, one.event.date, m_written).value_or(event.status);
      finish(view, trigger, std::move(one));
    }
    if (!occasions.empty()) return;
  }
  if (trigger.form != Form::definite && trigger.form != Form::implied && model::isCore(event.kind)) {
    const std::vector<const Timex*> days = joinedDays(view, candidate.when);
    for (const Timex* day : days) {
      EventCandidate one = candidate;
      one.when = day;
      one.event.date = day->date;
      one.event.status = statusOf(view, trigger, one.event.date, m_written).value_or(event.status);
      if (!one.event.place) one.event.place = m_setting.placeOf(one.event);
      finish(view, trigger, std::move(one));
    }
    if (!days.empty()) return;
  }
  if (candidate.when == nullptr) takeTime(candidate, m_setting.timeOf(view, trigger, event));
  settlePlace(view, trigger, candidate);
  finish(view, trigger, std::move(candidate));
}

/// "In the capital": of the country in which the text was last. The words say which city that is.
std::optional<model::Place> EventReader::capitalNamed(const SentenceView& view,
                                                      const Trigger& trigger) const {
  for (const language::Hit& hit : view.block->reading.hitsIn(trigger.window)) {
    if (hit.entry->cls != "the-capital" || !trigger.window.contains(hit.span)) continue;
    const std::string_view city = hit.entry->fields.text(m_setting.lastCountry());
    const auto& places = m_gazetteer.places;
    const auto known = std::find_if(places.begin(), places.end(),
                                    [&](const language::Place& place) { return place.name == city; });
    if (!city.empty() && known != places.end()) return model::Place{known->name, known->country};
  }
  return std::nullopt;
}

/// "In the same city": where the text was last. A journey whose words leave out where it went
/// goes where its item says.
void EventReader::settlePlace(const SentenceView& view, const Trigger& trigger,
                              EventCandidate& candidate) const {
  Event& event = candidate.event;
  const bool talk = event.kind == EventKind::meeting || event.kind == EventKind::visit;
  if (!event.place && talk && view.block->reading.hasHit(trigger.window, "same-place"))
    event.place = m_setting.lastPlace();
  if (!event.place && talk) event.place = capitalNamed(view, trigger);
  if (!event.place) event.place = m_setting.placeOf(event);
  const auto& item = m_setting.itemPlace();
  if (candidate.placeAssumed && item && event.place && item->country == event.place->country)
    event.place = item;
  else if (candidate.placeAssumed)
    if (auto journey = m_setting.journeyPlace(event)) event.place = std::move(journey);
}

/// "The talks lasted nine hours": tells again of the last event of that kind in the section.
bool EventReader::joinLast(const SentenceView& view, const Trigger& trigger,
                           const EventCandidate& candidate) {
  for (std::size_t i = m_events.size(); i > m_sectionBegin; --i) {
    Event& event = m_events[i - 1];
    const bool same =
        event.kind == trigger.kind || (trigger.kind == EventKind::meeting && event.kind == EventKind::call);
    if (!same) continue;
    if (candidate.timeFrom == TimeFrom::clause && !overlaps(event.date, candidate.event.date)) continue;
    if (event.passages.back().span == view.span) return true;
    constexpr std::int32_t farthest = 1200; // UTF-16 units: some paragraphs
    if (view.span.begin - event.passages.back().span.end > farthest) return false;
    event.passages.push_back(passageOf(view, trigger, nullptr, event));
    return true;
  }
  return false;
}

model::Passage EventReader::passageOf(const SentenceView& view, const Trigger& trigger, const Timex* when,
                                      const Event& event) const {
  model::Passage passage;
  passage.article = m_read.document->source;
  passage.span = view.span;
  if (passage.span.length() > model::longestPassage) {
    // An endless sentence: as much of it as surrounds the words.
    constexpr std::int32_t half = model::longestPassage / 2 - 20;
    passage.span = {std::max(view.span.begin, trigger.span.begin - half),
                    std::min(view.span.end, trigger.span.begin + half)};
  }
  passage.text = text::slice(m_read.document->text, passage.span);
  passage.kind = event.kind;
  passage.status = event.status;
  passage.date = event.date;
  if (when != nullptr) {
    passage.dateText = text::slice(m_read.document->text, when->span);
    passage.dateWhy = when->why;
  } else {
    passage.dateWhy = "The sentence names no day.";
  }
  passage.rule = trigger.mark->rule->origin.str();
  if (when != nullptr && when->rule != nullptr) passage.rule.append(1, ' ').append(when->rule->origin.str());
  return passage;
}

/// From the article and the place of the words in it. One trigger may tell several events: they are counted.
std::string EventReader::idFor(const Trigger& trigger) const {
  const std::string id = fmt::format("{}-{:x}", m_read.document->digest, trigger.span.begin);
  std::size_t told = 0;
  for (auto event = m_events.rbegin();
       event != m_events.rend() && event->passages.back().span.end >= trigger.span.begin; ++event)
    if (event->id == id || event->id.starts_with(id + "-")) ++told;
  return told == 0 ? id : fmt::format("{}-{}", id, told);
}

/// "Jiang's visit of 1997 was a state visit from October 26 to November 3": the sentence tells the same once
/// more, and nearer.
bool EventReader::refinesLast(const SentenceView& view, const Event& event) {
  const auto days = event.date.bounds();
  for (std::size_t i = m_events.size(); days && i > m_sectionBegin; --i) {
    Event& told = m_events[i - 1];
    if (told.passages.back().span != view.span) return false;
    const auto wide = told.date.bounds();
    constexpr int longest = 31; // days: a month or a year is nearer told by days
    if (told.kind != event.kind || told.status != event.status || !wide || wide->days() < longest ||
        days->days() > longest || wide->first > days->first || wide->last < days->last ||
        personsOf(told.participants) != personsOf(event.participants) || told.kind != EventKind::visit)
      continue;
    told.date = event.date;
    told.passages.back().date = event.date;
    return true;
  }
  return false;
}

void EventReader::finish(const SentenceView& view, const Trigger& trigger, EventCandidate candidate) {
  Event& event = candidate.event;
  for (std::size_t i = m_events.size();
       i > m_sectionBegin && m_events[i - 1].passages.back().span == view.span; --i)
    candidate.toldBefore += m_events[i - 1].kind == event.kind ? 1 : 0;
  if (refinesLast(view, event)) return;
  if (event.kind == EventKind::call) event.place.reset(); // where one of them was
  event.confidence = beliefIn(view, trigger, candidate, *m_read.weights);
  const bool believed = event.confidence >= m_read.weights->threshold();
  if (!believed && !m_read.keepDoubted) return;
  if (m_read.keepDoubted) event.signs = weighed(signsOf(view, trigger, candidate), *m_read.weights);
  event.id = idFor(trigger);
  event.title = titleOf(event);
  event.level = levelOf(event, m_gazetteer);
  event.topics = topicsOf(view);
  event.plover = ploverOf(event, view, trigger, *m_read.plover);
  event.passages.push_back(passageOf(view, trigger, candidate.when, event));
  if (!believed) {
    m_doubted.push_back(std::move(event));
    return;
  }
  remember(view, candidate);
  m_told.push_back({trigger.span.begin, event.kind});
  if (view.heading) m_headings.insert(event.id);
  m_events.push_back(std::move(event));
}

/// What the text has told, for the sentences that lean on it.
void EventReader::remember(const SentenceView& view, const EventCandidate& candidate) {
  const Event& event = candidate.event;
  const Parties& parties = candidate.parties;
  if (!view.heading) {
    std::vector<const Mention*> people;
    for (const Mention* mention : parties.actors)
      if (namesSubject(view, *mention)) people.push_back(mention);
    const bool named = candidate.us == SideFrom::person && candidate.cn == SideFrom::person;
    if (event.scope == Scope::bilateral && event.has(Side::us) && event.has(Side::cn) &&
        (named || m_discourse.parties.empty()) && !parties.all().empty()) {
      m_discourse.parties = parties.all();
      m_discourse.leaders = event.level == model::Level::leader;
    }
    if (event.scope == Scope::bilateral && event.has(Side::us) && event.has(Side::cn)) {
      m_discourse.last = event.participants;
      m_discourse.lastEnd = event.passages.back().span.end;
    }
    if (people.empty()) return m_setting.remember(candidate);
    const bool ofAnother =
        !m_discourse.subject.empty() && hasObjectPronoun(view, people.front()->span.end, view.span.end);
    if (!ofAnother) m_discourse.subject = people;
    m_discourse.sentenceSubject = std::move(people);
  }
  m_setting.remember(candidate);
}

} // namespace

FoundEvents findEvents(const ReadDocument& read) {
  return EventReader(read).events();
}

} // namespace demarche::extract
