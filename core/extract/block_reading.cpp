// SPDX-License-Identifier: Apache-2.0
#include "core/extract/block_reading.h"

#include "core/text/fold.h"
#include "core/text/sentence.h"

namespace demarche::extract {

std::vector<BlockReading> readBlocks(const model::Document& document, const language::Knowledge& knowledge) {
  const std::u16string folded = text::fold(document.text);
  std::vector<BlockReading> readings;
  readings.reserve(document.blocks.size());
  for (const model::Block& block : document.blocks) {
    const language::Pack& pack = knowledge.pack(block.language);
    BlockReading& reading = readings.emplace_back();
    reading.block = &block;
    reading.sentences = text::sentences(folded, block.span, pack.abbreviations());
    // Each sentence by itself: no rule reaches over a full stop.
    reading.reading.tokens.reserve(static_cast<std::size_t>(block.span.length()) / 2);
    for (const text::Span sentence : reading.sentences)
      pack.read(folded, sentence, reading.reading);
  }
  return readings;
}

} // namespace demarche::extract
