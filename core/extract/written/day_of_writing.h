// SPDX-License-Identifier: Apache-2.0
#pragma once

// The day an article was written: the anchor of its relative dates. A page's stamp may be the day of a crawl
// or a repost; the text knows better.

#include "core/extract/people/mentions.h"
#include "core/extract/times/times.h"
#include "core/language/block_reading.h"
#include "core/language/gazetteer.h"
#include "core/model/document.h"
#include "core/model/extraction.h"

#include <cstddef>
#include <span>
#include <vector>

namespace demarche::extract {

/// Weighs what each text of a page says of its own time: weekdays beside dates, terms of office of those
/// named with a title, years named, the latest day told as past, plans not yet past, a dateline; then takes
/// the page's stated date if it breaks none of that, else a dateline, else the days that are left. `marks`
/// are the unresolved times of the document. One answer for each section, at least one; a section that says
/// nothing takes that of its neighbour. Pure; O(marks + people) for each candidate.
[[nodiscard]] std::vector<model::DayOfWriting>
daysOfWriting(const model::Document& document, const std::vector<language::BlockReading>& blocks,
              const std::vector<Mentions>& mentions, std::span<const TimeMark> marks,
              const language::Gazetteer& gazetteer);

/// Texts on the page: at least 1.
[[nodiscard]] std::size_t sectionCount(const model::Document& document);

} // namespace demarche::extract
