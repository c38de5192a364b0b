// SPDX-License-Identifier: Apache-2.0
#include "core/language/stage_automaton.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>

namespace demarche::language {

StageStarts::StageStarts(const Symbols& symbols)
    : m_byToken(symbols.vocabulary.size()), m_byClass(symbols.classCount()) {}

void StageStarts::add(const Letter& letter, const Starts& starts) {
  if (letter.kind == Letter::Kind::token) {
    m_byToken[letter.id] |= starts;
  } else if (letter.kind == Letter::Kind::cls) {
    m_byClass[letter.id] |= starts;
  } else {
    for (std::size_t kind = 0; kind < tokenKinds; ++kind)
      if (takesKind(letter, kind)) m_byKind[kind] |= starts;
  }
}

/// Merges the positions of all patterns. Two positions that take the same letter and come from the same
/// states cannot be told apart by anything read so far, so they become one state; since every position
/// stands behind those it comes from, one pass finds them all.
class StageAutomaton::Builder {
 public:
  explicit Builder(StageAutomaton& automaton) : m_automaton(automaton), m_edges(1), m_rules(1) {}

  void add(const PatternAutomaton& pattern, std::uint32_t rule) {
    std::vector<std::vector<Source>> sources(pattern.positions.size());
    for (const PatternAutomaton::Step& first : pattern.start)
      sources[first.target].push_back({0, false});
    for (std::size_t i = 0; i < pattern.positions.size(); ++i) {
      const PatternAutomaton::Position& position = pattern.positions[i];
      const std::uint32_t state = stateFor(position.letter, sources[i]);
      for (const PatternAutomaton::Step& step : position.follow)
        sources[step.target].push_back({state, step.glue});
      if (position.last && (m_rules[state].empty() || m_rules[state].back() != rule))
        m_rules[state].push_back(rule);
    }
  }

  void finish() {
    for (std::size_t state = 0; state < m_edges.size(); ++state) {
      std::vector<Edge>& edges = m_edges[state];
      std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
        return std::tie(a.letter, a.target, a.glue) < std::tie(b.letter, b.target, b.glue);
      });
      const auto kinds = std::partition_point(
          edges.begin(), edges.end(), [](const Edge& e) { return e.letter.kind == Letter::Kind::token; });
      const auto classes = std::partition_point(
          kinds, edges.end(), [](const Edge& e) { return e.letter.kind != Letter::Kind::cls; });
      m_automaton.m_states.push_back({static_cast<std::uint32_t>(m_automaton.m_edges.size()),
                                      static_cast<std::uint32_t>(kinds - edges.begin()),
                                      static_cast<std::uint32_t>(classes - kinds),
                                      static_cast<std::uint32_t>(edges.end() - classes),
                                      static_cast<std::uint32_t>(m_automaton.m_rules.size()),
                                      static_cast<std::uint32_t>(m_rules[state].size())});
      for (const Edge& edge : edges)
        m_automaton.m_states.back().letters.add(edge.letter);
      m_automaton.m_edges.insert(m_automaton.m_edges.end(), edges.begin(), edges.end());
      m_automaton.m_rules.insert(m_automaton.m_rules.end(), m_rules[state].begin(), m_rules[state].end());
    }
  }

 private:
  struct Source {
    std::uint32_t state;
    bool glue;
    auto operator<=>(const Source&) const = default;
  };

  std::uint32_t stateFor(const Letter& letter, std::vector<Source>& sources) {
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    std::u32string key{static_cast<char32_t>(letter.kind), letter.id, letter.condition};
    for (const Source& source : sources)
      key.push_back(static_cast<char32_t>(source.state * 2 + (source.glue ? 1 : 0)));
    const auto [known, added] =
        m_known.try_emplace(std::move(key), static_cast<std::uint32_t>(m_edges.size()));
    if (added) {
      m_edges.emplace_back();
      m_rules.emplace_back();
      for (const Source& source : sources)
        m_edges[source.state].push_back({letter, known->second, source.glue});
    }
    return known->second;
  }

  StageAutomaton& m_automaton;
  std::vector<std::vector<Edge>> m_edges; ///< by state
  std::vector<std::vector<std::uint32_t>> m_rules;
  std::unordered_map<std::u32string, std::uint32_t> m_known;
};

