// SPDX-License-Identifier: Apache-2.0
#include "core/language/pattern_automaton.h"

#include "core/text/unicode.h"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>

namespace demarche::language {
namespace {

using Kind = PatternNode::Kind;

/// A position and whether the way to it (or from it) goes over a glue.
struct Link {
  std::uint32_t position;
  bool glue;
};

/// A part of the pattern: where it can begin, where it can end, and how it can be passed over.
struct Fragment {
  std::vector<Link> first;
  std::vector<Link> last;
  bool empty = false;     ///< can match nothing
  bool emptyGlue = false; ///< can match nothing, but no white space either
};

class Builder {
 public:
  Builder(Symbols& symbols, PatternUse use) : m_symbols(symbols), m_use(use) {}

  base::Result<PatternAutomaton> run(const PatternNode& pattern) {
    const Fragment whole = build(pattern);
    if (!m_error.empty()) return base::fail(base::ErrorKind::input, m_error);
    // Glue at an end binds a context to its match; a match itself has nothing there to be bound to.
    const bool context = m_use == PatternUse::context;
    for (const Link& link : whole.first) {
      m_automaton.start.push_back({link.position, context && link.glue});
      m_automaton.opening.add(m_automaton.positions[link.position].letter);
    }
    for (const Link& link : whole.last) {
      m_automaton.positions[link.position].last = true;
      m_automaton.positions[link.position].lastGlue = context && link.glue;
    }
    return std::move(m_automaton);
  }

 private:
  Fragment build(const PatternNode& node) {
    switch (node.kind) {
    case Kind::literal:
      return position({Letter::Kind::token, m_symbols.vocabulary.add(node.text), 0}, -1);
    case Kind::cls:
      return buildClass(node);
    case Kind::glue:
      return {{}, {}, false, true};
    case Kind::sequence: {
      Fragment all = {{}, {}, true, false};
      for (const PatternNode& child : node.children)
        all = join(std::move(all), build(child));
      return all;
    }
    case Kind::choice: {
      Fragment all;
      for (const PatternNode& child : node.children)
        all = either(std::move(all), build(child));
      return all;
    }
    case Kind::repeat:
      return buildRepeat(node);
    }
    return {};
  }

  /// `x{1,3}` as `x(x(x)?)?`: another round is tried before what follows the whole.
  Fragment buildRepeat(const PatternNode& node) {
    Fragment all;
    std::vector<Link> previous;
    for (int round = 0; round < node.most && m_automaton.positions.size() <= largestPattern; ++round) {
      const Fragment next = build(node.children.front());
      if (round == 0) {
        all.first = next.first;
        all.empty = node.least == 0 || next.empty || next.emptyGlue;
      }
      connect(previous, next.first);
      if (all.empty || round + 1 >= node.least)
        all.last.insert(all.last.end(), next.last.begin(), next.last.end());
      previous = next.last;
    }
    return all;
  }

  Fragment buildClass(const PatternNode& node) {
    const std::string name = text::toUtf8(node.text);
    const std::uint32_t condition = m_symbols.addCondition(node.condition);
    static constexpr std::pair<std::string_view, Letter::Kind> tokenKinds[] = {
        {"word", Letter::Kind::word},
        {"capital", Letter::Kind::capital},
        {"han", Letter::Kind::han},
        {"any", Letter::Kind::any}};
    for (const auto& [known, kind] : tokenKinds) {
      if (name != known) continue;
      if (condition != 0) complain(fmt::format("`<{}>` has no fields to test", name));
      return position({kind, 0, 0}, slotOf(node));
    }
    const ClassId cls = m_symbols.findClass(name);
    if (cls == 0) complain(fmt::format("unknown class `{}`", name));
    return position({Letter::Kind::cls, cls, condition}, slotOf(node));
  }

  std::int32_t slotOf(const PatternNode& node) {
    if (node.slot.empty()) return -1;
    auto& slots = m_automaton.slots;
    const auto known = std::find(slots.begin(), slots.end(), node.slot);
    const auto index = static_cast<std::int32_t>(known - slots.begin());
    if (known == slots.end()) slots.push_back(node.slot);
    return index;
  }

  Fragment position(Letter letter, std::int32_t slot) {
    const auto index = static_cast<std::uint32_t>(m_automaton.positions.size());
    if (index == largestPattern)
      complain(
          fmt::format("the pattern has more than {} steps when its repeats are written out", largestPattern));
    m_automaton.positions.push_back({letter, slot, false, false, {}});
    return {{{index, false}}, {{index, false}}, false, false};
  }

  /// One behind the other.
  Fragment join(Fragment a, const Fragment& b) {
    connect(a.last, b.first);
    Fragment both;
    both.first = std::move(a.first);
    appendPast(both.first, b.first, a);
    both.last = b.last;
    appendPast(both.last, a.last, b);
    both.empty = a.empty && b.empty;
    both.emptyGlue = (a.emptyGlue && (b.empty || b.emptyGlue)) || (a.empty && b.emptyGlue);
    return both;
  }

