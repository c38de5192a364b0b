// SPDX-License-Identifier: Apache-2.0

// Any text is read to its end, in the same way each time, and every passage stands where it says it stands.

#include "core/extract/extract.h"
#include "core/base/resources.h"
#include "core/ingest/ingest.h"
#include "core/language/knowledge.h"
#include "core/text/unicode.h"
#include "tests/fuzz/require.h"

#include <cstddef>
#include <cstdint>

using namespace demarche;
using fuzz::require;

namespace {

const language::Knowledge& knowledge() {
  static const auto loaded = language::Knowledge::load({base::installedResources()});
  require(loaded.has_value(), "the installed knowledge loads");
  return **loaded;
}

void checkPassage(const model::Passage& passage, const model::Document& document) {
  require(passage.article == document.source, "a passage names its article");
  require(text::slice(document.text, passage.span) == passage.text, "a passage quotes its span");
  require(!passage.text.empty() && passage.span.length() <= model::longestPassage,
          "a passage has a sane length");
  require(!passage.rule.empty(), "a passage names the rule that made it");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const base::Result<model::Document> document = ingest::readText(bytes, "fuzz");
  if (!document) return 0;
  const model::Extraction once = extract::extract(*document, knowledge());
  const model::Extraction twice = extract::extract(*document, knowledge());
  require(once.events.size() == twice.events.size() && once.written.date == twice.written.date,
          "the same text gives the same extraction");
  for (const model::Event& event : once.events) {
    require(!event.id.empty() && !event.title.empty(), "an event has an id and a title");
    require(event.confidence >= 0 && event.confidence <= 1, "confidence lies between 0 and 1");
    require(!event.passages.empty(), "an event has a passage");
    for (const model::Passage& passage : event.passages)
      checkPassage(passage, *document);
  }
  return 0;
}
