// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a pattern can step over at each token of one text: the token itself, forms of the lexicon, numbers,
// marks of earlier stages. Several arcs may leave a token, of different lengths; all are kept.

#include "core/language/reading.h"
#include "core/language/symbols.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::language {

struct Arc {
  ClassId cls = 0;
  std::int32_t end = 0;   ///< token behind it
  std::int32_t next = -1; ///< the next arc of the same token; set by Lattice::add
  const Entry* entry = nullptr;
  std::int32_t mark = -1;
  std::int64_t number = 0; ///< of number and ordinal
  std::int32_t digits = 0; ///< so many digits or characters; 0 for numerals in words
};

/// Numbers in 64 groups, a bit for each: whether two sets share a number can often be denied at one look.
using Groups = std::uint64_t;

[[nodiscard]] inline Groups groupOf(std::uint32_t number) {
  return Groups{1} << (number % 64);
}

struct Lattice {
  std::vector<text::Token> tokens;
  std::vector<TokenId> ids;
  std::vector<Mark> marks;
  std::vector<std::int32_t> first; ///< by token: its newest arc, or -1
  std::vector<Groups> classes;     ///< by token: of its arcs
  std::vector<Arc> arcs;

  [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(tokens.size()); }

  /// Forgets all arcs and marks; `tokens` are there.
  void clear() {
    marks.clear();
    arcs.clear();
    first.assign(tokens.size(), -1);
    classes.assign(tokens.size(), 0);
    ids.resize(tokens.size());
  }

  void add(std::int32_t at, Arc arc) {
    classes[static_cast<std::size_t>(at)] |= groupOf(arc.cls);
    arc.next = first[static_cast<std::size_t>(at)];
    first[static_cast<std::size_t>(at)] = static_cast<std::int32_t>(arcs.size());
    arcs.push_back(arc);
  }
};

/// Whether a token by itself is what the letter asks for; never for a class.
[[nodiscard]] inline bool takesToken(const Letter& letter, const text::Token& token, TokenId id) {
  switch (letter.kind) {
  case Letter::Kind::token:
    return letter.id == id;
  case Letter::Kind::word:
    return token.kind == text::TokenKind::word;
  case Letter::Kind::capital:
    return token.kind == text::TokenKind::word && token.capital;
  case Letter::Kind::han:
    return token.kind == text::TokenKind::han;
  case Letter::Kind::any:
    return token.kind != text::TokenKind::line;
  case Letter::Kind::cls:
    break;
  }
  return false;
}

/// Of tokens, with and without a capital.
inline constexpr std::size_t tokenKinds = 10;

[[nodiscard]] inline std::size_t kindOf(const text::Token& token) {
  return static_cast<std::size_t>(token.kind) * 2 + (token.capital ? 1 : 0);
}

/// Whether a letter that is neither a token nor a class takes tokens of the kind.
[[nodiscard]] inline bool takesKind(const Letter& letter, std::size_t kind) {
  const text::Token token{{}, static_cast<text::TokenKind>(kind / 2), false, kind % 2 == 1};
  return takesToken(letter, token, Vocabulary::unknown);
}

/// Some letters, of which it is asked at one look whether any may be taken at a token: where not, as at most
/// tokens, nobody need try them.
class Letters {
 public:
  void add(const Letter& letter) {
    if (letter.kind == Letter::Kind::token) {
      m_tokens |= groupOf(letter.id);
    } else if (letter.kind == Letter::Kind::cls) {
      m_classes |= groupOf(letter.id);
    } else {
      for (std::size_t kind = 0; kind < tokenKinds; ++kind)
        if (takesKind(letter, kind)) m_kinds |= 1U << kind;
    }
  }

  [[nodiscard]] bool mayTakeToken(TokenId id) const { return (m_tokens & groupOf(id)) != 0; }
  [[nodiscard]] bool mayTakeClass(Groups classes) const { return (m_classes & classes) != 0; }
  [[nodiscard]] bool mayTake(const Lattice& lattice, std::int32_t at) const {
    const auto token = static_cast<std::size_t>(at);
    return mayTakeToken(lattice.ids[token]) || mayTakeClass(lattice.classes[token]) ||
           (m_kinds >> kindOf(lattice.tokens[token]) & 1U) != 0;
  }

 private:
  Groups m_tokens = 0;
  Groups m_classes = 0;
  std::uint32_t m_kinds = 0; ///< of tokens, a bit for each
};

/// Whether an arc passes the condition.
[[nodiscard]] inline bool holds(const Condition& condition, const Arc& arc, const std::vector<Mark>& marks) {
  if (arc.entry != nullptr) return holds(condition, arc.entry->fields);
  if (arc.mark >= 0) return holds(condition, marks[static_cast<std::size_t>(arc.mark)].fields);
  return condition.features.empty() && (!condition.least || *condition.least <= arc.number) &&
         (!condition.most || arc.number <= *condition.most) &&
         (condition.digits < 0 || condition.digits == arc.digits);
}

} // namespace demarche::language
