// SPDX-License-Identifier: Apache-2.0
// Accounts are taken from the most precise to the vaguest and each joins the one story of its kind that
// agrees with it best. A story takes an account only if all that it holds agree, so a vague account cannot
// chain two events together, and an account that fits two stories equally well stays alone: we do not know
// which it is. Last, whole stories of working groups join those that tell the same session or founding as a
// meeting or an agreement.

#include "core/coreference/account.h"
#include "core/coreference/join.h"

#include <algorithm>
#include <functional>
#include <string>
#include <tuple>
#include <unordered_map>

namespace demarche::coreference {
namespace {

/// Accounts that say the same; they are compared once, however many articles repeat them.
struct Group {
  Account account;                 ///< of the first of them, with the articles of all
  std::vector<std::size_t> events; ///< ascending by id
};

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
  add(code(event.scope));
  if (!account.days || canBeSeveralAtOnce(event.kind)) addAll(account.articles);
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
      if (!isNew && same(account, groups[known->second].account)) {
        Group& group = groups[known->second];
        group.account.articles.insert(group.account.articles.end(), account.articles.begin(),
                                      account.articles.end());
        group.events.push_back(i);
        continue;
      }
    }
    groups.push_back({std::move(account), {i}});
  }
  for (Group& group : groups)
    sortUnique(group.account.articles);
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

/// What stories are filed under, as a hash: two keys that happen to have the same one bring up candidates
/// that do not fit, no more.
using Key = std::size_t;

Key mixed(Key a, Key b) {
  return a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2));
}

enum class About : Key { person = 1, body, peopleAt, bodiesAt, month, article };
Key keyOf(About about, std::string_view name) {
  return mixed(static_cast<Key>(about), std::hash<std::string_view>()(name));
}

/// The months that an account may touch, a day's difference counted in.
void addMonths(const Account& account, std::vector<Key>& keys) {
  if (!account.days || account.days->days() > widestDays) return;
  const auto monthOf = [](time::Day day) {
    const std::chrono::year_month_day date(day);
    return int(date.year()) * 12 + static_cast<int>(unsigned(date.month()));
  };
  const int last = monthOf(account.days->last + std::chrono::days(1));
  for (int month = monthOf(account.days->first - std::chrono::days(1)); month <= last; ++month)
    keys.push_back(mixed(static_cast<Key>(About::month), static_cast<Key>(month)));
}

/// Where a story of `kind` with this account is filed (`filing`), or where it may be found by this
/// account. Persons find each other by name; an account that names none finds those that do by place. Time
/// is the month, for accounts without a date the article.
std::vector<Key> keys(const Account& account, model::EventKind kind, bool filing) {
  std::vector<Key> about;
  for (const auto& side : account.persons)
    for (const std::string_view name : side)
      about.push_back(keyOf(About::person, name));
  const bool named = account.namesPersons();
  if (!named)
    for (const std::string_view name : account.bodies)
      about.push_back(keyOf(About::body, name));
  if (account.event->place)
    about.push_back(keyOf(named == filing ? About::peopleAt : About::bodiesAt, account.event->place->name));

  std::vector<Key> when;
  addMonths(account, when);
  if (filing || !account.days)
    for (const std::string_view article : account.articles)
      when.push_back(keyOf(About::article, article));
  std::vector<Key> result;
  result.reserve(when.size() * about.size());
  for (const Key time : when)
    for (const Key what : about)
      result.push_back(mixed(mixed(time, what), static_cast<Key>(kind)));
  return result;
}

/// Accounts that tell of one thing, and the stories found so far.
using Story = std::vector<const Group*>;

class Stories {
 public:
  /// Adds the account to the story that it belongs to, or begins one with it.
  void add(const Group& group) {
    const std::optional<std::size_t> known = storyFor({&group}, group.account.event->kind);
    const std::size_t story = known.value_or(m_stories.size());
    if (!known) m_stories.emplace_back();
    m_stories[story].push_back(&group);
    for (const Key key : keys(group.account, group.account.event->kind, /*filing=*/true)) {
      std::vector<std::size_t>& filed = m_index[key];
      if (std::find(filed.begin(), filed.end(), story) == filed.end()) filed.push_back(story);
    }
  }

  void joinWorkingGroups() {
    for (Story& story : m_stories) {
      if (story.empty() || story.front()->account.event->kind != model::EventKind::workingGroup) continue;
      std::optional<std::size_t> into = storyFor(story, model::EventKind::meeting);
      if (!into) into = storyFor(story, model::EventKind::agreement);
      if (!into) continue;
      m_stories[*into].insert(m_stories[*into].end(), story.begin(), story.end());
      story.clear();
    }
  }

  [[nodiscard]] const std::vector<Story>& all() const { return m_stories; }

 private:
  /// How well two stories fit; absent when some account of one speaks against some account of the other.
  static std::optional<Affinity> fit(const Story& one, const Story& other) {
    Affinity best;
    for (const Group* a : one) {
      for (const Group* b : other) {
        if (!same(a->account, b->account)) return std::nullopt;
        best = std::max(best, affinity(a->account, b->account));
      }
    }
    return best;
  }

  /// The story of `kind` that fits best; absent when none does or two do equally well.
  [[nodiscard]] std::optional<std::size_t> storyFor(const Story& accounts, model::EventKind kind) const {
    std::vector<std::size_t> candidates;
    for (const Group* group : accounts)
      for (const Key key : keys(group->account, kind, /*filing=*/false))
        if (const auto found = m_index.find(key); found != m_index.end())
          candidates.insert(candidates.end(), found->second.begin(), found->second.end());
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());

    std::optional<std::size_t> best;
    std::optional<Affinity> highest;
    for (const std::size_t candidate : candidates) {
      const std::optional<Affinity> here = fit(accounts, m_stories[candidate]);
      if (!here || (highest && *here < *highest)) continue;
      best = highest == here ? std::nullopt : std::optional(candidate);
      highest = here;
    }
    return best;
  }

  std::vector<Story> m_stories;
  std::unordered_map<Key, std::vector<std::size_t>> m_index;
};

} // namespace

std::vector<std::vector<std::size_t>> stories(const std::vector<model::Event>& events) {
  std::vector<Group> groups = grouped(events);
  std::sort(groups.begin(), groups.end(), tellsMoreExactly);

  Stories found;
  for (const Group& group : groups)
    found.add(group);
  found.joinWorkingGroups();

  std::vector<std::vector<std::size_t>> result;
  for (const Story& story : found.all()) {
    if (story.empty()) continue;
    std::vector<std::size_t>& members = result.emplace_back();
    for (const Group* group : story)
      members.insert(members.end(), group->events.begin(), group->events.end());
    std::sort(members.begin(), members.end());
  }
  return result;
}

} // namespace demarche::coreference
