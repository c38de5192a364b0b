// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/setting.h"

#include "core/extract/events/clauses.h"
#include "core/extract/events/participants.h"
#include "core/extract/events/place.h"
#include "core/extract/events/time.h"

#include <algorithm>

namespace demarche::extract {
namespace {

using model::Event;
using model::EventStatus;
using model::Side;

std::set<std::string> namesOf(const Event& event) {
  const auto names = personsOf(event.participants);
  return {names.begin(), names.end()};
}

std::ptrdiff_t sharedBy(const std::set<std::string>& names, const std::set<std::string>& others) {
  return std::count_if(names.begin(), names.end(),
                       [&](const std::string& name) { return others.contains(name); });
}

/// "By now", "since then" are none: they date no event.
bool hasOwnTime(const SentenceView& view) {
  return std::any_of(view.times.begin(), view.times.end(), [](const Timex* time) { return canDate(*time); });
}

/// "BEIJING, June 19 (Wire) -", 新华社维也纳5月11日电: where the report was written.
std::optional<model::Place> datelinePlace(const SentenceView& first, const language::Gazetteer& gazetteer) {
  constexpr std::int32_t agency = 8; // UTF-16 units before the place
  constexpr std::int32_t longest = 60;
  const auto hits = first.block->reading.hitsIn(first.span);
  // （某社記者某某上海29日電）: directly before the day.
  constexpr std::int32_t beside = 8;
  for (const Mention* mention : first.mentions) {
    if (!mention->place || mention->locative || mention->span.begin - first.span.begin > longest) continue;
    const auto day = std::find_if(first.times.begin(), first.times.end(), [&](const Timex* time) {
      return time->span.begin >= mention->span.end && time->span.begin - mention->span.end <= 1;
    });
    if (day == first.times.end()) continue;
    const bool wire = std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
      return hit.entry->cls == "wire-word" && hit.span.begin >= (*day)->span.end &&
             hit.span.begin - (*day)->span.end <= beside;
    });
    if (wire) return extract::placeOf(gazetteer, mention->place);
  }
  const auto place = std::find_if(first.mentions.begin(), first.mentions.end(),
                                  [](const Mention* mention) { return mention->place; });
  if (place == first.mentions.end() || (*place)->locative || (*place)->span.begin - first.span.begin > agency)
    return std::nullopt;
  const bool ends = std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "dateline-end" && hit.span.begin >= (*place)->span.end &&
           hit.span.begin - first.span.begin <= longest;
  });
  return ends ? std::optional(extract::placeOf(gazetteer, (*place)->place)) : std::nullopt;
}

/// "Sept. 24, Washington.": where it was; in 5月8日　美国宣布… the country acts.
bool standsApart(const SentenceView& first, const Mention& mention) {
  constexpr std::int32_t stop = 2; // UTF-16 units
  return mention.kind != MentionKind::side || mention.span.end + stop >= first.span.end ||
         wordBetween(first, mention.span.end, mention.span.end + stop, "clause-break");
}

} // namespace

bool Setting::isDateLine(text::Span block, const Timex& time) {
  constexpr std::int32_t lineRest = 8; // UTF-16 units: a bullet, a weekday's comma, a colon
  return block.contains(time.span) && block.length() - time.span.length() <= lineRest;
}

