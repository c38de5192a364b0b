// SPDX-License-Identifier: Apache-2.0
#include "core/language/block_reading.h"

#include "core/text/fold.h"
#include "core/text/sentence.h"

#include <algorithm>
#include <iterator>

namespace demarche::language {

BlockReader::BlockReader(const model::Document& document, const Knowledge& knowledge)
    : m_knowledge(knowledge), m_folded(text::fold(document.text)) {}

namespace {

/// 甲昨抵京　乙设宴款待: where words stand without white space, a wide one parts the two lines of a headline.
std::vector<text::Span> partedBySpace(std::u16string_view text, const std::vector<text::Span>& sentences) {
  constexpr char16_t wide = u'\u3000';
  std::vector<text::Span> parts;
  for (const text::Span sentence : sentences) {
    std::int32_t begin = sentence.begin;
    for (std::int32_t at = begin; at < sentence.end; ++at) {
      if (text[std::size_t(at)] != wide) continue;
      if (at > begin) parts.push_back({begin, at});
      begin = at + 1;
    }
    if (begin < sentence.end) parts.push_back({begin, sentence.end});
  }
  return parts;
}

} // namespace

void BlockReader::read(const model::Block& block, BlockReading& reading) const {
  const Pack& pack = m_knowledge.pack(block.language);
  reading.block = &block;
  reading.language = pack.language();
  reading.grammar = pack.grammar();
  reading.reading.clear();
  reading.reading.tokens.reserve(static_cast<std::size_t>(block.span.length()) / 2);
  reading.sentences = text::sentences(m_folded, block.span, pack.abbreviations());
  if (block.role == model::BlockRole::title && reading.grammar.noSpaces)
    reading.sentences = partedBySpace(m_folded, reading.sentences);
  // Each sentence by itself: no rule reaches over a full stop.
  for (const text::Span sentence : reading.sentences)
    pack.read(m_folded, sentence, reading.reading);
}

namespace {

/// What was read, in as much memory as it takes; leaves the reading its own for the next block.
BlockReading taken(BlockReading& read) {
  const Reading& from = read.reading;
  BlockReading result{read.block, {}, std::move(read.sentences), read.language, read.grammar};
  result.reading.tokens = from.tokens;
  result.reading.hits = from.hits;
  result.reading.marks.assign(std::make_move_iterator(read.reading.marks.begin()),
                              std::make_move_iterator(read.reading.marks.end()));
  result.reading.longestHit = from.longestHit;
  return result;
}

} // namespace

std::vector<BlockReading> readBlocks(const model::Document& document, const Knowledge& knowledge) {
  const BlockReader reader(document, knowledge);
  std::vector<BlockReading> readings;
  readings.reserve(document.blocks.size());
  BlockReading reading;
  for (const model::Block& block : document.blocks) {
    reader.read(block, reading);
    readings.push_back(taken(reading));
  }
  return readings;
}

text::Span sentenceAt(const BlockReading& reading, std::int32_t at) {
  const auto after = std::partition_point(reading.sentences.begin(), reading.sentences.end(),
                                          [&](text::Span sentence) { return sentence.end <= at; });
  return after == reading.sentences.end() ? reading.block->span : *after;
}

} // namespace demarche::language
