// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/library/search/conditions.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

// What people type to search, understood. The language stands in docs/user-guide.md.

/// Words that stand next to each other in one block, as the index knows them (words.h).
struct Phrase {
  std::vector<std::string> words;
  bool isBeginning = false; ///< the last word may go on
  bool operator==(const Phrase&) const = default;
};

/// What a block says. `none` stands among the parts of `all` only, and has one part.
struct Expression {
  enum class Operation : unsigned char { phrase, all, any, none };
  Operation operation = Operation::phrase;
  Phrase phrase;
  std::vector<Expression> parts;
  bool operator==(const Expression&) const = default;
};

struct Query {
  std::optional<Expression> words; ///< absent: any text
  EventConditions conditions;

  [[nodiscard]] bool empty() const { return !words && conditions.empty(); }
  bool operator==(const Query&) const = default;
};

/// Whether the text is still being typed: then its last word may go on, and what is open at its end (a
/// quotation mark, a parenthesis, an operator, a field) is no mistake.
enum class Typing : unsigned char { finished, goesOn };

inline constexpr std::size_t mostQueryWords = 100;
inline constexpr int deepestParentheses = 8; ///< FTS5's own parser knows an end, too

/// Any bytes are understood, or told with what is wrong, where (counted in characters, from 1) and what to
/// do. A text without words is the empty query.
[[nodiscard]] base::Result<Query> parseQuery(std::string_view text, Typing typing = Typing::finished);

/// The same for FTS5. Only words of the index are in it, each in quotes: nothing that was typed gets there as
/// it is.
[[nodiscard]] std::string matchOf(const Expression& expression);

/// The phrases that make a block fit, without those that must not be there.
[[nodiscard]] std::vector<Phrase> phrasesOf(const Expression& expression);

} // namespace demarche::library
