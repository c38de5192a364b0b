// SPDX-License-Identifier: Apache-2.0
#pragma once

// All forms of a pack's lexicon and all names of the gazetteer, found in one pass.

#include "core/language/reading.h"
#include "core/language/symbols.h"
#include "core/text/phrase_trie.h"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::language {

/// An entry together with its class's number; every entry of a Hit is one.
struct PackEntry : Entry {
  ClassId classId = 0;
};
[[nodiscard]] inline ClassId classOf(const Hit& hit) {
  return static_cast<const PackEntry*>(hit.entry)->classId;
}

class Lexicon {
 public:
  /// Takes `entry` under one more form; before `finish`. Returns how many tokens of a text the form covers at
  /// most; 0 when it holds none.
  std::int32_t add(std::u16string_view foldedForm, const PackEntry* entry, Vocabulary& vocabulary);
  /// No form is found before this.
  void finish();

  /// Every form of all lexicons in the tokens, ascending by begin, longer first; of the same length as
  /// the lexicons and their forms were given. Linear in the tokens (for forms of bounded length).
  static void find(std::initializer_list<const Lexicon*> lexicons, std::u16string_view folded,
                   std::span<const text::Token> tokens, std::span<const TokenId> ids, std::vector<Hit>& hits);

 private:
  struct Form {
    const PackEntry* entry;
    std::uint32_t spelling = 0; ///< offset in m_spellings when capitals matter
    std::uint32_t length = 0;   ///< 0: any case will do
  };
  struct Search;

  void walk(Search& search, text::PhraseTrie::Node node, std::size_t at) const;
  [[nodiscard]] bool isSpelled(const Form& form, const Search& search, std::size_t end) const;

  std::vector<Form> m_forms;
  std::u16string m_spellings;                  ///< tokens without the space between them
  std::vector<std::vector<TokenId>> m_phrases; ///< until `finish`
  text::PhraseTrie m_trie;
};

} // namespace demarche::language
