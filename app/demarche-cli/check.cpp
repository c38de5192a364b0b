// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/commands.h"
#include "core/service/session.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace demarche::cli {
namespace {

struct Arguments {
  std::string library;
  bool repair = false;
};

ExitStatus run(const Arguments& arguments) {
  using Mode = service::Session::Mode;
  const auto session =
      service::Session::open(arguments.library, arguments.repair ? Mode::open : Mode::readOnly, nullptr);
  if (!session) return giveUp(arguments.library, session.error());
  const auto report = (*session)->check(arguments.repair);
  if (!report) return giveUp(arguments.library, report.error());
  for (const std::string& repaired : report->repaired)
    std::cout << "repaired: " << repaired << '\n';
  for (const std::string& problem : report->problems)
    complain(arguments.library, problem);
  if (!report->problems.empty()) return ExitStatus::someUnread;
  std::cout << "the library is sound\n";
  return ExitStatus::allDone;
}

} // namespace

Command checkCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = program.add_subcommand("check", "Look whether a library file is sound");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  app->add_flag("--repair", arguments->repair, "make anew what can be derived from the rest");
  return {app, [arguments] { return run(*arguments); }};
}

} // namespace demarche::cli
