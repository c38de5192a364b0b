// SPDX-License-Identifier: Apache-2.0
// Several sessions on one library, as when the window is open and the command line adds to it.

#include "core/service/session.h"
#include "tests/unit/service/folder.h"

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

using namespace demarche;
using namespace demarche::service;

namespace {

constexpr const char* vienna = "Talks in Vienna\n\nWang Yi met Jake Sullivan in Vienna on May 10, 2023, "
                               "and they spoke about Taiwan.\n";
constexpr const char* beijing = "At the ministry\n\nAntony Blinken met Wang Yi in Beijing on June 19, 2023, "
                                "and both said that the line was open again.\n";

std::unique_ptr<Session> opened(const std::filesystem::path& library) {
  auto session = Session::open(library, Session::Mode::openOrCreate, installedKnowledge().value());
  if (!session) throw std::runtime_error(session.error().message);
  return std::move(*session);
}

model::Correction note(const std::string& by, const std::string& event, const std::string& words) {
  model::Correction correction;
  correction.by = by;
  correction.change = model::Change::note;
  correction.target = event;
  correction.value = words;
  return correction;
}

} // namespace

TEST_CASE("two sessions on one library see each other's changes at once") {
  const TemporaryFolder folder;
  const auto one = opened(folder / "l.demarche");
  const auto other = opened(folder / "l.demarche");
  REQUIRE(one->add({folder.write("a.txt", vienna)}, {}, {}));
  REQUIRE(other->events({})->size() == 1);
  REQUIRE(other->add({folder.write("b.txt", beijing)}, {}, {}));
  REQUIRE(one->events({})->size() == 2);

  const std::string event = one->events({})->front().id;
  REQUIRE(one->correct(note("Ann", event, "said by Ann")));
  CHECK(other->events({})->front().note == "said by Ann");
  REQUIRE(other->correct(note("Bob", event, "said by Bob")));
  CHECK(one->events({})->front().note == "said by Bob");
  CHECK(one->corrections({})->size() == 2);

  REQUIRE(one->undo("Ann")->has_value()); // hers, and not what was said last
  CHECK(other->events({})->front().note == "said by Bob");
  REQUIRE(other->undo("Bob")->has_value());
  CHECK(one->events({})->front().note.empty());
  REQUIRE(other->remove({(folder / "a.txt").string()}));
  CHECK(one->events({})->size() == 1);
  CHECK(one->check(false)->problems.empty());
}

TEST_CASE("two sessions that write at the same time take turns") {
  const TemporaryFolder folder;
  constexpr std::size_t articles = 12;
  std::array<std::string, 2> failed;
  {
    std::vector<std::jthread> hands;
    for (std::size_t hand = 0; hand < failed.size(); ++hand)
      hands.emplace_back([&, hand] {
        try {
          const auto session = opened(folder / "l.demarche"); // whoever comes first makes it
          for (std::size_t i = 0; i < articles; ++i) {
            const std::string name = std::to_string(hand) + "/" + std::to_string(i) + ".txt";
            const auto report = session->add({folder.write(name, vienna + name)}, {}, {});
            if (!report || report->added != 1) failed[hand] = report ? "not added" : report.error().message;
            const auto events = session->events({});
            if (!events || events->empty()) continue;
            const auto made = session->correct(note(name, events->front().id, name));
            if (!made) failed[hand] = made.error().message;
          }
        } catch (const std::exception& error) {
          failed[hand] = error.what();
        }
      });
  }
  for (const std::string& failure : failed) {
    CAPTURE(failure);
    CHECK(failure.empty());
  }
  const auto session = opened(folder / "l.demarche");
  CHECK(session->articles()->size() == 2 * articles);
  CHECK(session->corrections({})->size() == 2 * articles);
  CHECK(session->events({})->size() == 1);
  CHECK(session->check(false)->problems.empty());
}

TEST_CASE("both add the same articles, and each is there once") {
  const TemporaryFolder folder;
  for (int i = 0; i < 12; ++i)
    folder.write("in/" + std::to_string(i) + ".txt", vienna + std::to_string(i));
  std::array<base::Result<AddReport>, 2> reports;
  {
    std::vector<std::jthread> hands;
    hands.reserve(reports.size());
    for (auto& report : reports)
      hands.emplace_back([&] { report = opened(folder / "l.demarche")->add({folder / "in"}, {}, {}); });
  }
  REQUIRE(reports[0]);
  REQUIRE(reports[1]);
  CHECK(reports[0]->added + reports[1]->added == 12);
  CHECK(reports[0]->alreadyThere + reports[1]->alreadyThere == 12);
  const auto session = opened(folder / "l.demarche");
  CHECK(session->articles()->size() == 12);
  CHECK(session->check(false)->problems.empty());
}
