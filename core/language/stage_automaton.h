// SPDX-License-Identifier: Apache-2.0
#pragma once

// All patterns of one stage as one automaton. Patterns that begin alike share states as long as they
// stay alike, and the first step is looked up by symbol: at a token that begins no rule, a thousand rules
// cost as much as one.

#include "core/language/lattice.h"
#include "core/language/pattern_automaton.h"
#include "core/language/symbols.h"

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

class StageAutomaton {
 public:
  StageAutomaton(std::span<const PatternAutomaton* const> patterns, const Symbols& symbols);

  /// Whether any rule can begin at token `at`: false at most tokens, and cheap to ask.
  [[nodiscard]] bool canBegin(const Lattice& lattice, std::int32_t at) const {
    const auto token = static_cast<std::size_t>(at);
    if (m_startByKind.count > 0 || begins(lattice.ids[token])) return true;
    for (std::int32_t i = lattice.first[token]; i >= 0; i = lattice.arcs[static_cast<std::size_t>(i)].next)
      if (m_startByClass[lattice.arcs[static_cast<std::size_t>(i)].cls].count > 0) return true;
    return false;
  }

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
    std::uint32_t firstEdge = 0; ///< token edges, ascending by token, then the others
    std::uint32_t tokenEdges = 0;
    std::uint32_t otherEdges = 0;
    std::uint32_t firstRule = 0;
    std::uint32_t rules = 0;
  };
  struct Slice {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  class Builder;
  struct Run;

  [[nodiscard]] bool begins(TokenId token) const {
    return (m_startTokens[token / 64] >> (token % 64) & 1) != 0;
  }
  void begin(Run& run) const;
  void takeToken(Run& run, const State& state, std::int32_t at, bool spaced) const;
  void leave(Run& run, const State& state, std::int32_t at) const;
  void takeArcs(Run& run, const Edge& edge, std::int32_t at) const;
  static void reach(Run& run, std::uint32_t state, std::int32_t at);

  const Symbols& m_symbols;
  std::vector<State> m_states; ///< the first is the start
  std::vector<Edge> m_edges;
  std::vector<std::uint32_t> m_rules;
  std::vector<std::uint64_t> m_startTokens; ///< a bit for each token that begins a rule
  std::vector<Slice> m_startByClass;        ///< edges of the start
  Slice m_startByKind;                      ///< word, capital, han, any
};

} // namespace demarche::language
