// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/dated_texts.h"

#include "core/extract/extract.h"
#include "core/text/unicode.h"
#include "tests/bench/sample_articles.h"
#include "tests/bench/sample_knowledge.h"

#include <algorithm>

namespace demarche::bench {
namespace {

model::Language languageOf(const model::Document& document) {
  const auto chinese =
      std::find_if(document.blocks.begin(), document.blocks.end(),
                   [](const model::Block& block) { return model::isChinese(block.language); });
  return chinese == document.blocks.end() ? model::Language::english : chinese->language;
}

} // namespace

std::vector<DatedText> datedTexts(bool chinese) {
  std::vector<DatedText> texts;
  for (const model::Document* document : sampleArticles(chinese))
    texts.push_back({.utf8 = text::toUtf8(document->text),
                     .written = extract::extract(*document, sampleKnowledge()).written.date,
                     .language = languageOf(*document)});
  return texts;
}

} // namespace demarche::bench
