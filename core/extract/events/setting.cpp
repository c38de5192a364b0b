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
  const auto place = std::find_if(first.mentions.begin(), first.mentions.end(),
                                  [](const Mention* mention) { return mention->place; });
  if (place == first.mentions.end() || (*place)->locative || (*place)->span.begin - first.span.begin > agency)
    return std::nullopt;
  const auto hits = first.block->reading.hitsIn(first.span);
  const bool ends = std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
    return hit.entry->cls == "dateline-end" && hit.span.begin >= (*place)->span.end &&
           hit.span.begin - first.span.begin <= longest;
  });
  return ends ? std::optional(extract::placeOf(gazetteer, (*place)->place)) : std::nullopt;
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
        mention->span.begin - head->span.end <= beside)
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
  if (candidate.when == nullptr || event.status != EventStatus::occurred || !model::isCore(event.kind))
    return;
  m_dated.push_back({candidate.when, namesOf(event), m_block, event.has(Side::us) && event.has(Side::cn)});
}

const Timex* Setting::itemTime(const SentenceView& view) const {
  if (hasOwnTime(view)) return nullptr;
  return m_item != nullptr ? m_item : m_heading;
}

const Timex* Setting::timeOf(const SentenceView& view, const Trigger& trigger, const Event& event) const {
  constexpr std::int32_t farthest = 3; // paragraphs from a meeting to what was set up there
  if (m_dated.empty() || hasOwnTime(view) || event.status != EventStatus::occurred) return nullptr;
  const std::set<std::string> people = namesOf(event);
  if (trigger.frame == Frame::joint) {
    for (auto last = m_dated.rbegin(); last != m_dated.rend() && m_block - last->block <= farthest; ++last)
      if (last->bothSides && sharedBy(people, last->people) > 1) return last->when;
    return nullptr;
  }
  const Dated& last = m_dated.back();
  if (trigger.form != Form::verb || !model::isCore(event.kind) || m_block != last.block) return nullptr;
  return sharedBy(people, last.people) > 0 ? last.when : nullptr;
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
    if (isCountry(stay->place) && event.kind != model::EventKind::visit) {
      country = stay->place;
      break;
    }
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
