// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/commands.h"
#include "core/base/resources.h"
#include "core/service/knowledge.h"
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
  // The rules that read its articles belong to it: `explain` and reading again rely on them.
  const auto rules = service::problemsOfPacks(base::resourceFolders());
  if (!rules) return giveUp("language packs", rules.error());
  complain(*rules);
  if (!report->problems.empty() || !rules->empty()) return ExitStatus::someUnread;
  std::cout << "the library is sound, and so are the language packs\n";
  return ExitStatus::allDone;
}

} // namespace

Command checkCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app =
      program.add_subcommand("check", "Look whether a library file and the rules that read it are sound");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  app->add_flag("--repair", arguments->repair, "make anew what can be derived from the rest");
  return {app, [arguments] { return run(*arguments); }};
}

} // namespace demarche::cli
