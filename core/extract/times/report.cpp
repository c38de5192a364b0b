// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/report.h"

#include "core/extract/times/times.h"
#include "core/language/block_reading.h"
#include "core/text/unicode.h"

#include <algorithm>

namespace demarche::extract {

namespace {

model::Language languageOf(std::u16string_view line) {
  const auto end = static_cast<std::int32_t>(line.size());
  const auto mayBeHan = [](char16_t unit) { return unit >= 0x2E80; };
  std::int32_t at = text::findUnit(line, 0, end, mayBeHan);
  while (at < end && !text::isHan(line[static_cast<std::size_t>(at)]))
    at = text::findUnit(line, at + 1, end, mayBeHan);
  // Either script of Chinese is read by the same pack.
  return at < end ? model::Language::chineseSimplified : model::Language::english;
}

/// Every line that is not empty, without the white space around it.
std::vector<model::Block> linesOf(std::u16string_view text) {
  std::vector<model::Block> blocks;
  const auto size = static_cast<std::int32_t>(text.size());
  const auto isBreak = [](char16_t unit) { return (unit == u'\n') | (unit == u'\r'); };
  for (std::int32_t begin = 0, end = 0; begin < size; begin = end + 1) {
    end = text::findUnit(text, begin, size, isBreak);
    const std::u16string_view line = text::trimmed(text::slice(text, {begin, end}));
    if (!line.empty()) {
      const auto first = static_cast<std::int32_t>(line.data() - text.data());
      blocks.push_back({.span = {first, first + static_cast<std::int32_t>(line.size())},
                        .role = model::BlockRole::body,
                        .language = languageOf(line),
                        .section = 0});
    }
  }
  return blocks;
}

} // namespace

language::Scope scopeOfTimes() {
  return {.marks = {"time"},
          .forms = {"future-cue", "past-cue", "decision-cue", "report-cue", "no-cue", "ahead-title",
                    "recap-cue", "hypothesis-cue", "half-break", "scheduled-present"}};
}

std::vector<ReportedTime> timesOf(const model::Document& document, const language::Knowledge& knowledge,
                                  const std::vector<time::Edtf>& written) {
  const language::BlockReader reader(document, knowledge);
  TimeFinder finder(document);
  language::BlockReading reading;
  for (const model::Block& block : document.blocks) {
    reader.read(block, reading);
    finder.add(reading);
  }
  const text::CodePointIndex index(document.text);
  std::vector<ReportedTime> times;
  for (const Timex& timex : resolveTimes(finder.finish(), written))
    times.push_back({.begin = index.toCodePoints(timex.span.begin),
                     .end = index.toCodePoints(timex.span.end),
                     .text = text::toUtf8(text::slice(document.text, timex.span)),
                     .timex = timex.timex3.value(),
                     .edtf = timex.date.str(),
                     .why = timex.why});
  return times;
}

std::vector<ReportedTime> timesOfText(std::string_view utf8, const language::Knowledge& knowledge,
                                      const time::Edtf& written) {
  model::Document document;
  document.text = text::toUtf16(utf8);
  document.blocks = linesOf(document.text);
  return timesOf(document, knowledge, written);
}

} // namespace demarche::extract
