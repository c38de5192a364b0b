// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace demarche::library {

/// Runs `work` in a process of its own, which is killed before its call number `call` (from 1 on) to one of
/// the system's functions that change files or wait for the medium. False when it came to its end before.
bool killedBefore(int call, const std::function<void()>& work);

/// Runs `work` in a process of its own, which ends without closing what it opened.
void brokenOff(const std::function<void()>& work);

} // namespace demarche::library
