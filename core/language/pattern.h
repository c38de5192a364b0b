// SPDX-License-Identifier: Apache-2.0
#pragma once

// A rule's pattern as a tree. The language is written down in docs/rules-guide.md.

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::language {

/// `tense=past|present`: the field has one of these values.
struct FeatureTest {
  std::string field;
  std::vector<std::string> values;
  std::vector<std::int64_t> numbers; ///< those of the values that are whole numbers
  auto operator<=>(const FeatureTest&) const = default;
};

/// What `<…>` asks of a hit, mark or number beside its class.
struct Condition {
  std::vector<FeatureTest> features;
  std::optional<std::int64_t> least; ///< range of a number, both ends counted in
  std::optional<std::int64_t> most;
  std::int64_t digits = -1; ///< exactly so many digits or characters; 0: written in words; -1: any
  auto operator<=>(const Condition&) const = default;
  [[nodiscard]] bool empty() const { return *this == Condition{}; }
};

struct PatternNode {
  enum class Kind : std::uint8_t {
    literal,  ///< one token: `text`
    cls,      ///< `<text …>`
    sequence, ///< all children in order
    choice,   ///< one of the children
    repeat,   ///< the only child, `least` to `most` times
    glue      ///< no white space here
  };
  Kind kind = Kind::sequence;
  std::u16string text; ///< folded
  std::string slot;
  Condition condition;
  std::vector<PatternNode> children;
  int least = 1;
  int most = 1;
};

/// How often `*` and `+` repeat at most, and what `{m,n}` may ask for: keeps matching linear.
inline constexpr int longestRepeat = 8;
inline constexpr int longestCountedRepeat = 32;

/// Whether a pattern is a rule's own, or stands beside its match: only there `_` may be at an end.
enum class PatternUse : std::uint8_t { match, context };

/// Reads a pattern. The error is one sentence for the person who wrote it.
[[nodiscard]] base::Result<PatternNode> parsePattern(std::string_view pattern, PatternUse use);

/// The tokens of a form or literal, folded. A leading "'s" is one token, as it is behind a word.
struct FormToken {
  std::u16string_view text; ///< within what was parted
  bool spaceBefore = false; ///< of all but the first
  bool isHan = false;
};
[[nodiscard]] std::vector<FormToken> formTokens(std::u16string_view folded);

} // namespace demarche::language
