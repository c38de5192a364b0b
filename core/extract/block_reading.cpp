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
    readings.push_back({.block = &block,
                        .reading = pack.read(folded, block.span),
                        .sentences = text::sentences(folded, block.span, pack.abbreviations())});
  }
  return readings;
}

} // namespace demarche::extract
