// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is said about a finished event: its title, level, topics and PLOVER code.

#include "core/extract/sentence_view.h"
#include "core/language/gazetteer.h"
#include "core/model/event.h"

#include <optional>
#include <string>
#include <vector>

namespace demarche::extract {

/// In English, from the fields alone: "Wang Yi meets Jake Sullivan, Vienna".
[[nodiscard]] std::string titleOf(const model::Event& event);

/// The highest level of office that a participant held in `when`.
[[nodiscard]] model::Level levelOf(const model::Event& event, const language::Gazetteer& gazetteer,
                                   const std::optional<time::DayRange>& when);

/// Values of the lexicon class `topic` that stand in the sentence, without repetition.
[[nodiscard]] std::vector<std::string> topicsOf(const SentenceView& view);

/// Event type and mode of the PLOVER ontology (Open Event Data Alliance, 2018): `CONSULT/visit`.
[[nodiscard]] std::string ploverOf(model::EventKind kind, model::EventStatus status);

} // namespace demarche::extract
