// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/commands.h"
#include "app/demarche-cli/filter_choice.h"
#include "app/demarche-cli/opened.h"
#include "app/demarche-cli/table.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <set>

namespace demarche::cli {
namespace {

struct Arguments {
  std::string library;
  FilterChoice filter;
};

std::size_t articlesOf(const model::Event& event) {
  std::set<std::string_view> articles;
  for (const model::Passage& passage : event.passages)
    articles.insert(passage.article);
  return articles.size();
}

ExitStatus run(const Arguments& arguments) {
  const auto session = openToRead(arguments.library);
  if (!session) return giveUp(arguments.library, session.error());
  const auto filter = filterOf(arguments.filter, **session);
  if (!filter) {
    complain(filter.error().message);
    return ExitStatus::nothingDone;
  }
  const auto events = (*session)->events(*filter);
  if (!events) return giveUp(arguments.library, events.error());

  Table table({"DATE", "STATUS", "KIND", "EVENT", "ARTICLES", "ID"});
  constexpr std::size_t eventColumn = 3;
  for (const model::Event& event : *events)
    table.add({event.date.str(), std::string(code(event.status)), std::string(code(event.kind)), event.title,
               std::to_string(articlesOf(event)), event.id});
  table.write(std::cout, outputColumns(), eventColumn);
  return ExitStatus::allDone;
}

} // namespace

Command listCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = program.add_subcommand("list", "Show the events of a library as a table");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  arguments->filter.addTo(*app);
  return {app, [arguments] { return run(*arguments); }};
}

} // namespace demarche::cli
