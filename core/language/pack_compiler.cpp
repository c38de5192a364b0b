// SPDX-License-Identifier: Apache-2.0
#include "core/language/compiled_pack.h"

#include "core/language/report.h"
#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace demarche::language {
namespace {

/// How far a context pattern in front of a match is looked for.
constexpr std::int32_t longestContext = 16;

constexpr std::array<std::string_view, 6> builtIns{"number", "ordinal", "word", "capital", "han", "any"};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::u16string foldedUtf16(std::string_view utf8) {
  return text::fold(text::toUtf16(utf8));
}

/// Every `<…>` of a pattern.
void collectClasses(const PatternNode& node, std::vector<const PatternNode*>& found) {
  if (node.kind == PatternNode::Kind::cls) found.push_back(&node);
  for (const PatternNode& child : node.children)
    collectClasses(child, found);
}

std::string asText(const SourceField& field) {
  if (const auto* number = std::get_if<std::int64_t>(&field.value)) return std::to_string(*number);
  return std::get<std::string>(field.value);
}

} // namespace

class PackCompiler {
 public:
  PackCompiler(const PackSource& source, std::vector<Problem>& problems)
      : m_source(source), m_problems(problems), m_pack(std::make_unique<CompiledPack>()) {}

  std::unique_ptr<CompiledPack> run(std::shared_ptr<const NameLexicon> names) {
    m_pack->m_language = m_source.language;
    m_pack->m_script = m_source.script;
    m_pack->m_grammar = m_source.grammar;
    for (const std::string& word : m_source.abbreviations)
      addAbbreviation(word);
    m_pack->m_symbols.vocabulary = names->vocabulary;
    m_pack->m_names = std::move(names);
    addEntries();
    addForms();
    compileRules();
    return std::move(m_pack);
  }

 private:
  void complain(const Origin& origin, std::string message) { report(m_problems, origin, std::move(message)); }

  void addAbbreviation(std::string_view word) {
    std::u16string small = foldedUtf16(word);
    std::transform(small.begin(), small.end(), small.begin(), toSmall);
    if (small.ends_with(u'.')) small.pop_back();
    m_pack->m_abbreviations.insert(std::move(small));
  }

  Value keptValue(const SourceField& field) {
    if (const auto* number = std::get_if<std::int64_t>(&field.value)) return *number;
    return m_pack->m_pool.keep(std::get<std::string>(field.value));
  }

  bool isOwn(const LexiconClass& cls) const {
    return !contains(builtIns, cls.name) && !contains(nameClasses, cls.name);
  }

  /// Entries first, all of them: forms and readings point at them.
  void addEntries() {
    Symbols& symbols = m_pack->m_symbols;
    for (const LexiconClass& cls : m_source.classes) {
      if (!isOwn(cls)) {
        complain(cls.origin, fmt::format("`{}` is a class of its own and cannot be a lexicon's", cls.name));
        continue;
      }
      const ClassId id = symbols.addClass(cls.name);
      for (const LexiconEntry& entry : cls.entries)
        addEntry(id, m_pack->m_pool.keep(cls.name), entry);
    }
    m_pack->m_cardinal = symbols.findClass("cardinal");
    m_pack->m_ordinalWord = symbols.findClass("ordinal-word");
  }

  void addEntry(ClassId id, std::string_view cls, const LexiconEntry& source) {
    PackEntry& entry = m_pack->m_entries.emplace_back();
    entry.cls = ClassName(cls);
    entry.classId = id;
    entry.origin = source.origin;
    for (const SourceField& field : source.fields)
      entry.fields.set(m_pack->m_pool.keep(field.name), keptValue(field));
  }

  void addForms() {
    const PackEntry* entry = m_pack->m_entries.data();
    for (const LexiconClass& cls : m_source.classes) {
      if (!isOwn(cls)) continue;
      for (const LexiconEntry& source : cls.entries) {
        for (const std::string& form : source.forms)
          addForm(foldedUtf16(form), entry);
        ++entry;
      }
    }
    m_pack->m_lexicon.finish();
  }

  void addForm(const std::u16string& folded, const PackEntry* entry) {
    const std::int32_t tokens = m_pack->m_lexicon.add(folded, entry, m_pack->m_symbols.vocabulary);
    if (tokens == 0) complain(entry->origin, "a form holds nothing but white space");
    std::int32_t& longest = m_longest[entry->classId];
    longest = std::max(longest, tokens);
  }

