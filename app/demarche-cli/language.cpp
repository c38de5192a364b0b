// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/commands.h"
#include "core/base/resources.h"
#include "core/extract/times/check.h"
#include "core/language/knowledge.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <system_error>

namespace demarche::cli {
namespace {

ExitStatus check(const std::string& folder) {
  std::vector<std::filesystem::path> folders = base::resourceFolders();
  if (!folder.empty()) folders = {folder};
  std::error_code ignored;
  for (const auto& one : folders)
    if (!std::filesystem::is_directory(one, ignored))
      return giveUp(one.string(), {base::ErrorKind::notFound, "is no folder"});
  if (folders.empty()) return giveUp("language packs", {base::ErrorKind::notFound, "none are installed"});

  std::vector<language::Problem> problems = language::check(folders);
  if (problems.empty()) {
    const auto knowledge = language::Knowledge::load(folders);
    if (!knowledge) return giveUp("language packs", knowledge.error());
    problems = extract::checkTimes(**knowledge);
  }
  for (const language::Problem& problem : problems)
    complain(problem.origin.str(), problem.message);
  if (!problems.empty()) return ExitStatus::someUnread;
  std::cout << "the language packs are sound\n";
  return ExitStatus::allDone;
}

} // namespace

Command languageCommand(CLI::App& program) {
  CLI::App* app = program.add_subcommand("language", "Work on language packs");
  app->require_subcommand(1);
  const auto folder = std::make_shared<std::string>();
  app->add_subcommand("check", "Look for mistakes in language packs and the gazetteer, with file and line")
      ->add_option("DIR", *folder, "a folder with language/ and gazetteer/; those in use without it");
  return {app, [folder] { return check(*folder); }};
}

} // namespace demarche::cli
