// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/account.h"
#include "core/coreference/join.h"
#include "core/model/title.h"
#include "core/time/calendar.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <set>
#include <tuple>

namespace demarche::coreference {
namespace {

using model::Event;
using model::EventStatus;
using Accounts = std::vector<const Event*>;

bool tells(const Accounts& accounts, EventStatus status) {
  return std::any_of(accounts.begin(), accounts.end(), [&](const Event* e) { return e->status == status; });
}

EventStatus latestStatus(const Accounts& accounts) {
  if (tells(accounts, EventStatus::occurred)) return EventStatus::occurred;
  return tells(accounts, EventStatus::cancelled) ? EventStatus::cancelled : EventStatus::planned;
}

/// Days that a date can mean; an unknown one is the vaguest of all.
int vagueness(const time::Edtf& date) {
  const auto bounds = date.bounds();
  return bounds ? bounds->days() : std::numeric_limits<int>::max();
}

/// Orders accounts by how far they are to be believed; the first one leads the story. Total, so that
/// the order in which accounts arrive does not matter.
auto rank(const Event& account, EventStatus status) {
  return std::make_tuple(account.status != status, vagueness(account.date), account.date.approximate(),
                         -static_cast<std::ptrdiff_t>(account.participants.size()),
                         !account.place.has_value(), -account.confidence, std::string_view(account.id));
}

/// The most certain place; a city or building says more than its country.
std::optional<model::Place> mostSpecificPlace(const Accounts& byRank) {
  std::optional<model::Place> best;
  for (const Event* account : byRank) {
    if (!account->place || account->place->name.empty()) continue;
    if (!best || (isWholeCountry(*best) && !isWholeCountry(*account->place))) best = account->place;
  }
  return best;
}

std::vector<model::Participant> everyone(const Accounts& byRank) {
  std::vector<model::Participant> all;
  for (const Event* account : byRank) {
    for (const model::Participant& one : account->participants) {
      const auto known = std::find_if(all.begin(), all.end(), [&](const model::Participant& p) {
        return p.name == one.name && p.type == one.type;
      });
      if (known == all.end())
        all.push_back(one);
      else if (known->role.empty())
        known->role = one.role;
    }
  }
  return all;
}

std::vector<std::string> everyTopic(const Accounts& byRank) {
  std::vector<std::string> all;
  for (const Event* account : byRank)
    for (const std::string& topic : account->topics)
      if (std::find(all.begin(), all.end(), topic) == all.end()) all.push_back(topic);
  return all;
}

/// In order, each with the place of its account; what two accounts of one article read alike in one
/// sentence stands once.
std::vector<model::Passage> everyPassage(const Accounts& byRank) {
  std::vector<model::Passage> all;
  for (const Event* account : byRank) {
    for (const model::Passage& passage : account->passages) {
      all.push_back(passage);
      if (!passage.place) all.back().place = account->place;
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const model::Passage& a, const model::Passage& b) {
    return std::tie(a.article, a.span, a.kind, a.status) < std::tie(b.article, b.span, b.kind, b.status);
  });
  const auto alike = [](const model::Passage& a, const model::Passage& b) {
    return std::tie(a.article, a.span, a.kind, a.status, a.date) ==
           std::tie(b.article, b.span, b.kind, b.status, b.date);
  };
  all.erase(std::unique(all.begin(), all.end(), alike), all.end());
  return all;
}

/// Each further article that tells it takes away part of the doubt, never more than half of it.
double jointConfidence(const Accounts& accounts) {
  double highest = 0;
  std::set<std::string_view> articles;
  for (const Event* account : accounts) {
    highest = std::max(highest, account->confidence);
    for (const model::Passage& passage : account->passages)
      articles.insert(passage.article);
  }
  if (articles.size() < 2) return highest;
  return highest + (1 - highest) * 0.5 * (1 - 1 / static_cast<double>(articles.size()));
}

/// Where an event stands in a list: by its first passage; of one sentence the most precise first.
auto standing(const Event& event) {
  return std::make_tuple(event.passages.front().span, vagueness(event.date), event.date.bounds(),
                         std::string_view(event.id));
}

/// The days from which to which somebody was there, and not a week in which he was.
bool isStay(const time::Edtf& date) {
  constexpr int longest = 31; // days
  const auto bounds = date.bounds();
  if (!bounds || date.approximate() || date.isDay() || bounds->days() > longest) return false;
  const bool week = bounds->days() == 7 && time::isoWeekday(bounds->first) == 1;
  const auto begin = date.begin();
  return date.isInterval() && begin && begin->precision == time::Precision::day && !week;
}

/// "From June 3 to 9 he visits China", "On June 7 he came to Shanghai": of a visit the stay says more than
/// one of its days.
const Event* wholeStay(const Accounts& byRank, const time::Edtf& told) {
  const auto days = told.bounds();
  const auto found = std::find_if(byRank.begin(), byRank.end(), [&](const Event* account) {
    const auto stay = account->date.bounds();
    return days && stay && account->status == byRank.front()->status && isStay(account->date) &&
           stay->first <= days->first && stay->last >= days->last;
  });
  return found == byRank.end() ? nullptr : *found;
}

} // namespace

model::Event mergedEvent(const std::vector<const model::Event*>& accounts) {
  assert(!accounts.empty());
  const EventStatus status = latestStatus(accounts);
  Accounts byRank = accounts;
  std::sort(byRank.begin(), byRank.end(),
            [&](const Event* a, const Event* b) { return rank(*a, status) < rank(*b, status); });

  Event merged = *byRank.front();
  for (const Event* account : byRank) {
    merged.id = std::min(merged.id, account->id);
    if (merged.date.unknown()) merged.date = account->date; // when only the announcement said the day
    merged.level = std::max(merged.level, account->level);
    merged.scope = std::min(merged.scope, account->scope);
  }
  merged.confidence = jointConfidence(accounts);
  merged.participants = everyone(byRank);
  merged.place = mostSpecificPlace(byRank);
  if (merged.kind == model::EventKind::visit && merged.date.isDay())
    if (const Event* stay = wholeStay(byRank, merged.date)) {
      merged.date = stay->date;
      if (stay->place) merged.place = stay->place; // the city of one day is a stop
    }
  merged.topics = everyTopic(byRank);
  merged.passages = everyPassage(byRank);
  merged.title = model::titleOf(merged);
  return merged;
}

std::vector<model::Event> joined(const std::vector<model::Event>& events) {
  std::vector<model::Event> result;
  for (const std::vector<std::size_t>& members : stories(events)) {
    std::vector<const model::Event*> accounts;
    accounts.reserve(members.size());
    for (const std::size_t member : members)
      accounts.push_back(&events[member]);
    result.push_back(mergedEvent(accounts));
  }
  std::sort(result.begin(), result.end(),
            [](const model::Event& a, const model::Event& b) { return standing(a) < standing(b); });
  return result;
}

} // namespace demarche::coreference
