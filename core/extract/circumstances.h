// SPDX-License-Identifier: Apache-2.0
#pragma once

// When and where an event of a sentence was, and whether it happened.

#include "core/extract/sentence_view.h"
#include "core/language/gazetteer.h"
#include "core/model/event.h"

#include <optional>
#include <vector>

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

/// A day and the place beside it.
struct Occasion {
  const Timex* when = nullptr;
  const Mention* where = nullptr;
};

/// "They met in Vienna on May 10-11, in Malta on September 16-17 and in Washington in October": the days and
/// places of several events that one trigger tells, in order. Empty unless there are two or more, each with a
/// place of its own beside its time, and no other trigger behind the first of them.
[[nodiscard]] std::vector<Occasion> occasionsOf(const SentenceView& view, const Trigger& trigger);

/// Those of several people met who were met on their own, and when and where that was, as far as it is told.
struct Share {
  std::vector<const Mention*> people;
  const Timex* when = nullptr;
  const Mention* where = nullptr;
};

/// "She saw Fang on the 22nd and Xi on the 23rd", "called on Gao in the capital and on Han in Shanghai", "met
/// Deng and Li in turn": who of `others` was met apart from the rest. Empty unless there are two or more, all
/// of one side.
[[nodiscard]] std::vector<Share> sharesOf(const SentenceView& view, const Trigger& trigger,
                                          const std::vector<const Mention*>& others);

/// The gazetteer's place as it is written down; a country for a country code.
[[nodiscard]] model::Place placeOf(const language::Gazetteer& gazetteer, language::PlaceId place);
[[nodiscard]] std::optional<model::Place> countryPlace(const language::Gazetteer& gazetteer,
                                                       std::string_view code);

} // namespace demarche::extract
