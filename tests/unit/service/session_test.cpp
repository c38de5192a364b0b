// SPDX-License-Identifier: Apache-2.0
#include "core/service/session.h"

#include "core/library/catalogue/catalogue.h"
#include "tests/unit/service/folder.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace demarche;
using namespace demarche::service;

namespace {

constexpr const char* vienna = "Talks in Vienna\n\nWang Yi met Jake Sullivan in Vienna on May 10, 2023, "
                               "and they spoke about Taiwan.\n";
constexpr const char* again = "A look back\n\nJake Sullivan and Wang Yi met in Vienna in May 2023.\n";
constexpr const char* beijing = "At the ministry\n\nAntony Blinken met Wang Yi in Beijing on June 19, 2023, "
                                "and both said that the line was open again.\n";

std::unique_ptr<Session> opened(const std::filesystem::path& library, Session::Mode mode) {
  auto session = Session::open(library, mode, installedKnowledge().value());
  REQUIRE(session);
  return std::move(*session);
}

AddReport added(Session& session, const std::vector<std::filesystem::path>& inputs) {
  const auto report = session.add(inputs, {}, {});
  REQUIRE(report);
  return *report;
}

/// A library of two articles that tell of one meeting, and of one that tells of another.
std::unique_ptr<Session> ofThreeArticles(const TemporaryFolder& folder) {
  folder.write("in/a.txt", vienna);
  folder.write("in/b.txt", again);
  folder.write("in/c.txt", beijing);
  auto session = opened(folder / "l.demarche", Session::Mode::create);
  REQUIRE(added(*session, {folder / "in"}).added == 3);
  return session;
}

} // namespace

TEST_CASE("articles of a folder are added, and what they tell of one event is one story") {
  const TemporaryFolder folder;
  const auto session = ofThreeArticles(folder);
  CHECK(session->articles()->size() == 3);
  const auto events = session->events({}).value();
  REQUIRE(events.size() == 2);
  CHECK(events[0].date.str() == "2023-05-10");
  CHECK(events[0].passages.size() >= 2);
  CHECK(events[1].date.str() == "2023-06-19");
}

TEST_CASE("adding the same articles again changes nothing") {
  const TemporaryFolder folder;
  folder.write("in/a.txt", vienna);
  folder.write("in/copy.txt", vienna);
  const auto session = opened(folder / "l.demarche", Session::Mode::openOrCreate);
  const AddReport first = added(*session, {folder / "in"});
  CHECK(first.added == 1);
  CHECK(first.alreadyThere == 1);
  const AddReport second = added(*session, {folder / "in"});
  CHECK(second.added == 0);
  CHECK(second.alreadyThere == 2);
  CHECK(session->articles()->size() == 1);
}

TEST_CASE("what cannot be read is told and the rest is added") {
  const TemporaryFolder folder;
  folder.write("in/a.txt", vienna);
  folder.write("in/empty.txt", "");
  folder.write("in/picture.txt", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  const auto session = opened(folder / "l.demarche", Session::Mode::create);
  const AddReport report = added(*session, {folder / "in", folder / "missing.txt"});
  CHECK(report.added == 1);
  REQUIRE(report.failures.size() == 3);
  CHECK(report.failures[0].source == (folder / "in/empty.txt").string());
  CHECK(report.failures[2].error.kind == base::ErrorKind::notFound);
}

TEST_CASE("progress counts the articles up to their number") {
  const TemporaryFolder folder;
  for (int i = 0; i < 5; ++i)
    folder.write("in/" + std::to_string(i) + ".txt", std::string(vienna) + std::to_string(i));
  const auto session = opened(folder / "l.demarche", Session::Mode::create);
  std::vector<base::Progress> steps;
  REQUIRE(session->add({folder / "in"}, [&](const base::Progress& step) { steps.push_back(step); }, {}));
  REQUIRE(steps.size() == 6);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    CHECK(steps[i].done == static_cast<std::int64_t>(i));
    CHECK(steps[i].total == 5);
  }
}

TEST_CASE("calling it off keeps what was added before, joined") {
  const TemporaryFolder folder;
  for (int i = 0; i < 20; ++i)
    folder.write("in/" + std::to_string(i) + ".txt", std::string(vienna) + std::to_string(i));
  const auto session = opened(folder / "l.demarche", Session::Mode::create);
  const base::CancelToken cancel;
  const auto report = session->add(
      {folder / "in"},
      [&](const base::Progress& step) {
        if (step.done == 2) cancel.cancel();
      },
      cancel);
  REQUIRE(report);
  CHECK(report->cancelled);
  CHECK(report->added == 3);
  CHECK(session->articles()->size() == 3);
  CHECK(session->check(false)->problems.empty());
}

TEST_CASE("readers on several threads work beside the writer") {
  const TemporaryFolder folder;
  for (int i = 0; i < 8; ++i)
    folder.write("in/" + std::to_string(i) + ".txt", std::string(vienna) + std::to_string(i));
  const auto session = opened(folder / "l.demarche", Session::Mode::create);
  std::atomic<int> failed = 0;
  {
    std::vector<std::jthread> readers;
    for (int i = 0; i < 3; ++i)
      readers.emplace_back([&] {
        for (int round = 0; round < 20; ++round)
          if (!session->events({}) || !session->articles()) ++failed;
      });
    CHECK(added(*session, {folder / "in"}).added == 8);
  }
  CHECK(failed == 0);
}

