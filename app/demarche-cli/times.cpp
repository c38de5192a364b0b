// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/article_stream.h"
#include "app/demarche-cli/commands.h"
#include "core/exchange/times_json.h"
#include "core/extract/times/report.h"
#include "core/service/knowledge.h"
#include "core/service/session.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <memory>

namespace demarche::cli {
namespace {

struct Outcome {
  std::size_t all = 0;
  std::size_t failed = 0;
};

/// Writes the line, or complains about its input.
void put(const std::string& name, const base::Result<std::string>& line, Outcome& outcome) {
  ++outcome.all;
  if (line) {
    std::cout << *line << '\n';
    return;
  }
  complain(name, line.error().message);
  ++outcome.failed;
}

void suiteTimes(const std::string& suite, const language::Knowledge& knowledge, Outcome& outcome) {
  std::ifstream in(suite, std::ios::binary);
  if (!in) return put(suite, base::fail(base::ErrorKind::access, "cannot be opened"), outcome);
  LineReader lines(in);
  while (const auto line = lines.next()) {
    const auto found = exchange::parseTimeCase(line->text).map([&](const exchange::TimeCase& one) {
      return exchange::timesLine(one.id, extract::timesOfText(one.text, knowledge, one.written));
    });
    put(fmt::format("{}: line {}", suite, line->number), found, outcome);
  }
}

void articleTimes(const std::string& file, const language::Knowledge& knowledge, Outcome& outcome) {
  put(file,
      service::readArticle(std::filesystem::path(file), knowledge)
          .map([&](const service::ReadArticle& article) {
            std::vector<time::Edtf> written;
            for (const model::DayOfWriting& section : article.extraction.sections)
              written.push_back(section.date);
            return exchange::timesLine(file, extract::timesOf(article.document, knowledge, written));
          }),
      outcome);
}

ExitStatus run(const std::vector<std::string>& inputs) {
  // Only an article must be read as a whole, to know when it was written; a case says it.
  const auto isSuite = [](const std::string& input) { return input.ends_with(".jsonl"); };
  const bool onlySuites = std::all_of(inputs.begin(), inputs.end(), isSuite);
  const auto knowledge = onlySuites ? service::installedTimeKnowledge() : service::installedKnowledge();
  if (!knowledge) return giveUp("language packs", knowledge.error());
  Outcome outcome;
  for (const std::string& input : inputs)
    (isSuite(input) ? suiteTimes : articleTimes)(input, **knowledge, outcome);
  return statusOf(outcome.failed, outcome.all);
}

} // namespace

Command timesCommand(CLI::App& program) {
  const auto inputs = std::make_shared<std::vector<std::string>>();
  CLI::App* app =
      program.add_subcommand("times", "Find the time expressions alone; one JSON line per case or file");
  app->add_option("INPUT", *inputs,
                  "articles, or suites of cases {\"id\", \"text\", \"reference_date\"} named *.jsonl")
      ->required();
  return {app, [inputs] { return run(*inputs); }};
}

} // namespace demarche::cli
