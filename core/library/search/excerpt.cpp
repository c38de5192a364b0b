// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/excerpt.h"

#include "core/library/search/words.h"
#include "core/text/sentence.h"

#include <algorithm>
#include <optional>

namespace demarche::library {
namespace {

using text::Span;

/// Of a long sentence so much is shown before the match.
constexpr std::int32_t leadIn = 60;

/// Where the word is as wanted, or its first Han character.
std::optional<Span> fit(const PlacedWord& word, const std::string& wanted, bool mayGoOn) {
  if (word.text == wanted) return word.span;
  if (word.form == Word::Form::pair && std::string_view(word.text).substr(0, word.firstLength) == wanted)
    return word.firstSpan;
  if (mayGoOn && word.form == Word::Form::word && word.text.starts_with(wanted)) return word.span;
  return std::nullopt;
}

std::optional<Span> phraseAt(const std::vector<PlacedWord>& words, std::size_t at, const Phrase& phrase) {
  if (words.size() - at < phrase.words.size()) return std::nullopt;
  Span span{words[at].span.begin, words[at].span.begin};
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    const bool isLast = i + 1 == phrase.words.size();
    const auto here = fit(words[at + i], phrase.words[i], phrase.isBeginning && isLast);
    if (!here) return std::nullopt;
    span.end = std::max(span.end, here->end);
  }
  return span;
}

std::vector<Span> merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> result;
  for (const Span span : spans) {
    if (!result.empty() && result.back().overlaps(span))
      result.back() = text::cover(result.back(), span);
    else
      result.push_back(span);
  }
  return result;
}

/// The longest stretch of whole words within `room`; the room itself where not one fits.
Span wholeWords(std::u16string_view block, Span room) {
  std::optional<Span> words;
  for (const PlacedWord& word : wordsOf(block))
    if (room.contains(word.span)) words = words ? text::cover(*words, word.span) : word.span;
  return words.value_or(room);
}

} // namespace

std::vector<Span> matchesIn(std::u16string_view text, const std::vector<Phrase>& phrases) {
  const std::vector<PlacedWord> words = wordsOf(text);
  std::vector<Span> spans;
  for (std::size_t at = 0; at < words.size(); ++at)
    for (const Phrase& phrase : phrases)
      if (const auto span = phraseAt(words, at, phrase)) spans.push_back(*span);
  return merged(std::move(spans));
}

Span snippetAround(std::u16string_view block, Span match) {
  const Span all{0, static_cast<std::int32_t>(block.size())};
  if (all.length() <= longestSnippet) return all;
  Span snippet = all;
  for (const Span sentence : text::sentences(block, all, {})) {
    if (sentence.end <= match.begin) continue;
    if (snippet == all)
      snippet = sentence;
    else if (sentence.end - snippet.begin <= longestSnippet)
      snippet.end = sentence.end;
    else
      break;
  }
  if (snippet.length() <= longestSnippet) return snippet;
  const std::int32_t begin = std::max(snippet.begin, match.begin - leadIn);
  return wholeWords(block, {begin, std::min(snippet.end, begin + longestSnippet)});
}

} // namespace demarche::library
