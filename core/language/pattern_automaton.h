// SPDX-License-Identifier: Apache-2.0
#pragma once

// One pattern as positions and who may follow whom (Glushkov's automaton): no empty steps, no loops since
// repeats are written out, and every position stands before all that can follow it.

#include "core/base/result.h"
#include "core/language/lattice.h"
#include "core/language/pattern.h"
#include "core/language/symbols.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::language {

struct PatternAutomaton {
  struct Step {
    std::uint32_t target;
    bool glue; ///< no white space may stand before the target
  };
  struct Position {
    Letter letter;
    std::int32_t slot = -1;   ///< index into `slots`
    bool last = false;        ///< the pattern may end here
    bool lastGlue = false;    ///< but only where no white space follows
    std::vector<Step> follow; ///< what a reader would try first comes first
  };
  std::vector<Position> positions;
  std::vector<Step> start;
  Letters opening; ///< of the positions in `start`
  std::vector<std::string> slots;
};

/// How many positions a pattern may have when its repeats are written out.
inline constexpr std::size_t largestPattern = 4000;

/// New tokens and conditions go into `symbols`. Fails on a class that `symbols` does not know.
[[nodiscard]] base::Result<PatternAutomaton> buildAutomaton(const PatternNode& pattern, PatternUse use,
                                                            Symbols& symbols);

/// A slot and what filled it.
struct Binding {
  std::int32_t slot;
  std::int32_t begin;
  std::int32_t end;
  const Arc* arc; ///< null when a single token did
};

/// How many tokens the pattern can cover at most; no more than `most` are counted. `longest` says it of a
/// class.
template <typename LongestOf>
[[nodiscard]] std::int32_t longestMatch(const PatternAutomaton& pattern, std::int32_t most,
                                        LongestOf longest) {
  std::int32_t whole = 0;
  std::vector<std::int32_t> before(pattern.positions.size(), 0);
  for (std::size_t i = 0; i < pattern.positions.size(); ++i) {
    const PatternAutomaton::Position& position = pattern.positions[i];
    const bool single = position.letter.kind != Letter::Kind::cls;
    const std::int32_t own = single ? 1 : longest(static_cast<ClassId>(position.letter.id));
    const std::int32_t covered = std::min(before[i] + std::min(own, most), most);
    whole = std::max(whole, covered);
    for (const PatternAutomaton::Step& step : position.follow)
      before[step.target] = std::max(before[step.target], covered);
  }
  return whole;
}

/// Walks one pattern from a given token; for what is already known to be near a match. Remembers what
/// failed, so that it takes at most positions × tokens steps.
class PatternWalker {
 public:
  /// Whether the pattern matches exactly [begin, end); the slots it fills are in `bindings` then.
  bool matches(const PatternAutomaton& pattern, const Symbols& symbols, const Lattice& lattice,
               TokenRange span);
  /// Whether it matches from `begin` on, however far.
  bool matchesFrom(const PatternAutomaton& pattern, const Symbols& symbols, const Lattice& lattice,
                   std::int32_t begin);
  [[nodiscard]] const std::vector<Binding>& bindings() const { return m_bindings; }

 private:
  [[nodiscard]] bool isSpaced(std::int32_t at) const;
  bool start(const PatternAutomaton& pattern);
  bool walk(std::uint32_t position, std::int32_t at);
  bool step(const PatternAutomaton::Position& position, std::int32_t at, std::int32_t end, const Arc* arc);

  const PatternAutomaton* m_pattern = nullptr;
  const Symbols* m_symbols = nullptr;
  const Lattice* m_lattice = nullptr;
  TokenRange m_span;
  bool m_exact = true;
  std::vector<std::uint32_t> m_failed; ///< by token and position: the last walk that failed there
  std::uint32_t m_walk = 0;
  std::vector<Binding> m_bindings;
};

} // namespace demarche::language
