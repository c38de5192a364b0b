// SPDX-License-Identifier: Apache-2.0
#pragma once

// Matching compares numbers, not texts: every token, class and condition that a pack knows gets one.

#include "core/language/pattern.h"
#include "core/language/reading.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::language {

using TokenId = std::uint32_t;
using ClassId = std::uint16_t;

/// Small letter for capital, one unit to one.
[[nodiscard]] char16_t toSmall(char16_t unit);

/// The tokens that any form or pattern of a pack names, in any case of letters.
class Vocabulary {
 public:
  static constexpr TokenId unknown = 0;
  static constexpr TokenId gap = 1; ///< white space that a form asks for

  Vocabulary();
  TokenId add(std::u16string_view token);
  /// `unknown` for a token that nothing names. O(length), no allocation.
  [[nodiscard]] TokenId find(std::u16string_view token) const;
  [[nodiscard]] std::size_t size() const { return m_texts.size(); }

 private:
  struct Bucket {
    std::uint32_t hash = 0; ///< tells most other tokens apart without a look at their text
    TokenId id = unknown;
  };
  [[nodiscard]] std::size_t bucketOf(std::u16string_view token, std::uint32_t hash) const;
  void grow();

  std::vector<std::u16string> m_texts; ///< by id, in small letters
  std::vector<TokenId> m_single;       ///< by unit: most tokens of Chinese are one
  std::vector<Bucket> m_buckets;       ///< open addressing, a power of two
};

/// What one step of a pattern takes.
struct Letter {
  enum class Kind : std::uint8_t { token, word, capital, han, any, cls };
  Kind kind = Kind::token;
  std::uint32_t id = 0;        ///< TokenId or ClassId
  std::uint32_t condition = 0; ///< index of a Condition; 0 is none
  auto operator<=>(const Letter&) const = default;
};

/// Classes whose forms are the names of the gazetteer, in the order of their spellings below.
enum class NameClass : std::uint8_t { person, family, mangled, office, place, body };
inline constexpr std::array<std::string_view, 6> nameClasses{"person", "family", "mangled",
                                                             "office", "place",  "body"};

/// All symbols of one pack.
class Symbols {
 public:
  static constexpr ClassId number = 1;
  static constexpr ClassId ordinal = 2;
  [[nodiscard]] static constexpr ClassId idOf(NameClass cls) {
    return static_cast<ClassId>(ordinal + 1 + static_cast<ClassId>(cls));
  }

  Symbols();
  Vocabulary vocabulary;

  ClassId addClass(std::string_view name);
  /// 0 when nothing has that name.
  [[nodiscard]] ClassId findClass(std::string_view name) const;
  [[nodiscard]] std::size_t classCount() const { return m_classNames.size() + 1; }

  std::uint32_t addCondition(const Condition& condition);
  [[nodiscard]] const Condition& condition(std::uint32_t id) const { return m_conditions[id]; }

 private:
  std::map<std::string, ClassId, std::less<>> m_classNames;
  std::map<Condition, std::uint32_t> m_conditionIds;
  std::vector<Condition> m_conditions;
};

/// Whether the fields pass every feature test of the condition.
[[nodiscard]] bool holds(const Condition& condition, const Fields& fields);

} // namespace demarche::language