StageAutomaton::StageAutomaton(std::span<const PatternAutomaton* const> patterns, const Symbols& symbols)
    : m_symbols(symbols), m_startByClass(symbols.classCount()) {
  Builder builder(*this);
  for (std::size_t i = 0; i < patterns.size(); ++i)
    builder.add(*patterns[i], static_cast<std::uint32_t>(i));
  builder.finish();
  const State& start = m_states.front();
  if (start.tokenEdges > 0)
    m_startByToken.resize(m_edges[start.firstEdge + start.tokenEdges - 1].letter.id + 1);
  const auto sliceOf = [this](const Letter& letter) -> Slice& {
    if (letter.kind == Letter::Kind::token) return m_startByToken[letter.id];
    return letter.kind == Letter::Kind::cls ? m_startByClass[letter.id] : m_startByKind;
  };
  for (const Edge& edge : edgesOf(start)) {
    Slice& slice = sliceOf(edge.letter);
    if (slice.count++ == 0) slice.first = static_cast<std::uint32_t>(&edge - m_edges.data());
  }
}

void StageAutomaton::noteStarts(std::size_t stage, StageStarts& starts) const {
  const StageSet own = stageBit(stage);
  for (const Edge& edge : edgesOf(m_states.front())) {
    const State& target = m_states[edge.target];
    // What covers several tokens has its second letter anywhere, and next to any word there is another.
    if (edge.letter.kind == Letter::Kind::cls || target.rules > 0 || target.kindEdges > 0) {
      starts.add(edge.letter, {.always = own});
      continue;
    }
    starts.add(edge.letter, {.ifNext = own});
    for (const Edge& second : edgesOf(target))
      starts.add(second.letter, {.next = own});
  }
}

struct StageAutomaton::Run {
  const Lattice& lattice;
  StageScratch& scratch;
  std::int32_t begin;
  std::size_t reached = 0; ///< how many tokens the longest way has passed
};

/// Whether a rule ends in the state, or there may be a way on from it at token `at`.
bool StageAutomaton::leads(const State& state, const Lattice& lattice, std::int32_t at) const {
  return state.rules > 0 || (at < lattice.size() && state.letters.mayTake(lattice, at));
}

void StageAutomaton::reach(Run& run, std::uint32_t state, std::int32_t at) const {
  if (!leads(m_states[state], run.lattice, at)) return; // most ways end after a step
  const auto passed = static_cast<std::size_t>(at - run.begin);
  run.scratch.m_frontier[passed].push_back(state);
  run.reached = std::max(run.reached, passed);
}

void StageAutomaton::takeArcs(Run& run, const Edge& edge, std::int32_t at) const {
  const Lattice& lattice = run.lattice;
  const Condition& condition = m_symbols.condition(edge.letter.condition);
  for (std::int32_t i = lattice.first[static_cast<std::size_t>(at)]; i >= 0;) {
    const Arc& arc = lattice.arcs[static_cast<std::size_t>(i)];
    if (arc.cls == edge.letter.id && (edge.letter.condition == 0 || holds(condition, arc, lattice.marks)))
      reach(run, edge.target, arc.end);
    i = arc.next;
  }
}

