// SPDX-License-Identifier: Apache-2.0
// Accounts are taken from the most precise to the vaguest and each joins the one story of its kind that
// agrees with it best. A story takes an account that is the same as one of those it holds and contradicts
// none, so a vague account cannot chain two events together; an account that fits two stories equally well
// stays alone: we do not know which it is. Last, whole stories join those that tell the same as another kind,
// such as the session of a working group as a meeting.

#include "core/coreference/account.h"
#include "core/coreference/compare.h"
#include "core/coreference/groups.h"
#include "core/coreference/join.h"
#include "core/coreference/relations.h"

#include <algorithm>
#include <functional>
#include <string>
#include <tuple>
#include <unordered_map>

namespace demarche::coreference {
namespace {

/// Most precise first, unknown dates last, of one date those first that name most people; ids make the
/// order total.
bool tellsMoreExactly(const Group& a, const Group& b) {
  const auto key = [](const Group& group) {
    const auto& days = group.account.days.told;
    return std::make_tuple(!days, days ? days->days() : 0, days ? days->first : time::Day{},
                           -group.account.countPersons(), std::string_view(group.account.event->id));
  };
  return key(a) < key(b);
}

/// What stories are filed under, as a hash: two keys that happen to have the same one bring up candidates
/// that do not fit, no more.
using Key = std::size_t;

Key mixed(Key a, Key b) {
  return a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2));
}

enum class About : Key { person = 1, body, peopleAt, bodiesAt, month, monthOfWriting, article };
Key keyOf(About about, std::string_view name) {
  return mixed(static_cast<Key>(about), std::hash<std::string_view>()(name));
}

/// The months that the days touch, so many more days on both sides counted in.
void addMonths(About about, const std::optional<time::DayRange>& days, int more, std::vector<Key>& keys) {
  if (!days) return;
  const auto monthOf = [](time::Day day) {
    const std::chrono::year_month_day date(day);
    return int(date.year()) * 12 + static_cast<int>(unsigned(date.month()));
  };
  const int last = monthOf(days->last + std::chrono::days(more));
  for (int month = monthOf(days->first - std::chrono::days(more)); month <= last; ++month)
    keys.push_back(mixed(static_cast<Key>(about), static_cast<Key>(month)));
}

/// When a story with this account is filed, or looked for. One whose date is unknown is filed under its day
/// of writing, and looked for where its date may lie.
std::vector<Key> timesOf(const Account& account, bool filing) {
  const PossibleDays& days = account.days;
  std::vector<Key> keys;
  if (days.told ? days.told->days() <= widestDays : !filing) addMonths(About::month, days.possible, 1, keys);
  if (!days.told) addMonths(About::monthOfWriting, days.written, filing ? 0 : sameTimeOfWriting, keys);
  if (filing || !days.told)
    for (const std::string_view article : account.articles)
      keys.push_back(keyOf(About::article, article));
  return keys;
}

/// Where a story of `kind` with this account is filed (`filing`), or where it may be found by this
/// account. Persons find each other by name; an account that names none finds those that do by country.
std::vector<Key> keys(const Account& account, model::EventKind kind, bool filing) {
  std::vector<Key> about;
  for (const Names& side : account.persons)
    for (const std::string_view name : side)
      about.push_back(keyOf(About::person, name));
  const bool named = account.namesPersons();
  if (!named)
    for (const Names& side : account.bodies)
      for (const std::string_view name : side)
        about.push_back(keyOf(About::body, name));
  if (account.event->place)
    about.push_back(
        keyOf(named == filing ? About::peopleAt : About::bodiesAt, account.event->place->country));

  const std::vector<Key> when = timesOf(account, filing);
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

  /// Joins whole stories with those that tell the same as another kind.
  void joinRelated() {
    for (Story& story : m_stories) {
      if (story.empty()) continue;
      std::optional<std::size_t> into;
      for (const model::EventKind kind : alsoToldAs(story.front()->account.event->kind))
        if (!into) into = storyFor(story, kind);
      if (!into) continue;
      m_stories[*into].insert(m_stories[*into].end(), story.begin(), story.end());
      story.clear();
    }
  }

  [[nodiscard]] const std::vector<Story>& all() const { return m_stories; }

 private:
  /// How well two stories fit; absent when some account of one speaks against some account of the other,
  /// or none of one says enough for it with any of the other.
  static std::optional<Affinity> fit(const Story& one, const Story& other) {
    std::optional<Affinity> best;
    for (const Group* a : one) {
      for (const Group* b : other) {
        const Verdict verdict = compare(a->account, b->account);
        if (verdict == Verdict::contradict) return std::nullopt;
        if (verdict == Verdict::same) best = std::max(best, std::optional(affinity(a->account, b->account)));
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

std::vector<std::vector<std::size_t>> stories(const std::vector<model::Event>& events,
                                              const DaysOfWriting& written) {
  std::vector<Group> groups = grouped(events, written);
  std::sort(groups.begin(), groups.end(), tellsMoreExactly);

  Stories found;
  for (const Group& group : groups)
    found.add(group);
  found.joinRelated();

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
