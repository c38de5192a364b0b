// SPDX-License-Identifier: Apache-2.0
#pragma once

// The project's own JSON, whose names, order and meaning outsiders rely on. Every name is always there: a
// text that is not known is empty; `stated_date`, `earliest`, `latest` and `place` are null. Only what people
// said of an event (`note`, `review`, `corrected`) is there where somebody said something.

#include "core/exchange/collection.h"

#include <ostream>
#include <string>

namespace demarche::exchange {

/// One article read on its own, `{"article": …, "events": […]}`, on one line without its end; with a third
/// list, `"doubted"`, where there are candidates that were not believed.
[[nodiscard]] std::string jsonLine(const library::ArticleSummary& article,
                                   const std::vector<model::Event>& events,
                                   const text::CodePointIndex& positions,
                                   const std::vector<model::Event>& doubted = {});

/// `{"format": "demarche/1", "articles": […], "events": […]}`, one article or event per line.
void writeJson(const Collection& collection, std::ostream& out);

} // namespace demarche::exchange
