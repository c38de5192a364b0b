// SPDX-License-Identifier: Apache-2.0
// filters, save-filter and remove-filter: what is often asked for, kept in the library under a name.

#include "app/demarche-cli/commands.h"
#include "app/demarche-cli/opened.h"
#include "app/demarche-cli/table.h"
#include "app/demarche/filter_options.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace demarche::cli {
namespace {

struct Arguments {
  std::string library;
  std::string name;
  app::FilterOptions filter;
};

ExitStatus list(const Arguments& arguments) {
  const auto session = openToRead(arguments.library);
  if (!session) return giveUp(arguments.library, session.error());
  const auto filters = (*session)->savedFilters();
  if (!filters) return giveUp(arguments.library, filters.error());
  Table table({"NAME", "FILTER"});
  for (const model::SavedFilter& saved : *filters)
    table.add({saved.name, app::spelled(saved.filter)});
  constexpr std::size_t filterColumn = 1;
  table.write(std::cout, outputColumns(), filterColumn);
  return ExitStatus::allDone;
}

ExitStatus save(const Arguments& arguments) {
  const auto filter = app::filterOf(arguments.filter);
  if (!filter) {
    complain(filter.error().message);
    return ExitStatus::nothingDone;
  }
  const auto session = service::Session::open(arguments.library, service::Session::Mode::open, nullptr);
  if (!session) return giveUp(arguments.library, session.error());
  const auto saved = (*session)->saveFilter({arguments.name, *filter});
  return saved ? ExitStatus::allDone : giveUp(arguments.library, saved.error());
}

ExitStatus remove(const Arguments& arguments) {
  const auto session = service::Session::open(arguments.library, service::Session::Mode::open, nullptr);
  if (!session) return giveUp(arguments.library, session.error());
  const auto removed = (*session)->removeFilter(arguments.name);
  return removed ? ExitStatus::allDone : giveUp(arguments.library, removed.error());
}

CLI::App* subcommand(CLI::App& program, const std::string& name, const std::string& help,
                     Arguments& arguments) {
  CLI::App* app = program.add_subcommand(name, help);
  app->add_option("LIBRARY", arguments.library, "the library file")->required();
  return app;
}

} // namespace

Command filtersCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = subcommand(program, "filters", "Show the filters that a library keeps", *arguments);
  return {app, [arguments] { return list(*arguments); }};
}

Command saveFilterCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = subcommand(program, "save-filter", "Keep a filter in a library under a name", *arguments);
  app->add_option("NAME", arguments->name, "what --saved is to call it")->required();
  arguments->filter.addTo(*app);
  return {app, [arguments] { return save(*arguments); }};
}

Command removeFilterCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = subcommand(program, "remove-filter", "Forget a filter that a library keeps", *arguments);
  app->add_option("NAME", arguments->name, "as filters shows it")->required();
  return {app, [arguments] { return remove(*arguments); }};
}

} // namespace demarche::cli
