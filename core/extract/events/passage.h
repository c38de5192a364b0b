// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/extract/events/sentence_view.h"
#include "core/model/document.h"
#include "core/model/event.h"

namespace demarche::extract {

/// The words that tell the event: the sentence, or as much of an endless one as surrounds the trigger. `when`
/// is the time that dated it, if any.
[[nodiscard]] model::Passage passageOf(const model::Document& document, const SentenceView& view,
                                       const Trigger& trigger, const Timex* when, const model::Event& event);

} // namespace demarche::extract
