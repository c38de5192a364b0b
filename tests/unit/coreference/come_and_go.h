// SPDX-License-Identifier: Apache-2.0
#pragma once

// Accounts come to a library and go from it in any order; at each step its stories are those of joining all
// anew.

#include "tests/unit/coreference/ids.h"
#include "tests/unit/coreference/memory_shelf.h"

#include <catch2/catch.hpp>
#include <random>
#include <utility>
#include <vector>

namespace demarche::coreference {

/// A library and what ought to be in it.
class ComeAndGo {
 public:
  ComeAndGo(std::vector<model::Event> events, DaysOfWriting written, std::uint64_t seed)
      : m_out(std::move(events)), m_written(std::move(written)), m_random(seed) {}

  /// So many at most come and go at once.
  void step(std::size_t most) {
    std::vector<ComponentNumber> lessened;
    for (std::size_t leaving = m_random() % (most + 1); leaving > 0 && !m_in.empty(); --leaving) {
      const auto [number, event] = takeOne(m_in);
      lessened.push_back(m_shelf.takeOff(number));
      m_out.push_back(event);
    }
    std::vector<AccountNumber> added;
    for (std::size_t coming = m_random() % (2 * most); coming > 0 && !m_out.empty(); --coming) {
      const model::Event event = takeOne(m_out);
      const auto day = m_written.find(event.passages.front().article);
      added.push_back(m_shelf.put(event, day == m_written.end() ? time::Edtf() : day->second));
      m_in.emplace_back(added.back(), event);
    }
    join(m_shelf, added, lessened);
  }

  [[nodiscard]] bool allAreIn() const { return m_out.empty(); }

  void checkStories() const {
    std::vector<model::Event> events;
    for (const auto& [_, event] : m_in)
      events.push_back(event);
    REQUIRE(m_shelf.stories() == idsOf(stories(events, m_written), events));
    REQUIRE(m_shelf.components() == idsOf(components(events, m_written), events));
  }

 private:
  template <typename One>
  One takeOne(std::vector<One>& from) {
    std::swap(from[m_random() % from.size()], from.back());
    One one = std::move(from.back());
    from.pop_back();
    return one;
  }

  std::vector<model::Event> m_out;
  std::vector<std::pair<AccountNumber, model::Event>> m_in;
  DaysOfWriting m_written;
  std::mt19937_64 m_random;
  MemoryShelf m_shelf;
};

} // namespace demarche::coreference
