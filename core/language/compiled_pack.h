// SPDX-License-Identifier: Apache-2.0
#pragma once

// A pack ready for reading: lexicon and rules as automata.

#include "core/language/knowledge.h"
#include "core/language/lexicon.h"
#include "core/language/name_lexicon.h"
#include "core/language/pack_source.h"
#include "core/language/pattern_automaton.h"
#include "core/language/stage_automaton.h"
#include "core/language/string_pool.h"
#include "core/language/symbols.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::language {

/// A field of a rule's output: a literal, or what a slot says.
struct EmitField {
  std::string_view name;
  Value literal;
  std::int32_t slot = -1;     ///< index into the pattern's slots; -1: the literal
  std::string_view slotField; ///< `tense` of `$verb.tense`; `value` when none is named
};

/// A pattern that must, or must not, stand directly beside the match.
struct Context {
  std::string_view key; ///< as in the file: `unless_before` …
  PatternAutomaton pattern;
  std::int32_t reach = 0; ///< how many tokens in front of the match it can cover at most
  bool before = false;    ///< else behind
  bool wanted = false;
};

struct CompiledRule {
  const Rule* rule = nullptr;
  ClassName cls;
  ClassId classId = 0;
  PatternAutomaton pattern;
  std::vector<std::string_view> slots; ///< names, by the pattern's index
  std::vector<Context> contexts;
  std::vector<EmitField> emit;
};

/// Two rules that cover the same words with the same rank and say different things of them.
struct Ambiguity {
  const Rule* taken;
  const Rule* other;
  text::Span span;
};

class CompiledPack final : public Pack {
 public:
  [[nodiscard]] std::string_view language() const override { return m_language; }
  [[nodiscard]] const Grammar& grammar() const override { return m_grammar; }
  using Pack::read;
  void read(std::u16string_view folded, text::Span span, Reading& reading) const override;
  [[nodiscard]] const std::vector<Rule>& rules() const override { return m_rules; }
  [[nodiscard]] const text::Abbreviations& abbreviations() const override { return m_abbreviations; }

  /// The same, noting where the order of files alone decided.
  [[nodiscard]] Reading read(std::u16string_view folded, text::Span span,
                             std::vector<Ambiguity>* ambiguities) const;
  /// What keeps `rule` from covering `match`, in words that go on "the rule …"; empty when only other rules
  /// do.
  [[nodiscard]] std::string whyNot(const Rule& rule, std::u16string_view folded, text::Span match) const;

 private:
  friend class PackCompiler;
  friend class PackReading;

  struct Stage {
    std::vector<const CompiledRule*> rules; ///< in the order in which they decide
    StageAutomaton automaton;
  };

  std::string m_language;
  Script m_script = Script::words;
  Grammar m_grammar;
  text::Abbreviations m_abbreviations;
  StringPool m_pool;
  Symbols m_symbols;
  std::vector<Rule> m_rules;
  std::vector<PackEntry> m_entries;
  std::vector<CompiledRule> m_compiled;
  std::vector<Stage> m_stages;
  StageStarts m_starts;
  Lexicon m_lexicon;
  std::shared_ptr<const NameLexicon> m_names;
  ClassId m_cardinal = 0; ///< classes of number words; 0 when the lexicon has none
  ClassId m_ordinalWord = 0;
};

/// Compiles a pack together with the names of the gazetteer. A rule that makes no sense is left out and
/// told in `problems`.
[[nodiscard]] std::unique_ptr<CompiledPack> compilePack(const PackSource& source,
                                                        std::shared_ptr<const NameLexicon> names,
                                                        std::vector<Problem>& problems);

} // namespace demarche::language
