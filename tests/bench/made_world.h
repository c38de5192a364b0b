// SPDX-License-Identifier: Apache-2.0
#pragma once

// What happened in the made-up years 1972 to 2026 that made articles tell of: nothing of it is true but who
// held which office.

#include "core/language/gazetteer.h"
#include "core/model/event.h"
#include "core/time/edtf.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::bench {

/// Numbers that are the same with every compiler and library (what the distributions of the standard draw
/// is not). SplitMix64: a new one costs nothing, so that each thing made has one of its own.
class Dice {
 public:
  Dice(std::uint64_t seed, std::uint64_t purpose, std::uint64_t number)
      : m_state(seed * 0x9e3779b97f4a7c15 ^ (purpose << 48) ^ number * 0xd1b54a32d192ed03) {
    (void)next();
  }
  std::uint64_t next();
  /// 0 … limit - 1; limit is above zero.
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
  bool oneIn(std::size_t many) { return below(many) == 0; }
  double unit(); ///< 0 ≤ x < 1
  /// 0 … limit - 1, the n-th about 1/n as often as the first.
  std::size_t zipf(std::size_t limit);
  template <typename Value>
  const Value& of(const std::vector<Value>& values) {
    return values[below(values.size())];
  }

 private:
  std::uint64_t m_state;
};

/// Something to speak about, as the lexicons call it and as a sentence does.
struct MadeTopic {
  std::string_view value;
  int since; ///< nobody spoke of it before this year
  std::u16string_view en, zh;
};
inline constexpr std::size_t madeTopicCount = 20;
[[nodiscard]] const std::array<MadeTopic, madeTopicCount>& madeTopics();

/// Who takes part, in the office that was held on the day.
struct MadePart {
  language::PersonId person;
  language::OfficeId office;
  model::Side side = model::Side::other;
};

/// Something that happens in this world, told by one article or by hundreds.
struct MadeFact {
  std::size_t number = 0;
  model::EventKind kind = model::EventKind::meeting;
  model::Scope scope = model::Scope::bilateral;
  time::DayRange days;
  time::Day announced; ///< who writes from then on knows of it
  bool comesOff = true;
  time::Day cancelled; ///< from then on it is known that it does not come off
  MadePart first, second;
  language::PlaceId place;
  std::array<std::size_t, 2> topics{};

  /// As who writes on that day knows it.
  [[nodiscard]] model::EventStatus statusOn(time::Day written) const;
};

/// Facts by time, more of them in recent years and in some months than in others, and of some people more
/// than of others. A fact is a function of seed and number: nothing is kept, any thread may ask.
class MadeWorld {
 public:
  MadeWorld(const language::Gazetteer& gazetteer, std::uint64_t seed, std::size_t facts);

  [[nodiscard]] std::size_t size() const { return m_facts; }
  [[nodiscard]] MadeFact fact(std::size_t number) const;
  /// The number of the first fact on that day or after it.
  [[nodiscard]] std::size_t firstFrom(time::Day day) const;

 private:
  [[nodiscard]] time::Day dayOf(std::size_t number) const;
  [[nodiscard]] std::size_t monthOf(time::Day day) const;
  void gatherPeople();
  void gatherPlaces();
  [[nodiscard]] MadePart someone(const std::vector<MadePart>& people, time::Day day, model::Level level,
                                 Dice& dice) const;
  [[nodiscard]] model::Level levelOf(const MadePart& part) const;
  void castPeople(MadeFact& fact, Dice& dice) const;
  void castPlace(MadeFact& fact, Dice& dice) const;

  const language::Gazetteer& m_gazetteer;
  std::uint64_t m_seed;
  std::size_t m_facts;
  std::vector<double> m_untilMonth; ///< share of all facts before each month, and 1 at the end
  struct Month {
    std::vector<MadePart> us, cn, other, envoys; ///< the most senior first
  };
  std::vector<Month> m_months;
  std::vector<language::PlaceId> m_usPlaces, m_cnPlaces, m_otherPlaces; ///< capitals first
};

} // namespace demarche::bench
