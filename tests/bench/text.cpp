// SPDX-License-Identifier: Apache-2.0

// What is done to every character of every article.

#include "core/text/fold.h"
#include "core/text/sentence.h"
#include "core/text/token.h"
#include "core/text/unicode.h"
#include "core/time/edtf.h"
#include "tests/bench/sample_articles.h"

#include <benchmark/benchmark.h>

namespace {

using namespace demarche;

void countBytes(benchmark::State& state, std::u16string_view text) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text::toUtf8(text).size()));
}

void foldText(benchmark::State& state) {
  const std::u16string text = bench::sampleText(true);
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(text::fold(text));
  countBytes(state, text);
}

void tokenizeText(benchmark::State& state, bool chinese) {
  const std::u16string text = text::fold(bench::sampleText(chinese));
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(text::tokenize(text));
  countBytes(state, text);
}

void splitSentences(benchmark::State& state) {
  const std::u16string text = text::fold(bench::sampleText(false));
  const text::Span whole{0, static_cast<std::int32_t>(text.size())};
  const text::Abbreviations abbreviations{u"mr", u"u.s", u"sept"};
  for ([[maybe_unused]] auto run : state)
    benchmark::DoNotOptimize(text::sentences(text, whole, abbreviations));
  countBytes(state, text);
}

void parseDates(benchmark::State& state) {
  for ([[maybe_unused]] auto run : state)
    for (const char* date :
         {"2023-05-10", "2023-02~", "2018-23", "2023-05-10/2023-05-11", "../2023-05", "199X"})
      benchmark::DoNotOptimize(time::Edtf::parse(date));
  state.SetItemsProcessed(state.iterations() * 6);
}

BENCHMARK(foldText)->Name("fold_zh_mb_per_s");
BENCHMARK_CAPTURE(tokenizeText, en, false)->Name("tokenize_en_mb_per_s");
BENCHMARK_CAPTURE(tokenizeText, zh, true)->Name("tokenize_zh_mb_per_s");
BENCHMARK(splitSentences)->Name("sentences_en_mb_per_s");
BENCHMARK(parseDates)->Name("edtf_parse_per_s");

} // namespace
