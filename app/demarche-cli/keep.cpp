// SPDX-License-Identifier: Apache-2.0
// merge, backup, restore, remove and read-again: what is done to a library as a whole.

#include "app/demarche-cli/commands.h"
#include "app/demarche-cli/opened.h"
#include "core/service/knowledge.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace demarche::cli {
namespace {

using service::Session;

struct Arguments {
  std::string library;
  std::string other;
  std::vector<std::string> names;
};

base::Result<std::unique_ptr<Session>> openToChange(const std::string& library, Session::Mode mode) {
  auto knowledge = service::installedKnowledge();
  if (!knowledge) return tl::make_unexpected(knowledge.error());
  return Session::open(library, mode, *knowledge);
}

ExitStatus merge(const Arguments& arguments) {
  const auto session = openToChange(arguments.library, Session::Mode::openOrCreate);
  if (!session) return giveUp(arguments.library, session.error());
  std::size_t failed = 0;
  for (const std::string& from : arguments.names) {
    base::Result<service::MergeReport> report;
    {
      ProgressLine line;
      report = (*session)->merge(
          from, [&](const base::Progress& progress) { line.show(progress); }, cancelledByUser());
    }
    if (!report) {
      complain(from, report.error().message);
      ++failed;
      continue;
    }
    std::cout << fmt::format("{}: {} articles and {} corrections are new here\n", from, report->articles,
                             report->corrections);
    if (report->cancelled) {
      complain(from, "called off; what was merged before stays");
      return ExitStatus::someUnread;
    }
  }
  return statusOf(failed, arguments.names.size());
}

ExitStatus backUp(const Arguments& arguments) {
  const auto session = openToRead(arguments.library);
  if (!session) return giveUp(arguments.library, session.error());
  const auto copied = (*session)->backUp(arguments.other);
  return copied ? ExitStatus::allDone : giveUp(arguments.library, copied.error());
}

ExitStatus restore(const Arguments& arguments) {
  const auto replaced = Session::restore(arguments.library, arguments.other);
  if (!replaced) return giveUp(arguments.library, replaced.error());
  if (*replaced) std::cout << fmt::format("what was there is kept as {}\n", (*replaced)->string());
  return ExitStatus::allDone;
}

ExitStatus removeArticles(const Arguments& arguments) {
  const auto session = openToChange(arguments.library, Session::Mode::open);
  if (!session) return giveUp(arguments.library, session.error());
  std::size_t failed = 0;
  for (const std::string& article : arguments.names) {
    if (const auto removed = (*session)->remove({article}); !removed) {
      complain(article, removed.error().message);
      ++failed;
    }
  }
  std::cout << fmt::format("{} removed\n", arguments.names.size() - failed);
  return statusOf(failed, arguments.names.size());
}

ExitStatus readAgain(const Arguments& arguments) {
  const auto session = openToChange(arguments.library, Session::Mode::open);
  if (!session) return giveUp(arguments.library, session.error());
  base::Result<service::ReadAgainReport> report;
  {
    ProgressLine line;
    report = (*session)->readAgain([&](const base::Progress& progress) { line.show(progress); },
                                   cancelledByUser());
  }
  if (!report) return giveUp(arguments.library, report.error());
  for (const service::InputFailure& failure : report->failures)
    complain(failure.source, failure.error.message);
  std::cout << fmt::format("{} read again\n", report->read);
  if (report->cancelled) complain(arguments.library, "called off; the next time it goes on from here");
  return report->cancelled || !report->failures.empty() ? ExitStatus::someUnread : ExitStatus::allDone;
}

} // namespace

Command mergeCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = program.add_subcommand(
      "merge", "Bring what other libraries hold into one; any order, any number of times, the same result");
  app->add_option("INTO", arguments->library, "the library file; made when it is not there")->required();
  app->add_option("FROM", arguments->names, "other library files")->required();
  return {app, [arguments] { return merge(*arguments); }};
}

Command backupCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = program.add_subcommand("backup", "Copy a library, whoever is using it");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  app->add_option("COPY", arguments->other, "the copy; nothing is replaced")->required();
  return {app, [arguments] { return backUp(*arguments); }};
}

Command restoreCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app =
      program.add_subcommand("restore", "Put a copy in the place of a library, which is kept beside it");
  app->add_option("LIBRARY", arguments->library, "the library file; nobody may be using it")->required();
  app->add_option("COPY", arguments->other, "the copy; it stays")->required();
  return {app, [arguments] { return restore(*arguments); }};
}

Command removeCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = program.add_subcommand("remove", "Remove articles with what only they tell");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  app->add_option("ARTICLE", arguments->names, "articles, by the names that they go by")->required();
  return {app, [arguments] { return removeArticles(*arguments); }};
}

Command readAgainCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = program.add_subcommand(
      "read-again", "Read again what was read with other language packs; corrections stay");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  return {app, [arguments] { return readAgain(*arguments); }};
}

} // namespace demarche::cli
