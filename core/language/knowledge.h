// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/language/gazetteer.h"
#include "core/language/grammar.h"
#include "core/language/plover.h"
#include "core/language/reading.h"
#include "core/language/weights.h"
#include "core/model/document.h"
#include "core/text/sentence.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::language {

/// One sentence of a rule's `examples` or `counterexamples`.
struct Example {
  std::string text;
  std::string match;   ///< the words that the rule must cover in it; empty for a counterexample
  std::string value;   ///< for times: the EDTF value that must come out; empty when not said
  std::string written; ///< the day of writing to resolve against; empty when it does not matter
  Origin origin;
};

/// A rule as its file gives it. How it is matched is the engine's business.
struct Rule {
  std::string name; ///< unique within its language
  std::string cls;  ///< class of the mark it emits
  std::string pattern;
  int rank = 0; ///< decides between rules that cover the same words; higher wins
  std::vector<Example> examples;
  std::vector<Example> counterexamples;
  Origin origin;
};

/// Something wrong in a pack, where it stands, and what to do about it.
struct Problem {
  Origin origin;
  std::string message;
};

/// The lexicon and rules of one language, compiled: all of them are matched in one pass over the text
/// for each stage of rules, however many rules there are.
class Pack {
 public:
  virtual ~Pack() = default;
  [[nodiscard]] virtual std::string_view language() const = 0; ///< `en`, `zh`
  [[nodiscard]] virtual const Grammar& grammar() const = 0;
  /// Reads `span` of `folded` (the whole text, as text::fold gives it) and adds what it sees to `reading`,
  /// whose tokens and marks are counted on. No rule reaches out of the span. Thread-safe; linear in the span.
  virtual void read(std::u16string_view folded, text::Span span, Reading& reading) const = 0;
  /// The same by itself.
  [[nodiscard]] Reading read(std::u16string_view folded, text::Span span) const;
  [[nodiscard]] virtual const std::vector<Rule>& rules() const = 0;
  [[nodiscard]] virtual const text::Abbreviations& abbreviations() const = 0;
};

/// What somebody looks for who does not want everything that the packs find.
struct Scope {
  std::vector<std::string_view> marks; ///< classes of marks
  std::vector<std::string_view> forms; ///< classes of the lexicon whose hits are looked at
  [[nodiscard]] bool everything() const { return marks.empty() && forms.empty(); }
};

/// Everything that is known of languages and of who is who. Immutable once loaded, shared by all threads.
class Knowledge {
 public:
  /// Loads `language/` and `gazetteer/` from the folders, earlier ones first: a rule, class, entry or table
  /// of an earlier folder replaces the one of the same name in a later one. A broken rule is left out and
  /// told in `problems` (may be null); only when nothing can be loaded at all it fails. With a `scope`, only
  /// what it takes to find its marks and forms is loaded: it is found as ever, and sooner; nothing else is,
  /// and the gazetteer is empty unless a rule of the scope asks for names.
  [[nodiscard]] static base::Result<std::shared_ptr<const Knowledge>>
  load(const std::vector<std::filesystem::path>& folders, std::vector<Problem>* problems = nullptr,
       const Scope& scope = {});

  /// The pack that reads a paragraph of this language; English for an unknown one.
  [[nodiscard]] const Pack& pack(model::Language language) const;
  [[nodiscard]] const std::vector<std::unique_ptr<Pack>>& packs() const { return m_packs; }
  [[nodiscard]] const Gazetteer& gazetteer() const { return m_gazetteer; }
  /// How far a candidate event is to be believed.
  [[nodiscard]] const Weights& weights() const { return m_weights; }
  /// How PLOVER and CAMEO call events.
  [[nodiscard]] const PloverTable& plover() const { return m_plover; }
  /// Changes whenever any pack, gazetteer, weights or code file does: 16 hexadecimal digits.
  [[nodiscard]] const std::string& digest() const { return m_digest; }

 private:
  std::vector<std::unique_ptr<Pack>> m_packs;
  Gazetteer m_gazetteer;
  Weights m_weights;
  PloverTable m_plover;
  std::string m_digest;
};

/// Checks packs and gazetteer as a contributor wants them checked: schema, names that mean nothing, rules
/// never reached, duplicates, examples that fail, ambiguity between rules on an example, terms of one office
/// that overlap, sides that contradict, codes that are missing. Empty when all is well.
[[nodiscard]] std::vector<Problem> check(const std::vector<std::filesystem::path>& folders);

} // namespace demarche::language
