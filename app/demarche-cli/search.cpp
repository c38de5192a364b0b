// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/commands.h"
#include "app/demarche-cli/opened.h"
#include "core/text/unicode.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace demarche::cli {
namespace {

struct Arguments {
  std::string library;
  std::string query;
  service::SearchPage page{0, 20};
};

/// A few lines of the paragraph, what was asked for in brackets.
std::string bracketed(const library::SearchHit& hit) {
  std::u16string marked;
  std::int32_t at = hit.snippet.begin;
  const auto upTo = [&](std::int32_t end) {
    marked += text::slice(hit.snippetText, {at - hit.snippet.begin, end - hit.snippet.begin});
    at = end;
  };
  for (const text::Span match : hit.matches) {
    if (match.begin < at || match.end > hit.snippet.end) continue;
    upTo(match.begin);
    marked += u'[';
    upTo(match.end);
    marked += u']';
  }
  upTo(hit.snippet.end);
  return text::toUtf8(marked);
}

ExitStatus run(const Arguments& arguments) {
  const auto session = openToRead(arguments.library);
  if (!session) return giveUp(arguments.library, session.error());
  const auto found = (*session)->search(arguments.query, service::Typing::finished, arguments.page);
  if (!found) return giveUp("query", found.error());
  for (const library::SearchHit& hit : found->hits)
    std::cout << fmt::format("{}: {}\n", hit.source, bracketed(hit));
  const std::size_t shown = arguments.page.offset + found->hits.size();
  if (found->hasMore || shown < found->total)
    std::cout << fmt::format("{} of {}{}\n", shown, found->hasMore ? "more than " : "", found->total);
  return ExitStatus::allDone;
}

} // namespace

Command searchCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = program.add_subcommand("search", "Find paragraphs by their words, best first");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  app->add_option(
         "QUERY", arguments->query,
         "words, \"phrases\", beginnings*, AND OR NOT, person: place: kind: status: topic: before: after:")
      ->required();
  app->add_option("--limit", arguments->page.limit, "so many")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000));
  app->add_option("--offset", arguments->page.offset, "after so many")->capture_default_str();
  return {app, [arguments] { return run(*arguments); }};
}

} // namespace demarche::cli
