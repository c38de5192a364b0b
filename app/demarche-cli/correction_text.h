// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/session.h"

#include <string>

namespace demarche::cli {

/// When, who, what, from what to what, and what became of it, on one line:
/// `2024-05-01T09:00:00.000Z  Ann  date 2023-05-10 → 2023-05-11~  (in force)`. Values are written as
/// `correct` takes them.
[[nodiscard]] std::string oneLine(const service::LoggedCorrection& logged);

} // namespace demarche::cli
