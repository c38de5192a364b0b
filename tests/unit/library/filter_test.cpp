// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/library/samples.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::library;
using model::Filter;

namespace {

model::Event vienna() {
  model::Event event;
  event.id = "vienna";
  event.date = time::Edtf::parse("2023-05-10/2023-05-11").value();
  event.title = "Wang Yi meets Jake Sullivan, Vienna";
  event.topics = {"security"};
  event.confidence = 0.75;
  event.participants = {{"Wang Yi", model::ParticipantType::person, model::Side::cn, ""},
                        {"Jake Sullivan", model::ParticipantType::person, model::Side::us, ""}};
  event.place = model::Place{"Vienna", "AT"};
  model::Passage passage;
  passage.text = u"王毅在維也納會晤沙利文";
  passage.span = {0, 11};
  event.passages = {passage};
  return event;
}

/// Whether a library that holds but this event shows it.
bool shows(const Filter& filter, const model::Event& event) {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  Article article = articleOn("a.txt", u"王毅在維也納會晤沙利文", "2023-05-10");
  article.document.blocks.front().language = model::Language::chineseTraditional;
  article.extraction.events = {event};
  REQUIRE(added(library, article));
  return !library.stories(filter)->empty();
}

bool lets(const Filter& filter) {
  return shows(filter, vienna());
}

Filter between(const char* from, const char* to) {
  Filter filter;
  if (from != nullptr) filter.from = time::Edtf::parse(from).value();
  if (to != nullptr) filter.to = time::Edtf::parse(to).value();
  return filter;
}

} // namespace

TEST_CASE("an empty filter lets everything through") {
  CHECK(lets({}));
}

TEST_CASE("an event is in a span of time that it may touch") {
  CHECK(lets(between("2023-05-11", nullptr)));
  CHECK_FALSE(lets(between("2023-05-12", nullptr)));
  CHECK(lets(between(nullptr, "2023-05-10")));
  CHECK_FALSE(lets(between(nullptr, "2023-05-09")));
  CHECK(lets(between("2023", "2023-05")));
  CHECK_FALSE(lets(between("2024", nullptr)));
}

TEST_CASE("an event without a date is in no span of time") {
  model::Event event = vienna();
  event.date = {};
  CHECK_FALSE(shows(between("2020", nullptr), event));
  CHECK(shows({}, event));
}

TEST_CASE("names are compared without case and accents, and by part") {
  for (const char* name : {"sullivan", "WANG", "Wáng Yí"}) {
    Filter filter;
    filter.people = {name};
    INFO(name);
    CHECK(lets(filter));
  }
  Filter other;
  other.people = {"Blinken"};
  CHECK_FALSE(lets(other));
  other.people = {"Blinken", "Sullivan"};
  CHECK(lets(other));
}

TEST_CASE("a place is named or its country's code given whole") {
  Filter filter;
  for (const char* place : {"vienna", "at", "AT"}) {
    filter.places = {place};
    CHECK(lets(filter));
  }
  filter.places = {"A"};
  CHECK(lets(filter)); // part of the name
  filter.places = {"CN"};
  CHECK_FALSE(lets(filter));
}

TEST_CASE("all words of a text must stand in the title or a passage, in either script") {
  Filter filter;
  filter.text = "会晤";
  CHECK(lets(filter));
  filter.text = "維也納 sullivan";
  CHECK(lets(filter));
  filter.text = "維也納 blinken";
  CHECK_FALSE(lets(filter));
}

TEST_CASE("kinds of questions are joined by and") {
  Filter filter;
  filter.people = {"Wang"};
  filter.kinds = {model::EventKind::meeting, model::EventKind::call};
  CHECK(lets(filter));
  filter.kinds = {model::EventKind::call};
  CHECK_FALSE(lets(filter));
}

TEST_CASE("status, scope, topic, language and confidence are each asked") {
  Filter filter;
  filter.statuses = {model::EventStatus::planned};
  CHECK_FALSE(lets(filter));
  filter = {};
  filter.scope = model::Scope::context;
  CHECK_FALSE(lets(filter));
  filter = {};
  filter.topics = {"trade"};
  CHECK_FALSE(lets(filter));
  filter.topics = {"secur"};
  CHECK(lets(filter));
  filter = {};
  filter.languages = {model::Language::english};
  CHECK_FALSE(lets(filter));
  filter.languages = {model::Language::english, model::Language::chineseTraditional};
  CHECK(lets(filter));
  filter = {};
  filter.minConfidence = 0.76;
  CHECK_FALSE(lets(filter));
}
