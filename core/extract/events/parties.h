// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who of a sentence takes part in an event: the frame of its trigger looks left and right for mentions.

#include "core/extract/events/sentence_view.h"
#include "core/model/event.h"

#include <vector>

namespace demarche::extract {

/// What the text spoke of last in a section; what pronouns and left-out subjects go back to.
struct Discourse {
  std::vector<const Mention*> sentenceSubject; ///< of the last event of this sentence
  std::vector<const Mention*> subject;  ///< of the last event, or the first person of the last sentence
  std::vector<const Mention*> recent;   ///< people of the sentences before, the latest last
  std::vector<const Mention*> parties;  ///< of the last event in which both sides took part: "they", 两人
  bool leaders = false;                 ///< they are heads of state or government
  std::vector<const Mention*> heading;  ///< people in the title
  std::vector<const Mention*> team;     ///< people of one side who were last named together: "the pair"
  std::vector<model::Participant> last; ///< who took part in the last event of both sides …
  std::int32_t lastEnd = 0;             ///< … and where its words end
};

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

/// "Carter sent him to Hanoi": between the two positions somebody is told of who is not the subject.
[[nodiscard]] bool hasObjectPronoun(const SentenceView& view, std::int32_t from, std::int32_t to);

/// The mention names a person, by name, title or pronoun.
[[nodiscard]] bool isPerson(const Mention& mention);

} // namespace demarche::extract
