// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every subcommand, so that a new one is a file of its own and one line here and in main.cpp.

#include "app/demarche-cli/terminal.h"

#include <functional>

namespace CLI {
class App;
}

namespace demarche::cli {

/// A subcommand: where its arguments were declared, and what it does when it was called.
struct Command {
  CLI::App* arguments = nullptr;
  std::function<ExitStatus()> run;
};

Command addCommand(CLI::App& program);
Command backupCommand(CLI::App& program);
Command checkCommand(CLI::App& program);
Command correctCommand(CLI::App& program);
Command explainCommand(CLI::App& program);
Command exportCommand(CLI::App& program);
Command extractCommand(CLI::App& program);
Command filtersCommand(CLI::App& program);
Command historyCommand(CLI::App& program);
Command languageCommand(CLI::App& program);
Command listCommand(CLI::App& program);
Command mergeCommand(CLI::App& program);
Command readAgainCommand(CLI::App& program);
Command redoCommand(CLI::App& program);
Command removeCommand(CLI::App& program);
Command removeFilterCommand(CLI::App& program);
Command restoreCommand(CLI::App& program);
Command saveFilterCommand(CLI::App& program);
Command searchCommand(CLI::App& program);
Command timesCommand(CLI::App& program);
Command undoCommand(CLI::App& program);

} // namespace demarche::cli
