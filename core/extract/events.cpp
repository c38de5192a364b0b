// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events.h"

#include "core/extract/circumstances.h"
#include "core/extract/describe.h"
#include "core/extract/parties.h"
#include "core/extract/retold.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <fmt/format.h>
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

bool has(const Event& event, Side side) {
  return std::any_of(event.participants.begin(), event.participants.end(),
                     [&](const Participant& p) { return p.side == side; });
}

bool hasPerson(const Event& event) {
  return std::any_of(event.participants.begin(), event.participants.end(),
                     [](const Participant& p) { return p.type == ParticipantType::person; });
}

/// The side that travels: of whoever stands nearest before the words ("at Hu's invitation, Obama visits").
std::optional<Side> travellerSide(const Event& event) {
  for (auto p = event.participants.rbegin(); p != event.participants.rend(); ++p)
    if (p->side != Side::other && p->type == ParticipantType::person) return p->side;
  for (const Participant& p : event.participants)
    if (p.side != Side::other) return p.side;
  return std::nullopt;
}

/// Reads the events of one article, sentence by sentence.
class EventReader {
 public:
  explicit EventReader(const ReadDocument& read);
  std::vector<Event> events();

 private:
  void readBlock(std::size_t index);
  void readSentence(const SentenceView& view);
  void readTrigger(const SentenceView& view, const Trigger& trigger);
  bool fillTravel(const SentenceView& view, const Trigger& trigger, const Parties& parties,
                  Event& event) const;
  bool fillEncounter(const SentenceView& view, const Trigger& trigger, const Parties& parties,
                     Event& event) const;
  void finish(const SentenceView& view, const Trigger& trigger, const Timex* when, const Parties& parties,
              Event event);
  void addUnnamedSide(const SentenceView& view, const Trigger& trigger, const Parties& parties,
                      Event& event) const;
  bool retoldParties(Event& event) const;
  bool joinLast(const SentenceView& view, const Trigger& trigger);
  [[nodiscard]] model::Passage passageOf(const SentenceView& view, const Trigger& trigger, const Timex* when,
                                         const Event& event) const;
  [[nodiscard]] double confidenceOf(const Trigger& trigger, const Parties& parties, const Event& event) const;
  [[nodiscard]] bool bothNamed(const SentenceView& view) const;
  [[nodiscard]] bool goesOn(const SentenceView& view, const Trigger& trigger, const Event& event) const;

  const ReadDocument& m_read;
  const language::Gazetteer& m_gazetteer;
  std::vector<language::PersonId> m_cast;
  Discourse m_discourse;
  std::int32_t m_section = -1;
  time::Edtf m_written;                ///< day of writing of the section
  std::size_t m_sectionBegin = 0;      ///< first event of the section
  const Timex* m_blockWhen = nullptr;  ///< when the last event of this paragraph was that has a day …
  std::set<std::string> m_blockPeople; ///< … and who took part
  std::vector<Event> m_events;
  std::set<std::string> m_headings; ///< ids of events that only a headline or caption tells
};

EventReader::EventReader(const ReadDocument& read) : m_read(read), m_gazetteer(*read.gazetteer) {
  std::set<language::PersonId> cast;
  for (const Mentions& mentions : *read.mentions)
    for (const Mention& mention : mentions)
      if (mention.people.size() == 1) cast.insert(mention.people.front());
  m_cast.assign(cast.begin(), cast.end());
}

std::vector<Event> EventReader::events() {
  for (std::size_t i = 0; i < m_read.blocks->size(); ++i)
    if (model::isRead((*m_read.blocks)[i].block->role)) readBlock(i);
  return joinRetold(std::move(m_events), m_headings);
}

