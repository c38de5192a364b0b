// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/extract/times/mark.h"
#include "core/extract/times/resolver.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace demarche::extract {

/// Follows a text from time to time and remembers what it spoke of, so that what is left out can be filled
/// in: the month of "on the 11th", the year of "in March" in a paragraph on 2010, the day before "the
/// following day". Give it the marks in order; it forgets at the border of a section.
class RunningReference {
 public:
  /// `story` is the first year that a text tells of which it is not known on what day it was written.
  explicit RunningReference(std::optional<time::Day> written, std::optional<int> story = {})
      : m_written(written), m_story(story) {}

  /// What the mark is to be resolved against.
  [[nodiscard]] TimeContext contextFor(const TimeMark& mark);
  /// What came of it.
  void remember(const TimeMark& mark, const TimeContext& context, const TimeAnswer& answer);

 private:
  /// Something the text told.
  struct Told {
    TimeValue value;
    std::int32_t block = 0;
    std::int32_t sentence = 0;
    int order = 0;
    bool yearTold = false;    ///< the text gave its year; it was not taken from the day of writing
    bool yearCarried = false; ///< it gave it before, and went on with it
    bool recalled = false;    ///< of long ago, told by the way
  };
  static constexpr std::size_t ranks = 7;
  static std::size_t rankOf(TimeUnit unit);
  static bool movesOn(const TimeMark& mark);

  [[nodiscard]] const Told* latest(std::size_t coarsest) const;
  [[nodiscard]] const Told* latestIn(std::int32_t block, std::size_t coarsest) const;
  [[nodiscard]] const Told* history(const TimeMark& mark) const;
  [[nodiscard]] std::optional<Period> counted(const TimeMark& mark) const;
  [[nodiscard]] std::optional<Period> week(const TimeMark& mark, const TimeExpression& date) const;
  [[nodiscard]] std::optional<time::Day> after(const TimeMark& mark, const TimeExpression& date) const;
  [[nodiscard]] std::optional<Period> month(const TimeMark& mark, const TimeExpression& date) const;
  [[nodiscard]] std::optional<int> year(const TimeMark& mark, const TimeExpression& date) const;
  [[nodiscard]] std::optional<int> storyYear(const TimeExpression& date) const;
  [[nodiscard]] int yearBeside(const Told& told, const TimeMark& mark, const TimeExpression& date) const;
  [[nodiscard]] std::optional<int> daysSince(const TimeExpression& date) const;

  std::optional<time::Day> m_written;
  std::optional<int> m_story;
  bool m_tellsYear = false; ///< the section has told a year
  std::int32_t m_section = -1;
  int m_order = 0;
  std::array<std::optional<Told>, ranks> m_told; ///< the last of each rank: days, weeks, months … centuries
  std::optional<Told> m_aside;                   ///< the last thing recalled or supposed, since the last told
  std::optional<Told> m_near;                    ///< the last day close to the day of writing
  std::optional<Told> m_item; ///< the last item of a chronicle, or the year in its headline
};

} // namespace demarche::extract