void StageAutomaton::begin(Run& run) const {
  const Lattice& lattice = run.lattice;
  const auto at = static_cast<std::size_t>(run.begin);
  const TokenId id = lattice.ids[at];
  const Slice byToken = id < m_startByToken.size() ? m_startByToken[id] : Slice{};
  for (std::uint32_t i = 0; i < byToken.count; ++i)
    reach(run, m_edges[byToken.first + i].target, run.begin + 1);
  for (std::uint32_t i = 0; i < m_startByKind.count; ++i) {
    const Edge& edge = m_edges[m_startByKind.first + i];
    if (takesToken(edge.letter, lattice.tokens[at], id)) reach(run, edge.target, run.begin + 1);
  }
  for (std::int32_t i = lattice.first[at]; i >= 0; i = lattice.arcs[static_cast<std::size_t>(i)].next) {
    const Arc& arc = lattice.arcs[static_cast<std::size_t>(i)];
    const Slice byClass = m_startByClass[arc.cls];
    for (std::uint32_t e = 0; e < byClass.count; ++e) {
      const Edge& edge = m_edges[byClass.first + e];
      if (!leads(m_states[edge.target], lattice, arc.end)) continue;
      if (edge.letter.condition == 0 || holds(m_symbols.condition(edge.letter.condition), arc, lattice.marks))
        reach(run, edge.target, arc.end);
    }
  }
}

/// Follows the edges of `state` that name the token itself.
void StageAutomaton::takeToken(Run& run, const State& state, std::int32_t at, bool spaced) const {
  const TokenId id = run.lattice.ids[static_cast<std::size_t>(at)];
  const auto first = m_edges.begin() + state.firstEdge;
  const auto last = first + state.tokenEdges;
  for (auto edge =
           std::lower_bound(first, last, id, [](const Edge&e, TokenId token) { return e.letter.id < token; });
       edge != last && edge->letter.id == id; ++edge)
    if (!(edge->glue && spaced)) reach(run, edge->target, at + 1);
}

void StageAutomaton::leave(Run& run, const State& state, std::int32_t at) const {
  const auto token = static_cast<std::size_t>(at);
  const bool spaced = run.lattice.tokens[token].spaceBefore;
  if (state.letters.mayTakeToken(run.lattice.ids[token])) takeToken(run, state, at, spaced);
  const auto kinds = m_edges.begin() + state.firstEdge + state.tokenEdges;
  const auto classes = kinds + state.kindEdges;
  for (auto edge = kinds; edge != classes; ++edge)
    if (!(edge->glue && spaced) &&
        takesToken(edge->letter, run.lattice.tokens[token], run.lattice.ids[token]))
      reach(run, edge->target, at + 1);
  const Groups here = run.lattice.classes[token];
  if (!state.letters.mayTakeClass(here)) return;
  for (auto edge = classes; edge != classes + state.classEdges; ++edge)
    if ((groupOf(edge->letter.id) & here) != 0 && !(edge->glue && spaced)) takeArcs(run, *edge, at);
}

void StageAutomaton::run(const Lattice& lattice, std::int32_t at, StageScratch& scratch) const {
  scratch.candidates.clear();
  const auto most = static_cast<std::size_t>(lattice.size() - at) + 1;
  if (scratch.m_frontier.size() < most) scratch.m_frontier.resize(most);
  Run run{lattice, scratch, at};
  begin(run);
  if (run.reached == 0) return;
  if (scratch.m_seen.size() < m_states.size()) scratch.m_seen.resize(m_states.size(), 0);
  for (std::size_t passed = 1; passed <= run.reached; ++passed) {
    const std::int32_t here = at + static_cast<std::int32_t>(passed);
    const std::uint64_t visit = ++scratch.m_visit;
    std::vector<std::uint32_t>& states = scratch.m_frontier[passed]; // those reached from here are farther on
    for (const std::uint32_t index : states) {
      if (scratch.m_seen[index] == visit) continue;
      scratch.m_seen[index] = visit;
      const State& state = m_states[index];
      for (std::uint32_t rule = 0; rule < state.rules; ++rule)
        scratch.candidates.push_back({m_rules[state.firstRule + rule], here});
      if (here < lattice.size()) leave(run, state, here);
    }
    states.clear();
  }
}

} // namespace demarche::language
