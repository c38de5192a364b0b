// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/frames.h"

#include "core/extract/events/clauses.h"
#include "core/extract/events/participants.h"
#include "core/extract/events/place.h"

#include <algorithm>
#include <iterator>

namespace demarche::extract {
namespace {

using model::Event;
using model::Participant;
using model::ParticipantType;
using model::Scope;
using model::Side;
using People = std::vector<const Mention*>;

/// The side that travels: of whoever stands nearest before the words ("at Hu's invitation, Obama visits").
std::optional<Side> travellerSide(const Event& event) {
  for (auto p = event.participants.rbegin(); p != event.participants.rend(); ++p)
    if (p->side != Side::other && p->type == ParticipantType::person) return p->side;
  for (const Participant& p : event.participants)
    if (p.side != Side::other) return p.side;
  return std::nullopt;
}

class FrameFiller {
 public:
  FrameFiller(const SentenceView& view, const Trigger& trigger, const FrameContext& context,
              EventCandidate& candidate)
      : m_view(view),
        m_trigger(trigger),
        m_context(context),
        m_candidate(candidate),
        m_event(candidate.event),
        m_when(m_event.date.bounds() ? m_event.date.bounds() : context.written.bounds()) {}

  bool fill();

 private:
  bool travel();
  bool encounter();
  bool presence();
  [[nodiscard]] bool takesUpPost(std::string_view host) const;
  [[nodiscard]] bool ofWordsBefore(const Mention& place) const;
  [[nodiscard]] std::vector<Participant> participants(const People& mentions) const {
    return participantsOf(mentions, m_context.gazetteer, m_when, m_context.cast);
  }
  void noteSides();
  [[nodiscard]] bool namesThirdCountry() const;
  void complete();
  bool goesOn(Side missing);
  bool takeUnnamed();
  bool takeHeads();
  [[nodiscard]] bool inSubclause(const Mention& mention) const;
  void takeLast();
  bool takeParties(const People& people, SideFrom from);
  bool takeSide(Side side, const People& people, SideFrom from);
  void assumeSide(Side side);
  [[nodiscard]] SideFrom& from(Side side) { return side == Side::us ? m_candidate.us : m_candidate.cn; }
  [[nodiscard]] People ofSide(Side side, const People& people) const;
  [[nodiscard]] People elsewhereInSentence() const;
  [[nodiscard]] People inItsHalf(const People& people) const;
  [[nodiscard]] bool isBare() const { return !m_trigger.strong(); }

  const SentenceView& m_view;
  const Trigger& m_trigger;
  const FrameContext& m_context;
  EventCandidate& m_candidate;
  Event& m_event;
  std::optional<time::DayRange> m_when;
};

/// "Japan and China held talks in Tokyo": another country acts, and is not only where it was; or, where the
/// words name nobody themselves, its people do ("Macron was in Guangzhou this month").
bool FrameFiller::namesThirdCountry() const {
  // "Meets his Japanese counterpart": whom the words name is of neither side.
  const auto hits = m_view.block->reading.hitsIn({m_trigger.span.end, m_trigger.window.end});
  constexpr std::int32_t beside = 40; // UTF-16 units: " with his South Korean "
  const bool foreign = std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "foreign-host" && hit.span.begin - m_trigger.span.end <= beside;
  });
  if (foreign && m_trigger.form == Form::verb) return true;
  return std::any_of(m_view.mentions.begin(), m_view.mentions.end(), [&](const Mention* mention) {
    if (isBare() && mention->kind == MentionKind::person && mention->side == Side::other) return true;
    if (mention->kind != MentionKind::place || mention->locative || mention->destination ||
        mention->possessor)
      return false;
    const language::Place& place = m_context.gazetteer[mention->place];
    return place.kind == language::PlaceKind::country && place.country != "US" && place.country != "CN" &&
           (isBare() || m_trigger.window.contains(mention->span)) &&
           mention->span.end <= m_trigger.span.begin;
  });
}

