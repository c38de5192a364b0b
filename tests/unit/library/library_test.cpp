// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/library/samples.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::library;

TEST_CASE("an article comes back as it was added") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  Article article =
      articleOn("vienna.txt", u"王毅在维也纳会见沙利文。𠮷 They met on the 10th.", "2023-05-10");
  article.document.byline = "By a reporter";
  article.document.stated = model::StatedDate{time::Edtf::parse("2023-05~").value(), {3, 6}};
  article.document.diagnostics = {{"vienna.txt", 4, "a strange letter"}};
  REQUIRE(added(library, article));

  const auto document = library.document("vienna.txt");
  REQUIRE(document);
  CHECK(document->text == article.document.text);
  CHECK(document->title == "Talks");
  CHECK(document->byline == "By a reporter");
  CHECK(document->digest == article.document.digest);
  REQUIRE(document->stated);
  CHECK(document->stated->date.str() == "2023-05~");
  CHECK(document->stated->span == text::Span{3, 6});
  REQUIRE(document->blocks.size() == 1);
  CHECK(document->blocks[0].span == article.document.blocks[0].span);
  CHECK(document->blocks[0].language == model::Language::english);
  REQUIRE(document->diagnostics.size() == 1);
  CHECK(document->diagnostics[0].offset == 4);

  const auto articles = library.articles();
  REQUIRE(articles);
  REQUIRE(articles->size() == 1);
  CHECK(articles->front().languages == std::vector{model::Language::english});
  CHECK(articles->front().written.basis == model::WrittenBasis::inferred);
  CHECK(articles->front().written.why == "It says so.");
}

TEST_CASE("an event comes back as it was added") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article article = articleOn("vienna.txt", u"They met on the 10th.", "2023-05-10/2023-05-11");
  REQUIRE(added(library, article));
  const auto events = library.stories({});
  REQUIRE(events);
  REQUIRE(events->size() == 1);
  const model::Event& told = article.extraction.events.front();
  const model::Event& event = events->front();
  CHECK(event.id == told.id);
  CHECK(event.date.str() == told.date.str());
  CHECK(event.level == told.level);
  CHECK(event.topics == told.topics);
  CHECK(event.confidence == told.confidence);
  CHECK(event.plover == told.plover);
  CHECK(event.participants == told.participants);
  CHECK(event.place == told.place);
  REQUIRE(event.passages.size() == 1);
  CHECK(event.passages[0].article == "vienna.txt");
  CHECK(event.passages[0].span == told.passages[0].span);
  CHECK(event.passages[0].text == told.passages[0].text);
  CHECK(event.passages[0].dateText == told.passages[0].dateText);
  CHECK(event.passages[0].dateWhy == told.passages[0].dateWhy);
  CHECK(event.passages[0].rule == told.passages[0].rule);
}

TEST_CASE("adding an article again changes nothing") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  CHECK(added(library, articleOn("a.txt", u"They met.", "2023-05-10")));
  CHECK_FALSE(added(library, articleOn("copy.txt", u"They met.", "2023-05-10")));
  CHECK(library.articles()->size() == 1);
  CHECK(library.stories({})->size() == 1);
}

TEST_CASE("another text of the same source is kept beside the first") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  REQUIRE(added(library, articleOn("a.txt", u"They met.", "2023-05-10")));
  REQUIRE(added(library, articleOn("a.txt", u"They met and spoke.", "2023-05-10")));
  CHECK(library.document("a.txt")->text == u"They met.");
  CHECK(library.document("a.txt (2)")->text == u"They met and spoke.");
  CHECK(library.stories({})->front().passages.front().article == "a.txt");
}

TEST_CASE("what several articles tell of one event is one story once joined") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  REQUIRE(added(library, articleOn("a.txt", u"They met in May.", "2023-05")));
  REQUIRE(added(library, articleOn("b.txt", u"They met on the 10th.", "2023-05-10")));
  const auto stories = library.stories({});
  REQUIRE(stories->size() == 1);
  CHECK(stories->front().passages.size() == 2);
  CHECK(stories->front().date.str() == "2023-05-10");
  CHECK(stories->front().confidence > 0.75);
}

TEST_CASE("a story that grows keeps its row when others are new") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  REQUIRE(added(library, articleOn("a.txt", u"They met.", "2023-05-10")));
  // Others that come with it, before and behind it in time.
  for (const auto& [source, date] : {std::pair("b.txt", "2022-05-10"), std::pair("c.txt", "2023-05-10"),
                                     std::pair("d.txt", "2024-05-10")}) {
    const Article article = articleOn(source, u"On " + text::toUtf16(source), date);
    REQUIRE(library.add(article.document, article.extraction, "knowledge"));
  }
  REQUIRE(library.settle());
  const auto stories = library.stories({}).value();
  REQUIRE(stories.size() == 3);
  CHECK(stories[0].passages.size() == 1);
  CHECK(stories[1].passages.size() == 2);
  CHECK(stories[2].passages.size() == 1);
}

