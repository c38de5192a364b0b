// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/commands.h"

#include "core/base/log.h"

#include <CLI/CLI.hpp>
#include <iostream>

int main(int argc, char** argv) {
  using namespace demarche::cli;
  demarche::base::startLogging();
  std::ios::sync_with_stdio(false);

  CLI::App program(
      "Finds the diplomatic events between the United States and China that news articles tell of.",
      "demarche-cli");
  program.set_version_flag("--version", "demarche-cli " DEMARCHE_VERSION);
  program.set_help_all_flag("--help-all", "Help on all commands");
  program.require_subcommand(1);
  const Command commands[] = {
      extractCommand(program),      addCommand(program),       listCommand(program),
      searchCommand(program),       exportCommand(program),    explainCommand(program),
      correctCommand(program),      undoCommand(program),      redoCommand(program),
      historyCommand(program),      filtersCommand(program),   saveFilterCommand(program),
      removeFilterCommand(program), readAgainCommand(program), removeCommand(program),
      mergeCommand(program),        backupCommand(program),    restoreCommand(program),
      checkCommand(program),        timesCommand(program),     languageCommand(program)};
  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& asked) { // help or version
    return program.exit(asked);
  } catch (const CLI::ParseError& wrong) {
    complain(std::string(wrong.what()) + " (demarche-cli --help tells more)");
    return static_cast<int>(ExitStatus::nothingDone);
  }
  for (const Command& command : commands)
    if (command.arguments->parsed()) return static_cast<int>(afterOutput(command.run()));
  return static_cast<int>(ExitStatus::nothingDone);
}
