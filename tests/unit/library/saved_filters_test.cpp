// SPDX-License-Identifier: Apache-2.0
#include "core/base/utc.h"
#include "tests/unit/library/samples.h"

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

using namespace demarche;
using namespace demarche::library;

namespace {

model::Filter filterWithEverything() {
  model::Filter filter;
  filter.from = time::Edtf::parse("2018-03~").value();
  filter.to = time::Edtf::parse("2024").value();
  filter.kinds = {model::EventKind::meeting, model::EventKind::call};
  filter.statuses = {model::EventStatus::cancelled};
  filter.scope = model::Scope::context;
  filter.people = {"Liu He", "劉鶴"};
  filter.places = {"日内瓦"};
  filter.topics = {"trade"};
  filter.sides = {model::Side::us, model::Side::other};
  filter.languages = {model::Language::chineseTraditional};
  filter.sources = {"a \"quoted\" name.txt"};
  filter.text = "person:Wang AND \"joint statement\"";
  filter.minConfidence = 0.35;
  filter.rejectedToo = true;
  return filter;
}

model::Filter filterOn(std::string person) {
  model::Filter filter;
  filter.people = {std::move(person)};
  return filter;
}

/// Of what was saved in one millisecond it is not known what came later.
void waitForAnotherMoment() {
  const std::string now = base::utcNow();
  while (base::utcNow() == now)
    std::this_thread::yield();
}

} // namespace

TEST_CASE("a saved filter comes back with every condition, also from another connection") {
  const TemporaryFolder folder;
  const model::SavedFilter full{"all of it", filterWithEverything()};
  const model::SavedFilter empty{"我的", model::Filter()};
  {
    Library library = created(folder / "a.demarche");
    REQUIRE(library.saveFilter(full));
    REQUIRE(library.saveFilter(empty));
  }
  const Library library = Library::open(folder / "a.demarche", Library::Access::read).value();
  CHECK(library.savedFilters().value() == std::vector{full, empty});
}

TEST_CASE("a filter saved under a name takes the place of the one before, and can be removed") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  REQUIRE(library.saveFilter({"mine", filterOn("Liu He")}));
  REQUIRE(library.saveFilter({"mine", filterOn("Wang Yi")}));
  CHECK(library.savedFilters().value() == std::vector<model::SavedFilter>{{"mine", filterOn("Wang Yi")}});
  REQUIRE(library.removeFilter("mine"));
  CHECK(library.savedFilters()->empty());
  CHECK(library.removeFilter("mine").error().message == "there is no filter \"mine\" in this library");
  CHECK(library.saveFilter({" \t", model::Filter()}).error().message == "a filter needs a name to be saved");
  REQUIRE(library.saveFilter({"mine", filterOn("Liu He")}));
  CHECK(library.savedFilters()->size() == 1);
}

TEST_CASE(
    "of filters with one name the later counts wherever libraries are merged, and so does removing one") {
  const TemporaryFolder folder;
  const auto a = folder / "a.demarche";
  const auto b = folder / "b.demarche";
  Library one = created(a);
  Library other = created(b);
  REQUIRE(one.saveFilter({"both", filterOn("Liu He")}));
  REQUIRE(one.saveFilter({"gone", filterOn("Liu He")}));
  REQUIRE(other.merge(a, {}, base::CancelToken()));
  CHECK(other.savedFilters()->size() == 2);
  waitForAnotherMoment();
  REQUIRE(other.saveFilter({"both", filterOn("Wang Yi")}));
  REQUIRE(other.removeFilter("gone"));

  const std::vector<model::SavedFilter> expected{{"both", filterOn("Wang Yi")}};
  REQUIRE(other.merge(a, {}, base::CancelToken()));
  CHECK(other.savedFilters().value() == expected);
  REQUIRE(one.merge(b, {}, base::CancelToken()));
  CHECK(one.savedFilters().value() == expected);
}

TEST_CASE("a saved filter that was made unreadable is told, not taken for another") {
  const TemporaryFolder folder;
  Library library = created(folder / "a.demarche");
  REQUIRE(library.saveFilter({"mine", filterOn("Liu He")}));
  for (const char* spelling : {"{", "{}", "[]", R"({"from":null,"to":null,"kinds":["picnic"]})"}) {
    CAPTURE(spelling);
    tamper(folder / "a.demarche", "UPDATE saved_filter SET filter = '" + std::string(spelling) + "'");
    CHECK(library.savedFilters().error().message.find("damaged") != std::string::npos);
  }
}
