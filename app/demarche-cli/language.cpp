// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/commands.h"
#include "core/base/resources.h"
#include "core/service/knowledge.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace demarche::cli {
namespace {

ExitStatus check(const std::string& folder) {
  std::vector<std::filesystem::path> folders = base::resourceFolders();
  if (!folder.empty()) folders = {folder};
  const auto problems = service::problemsOfPacks(folders);
  if (!problems) return giveUp("language packs", problems.error());
  complain(*problems);
  if (!problems->empty()) return ExitStatus::someUnread;
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
