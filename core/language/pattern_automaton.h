// SPDX-License-Identifier: Apache-2.0
#pragma once

// One pattern as positions and who may follow whom (Glushkov's automaton): no empty steps, no loops since
// repeats are written out, and every position stands before all that can follow it.

#include "core/base/result.h"
#include "core/language/lattice.h"
#include "core/language/pattern.h"
#include "core/language/symbols.h"

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
  std::vector<bool> m_failed;
  std::vector<Binding> m_bindings;
};

} // namespace demarche::language
