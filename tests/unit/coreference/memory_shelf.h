// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a library does in tables, in memory.

#include "core/coreference/incremental.h"
#include "tests/unit/coreference/ids.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace demarche::coreference {

class MemoryShelf {
 public:
  /// Can be read from now on, but is not filed.
  AccountNumber put(model::Event event, time::Edtf written) {
    m_kept[++m_last] = {{std::move(event), written}, {}, {}, {}, {}};
    return m_last;
  }

  /// Takes the account off; the component is left with one less.
  ComponentNumber takeOff(AccountNumber number) {
    const Kept kept = m_kept.at(number);
    for (const BlockingKey key : kept.keys)
      m_filed[key].erase(number);
    m_components[kept.component].erase(number);
    m_kept.erase(number);
    return kept.component;
  }

  // What join() asks for.
  void willRead(const std::vector<AccountNumber>&) const {}
  [[nodiscard]] ReadAccount read(AccountNumber number) const { return m_kept.at(number).read; }
  void file(AccountNumber number, std::uint64_t says, const std::vector<BlockingKey>& keys) {
    Kept& kept = m_kept.at(number);
    kept.says = says;
    kept.keys = keys;
    for (const BlockingKey key : keys)
      m_filed[key].insert(number);
  }
  [[nodiscard]] std::vector<FoundAccount> filedUnder(const std::vector<BlockingKey>& keys) const {
    std::set<AccountNumber> numbers;
    for (const BlockingKey key : keys)
      if (const auto found = m_filed.find(key); found != m_filed.end())
        numbers.insert(found->second.begin(), found->second.end());
    std::vector<FoundAccount> result;
    for (const AccountNumber number : numbers)
      result.push_back({number, m_kept.at(number).component, m_kept.at(number).says});
    return result;
  }
  [[nodiscard]] std::vector<AccountNumber> accountsIn(ComponentNumber component) const {
    const auto found = m_components.find(component);
    if (found == m_components.end()) return {};
    return {found->second.begin(), found->second.end()};
  }
  void write(ComponentNumber component, const std::vector<AccountNumber>& story) {
    for (const AccountNumber number : story) {
      Kept& kept = m_kept.at(number);
      m_components[kept.component].erase(number);
      m_components[component].insert(number);
      kept.component = component;
      kept.story = story.front();
    }
  }

  [[nodiscard]] SetsOfIds stories() const {
    return idsBy([](const Kept& kept) { return kept.story; });
  }
  [[nodiscard]] SetsOfIds components() const {
    return idsBy([](const Kept& kept) { return kept.component; });
  }

 private:
  struct Kept {
    ReadAccount read;
    std::uint64_t says = 0;
    std::vector<BlockingKey> keys;
    ComponentNumber component = 0;
    AccountNumber story = 0;
  };

  template <typename Part>
  [[nodiscard]] SetsOfIds idsBy(Part part) const {
    std::map<AccountNumber, std::set<std::string>> parts;
    for (const auto& [_, kept] : m_kept)
      parts[part(kept)].insert(kept.read.event.id);
    SetsOfIds result;
    for (const auto& [_, ids] : parts)
      result.insert(ids);
    return result;
  }

  AccountNumber m_last = 0;
  std::map<AccountNumber, Kept> m_kept;
  std::unordered_map<BlockingKey, std::set<AccountNumber>> m_filed;
  std::map<ComponentNumber, std::set<AccountNumber>> m_components;
};
static_assert(Shelf<MemoryShelf>);

} // namespace demarche::coreference