/// How each side is known that the trigger's own words name.
void FrameFiller::noteSides() {
  for (const Side side : {Side::us, Side::cn}) {
    from(side) = hasPerson(m_event.participants, side) ? SideFrom::person
                 : m_event.has(side)                   ? SideFrom::body
                                                       : SideFrom::nowhere;
  }
}

bool FrameFiller::fill() {
  switch (m_trigger.frame) {
  case Frame::travel:
    return travel();
  case Frame::presence:
    return presence();
  default:
    // One more of several journeys: "Albright in April, Gore in March".
    return m_trigger.form == Form::again && m_event.kind == model::EventKind::visit ? travel() : encounter();
  }
}

/// "Kerry in Tianjin, August 31" travelled; "Kerry and Xie in Tianjin" met.
bool FrameFiller::presence() {
  m_event.participants = participants(m_candidate.parties.actors);
  const bool together = m_event.has(Side::us) && m_event.has(Side::cn);
  m_event.kind = together ? model::EventKind::meeting : model::EventKind::visit;
  return together ? encounter() : travel();
}

bool FrameFiller::travel() {
  const Parties& parties = m_candidate.parties;
  m_event.participants = participants(parties.actors);
  if (m_trigger.form != Form::verb) {
    People people, agents;
    for (const Mention* mention : parties.others)
      if (isPerson(*mention)) (mention->agent ? agents : people).push_back(mention);
    if (!agents.empty())
      m_event.participants = participants(agents);
    else if (!people.empty() && !hasPerson(m_event.participants))
      m_event.participants = participants(people);
  }
  if (const Mention* where = whereOf(m_view, m_trigger, m_context.gazetteer))
    m_event.place = placeOf(m_context.gazetteer, where->place);
  if (!m_trigger.destination.empty() && (!m_event.place || m_event.place->country != m_trigger.destination))
    m_event.place = countryPlace(m_context.gazetteer, m_trigger.destination);
  noteSides();
  // "It was her second trip; her first was in July": whose the one told last was.
  const std::vector<Participant>& last = m_context.discourse.last;
  const bool journey = !hasSide(last, Side::us) || !hasSide(last, Side::cn);
  if (m_trigger.form == Form::again && m_event.participants.empty() && journey) {
    m_event.participants = last;
    for (const Side side : {Side::us, Side::cn})
      if (m_event.has(side)) from(side) = SideFrom::discourse;
  }
  if (m_event.participants.empty()) {
    // "The trip was put off": of whom the text speaks, or whom its title names.
    const Discourse& discourse = m_context.discourse;
    const People& subject = discourse.subject.empty() ? discourse.heading : discourse.subject;
    m_event.participants = participants(subject);
    for (const Side side : {Side::us, Side::cn})
      if (m_event.has(side)) from(side) = discourse.subject.empty() ? SideFrom::heading : SideFrom::discourse;
    if (discourse.subject.empty() && m_event.has(Side::us) && m_event.has(Side::cn)) return false;
  }
  if (m_event.participants.empty()) return false;
  const auto traveller = travellerSide(m_event);
  if ((m_trigger.weak || isBare()) && !hasPerson(m_event.participants)) return false;
  // "Baker will visit in the fall", without a place: in these articles the other country.
  if (!m_event.place && traveller && !m_trigger.weak && hasPerson(m_event.participants)) {
    m_event.place = countryPlace(m_context.gazetteer, *traveller == Side::us ? "CN" : "US");
    m_candidate.placeAssumed = true;
  }
  if (!m_event.place) return false;
  if (!traveller) {
    m_event.scope = Scope::context;
    return true;
  }
  // Only the traveller travels: who is of the visited side is host.
  std::erase_if(m_event.participants, [&](const Participant& p) { return p.side != *traveller; });
  const std::string_view home = model::code(*traveller);
  const std::string_view host = *traveller == Side::us ? "CN" : "US";
  if (m_event.place->country == home) return false;
  m_event.scope = m_event.place->country == host ? Scope::bilateral : Scope::context;
  if (m_event.scope == Scope::bilateral && takesUpPost(host)) m_event.kind = model::EventKind::posting;
  return true;
}

