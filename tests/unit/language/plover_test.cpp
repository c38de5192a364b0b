// SPDX-License-Identifier: Apache-2.0
#include "core/language/plover.h"

#include "core/base/resources.h"
#include "pack_folder.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::test;
using model::EventKind;
using model::EventStatus;

namespace {

constexpr std::string_view deeds = "[deed]\nentries = [{ forms = [\"lifted\"], value = \"lift\" }]\n";

/// What the checker says of a table whose first row stands on line 2.
std::vector<Problem> checkedRows(std::string_view rows) {
  PackFolder folder;
  folder.withHeads().with("en/lexicon/deeds.toml", deeds);
  folder.with("plover.toml", "row = [\n" + std::string(rows) + "\n]\n");
  return check({folder.path()});
}

const PloverTable& installed() {
  static const Loaded loaded = load({base::installedResources()});
  return loaded.knowledge->plover();
}

} // namespace

TEST_CASE("every kind and status of event has an event type and a CAMEO code") {
  for (const EventKind kind : model::allEventKinds)
    for (const EventStatus status : model::allEventStatuses) {
      INFO(code(kind) << " " << code(status));
      CHECK_FALSE(installed().of(kind, status).type.empty());
      CHECK_FALSE(installed().of(kind, status).cameo.empty());
    }
}

TEST_CASE("the row that says more decides before the plain one") {
  const PloverTable& table = installed();
  CHECK(table.of(EventKind::measure, EventStatus::occurred).str() == "SANCTION/discontinue");
  CHECK(table.of(EventKind::measure, EventStatus::occurred, {"lift"}).str() == "CONCEDE");
  CHECK(table.of(EventKind::measure, EventStatus::occurred, {"lift", "expel"}).str() == "SANCTION/expel");
  CHECK(table.of(EventKind::measure, EventStatus::occurred, {"no such deed"}).str() ==
        "SANCTION/discontinue");
  CHECK(table.of(EventKind::meeting, EventStatus::occurred, {}, true).str() == "CONSULT/third-party");
  CHECK(table.of(EventKind::meeting, EventStatus::occurred, {}, false).str() == "CONSULT");
}

TEST_CASE("what is still to come is agreed or threatened, what was called off is refused") {
  const PloverTable& table = installed();
  for (const EventKind kind : {EventKind::meeting, EventKind::call, EventKind::visit}) {
    CHECK(table.of(kind, EventStatus::planned).type == "AGREE");
    CHECK(table.of(kind, EventStatus::cancelled).str() == "REJECT/meet");
  }
  CHECK(table.of(EventKind::measure, EventStatus::planned).type == "THREATEN");
}

TEST_CASE("the CAMEO code of an event is told by its kind, status and type") {
  model::Event event;
  event.kind = EventKind::measure;
  for (const PloverRow& row : installed().rows()) {
    event.kind = row.kind;
    event.status = row.status;
    event.plover = row.code.str();
    INFO(row.origin.str());
    CHECK(installed().of(event).cameo == row.code.cameo);
  }
  event.kind = EventKind::call;
  event.status = EventStatus::occurred;
  event.plover = "CONSULT"; // corrected since: the code of its kind
  CHECK(installed().of(event).cameo == "041");
}

TEST_CASE("a misspelt row is told with its line and left out") {
  const std::string_view at = "plover.toml:2";
  const auto row = [](std::string_view body) { return checkedRows("{ " + std::string(body) + " }"); };
  CHECK(tells(row("kind = 'meting', status = 'planned', type = 'AGREE', cameo = '036'"), at,
              "unknown kind \"meting\""));
  CHECK(tells(row("kind = 'call', status = 'past', type = 'AGREE', cameo = '036'"), at,
              "unknown status \"past\""));
  CHECK(tells(row("kind = 'call', status = 'planned', type = 'AGRE', cameo = '036'"), at,
              "PLOVER has no event type \"AGRE\""));
  CHECK(tells(row("kind = 'call', status = 'planned', type = 'AGREE', mode = 'phone', cameo = '036'"), at,
              "AGREE has no modes"));
  CHECK(tells(row("kind = 'call', status = 'planned', type = 'CONSULT', mode = 'fax', cameo = '036'"), at,
              "CONSULT has no mode \"fax\": visit, third-party, multilateral, phone"));
  CHECK(tells(row("kind = 'call', status = 'planned', type = 'AGREE', cameo = '36a'"), at,
              "\"36a\" is no CAMEO code"));
  CHECK(tells(row("kind = 'call', status = 'planned', type = 'AGREE'"), at, "`cameo` is missing"));
  CHECK(tells(row("kind = 'call', status = 'planned', type = 'AGREE', cameo = '036', modus = 'x'"), at,
              "unknown key `modus`"));
  CHECK(tells(row("kind = 'call', status = 'planned', deed = 'lfit', type = 'AGREE', cameo = '036'"), at,
              "no word of a class `deed` has the value \"lfit\""));
}

TEST_CASE("rows that are missing, never reached or contradict each other are told") {
  const auto problems =
      checkedRows("{ kind = 'call', status = 'planned', type = 'AGREE', cameo = '036' },\n"
                  "{ kind = 'call', status = 'planned', deed = 'lift', type = 'AID', cameo = '070' }");
  CHECK(tells(problems, "plover.toml:3", "never reached: plover.toml:2 takes all of it"));
  CHECK(tells(problems, "plover.toml:1", "no row for every meeting that is occurred"));
  CHECK(tells(problems, "plover.toml:1", "no row for every posting that is cancelled"));
  CHECK_FALSE(tells(problems, "plover.toml:1", "no row for every call that is planned"));
  CHECK(tells(
      checkedRows("{ kind = 'call', status = 'planned', deed = 'lift', type = 'AGREE', cameo = '030' },\n"
                  "{ kind = 'call', status = 'planned', type = 'AGREE', cameo = '036' }"),
      "plover.toml:3", "is CAMEO 036 here and 030 in plover.toml:2"));
}

TEST_CASE("a word for a deed that no row asks for is told") {
  CHECK(tells(checkedRows("{ kind = 'call', status = 'planned', type = 'AGREE', cameo = '036' }"),
              "en/lexicon/deeds.toml:2", "no row of plover.toml asks for deed \"lift\""));
}

TEST_CASE("packs without a table of codes are in order, their events have no code") {
  PackFolder folder;
  folder.withHeads().with("en/lexicon/deeds.toml", deeds);
  CHECK(check({folder.path()}).empty());
  CHECK(knowledgeOf(folder)->plover().of(EventKind::call, EventStatus::occurred).empty());
}