  void compileRules() {
    std::map<std::int64_t, std::vector<const RuleSource*>> stages;
    for (const RuleSource& rule : m_source.rules) {
      stages[rule.stage].push_back(&rule);
      m_emitted.insert(m_pack->m_symbols.findClass(rule.rule.cls));
    }
    m_pack->m_rules.reserve(m_source.rules.size());
    m_pack->m_compiled.reserve(m_source.rules.size());
    std::vector<std::vector<const CompiledRule*>> compiled;
    for (const auto& [stage, rules] : stages) {
      compiled.emplace_back();
      for (const RuleSource* rule : rules)
        if (const CompiledRule* done = compileRule(*rule)) compiled.back().push_back(done);
      // What this stage emits is known to the next; also what its broken rules would have emitted, so
      // that one mistake is told once.
      for (const RuleSource* rule : rules)
        m_pack->m_symbols.addClass(rule->rule.cls);
    }
    for (CompiledRule& rule : m_pack->m_compiled)
      rule.classId = m_pack->m_symbols.findClass(rule.cls);
    // Only now is every symbol known that the automata index.
    for (std::vector<const CompiledRule*>& rules : compiled) {
      std::vector<const PatternAutomaton*> patterns;
      patterns.reserve(rules.size());
      for (const CompiledRule* rule : rules)
        patterns.push_back(&rule->pattern);
      m_pack->m_stages.push_back({std::move(rules), StageAutomaton(patterns, m_pack->m_symbols)});
    }
    m_pack->m_starts = StageStarts(m_pack->m_symbols);
    for (std::size_t stage = 0; stage < m_pack->m_stages.size(); ++stage)
      m_pack->m_stages[stage].automaton.noteStarts(stage, m_pack->m_starts);
  }

  /// Null when the rule is left out.
  const CompiledRule* compileRule(const RuleSource& source) {
    if (contains(builtIns, source.rule.cls)) {
      complain(source.rule.origin, fmt::format("a rule cannot emit the built-in `{}`", source.rule.cls));
      return nullptr;
    }
    CompiledRule compiled;
    compiled.cls = ClassName(m_pack->m_pool.keep(source.rule.cls));
    m_slots.clear();
    std::optional<PatternAutomaton> pattern = compilePattern(source.pattern, PatternUse::match, source.stage);
    if (!pattern) return nullptr;
    compiled.pattern = std::move(*pattern);
    for (const std::string& slot : compiled.pattern.slots)
      compiled.slots.push_back(m_pack->m_pool.keep(slot));
    bool ok = true;
    for (const SourceField& field : source.emit)
      ok = addEmit(source, field, compiled) && ok;
    ok = addContext("unless_before", source.unlessBefore, source.stage, compiled) && ok;
    ok = addContext("unless_after", source.unlessAfter, source.stage, compiled) && ok;
    ok = addContext("only_before", source.onlyBefore, source.stage, compiled) && ok;
    ok = addContext("only_after", source.onlyAfter, source.stage, compiled) && ok;
    if (!ok) return nullptr;
    compiled.rule = &m_pack->m_rules.emplace_back(source.rule);
    return &m_pack->m_compiled.emplace_back(std::move(compiled));
  }

  bool addContext(std::string_view key, const PatternSource& source, std::int64_t stage, CompiledRule& rule) {
    if (source.text.empty()) return true;
    std::optional<PatternAutomaton> pattern = compilePattern(source, PatternUse::context, stage);
    if (!pattern) return false;
    const std::int32_t reach =
        longestMatch(*pattern, longestContext, [this](ClassId cls) { return longestOf(cls); });
    rule.contexts.push_back(
        {key, std::move(*pattern), reach, key.ends_with("before"), key.starts_with("only")});
    return true;
  }

  /// How many tokens something of the class covers at most. Only forms of the lexicon are known beforehand;
  /// numbers, names and marks may be of any length.
  std::int32_t longestOf(ClassId cls) const {
    const auto known = m_longest.find(cls);
    return known != m_longest.end() && !m_emitted.contains(cls) ? known->second : longestContext;
  }

  std::optional<PatternAutomaton> compilePattern(const PatternSource& source, PatternUse use,
                                                 std::int64_t stage) {
    const base::Result<PatternNode> parsed = parsePattern(source.text, use);
    if (!parsed) {
      complain(source.origin, parsed.error().message);
      return std::nullopt;
    }
    std::vector<const PatternNode*> classes;
    collectClasses(*parsed, classes);
    bool ok = true;
    for (const PatternNode* node : classes)
      ok = checkClass(*node, source.origin, stage) && ok;
    if (!ok) return std::nullopt;
    base::Result<PatternAutomaton> built = buildAutomaton(*parsed, use, m_pack->m_symbols);
    if (!built) {
      complain(source.origin, built.error().message);
      return std::nullopt;
    }
    return std::move(*built);
  }