/// An envoy who comes when his term begins does not visit: he takes up his post.
bool FrameFiller::takesUpPost(std::string_view host) const {
  constexpr auto journey = std::chrono::days(45); // between appointment, arrival and credentials
  if (m_event.participants.size() != 1 || !m_when || m_when->days() > 31 || m_event.date.unknown() ||
      m_trigger.form != Form::verb)
    return false;
  for (const Mention* mention : m_candidate.parties.actors)
    for (const language::PersonId person : mention->people)
      for (const language::Term& term : m_context.gazetteer[person].terms)
        if (term.from && m_context.gazetteer[term.office].posted == host &&
            m_when->first <= *term.from + journey && m_when->last >= *term.from - journey)
          return true;
  return false;
}

/// Other words of an event stand between the place and these.
bool FrameFiller::ofWordsBefore(const Mention& place) const {
  return std::any_of(m_view.triggers.begin(), m_view.triggers.end(), [&](const Trigger& other) {
    return other.strong() && other.kind == model::EventKind::meeting && other.span.begin >= place.span.end &&
           other.span.end <= m_trigger.span.begin;
  });
}

bool FrameFiller::encounter() {
  // "Arrived as ambassador": that is he, and nobody else who is called so.
  if (m_trigger.frame == Frame::post && hasPerson(participants(m_candidate.parties.actors)))
    std::erase_if(m_candidate.parties.others,
                  [](const Mention* mention) { return mention->kind == MentionKind::office; });
  m_event.participants = participants(m_candidate.parties.all());
  const bool distant = m_trigger.kind == model::EventKind::call && !m_trigger.either; // was nowhere
  if (!m_event.place && !distant)
    if (const Mention* where = whereOf(m_view, m_trigger, m_context.gazetteer)) {
      m_event.place = placeOf(m_context.gazetteer, where->place);
      // 在白宫与甲会谈，下午拜会乙: the house is of the first alone.
      if (m_trigger.frame == Frame::mutual && ofWordsBefore(*where))
        m_event.place = cityOf(m_context.gazetteer, *m_event.place);
    }
  noteSides();
  if (m_trigger.frame == Frame::post) return hasPerson(m_event.participants);
  if (m_trigger.form == Form::implied)
    return m_candidate.us == SideFrom::person && m_candidate.cn == SideFrom::person;
  const bool third = m_event.has(Side::other) || namesThirdCountry();
  if (third && m_trigger.form == Form::again && !hasPerson(m_event.participants)) return false;
  // NATO bombed an embassy: who did it for the other side may be named as somebody else.
  if (!third || isBare() || m_trigger.frame == Frame::clash) complete();
  if (m_event.has(Side::us) && m_event.has(Side::cn)) return true;
  if (!model::isCore(m_event.kind)) return false;
  m_event.scope = Scope::context;
  return m_trigger.frame == Frame::mutual && !isBare() && m_event.participants.size() > 1 && third;
}

