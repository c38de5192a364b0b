// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/knowledge.h"
#include "core/language/reading.h"
#include "core/model/document.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::language {

/// What a language pack sees in one block of an article. Everything that is extracted is read from these;
/// the text is folded, tokenised and matched once.
struct BlockReading {
  const model::Block* block = nullptr; ///< in the document that was read, which must outlive this
  Reading reading; ///< sentence by sentence: marks of one sentence stand before those of the next
  std::vector<text::Span> sentences;
  std::string_view language; ///< of the pack that read it: `en`, `zh`; lives as long as the Knowledge
  Grammar grammar;           ///< of that language
};

/// Reads single blocks of a document.
class BlockReader {
 public:
  /// Both must outlive this.
  BlockReader(const model::Document& document, const Knowledge& knowledge);
  /// Reads the block with the pack of its language into `reading`, of which only the memory is kept.
  void read(const model::Block& block, BlockReading& reading) const;

 private:
  const Knowledge& m_knowledge;
  std::u16string m_folded;
};

/// Reads every block of the document, in order, with the pack of the block's language. Blocks that are not
/// read for events are read too: datelines, bylines and furniture tell when a text was written. O(n).
[[nodiscard]] std::vector<BlockReading> readBlocks(const model::Document& document,
                                                   const Knowledge& knowledge);

/// The sentence that holds the character at `at`; the whole block when none does. O(log n).
[[nodiscard]] text::Span sentenceAt(const BlockReading& reading, std::int32_t at);

} // namespace demarche::language
