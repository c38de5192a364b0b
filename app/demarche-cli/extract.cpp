// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/article_stream.h"
#include "app/demarche-cli/commands.h"
#include "core/exchange/whole_file.h"
#include "core/service/in_order.h"
#include "core/service/session.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace demarche::cli {
namespace {

struct Arguments {
  std::vector<std::string> inputs;
  std::string written;
  std::string output;
  bool doubted = false;
};

/// One article as it leaves the workers.
struct Line {
  std::string name;
  base::Result<std::string> json;
};

Line read(const ArticleInput& input, const language::Knowledge& knowledge,
          const std::optional<time::Edtf>& written, extract::Doubted doubted) {
  using base::ErrorKind;
  if (!input.line)
    return {input.name, service::readArticle(input.file, knowledge, written, doubted).map(service::jsonLine)};
  if (input.line->tooLong)
    return {input.name, base::fail(ErrorKind::limit,
                                   fmt::format("is longer than {} MiB (longestLine)", longestLine >> 20))};
  const auto record = exchange::parseRecord(input.line->text);
  if (!record) return {input.name, tl::make_unexpected(record.error())};
  return {record->source, service::readArticle(*record, knowledge, written, doubted).map(service::jsonLine)};
}

struct Outcome {
  std::size_t all = 0;
  std::size_t failed = 0;
  bool cancelled = false;
};

Outcome extractAll(const Arguments& arguments, const language::Knowledge& knowledge,
                   const std::optional<time::Edtf>& written, std::ostream& out) {
  Outcome outcome;
  const auto doubted = arguments.doubted ? extract::Doubted::kept : extract::Doubted::dropped;
  ProgressLine progress;
  ArticleStream articles(arguments.inputs, std::cin);
  for (const service::InputFailure& failure : articles.failures())
    complain(failure.source, failure.error.message);
  outcome.all = outcome.failed = articles.failures().size();

  const base::CancelToken cancel = cancelledByUser();
  service::InOrder<ArticleInput, Line> work(
      [&] { return articles.next(); },
      [&](const ArticleInput& input) { return read(input, knowledge, written, doubted); });
  work.run([&](Line line) {
    outcome.cancelled = cancel.cancelled();
    if (outcome.cancelled) return false;
    progress.show({static_cast<std::int64_t>(++outcome.all), 0, line.name});
    if (line.json) {
      out << *line.json << std::endl; // whoever reads a stream of ours is not kept waiting
    } else {
      complain(line.name, line.json.error().message);
      ++outcome.failed;
    }
    return out.good();
  });
  return outcome;
}

ExitStatus run(const Arguments& arguments) {
  std::optional<time::Edtf> written;
  if (!arguments.written.empty()) {
    const auto date = time::Edtf::parse(arguments.written);
    if (!date) return giveUp("--written " + arguments.written, date.error());
    written = *date;
  }
  const auto knowledge = service::installedKnowledge();
  if (!knowledge) return giveUp("language packs", knowledge.error());

  Outcome outcome;
  if (arguments.output.empty() || arguments.output == "-") {
    outcome = extractAll(arguments, **knowledge, written, std::cout);
  } else {
    const auto saved = exchange::writeWhole(arguments.output, [&](std::ostream& out) {
      outcome = extractAll(arguments, **knowledge, written, out);
      return !outcome.cancelled && (outcome.all == 0 || outcome.failed < outcome.all);
    });
    if (!saved) return giveUp(arguments.output, saved.error());
  }
  return outcome.cancelled ? ExitStatus::nothingDone : statusOf(outcome.failed, outcome.all);
}

} // namespace

Command extractCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app =
      program.add_subcommand("extract", "Read articles, each on its own; one JSON line per article");
  app->add_option("INPUT", arguments->inputs,
                  "files, folders, or - for JSON lines {\"source\", \"text\"[, \"html\", \"published\"]} on "
                  "standard input")
      ->required();
  app->add_option("--written", arguments->written,
                  "the day the articles were written (EDTF); found out without it");
  app->add_flag("--doubted", arguments->doubted,
                "also the candidates that were not believed, and what spoke for and against each event");
  app->add_option("-o,--output", arguments->output, "write into this file, whole or not at all");
  return {app, [arguments] { return run(*arguments); }};
}

} // namespace demarche::cli