void Setting::beginBlock(const SentenceView& first) {
  constexpr std::int32_t bullet = 4; // UTF-16 units before the date: "- ", "(1) "
  constexpr std::int32_t beside = 3; // between the date and its place: ", ", " ("
  ++m_block;
  m_item = nullptr;
  m_itemPlace.reset();
  const text::Span block = first.block->block->span;
  const auto dateline = datelinePlace(first, *m_gazetteer);
  if (dateline) m_dateline = dateline;
  if (first.times.empty() || !canDate(*first.times.front())) return;
  const Timex* head = first.times.front();
  // "• Doha, early May: …"
  const Mention* opening = first.mentions.empty() ? nullptr : first.mentions.front();
  if (!dateline && opening != nullptr && opening->place && opening->span.begin - block.begin <= bullet &&
      head->span.begin > opening->span.end && head->span.begin - opening->span.end <= beside &&
      wordBetween(first, head->span.end, head->span.end + beside, "item-colon")) {
    m_item = head;
    m_itemPlace = extract::placeOf(*m_gazetteer, opening->place);
    return;
  }
  if (head->span.begin - block.begin > bullet) return;
  if (isDateLine(block, *head)) {
    if (m_dateLines) m_heading = head;
    return;
  }
  m_item = head;
  for (const Mention* mention : first.mentions)
    if (mention->place && mention->span.begin >= head->span.end &&
        mention->span.begin - head->span.end <= beside && standsApart(first, *mention))
      m_itemPlace = extract::placeOf(*m_gazetteer, mention->place);
}

void Setting::remember(const EventCandidate& candidate) {
  constexpr std::size_t remembered = 64; // of each, so that a text without end is read in linear time
  if (m_stays.size() > 2 * remembered) m_stays.erase(m_stays.begin(), m_stays.end() - remembered);
  if (m_dated.size() > 2 * remembered) m_dated.erase(m_dated.begin(), m_dated.end() - remembered);
  const Event& event = candidate.event;
  const bool told = event.place && !candidate.placeAssumed && !event.place->name.empty();
  if (told && model::isCore(event.kind))
    m_stays.push_back(
        {*event.place, namesOf(event),
         event.kind == model::EventKind::visit ? event.participants : std::vector<model::Participant>(),
         event.date.bounds(), m_block, event.kind == model::EventKind::visit});
  const bool journey = event.kind == model::EventKind::visit;
  const bool planned = event.status == EventStatus::planned && journey;
  if (candidate.when == nullptr || !model::isCore(event.kind) ||
      (event.status != EventStatus::occurred && !planned))
    return;
  m_dated.push_back({candidate.when, namesOf(event), m_block, event.has(Side::us) && event.has(Side::cn),
                     journey, planned});
}

void Setting::moveOn(const EventCandidate& candidate) {
  const Event& event = candidate.event;
  if (!event.place || candidate.placeAssumed || isCountry(*event.place)) return;
  m_stays.push_back({*event.place, namesOf(event), event.participants, event.date.bounds(), m_block, true});
}

const Timex* Setting::itemTime(const SentenceView& view) const {
  if (hasOwnTime(view)) return nullptr;
  return m_item != nullptr ? m_item : m_heading;
}

const Timex* Setting::timeOf(const SentenceView& view, const Trigger& trigger, const Event& event) const {
  constexpr std::int32_t farthest = 3; // paragraphs from a meeting to what was set up there
  if (m_dated.empty() || hasOwnTime(view)) return nullptr;
  const std::set<std::string> people = namesOf(event);
  // 访问期间还将会见…: within the days of the journey.
  if (trigger.frame != Frame::travel && wordBetween(view, view.span.begin, trigger.span.begin, "during-stay"))
    for (auto last = m_dated.rbegin(); last != m_dated.rend() && m_block - last->block <= 1; ++last)
      if (last->journey && sharedBy(people, last->people) > 0) return last->when;
  if (event.status != EventStatus::occurred) return nullptr;
  if (trigger.frame == Frame::joint) {
    for (auto last = m_dated.rbegin(); last != m_dated.rend() && m_block - last->block <= farthest; ++last)
      if (!last->planned && last->bothSides && sharedBy(people, last->people) > 1) return last->when;
    return nullptr;
  }
  const auto told = std::find_if(m_dated.rbegin(), m_dated.rend(), [](const Dated& d) { return !d.planned; });
  if (told == m_dated.rend() || trigger.form != Form::verb || !model::isCore(event.kind) ||
      m_block != told->block)
    return nullptr;
  return sharedBy(people, told->people) > 0 ? told->when : nullptr;
}

