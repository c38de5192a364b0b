// SPDX-License-Identifier: Apache-2.0

// Writes the texts of bench_times as JSON lines, for programs of other languages that are measured on them.

#include "tests/bench/dated_texts.h"

#include "core/time/calendar.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

int main() {
  using namespace demarche;
  for (const bool chinese : {false, true})
    for (const bench::DatedText& text : bench::datedTexts(chinese)) {
      const auto days = text.written.bounds();
      const nlohmann::json line = {{"language", model::code(text.language)},
                                   {"written", days ? time::isoDay(days->last) : "2000-01-01"},
                                   {"text", text.utf8}};
      fmt::print("{}\n", line.dump());
    }
  return 0;
}
