// SPDX-License-Identifier: Apache-2.0
#pragma once

// Events from the sentences of an article: each trigger's frame is filled with people, day, place and status.

#include "core/extract/people/mentions.h"
#include "core/extract/times/times.h"
#include "core/language/block_reading.h"
#include "core/language/gazetteer.h"
#include "core/language/plover.h"
#include "core/language/weights.h"
#include "core/model/document.h"
#include "core/model/event.h"

#include <vector>

namespace demarche::extract {

/// Everything the frames look at. All parts speak of the same document; `mentions` has one entry for
/// each block, `times` is ascending.
struct ReadDocument {
  const model::Document* document = nullptr;
  const std::vector<language::BlockReading>* blocks = nullptr;
  const std::vector<Mentions>* mentions = nullptr;
  const std::vector<Timex>* times = nullptr;
  const language::Gazetteer* gazetteer = nullptr;
  const language::Weights* weights = nullptr;
  const language::PloverTable* plover = nullptr;
  std::vector<time::Edtf> written; ///< a day of writing for each section
  bool keepDoubted = false;        ///< candidates that are not believed are wanted, too
};

struct FoundEvents {
  std::vector<model::Event> events;
  std::vector<model::Event> doubted; ///< each with all its signs; empty unless asked for
};

/// The events in order of their words. What several sentences tell of one event is still several
/// events, but for definite mentions ("the talks"), which join the event they go back to. O(text).
[[nodiscard]] FoundEvents findEvents(const ReadDocument& read);

} // namespace demarche::extract