void EventReader::readBlock(std::size_t index) {
  const BlockReading& block = (*m_read.blocks)[index];
  if (block.block->section != m_section) {
    m_section = block.block->section;
    m_written = m_read.written.at(std::size_t(m_section));
    m_discourse = {};
    m_sectionBegin = m_events.size();
  }
  m_blockWhen = nullptr;
  for (const SentenceView& view : sentenceViews(block, (*m_read.mentions)[index], *m_read.times))
    readSentence(view);
}

void EventReader::readSentence(const SentenceView& view) {
  m_discourse.sentenceSubject.clear();
  for (const Trigger& trigger : view.triggers)
    readTrigger(view, trigger);
  if (view.heading) return;
  for (const Mention* mention : view.mentions)
    if (mention->kind == MentionKind::person) m_discourse.recent.push_back(mention);
  constexpr std::size_t remembered = 12;
  if (m_discourse.recent.size() > remembered)
    m_discourse.recent.erase(m_discourse.recent.begin(), m_discourse.recent.end() - remembered);
  // "Blinken had come from Seoul, where he and Austin met their counterparts. He …": who opens the sentence
  // is its subject, whoever acts in its clauses.
  const auto opens = std::find_if(view.mentions.begin(), view.mentions.end(), [](const Mention* mention) {
    return mention->kind == MentionKind::person && !mention->possessor;
  });
  if (opens == view.mentions.end()) return;
  const bool leads = !view.triggers.empty() && (*opens)->span.end <= view.triggers.front().span.begin;
  if (m_discourse.sentenceSubject.empty() || leads) m_discourse.subject = {*opens};
}

void EventReader::readTrigger(const SentenceView& view, const Trigger& trigger) {
  if (trigger.form == Form::definite && joinLast(view, trigger)) return;
  const Parties parties = partiesOf(view, trigger, m_discourse);
  const Timex* when = whenOf(view, trigger, m_written);
  Event event;
  event.kind = trigger.kind;
  if (when != nullptr) event.date = when->date;
  const auto status = statusOf(view, trigger, event.date, m_written);
  if (!status) return;
  event.status = *status;
  const bool told = trigger.frame == Frame::travel ? fillTravel(view, trigger, parties, event)
                                                   : fillEncounter(view, trigger, parties, event);
  if (!told) return;
  if (trigger.frame == Frame::mutual && trigger.form != Form::bare && event.status == EventStatus::occurred) {
    const std::vector<Occasion> occasions = occasionsOf(view, trigger);
    for (const Occasion& occasion : occasions) {
      Event one = event;
      one.date = occasion.when->date;
      one.place = placeOf(m_gazetteer, occasion.where->place);
      finish(view, trigger, occasion.when, parties, std::move(one));
    }
    if (!occasions.empty()) return;
  }
  if (when == nullptr && goesOn(view, trigger, event)) {
    when = m_blockWhen;
    event.date = when->date;
  }
  finish(view, trigger, when, parties, std::move(event));
}

/// "In April 2013 Brown led a mission to Beijing. He called on the minister of commerce.": without a time of
/// its own, what the same people did next was then, too.
bool EventReader::goesOn(const SentenceView& view, const Trigger& trigger, const Event& event) const {
  if (m_blockWhen == nullptr || trigger.form != Form::verb || !view.times.empty()) return false;
  if (event.status != EventStatus::occurred || !model::isCore(event.kind)) return false;
  return std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) {
    return p.type == ParticipantType::person && m_blockPeople.contains(p.name);
  });
}

bool EventReader::bothNamed(const SentenceView& view) const {
  bool us = false, cn = false;
  for (const Mention* mention : view.mentions) {
    if (mention->kind == MentionKind::both || mention->kind == MentionKind::leaders) return true;
    if (mention->side == Side::us) us = true;
    if (mention->side == Side::cn) cn = true;
  }
  return us && cn;
}

