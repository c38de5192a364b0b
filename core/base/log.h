// SPDX-License-Identifier: Apache-2.0
#pragma once

// One place that decides where log lines go: to standard error, level from the DEMARCHE_LOG variable
// (trace, debug, info, warn, error, off; default warn). Messages for users are not log lines.

#include <spdlog/spdlog.h>

namespace demarche::base {

/// Sets up the default logger; called once by each program before anything else.
void startLogging();

} // namespace demarche::base
