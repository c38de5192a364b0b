// SPDX-License-Identifier: Apache-2.0
#pragma once

// A language pack as its files give it: checked for its form, not yet for its sense.

#include "core/language/knowledge.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace demarche::language {

struct SourceField {
  std::string name;
  std::variant<std::int64_t, std::string> value;
  bool operator==(const SourceField&) const = default;
};

struct LexiconEntry {
  std::vector<std::string> forms;
  std::vector<SourceField> fields;
  Origin origin;
};

struct LexiconClass {
  std::string name;
  std::vector<LexiconEntry> entries;
  Origin origin;
};

/// A pattern as written; empty when the rule has none of this sort.
struct PatternSource {
  std::string text;
  Origin origin;
};

struct RuleSource {
  Rule rule;
  std::int64_t stage = 0;
  PatternSource pattern;
  std::vector<SourceField> emit; ///< texts that begin with `$` name a slot
  PatternSource unlessBefore;
  PatternSource unlessAfter;
  PatternSource onlyBefore;
  PatternSource onlyAfter;
};

/// How a language is written: decides which numerals are composed.
enum class Script : std::uint8_t { words, characters };

struct PackSource {
  std::string language;
  Script script = Script::words;
  Grammar grammar;
  std::vector<std::string> abbreviations;
  std::vector<LexiconClass> classes;
  std::vector<RuleSource> rules; ///< in the order in which they decide: folder, file name, line
};

} // namespace demarche::language
