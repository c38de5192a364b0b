// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/library/samples.h"

#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::library;
using model::Change;
using model::CorrectionState;

namespace {

model::Correction correction(Change change, std::string target, model::CorrectionValue value = {}) {
  model::Correction made;
  made.by = "Ann";
  made.change = change;
  made.target = std::move(target);
  made.value = std::move(value);
  return made;
}

time::Edtf date(std::string_view edtf) {
  return time::Edtf::parse(edtf).value();
}

const std::string& keyOf(const Article& article) {
  return article.extraction.events.front().id;
}

model::Event only(const Library& library) {
  const auto stories = library.stories({}).value();
  REQUIRE(stories.size() == 1);
  return stories.front();
}

/// The same article, read by somebody who places the event under another key.
model::Extraction readOtherwise(const Article& article, std::string key) {
  model::Extraction extraction = article.extraction;
  extraction.events.front().id = std::move(key);
  return extraction;
}

void undo(Library& library) {
  const auto last = library.undoable("Ann").value();
  REQUIRE(last);
  REQUIRE(library.revoke(*last, "Ann"));
}
void redo(Library& library) {
  const auto last = library.redoable("Ann").value();
  REQUIRE(last);
  REQUIRE(library.revoke(*last, "Ann"));
}

} // namespace

TEST_CASE("every field of an event can be corrected, and says so") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article article = articleOn("a.txt", u"They met on the 10th.", "2023-05-10");
  REQUIRE(added(library, article));
  const std::string& key = keyOf(article);

  const std::vector<model::Participant> people{
      {"Qin Gang", model::ParticipantType::person, model::Side::cn, "Minister of Foreign Affairs"}};
  REQUIRE(library.correct(correction(Change::kind, key, model::EventKind::call)));
  REQUIRE(library.correct(correction(Change::status, key, model::EventStatus::planned)));
  REQUIRE(library.correct(correction(Change::scope, key, model::Scope::context)));
  REQUIRE(library.correct(correction(Change::date, key, date("2023-05-11~"))));
  REQUIRE(library.correct(correction(Change::people, key, people)));
  REQUIRE(library.correct(correction(Change::place, key, std::optional<model::Place>{{"Geneva", "CH"}})));
  REQUIRE(library.correct(correction(Change::topics, key, std::vector<std::string>{"trade"})));
  REQUIRE(library.correct(correction(Change::note, key, std::string("see the other readout"))));

  const model::Event event = only(library);
  CHECK(event.kind == model::EventKind::call);
  CHECK(event.status == model::EventStatus::planned);
  CHECK(event.scope == model::Scope::context);
  CHECK(event.date.str() == "2023-05-11~");
  CHECK(event.participants == people);
  CHECK(event.place->name == "Geneva");
  CHECK(event.topics == std::vector<std::string>{"trade"});
  CHECK(event.note == "see the other readout");
  CHECK(event.title == "Call: Qin Gang, Geneva");
  CHECK(event.corrected.size() == 8);
  CHECK(event.passages.front().date.str() == "2023-05-10"); // an article's words stay its own
  CHECK(library.check()->empty());
}

TEST_CASE("a corrected title stays, whatever else is corrected") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article article = articleOn("a.txt", u"They met on the 10th.", "2023-05-10");
  REQUIRE(added(library, article));
  REQUIRE(library.correct(correction(Change::title, keyOf(article), std::string("The Vienna channel"))));
  REQUIRE(library.correct(correction(Change::place, keyOf(article), std::optional<model::Place>())));
  CHECK(only(library).title == "The Vienna channel");
  CHECK_FALSE(only(library).place);
}

TEST_CASE("a correction remembers who, when, where and what stood there") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article article = articleOn("a.txt", u"They met on the 10th.", "2023-05-10");
  REQUIRE(added(library, article));
  REQUIRE(library.correct(correction(Change::date, keyOf(article), date("2023-05-11"))));
  REQUIRE(library.correct(correction(Change::date, keyOf(article), date("2023-05-12"))));
  const auto log = library.history(keyOf(article)).value();
  REQUIRE(log.size() == 2);
  CHECK(log[0].correction.by == "Ann");
  CHECK(log[0].correction.at.size() == std::string("2023-05-10T00:00:00.000Z").size());
  CHECK(log[0].correction.anchor.exact == u"They met on the 10th.");
  CHECK(std::get<time::Edtf>(log[0].correction.was).str() == "2023-05-10");
  CHECK(std::get<time::Edtf>(log[1].correction.was).str() == "2023-05-11");
  CHECK(log[0].correction.id < log[1].correction.id);
}

