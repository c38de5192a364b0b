// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/extract/times/expression.h"
#include "core/extract/times/outlook.h"
#include "core/extract/times/period.h"
#include "core/time/edtf.h"

#include <optional>
#include <string>

namespace demarche::extract {

/// What a time expression is resolved against.
struct TimeContext {
  std::optional<time::Day> written; ///< the day of writing
  std::optional<Period> reference;  ///< what the text spoke of last: "the following day", 同月
  std::optional<int> year;     ///< a year that the text told and goes on with; else the one near `written`
  std::optional<Period> month; ///< likewise the month for "on the 11th"
  std::optional<Period> week;  ///< likewise the week for "on Friday"
  std::optional<time::Day>
      after; ///< a day to come that it just told: "he lands on Sunday and leaves on Monday"
  Outlook outlook = Outlook::none;
  bool explained = true; ///< the answer says why; else only what
  bool alone = false;    ///< no words around it tell a tense: neither past nor future is likelier

  /// The text spoke of the same before, whenever it was written.
  [[nodiscard]] bool goesOnLike(const TimeContext& other) const {
    return year == other.year && month == other.month && week == other.week && after == other.after &&
           reference == other.reference;
  }
};

/// The answer, and the reasoning in plain words for who asks.
struct TimeAnswer {
  std::optional<TimeValue> value; ///< absent: the words, or the context, do not say
  std::string why;
  bool relative = false;  ///< leans on the day of writing
  bool disagrees = false; ///< the weekday told is not that of the date told
  bool ofWriting = false; ///< the day of writing was looked at; else any other gives the same answer
  bool ofContext = false; ///< likewise what the text spoke of before
};

/// The arithmetic of dates in running text: pure, without language.
[[nodiscard]] TimeAnswer resolve(const TimeExpression& expression, const TimeContext& context);

} // namespace demarche::extract
