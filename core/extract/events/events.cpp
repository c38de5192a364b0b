// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/events.h"

#include "core/extract/events/describe.h"
#include "core/extract/events/discourse.h"
#include "core/extract/events/frames.h"
#include "core/extract/events/participants.h"
#include "core/extract/events/parties.h"
#include "core/extract/events/passage.h"
#include "core/extract/events/place.h"
#include "core/extract/events/readout.h"
#include "core/extract/events/retold.h"
#include "core/extract/events/setting.h"
#include "core/extract/events/several.h"
#include "core/extract/events/signs.h"
#include "core/extract/events/status.h"
#include "core/extract/events/time.h"
#include "core/model/title.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace demarche::extract {
namespace {

using model::Event;
using model::EventKind;
using model::EventStatus;
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

/// "Wrapped up two days of talks on Friday": they were on Thursday, too.
time::Edtf stretched(const time::Edtf& date, const Trigger& trigger) {
  const auto days = date.bounds();
  if (trigger.days < 2 || !days || !date.isDay()) return date;
  const auto more = std::chrono::days(trigger.days - 1);
  return time::Edtf::days(trigger.ended ? time::DayRange{days->first - more, days->last}
                                        : time::DayRange{days->first, days->last + more});
}

/// The last day before the words.
const Timex* timeAhead(const SentenceView& view, const Trigger& trigger) {
  const Timex* last = nullptr;
  for (const Timex* time : view.times)
    if (canDate(*time) && time->span.end <= trigger.span.begin) last = time;
  return last;
}

/// The paragraph says when, where the sentence does not.
void takeTime(EventCandidate& candidate, const Timex* time) {
  if (time == nullptr) return;
  candidate.when = time;
  candidate.timeFrom = TimeFrom::paragraph;
  candidate.event.date = time->date;
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
  void readSentence(const SentenceView& view);
  void readTrigger(const SentenceView& view, const Trigger& trigger);
  void settleKind(EventCandidate& candidate) const;
  [[nodiscard]] std::optional<model::Place> capitalNamed(const SentenceView& view,
                                                         const Trigger& trigger) const;
  void settleAssumed(Event& event) const;
  void settlePlace(const SentenceView& view, const Trigger& trigger, EventCandidate& candidate) const;
  void tell(const SentenceView& view, const Trigger& trigger, EventCandidate candidate);
  void finish(const SentenceView& view, const Trigger& trigger, EventCandidate candidate);
  [[nodiscard]] std::string idFor(const Trigger& trigger) const;
  [[nodiscard]] std::optional<EventCandidate> shareOf(const SentenceView& view, const Trigger& trigger,
                                                      const EventCandidate& whole,
                                                      const std::vector<Share>& shares,
                                                      const Share& share) const;
  [[nodiscard]] bool takeLastKind(const SentenceView& view, const Trigger& trigger,
                                  EventCandidate& candidate) const;
  [[nodiscard]] bool goesElsewhere(const SentenceView& view, const Trigger& trigger,
                                   const Event& event) const;
  bool refinesLast(const SentenceView& view, const Event& event);
  bool joinLast(const SentenceView& view, const Trigger& trigger, const EventCandidate& candidate);

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
  EventKind m_lastKind = EventKind::meeting; ///< of what was told last, or told of once more
  std::vector<Told> m_told;                  ///< in this sentence
  std::int32_t m_titleEnd = 0;               ///< where the first text's headline ends
  std::vector<Event> m_headlined;            ///< what the first headline tells, believed or not
  std::set<std::string> m_headings;          ///< ids of events that only a headline or caption tells
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
  dateReadouts(events, m_headlined, m_titleEnd, m_read.written.front());
  return {std::move(events), std::move(m_doubted)};
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
    noteTitle(view, m_discourse);
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
  noteSentence(view, m_discourse);
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
  if (trigger.form == Form::definite && (joinLast(view, trigger, candidate) || trigger.weak)) return;
  if (trigger.form == Form::again && !takeLastKind(view, trigger, candidate)) return;
  const auto status = statusOf(view, trigger, event.date, m_written);
  if (!status) return;
  event.status = *status;
  candidate.parties = partiesOf(view, trigger, m_discourse);
  if (trigger.frame == Frame::mutual &&
      (!candidate.parties.actors.empty() || view.hasCue(trigger.window, CueKind::apart))) {
    const std::vector<Share> shares = sharesOf(view, trigger, candidate.parties.others);
    for (const Share& share : shares)
      if (auto part = shareOf(view, trigger, candidate, shares, share)) tell(view, trigger, std::move(*part));
    if (!shares.empty()) return;
  }
  const std::vector<Parties> eachAlone = partiesApart(view, trigger, candidate.parties);
  for (const Parties& parties : eachAlone) {
    EventCandidate part = candidate;
    part.parties = parties;
    tell(view, trigger, std::move(part));
  }
  if (!eachAlone.empty()) return;
  tell(view, trigger, std::move(candidate));
}

/// What of an event is of some of its people alone.
std::optional<EventCandidate> EventReader::shareOf(const SentenceView& view, const Trigger& trigger,
                                                   const EventCandidate& whole,
                                                   const std::vector<Share>& shares,
                                                   const Share& share) const {
  EventCandidate part = whole;
  part.parties.others = share.people;
  const bool others = std::any_of(shares.begin(), shares.end(), [&](const Share& other) {
    return other.opened && &other != &share && other.when == whole.when;
  });
  if (const Timex* when = share.when != nullptr ? share.when : others ? timeAhead(view, trigger) : nullptr) {
    part.when = when;
    part.event.date = when->date;
    part.timeFrom = TimeFrom::clause;
  } else if (others) {
    part.when = nullptr;
    part.event.date = {};
    part.timeFrom = TimeFrom::nowhere;
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
  EventKind last = m_lastKind;
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

/// Of a journey whose words leave out the city: where its people were told to be, or where the report comes
/// from.
void EventReader::settleAssumed(Event& event) const {
  const auto here = m_setting.reportedFrom(event);
  if (auto journey = m_setting.journeyPlace(event))
    event.place = std::move(journey);
  else if (here && event.kind == EventKind::visit && event.place && here->country == event.place->country)
    event.place = here;
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
  else if (candidate.placeAssumed && trigger.form != Form::again)
    settleAssumed(event);
}

/// "It was her fifth trip to China", after she flew on to Timor.
bool EventReader::goesElsewhere(const SentenceView& view, const Trigger& trigger, const Event& event) const {
  constexpr std::int32_t beside = 6; // UTF-16 units: " the "
  if (trigger.kind != EventKind::visit || !event.place) return false;
  return std::any_of(view.mentions.begin(), view.mentions.end(), [&](const Mention* mention) {
    return mention->place && mention->span.begin >= trigger.span.end &&
           mention->span.begin - trigger.span.end <= beside &&
           m_gazetteer[mention->place].country != event.place->country;
  });
}

/// "The talks lasted nine hours": tells again of the last event of that kind in the section.
bool EventReader::joinLast(const SentenceView& view, const Trigger& trigger,
                           const EventCandidate& candidate) {
  for (std::size_t i = m_events.size(); i > m_sectionBegin; --i) {
    Event& event = m_events[i - 1];
    const bool same =
        event.kind == trigger.kind || (trigger.kind == EventKind::meeting && event.kind == EventKind::call);
    if (!same || goesElsewhere(view, trigger, event)) continue;
    if (candidate.timeFrom == TimeFrom::clause && !overlaps(event.date, candidate.event.date)) continue;
    // "It was her second trip; the first was in May": of that kind and those people.
    if (event.kind == EventKind::visit) {
      m_lastKind = event.kind;
      m_discourse.last = event.participants;
      m_discourse.lastEnd = trigger.span.end;
    }
    if (event.passages.back().span == view.span) return true;
    constexpr std::int32_t farthest = 1200; // UTF-16 units: some paragraphs
    if (view.span.begin - event.passages.back().span.end > farthest) return false;
    event.passages.push_back(passageOf(*m_read.document, view, trigger, nullptr, event));
    return true;
  }
  return false;
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
  if (view.heading && view.span.end <= m_titleEnd) m_headlined.push_back(event);
  event.confidence = beliefIn(view, trigger, candidate, *m_read.weights);
  const bool believed = event.confidence >= m_read.weights->threshold();
  if (!believed && event.kind == EventKind::visit && trigger.frame == Frame::travel &&
      trigger.form == Form::verb && event.status == EventStatus::occurred && hasPerson(event.participants))
    m_setting.moveOn(candidate);
  if (!believed && !m_read.keepDoubted) return;
  if (m_read.keepDoubted) event.signs = weighed(signsOf(view, trigger, candidate), *m_read.weights);
  event.id = idFor(trigger);
  event.title = model::titleOf(event);
  event.level = levelOf(event, m_gazetteer);
  event.topics = topicsOf(view);
  event.plover = ploverOf(event, view, trigger, *m_read.plover);
  event.passages.push_back(passageOf(*m_read.document, view, trigger, candidate.when, event));
  if (!believed) {
    m_doubted.push_back(std::move(event));
    return;
  }
  noteEvent(view, candidate.parties, event,
            candidate.us == SideFrom::person && candidate.cn == SideFrom::person, m_discourse);
  m_setting.remember(candidate);
  m_told.push_back({trigger.span.begin, event.kind});
  m_lastKind = event.kind;
  if (view.heading) m_headings.insert(event.id);
  m_events.push_back(std::move(event));
}

} // namespace

FoundEvents findEvents(const ReadDocument& read) {
  return EventReader(read).events();
}

} // namespace demarche::extract