TEST_CASE("undo and redo go back and forth, over the end of the program") {
  const TemporaryFolder folder;
  const Article article = articleOn("a.txt", u"They met on the 10th.", "2023-05-10");
  {
    Library library = created(folder / "a.demarche");
    REQUIRE(added(library, article));
    REQUIRE(library.correct(correction(Change::date, keyOf(article), date("2023-05-11"))));
    REQUIRE(library.correct(correction(Change::kind, keyOf(article), model::EventKind::call)));
    undo(library);
    CHECK(only(library).kind == model::EventKind::meeting);
    CHECK(only(library).date.str() == "2023-05-11");
  }
  Library library = Library::open(folder / "a.demarche", Library::Access::write).value();
  undo(library);
  CHECK(only(library).date.str() == "2023-05-10");
  CHECK(only(library).corrected.empty());
  CHECK_FALSE(library.undoable("Ann").value());
  redo(library);
  redo(library);
  CHECK(only(library).kind == model::EventKind::call);
  CHECK(only(library).date.str() == "2023-05-11");
  CHECK_FALSE(library.redoable("Ann").value());
  undo(library);
  REQUIRE(library.correct(correction(Change::note, keyOf(article), std::string("!"))));
  CHECK_FALSE(library.redoable("Ann").value()); // another branch was taken
  CHECK_FALSE(library.undoable("Bob").value()); // nobody undoes what others did
}

TEST_CASE("a correction follows its account to another key by its quote, and says so") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article article = articleOn("a.txt", u"They met on the 10th.", "2023-05-10");
  REQUIRE(added(library, article));
  REQUIRE(library.correct(correction(Change::date, keyOf(article), date("2023-05-11"))));
  REQUIRE(library.replaceReading("a.txt", readOtherwise(article, "another"), "newer"));
  CHECK(only(library).id == "another");
  CHECK(only(library).date.str() == "2023-05-11");
  const auto log = library.corrections().value();
  CHECK(log.front().state == CorrectionState::moved);
  CHECK(log.front().account == "another");
}

TEST_CASE("a correction that finds nothing is set aside, and comes back with what it is about") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article article = articleOn("a.txt", u"They met on the 10th.", "2023-05-10");
  REQUIRE(added(library, article));
  REQUIRE(library.correct(correction(Change::date, keyOf(article), date("2023-05-11"))));
  model::Extraction nothing = article.extraction;
  nothing.events.clear();
  REQUIRE(library.replaceReading("a.txt", nothing, "newer"));
  CHECK(library.stories({})->empty());
  CHECK(library.corrections()->front().state == CorrectionState::aside);
  CHECK(library.check().value() == std::vector<std::string>());

  REQUIRE(library.replaceReading("a.txt", article.extraction, "newest"));
  CHECK(only(library).date.str() == "2023-05-11");
  CHECK(library.corrections()->front().state == CorrectionState::applied);

  REQUIRE(library.remove("a.txt"));
  CHECK(library.corrections()->front().state == CorrectionState::aside);
  REQUIRE(added(library, article));
  CHECK(only(library).date.str() == "2023-05-11");
  CHECK(library.check()->empty());
}

TEST_CASE("where the machine has come to say the same, the correction agrees") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  Article article = articleOn("a.txt", u"They met on the 10th.", "2023-05-10");
  REQUIRE(added(library, article));
  REQUIRE(library.correct(correction(Change::date, keyOf(article), date("2023-05-11"))));
  article.extraction.events.front().date = date("2023-05-11");
  REQUIRE(library.replaceReading("a.txt", article.extraction, "newer"));
  CHECK(library.corrections()->front().state == CorrectionState::agreed);
  CHECK(only(library).date.str() == "2023-05-11");
}