TEST_CASE("an event is explained by its passages and their articles") {
  const TemporaryFolder folder;
  folder.write("in/a.txt", vienna);
  folder.write("in/c.txt", beijing);
  const auto session = opened(folder / "l.demarche", Session::Mode::create);
  added(*session, {folder / "in"});
  const auto events = session->events({}).value();
  REQUIRE(events.size() == 2);
  const auto explanation = session->explain(events[0].id);
  REQUIRE(explanation);
  REQUIRE(explanation->articles.size() == 1);
  CHECK(explanation->articles[0].source == (folder / "in/a.txt").string());
  CHECK_FALSE(explanation->event.passages.front().rule.empty());
  CHECK_FALSE(session->explain("nothing"));
}

TEST_CASE("a session for reading changes nothing") {
  const TemporaryFolder folder;
  folder.write("a.txt", vienna);
  added(*opened(folder / "l.demarche", Session::Mode::create), {folder / "a.txt"});
  const auto session = opened(folder / "l.demarche", Session::Mode::readOnly);
  CHECK(session->articles()->size() == 1);
  CHECK(session->add({folder / "a.txt"}, {}, {}).error().kind == base::ErrorKind::access);
}

TEST_CASE("a library is opened as it is asked for") {
  const TemporaryFolder folder;
  const auto knowledge = installedKnowledge().value();
  const auto open = [&](Session::Mode mode) { return Session::open(folder / "l.demarche", mode, knowledge); };
  CHECK(open(Session::Mode::open).error().kind == base::ErrorKind::notFound);
  CHECK(open(Session::Mode::readOnly).error().kind == base::ErrorKind::notFound);
  CHECK(open(Session::Mode::openOrCreate));
  CHECK(open(Session::Mode::openOrCreate));
  CHECK(open(Session::Mode::open));
  CHECK(open(Session::Mode::create).error().message == "exists already");
}

TEST_CASE("a collection has the positions of every article that is quoted") {
  const TemporaryFolder folder;
  folder.write("a.txt", vienna);
  const auto session = opened(folder / "l.demarche", Session::Mode::create);
  added(*session, {folder / "a.txt"});
  const auto all = collection(*session, {});
  REQUIRE(all);
  REQUIRE(all->events.size() == 1);
  CHECK(all->articles.size() == 1);
  CHECK(all->positions.contains((folder / "a.txt").string()));
}

TEST_CASE("an article is read on its own, with the day of writing that it is given") {
  const TemporaryFolder folder;
  const auto file = folder.write("a.txt", vienna);
  const auto article =
      readArticle(file, *installedKnowledge().value(), time::Edtf::parse("2023-05-12").value());
  REQUIRE(article);
  CHECK(article->extraction.written.basis == model::WrittenBasis::given);
  CHECK(article->extraction.written.date.str() == "2023-05-12");
  CHECK(article->extraction.events.size() == 1);
}

TEST_CASE("a record is read as a file is, from its text or else from its page") {
  exchange::Record record;
  record.source = "somewhere";
  record.html = "<html><body><p>Wang Yi met Jake Sullivan in Vienna on May 10, 2023, and they spoke about "
                "Taiwan.</p></body></html>";
  const auto page = readArticle(record, *installedKnowledge().value());
  REQUIRE(page);
  CHECK(page->document.source == "somewhere");
  CHECK(page->extraction.events.size() == 1);
  record.text = "Nothing happened.";
  CHECK(readArticle(record, *installedKnowledge().value())->extraction.events.empty());
}

TEST_CASE("a filter lets stories through by their places, and their words are read by their rows") {
  const TemporaryFolder folder;
  const auto session = ofThreeArticles(folder);
  CHECK(session->articleCount().value() == 3);
  model::Filter filter;
  filter.text = "Blinken";
  const StoriesFound found = session->stories(filter).value();
  REQUIRE(found.places.size() == 1);
  CHECK(found.catalogue->size() == 2);
  const model::StoryRow row = found.catalogue->stories[found.places[0]];

  const std::vector<model::StoryRow> rows{row, model::noStory};
  const StoriesRead read = session->storiesAt(rows).value();
  REQUIRE(read.stories.size() == 2);
  REQUIRE(read.stories[0]);
  CHECK(read.stories[0]->date.str() == "2023-06-19");
  CHECK_FALSE(read.stories[1]);
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].title == "At the ministry");
  CHECK(session->titlesAt(rows).value() == std::vector<std::string>{read.stories[0]->title, ""});

  CHECK(session->rowOf(read.stories[0]->id).value() == row);
  CHECK(session->rowOf("of no event").value() == std::nullopt);
  CHECK(session->article(read.articles[0].source).value()->digest == read.articles[0].digest);
  CHECK(session->article("no such file").value() == std::nullopt);
}

TEST_CASE("every event in a story leads to its row, and the catalogue knows what an article tells") {
  const TemporaryFolder folder;
  const auto session = ofThreeArticles(folder);
  const StoriesFound found = session->stories({}).value();
  const auto told = library::placesToldIn(*found.catalogue, (folder / "in/b.txt").string());
  REQUIRE(told.size() == 1);
  const model::StoryRow row = found.catalogue->stories[told[0]];
  const StoriesRead read = session->storiesAt({row}).value();
  CHECK(read.stories[0]->date.str() == "2023-05-10");
  CHECK(read.articles.size() == 2);
  CHECK(library::placesToldIn(*found.catalogue, "no such file").empty());
}