bool EventReader::fillTravel(const SentenceView& view, const Trigger& trigger, const Parties& parties,
                             Event& event) const {
  const auto when = event.date.bounds() ? event.date.bounds() : m_written.bounds();
  const bool nounByOther = trigger.form != Form::verb && !parties.others.empty();
  event.participants = participantsOf(parties.actors, m_gazetteer, when, m_cast);
  if (nounByOther && !hasPerson(event)) {
    std::vector<const Mention*> people;
    std::copy_if(parties.others.begin(), parties.others.end(), std::back_inserter(people),
                 [](const Mention* m) { return isPerson(*m); });
    event.participants = participantsOf(people, m_gazetteer, when, m_cast);
  }
  if (const Mention* where = whereOf(view, trigger)) event.place = placeOf(m_gazetteer, where->place);
  if (!trigger.destination.empty() && (!event.place || event.place->country != trigger.destination))
    event.place = countryPlace(m_gazetteer, trigger.destination);
  const auto traveller = travellerSide(event);
  if (event.participants.empty()) return false;
  // "Baker will visit in the fall", without a place: in these articles the other country.
  const bool elsewhereUntold =
      !event.place && traveller && !trigger.weak && !event.date.unknown() && hasPerson(event);
  if (elsewhereUntold) event.place = countryPlace(m_gazetteer, *traveller == Side::us ? "CN" : "US");
  if (!event.place) return false;
  if ((trigger.weak || trigger.form == Form::bare) && !hasPerson(event)) return false;
  if (!traveller) {
    event.scope = Scope::context;
    return true;
  }
  // Only the traveller travels: who is of the visited side is host.
  std::erase_if(event.participants, [&](const Participant& p) { return p.side != *traveller; });
  const std::string_view home = model::code(*traveller);
  const std::string_view host = *traveller == Side::us ? "CN" : "US";
  if (event.place->country == home) return false;
  event.scope = event.place->country == host ? Scope::bilateral : Scope::context;
  return true;
}

bool EventReader::fillEncounter(const SentenceView& view, const Trigger& trigger, const Parties& parties,
                                Event& event) const {
  const auto when = event.date.bounds() ? event.date.bounds() : m_written.bounds();
  event.participants = participantsOf(parties.all(), m_gazetteer, when, m_cast);
  if (const Mention* where = whereOf(view, trigger)) event.place = placeOf(m_gazetteer, where->place);
  if (!(has(event, Side::us) && has(event, Side::cn))) addUnnamedSide(view, trigger, parties, event);
  const bool weakForm = trigger.form == Form::bare || trigger.form == Form::definite;
  if (event.participants.empty() && retoldParties(event)) return true;
  const bool core = model::isCore(event.kind);
  if (has(event, Side::us) && has(event, Side::cn)) {
    // Two countries "talking" without a person, a day or a place are a way of speaking.
    const bool pinned = hasPerson(event) || !event.date.unknown() || (!weakForm && event.place) ||
                        (!weakForm && event.status == EventStatus::planned);
    return !core || pinned;
  }
  if (trigger.frame == Frame::post) return hasPerson(event);
  if (!core) return !event.participants.empty() && bothNamed(view);
  event.scope = Scope::context;
  return trigger.frame == Frame::mutual && !weakForm && event.participants.size() > 1 &&
         has(event, Side::other);
}

/// One side is named by its people, the other only as "the two sides" or as a country.
void EventReader::addUnnamedSide(const SentenceView& view, const Trigger& trigger, const Parties& parties,
                                 Event& event) const {
  static const Mention both = [] {
    Mention mention;
    mention.kind = MentionKind::both;
    return mention;
  }();
  const bool inWindow = std::any_of(view.mentions.begin(), view.mentions.end(), [&](const Mention* m) {
    return m->kind == MentionKind::both && trigger.window.contains(m->span);
  });
  const bool joint = trigger.frame == Frame::joint && bothNamed(view);
  if (has(event, Side::other) || !(inWindow || joint)) return;
  std::vector<const Mention*> all = parties.all();
  all.push_back(&both);
  const auto when = event.date.bounds() ? event.date.bounds() : m_written.bounds();
  event.participants = participantsOf(all, m_gazetteer, when, m_cast);
}

