// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/store/article_summary.h"
#include "core/model/event.h"
#include "core/text/unicode.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace demarche::exchange {

/// By source: turns positions in an article's clean text into code points, as outsiders count them.
using Positions = std::map<std::string, text::CodePointIndex, std::less<>>;

/// What is written out: events with the articles around them.
struct Collection {
  std::vector<library::ArticleSummary> articles;
  std::vector<model::Event> events;
  Positions positions; ///< of every article that has a passage in `events`
};

} // namespace demarche::exchange
