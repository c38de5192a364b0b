// SPDX-License-Identifier: Apache-2.0
#include "core/language/scope.h"

#include "core/language/pattern.h"
#include "core/language/symbols.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

namespace demarche::language {
namespace {

/// Numbers are composed of these, whether or not a rule names them.
constexpr std::array<std::string_view, 2> numberWords{"cardinal", "ordinal-word"};

class Follower {
 public:
  explicit Follower(const PackSource& source) : m_source(source) {}

  void need(std::string_view cls) {
    if (!m_classes.emplace(cls).second) return;
    for (const RuleSource& rule : m_source.rules)
      if (rule.rule.cls == cls) needStage(rule.stage);
  }

  [[nodiscard]] bool needs(std::string_view cls) const { return m_classes.contains(cls); }
  [[nodiscard]] bool needs(std::int64_t stage) const { return m_stages.contains(stage); }

 private:
  void needStage(std::int64_t stage) {
    if (!m_stages.insert(stage).second) return;
    for (const RuleSource& rule : m_source.rules) {
      if (rule.stage != stage) continue;
      needPattern(rule.pattern, PatternUse::match);
      for (const PatternSource* context :
           {&rule.unlessBefore, &rule.unlessAfter, &rule.onlyBefore, &rule.onlyAfter})
        needPattern(*context, PatternUse::context);
    }
  }

  /// What is wrong with a pattern is told when it is compiled.
  void needPattern(const PatternSource& pattern, PatternUse use) {
    if (pattern.text.empty()) return;
    if (const auto parsed = parsePattern(pattern.text, use)) needNode(*parsed);
  }

  void needNode(const PatternNode& node) {
    if (node.kind == PatternNode::Kind::cls) need(text::toUtf8(node.text));
    for (const PatternNode& child : node.children)
      needNode(child);
  }

  const PackSource& m_source;
  std::set<std::string, std::less<>> m_classes;
  std::set<std::int64_t> m_stages;
};

} // namespace

ScopedPack scoped(PackSource source, const Scope& scope) {
  Follower follower(source);
  for (const std::string_view cls : scope.marks)
    follower.need(cls);
  for (const std::string_view cls : scope.forms)
    follower.need(cls);
  for (const std::string_view cls : numberWords)
    follower.need(cls);

  ScopedPack pack;
  pack.needsNames = std::any_of(nameClasses.begin(), nameClasses.end(),
                                [&](std::string_view cls) { return follower.needs(cls); });
  std::erase_if(source.rules, [&](const RuleSource& rule) { return !follower.needs(rule.stage); });
  std::erase_if(source.classes, [&](const LexiconClass& cls) { return !follower.needs(cls.name); });
  pack.source = std::move(source);
  return pack;
}

} // namespace demarche::language
