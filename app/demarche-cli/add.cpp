// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/commands.h"
#include "core/service/session.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <system_error>

namespace demarche::cli {
namespace {

struct Arguments {
  std::string library;
  std::vector<std::string> inputs;
};

ExitStatus run(const Arguments& arguments) {
  const auto knowledge = service::installedKnowledge();
  if (!knowledge) return giveUp("language packs", knowledge.error());
  std::error_code ignored;
  const bool isNew = !std::filesystem::exists(arguments.library, ignored);
  auto session = service::Session::open(arguments.library, service::Session::Mode::openOrCreate, *knowledge);
  if (!session) return giveUp(arguments.library, session.error());

  base::Result<service::AddReport> report;
  {
    ProgressLine line;
    report = (*session)->add(
        {arguments.inputs.begin(), arguments.inputs.end()},
        [&](const base::Progress& progress) { line.show(progress); }, cancelledByUser());
  }
  if (!report) return giveUp(arguments.library, report.error());
  for (const service::InputFailure& failure : report->failures)
    complain(failure.source, failure.error.message);

  const auto read = static_cast<std::size_t>(report->added) + static_cast<std::size_t>(report->newVersions) +
                    static_cast<std::size_t>(report->alreadyThere);
  if (isNew && read == 0) { // a slip of the pen must not leave an empty library behind
    session->reset();
    std::filesystem::remove(arguments.library, ignored);
  }
  if (report->cancelled) complain(arguments.library, "called off; what was added before stays");
  std::cout << fmt::format("{} added, {}{} there already, {} unreadable\n", report->added,
                           report->newVersions > 0 ? fmt::format("{} as new versions, ", report->newVersions)
                                                   : "",
                           report->alreadyThere, report->failures.size());
  if (report->cancelled && read > 0) return ExitStatus::someUnread;
  return statusOf(report->failures.size(), read + report->failures.size());
}

} // namespace

Command addCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app =
      program.add_subcommand("add", "Read articles into a library, joining what several tell of one event");
  app->add_option("LIBRARY", arguments->library, "the library file; made when it is not there")->required();
  app->add_option("INPUT", arguments->inputs, "files or folders")->required();
  return {app, [arguments] { return run(*arguments); }};
}

} // namespace demarche::cli
