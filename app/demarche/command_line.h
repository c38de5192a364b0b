// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/filter.h"

#include <optional>
#include <string>
#include <variant>

namespace demarche::app {

/// `--render`: draw the timeline of a library into a file, without a window.
struct RenderJob {
  std::string output;
  int width = 1280;
  int height = 800;
  bool dark = false;
  model::Filter filter;
};

/// What the program was called to do.
struct Call {
  std::string library; ///< may be empty: the one used last
  std::optional<RenderJob> render;
};

/// How a program ends that has nothing more to do: help was printed, or the call was wrong.
struct ExitStatus {
  int value = 0;
};

/// Reads the command line before there is any QApplication, which needs to know whether a display is needed.
/// Prints help, version and what is wrong.
[[nodiscard]] std::variant<Call, ExitStatus> readCommandLine(int argc, const char* const* argv);

} // namespace demarche::app
