// SPDX-License-Identifier: Apache-2.0

// Any bytes become a document whose blocks lie in its text and in order, or are refused with a reason.

#include "core/ingest/ingest.h"
#include "tests/fuzz/require.h"

#include <cstddef>
#include <cstdint>

using namespace demarche;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const base::Result<model::Document> document = ingest::readBytes(bytes, "fuzz");
  if (!document) {
    require(!document.error().message.empty(), "a refusal says why");
    return 0;
  }
  std::int32_t end = 0;
  for (const model::Block& block : document->blocks) {
    require(block.span.begin >= end && !block.span.empty(), "blocks are in order and not empty");
    end = block.span.end;
  }
  require(end <= static_cast<std::int32_t>(document->text.size()), "blocks lie in the text");
  require(document->digest.size() == 16, "a document has its digest");
  return 0;
}
