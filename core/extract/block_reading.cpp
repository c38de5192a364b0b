// SPDX-License-Identifier: Apache-2.0
#include "core/extract/block_reading.h"

#include "core/text/fold.h"
#include "core/text/sentence.h"

namespace demarche::extract {

namespace {

/// Adds what was seen in the next sentence: token and mark indices go on from those of the sentences before.
void append(language::Reading& block, language::Reading&& sentence) {
  const auto tokens = static_cast<std::int32_t>(block.tokens.size());
  const auto marks = static_cast<std::int32_t>(block.marks.size());
  const auto moved = [tokens](language::TokenRange range) {
    return language::TokenRange{range.begin + tokens, range.end + tokens};
  };
  for (language::Hit& hit : sentence.hits) {
    hit.tokens = moved(hit.tokens);
    block.hits.push_back(hit);
  }
  for (language::Mark& mark : sentence.marks) {
    mark.tokens = moved(mark.tokens);
    for (language::Slot& slot : mark.slots) {
      slot.tokens = moved(slot.tokens);
      if (slot.mark >= 0) slot.mark += marks;
    }
    block.marks.push_back(std::move(mark));
  }
  block.tokens.insert(block.tokens.end(), sentence.tokens.begin(), sentence.tokens.end());
}

} // namespace

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
    for (const text::Span sentence : reading.sentences)
      append(reading.reading, pack.read(folded, sentence));
  }
  return readings;
}

} // namespace demarche::extract
