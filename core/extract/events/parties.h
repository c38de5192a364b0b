// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who of a sentence takes part in an event: the frame of its trigger looks left and right for mentions.

#include "core/extract/events/discourse.h"
#include "core/extract/events/sentence_view.h"

#include <vector>

namespace demarche::extract {

/// The mentions that take part. `actors` are those whose deed it is (for a meeting both groups are equal).
struct Parties {
  std::vector<const Mention*> actors;
  std::vector<const Mention*> others;
  bool carried = false; ///< someone was taken from the discourse, not from the sentence

  [[nodiscard]] std::vector<const Mention*> all() const;
};

/// Finds the mentions for one trigger of the view. Mentions that only report, own another mention, or tell
/// where something was are left aside.
[[nodiscard]] Parties partiesOf(const SentenceView& view, const Trigger& trigger, const Discourse& discourse);

/// The mention names a person, by name, title or pronoun.
[[nodiscard]] bool isPerson(const Mention& mention);

} // namespace demarche::extract
