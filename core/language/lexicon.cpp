// SPDX-License-Identifier: Apache-2.0
#include "core/language/lexicon.h"

#include "core/text/unicode.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <utility>

namespace demarche::language {

std::int32_t Lexicon::add(std::u16string_view foldedForm, const PackEntry* entry, Vocabulary& vocabulary) {
  const std::vector<FormToken> tokens = formTokens(foldedForm);
  if (tokens.empty()) return 0;
  std::vector<TokenId> phrase;
  std::u16string spelling;
  bool afterHan = false;
  for (const FormToken& token : tokens) {
    // Chinese is written without spaces; where a form has one beside a Han character it means nothing.
    if (token.spaceBefore && !token.isHan && !afterHan) phrase.push_back(Vocabulary::gap);
    phrase.push_back(vocabulary.add(token.text));
    spelling += token.text;
    afterHan = token.isHan;
  }
  Form form{entry};
  if (std::any_of(spelling.begin(), spelling.end(), [](char16_t unit) { return toSmall(unit) != unit; })) {
    form.spelling = static_cast<std::uint32_t>(m_spellings.size());
    form.length = static_cast<std::uint32_t>(spelling.size());
    m_spellings += spelling;
  }
  m_forms.push_back(form);
  m_phrases.push_back(std::move(phrase));
  return static_cast<std::int32_t>(m_phrases.back().size()); // a hyphen may stand in each gap
}

void Lexicon::finish() {
  m_trie = text::PhraseTrie(m_phrases);
  m_phrases = {};
  // In the order in which the trie has them, so that those of a node lie together.
  std::vector<Form> sorted;
  sorted.reserve(m_forms.size());
  for (const text::PhraseTrie::PhraseId phrase : m_trie.phrases())
    sorted.push_back(m_forms[phrase]);
  m_forms = std::move(sorted);
}

struct Lexicon::Search {
  std::u16string_view folded;
  std::span<const text::Token> tokens;
  std::span<const TokenId> ids;
  std::vector<Hit>& hits;
  std::size_t begin = 0;
};

void Lexicon::find(std::initializer_list<const Lexicon*> lexicons, std::u16string_view folded,
                   std::span<const text::Token> tokens, std::span<const TokenId> ids,
                   std::vector<Hit>& hits) {
  Search search{folded, tokens, ids, hits};
  for (; search.begin < tokens.size(); ++search.begin) {
    const std::size_t before = hits.size();
    for (const Lexicon* lexicon : lexicons)
      if (const auto node = lexicon->m_trie.next(text::PhraseTrie::root, ids[search.begin]);
          node != text::PhraseTrie::none)
        lexicon->walk(search, node, search.begin + 1);
    // A handful at most: an insertion sort keeps the order of equals and needs no memory.
    for (std::size_t i = before + 1; i < hits.size(); ++i)
      for (std::size_t k = i; k > before && hits[k - 1].tokens.end < hits[k].tokens.end; --k)
        std::swap(hits[k - 1], hits[k]);
  }
}

/// `node` was reached by the tokens from `search.begin` up to `at`.
void Lexicon::walk(Search& search, text::PhraseTrie::Node node, std::size_t at) const {
  const text::PhraseTrie::Range ending = m_trie.range(node);
  for (std::uint32_t i = ending.first; i != ending.first + ending.count; ++i) {
    const Form& form = m_forms[i];
    if (form.length != 0 && !isSpelled(form, search, at)) continue;
    search.hits.push_back({{static_cast<std::int32_t>(search.begin), static_cast<std::int32_t>(at)},
                           {search.tokens[search.begin].span.begin, search.tokens[at - 1].span.end},
                           form.entry});
  }
  if (at == search.tokens.size()) return;
  const text::Token& token = search.tokens[at];
  if (const auto next = m_trie.next(node, search.ids[at]); next != text::PhraseTrie::none)
    walk(search, next, at + 1);
  const auto spaced = m_trie.nextFirst(node, Vocabulary::gap);
  if (spaced == text::PhraseTrie::none) return;
  // Where a form has a space, the text may have white space, a line break or a hyphen.
  const bool standsForSpace = token.kind == text::TokenKind::line ||
                              (token.kind == text::TokenKind::symbol &&
                               search.folded[static_cast<std::size_t>(token.span.begin)] == u'-');
  const std::size_t after = standsForSpace ? at + 1 : at;
  if (after == search.tokens.size() || !(standsForSpace || token.spaceBefore)) return;
  if (const auto next = m_trie.next(spaced, search.ids[after]); next != text::PhraseTrie::none)
    walk(search, next, after + 1);
}

/// Whether the text up to token `end` is spelled as the form is, or all in capitals.
bool Lexicon::isSpelled(const Form& form, const Search& search, std::size_t end) const {
  const std::u16string_view spelling = std::u16string_view(m_spellings).substr(form.spelling, form.length);
  const auto textOf = [&](std::size_t i) { return text::slice(search.folded, search.tokens[i].span); };
  // A hyphen or line break that stands for a space is not the form's.
  const auto isForms = [&](std::u16string_view token, std::size_t at) {
    return at < spelling.size() && toSmall(token[0]) == toSmall(spelling[at]);
  };
  std::size_t i = search.begin;
  for (std::size_t at = 0; i < end; ++i) {
    const std::u16string_view token = textOf(i);
    if (spelling.substr(at).starts_with(token))
      at += token.size();
    else if (isForms(token, at))
      break;
  }
  if (i == end) return true;
  std::size_t letters = 0;
  std::size_t at = 0;
  for (i = search.begin; i < end; ++i) {
    const std::u16string_view token = textOf(i);
    if (!isForms(token, at)) continue;
    at += token.size();
    for (const char16_t unit : token) {
      if (u_islower(unit)) return false;
      if (u_isalpha(unit)) ++letters;
    }
  }
  return letters > 1;
}

} // namespace demarche::language
