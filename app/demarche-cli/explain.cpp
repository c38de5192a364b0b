// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/commands.h"
#include "app/demarche-cli/correction_text.h"
#include "app/demarche-cli/opened.h"
#include "core/text/unicode.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <iterator>
#include <memory>

namespace demarche::cli {
namespace {

struct Arguments {
  std::string library;
  std::string event;
};

/// Parts that are not empty, with `between` between them.
std::string joined(std::initializer_list<std::string> parts, std::string_view between) {
  std::string all;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!all.empty()) all += between;
    all += part;
  }
  return all;
}

void writeEvent(const model::Event& event, std::ostream& out) {
  const std::string place =
      event.place ? joined({event.place->name, event.place->country}, ", ") : std::string();
  out << event.title << '\n'
      << joined({event.date.str(), std::string(code(event.status)), std::string(code(event.kind)),
                 std::string(code(event.scope)), place, fmt::format("confidence {:.2f}", event.confidence)},
                " · ")
      << '\n';
  for (const model::Participant& one : event.participants)
    out << fmt::format("  {} ({})\n", one.name, joined({std::string(code(one.side)), one.role}, ", "));
  for (const std::string& topic : event.topics)
    out << "  about " << topic << '\n';
  out << "id " << event.id << '\n';
}

void writeCorrections(const std::vector<service::LoggedCorrection>& corrections, std::ostream& out) {
  for (const service::LoggedCorrection& one : corrections)
    out << "  corrected  " << oneLine(one) << '\n';
}

/// Those of an article's dates, which the dates of its events may count from.
std::vector<service::LoggedCorrection> ofArticle(const std::vector<service::LoggedCorrection>& log,
                                                 const std::string& digest) {
  std::vector<service::LoggedCorrection> about;
  std::copy_if(log.begin(), log.end(), std::back_inserter(about), [&](const auto& one) {
    return isOfArticle(one.correction.change) && one.correction.target == digest;
  });
  return about;
}

void writeArticle(const service::ArticleSummary& article, std::ostream& out) {
  out << '\n'
      << article.source << (article.title.empty() ? "" : " — " + article.title) << '\n'
      << fmt::format("  written {} ({}){}\n", article.written.date.str(), code(article.written.basis),
                     article.written.why.empty() ? "" : ": " + article.written.why);
}

void writePassage(const model::Passage& passage, const text::CodePointIndex& positions, std::ostream& out) {
  out << fmt::format("\n  {}–{}: {}, {}, {}{}\n", positions.toCodePoints(passage.span.begin),
                     positions.toCodePoints(passage.span.end), code(passage.kind), code(passage.status),
                     passage.date.str(), passage.place ? ", " + passage.place->name : "")
      << "    “" << text::toUtf8(passage.text) << "”\n";
  const std::string words = text::toUtf8(passage.dateText);
  const std::string date = joined({words.empty() ? "" : "“" + words + "”", passage.dateWhy}, ": ");
  if (!date.empty()) out << "    date  " << date << '\n';
  if (!passage.rule.empty()) out << "    rule  " << passage.rule << '\n';
}

ExitStatus run(const Arguments& arguments) {
  const auto session = openToRead(arguments.library);
  if (!session) return giveUp(arguments.library, session.error());
  const auto explanation = (*session)->explain(arguments.event);
  if (!explanation) return giveUp(arguments.library, explanation.error());

  const auto about = (*session)->corrections(arguments.event);
  if (!about) return giveUp(arguments.library, about.error());
  const auto log = (*session)->corrections(std::nullopt);
  if (!log) return giveUp(arguments.library, log.error());

  writeEvent(explanation->event, std::cout);
  writeCorrections(*about, std::cout);
  for (const service::ArticleSummary& article : explanation->articles) {
    const auto document = (*session)->document(article.source);
    if (!document) return giveUp(arguments.library, document.error());
    const text::CodePointIndex positions(document->text);
    writeArticle(article, std::cout);
    writeCorrections(ofArticle(*log, article.digest), std::cout);
    for (const model::Passage& passage : explanation->event.passages)
      if (passage.article == article.source) writePassage(passage, positions, std::cout);
  }
  return ExitStatus::allDone;
}

} // namespace

Command explainCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = program.add_subcommand(
      "explain", "Tell where an event comes from: passages, rules, its date, and what was corrected");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  app->add_option("EVENT", arguments->event, "an id that list shows, or the beginning of one")->required();
  return {app, [arguments] { return run(*arguments); }};
}

} // namespace demarche::cli
