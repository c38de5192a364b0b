// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/extract/time_resolver.h"

#include <optional>
#include <string>
#include <vector>

namespace demarche::extract {

/// The fields tell a place in the year (a month, a season, a feast …), not only in a month or week.
[[nodiscard]] bool hasYearPart(const TimeExpression& expression);

/// Which of several periods an expression means that does not say ("in March", "on Friday", "on the 5th"):
/// the one nearest to the day of writing, weighed by where the sentence looks; past preferred, as news is.
/// `options` ascend. Nothing when "last" or "next" names none of them. Needs context.written.
[[nodiscard]] std::optional<Period> choose(const TimeExpression& expression, const TimeContext& context,
                                           const std::vector<Period>& options);

/// The reason for people.
[[nodiscard]] std::string whyChosen(const TimeExpression& expression, const TimeContext& context);

} // namespace demarche::extract