/// Finds whom the trigger's own words leave out.
void FrameFiller::complete() {
  if (!m_context.bothSides) return;
  const Discourse& discourse = m_context.discourse;
  const bool us = m_event.has(Side::us);
  const bool cn = m_event.has(Side::cn);
  if (us && cn) return;
  const bool both = std::any_of(m_view.mentions.begin(), m_view.mentions.end(), [&](const Mention* m) {
    return m->kind == MentionKind::both && m_trigger.window.contains(m->span);
  });
  if (us || cn) {
    const Side missing = us ? Side::cn : Side::us;
    if (goesOn(missing)) return;
    if (takeSide(missing, elsewhereInSentence(), SideFrom::sentence)) return;
    // "Li received her, too": the visitor of whom the text tells.
    if (const auto visitors = m_context.setting.travellers(missing, m_event.date);
        !both && m_event.kind == model::EventKind::meeting && hasPerson(m_event.participants) &&
        !visitors.empty()) {
      m_event.participants.insert(m_event.participants.end(), visitors.begin(), visitors.end());
      from(missing) = SideFrom::discourse;
      return;
    }
    // A bare noun or "the two sides" does not tell of whom.
    if (!both && m_trigger.frame == Frame::mutual && takeSide(missing, discourse.heading, SideFrom::heading))
      return;
    assumeSide(missing);
    if (both) from(missing) = SideFrom::body;
    return;
  }
  if (!hasPerson(m_event.participants) && m_event.has(Side::other)) return;
  constexpr std::int32_t justTold = 300; // UTF-16 units: the sentence before
  if (m_trigger.frame == Frame::joint && !discourse.last.empty() &&
      m_trigger.span.begin - discourse.lastEnd < justTold)
    return takeLast(); // "they talked for two hours; the two sides then set up a group"
  if (both || m_trigger.frame != Frame::mutual) {
    assumeSide(Side::us);
    assumeSide(Side::cn);
    if (both) m_candidate.us = m_candidate.cn = SideFrom::body;
    return;
  }
  if (m_trigger.form == Form::again) {
    // "The fifth, in Rome in May, was led by Rice and Li; the sixth by Gates and Liang".
    if (takeParties(inItsHalf(elsewhereInSentence()), SideFrom::sentence)) return;
    // "Rice and Li led the rest: Geneva, May 3-4, 2006; Vienna, June 5-6, 2007".
    if (takeParties(elsewhereInSentence(), SideFrom::sentence)) return;
    if (!discourse.last.empty()) return takeLast();
  }
  if (takeUnnamed() || takeHeads()) return;
  // "The first round is to be held in the summer": talks as the subject do not say of whom, unless people who
  // met stand directly before.
  constexpr std::int32_t directlyBefore = 60; // UTF-16 units
  const bool impersonal = m_trigger.form == Form::verb && m_candidate.parties.all().empty() &&
                          m_trigger.span.begin - discourse.lastEnd > directlyBefore;
  if (!impersonal && takeParties(discourse.parties, SideFrom::discourse)) return;
  if (takeParties(discourse.heading, SideFrom::heading)) return;
  assumeSide(Side::us);
  assumeSide(Side::cn);
}

/// 甲与乙通话，丙与丁在某地会谈，一周后又在某地会谈: who goes on from the words before does so with the same
/// people.
bool FrameFiller::goesOn(Side missing) {
  const Discourse& discourse = m_context.discourse;
  const bool here = discourse.lastEnd > m_view.span.begin;
  if (!here || !m_candidate.parties.carried || m_trigger.frame != Frame::mutual) return false;
  const auto names = personsOf(m_event.participants);
  const auto last = personsOf(discourse.last);
  const bool same = !names.empty() && std::all_of(names.begin(), names.end(), [&](std::string_view name) {
    return std::find(last.begin(), last.end(), name) != last.end();
  });
  if (!same || !hasPerson(discourse.last, missing)) return false;
  std::copy_if(discourse.last.begin(), discourse.last.end(), std::back_inserter(m_event.participants),
               [&](const Participant& p) { return p.side == missing; });
  from(missing) = SideFrom::sentence;
  return true;
}

/// "A Chinese delegation flew to Rome for talks": those of whom the sentence speaks, and not who met last.
bool FrameFiller::takeUnnamed() {
  const auto unnamed = std::find_if(m_view.mentions.begin(), m_view.mentions.end(), [&](const Mention* m) {
    return m->kind == MentionKind::officials && m->side && m->span.end <= m_trigger.span.begin;
  });
  const bool named = std::any_of(m_view.mentions.begin(), m_view.mentions.end(),
                                 [](const Mention* m) { return isPerson(*m); });
  if (unnamed == m_view.mentions.end() || named) return false;
  assumeSide(Side::us);
  assumeSide(Side::cn);
  from(*(*unnamed)->side) = SideFrom::body;
  return true;
}

