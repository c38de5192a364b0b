// SPDX-License-Identifier: Apache-2.0
#pragma once

// What speaks for and against a candidate: plain words that hold in every language, weighed by numbers that
// were learnt from annotated articles (ADR 0014).

#include "core/extract/events/parties.h"
#include "core/extract/events/sentence_view.h"
#include "core/extract/times/times.h"
#include "core/language/weights.h"
#include "core/model/event.h"

#include <cstdint>
#include <string>
#include <vector>

namespace demarche::extract {

/// Where the day of an event stands.
enum class TimeFrom : std::uint8_t {
  nowhere,
  clause,   ///< in the words that belong to its trigger
  sentence, ///< elsewhere in the sentence
  paragraph ///< with what was told before in the paragraph
};

/// How it is known that a side took part.
enum class SideFrom : std::uint8_t {
  nowhere,
  person,    ///< somebody is named, by name or title
  body,      ///< a country, a delegation, "the two sides"
  sentence,  ///< somebody whom the sentence names outside the trigger's own words
  discourse, ///< somebody of whom the text spoke before
  heading,   ///< somebody in the title
  assumed    ///< nobody: two take part, and the other one is not told
};

/// An event as its words tell it, before it is weighed whether it is one.
struct EventCandidate {
  model::Event event;
  Parties parties;
  const Timex* when = nullptr;
  TimeFrom timeFrom = TimeFrom::nowhere;
  SideFrom us = SideFrom::nowhere;
  SideFrom cn = SideFrom::nowhere;
  bool placeAssumed = false; ///< a visit without a place goes to the other country
  int toldBefore = 0;        ///< events of this kind that the sentence told already
};

/// The signs of a candidate, in a fixed order.
[[nodiscard]] std::vector<std::string> signsOf(const SentenceView& view, const Trigger& trigger,
                                               const EventCandidate& candidate);

/// How much all signs of a candidate together make believe that it is an event: a probability.
[[nodiscard]] double beliefIn(const SentenceView& view, const Trigger& trigger,
                              const EventCandidate& candidate, const language::Weights& weights);

/// The signs with their weights, those that decided most first.
[[nodiscard]] std::vector<model::Sign> weighed(const std::vector<std::string>& signs,
                                               const language::Weights& weights);

} // namespace demarche::extract
