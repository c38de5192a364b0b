// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/knowledge.h"

#include <vector>

namespace demarche::extract {

/// Holds the rules of times to what this room makes of them: an `emit` that says what nobody hears, an
/// example whose date comes to another than it names. What language::check() finds comes first.
[[nodiscard]] std::vector<language::Problem> checkTimes(const language::Knowledge& knowledge);

} // namespace demarche::extract
