// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a text says of its own time, before it is known when it was written.

#include "core/extract/people/mentions.h"
#include "core/extract/times/times.h"
#include "core/language/block_reading.h"
#include "core/language/gazetteer.h"
#include "core/model/document.h"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace demarche::extract {

/// How much of a date a mark tells, when it leaves its year to the reader.
enum class Yearless : std::uint8_t { no, month, monthDay, day };
[[nodiscard]] Yearless yearless(const TimeMark& mark);

/// 今年3月: in the year of writing.
[[nodiscard]] bool isOfThisYear(const TimeMark& mark);

/// 上月30日: a day so many months from that of writing; nothing where the words do not say so.
[[nodiscard]] std::optional<int> dayOfMonthFromNow(const TimeMark& mark);

/// Times that check each other: "Wednesday, July 12", "yesterday (the 5th)", 前天，7月26日，星期一. They
/// agree when the text was written on few days only. `other` is absent when one mark says both.
struct Pair {
  const TimeMark* mark = nullptr;
  const TimeMark* other = nullptr;
  bool operator==(const Pair&) const = default;
};

/// A time told in the text itself.
struct Told {
  const TimeMark* mark = nullptr;
  bool ahead = false; ///< of what is still to come
};

/// Somebody named. `time` is the one that the words are about: of the sentence, or a year told
/// before it in the paragraph; absent when they speak of the present.
struct Named {
  const Mention* mention = nullptr;
  const TimeMark* time = nullptr;
};

/// "Eighty days in office": whoever is named in the sentence, or the one before it, and how many days.
struct Tenure {
  std::vector<language::PersonId> people;
  int days = 0;
};

/// "Haig resigned at the end of June": who took or gave up an office, and when.
struct OfficeChange {
  const Mention* who = nullptr;
  const TimeMark* when = nullptr;
  bool begins = false;
};

/// All that speaks for or against a day of writing.
struct Evidence {
  std::span<const TimeMark> marks; ///< of this text; what the others point into
  const language::Gazetteer* gazetteer = nullptr;
  std::optional<time::Day> stated; ///< what the page claims
  bool changedStamp = false;       ///< the stamp is of when the page was last changed
  bool clockedStamp = false;       ///< the hour stands beside it: a machine's word, if not a wrong one
  bool storedStamp = false;        ///< the stamp is of when the page was stored, scanned or posted again
  bool namedDay = false;           ///< the stamp names its weekday, and rightly: somebody wrote it
  const TimeMark* heading =
      nullptr; ///< dateline, or "today is …": the day of writing, but perhaps for its month and year
  const TimeMark* cited = nullptr; ///< a weekday and a date in the opening: the report the text goes back to
  std::vector<Told> told;
  std::vector<Pair> pairs;
  std::vector<Pair> coincidences; ///< near each other; nothing says that they are of the same day
  std::vector<Named> people;      ///< each with each time once
  std::vector<Tenure> tenures;
  std::vector<OfficeChange> changes;
  std::optional<int> latestYear;          ///< the latest year written out that is told as past
  std::vector<time::DayRange> gatherings; ///< that are named, and everybody knows their month
  std::vector<int> spans;                 ///< whole years told as a distance: "forty years ago", 五周年
  std::vector<int> roughSpans;            ///< likewise in round words: "a dozen years"
  std::vector<int> yearsAgoToday;         ///< "fifty years ago today"
  std::vector<int> years;                 ///< written out, ascending
  bool lastWeekend = false;               ///< "over the weekend": the one before the day of writing
  bool yearFromNow = false;               ///< "last November", 去年: counted from the year of writing
  std::optional<time::DayRange> within;   ///< "2010 is nearly over"
  const TimeMark* asOf = nullptr;         ///< "as of the spring of 2018"
  const TimeMark* leadWeekday = nullptr;  ///< "left here on Saturday", in the sentence under the dateline
  bool bareWeekdays = false; ///< the opening says "on Wednesday", so days with a month are older than a week

  [[nodiscard]] bool hasDayOnly() const;
  /// The days on which a day told with its year comes round in `year`, after as many years as the text tells.
  [[nodiscard]] std::vector<time::Day> anniversariesIn(int year) const;
};

/// What the words of a time say of the day they mean, whatever the day of writing makes of the rest.
struct DayWords {
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;
  std::optional<int> fromNow; ///< so many days after the day of writing
  int reach = 0;              ///< so many days from that of writing they may lie

  [[nodiscard]] bool mayMean(time::Day day, time::Day written) const;
};

/// Says of pairs whether they agree in a text written on a given day, and remembers it: candidates are many,
/// their days few.
class PairJudge {
 public:
  /// `evidence` and the dates of its marks must outlive this.
  PairJudge(const Evidence& evidence, TrialDates& dates) : m_evidence(evidence), m_dates(dates) {}

  /// Resolves only the pair and what stands before it, and only on days on which their words may agree.
  [[nodiscard]] bool agrees(const Pair& pair, time::Day day);

 private:
  struct Known {
    Pair pair;
    DayWords words, otherWords;
    int reach = 0;                                  ///< of both
    std::vector<std::pair<time::Day, bool>> agrees; ///< of the days that were judged, ascending
  };
  [[nodiscard]] Known& knownOf(const Pair& pair);
  [[nodiscard]] static bool mayAgree(const Known& known, time::Day day);
  [[nodiscard]] bool judge(const Known& known, time::Day day);

  const Evidence& m_evidence;
  TrialDates& m_dates;
  std::vector<Known> m_known;     ///< a text has a dozen pairs at most
  std::vector<DatedMark> m_times; ///< of the pair at hand
};

/// Gathers it from the blocks of one section. `marks` are the unresolved times of that section. O(n).
[[nodiscard]] Evidence gatherEvidence(const model::Document& document,
                                      const std::vector<language::BlockReading>& blocks,
                                      const std::vector<Mentions>& mentions, std::span<const TimeMark> marks,
                                      const language::Gazetteer& gazetteer, std::int32_t section);

} // namespace demarche::extract