TEST_CASE("an event is rejected and confirmed; the last word counts") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article article = articleOn("a.txt", u"They met on the 10th.", "2023-05-10");
  REQUIRE(added(library, article));
  REQUIRE(library.correct(correction(Change::reject, keyOf(article))));
  CHECK(library.story(keyOf(article))->review == model::Review::rejected);
  CHECK(library.stories({})->empty()); // it is kept, and not shown
  REQUIRE(library.correct(correction(Change::confirm, keyOf(article))));
  CHECK(only(library).review == model::Review::confirmed);
}

TEST_CASE("an event added by hand stands on its passage, is joined like others and survives reading again") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article article = articleOn("a.txt", u"They met on the 10th. Then they called.", "2023-05-10");
  REQUIRE(added(library, article));
  model::Correction add = correction(Change::add, "");
  add.anchor = library.anchor("a.txt", {22, 39}).value();
  model::AddedEvent call;
  call.kind = model::EventKind::call;
  call.date = date("2023-05-12");
  call.participants = article.extraction.events.front().participants;
  add.value = call;
  const model::Correction made = library.correct(add).value();

  const auto check = [&] {
    const auto stories = library.stories({}).value();
    REQUIRE(stories.size() == 2);
    CHECK(stories[1].kind == model::EventKind::call);
    CHECK(stories[1].id == made.id);
    CHECK(stories[1].title == "Wang Yi speaks with Jake Sullivan");
    CHECK(stories[1].passages.front().text == u"Then they called.");
    CHECK(library.check()->empty());
  };
  check();
  REQUIRE(library.replaceReading("a.txt", readOtherwise(article, "another"), "newer"));
  check();
  REQUIRE(library.correct(correction(Change::date, made.id, date("2023-05-13"))));
  CHECK(library.story(made.id)->date.str() == "2023-05-13");
  undo(library);
  undo(library);
  CHECK(library.stories({})->size() == 1);
  redo(library);
  check();
  REQUIRE(library.remove("a.txt"));
  CHECK(library.stories({})->empty());
  REQUIRE(added(library, article));
  CHECK(library.stories({})->size() == 2);
}

TEST_CASE("stories are merged and split by hand, whatever comes or goes") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article may = articleOn("a.txt", u"They met on May 10.", "2023-05-10");
  const Article september = articleOn("b.txt", u"They met on September 17.", "2023-09-17");
  REQUIRE(added(library, may));
  REQUIRE(added(library, september));
  REQUIRE(library.stories({})->size() == 2);

  REQUIRE(library.correct(correction(
      Change::merge, "", std::vector<model::AccountRef>{{keyOf(may), {}}, {keyOf(september), {}}})));
  CHECK(only(library).passages.size() == 2);
  REQUIRE(added(library, articleOn("c.txt", u"On May 10 they met.", "2023-05-10")));
  CHECK(only(library).passages.size() == 3);
  REQUIRE(library.replaceReading("b.txt", readOtherwise(september, "another"), "newer"));
  CHECK(only(library).passages.size() == 3);

  REQUIRE(library.correct(correction(Change::split, "", std::vector<model::AccountRef>{{keyOf(may), {}}})));
  CHECK(library.stories({})->size() == 2);
  CHECK(library.story(keyOf(may))->passages.size() == 1);
  undo(library);
  CHECK(only(library).passages.size() == 3);
  undo(library);
  CHECK(library.stories({})->size() == 2);
  CHECK(library.check()->empty());
}

