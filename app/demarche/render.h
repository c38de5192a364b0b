// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demarche/command_line.h"

namespace demarche::app {

/// Draws the library's timeline; returns the program's exit status, having said what went wrong. Needs a
/// QGuiApplication.
[[nodiscard]] int render(const std::string& library, const RenderJob& job);

} // namespace demarche::app
