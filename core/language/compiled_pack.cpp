// SPDX-License-Identifier: Apache-2.0
#include "core/language/compiled_pack.h"

#include "core/language/numbers.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdint>

namespace demarche::language {
namespace {

/// Some tokens of a sentence, a bit for each.
class TokenSet {
 public:
  void clear(std::size_t tokens) { m_bits.assign(tokens / bitsOfWord + 1, 0); }
  void add(std::size_t at) { m_bits[at / bitsOfWord] |= std::uint64_t{1} << (at % bitsOfWord); }
  /// The first that is not before `at`; -1 when there is none.
  [[nodiscard]] std::int32_t next(std::int32_t at) const {
    auto word = static_cast<std::size_t>(at) / bitsOfWord;
    if (word >= m_bits.size()) return -1;
    std::uint64_t bits = m_bits[word] >> (static_cast<std::size_t>(at) % bitsOfWord);
    if (bits != 0) return at + std::countr_zero(bits);
    while (++word < m_bits.size())
      if (m_bits[word] != 0)
        return static_cast<std::int32_t>(word * bitsOfWord) + std::countr_zero(m_bits[word]);
    return -1;
  }

 private:
  static constexpr std::size_t bitsOfWord = 64;
  std::vector<std::uint64_t> m_bits;
};

/// What one reading needs beside its result; kept by each thread, so that reading a sentence allocates
/// next to nothing.
struct Scratch {
  Lattice lattice;
  std::vector<Starts> starts;           ///< by token, and an empty one behind the last
  std::array<TokenSet, stageBits> runs; ///< by stage: where a rule of it may begin
  std::vector<Hit> hits;
  StageScratch stage;
  PatternWalker walker;
  std::vector<NumberWord> words;
  std::vector<NumberFound> numbers;
};

Scratch& scratchOfThread() {
  thread_local Scratch scratch;
  return scratch;
}

} // namespace

/// One text being read.
class PackReading {
 public:
  PackReading(const CompiledPack& pack, std::u16string_view folded, std::vector<Ambiguity>* ambiguities)
      : m_pack(pack),
        m_folded(folded),
        m_ambiguities(ambiguities),
        m_scratch(scratchOfThread()),
        m_lattice(m_scratch.lattice) {}

  void run(text::Span span, Reading& reading) {
    begin(span);
    for (std::size_t stage = 0; stage < m_pack.m_stages.size(); ++stage)
      matchStage(stage);
    handOver(reading);
  }

  /// See CompiledPack::whyNot.
  std::string whyNot(const Rule& rule, text::Span match) {
    begin({0, static_cast<std::int32_t>(m_folded.size())});
    for (std::size_t stage = 0; stage < m_pack.m_stages.size(); ++stage) {
      for (const CompiledRule* compiled : m_pack.m_stages[stage].rules)
        if (compiled->rule == &rule) return whyNot(*compiled, match);
      matchStage(stage);
    }
    return {};
  }

