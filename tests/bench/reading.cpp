// SPDX-License-Identifier: Apache-2.0

// From bytes to events, the work that an archive of a million articles is made of, and what each start pays.

#include "core/extract/extract.h"
#include "core/ingest/ingest.h"
#include "core/text/unicode.h"
#include "tests/bench/sample_articles.h"
#include "tests/bench/sample_knowledge.h"

#include <benchmark/benchmark.h>

namespace {

using namespace demarche;

void loadPacks(benchmark::State& state) {
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(bench::loadKnowledge());
}

void readHtml(benchmark::State& state) {
  std::string page = "<html><head><title>Page</title></head><body><nav><a href='/'>Home</a></nav><article>";
  for (const model::Document& document : bench::sampleArticles())
    for (const model::Block& block : document.blocks)
      page += "<p class=\"text\">" + text::toUtf8(text::slice(document.text, block.span)) + "</p>\n";
  page += "</article><footer>Contact</footer></body></html>";
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(ingest::readBytes(page, "page.html"));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(page.size()));
}

void extractArticles(benchmark::State& state, bool chinese) {
  const language::Knowledge& knowledge = bench::sampleKnowledge();
  const std::vector<const model::Document*> documents = bench::sampleArticles(chinese);
  for ([[maybe_unused]] auto run : state)
    for (const model::Document* document : documents)
      benchmark::DoNotOptimize(extract::extract(*document, knowledge));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bench::utf8Bytes(documents)));
}

BENCHMARK(loadPacks)->Name("packs_load_ms")->Unit(benchmark::kMillisecond);
BENCHMARK(readHtml)->Name("ingest_html_mb_per_s");
BENCHMARK_CAPTURE(extractArticles, en, false)->Name("extract_en_mb_per_s");
BENCHMARK_CAPTURE(extractArticles, zh, true)->Name("extract_zh_mb_per_s");

} // namespace
