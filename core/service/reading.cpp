// SPDX-License-Identifier: Apache-2.0
#include "core/service/reading.h"

#include "core/coreference/join.h"
#include "core/exchange/json.h"
#include "core/extract/extract.h"
#include "core/ingest/ingest.h"

namespace demarche::service {
namespace {

base::Result<ReadArticle> extracted(base::Result<model::Document> document,
                                    const language::Knowledge& knowledge,
                                    const std::optional<time::Edtf>& written, extract::Doubted doubted) {
  if (!document) return tl::make_unexpected(document.error());
  model::Extraction extraction = extract::extract(*document, knowledge, written, doubted);
  // What an article tells twice (headline, lede, the second language of the page) is one event already here.
  extraction.events = coreference::joined(extraction.events);
  return ReadArticle{std::move(*document), std::move(extraction)};
}

} // namespace

base::Result<ReadArticle> readArticle(const std::filesystem::path& file, const language::Knowledge& knowledge,
                                      const std::optional<time::Edtf>& written, extract::Doubted doubted) {
  return extracted(ingest::readFile(file), knowledge, written, doubted);
}

base::Result<ReadArticle> readArticle(const exchange::Record& record, const language::Knowledge& knowledge,
                                      const std::optional<time::Edtf>& written, extract::Doubted doubted) {
  return extracted(record.text.empty() ? ingest::readHtml(record.html, record.source, record.published)
                                       : ingest::readText(record.text, record.source, record.published),
                   knowledge, written, doubted);
}

std::string jsonLine(const ReadArticle& article) {
  return exchange::jsonLine(library::summaryOf(article.document, article.extraction.written),
                            article.extraction.events, text::CodePointIndex(article.document.text),
                            article.extraction.doubted);
}

} // namespace demarche::service
