// SPDX-License-Identifier: Apache-2.0
// correct, undo, redo and history: what people say of events, from a script or a terminal.

#include "app/demarche-cli/commands.h"
#include "app/demarche-cli/correction_text.h"
#include "app/demarche-cli/opened.h"
#include "core/service/knowledge.h"
#include "core/text/unicode.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

namespace demarche::cli {
namespace {

using model::Change;
using service::Session;

struct Arguments {
  std::string library;
  std::string target;
  std::string change;
  std::vector<std::string> values;
  std::string by;
};

std::string userName() {
  for (const char* variable : {"USER", "LOGNAME", "USERNAME"})
    if (const char* name = std::getenv(variable); name != nullptr && *name != '\0') return name;
  return "unknown";
}

base::Result<std::unique_ptr<Session>> openToCorrect(const std::string& library) {
  // An article whose dates are corrected is read again.
  auto knowledge = service::installedKnowledge();
  if (!knowledge) return tl::make_unexpected(knowledge.error());
  return Session::open(library, Session::Mode::open, *knowledge);
}

/// What stands before the first slash, and what behind it.
std::pair<std::string, std::string> parted(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return {text, {}};
  return {text.substr(0, slash), text.substr(slash + 1)};
}

/// NAME, NAME/SIDE or NAME/SIDE/ROLE.
base::Result<model::Participant> participantOf(const std::string& text) {
  const auto [name, rest] = parted(text);
  const auto [side, role] = parted(rest);
  const auto known = side.empty() ? std::optional(model::Side::other) : model::sideFromCode(side);
  if (!known) return base::fail(base::ErrorKind::input, fmt::format("{}: a side is US, CN or other", text));
  return model::Participant{name, model::ParticipantType::person, *known, role};
}

template <typename Value>
base::Result<model::CorrectionValue> known(const std::optional<Value>& value, const std::string& word,
                                           std::string_view what) {
  if (!value) return base::fail(base::ErrorKind::input, fmt::format("{}: is no {}", word, what));
  return model::CorrectionValue(*value);
}

/// The other events of a merger, or those to be split off.
base::Result<model::CorrectionValue> accountsOf(const Session& session, const std::string& target,
                                                const std::vector<std::string>& others) {
  std::vector<model::AccountRef> accounts{{target, {}}};
  for (const std::string& other : others) {
    const auto event = session.explain(other);
    if (!event) return tl::make_unexpected(event.error());
    accounts.push_back({event->event.id, {}});
  }
  return model::CorrectionValue(std::move(accounts));
}

base::Result<model::CorrectionValue> valueOf(const Session& session, Change change, const std::string& target,
                                             const std::vector<std::string>& words) {
  const std::string word = words.empty() ? std::string() : words.front();
  switch (change) {
  case Change::kind:
    return known(model::eventKindFromCode(word), word, "kind of event");
  case Change::status:
    return known(model::eventStatusFromCode(word), word, "status");
  case Change::scope:
    return known(model::scopeFromCode(word), word, "scope");
  case Change::date:
  case Change::stated:
  case Change::written: {
    const auto date = time::Edtf::parse(word);
    if (!date) return tl::make_unexpected(date.error());
    return model::CorrectionValue(*date);
  }
  case Change::title:
  case Change::note:
    return model::CorrectionValue(word);
  case Change::place: {
    const auto [name, country] = parted(word);
    return model::CorrectionValue(name.empty() ? std::nullopt : std::optional(model::Place{name, country}));
  }
  case Change::topics:
    return model::CorrectionValue(words);
  case Change::people: {
    std::vector<model::Participant> people;
    for (const std::string& one : words) {
      const auto participant = participantOf(one);
      if (!participant) return tl::make_unexpected(participant.error());
      people.push_back(*participant);
    }
    return model::CorrectionValue(people);
  }
  case Change::merge:
  case Change::split:
    return accountsOf(session, target, words);
  default:
    return model::CorrectionValue();
  }
}

/// The id of the event, or the digest of the article, that is meant.
base::Result<std::string> targetOf(const Session& session, Change change, const std::string& named) {
  if (isOfArticle(change)) {
    const auto document = session.document(named);
    if (!document) return tl::make_unexpected(document.error());
    return document->digest;
  }
  const auto event = session.explain(named);
  if (!event) return tl::make_unexpected(event.error());
  return event->event.id;
}

ExitStatus correct(const Arguments& arguments) {
  const auto change = model::changeFromCode(arguments.change);
  if (!change || *change == Change::add || *change == Change::revoke) {
    complain(arguments.change, "is nothing to correct; --help tells what is");
    return ExitStatus::nothingDone;
  }
  const auto session = openToCorrect(arguments.library);
  if (!session) return giveUp(arguments.library, session.error());
  const auto target = targetOf(**session, *change, arguments.target);
  if (!target) return giveUp(arguments.target, target.error());
  const auto value = valueOf(**session, *change, *target, arguments.values);
  if (!value) return giveUp(arguments.change, value.error());

  model::Correction correction;
  correction.by = arguments.by;
  correction.change = *change;
  correction.target = *target;
  correction.value = *value;
  const auto made = (*session)->correct(correction);
  if (!made) return giveUp(arguments.library, made.error());
  std::cout << made->id << '\n';
  return ExitStatus::allDone;
}

using Step = base::Result<std::optional<model::Correction>> (Session::*)(const std::string&);

ExitStatus step(const Arguments& arguments, Step step, std::string_view nothing) {
  const auto session = openToCorrect(arguments.library);
  if (!session) return giveUp(arguments.library, session.error());
  const auto made = ((**session).*step)(arguments.by);
  if (!made) return giveUp(arguments.library, made.error());
  std::cout << (*made ? (*made)->id : std::string(nothing)) << '\n';
  return ExitStatus::allDone;
}

ExitStatus history(const Arguments& arguments) {
  const auto session = openToRead(arguments.library);
  if (!session) return giveUp(arguments.library, session.error());
  const auto log =
      (*session)->corrections(arguments.target.empty() ? std::nullopt : std::optional(arguments.target));
  if (!log) return giveUp(arguments.library, log.error());
  for (const service::LoggedCorrection& one : *log)
    std::cout << fmt::format("{}  {}  {}\n", oneLine(one), one.correction.target,
                             onOneLine(text::toUtf8(one.correction.anchor.exact.substr(0, 60))));
  return ExitStatus::allDone;
}

void addBy(CLI::App& app, Arguments& arguments) {
  arguments.by = userName();
  app.add_option("--by", arguments.by, "who says so")->capture_default_str();
}

} // namespace

Command correctCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = program.add_subcommand("correct", "Correct an event or the dates of an article");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  app->add_option("EVENT", arguments->target, "an id that list shows; an article for stated and written")
      ->required();
  app->add_option("WHAT", arguments->change,
                  "kind, status, scope, date, title, people, place, topics, note; reject, confirm; merge, "
                  "split; stated, "
                  "written")
      ->required();
  app->add_option(
      "VALUE", arguments->values,
      "the value: a date as EDTF, a place as NAME/COUNTRY, people as NAME/SIDE/ROLE; other events to merge "
      "with or split off");
  addBy(*app, *arguments);
  return {app, [arguments] { return correct(*arguments); }};
}

Command undoCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = program.add_subcommand("undo", "Revoke the latest correction");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  addBy(*app, *arguments);
  return {app, [arguments] { return step(*arguments, &Session::undo, "there is nothing to undo"); }};
}

Command redoCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app = program.add_subcommand("redo", "Make the correction again that was undone last");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  addBy(*app, *arguments);
  return {app, [arguments] { return step(*arguments, &Session::redo, "there is nothing to redo"); }};
}

Command historyCommand(CLI::App& program) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* app =
      program.add_subcommand("history", "List corrections: when, who, what, and what became of them");
  app->add_option("LIBRARY", arguments->library, "the library file")->required();
  app->add_option("EVENT", arguments->target, "only those of this event");
  return {app, [arguments] { return history(*arguments); }};
}

} // namespace demarche::cli
