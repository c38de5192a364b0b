// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/extract/times/resolver.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace demarche::extract {

/// The fields tell a place in the year (a month, a season, a feast …), not only in a month or week.
[[nodiscard]] bool hasYearPart(const TimeExpression& expression);

/// Every period that an expression can mean near some day, ascending. They are few and asked for often, so
/// that they need no memory of their own.
class Options {
 public:
  static constexpr std::size_t most = 12;

  Options() {} // NOLINT(modernize-use-equals-default): the periods are not made before they are added
  void add(const Period& period) {
    if (m_count < most) std::construct_at(&m_periods[m_count++], period);
  }
  [[nodiscard]] bool empty() const { return m_count == 0; }
  [[nodiscard]] const Period* begin() const { return m_periods; }
  [[nodiscard]] const Period* end() const { return m_periods + m_count; }

 private:
  union {
    Period m_periods[most]; ///< as many as are counted
  };
  std::size_t m_count = 0;
};

/// Which of several periods an expression means that does not say ("in March", "on Friday", "on the 5th"):
/// the one nearest to the day of writing, weighed by where the sentence looks; past preferred, as news is.
/// Nothing when "last" or "next" names none of them. Needs context.written.
[[nodiscard]] std::optional<Period> choose(const TimeExpression& expression, const TimeContext& context,
                                           const Options& options);

/// The reason for people.
[[nodiscard]] std::string whyChosen(const TimeExpression& expression, const TimeContext& context);

} // namespace demarche::extract
