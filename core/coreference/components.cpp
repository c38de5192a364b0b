// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/components.h"

#include "core/coreference/blocking.h"
#include "core/coreference/compare.h"
#include "core/coreference/groups.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace demarche::coreference {
namespace {

/// Sets that only ever grow together, each known by one of its members.
class Ties {
 public:
  explicit Ties(std::size_t count) : m_next(count) { std::iota(m_next.begin(), m_next.end(), 0); }

  [[nodiscard]] std::size_t of(std::size_t one) {
    while (m_next[one] != one)
      one = m_next[one] = m_next[m_next[one]];
    return one;
  }
  void tie(std::size_t one, std::size_t other) { m_next[of(one)] = of(other); }

 private:
  std::vector<std::size_t> m_next;
};

/// Some account of one is the same as one of the other. Groups that share an article may contradict each
/// other for that alone, while accounts from different articles do not.
bool someAreSame(const Group& one, const Group& other, const std::vector<model::Event>& events,
                 const DaysOfWriting& written) {
  if (compare(one.account, other.account) == Verdict::same) return true;
  if (inCommon(one.account.articles, other.account.articles) == 0) return false;
  if (!canBeSame(one.account, other.account)) return false;
  return std::any_of(one.events.begin(), one.events.end(), [&](std::size_t a) {
    const Account account = accountOf(events[a], written);
    return std::any_of(other.events.begin(), other.events.end(), [&](std::size_t b) {
      return compare(account, accountOf(events[b], written)) == Verdict::same;
    });
  });
}

} // namespace

bool canBeSame(Account a, Account b) {
  a.articles.assign(1, "one");
  b.articles = a.articles;
  if (compare(a, b) == Verdict::same) return true;
  b.articles.assign(1, "another");
  return compare(a, b) == Verdict::same;
}

std::vector<std::vector<std::size_t>> components(const std::vector<model::Event>& events,
                                                 const DaysOfWriting& written) {
  const std::vector<Group> groups = grouped(events, written);
  std::unordered_map<BlockingKey, std::vector<std::size_t>> filed;
  Ties ties(groups.size());
  for (std::size_t one = 0; one < groups.size(); ++one) {
    // Seeking and being found are mutual, so that it is enough to look for those that were filed before.
    const BlockingKeys keys = blockingKeys(groups[one].account);
    for (const BlockingKey key : keys.sought) {
      const auto block = filed.find(key);
      if (block == filed.end()) continue;
      for (const std::size_t other : block->second)
        if (ties.of(one) != ties.of(other) && someAreSame(groups[one], groups[other], events, written))
          ties.tie(one, other);
    }
    for (const BlockingKey key : keys.filed)
      filed[key].push_back(one);
  }

  std::unordered_map<std::size_t, std::vector<std::size_t>> parts;
  for (std::size_t one = 0; one < groups.size(); ++one) {
    std::vector<std::size_t>& part = parts[ties.of(one)];
    part.insert(part.end(), groups[one].events.begin(), groups[one].events.end());
  }
  std::vector<std::vector<std::size_t>> result;
  result.reserve(parts.size());
  for (auto& [_, part] : parts) {
    std::sort(part.begin(), part.end());
    result.push_back(std::move(part));
  }
  std::sort(result.begin(), result.end());
  return result;
}

} // namespace demarche::coreference