TEST_CASE("an event without a date is joined by the day its article was written") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  REQUIRE(added(library, articleOn("a.txt", u"They met on the 10th.", "2023-05-10")));
  REQUIRE(added(library, articleOn("b.txt", u"They met.", "unknown")));
  REQUIRE(added(library, articleOn("c.txt", u"They are to meet on the 20th.", "2023-05-20")));
  const auto stories = library.stories({});
  REQUIRE(stories->size() == 2);
  CHECK(stories->front().passages.size() == 2);
}

TEST_CASE("articles that contradict each other keep their own day and place") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  Article elsewhere = articleOn("b.txt", u"They met in Valletta.", "2023-05-10");
  elsewhere.extraction.events.front().place = model::Place{"Valletta", "MT"};
  REQUIRE(added(library, articleOn("a.txt", u"They met in Vienna.", "2023-05-10")));
  REQUIRE(added(library, elsewhere));
  const auto stories = library.stories({});
  REQUIRE(stories->size() == 1);
  const std::vector<model::Passage>& told = stories->front().passages;
  REQUIRE(told.size() == 2);
  CHECK(told[0].place->name == "Vienna");
  CHECK(told[1].place->name == "Valletta");
}

TEST_CASE("a library is the same whatever order its articles came in") {
  const TemporaryFolder folder;
  Library one = created(folder / "one.demarche");
  Library other = created(folder / "other.demarche");
  const std::vector<Article> articles = {articleOn("a.txt", u"They met in May.", "2023-05"),
                                         articleOn("b.txt", u"They met on the 10th.", "2023-05-10"),
                                         articleOn("c.txt", u"They meet again.", "2023-09-17")};
  for (auto article = articles.begin(); article != articles.end(); ++article)
    REQUIRE(added(one, *article));
  for (auto article = articles.rbegin(); article != articles.rend(); ++article)
    REQUIRE(added(other, *article));
  const auto here = one.stories({}).value();
  const auto there = other.stories({}).value();
  REQUIRE(here.size() == 2);
  REQUIRE(there.size() == 2);
  for (std::size_t i = 0; i < here.size(); ++i) {
    CHECK(here[i].id == there[i].id);
    CHECK(here[i].date.str() == there[i].date.str());
    CHECK(here[i].passages.size() == there[i].passages.size());
  }
}

TEST_CASE("events stand by their first day, those without a date last") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  Article undated = articleOn("a.txt", u"one", "unknown");
  undated.extraction.events.front().kind = model::EventKind::letter; // or it would be one of the others
  REQUIRE(added(library, undated));
  REQUIRE(added(library, articleOn("b.txt", u"two", "2024-01-27")));
  REQUIRE(added(library, articleOn("c.txt", u"three", "2023-05")));
  const auto events = library.stories({}).value();
  CHECK(events[0].date.str() == "2023-05");
  CHECK(events[1].date.str() == "2024-01-27");
  CHECK(events[2].date.unknown());
}

TEST_CASE("a story is found by any of its accounts' ids and by an unambiguous beginning") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article first = articleOn("a.txt", u"They met in May.", "2023-05");
  const Article second = articleOn("b.txt", u"They met on the 10th.", "2023-05-10");
  const Article third = articleOn("c.txt", u"They met in September.", "2023-09");
  for (const Article& article : {first, second, third})
    REQUIRE(added(library, article));
  for (const Article& article : {first, second}) {
    const std::string& id = article.extraction.events.front().id;
    REQUIRE(library.story(id));
    CHECK(library.story(id)->passages.size() == 2);
    CHECK(library.story(id.substr(0, 12))->passages.size() == 2);
  }
  CHECK(library.story("e").error().message.find("2 events begin with") != std::string::npos);
  CHECK(library.story("zzz").error().kind == base::ErrorKind::notFound);
  CHECK(library.story("").error().kind == base::ErrorKind::notFound);
}

TEST_CASE("a library is kept when closed and opened again") {
  const TemporaryFolder folder;
  const auto file = folder / "a.demarche";
  {
    Library library = created(file);
    REQUIRE(added(library, articleOn("a.txt", u"They met.", "2023-05-10")));
  }
  CHECK(Library::open(file, Library::Access::read)->stories({})->size() == 1);
  CHECK(Library::open(file, Library::Access::write)->stories({})->size() == 1);
}

TEST_CASE("a reader sees what was written before it looked, beside an open writer") {
  const TemporaryFolder folder;
  const auto file = folder / "a.demarche";
  Library writer = created(file);
  const Library reader = Library::open(file, Library::Access::read).value();
  CHECK(reader.stories({})->empty());
  REQUIRE(added(writer, articleOn("a.txt", u"They met.", "2023-05-10")));
  CHECK(reader.stories({})->size() == 1);
}

TEST_CASE("an article that is not there is told by name") {
  const TemporaryFolder folder;
  const Library library = created(folder / "a.demarche");
  const auto missing = library.document("nowhere.txt");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == base::ErrorKind::notFound);
  CHECK(missing.error().message.find("nowhere.txt") != std::string::npos);
}