  void connect(const std::vector<Link>& ends, const std::vector<Link>& begins) {
    for (const Link& from : ends)
      for (const Link& to : begins)
        m_automaton.positions[from.position].follow.push_back({to.position, from.glue || to.glue});
  }

  /// `links`, reached by passing over `skipped`.
  static void appendPast(std::vector<Link>& to, const std::vector<Link>& links, const Fragment& skipped) {
    for (const Link& link : links) {
      if (skipped.empty)
        to.push_back(link);
      else if (skipped.emptyGlue)
        to.push_back({link.position, true});
    }
  }

  static Fragment either(Fragment a, Fragment b) {
    a.first.insert(a.first.end(), b.first.begin(), b.first.end());
    a.last.insert(a.last.end(), b.last.begin(), b.last.end());
    a.empty = a.empty || b.empty;
    a.emptyGlue = a.emptyGlue || b.emptyGlue;
    return a;
  }

  void complain(std::string error) {
    if (m_error.empty()) m_error = std::move(error);
  }

  Symbols& m_symbols;
  PatternUse m_use;
  PatternAutomaton m_automaton;
  std::string m_error;
};

} // namespace

base::Result<PatternAutomaton> buildAutomaton(const PatternNode& pattern, PatternUse use, Symbols& symbols) {
  return Builder(symbols, use).run(pattern);
}

bool PatternWalker::matches(const PatternAutomaton& pattern, const Symbols& symbols, const Lattice& lattice,
                            TokenRange span) {
  m_symbols = &symbols;
  m_lattice = &lattice;
  m_span = span;
  m_exact = true;
  return start(pattern);
}

bool PatternWalker::matchesFrom(const PatternAutomaton& pattern, const Symbols& symbols,
                                const Lattice& lattice, std::int32_t begin) {
  m_symbols = &symbols;
  m_lattice = &lattice;
  m_span = {begin, lattice.size()};
  m_exact = false;
  return start(pattern);
}

/// Whether white space stands in front of token `at`.
bool PatternWalker::isSpaced(std::int32_t at) const {
  return at < m_lattice->size() && m_lattice->tokens[static_cast<std::size_t>(at)].spaceBefore;
}

bool PatternWalker::start(const PatternAutomaton& pattern) {
  m_bindings.clear();
  if (m_span.begin >= m_span.end || !pattern.opening.mayTake(*m_lattice, m_span.begin)) return false;
  m_pattern = &pattern;
  if (++m_walk == 0) { // counted all the way round: what stands there is of no known walk
    std::fill(m_failed.begin(), m_failed.end(), 0);
    m_walk = 1;
  }
  for (const PatternAutomaton::Step& first : pattern.start)
    if (!(first.glue && isSpaced(m_span.begin)) && walk(first.target, m_span.begin)) {
      std::reverse(m_bindings.begin(), m_bindings.end());
      return true;
    }
  return false;
}

/// Takes the letter of `position` at token `at` and everything behind it. Bindings are noted on the way
/// back, last first.
bool PatternWalker::walk(std::uint32_t position, std::int32_t at) {
  if (at >= m_span.end) return false;
  const PatternAutomaton::Position& here = m_pattern->positions[position];
  const auto token = static_cast<std::size_t>(at);
  const bool ofClass = here.letter.kind == Letter::Kind::cls;
  // Most walks end at their first step.
  if (ofClass ? (m_lattice->classes[token] & groupOf(here.letter.id)) == 0
              : !takesToken(here.letter, m_lattice->tokens[token], m_lattice->ids[token]))
    return false;
  const std::size_t memo =
      static_cast<std::size_t>(at - m_span.begin) * m_pattern->positions.size() + position;
  if (memo < m_failed.size() && m_failed[memo] == m_walk) return false;

  if (!ofClass) {
    if (step(here, at, at + 1, nullptr)) return true;
  } else {
    const Condition& condition = m_symbols->condition(here.letter.condition);
    for (std::int32_t i = m_lattice->first[token]; i >= 0;
         i = m_lattice->arcs[static_cast<std::size_t>(i)].next) {
      const Arc& arc = m_lattice->arcs[static_cast<std::size_t>(i)];
      if (arc.cls == here.letter.id && arc.end <= m_span.end && holds(condition, arc, m_lattice->marks) &&
          step(here, at, arc.end, &arc))
        return true;
    }
  }
  if (memo >= m_failed.size()) m_failed.resize(memo + 1, 0);
  m_failed[memo] = m_walk;
  return false;
}

bool PatternWalker::step(const PatternAutomaton::Position& position, std::int32_t at, std::int32_t end,
                         const Arc* arc) {
  bool found = position.last && (!m_exact || end == m_span.end) && !(position.lastGlue && isSpaced(end));
  for (std::size_t i = 0; !found && i < position.follow.size(); ++i) {
    const PatternAutomaton::Step& next = position.follow[i];
    found = !(next.glue && isSpaced(end)) && walk(next.target, end);
  }
  if (found && position.slot >= 0) m_bindings.push_back({position.slot, at, end, arc});
  return found;
}

} // namespace demarche::language