 private:
  /// Everything that is known before the first rule.
  void begin(text::Span span) {
    auto& tokens = m_lattice.tokens;
    text::tokenize(m_folded, span, tokens);
    m_lattice.clear();
    m_scratch.starts.resize(tokens.size() + 1);
    m_scratch.starts.back() = {};
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::u16string_view text = m_folded.substr(static_cast<std::size_t>(tokens[i].span.begin),
                                                       static_cast<std::size_t>(tokens[i].span.length()));
      m_lattice.ids[i] = m_pack.m_symbols.vocabulary.find(text);
      m_scratch.starts[i] = m_pack.m_starts.ofToken(tokens[i], m_lattice.ids[i]);
    }
    m_scratch.hits.clear();
    Lexicon::find({&m_pack.m_lexicon, &m_pack.m_names->lexicon}, m_folded, tokens, m_lattice.ids,
                  m_scratch.hits);
    addHits();
    addNumbers();
    const std::size_t stages = std::min(m_pack.m_stages.size(), stageBits);
    for (std::size_t stage = 0; stage < stages; ++stage)
      m_scratch.runs[stage].clear(tokens.size());
    m_runsAnywhere = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i)
      noteRuns(i);
  }

  void addArc(std::int32_t at, const Arc& arc) {
    m_lattice.add(at, arc);
    m_scratch.starts[static_cast<std::size_t>(at)] |= m_pack.m_starts.ofClass(arc.cls);
  }

  void noteRuns(std::size_t at) {
    const Starts& here = m_scratch.starts[at];
    const Starts& next = m_scratch.starts[at + 1];
    auto runs = static_cast<StageSet>(here.always | (here.ifNext & next.next));
    m_runsAnywhere |= runs;
    for (; runs != 0; runs &= static_cast<StageSet>(runs - 1))
      m_scratch.runs[static_cast<std::size_t>(std::countr_zero(runs))].add(at);
  }

  /// Arcs of a token are found newest first, so the longest is added last. No rule steps over a line break,
  /// not even within a name.
  void addHits() {
    const auto& tokens = m_lattice.tokens;
    for (auto hit = m_scratch.hits.rbegin(); hit != m_scratch.hits.rend(); ++hit) {
      const bool breaks =
          hit->tokens.end - hit->tokens.begin > 1 &&
          std::any_of(tokens.begin() + hit->tokens.begin, tokens.begin() + hit->tokens.end,
                      [](const text::Token& token) { return token.kind == text::TokenKind::line; });
      if (breaks) continue;
      Arc arc;
      arc.cls = classOf(*hit);
      arc.end = hit->tokens.end;
      arc.entry = hit->entry;
      addArc(hit->tokens.begin, arc);
    }
  }

  void addNumbers() {
    m_scratch.words.clear();
    m_scratch.numbers.clear();
    for (const Hit& hit : m_scratch.hits) {
      const ClassId cls = classOf(hit);
      if (cls != m_pack.m_cardinal && cls != m_pack.m_ordinalWord) continue;
      const std::optional<std::int64_t> value = hit.entry->fields.number("value");
      const bool overlaps = !m_scratch.words.empty() && m_scratch.words.back().tokens.overlaps(hit.tokens);
      if (value && !overlaps) m_scratch.words.push_back({hit.tokens, *value, cls == m_pack.m_ordinalWord});
    }
    findNumbers(m_folded, m_lattice.tokens, m_scratch.words, m_pack.m_script, m_scratch.numbers);
    for (const NumberFound& number : m_scratch.numbers) {
      Arc arc;
      arc.cls = number.ordinal ? Symbols::ordinal : Symbols::number;
      arc.end = number.tokens.end;
      arc.number = number.value;
      arc.digits = number.digits;
      addArc(number.tokens.begin, arc);
    }
  }

  void matchStage(std::size_t index) {
    if ((m_runsAnywhere & stageBit(index)) == 0) return;
    const TokenSet& runs = m_scratch.runs[std::min(index, stageBits - 1)];
    const CompiledPack::Stage& stage = m_pack.m_stages[index];
    const std::size_t firstMark = m_lattice.marks.size();
    m_markClasses.clear();
    for (std::int32_t at = runs.next(0); at >= 0;) {
      stage.automaton.run(m_lattice, at, m_scratch.stage);
      at = runs.next(m_scratch.stage.candidates.empty() ? at + 1 : takeBest(stage, at));
    }
    for (std::size_t i = firstMark; i < m_lattice.marks.size(); ++i) {
      Arc arc;
      arc.cls = m_markClasses[i - firstMark];
      arc.end = m_lattice.marks[i].tokens.end;
      arc.mark = static_cast<std::int32_t>(i);
      const std::int32_t begin = m_lattice.marks[i].tokens.begin;
      addArc(begin, arc);
      noteRuns(static_cast<std::size_t>(begin));
      if (begin > 0) noteRuns(static_cast<std::size_t>(begin) - 1);
    }
  }

  /// Marks the best of the candidates at `at`: the longest, then of the highest rank, then the first in
  /// the files. Returns the token to go on from.
  std::int32_t takeBest(const CompiledPack::Stage& stage, std::int32_t at) {
    std::vector<Candidate>& candidates = m_scratch.stage.candidates;
    if (candidates.size() > 1)
      std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
        if (a.end != b.end) return a.end > b.end;
        const int rankA = stage.rules[a.rule]->rule->rank;
        const int rankB = stage.rules[b.rule]->rule->rank;
        return rankA != rankB ? rankA > rankB : a.rule < b.rule;
      });
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const CompiledRule& rule = *stage.rules[candidates[i].rule];
      const TokenRange range{at, candidates[i].end};
      if (!fitsContexts(rule, range)) continue;
      m_lattice.marks.push_back(markFor(rule, range));
      m_markClasses.push_back(rule.classId);
      if (m_ambiguities != nullptr) noteAmbiguities(stage, at, i);
      return range.end;
    }
    return at + 1;
  }

  bool fitsContexts(const CompiledRule& rule, TokenRange range) {
    return std::all_of(rule.contexts.begin(), rule.contexts.end(),
                       [&](const Context& context) { return fitsContext(context, range); });
  }

  bool fitsContext(const Context& context, TokenRange range) {
    const bool stands = context.before ? standsBefore(context, range.begin)
                                       : m_scratch.walker.matchesFrom(context.pattern, m_pack.m_symbols,
                                                                      m_lattice, range.end);
    return stands == context.wanted;
  }

  std::string whyNot(const CompiledRule& rule, text::Span match) {
    const auto& tokens = m_lattice.tokens;
    const auto first = std::find_if(tokens.begin(), tokens.end(),
                                    [&](const text::Token& t) { return t.span.begin == match.begin; });
    const auto last =
        std::find_if(first, tokens.end(), [&](const text::Token& t) { return t.span.end == match.end; });
    if (last == tokens.end()) return "cannot cover it: it begins or ends within a word";
    const TokenRange range{static_cast<std::int32_t>(first - tokens.begin()),
                           static_cast<std::int32_t>(last - tokens.begin()) + 1};
    if (!m_scratch.walker.matches(rule.pattern, m_pack.m_symbols, m_lattice, range))
      return "has a pattern that does not match it";
    for (const Context& context : rule.contexts)
      if (!fitsContext(context, range))
        return "is held back from it by its `" + std::string(context.key) + "`";
    return {};
  }

  bool standsBefore(const Context& context, std::int32_t end) {
    for (std::int32_t begin = end - 1; begin >= std::max(end - context.reach, 0); --begin) {
      if (m_lattice.tokens[static_cast<std::size_t>(begin)].kind == text::TokenKind::line) return false;
      if (m_scratch.walker.matches(context.pattern, m_pack.m_symbols, m_lattice, {begin, end})) return true;
    }
    return false;
  }

  text::Span spanOf(TokenRange range) const {
    return {m_lattice.tokens[static_cast<std::size_t>(range.begin)].span.begin,
            m_lattice.tokens[static_cast<std::size_t>(range.end) - 1].span.end};
  }

  Mark markFor(const CompiledRule& rule, TokenRange range) {
    Mark mark{rule.cls, range, spanOf(range), {}, {}, rule.rule};
    mark.fields.reserve(rule.emit.size());
    if (!rule.slots.empty()) fillSlots(rule, range, mark);
    for (const EmitField& emit : rule.emit) {
      if (emit.slot < 0)
        mark.fields.set(emit.name, emit.literal);
      else if (const Slot* slot = mark.slot(rule.slots[static_cast<std::size_t>(emit.slot)]))
        if (const std::optional<Value> value = valueOf(*slot, emit.slotField))
          mark.fields.set(emit.name, *value);
    }
    return mark;
  }

  /// The automaton told that the rule matches; which way, the walker tells.
  void fillSlots(const CompiledRule& rule, TokenRange range, Mark& mark) {
    [[maybe_unused]] const bool matched =
        m_scratch.walker.matches(rule.pattern, m_pack.m_symbols, m_lattice, range);
    assert(matched);
    mark.slots.reserve(m_scratch.walker.bindings().size());
    for (const Binding& binding : m_scratch.walker.bindings()) {
      const TokenRange tokens{binding.begin, binding.end};
      Slot slot{rule.slots[static_cast<std::size_t>(binding.slot)],
                tokens,
                spanOf(tokens),
                nullptr,
                -1,
                std::nullopt};
      if (binding.arc != nullptr) {
        slot.entry = binding.arc->entry;
        slot.mark = binding.arc->mark;
        if (slot.entry == nullptr && slot.mark < 0) slot.number = binding.arc->number;
      }
      mark.slots.push_back(slot);
    }
  }

  std::optional<Value> valueOf(const Slot& slot, std::string_view field) const {
    if (slot.number) return *slot.number;
    if (slot.entry == nullptr && slot.mark < 0) return std::nullopt;
    const Fields& fields = slot.entry != nullptr
                               ? slot.entry->fields
                               : m_lattice.marks[static_cast<std::size_t>(slot.mark)].fields;
    const Value* value = fields.find(field);
    return value != nullptr ? std::optional(*value) : std::nullopt;
  }

  /// Indices of the lattice are counted from the stretch's first token, those of the reading from its own.
  void handOver(Reading& reading) {
    const auto tokens = static_cast<std::int32_t>(reading.tokens.size());
    const auto marks = static_cast<std::int32_t>(reading.marks.size());
    const auto moved = [tokens](TokenRange range) {
      return TokenRange{range.begin + tokens, range.end + tokens};
    };
    reading.tokens.insert(reading.tokens.end(), m_lattice.tokens.begin(), m_lattice.tokens.end());
    for (Hit& hit : m_scratch.hits) {
      reading.longestHit = std::max(reading.longestHit, hit.tokens.end - hit.tokens.begin);
      hit.tokens = moved(hit.tokens);
    }
    reading.hits.insert(reading.hits.end(), m_scratch.hits.begin(), m_scratch.hits.end());
    for (Mark& mark : m_lattice.marks) {
      mark.tokens = moved(mark.tokens);
      for (Slot& slot : mark.slots) {
        slot.tokens = moved(slot.tokens);
        if (slot.mark >= 0) slot.mark += marks;
      }
      reading.marks.push_back(std::move(mark));
    }
  }

  /// The candidates are in order; those that only the order of files put behind the one taken follow it.
  void noteAmbiguities(const CompiledPack::Stage& stage, std::int32_t at, std::size_t taken) {
    const std::vector<Candidate>& candidates = m_scratch.stage.candidates;
    const CompiledRule& winner = *stage.rules[candidates[taken].rule];
    const Mark mark = m_lattice.marks.back();
    for (std::size_t i = taken + 1; i < candidates.size() && candidates[i].end == mark.tokens.end; ++i) {
      const CompiledRule& other = *stage.rules[candidates[i].rule];
      if (other.rule->rank != winner.rule->rank) break;
      const TokenRange range{at, candidates[i].end};
      if (fitsContexts(other, range) && !saysTheSame(mark, markFor(other, range)))
        m_ambiguities->push_back({winner.rule, other.rule, mark.span});
    }
  }

  static bool saysTheSame(const Mark& a, const Mark& b) {
    const auto isIn = [](const Field& field, const std::vector<Field>& fields) {
      return std::any_of(fields.begin(), fields.end(),
                         [&](const Field& f) { return f.name == field.name && f.value == field.value; });
    };
    const auto& ours = a.fields.all();
    const auto& theirs = b.fields.all();
    return a.cls == b.cls && ours.size() == theirs.size() &&
           std::all_of(ours.begin(), ours.end(), [&](const Field& field) { return isIn(field, theirs); });
  }

  const CompiledPack& m_pack;
  std::u16string_view m_folded;
  std::vector<Ambiguity>* m_ambiguities;
  Scratch& m_scratch;
  Lattice& m_lattice;
  std::vector<ClassId> m_markClasses; ///< of the marks of the stage at hand
  StageSet m_runsAnywhere = 0;
};

void CompiledPack::read(std::u16string_view folded, text::Span span, Reading& reading) const {
  PackReading(*this, folded, nullptr).run(span, reading);
}

Reading CompiledPack::read(std::u16string_view folded, text::Span span,
                           std::vector<Ambiguity>* ambiguities) const {
  Reading reading;
  PackReading(*this, folded, ambiguities).run(span, reading);
  return reading;
}

std::string CompiledPack::whyNot(const Rule& rule, std::u16string_view folded, text::Span match) const {
  return PackReading(*this, folded, nullptr).whyNot(rule, match);
}

} // namespace demarche::language