/// "Shorter than the last meeting, in May": another meeting of the same people.
bool EventReader::retoldParties(Event& event) const {
  if (!event.place || event.date.unknown() || m_events.size() == m_sectionBegin) return false;
  const Event& last = m_events.back();
  if (last.kind != event.kind || last.date.overlaps(event.date)) return false;
  event.participants = last.participants;
  event.scope = last.scope;
  return hasPerson(event);
}

/// "The talks lasted nine hours": tells again of the last event of that kind in the section.
bool EventReader::joinLast(const SentenceView& view, const Trigger& trigger) {
  if (whenOf(view, trigger, m_written) != nullptr && trigger.form == Form::bare) return false;
  for (std::size_t i = m_events.size(); i > m_sectionBegin; --i) {
    Event& event = m_events[i - 1];
    const bool same =
        event.kind == trigger.kind || (trigger.kind == EventKind::meeting && event.kind == EventKind::call);
    if (!same) continue;
    if (event.passages.back().span == view.span) return true;
    constexpr std::int32_t farthest = 1200; // UTF-16 units: some paragraphs
    if (view.span.begin - event.passages.back().span.end > farthest) return false;
    if (trigger.form == Form::definite) event.passages.push_back(passageOf(view, trigger, nullptr, event));
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

double EventReader::confidenceOf(const Trigger& trigger, const Parties& parties, const Event& event) const {
  double confidence = 0.45;
  if (trigger.form == Form::verb) confidence += 0.15;
  if (trigger.form == Form::bare) confidence -= 0.15;
  if (!event.date.unknown()) confidence += 0.15;
  if (event.date.isDay() || event.date.isInterval()) confidence += 0.05;
  int named = 0;
  for (const Participant& p : event.participants)
    named += p.type == ParticipantType::person ? 1 : 0;
  confidence += std::min(named, 2) * 0.08;
  if (parties.carried) confidence -= 0.15;
  return std::clamp(confidence, 0.05, 0.97);
}

void EventReader::finish(const SentenceView& view, const Trigger& trigger, const Timex* when,
                         const Parties& parties, Event event) {
  event.id = fmt::format("{}-{:x}", m_read.document->digest, trigger.span.begin);
  // One trigger may tell several events, each with a time of its own.
  if (!m_events.empty() && m_events.back().id.starts_with(event.id) && when != nullptr)
    event.id += fmt::format("-{:x}", when->span.begin);
  event.title = titleOf(event);
  event.level = levelOf(event, m_gazetteer, event.date.bounds() ? event.date.bounds() : m_written.bounds());
  event.topics = topicsOf(view);
  event.confidence = confidenceOf(trigger, parties, event);
  event.plover = ploverOf(event.kind, event.status);
  event.passages.push_back(passageOf(view, trigger, when, event));
  if (!view.heading) {
    std::vector<const Mention*> people;
    for (const Mention* mention : parties.actors)
      if (mention->kind == MentionKind::person) people.push_back(mention);
    if (event.scope == Scope::bilateral && has(event, Side::us) && has(event, Side::cn))
      m_discourse.parties = parties.all();
    if (!people.empty()) m_discourse.sentenceSubject = m_discourse.subject = std::move(people);
  }
  if (when != nullptr && event.status == EventStatus::occurred && model::isCore(event.kind)) {
    m_blockWhen = when;
    m_blockPeople.clear();
    for (const Participant& p : event.participants)
      if (p.type == ParticipantType::person) m_blockPeople.insert(p.name);
  }
  if (view.heading) m_headings.insert(event.id);
  m_events.push_back(std::move(event));
}

} // namespace

std::vector<Event> findEvents(const ReadDocument& read) {
  return EventReader(read).events();
}

} // namespace demarche::extract
