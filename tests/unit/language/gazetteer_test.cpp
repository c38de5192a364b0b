// SPDX-License-Identifier: Apache-2.0
#include "pack_folder.h"

#include "core/time/calendar.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::test;

namespace {

constexpr std::string_view offices = R"(
[[office]]
id = "envoy"
title = "US Envoy"
side = "US"
level = "senior"
en = ["Envoy"]
zh = ["特使"]

[[office]]
id = "clerk"
title = "US Clerk"
side = "US"
level = "working"
)";

constexpr std::string_view persons = R"(
[[person]]
name = "Jane Roe"
family = "Roe"
side = "US"
en = ["Jane Q. Roe", "JANE ROE"]
zh = ["简·罗", "罗伊", "罗伊"]
mangled = ["鱼卵"]
terms = [
  { office = "envoy", from = "2021-01-26", to = "2022" },
  { office = "clerk", from = "2019-03" },
]

[[person]]
name = "John Roe"
family = "Roe"
side = "US"
zh = ["罗伊"]
terms = [{ office = "envoy", from = "2023-01-01", to = "2023-06-30" }]
)";

PackFolder& fill(PackFolder& folder) {
  return folder.withHeads().with("gazetteer/offices.toml", offices).with("gazetteer/persons.toml", persons);
}

time::DayRange on(std::string_view day) {
  const time::Day found = time::parseIsoDay(day).value();
  return {found, found};
}

} // namespace

TEST_CASE("names of the gazetteer are found in both languages and lead to all who bear them") {
  PackFolder folder;
  fill(folder);
  const auto knowledge = knowledgeOf(folder);
  const Gazetteer& gazetteer = knowledge->gazetteer();

  const Read en(knowledge, model::Language::english, "Envoy Jane Q. Roe saw Roe.");
  CHECK(en.hits() == Texts{"office:Envoy", "person:Jane Q. Roe", "family:Roe", "family:Roe"});
  CHECK(gazetteer.name(*en.reading().hits[1].entry).bearers == std::vector<std::int32_t>{1});
  CHECK(gazetteer.name(*en.reading().hits[3].entry).bearers == std::vector<std::int32_t>{1, 2});

  const Read zh(knowledge, model::Language::chineseTraditional, "特使羅伊和簡·羅，魚卵, Jane Roe");
  CHECK(zh.hits() ==
        Texts{"office:特使", "person:羅伊", "person:簡·羅", "mangled:魚卵", "person:Jane Roe", "family:Roe"});
  CHECK(gazetteer.name(*zh.reading().hits[1].entry).form == "罗伊");
  CHECK(gazetteer.name(*zh.reading().hits[1].entry).bearers == std::vector<std::int32_t>{1, 2});
}

TEST_CASE("who held an office when") {
  PackFolder folder;
  fill(folder);
  const auto knowledge = knowledgeOf(folder);
  const Gazetteer& gazetteer = knowledge->gazetteer();
  const OfficeId envoy(1);
  CHECK(gazetteer.holders(envoy, on("2021-01-25")).empty());
  CHECK(gazetteer.holders(envoy, on("2021-01-26")) == std::vector{PersonId(1)});
  CHECK(gazetteer.holders(envoy, on("2022-12-31")) == std::vector{PersonId(1)});
  CHECK(gazetteer.holders(envoy, on("2023-06-30")) == std::vector{PersonId(2)});
  CHECK(gazetteer.holders(envoy, on("2023-07-01")).empty());
  CHECK(gazetteer.holders(envoy, {on("2022-12-01").first, on("2023-02-01").last}) ==
        std::vector{PersonId(1), PersonId(2)});
}

TEST_CASE("a person's office on a day is the highest held then") {
  PackFolder folder;
  fill(folder);
  const auto knowledge = knowledgeOf(folder);
  const Gazetteer& gazetteer = knowledge->gazetteer();
  CHECK(gazetteer.officeOf(PersonId(1), on("2019-02-28")) == nullptr);
  CHECK(gazetteer.officeOf(PersonId(1), on("2019-03-01"))->id == "clerk");
  CHECK(gazetteer.officeOf(PersonId(1), on("2021-06-01"))->id == "envoy");
  CHECK(gazetteer.officeOf(PersonId(1), on("2030-01-01"))->id == "clerk");
}

