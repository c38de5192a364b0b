// SPDX-License-Identifier: Apache-2.0
#include "core/language/assembly.h"

#include "core/language/report.h"
#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

namespace demarche::language {
namespace {

std::u16string foldedUtf16(std::string_view utf8) {
  return text::fold(text::toUtf16(utf8));
}

std::string ruleAt(const Rule& rule) {
  return fmt::format("`{}` ({})", rule.name, rule.origin.str());
}

/// Holds one pack against its own examples, and its files against themselves.
class PackChecker {
 public:
  PackChecker(const PackSource& source, const CompiledPack& pack, std::vector<Problem>& problems)
      : m_source(source), m_pack(pack), m_problems(problems) {}

  void run() {
    for (const LexiconClass& cls : m_source.classes)
      checkForms(cls);
    checkPatterns();
    for (const Rule& rule : m_pack.rules()) {
      for (const Example& example : rule.examples)
        checkExample(rule, example);
      for (const Example& example : rule.counterexamples)
        checkCounterexample(rule, example);
    }
  }

 private:
  void complain(const Origin& origin, std::string message) { report(m_problems, origin, std::move(message)); }

  /// A form may stand twice where its entries say different things of it ("cut" is present and past).
  void checkForms(const LexiconClass& cls) {
    std::map<std::u16string, std::vector<const LexiconEntry*>> known;
    for (const LexiconEntry& entry : cls.entries)
      for (const std::string& form : entry.forms) {
        std::vector<const LexiconEntry*>& others = known[foldedUtf16(form)];
        const auto same = std::find_if(others.begin(), others.end(), [&](const LexiconEntry* other) {
          return other->fields == entry.fields;
        });
        if (same != others.end())
          complain(entry.origin, fmt::format("form \"{}\" of class `{}` stands already in {}", form, cls.name,
                                             (*same)->origin.str()));
        others.push_back(&entry);
      }
  }

  /// Two rules with the same pattern and the same contexts: the later one is never reached.
  void checkPatterns() {
    std::map<std::tuple<std::int64_t, std::string>, const RuleSource*> known;
    for (const RuleSource& source : m_source.rules) {
      std::string key;
      for (const PatternSource* pattern : {&source.pattern, &source.unlessBefore, &source.unlessAfter,
                                           &source.onlyBefore, &source.onlyAfter})
        key += normalised(pattern->text) + '\n';
      const auto [first, added] = known.try_emplace({source.stage, std::move(key)}, &source);
      if (!added)
        complain(source.rule.origin, fmt::format("rule `{}` has the pattern of {}", source.rule.name,
                                                 ruleAt(first->second->rule)));
    }
  }

  static std::string normalised(std::string_view pattern) {
    std::string result;
    for (const char c : pattern) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space)
        result.push_back(c);
      else if (!result.empty() && result.back() != ' ')
        result.push_back(' ');
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
  }

  Reading read(const std::u16string& folded, std::vector<Ambiguity>* ambiguities) const {
    return m_pack.read(folded, {0, static_cast<std::int32_t>(folded.size())}, ambiguities);
  }

  void checkExample(const Rule& rule, const Example& example) {
    const std::u16string text = foldedUtf16(example.text);
    const std::u16string match = foldedUtf16(example.match);
    std::vector<Ambiguity> ambiguities;
    const Reading reading = read(text, &ambiguities);
    std::size_t at = text.find(match);
    if (at == std::u16string::npos) {
      complain(example.origin, fmt::format("\"{}\" does not stand in the example's text", example.match));
      return;
    }
    bool covered = false;
    for (; at != std::u16string::npos && !covered; at = text.find(match, at + 1)) {
      const text::Span span{static_cast<std::int32_t>(at), static_cast<std::int32_t>(at + match.size())};
      covered = std::any_of(reading.marks.begin(), reading.marks.end(),
                            [&](const Mark& mark) { return mark.rule == &rule && mark.span == span; });
    }
    if (!covered) complain(example.origin, whyNotCovered(rule, example, text, match, reading));
    for (const Ambiguity& ambiguity : ambiguities)
      if (ambiguity.taken == &rule || ambiguity.other == &rule) tellAmbiguity(rule, example, ambiguity, text);
  }

