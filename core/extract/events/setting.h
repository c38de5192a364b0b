// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where and when a text is, for the sentences that leave it out: "He flew to Beijing on Monday. Premier Li
// received him."

#include "core/extract/events/sentence_view.h"
#include "core/extract/events/signs.h"
#include "core/language/gazetteer.h"
#include "core/model/event.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace demarche::extract {

class Setting {
 public:
  /// Of a text that begins. `dateLines`: several of its lines hold a date alone, as in a chronicle; a single
  /// one is when the text was written.
  explicit Setting(const language::Gazetteer& gazetteer, std::optional<time::DayRange> written = {},
                   bool dateLines = false)
      : m_gazetteer(&gazetteer), m_written(written), m_dateLines(dateLines) {}

  /// The paragraph is nothing but this time.
  [[nodiscard]] static bool isDateLine(text::Span block, const Timex& time);

  /// A paragraph begins, whose first sentence is `first`: a date at its head ("Sept. 24, Washington.") is
  /// that of the whole item; one that stands alone on its line is that of the lines after it.
  void beginBlock(const SentenceView& first);
  /// An event was told.
  void remember(const EventCandidate& candidate);

  /// "… and flew on to the capital": too little for an event, but what follows was there.
  void moveOn(const EventCandidate& candidate);

  /// The date at the head of the item; null where there is none or the sentence has a time of its own.
  [[nodiscard]] const Timex* itemTime(const SentenceView& view) const;
  /// "In April 2013 Brown led a mission to Beijing. He called on the minister": what the same people did next
  /// was then, too, and so was what they set up at a meeting just told. Null where nothing says so.
  [[nodiscard]] const Timex* timeOf(const SentenceView& view, const Trigger& trigger,
                                    const model::Event& event) const;
  /// Who of `side` is on a journey that was told before, when the days of the event agree with it; empty when
  /// nobody is.
  [[nodiscard]] std::vector<model::Participant> travellers(model::Side side, const time::Edtf& date) const;
  /// Where the last thing was that was told with its place; nothing when it is far above.
  [[nodiscard]] std::optional<model::Place> lastPlace() const;
  /// Where the journey of the same people went that the paragraph told before: "his trip to Xi'an was put
  /// off; he came in May".
  [[nodiscard]] std::optional<model::Place> journeyPlace(const model::Event& event) const;
  /// The code of the country in which the last thing was; empty when that stands far above.
  [[nodiscard]] std::string lastCountry() const;
  /// The place at the head of the item.
  [[nodiscard]] const std::optional<model::Place>& itemPlace() const { return m_itemPlace; }
  /// The place of a journey or meeting just told, when one of its people takes part and the days agree.
  [[nodiscard]] std::optional<model::Place> placeOf(const model::Event& event) const;
  /// The dateline's place, for what happened in the days before the text was written.
  [[nodiscard]] std::optional<model::Place> reportedFrom(const model::Event& event) const;

 private:
  [[nodiscard]] bool isCountry(const model::Place& place) const;

  /// Something that was told with its place.
  struct Stay {
    model::Place place;
    std::set<std::string> people;
    std::vector<model::Participant> travellers; ///< of a journey
    std::optional<time::DayRange> days;
    std::int32_t block = 0;
    bool journey = false;
  };

  /// Something that was told to have happened, with its day.
  struct Dated {
    const Timex* when = nullptr;
    std::set<std::string> people;
    std::int32_t block = 0;
    bool bothSides = false;
    bool journey = false;
    bool planned = false;
  };

  const language::Gazetteer* m_gazetteer;
  std::optional<time::DayRange> m_written;
  bool m_dateLines = false;
  std::int32_t m_block = 0;
  const Timex* m_heading = nullptr; ///< a date alone on its line
  const Timex* m_item = nullptr;    ///< a date at the head of the paragraph
  std::optional<model::Place> m_itemPlace;
  std::optional<model::Place> m_dateline; ///< where the report was written
  std::vector<Dated> m_dated;
  std::vector<Stay> m_stays;
};

} // namespace demarche::extract
