// SPDX-License-Identifier: Apache-2.0
#pragma once

// All patterns of one stage as one automaton. Patterns that begin alike share states as long as they
// stay alike, and the first step is looked up by symbol: at a token that begins no rule, a thousand rules
// cost as much as one.

#include "core/language/lattice.h"
#include "core/language/pattern_automaton.h"
#include "core/language/symbols.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace demarche::language {

/// A rule that matches from the token that was asked for up to `end`.
struct Candidate {
  std::uint32_t rule; ///< index in the order in which the patterns were given
  std::int32_t end;
};

/// What a run needs to write; kept between runs so that nothing is allocated for a token.
class StageScratch {
 public:
  std::vector<Candidate> candidates;

 private:
  friend class StageAutomaton;
  std::vector<std::vector<std::uint32_t>> m_frontier; ///< states to go on from, by tokens passed
  std::vector<std::uint64_t> m_seen;                  ///< by state: the last (run, token) it was reached in
  std::uint64_t m_visit = 0;
};

/// Stages, a bit for each; those that are too many share the last.
using StageSet = std::uint16_t;
inline constexpr std::size_t stageBits = 16;

[[nodiscard]] inline StageSet stageBit(std::size_t stage) {
  return static_cast<StageSet>(1U << std::min(stage, stageBits - 1));
}

/// In which stages a rule can begin with a letter. "The" and "in" begin many and complete few, so it counts
/// what may come second.
struct Starts {
  StageSet always = 0; ///< begins a rule, whatever comes next
  StageSet ifNext = 0; ///< begins one if something comes next that can be second
  StageSet next = 0;   ///< can be second

  Starts& operator|=(const Starts& other) {
    always |= other.always;
    ifNext |= other.ifNext;
    next |= other.next;
    return *this;
  }
};

/// Where rules can begin, of all stages at once: one look at a token tells which stages must stop there.
class StageStarts {
 public:
  StageStarts() = default;
  explicit StageStarts(const Symbols& symbols);
  void add(const Letter& letter, const Starts& starts);

  /// Of the token by itself.
  [[nodiscard]] Starts ofToken(const text::Token& token, TokenId id) const {
    Starts starts = m_byToken[id];
    starts |= m_byKind[kindOf(token)];
    return starts;
  }
  /// Of something of the class.
  [[nodiscard]] const Starts& ofClass(ClassId cls) const { return m_byClass[cls]; }

 private:
  std::vector<Starts> m_byToken;
  std::vector<Starts> m_byClass;
  std::array<Starts, tokenKinds> m_byKind{};
};

class StageAutomaton {
 public:
  StageAutomaton(std::span<const PatternAutomaton* const> patterns, const Symbols& symbols);

  /// Tells `starts` of every letter with which a rule begins, and of those that can come second; the
  /// automaton is that of the `stage`.
  void noteStarts(std::size_t stage, StageStarts& starts) const;

  /// Fills `scratch.candidates` with every way a rule matches from token `at` on. At most
  /// states × longest match steps; none at all when nothing begins here.
  void run(const Lattice& lattice, std::int32_t at, StageScratch& scratch) const;

 private:
  struct Edge {
    Letter letter;
    std::uint32_t target;
    bool glue;
  };
  struct State {
    std::uint32_t firstEdge = 0; ///< ascending by letter: tokens, kinds of tokens, classes
    std::uint32_t tokenEdges = 0;
    std::uint32_t kindEdges = 0; ///< word, capital, han, any
    std::uint32_t classEdges = 0;
    std::uint32_t firstRule = 0;
    std::uint32_t rules = 0;
    Letters letters = {}; ///< of its edges
  };
  struct Slice {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  class Builder;
  struct Run;

  [[nodiscard]] std::span<const Edge> edgesOf(const State& state) const {
    return {m_edges.data() + state.firstEdge, state.tokenEdges + state.kindEdges + state.classEdges};
  }
  [[nodiscard]] bool leads(const State& state, const Lattice& lattice, std::int32_t at) const;
  void reach(Run& run, std::uint32_t state, std::int32_t at) const;
  void begin(Run& run) const;
  void takeToken(Run& run, const State& state, std::int32_t at, bool spaced) const;
  void leave(Run& run, const State& state, std::int32_t at) const;
  void takeArcs(Run& run, const Edge& edge, std::int32_t at) const;

  const Symbols& m_symbols;
  std::vector<State> m_states; ///< the first is the start
  std::vector<Edge> m_edges;
  std::vector<std::uint32_t> m_rules;
  std::vector<Slice> m_startByToken; ///< edges of the start; up to the last token that begins a rule
  std::vector<Slice> m_startByClass;
  Slice m_startByKind; ///< word, capital, han, any
};

} // namespace demarche::language
