// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fills a trigger's frame: who of which side takes part, where, and whether it concerns the two countries.
// What the words leave out is taken from what was told before.

#include "core/extract/events/parties.h"
#include "core/extract/events/sentence_view.h"
#include "core/extract/events/setting.h"
#include "core/extract/events/signs.h"
#include "core/language/gazetteer.h"
#include "core/time/edtf.h"

#include <vector>

namespace demarche::extract {

/// What the frames may lean on beyond the sentence.
struct FrameContext {
  const language::Gazetteer& gazetteer;
  const std::vector<language::PersonId>& cast; ///< whom the article names in full
  const Discourse& discourse;
  const Setting& setting;
  const time::Edtf& written; ///< day of writing of the section
  bool bothSides = false;    ///< the section speaks of both countries
};

/// Completes `candidate` (its kind, date and parties are set): participants, place, scope, and how they are
/// known. False when the words cannot tell an event: nobody takes part, or a journey leads nowhere.
[[nodiscard]] bool fillFrame(const SentenceView& view, const Trigger& trigger, const FrameContext& context,
                             EventCandidate& candidate);

} // namespace demarche::extract
