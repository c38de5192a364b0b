// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/commands.h"
#include "app/demarche-cli/filter_choice.h"
#include "app/demarche-cli/opened.h"
#include "core/exchange/format.h"
#include "core/exchange/whole_file.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace demarche::cli {
namespace {

struct Arguments {
  std::string library;
  std::string format;
  std::string output;
  FilterChoice filter;
};

ExitStatus run(const Arguments& arguments) {
  const auto format = exchange::formatNamed(arguments.format);
  if (!format) {
    complain(format.error().message);
    return ExitStatus::nothingDone;
  }
  const auto session = openToRead(arguments.library);
  if (!session) return giveUp(arguments.library, session.error());
  const auto filter = filterOf(arguments.filter, **session);
  if (!filter) {
    complain(filter.error().message);
    return ExitStatus::nothingDone;
  }
  const auto collection = service::collection(**session, *filter);
  if (!collection) return giveUp(arguments.library, collection.error());

  if (arguments.output.empty() || arguments.output == "-") {
    (*format)->write(*collection, std::cout);
    return ExitStatus::allDone;
  }
  const auto saved = exchange::writeWhole(arguments.output, [&](std::ostream& out) {
    (*format)->write(*collection, out);
    return true;
  });
  return saved ? ExitStatus::allDone : giveUp(arguments.output, saved.error());
}

std::string formatHelp() {
  std::string help;
  for (const exchange::Format& format : exchange::formats())
    help += fmt::format("{}{}: {}", help.empty() ? "" : "; ", format.name, format.description);
  return help;
}

} // namespace

Command exportCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = program.add_subcommand("export", "Write the events of a library in another format");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  app->add_option("-f,--format", arguments->format, formatHelp())->required();
  app->add_option("-o,--output", arguments->output, "write into this file, whole or not at all");
  arguments->filter.addTo(*app);
  return {app, [arguments] { return run(*arguments); }};
}

} // namespace demarche::cli