std::vector<model::Participant> Setting::travellers(Side side, const time::Edtf& date) const {
  constexpr auto longest = std::chrono::days(5); // after the day of arrival
  const auto days = date.bounds();
  for (auto stay = m_stays.rbegin(); stay != m_stays.rend(); ++stay) {
    if (!stay->journey || stay->travellers.empty() || stay->travellers.front().side != side) continue;
    if (stay->people.empty()) continue;
    const bool near = days && stay->days ? days->first >= stay->days->first - std::chrono::days(1) &&
                                               days->last <= stay->days->last + longest
                                         : m_block == stay->block;
    return near ? stay->travellers : std::vector<model::Participant>();
  }
  return {};
}

std::optional<model::Place> Setting::journeyPlace(const Event& event) const {
  const std::set<std::string> people = namesOf(event);
  for (auto stay = m_stays.rbegin(); stay != m_stays.rend() && m_block == stay->block; ++stay)
    if (stay->journey && sharedBy(people, stay->people) > 0 && event.place &&
        stay->place.country == event.place->country)
      return stay->place;
  return std::nullopt;
}

std::string Setting::lastCountry() const {
  constexpr std::int32_t farthest = 4; // paragraphs
  return !m_stays.empty() && m_block - m_stays.back().block <= farthest ? m_stays.back().place.country
                                                                        : std::string();
}

std::optional<model::Place> Setting::lastPlace() const {
  constexpr std::int32_t farthest = 2; // paragraphs
  for (auto stay = m_stays.rbegin(); stay != m_stays.rend() && m_block - stay->block <= farthest; ++stay)
    if (!isCountry(stay->place)) return stay->place;
  return m_dateline;
}

/// A country says less than the place at the head of the item, or in the dateline.
bool Setting::isCountry(const model::Place& place) const {
  return std::any_of(m_gazetteer->places.begin(), m_gazetteer->places.end(),
                     [&](const language::Place& known) {
                       return known.kind == language::PlaceKind::country && known.name == place.name;
                     });
}

std::optional<model::Place> Setting::placeOf(const Event& event) const {
  constexpr std::int32_t farthest = 3; // paragraphs, where no day joins the two
  constexpr auto margin = std::chrono::days(1);
  if (event.kind == model::EventKind::call) return std::nullopt;
  const std::set<std::string> people = namesOf(event);
  const auto days = event.date.bounds();
  std::optional<model::Place> country;
  for (auto stay = m_stays.rbegin(); stay != m_stays.rend(); ++stay) {
    if (sharedBy(people, stay->people) == 0) continue;
    if (days && stay->days) {
      if (days->first > stay->days->last + (stay->journey ? 3 * margin : margin)) continue;
      if (days->last < stay->days->first - margin) continue;
    } else if (m_block - stay->block > (stay->journey ? farthest : 0)) {
      continue;
    }
    if (country && stay->place.country != country->country) break;
    if (isCountry(stay->place) && event.kind != model::EventKind::visit) {
      country = stay->place;
      if (!days || !stay->days) break;
      continue; // 4日抵达上海，…将于今天离华: the city told before
    }
    if (country && (!days || !stay->days || !stay->journey)) break;
    // Whom they met next, they met in that city, and not in that house.
    const bool same = sharedBy(people, stay->people) > 1 || (m_itemPlace && *m_itemPlace == stay->place);
    return same ? stay->place : extract::cityOf(*m_gazetteer, stay->place);
  }
  if (m_itemPlace) return m_itemPlace;
  const auto here = reportedFrom(event);
  return here && event.kind == model::EventKind::meeting ? here : country;
}

std::optional<model::Place> Setting::reportedFrom(const Event& event) const {
  const auto days = event.date.bounds();
  const bool fresh = days && m_written && days->last + std::chrono::days(2) >= m_written->first;
  return fresh && event.status == EventStatus::occurred ? m_dateline : std::nullopt;
}

} // namespace demarche::extract
