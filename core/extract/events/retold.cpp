// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/retold.h"

#include "core/extract/events/participants.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace demarche::extract {
namespace {

using model::Event;

/// What is told again stands within so many events of a text: no article tells more, and one that does is
/// read in linear time.
constexpr std::size_t farthest = 300;

using People = std::vector<std::string_view>;

bool subset(const People& few, const People& many) {
  return std::all_of(few.begin(), few.end(), [&](std::string_view name) {
    return std::find(many.begin(), many.end(), name) != many.end();
  });
}

bool placesAgree(const Event& a, const Event& b) {
  if (!a.place || !b.place || a.place->name == b.place->name) return true;
  // A city and its country.
  return a.place->country == b.place->country && !a.place->country.empty();
}

bool kindsAgree(const Event& again, const Event& full, bool heading) {
  if (again.kind == full.kind) return true;
  return heading && model::isCore(again.kind) && model::isCore(full.kind);
}

/// `again` says nothing that `full` does not, and could be about the same thing.
bool retells(const Event& again, const People& few, const Event& full, const People& many, bool heading) {
  if (!kindsAgree(again, full, heading) || again.scope != full.scope) return false;
  if (again.status != full.status && !heading) return false;
  if (!placesAgree(again, full)) return false;
  if (few.empty()) return heading || (many.empty() && !full.date.unknown());
  return subset(few, many);
}

std::int32_t apart(const Event& a, const Event& b) {
  return std::abs(a.passages.front().span.begin - b.passages.front().span.begin);
}

/// Better to join: for a headline the nearest in the text, which is the lede; else one with a day first.
bool better(const Event& again, bool heading, const Event& a, const Event& b) {
  if (!heading && a.date.unknown() != b.date.unknown()) return !a.date.unknown();
  return apart(again, a) < apart(again, b);
}

void takeOver(Event& full, const Event& again) {
  for (const model::Passage& passage : again.passages) {
    const bool known = std::any_of(full.passages.begin(), full.passages.end(),
                                   [&](const model::Passage& p) { return p.span == passage.span; });
    if (!known) full.passages.push_back(passage);
  }
  std::sort(full.passages.begin(), full.passages.end(),
            [](const model::Passage& a, const model::Passage& b) { return a.span < b.span; });
  for (const std::string& topic : again.topics)
    if (std::find(full.topics.begin(), full.topics.end(), topic) == full.topics.end())
      full.topics.push_back(topic);
  if (!full.place && full.kind != model::EventKind::call) full.place = again.place;
}

} // namespace

std::vector<Event> joinRetold(std::vector<Event> events, const std::set<std::string>& headings) {
  std::vector<bool> gone(events.size(), false);
  std::vector<People> people;
  people.reserve(events.size());
  for (const Event& event : events)
    people.push_back(personsOf(event.participants));
  for (std::size_t i = 0; i < events.size(); ++i) {
    const bool heading = headings.contains(events[i].id);
    if (!events[i].date.unknown()) continue;
    std::size_t best = events.size();
    const std::size_t end = std::min(events.size(), i + farthest);
    for (std::size_t j = i < farthest ? 0 : i - farthest; j < end; ++j) {
      if (j == i || gone[j] || !retells(events[i], people[i], events[j], people[j], heading)) continue;
      if (headings.contains(events[j].id) && !heading) continue;
      // Of two without a day the later joins the earlier, so that neither is lost.
      if (events[j].date.unknown() && (heading ? headings.contains(events[j].id) && j > i : j > i)) continue;
      if (best == events.size() || better(events[i], heading, events[j], events[best])) best = j;
    }
    if (best < events.size())
      takeOver(events[best], events[i]);
    else if (!heading || !people[i].empty())
      continue;
    gone[i] = true;
  }
  std::vector<Event> left;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (!gone[i]) left.push_back(std::move(events[i]));
  return left;
}

} // namespace demarche::extract
