// SPDX-License-Identifier: Apache-2.0
#pragma once

// When and where an event of a sentence was, and whether it happened.

#include "core/extract/sentence_view.h"
#include "core/language/gazetteer.h"
#include "core/model/event.h"

#include <optional>

namespace demarche::extract {

/// The time expression that dates the trigger: in its own part of the sentence the nearest; else one that
/// stands before it and so covers what follows. Null when the sentence gives none.
[[nodiscard]] const Timex* whenOf(const SentenceView& view, const Trigger& trigger,
                                  const time::Edtf& written);

/// Where it was: the place that the trigger's part of the sentence names with "in", "at", 在; for a visit the
/// place gone to. Null when none is told.
[[nodiscard]] const Mention* whereOf(const SentenceView& view, const Trigger& trigger);

/// Whether it happened, is to happen, or was called off; nothing when the words deny it, only suppose it, or
/// speak of a habit. `date` and `written` decide where the words leave it open.
[[nodiscard]] std::optional<model::EventStatus> statusOf(const SentenceView& view, const Trigger& trigger,
                                                         const time::Edtf& date, const time::Edtf& written);

/// The gazetteer's place as it is written down; a country for a country code.
[[nodiscard]] model::Place placeOf(const language::Gazetteer& gazetteer, language::PlaceId place);
[[nodiscard]] std::optional<model::Place> countryPlace(const language::Gazetteer& gazetteer,
                                                       std::string_view code);

} // namespace demarche::extract
