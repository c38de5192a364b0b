// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/groups.h"

#include "core/coreference/compare.h"
#include "core/coreference/relations.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <xxhash.h>

namespace demarche::coreference {
namespace {

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
  const auto addSides = [&](const NamesBySide& names) {
    for (const Names& side : names)
      addAll(side);
  };
  add(code(event.kind));
  add(code(event.status));
  add(event.date.str());
  if (account.days.possible) add(time::Edtf::days(*account.days.possible).str());
  addSides(account.persons);
  addSides(account.bodies);
  addAll(event.topics);
  add(event.place ? event.place->name + '\x1f' + event.place->country : std::string());
  add(code(event.scope));
  if (!account.days.told || canBeSeveralAtOnce(event.kind)) addAll(account.articles);
  return key;
}

} // namespace

std::uint64_t says(const Account& account) {
  const std::string all = signature(account);
  return XXH3_64bits(all.data(), all.size());
}

std::vector<Group> grouped(const std::vector<model::Event>& events, const DaysOfWriting& written) {
  std::vector<std::size_t> byId(events.size());
  for (std::size_t i = 0; i < byId.size(); ++i)
    byId[i] = i;
  std::sort(byId.begin(), byId.end(),
            [&](std::size_t a, std::size_t b) { return events[a].id < events[b].id; });

  std::vector<Group> groups;
  std::unordered_map<std::string, std::size_t> bySignature;
  for (const std::size_t i : byId) {
    Account account = accountOf(events[i], written);
    if (compare(account, account) == Verdict::same) {
      const auto [known, isNew] = bySignature.try_emplace(signature(account), groups.size());
      if (!isNew && compare(account, groups[known->second].account) == Verdict::same) {
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

} // namespace demarche::coreference