TEST_CASE("corrections of a superseded version move to the new one by their quote") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const std::u16string rest =
      u" The two sides spoke about Taiwan, trade and the channels between their armed forces.";
  const Article first = articleOn("a.txt", u"They met on the 10th." + rest, "2023-05-10");
  Article second = articleOn("a.txt", u"UPDATE. They met on the 10th." + rest, "2023-05-10");
  REQUIRE(added(library, first));
  REQUIRE(library.correct(correction(Change::note, keyOf(first), std::string("checked"))));
  second.extraction.events.front().passages.front().span = {8, 29};
  second.extraction.events.front().passages.front().text = u"They met on the 10th.";
  CHECK(library.add(second.document, second.extraction, "knowledge").value() == Added::newVersion);
  REQUIRE(library.settle());
  CHECK(library.stories({})->size() == 1);
  CHECK(library.articles()->size() == 2);
  CHECK(library.document("a.txt")->text == second.document.text);
  CHECK(library.document("a.txt (version 1)")->text == first.document.text);
  CHECK(only(library).passages.size() == 1);
  CHECK(library.check()->empty());
  REQUIRE(library.remove("a.txt"));
  CHECK(library.document("a.txt")->text == first.document.text);
  CHECK(only(library).note == "checked");
}

TEST_CASE("what was merged moves to another version of either article, though the first is gone") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article one = articleOn("a.txt", u"They met on May 10.", "2023-05-10");
  const Article first = articleOn("b.txt", u"They met on September 17.", "2023-09-17");
  Article second = articleOn("b.txt", u"UPDATE. They met on September 17.", "2023-09-17");
  second.extraction.events.front().passages.front().span = {8, 33};
  second.extraction.events.front().passages.front().text = u"They met on September 17.";
  REQUIRE(added(library, one));
  REQUIRE(added(library, first));
  REQUIRE(library.correct(
      correction(Change::merge, "", std::vector<model::AccountRef>{{keyOf(one), {}}, {keyOf(first), {}}})));
  REQUIRE(library.remove("b.txt"));
  REQUIRE(added(library, second));
  CHECK(only(library).passages.size() == 2);
}

TEST_CASE("corrections of one of several articles of one source follow it, under whatever name it goes") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article other = articleOn("a.txt", u"They met on May 10.", "2023-05-10");
  const Article first = articleOn("a.txt", u"The two sides spoke on September 17.", "2023-09-17");
  Article second = articleOn("a.txt", u"UPDATE. The two sides spoke on September 17.", "2023-09-17");
  second.extraction.events.front().passages.front().span = {8, 44};
  second.extraction.events.front().passages.front().text = u"The two sides spoke on September 17.";
  REQUIRE(added(library, other));
  REQUIRE(added(library, first));
  REQUIRE(library.document("a.txt (2)")->text == first.document.text);
  REQUIRE(library.correct(correction(Change::note, keyOf(first), std::string("checked"))));
  CHECK(library.corrections()->front().correction.anchor.source == "a.txt");
  REQUIRE(library.remove("a.txt (2)"));
  REQUIRE(library.remove("a.txt"));
  REQUIRE(added(library, second));
  CHECK(only(library).note == "checked");
}

TEST_CASE("what cannot be corrected is told in words") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article article = articleOn("a.txt", u"They met on the 10th.", "2023-05-10");
  REQUIRE(added(library, article));
  CHECK(library.correct(correction(Change::note, "no such", std::string("x")))
            .error()
            .message.find("no event") != std::string::npos);
  CHECK_FALSE(library.correct(correction(Change::kind, keyOf(article), std::string("x"))));
  CHECK_FALSE(
      library.correct(correction(Change::merge, "", std::vector<model::AccountRef>{{keyOf(article), {}}})));
  CHECK_FALSE(library.revoke("no such", "Ann"));
  model::Correction add = correction(Change::add, "", model::AddedEvent());
  add.anchor = {article.document.digest, "a.txt", {10, 400}, {}, {}, {}};
  CHECK_FALSE(library.correct(add));
  CHECK(library.corrections()->empty());
}

TEST_CASE("what became of corrections is made anew from their log") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  const Article article = articleOn("a.txt", u"They met on the 10th.", "2023-05-10");
  REQUIRE(added(library, article));
  REQUIRE(library.correct(correction(Change::note, keyOf(article), std::string("checked"))));
  tamper(folder / "a.demarche", "DELETE FROM correction_target");
  CHECK(library.check().value() == std::vector<std::string>{"1 corrections have not been looked at"});
  REQUIRE(library.repair());
  CHECK(library.check()->empty());
  CHECK(only(library).note == "checked");
  CHECK(library.corrections()->front().state == CorrectionState::applied);
}