TEST_CASE("an office knows its counterpart and its title without the country, wherever those stand") {
  PackFolder folder;
  folder.withHeads().with("gazetteer/offices.toml", R"(
[[office]]
id = "cn-envoy"
title = "Chinese Envoy"
side = "CN"
level = "senior"
counterpart = "us-envoy"
general = "envoy"

[[office]]
id = "us-envoy"
title = "US Envoy"
side = "US"
level = "senior"
general = "envoi"

[[office]]
id = "envoy"
title = "Envoy"
side = "other"
level = "senior"
single = false
)");
  std::vector<Problem> problems;
  const auto knowledge = Knowledge::load({folder.path()}, &problems).value();
  const Gazetteer& gazetteer = knowledge->gazetteer();
  CHECK(gazetteer[OfficeId(1)].counterpart == OfficeId(2));
  CHECK(gazetteer[OfficeId(2)].counterpart == OfficeId(1));
  CHECK(gazetteer[OfficeId(1)].general == OfficeId(3));
  CHECK_FALSE(gazetteer[OfficeId(2)].general);
  REQUIRE(gazetteer.officesUnder(OfficeId(3)).size() == 1);
  CHECK(gazetteer.officesUnder(OfficeId(3)).front() == OfficeId(1));
  CHECK(gazetteer.officesUnder(OfficeId(1)).empty());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "no office `envoi`");
}

TEST_CASE("places and bodies are found by each of their names") {
  PackFolder folder;
  folder.withHeads().with("gazetteer/places.toml", R"(
[[place]]
name = "Vienna"
country = "AT"
kind = "city"
zh = ["维也纳"]
[[place]]
name = "Hofburg"
country = "AT"
kind = "venue"
city = "Vienna"
en = ["the Hofburg Palace"]
[[body]]
name = "Ministry of Parks"
side = "CN"
kind = "ministry"
zh = ["公园部"]
)");
  const auto knowledge = knowledgeOf(folder);
  CHECK(knowledge->gazetteer()[PlaceId(2)].kind == PlaceKind::venue);
  CHECK(knowledge->gazetteer()[PlaceId(2)].city == "Vienna");
  CHECK(knowledge->gazetteer()[BodyId(1)].side == model::Side::cn);
  CHECK(Read(knowledge, model::Language::english, "at the Hofburg Palace in Vienna").hits() ==
        Texts{"place:the Hofburg Palace", "place:Hofburg", "place:Vienna"});
  CHECK(Read(knowledge, model::Language::chineseSimplified, "公园部在维也纳").hits() ==
        Texts{"body:公园部", "place:维也纳"});
}

TEST_CASE("a user's person, office, place or body replaces the installed one") {
  PackFolder installed;
  fill(installed).with("gazetteer/places.toml",
                       "[[place]]\nname = \"Vienna\"\ncountry = \"AT\"\nkind = \"city\"\n");
  PackFolder user;
  user.with("gazetteer/mine.toml", R"(
[[person]]
name = "Jane Roe"
side = "other"
[[place]]
name = "Vienna"
country = "US"
kind = "city"
[[office]]
id = "clerk"
title = "Chief Clerk"
side = "US"
level = "minister"
)");
  const Loaded loaded = load({user.path(), installed.path()});
  CHECK(told(loaded.problems) == Texts{});
  const Gazetteer& gazetteer = loaded.knowledge->gazetteer();
  CHECK(gazetteer.persons.size() == 2);
  CHECK(gazetteer.persons[0].side == model::Side::other);
  CHECK(gazetteer.persons[0].terms.empty());
  CHECK(gazetteer.places.size() == 2);
  CHECK(gazetteer.offices.size() == 2);
  CHECK(gazetteer.offices[0].title == "Chief Clerk");
}

TEST_CASE("a person with a broken term stays known by name") {
  PackFolder folder;
  folder.withHeads().with("gazetteer/p.toml", R"([[person]]
name = "Jane Roe"
side = "US"
terms = [
  { office = "nowhere", from = "2020-01-01" },
]
)");
  const Loaded loaded = load({folder.path()});
  CHECK(told(loaded.problems) == Texts{"gazetteer/p.toml:5: unknown office \"nowhere\""});
  CHECK(Read(loaded.knowledge, model::Language::english, "Jane Roe").hits() == Texts{"person:Jane Roe"});
}
