// SPDX-License-Identifier: Apache-2.0
#pragma once

// Joins what comes to a library, and what is left when something goes, without comparing everything again,
// and gives the stories that stories() would give of everything. A template, so that what a shelf throws
// stays in the shelf's room.

#include "core/coreference/blocking.h"
#include "core/coreference/compare.h"
#include "core/coreference/components.h"
#include "core/coreference/groups.h"
#include "core/coreference/join.h"

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace demarche::coreference {

/// What a library calls an account: any number that no other one in it has.
using AccountNumber = std::int64_t;
/// Of a component that has been joined: the lowest number of its accounts.
using ComponentNumber = AccountNumber;

/// An account that was found by its keys.
struct FoundAccount {
  AccountNumber number = 0;
  ComponentNumber component = 0;
  std::uint64_t says = 0; ///< see says()
};

struct ReadAccount {
  model::Event event;
  time::Edtf written; ///< the day of writing of the article of its first passage
};

/// Where a library keeps its accounts, and of each the keys, what it says, its component and its story.
template <typename T>
concept Shelf = requires(T& shelf, AccountNumber number, std::uint64_t says, ComponentNumber component,
                         const std::vector<BlockingKey>& keys, const std::vector<AccountNumber>& story) {
  /// These are asked for soon, which may take less time for all at once.
  {shelf.willRead(story)};
  { shelf.read(number) } -> std::same_as<ReadAccount>;
  /// From now on the account is found under each of the keys.
  {shelf.file(number, says, keys)};
  /// Those that are filed under any of the keys, each once.
  { shelf.filedUnder(keys) } -> std::same_as<std::vector<FoundAccount>>;
  { shelf.accountsIn(component) } -> std::same_as<std::vector<AccountNumber>>;
  /// These accounts are one story, all of it, and of this component from now on.
  {shelf.write(component, story)};
};

/// Accounts that are compared, each read once.
template <Shelf S>
class ComparedAccounts {
 public:
  explicit ComparedAccounts(S& shelf) : m_shelf(shelf) {}

  [[nodiscard]] const Account& operator[](AccountNumber number) {
    std::unique_ptr<One>& one = m_read[number];
    if (!one) {
      one = std::make_unique<One>(One{m_shelf.read(number), {}});
      const model::Event& event = one->read.event;
      one->account = accountOf(event, {{event.passages.front().article, one->read.written}});
    }
    return one->account;
  }

  /// The account as it was read; it is compared no more.
  [[nodiscard]] ReadAccount take(AccountNumber number) {
    const auto known = m_read.find(number);
    if (known == m_read.end()) return m_shelf.read(number);
    ReadAccount read = std::move(known->second->read);
    m_read.erase(known);
    return read;
  }

 private:
  struct One {
    ReadAccount read;
    Account account; ///< looks into what was read
  };
  S& m_shelf;
  std::unordered_map<AccountNumber, std::unique_ptr<One>> m_read;
};

/// Accounts that share a key with one, by component and by what they say: who says the same in one component
/// is compared once, as a frequent person has thousands of them.
using AlikeAccounts = std::map<std::pair<ComponentNumber, std::uint64_t>, std::vector<AccountNumber>>;

template <Shelf S>
[[nodiscard]] AlikeAccounts alikeAccounts(const S& shelf, const Account& account) {
  AlikeAccounts alike;
  for (const FoundAccount& found : shelf.filedUnder(blockingKeys(account).sought))
    alike[{found.component, found.says}].push_back(found.number);
  return alike;
}

/// Adds to `components` those that hold an account which is the same as this one.
template <Shelf S>
void findComponents(const Account& account, const AlikeAccounts& alike, ComparedAccounts<S>& accounts,
                    std::set<ComponentNumber>& components) {
  const auto isSame = [&](AccountNumber other) { return compare(account, accounts[other]) == Verdict::same; };
  for (const auto& [who, numbers] : alike) {
    if (components.contains(who.first)) continue;
    if (isSame(numbers.front()) || (numbers.size() > 1 && canBeSame(account, accounts[numbers.front()]) &&
                                    std::any_of(numbers.begin() + 1, numbers.end(), isSame)))
      components.insert(who.first);
  }
}

/// The components, of accounts on the shelf, that those which are added belong to.
template <Shelf S>
[[nodiscard]] std::set<ComponentNumber> componentsOf(S& shelf, const std::vector<AccountNumber>& added,
                                                     ComparedAccounts<S>& accounts) {
  shelf.willRead(added);
  std::vector<AlikeAccounts> alike;
  alike.reserve(added.size());
  std::vector<AccountNumber> compared;
  for (const AccountNumber number : added) {
    alike.push_back(alikeAccounts(shelf, accounts[number]));
    for (const auto& [who, numbers] : alike.back())
      compared.push_back(numbers.front());
  }
  shelf.willRead(compared);
  std::set<ComponentNumber> components;
  for (std::size_t i = 0; i < added.size(); ++i)
    findComponents(accounts[added[i]], alike[i], accounts, components);
  return components;
}

/// Writes components and stories of these accounts, who are the same as no others.
template <Shelf S>
void joinWhole(S& shelf, const std::vector<AccountNumber>& ascending, ComparedAccounts<S>& accounts) {
  std::vector<model::Event> events;
  events.reserve(ascending.size());
  DaysOfWriting written;
  shelf.willRead(ascending);
  for (const AccountNumber number : ascending) {
    ReadAccount read = accounts.take(number);
    written.emplace(read.event.passages.front().article, read.written);
    events.push_back(std::move(read.event));
  }
  std::vector<ComponentNumber> componentOf(events.size());
  for (const std::vector<std::size_t>& component : components(events, written))
    for (const std::size_t member : component)
      componentOf[member] = ascending[component.front()];
  for (const std::vector<std::size_t>& members : stories(events, written)) {
    std::vector<AccountNumber> story;
    story.reserve(members.size());
    for (const std::size_t member : members)
      story.push_back(ascending[member]);
    shelf.write(componentOf[members.front()], story);
  }
}

/// Joins accounts that can be read but are not filed yet, and anew what is left in `lessened` components:
/// those of accounts that were taken off the shelf. Who changes is taken off and added again. Added to an
/// empty shelf, all of a library is joined anew.
template <Shelf S>
void join(S& shelf, const std::vector<AccountNumber>& added, const std::vector<ComponentNumber>& lessened) {
  ComparedAccounts<S> accounts(shelf);
  std::set<ComponentNumber> components = componentsOf(shelf, added, accounts);
  components.insert(lessened.begin(), lessened.end());

  std::set<AccountNumber> toJoin(added.begin(), added.end());
  for (const ComponentNumber component : components)
    for (const AccountNumber number : shelf.accountsIn(component))
      toJoin.insert(number);
  for (const AccountNumber number : added) {
    const Account& account = accounts[number];
    shelf.file(number, says(account), blockingKeys(account).filed);
  }
  joinWhole(shelf, {toJoin.begin(), toJoin.end()}, accounts);
}

} // namespace demarche::coreference
