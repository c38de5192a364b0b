// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/check.h"

#include "core/extract/times/expression.h"
#include "core/extract/times/report.h"
#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <tuple>

namespace demarche::extract {

using language::Example;
using language::Mark;
using language::Problem;
using language::Rule;

namespace {

constexpr std::string_view timeClass = "time";

class TimeRuleChecker {
 public:
  TimeRuleChecker(const language::Knowledge& knowledge, const language::Pack& pack,
                  std::vector<Problem>& problems)
      : m_knowledge(knowledge), m_pack(pack), m_problems(problems) {}

  void check(const Rule& rule) {
    for (const Example& example : rule.examples) {
      checkEmit(rule, example);
      if (!example.value.empty()) checkValue(rule, example);
    }
  }

 private:
  /// Each unknown word of a rule is told of once.
  void checkEmit(const Rule& rule, const Example& example) {
    const std::u16string text = text::fold(text::toUtf16(example.text));
    const language::Reading reading = m_pack.read(text, {0, static_cast<std::int32_t>(text.size())});
    for (const Mark& mark : reading.marks) {
      if (mark.rule != &rule) continue;
      for (const std::string& word : unheardOf(mark.fields))
        if (m_told.emplace(&rule, word).second)
          m_problems.push_back(
              {rule.origin,
               fmt::format("rule `{}` emits `{}`, which means nothing of a time", rule.name, word)});
    }
  }

  void checkValue(const Rule& rule, const Example& example) {
    const auto wanted = time::Edtf::parse(example.value);
    const auto written = time::Edtf::parse(example.written.empty() ? "unknown" : example.written);
    if (!wanted || !written) {
      m_problems.push_back({example.origin, (wanted ? written : wanted).error().message});
      return;
    }
    std::optional<std::string> found;
    for (const ReportedTime& time : timesOfText(example.text, m_knowledge, *written))
      if (time.text.find(example.match) != std::string::npos ||
          example.match.find(time.text) != std::string::npos)
        found = time.edtf;
    if (found != example.value)
      m_problems.push_back(
          {example.origin, fmt::format("the example \"{}\" of rule `{}` comes to {}, not to {}",
                                       example.match, rule.name, found.value_or("no date"), example.value)});
  }

  const language::Knowledge& m_knowledge;
  const language::Pack& m_pack;
  std::vector<Problem>& m_problems;
  std::set<std::pair<const Rule*, std::string>> m_told;
};

} // namespace

std::vector<Problem> checkTimes(const language::Knowledge& knowledge) {
  std::vector<Problem> problems;
  for (const auto& pack : knowledge.packs()) {
    TimeRuleChecker checker(knowledge, *pack, problems);
    for (const Rule& rule : pack->rules())
      if (rule.cls == timeClass) checker.check(rule);
  }
  std::sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.origin.file, a.origin.line, a.message) <
           std::tie(b.origin.file, b.origin.line, b.message);
  });
  return problems;
}

} // namespace demarche::extract
