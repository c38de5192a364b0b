// SPDX-License-Identifier: Apache-2.0
#pragma once

// Several events that one trigger tells.

#include "core/extract/events/parties.h"
#include "core/extract/events/sentence_view.h"

#include <vector>

namespace demarche::extract {

/// A day and the place beside it.
struct Occasion {
  const Timex* when = nullptr;
  const Mention* where = nullptr;
};

/// "They met in Vienna on May 10-11, in Malta on September 16-17 and in Washington in October": the days and
/// places of several events that one trigger tells, in order. Empty unless there are two or more, each with a
/// place of its own beside its time, and no other trigger behind the first of them.
[[nodiscard]] std::vector<Occasion> occasionsOf(const SentenceView& view, const Trigger& trigger);

/// 周四和周五: `when`, with the days that are joined to it and run on from it or up to it.
[[nodiscard]] time::Edtf stretchOf(const SentenceView& view, const Timex& when);

/// "They spoke on March 26 and on May 13": the days joined to `when` by a word of class `time-joiner`, in
/// order and with it; each is of an event of its own. Empty unless there are two or more, and where they run
/// on from one to the next.
[[nodiscard]] std::vector<const Timex*> joinedDays(const SentenceView& view, const Timex* when);

/// Those of several people met who were met on their own, and when and where that was, as far as it is told.
struct Share {
  std::vector<const Mention*> people;
  const Timex* when = nullptr;
  const Mention* where = nullptr;
  bool opened = false; ///< its day stands before its people
};

/// "She saw Fang on the 22nd and Xi on the 23rd", "called on Gao in the capital and on Han in Shanghai", "met
/// Deng and Li in turn": who of `others` was met apart from the rest. Empty unless there are two or more, all
/// of one side.
[[nodiscard]] std::vector<Share> sharesOf(const SentenceView& view, const Trigger& trigger,
                                          const std::vector<const Mention*>& others);

/// 甲、乙分别与丙会谈, 甲和乙将先后访华, "visits by Perry and by Admiral Prueher": whose event each was, if
/// each of several did it by himself; else empty.
[[nodiscard]] std::vector<Parties> partiesApart(const SentenceView& view, const Trigger& trigger,
                                                const Parties& parties);

} // namespace demarche::extract
