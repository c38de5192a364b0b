// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::language {
struct Problem;
}

namespace demarche::cli {

enum class ExitStatus {
  allDone = 0,
  someUnread = 1, ///< some input could not be read; the rest was done
  nothingDone = 2 ///< the call was wrong, or nothing could be done
};

/// What to end with when `failed` of `all` inputs could not be read.
[[nodiscard]] ExitStatus statusOf(std::size_t failed, std::size_t all);

/// Without line feeds and what else controls a terminal: the name of a file may hold such, and a note.
[[nodiscard]] std::string onOneLine(std::string_view text);

/// `demarche-cli: ABOUT: why`, one line on standard error, above a line of progress.
void complain(std::string_view about, std::string_view why);
void complain(std::string_view why);
/// One line for each, with file and line.
void complain(const std::vector<language::Problem>& problems);
/// complain, for what ends a command.
[[nodiscard]] ExitStatus giveUp(std::string_view about, const base::Error& error);

/// One line on standard error that tells how far work has come, and is gone when it is done. Only where
/// standard error is a terminal.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void show(const base::Progress& progress);
};

/// Cancelled by the first Ctrl-C or polite kill; the second one ends the program.
[[nodiscard]] base::CancelToken cancelledByUser();

/// Flushes standard output; complains when not all of it could be written.
[[nodiscard]] ExitStatus afterOutput(ExitStatus status);

/// Columns of the terminal that standard output goes to; 0 when it goes elsewhere.
[[nodiscard]] int outputColumns();

} // namespace demarche::cli
