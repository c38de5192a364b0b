// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is said about a finished event: its level, topics and PLOVER code.

#include "core/extract/events/sentence_view.h"
#include "core/language/gazetteer.h"
#include "core/language/plover.h"
#include "core/model/event.h"

#include <string>
#include <vector>

namespace demarche::extract {

/// The highest level of the offices that the people who take part held then; an office alone counts, too.
[[nodiscard]] model::Level levelOf(const model::Event& event, const language::Gazetteer& gazetteer);

/// Values of the lexicon class `topic` that stand in the sentence, without repetition.
[[nodiscard]] std::vector<std::string> topicsOf(const SentenceView& view);

/// Event type and mode of the PLOVER ontology, from the event's kind, status and place and the trigger's own
/// words: `CONSULT/visit`.
[[nodiscard]] std::string ploverOf(const model::Event& event, const SentenceView& view,
                                   const Trigger& trigger, const language::PloverTable& table);

} // namespace demarche::extract
