// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether an event of a sentence happened.

#include "core/extract/events/sentence_view.h"
#include "core/model/event.h"

#include <optional>

namespace demarche::extract {

/// Whether it happened, is to happen, or was called off; nothing when the words deny it, only suppose it, or
/// speak of a habit. `date` and `written` decide where the words leave it open.
[[nodiscard]] std::optional<model::EventStatus> statusOf(const SentenceView& view, const Trigger& trigger,
                                                         const time::Edtf& date, const time::Edtf& written);

/// The words, or a word before them, look ahead: 将, "is to", "plans to".
[[nodiscard]] bool plannedByWords(const SentenceView& view, const Trigger& trigger);

/// "did not travel to China until October 2005": that is when he did. Null where it is not told so.
[[nodiscard]] const Timex* deniedUntil(const SentenceView& view, const Trigger& trigger);

} // namespace demarche::extract
