// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the text spoke of last: pronouns, left-out subjects and "the two" go back to it.

#include "core/extract/events/sentence_view.h"
#include "core/model/event.h"

#include <cstdint>
#include <vector>

namespace demarche::extract {

struct Parties;

/// What the text spoke of last in a section; what pronouns and left-out subjects go back to.
struct Discourse {
  std::vector<const Mention*> sentenceSubject; ///< of the last event of this sentence
  std::vector<const Mention*> subject;    ///< of the last event, or the first person of the last sentence
  std::vector<const Mention*> recent;     ///< people of the sentences before, the latest last
  std::vector<const Mention*> parties;    ///< of the last event in which both sides took part: "they", 两人
  bool leaders = false;                   ///< they are heads of state or government
  std::vector<const Mention*> heading;    ///< people in the title
  std::vector<const Mention*> team;       ///< people of one side who were last named together: "the pair"
  std::vector<const Mention*> delegation; ///< who heads the one that was spoken of: 某某率领的代表团
  std::vector<model::Participant> last;   ///< who took part in the last event of both sides …
  std::int32_t lastEnd = 0;               ///< … and where its words end
};

/// Who stands in a title is who the text is about.
void noteTitle(const SentenceView& title, Discourse& discourse);

/// Whom the sentence named, and who is its subject; after its events were told.
void noteSentence(const SentenceView& view, Discourse& discourse);

/// An event was told: whose it is. `named` when persons of both sides stand in its words.
void noteEvent(const SentenceView& view, const Parties& parties, const model::Event& event, bool named,
               Discourse& discourse);

/// "Carter sent him to Hanoi": between the two positions somebody is told of who is not the subject.
[[nodiscard]] bool hasObjectPronoun(const SentenceView& view, std::int32_t from, std::int32_t to);

} // namespace demarche::extract
