// SPDX-License-Identifier: Apache-2.0
#pragma once

// A query cut into words, phrases, fields and operators.

#include "core/base/result.h"
#include "core/library/search/query.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

enum class QueryField : unsigned char { person, place, kind, status, topic, before, after };

struct QueryToken {
  enum class Kind : unsigned char {
    word,
    phrase,
    field,
    open,
    close,
    conjunction,
    disjunction,
    negation,
    end
  };
  Kind kind = Kind::end;
  std::u16string text; ///< of a word or phrase, or a field's value, without quotes and star
  QueryField field = QueryField::person;
  bool hasStar = false;     ///< `negot*`
  bool atEnd = false;       ///< nothing follows, not even a space: while typing, it goes on
  std::string written;      ///< as it was typed, for messages
  std::size_t position = 0; ///< in characters, from 1
};

/// Always ends with a token of kind `end`.
[[nodiscard]] base::Result<std::vector<QueryToken>> tokensOf(std::string_view query, Typing typing);

/// Adds what a field asks for to a list of alternatives: `"kind:foo": no such kind; there are …`.
[[nodiscard]] base::Result<void> addField(EventConditions& alternatives, const QueryToken& field);

} // namespace demarche::library