  /// Whether class, fields and values of a `<…>` mean something; notes its slot.
  bool checkClass(const PatternNode& node, const Origin& origin, std::int64_t stage) {
    const std::string cls = text::toUtf8(node.text);
    if (!node.slot.empty()) m_slots[node.slot].insert(cls);
    if (contains(builtIns, cls)) {
      if (!node.condition.features.empty())
        complain(origin, fmt::format("`<{}>` has no fields to test", cls));
      return node.condition.features.empty();
    }
    if (m_pack->m_symbols.findClass(cls) == 0) {
      const auto& rules = m_source.rules;
      const auto later =
          std::find_if(rules.begin(), rules.end(), [&](const RuleSource& r) { return r.rule.cls == cls; });
      complain(origin, later == rules.end()
                           ? fmt::format("unknown class `{}`", cls)
                           : fmt::format("`{}` comes from stage {} and is not known in stage {}", cls,
                                         later->stage, stage));
      return false;
    }
    for (const FeatureTest& test : node.condition.features) {
      for (const std::string& value : test.values)
        if (!hasField(cls, test.field, &value)) {
          complain(origin, hasField(cls, test.field, nullptr)
                               ? fmt::format("no `{}` ever has {}={}", cls, test.field, value)
                               : fmt::format("`{}` has no field `{}`", cls, test.field));
          return false;
        }
    }
    return true;
  }

  /// Whether anything of the class has the field (with that value, when one is given).
  bool hasField(const std::string& cls, const std::string& name, const std::string* value) const {
    if (contains(nameClasses, cls) && name == "value") return true;
    const auto fits = [&](const SourceField& field, bool emitted) {
      if (field.name != name) return false;
      const std::string text = asText(field);
      return value == nullptr || text == *value || (emitted && text.starts_with('$'));
    };
    for (const LexiconClass& known : m_source.classes)
      if (known.name == cls)
        for (const LexiconEntry& entry : known.entries)
          for (const SourceField& field : entry.fields)
            if (fits(field, false)) return true;
    for (const RuleSource& rule : m_source.rules)
      if (rule.rule.cls == cls)
        for (const SourceField& field : rule.emit)
          if (fits(field, true)) return true;
    return false;
  }

  bool addEmit(const RuleSource& source, const SourceField& field, CompiledRule& rule) {
    EmitField emit;
    emit.name = m_pack->m_pool.keep(field.name);
    const auto* text = std::get_if<std::string>(&field.value);
    if (text == nullptr || !text->starts_with('$')) {
      emit.literal = keptValue(field);
      rule.emit.push_back(emit);
      return true;
    }
    const std::size_t dot = std::min(text->find('.'), text->size());
    const std::string slot = text->substr(1, dot - 1);
    const std::string slotField = dot < text->size() ? text->substr(dot + 1) : "value";
    const auto known = m_slots.find(slot);
    if (known == m_slots.end()) {
      complain(source.rule.origin, fmt::format("`{}` names no slot of the pattern", *text));
      return false;
    }
    const bool says = std::any_of(known->second.begin(), known->second.end(), [&](const std::string& cls) {
      return ((cls == "number" || cls == "ordinal") && slotField == "value") ||
             hasField(cls, slotField, nullptr);
    });
    if (!says) {
      complain(source.rule.origin,
               fmt::format("`{}`: what fills slot `{}` has no `{}`", *text, slot, slotField));
      return false;
    }
    const auto index = std::find(rule.slots.begin(), rule.slots.end(), slot) - rule.slots.begin();
    emit.slot = static_cast<std::int32_t>(index);
    emit.slotField = m_pack->m_pool.keep(slotField);
    rule.emit.push_back(emit);
    return true;
  }

  const PackSource& m_source;
  std::vector<Problem>& m_problems;
  std::unique_ptr<CompiledPack> m_pack;
  std::unordered_map<ClassId, std::int32_t> m_longest; ///< tokens of a class's longest form
  std::set<ClassId> m_emitted;                         ///< classes of the lexicon that rules emit as well
  std::map<std::string, std::set<std::string>>
      m_slots; ///< of the rule at hand, with the classes that may fill them
};

std::unique_ptr<CompiledPack> compilePack(const PackSource& source, std::shared_ptr<const NameLexicon> names,
                                          std::vector<Problem>& problems) {
  return PackCompiler(source, problems).run(std::move(names));
}

} // namespace demarche::language
