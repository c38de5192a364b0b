// SPDX-License-Identifier: Apache-2.0
#pragma once

// When an event of a sentence was.

#include "core/extract/events/sentence_view.h"
#include "core/time/edtf.h"

namespace demarche::extract {

/// The time expression that dates the trigger: in its own part of the sentence the nearest; else one that
/// stands before it and so covers what follows. Null when the sentence gives none.
[[nodiscard]] const Timex* whenOf(const SentenceView& view, const Trigger& trigger,
                                  const time::Edtf& written);

/// The expression says when something was: "since 2018" tells how long ago the last one was, "before the
/// summit in May" dates the summit, and "in the 2020s" says of no event when it was.
[[nodiscard]] bool canDate(const Timex& time);

} // namespace demarche::extract
