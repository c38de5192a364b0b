// SPDX-License-Identifier: Apache-2.0
// Accounts are taken from the most precise to the vaguest and each joins the one story that agrees with
// it best. A story takes an account only if all that it holds agree, so a vague account cannot chain two
// events together, and an account that fits two stories equally well stays alone: we do not know which it is.

#include "core/coreference/account.h"
#include "core/coreference/join.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace demarche::coreference {
namespace {

/// Accounts that say the same; they are compared once, however many articles repeat them.
struct Group {
  Account account;
  std::vector<std::size_t> events; ///< ascending by id
};

using StoryIndex = std::unordered_map<std::string, std::vector<std::size_t>>;

std::string signature(const Account& account) {
  const model::Event& event = *account.event;
  std::string key;
  const auto add = [&](std::string_view part) {
    key += part;
    key += '\x1f';
  };
  const auto addAll = [&](const auto& parts) {
    for (const auto& part : parts)
      add(part);
    add("\x1e");
  };
  add(code(event.kind));
  add(code(event.status));
  add(event.date.str());
  for (const auto& side : account.persons)
    addAll(side);
  addAll(account.bodies);
  addAll(event.topics);
  add(event.place ? event.place->name + '\x1f' + event.place->country : std::string());
  if (!account.days) addAll(account.articles);
  return key;
}

/// Every account, those that say the same and are known well enough to be recognised in one group.
std::vector<Group> grouped(const std::vector<model::Event>& events) {
  std::vector<std::size_t> byId(events.size());
  for (std::size_t i = 0; i < byId.size(); ++i)
    byId[i] = i;
  std::sort(byId.begin(), byId.end(),
            [&](std::size_t a, std::size_t b) { return events[a].id < events[b].id; });

  std::vector<Group> groups;
  std::unordered_map<std::string, std::size_t> bySignature;
  for (const std::size_t i : byId) {
    Account account = accountOf(events[i]);
    if (same(account, account)) {
      const auto [known, isNew] = bySignature.try_emplace(signature(account), groups.size());
      if (!isNew) {
        groups[known->second].events.push_back(i);
        continue;
      }
    }
    groups.push_back({std::move(account), {i}});
  }
  return groups;
}

/// Most precise first, unknown dates last; ids make the order total.
bool tellsMoreExactly(const Group& a, const Group& b) {
  const auto key = [](const Group& group) {
    const auto& days = group.account.days;
    return std::make_tuple(!days, days ? days->days() : 0, days ? days->first : time::Day{},
                           std::string_view(group.account.event->id));
  };
  return key(a) < key(b);
}

/// The months that an account may touch, a day's difference counted in.
std::vector<std::string> months(const Account& account) {
  std::vector<std::string> result;
  if (!account.days || account.days->days() > widestDays) return result;
  const auto monthOf = [](time::Day day) {
    const std::chrono::year_month_day date(day);
    return date.year() / date.month();
  };
  const auto last = monthOf(account.days->last + std::chrono::days(1));
  for (auto month = monthOf(account.days->first - std::chrono::days(1)); month <= last;
       month += std::chrono::months(1))
    result.push_back(std::to_string(static_cast<int>(month.year())) + '-' +
                     std::to_string(static_cast<unsigned>(month.month())));
  return result;
}

/// Where a story with this account is filed (`filing`), or where it may be found by this account.
/// Persons find each other by name; an account that names none finds those that do by place. Time is
/// the month, for accounts without a date the article.
std::vector<std::string> keys(const Account& account, bool filing) {
  std::vector<std::string> about;
  for (const auto& side : account.persons)
    for (const std::string_view name : side)
      about.push_back("person " + std::string(name));
  const bool named = account.namesPersons();
  if (!named)
    for (const std::string_view name : account.bodies)
      about.push_back("body " + std::string(name));
  if (account.event->place)
    about.push_back((named == filing ? "people at " : "bodies at ") + account.event->place->name);

  std::vector<std::string> when = months(account);
  if (filing || !account.days) when.insert(when.end(), account.articles.begin(), account.articles.end());
  std::vector<std::string> result;
  for (const std::string& time : when)
    for (const std::string& what : about)
      result.push_back(time + ' ' + what);
  return result;
}

using Story = std::vector<const Group*>;

/// How well the account fits the story; absent when some account of the story speaks against it.
std::optional<Affinity> fit(const Account& account, const Story& story) {
  Affinity best;
  for (const Group* member : story) {
    if (!same(account, member->account)) return std::nullopt;
    best = std::max(best, affinity(account, member->account));
  }
  return best;
}

/// The story that the account belongs to; absent when there is none or no telling which.
std::optional<std::size_t> storyOf(const Account& account, const std::vector<Story>& stories,
                                   const StoryIndex& index) {
  std::unordered_set<std::size_t> candidates;
  for (const std::string& key : keys(account, false))
    if (const auto found = index.find(key); found != index.end())
      candidates.insert(found->second.begin(), found->second.end());

  std::optional<std::size_t> best;
  std::optional<Affinity> highest;
  for (const std::size_t candidate : candidates) {
    const std::optional<Affinity> here = fit(account, stories[candidate]);
    if (!here || (highest && *here < *highest)) continue;
    best = highest == here ? std::nullopt : std::optional(candidate);
    highest = here;
  }
  return best;
}

} // namespace

std::vector<std::vector<std::size_t>> stories(const std::vector<model::Event>& events) {
  std::vector<Group> groups = grouped(events);
  std::sort(groups.begin(), groups.end(), tellsMoreExactly);

  std::vector<Story> found;
  StoryIndex index;
  for (const Group& group : groups) {
    const std::optional<std::size_t> known = storyOf(group.account, found, index);
    const std::size_t story = known.value_or(found.size());
    if (!known) found.emplace_back();
    found[story].push_back(&group);
    for (const std::string& key : keys(group.account, true)) {
      std::vector<std::size_t>& filed = index[key];
      if (std::find(filed.begin(), filed.end(), story) == filed.end()) filed.push_back(story);
    }
  }

  std::vector<std::vector<std::size_t>> result;
  result.reserve(found.size());
  for (const Story& story : found) {
    std::vector<std::size_t>& members = result.emplace_back();
    for (const Group* group : story)
      members.insert(members.end(), group->events.begin(), group->events.end());
    std::sort(members.begin(), members.end());
  }
  return result;
}

} // namespace demarche::coreference