/// "The Rome summit": of the heads of state, if those who met last are none.
bool FrameFiller::takeHeads() {
  if (!wordBetween(m_view, m_trigger.span.begin, m_trigger.span.end, "heads-meet")) return false;
  Mention leaders;
  leaders.kind = MentionKind::leaders;
  std::vector<Participant> taken = participants({&leaders});
  const bool both = hasPerson(taken, Side::us) && hasPerson(taken, Side::cn);
  if (!both || m_event.date.unknown()) return false;
  m_event.participants = std::move(taken);
  m_candidate.us = m_candidate.cn = SideFrom::discourse;
  return true;
}

/// Those who took part in what was told last.
void FrameFiller::takeLast() {
  m_event.participants = m_context.discourse.last;
  m_candidate.us = m_candidate.cn = SideFrom::discourse;
}

/// Takes all of them, when they are of both sides.
bool FrameFiller::takeParties(const People& people, SideFrom from) {
  std::vector<Participant> taken = participants(people);
  if (!hasSide(taken, Side::us) || !hasSide(taken, Side::cn)) return false;
  m_event.participants = std::move(taken);
  m_candidate.us = m_candidate.cn = from;
  return true;
}

bool FrameFiller::takeSide(Side side, const People& people, SideFrom how) {
  const std::vector<Participant> taken = participants(ofSide(side, people));
  if (taken.empty()) return false;
  m_event.participants.insert(m_event.participants.end(), taken.begin(), taken.end());
  from(side) = how;
  return true;
}

/// Two take part: where nobody is told for a side, it is its government.
void FrameFiller::assumeSide(Side side) {
  Mention government;
  government.kind = MentionKind::side;
  government.side = side;
  const std::vector<Participant> taken = participants({&government});
  m_event.participants.insert(m_event.participants.end(), taken.begin(), taken.end());
  from(side) = SideFrom::assumed;
}

People FrameFiller::ofSide(Side side, const People& people) const {
  People found;
  std::copy_if(people.begin(), people.end(), std::back_inserter(found),
               [&](const Mention* m) { return m->side == side; });
  return found;
}

/// Those of them between the semicolons around the trigger.
People FrameFiller::inItsHalf(const People& people) const {
  People found;
  std::copy_if(people.begin(), people.end(), std::back_inserter(found), [&](const Mention* m) {
    const auto [begin, end] = std::minmax({m->span.begin, m_trigger.span.begin});
    return !wordBetween(m_view, begin, end, "half-break");
  });
  return found;
}

/// "Beijing closed the channel after Pelosi had gone to Taiwan": of what both sides or one of them did only
/// who stands in the same clause.
bool FrameFiller::inSubclause(const Mention& mention) const {
  return (m_trigger.frame == Frame::joint || m_trigger.frame == Frame::act) &&
         (wordBetween(m_view, m_trigger.span.end, mention.span.begin, "subclause") ||
          wordBetween(m_view, mention.span.end, m_trigger.span.begin, "subclause"));
}

/// People whom the sentence names outside the trigger's window, and no other trigger has to itself.
People FrameFiller::elsewhereInSentence() const {
  People found;
  for (const Mention* mention : m_view.mentions)
    if (mention->kind == MentionKind::person && !mention->former && !inSubclause(*mention) &&
        (m_trigger.form == Form::again || !m_trigger.window.contains(mention->span)))
      found.push_back(mention);
  return found;
}

} // namespace

bool fillFrame(const SentenceView& view, const Trigger& trigger, const FrameContext& context,
               EventCandidate& candidate) {
  FrameFiller filler(view, trigger, context, candidate);
  return filler.fill();
}

} // namespace demarche::extract
