// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/class_name.h"
#include "core/text/span.h"
#include "core/text/token.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace demarche::language {

/// A half-open range of token indices of one Reading.
struct TokenRange {
  std::int32_t begin = 0;
  std::int32_t end = 0;
  [[nodiscard]] constexpr bool overlaps(TokenRange o) const { return begin < o.end && o.begin < end; }
  constexpr auto operator<=>(const TokenRange&) const = default;
};

using Value = std::variant<std::int64_t, std::string_view>;

/// A name and what it says; names and texts live as long as the Knowledge they come from.
struct Field {
  std::string_view name;
  Value value;
};

/// The values of a lexicon entry or of a rule's output.
class Fields {
 public:
  void set(std::string_view name, Value value);
  void reserve(std::size_t count) { m_fields.reserve(count); }
  /// Null when there is no such field.
  [[nodiscard]] const Value* find(std::string_view name) const {
    return (m_names & groupOf(name)) != 0 ? search(name) : nullptr; // most are asked for in vain
  }
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view name) const;
  /// Empty when there is no such field or it is a number.
  [[nodiscard]] std::string_view text(std::string_view name) const;
  [[nodiscard]] const std::vector<Field>& all() const { return m_fields; }

 private:
  /// One bit of 64 for each name.
  [[nodiscard]] static constexpr std::uint64_t groupOf(std::string_view name) {
    if (name.empty()) return 0;
    const auto unit = [](char letter) { return static_cast<unsigned>(static_cast<unsigned char>(letter)); };
    return std::uint64_t{1} << ((unit(name.front()) * 5 + unit(name.back()) + name.size() * 11) % 64);
  }
  [[nodiscard]] const Value* search(std::string_view name) const;

  std::vector<Field> m_fields; ///< a handful: a linear search is the fastest
  std::uint64_t m_names = 0;   ///< groups of their names
};

/// Where a piece of language knowledge stands: `en/rules/meeting.toml:42`.
struct Origin {
  std::string file; ///< relative to the folder of packs
  int line = 0;
  [[nodiscard]] std::string str() const { return file + ":" + std::to_string(line); }
};

/// One meaning of a form of the lexicon or of a name of the gazetteer.
struct Entry {
  ClassName cls; ///< lexicon class: `month`, `meet`, `person`, `office`, `place` …
  Fields fields; ///< `value` and the features; for names of the gazetteer `value` is the NameId
  Origin origin;
};

/// A form of the lexicon found in the text. Several may begin at one token; all are kept.
struct Hit {
  TokenRange tokens;
  text::Span span;
  const Entry* entry = nullptr;
};

struct Rule;

/// A slot of a rule's pattern as it was filled.
struct Slot {
  std::string_view name;
  TokenRange tokens;
  text::Span span;
  const Entry* entry = nullptr;       ///< filled by a form of the lexicon
  std::int32_t mark = -1;             ///< filled by a mark of an earlier stage: index into Reading::marks
  std::optional<std::int64_t> number; ///< filled by a number
};

/// A stretch that a rule recognised.
struct Mark {
  ClassName cls; ///< what the rule's file emits: `time`, `event` …
  TokenRange tokens;
  text::Span span;
  Fields fields; ///< the rule's `emit`, with `$slot` replaced by the slot's value
  std::vector<Slot> slots;
  const Rule* rule = nullptr;
  [[nodiscard]] const Slot* slot(std::string_view name) const;
};

/// What a pack sees in a stretch of text. Positions are those of the whole text.
struct Reading {
  std::vector<text::Token> tokens;
  std::vector<Hit> hits;       ///< ascending by begin, longer first
  std::vector<Mark> marks;     ///< by stage, within a stage ascending and without overlap
  std::int32_t longestHit = 0; ///< in tokens

  /// Forgets everything but its memory.
  void clear();
  /// The hits that begin within the stretch, at the token, or so near before the token that they may end
  /// there. O(log n).
  [[nodiscard]] std::span<const Hit> hitsIn(text::Span stretch) const;
  [[nodiscard]] std::span<const Hit> hitsAt(std::int32_t token) const;
  [[nodiscard]] std::span<const Hit> hitsBefore(std::int32_t token) const;
  /// A form of the class lies within the stretch.
  [[nodiscard]] bool hasHit(text::Span stretch, ClassName cls) const;
};

} // namespace demarche::language