  /// What keeps the rule from its example's words.
  std::string whyNotCovered(const Rule& rule, const Example& example, const std::u16string& text,
                            const std::u16string& match, const Reading& reading) const {
    const auto at = static_cast<std::int32_t>(text.find(match));
    const text::Span span{at, at + static_cast<std::int32_t>(match.size())};
    if (const std::string why = m_pack.whyNot(rule, text, span); !why.empty())
      return fmt::format("rule `{}` does not find its example \"{}\": it {}", rule.name, example.match, why);
    for (const Mark& mark : reading.marks)
      if (mark.span.overlaps(span) && mark.rule == &rule)
        return fmt::format("rule `{}` covers \"{}\" instead of \"{}\"", rule.name,
                           text::toUtf8(text::slice(text, mark.span)), example.match);
    const auto stage = stageOf(rule);
    for (const Mark& mark : reading.marks)
      if (mark.span.overlaps(span) && stageOf(*mark.rule) == stage)
        return fmt::format("rule `{}` is not reached: its example \"{}\" is taken by {}, which covers \"{}\"",
                           rule.name, example.match, ruleAt(*mark.rule),
                           text::toUtf8(text::slice(text, mark.span)));
    return fmt::format("rule `{}` does not find its example \"{}\"", rule.name, example.match);
  }

  std::int64_t stageOf(const Rule& rule) const {
    const auto source = std::find_if(m_source.rules.begin(), m_source.rules.end(),
                                     [&](const RuleSource& s) { return s.rule.name == rule.name; });
    return source->stage;
  }

  /// Each pair of rules is told of once.
  void tellAmbiguity(const Rule& rule, const Example& example, const Ambiguity& found,
                     const std::u16string& text) {
    if (!m_told.insert(std::minmax(found.taken, found.other)).second) return;
    const Rule& other = found.taken == &rule ? *found.other : *found.taken;
    complain(
        example.origin,
        fmt::format(
            "rules `{}` and {} both cover \"{}\" with the same rank and say different things: give one of "
            "them a rank",
            rule.name, ruleAt(other), text::toUtf8(text::slice(text, found.span))));
  }

  void checkCounterexample(const Rule& rule, const Example& example) {
    const std::u16string text = foldedUtf16(example.text);
    for (const Mark& mark : read(text, nullptr).marks)
      if (mark.rule == &rule)
        complain(example.origin,
                 fmt::format("rule `{}` fires on \"{}\" of its counterexample \"{}\"", rule.name,
                             text::toUtf8(text::slice(text, mark.span)), example.text));
  }

  const PackSource& m_source;
  const CompiledPack& m_pack;
  std::vector<Problem>& m_problems;
  std::set<std::pair<const Rule*, const Rule*>> m_told;
};

class GazetteerChecker {
 public:
  GazetteerChecker(const GazetteerSource& source, std::vector<Problem>& problems)
      : m_gazetteer(source.gazetteer), m_terms(source.terms), m_problems(problems) {}

  void run() {
    checkSides();
    checkSeats();
    checkNamesakes();
  }

 private:
  void complain(const Origin& origin, std::string message) { report(m_problems, origin, std::move(message)); }

  void checkSides() {
    for (const Person& person : m_gazetteer.persons)
      for (const Term& term : person.terms) {
        const Office& office = m_gazetteer[term.office];
        if (office.side != person.side)
          complain(person.origin, fmt::format("{} is of side {}, but `{}` ({}) is of side {}", person.name,
                                              model::code(person.side), office.id, office.origin.str(),
                                              model::code(office.side)));
      }
  }

  /// One seat, one holder; the day of the handover may belong to both.
  void checkSeats() {
    std::vector<const SureTerm*> terms;
    for (const SureTerm& term : m_terms)
      if (m_gazetteer[term.office].single && term.days.first <= term.days.last) terms.push_back(&term);
    std::sort(terms.begin(), terms.end(), [](const SureTerm* a, const SureTerm* b) {
      return std::tie(a->office, a->days) < std::tie(b->office, b->days);
    });
    const SureTerm* latest = nullptr; // of the terms so far in this office, the one that ends last
    for (const SureTerm* term : terms) {
      const bool sameOffice = latest != nullptr && latest->office == term->office;
      if (sameOffice && term->days.first < latest->days.last)
        complain(term->origin,
                 fmt::format("{} and {} ({}) hold `{}` at the same time, but it has a single seat",
                             m_gazetteer[term->person].name, m_gazetteer[latest->person].name,
                             latest->origin.str(), m_gazetteer[term->office].id));
      if (!sameOffice || term->days.last > latest->days.last) latest = term;
    }
  }

