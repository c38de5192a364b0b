// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/passage.h"

#include "core/text/unicode.h"

#include <algorithm>

namespace demarche::extract {

model::Passage passageOf(const model::Document& document, const SentenceView& view, const Trigger& trigger,
                         const Timex* when, const model::Event& event) {
  model::Passage passage;
  passage.article = document.source;
  passage.span = view.span;
  if (passage.span.length() > model::longestPassage) {
    // An endless sentence: as much of it as surrounds the words.
    constexpr std::int32_t half = model::longestPassage / 2 - 20;
    passage.span = {std::max(view.span.begin, trigger.span.begin - half),
                    std::min(view.span.end, trigger.span.begin + half)};
  }
  passage.text = text::slice(document.text, passage.span);
  passage.kind = event.kind;
  passage.status = event.status;
  passage.date = event.date;
  if (when != nullptr) {
    passage.dateText = text::slice(document.text, when->span);
    passage.dateWhy = when->why;
  } else {
    passage.dateWhy = "The sentence names no day.";
  }
  passage.rule = trigger.mark->rule->origin.str();
  if (when != nullptr && when->rule != nullptr) passage.rule.append(1, ' ').append(when->rule->origin.str());
  return passage;
}

} // namespace demarche::extract
