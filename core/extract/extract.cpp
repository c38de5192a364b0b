// SPDX-License-Identifier: Apache-2.0
#include "core/extract/extract.h"

#include "core/extract/events/events.h"
#include "core/extract/people/mentions.h"
#include "core/extract/times/times.h"
#include "core/extract/written/day_of_writing.h"
#include "core/language/block_reading.h"

#include <utility>

namespace demarche::extract {

model::Extraction extract(const model::Document& document, const language::Knowledge& knowledge,
                          const std::optional<time::Edtf>& written, Doubted doubted) {
  const language::Gazetteer& gazetteer = knowledge.gazetteer();
  const std::vector<language::BlockReading> blocks = language::readBlocks(document, knowledge);
  const std::vector<TimeMark> marks = findTimes(document, blocks);
  MentionFinder people(document, blocks, gazetteer);

  model::Extraction extraction;
  if (written)
    extraction.sections.assign(sectionCount(document),
                               {*written, model::WrittenBasis::given, "Given by the user.", 1});
  else
    extraction.sections = daysOfWriting(document, blocks, people.settled(std::nullopt), marks, gazetteer);
  extraction.written = extraction.sections.front();
  for (std::size_t section = 1; section < extraction.sections.size(); ++section)
    if (extraction.sections[section].date != extraction.written.date)
      extraction.written.why +=
          " Another text on the page was written " + extraction.sections[section].date.str() + ".";
  std::vector<time::Edtf> days;
  for (const model::DayOfWriting& section : extraction.sections)
    days.push_back(section.date);

  // Once the day of writing is known, a family name or a title alone can be told by who was in office.
  const auto when = extraction.written.date.bounds();
  const std::vector<Timex> times = resolveTimes(marks, days);
  const std::vector<Mentions> mentions = std::move(people).settled(when, times);
  FoundEvents found = findEvents({.document = &document,
                                  .blocks = &blocks,
                                  .mentions = &mentions,
                                  .times = &times,
                                  .gazetteer = &gazetteer,
                                  .weights = &knowledge.weights(),
                                  .plover = &knowledge.plover(),
                                  .written = days,
                                  .keepDoubted = doubted == Doubted::kept});
  extraction.events = std::move(found.events);
  extraction.doubted = std::move(found.doubted);
  for (const Timex& time : times)
    if (time.disagrees) extraction.diagnostics.push_back({document.source, time.span.begin, time.why});
  return extraction;
}

} // namespace demarche::extract