  void checkNamesakes() {
    std::map<std::u16string, std::vector<std::size_t>> bearers;
    for (std::size_t i = 0; i < m_gazetteer.persons.size(); ++i) {
      const Person& person = m_gazetteer.persons[i];
      std::set<std::u16string> forms{foldedUtf16(person.name)};
      for (const auto* list : {&person.en, &person.zh})
        for (const std::string& form : *list)
          forms.insert(foldedUtf16(form));
      for (const std::u16string& form : forms)
        bearers[form].push_back(i);
    }
    std::set<std::pair<std::size_t, std::size_t>> told;
    for (const auto& [form, persons] : bearers)
      for (std::size_t a = 0; a < persons.size(); ++a)
        for (std::size_t b = a + 1; b < persons.size(); ++b)
          if (cannotBeTold(persons[a], persons[b]) && told.insert({persons[a], persons[b]}).second)
            complain(
                m_gazetteer.persons[persons[b]].origin,
                fmt::format(
                    "{} and {} ({}) are both called \"{}\", and neither side, level nor time of office tells "
                    "them apart",
                    m_gazetteer.persons[persons[b]].name, m_gazetteer.persons[persons[a]].name,
                    m_gazetteer.persons[persons[a]].origin.str(), text::toUtf8(form)));
  }

  bool cannotBeTold(std::size_t a, std::size_t b) const {
    const Person& one = m_gazetteer.persons[a];
    const Person& other = m_gazetteer.persons[b];
    if (one.side != other.side) return false;
    for (const Term& ours : one.terms)
      for (const Term& theirs : other.terms)
        if (m_gazetteer[ours.office].level == m_gazetteer[theirs.office].level && meet(ours, theirs))
          return true;
    return false;
  }

  static bool meet(const Term& a, const Term& b) {
    return !(a.to && b.from && *a.to < *b.from) && !(b.to && a.from && *b.to < *a.from);
  }

  const Gazetteer& m_gazetteer;
  const std::vector<SureTerm>& m_terms;
  std::vector<Problem>& m_problems;
};

/// Holds the codes of events against the words that decide between them.
class PloverChecker {
 public:
  PloverChecker(const Assembly& assembly, std::vector<Problem>& problems)
      : m_assembly(assembly), m_problems(problems) {}

  void run() {
    std::set<std::string> asked;
    for (const PloverRow& row : m_assembly.plover.rows())
      if (!row.deed.empty()) asked.insert(row.deed);
    std::set<std::string> known;
    for (const PackSource& source : m_assembly.sources)
      for (const LexiconClass& cls : source.classes)
        if (cls.name == "deed") checkDeeds(cls, asked, known);
    for (const PloverRow& row : m_assembly.plover.rows())
      if (!row.deed.empty() && !known.contains(row.deed))
        report(m_problems, row.origin,
               fmt::format("no word of a class `deed` has the value \"{}\"", row.deed));
  }

 private:
  void checkDeeds(const LexiconClass& cls, const std::set<std::string>& asked, std::set<std::string>& known) {
    for (const LexiconEntry& entry : cls.entries)
      for (const SourceField& field : entry.fields) {
        const std::string* value = std::get_if<std::string>(&field.value);
        if (field.name != "value" || value == nullptr) continue;
        known.insert(*value);
        if (!m_assembly.plover.rows().empty() && !asked.contains(*value))
          report(m_problems, entry.origin, fmt::format("no row of plover.toml asks for deed \"{}\"", *value));
      }
  }

  const Assembly& m_assembly;
  std::vector<Problem>& m_problems;
};

} // namespace

std::vector<Problem> check(const std::vector<std::filesystem::path>& folders) {
  std::vector<Problem> problems;
  try {
    const Assembly assembly = assemble(folders, problems);
    for (std::size_t i = 0; i < assembly.packs.size(); ++i)
      PackChecker(assembly.sources[i], *assembly.packs[i], problems).run();
    GazetteerChecker(assembly.gazetteer, problems).run();
    PloverChecker(assembly, problems).run();
  } catch (const std::exception& error) {
    report(problems, {}, fmt::format("the check could not be finished: {}", error.what()));
  }
  std::sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.origin.file, a.origin.line, a.message) <
           std::tie(b.origin.file, b.origin.line, b.message);
  });
  return problems;
}

} // namespace demarche::language
