// SPDX-License-Identifier: Apache-2.0
#include "core/time/calendar.h"
#include "core/time/timex3.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <string>
#include <utility>

using namespace demarche::time;

namespace {

Timex3 timex3(std::string_view value, std::string_view mod = {}) {
  INFO(std::string(value));
  const auto parsed = Timex3::parse(value, mod);
  REQUIRE(parsed.has_value());
  return *parsed;
}

std::string asEdtf(std::string_view value, std::string_view mod = {}) {
  return timex3(value, mod).edtf().str();
}

std::string fromEdtf(std::string_view text) {
  const auto value = Timex3::of(*Edtf::parse(text));
  if (!value) return "none";
  const std::string_view mod = code(value->mod());
  return value->value() + (mod.empty() ? "" : " " + std::string(mod));
}

Day anyDay() {
  const Day first = *parseIsoDay("0100-01-01");
  return first + std::chrono::days(*rc::gen::inRange(0, 3'600'000));
}

Timex3Date anyDate() {
  const auto unit = *rc::gen::element(
      Timex3Unit::century, Timex3Unit::decade, Timex3Unit::year, Timex3Unit::half, Timex3Unit::season,
      Timex3Unit::quarter, Timex3Unit::month, Timex3Unit::week, Timex3Unit::weekend, Timex3Unit::day);
  return timex3Date(unit, anyDay());
}

Timex3Mod anyMod() {
  return *rc::gen::element(Timex3Mod::none, Timex3Mod::start, Timex3Mod::mid, Timex3Mod::end,
                           Timex3Mod::approx, Timex3Mod::before, Timex3Mod::after, Timex3Mod::onOrBefore,
                           Timex3Mod::onOrAfter);
}

Timex3 anyTimex3() {
  const Timex3Date first = anyDate();
  const Timex3Date second = anyDate();
  const bool apart = first.bounds().last <= second.bounds().first;
  return *rc::gen::arbitrary<bool>() && apart ? Timex3::range(first, second, anyMod())
                                              : Timex3::of(first, anyMod());
}

} // namespace

TEST_CASE("a TIMEX3 value that is printed is read back as the same") {
  CHECK(rc::check("parse(print(x)) == x", [] {
    const Timex3 value = anyTimex3();
    const auto parsed = Timex3::parse(value.value(), code(value.mod()));
    RC_ASSERT(parsed.has_value());
    RC_ASSERT(*parsed == value);
  }));
}

TEST_CASE("a unit of the calendar holds the day that it was made of, if it is no weekend") {
  CHECK(rc::check("bounds hold the day", [] {
    const Day day = anyDay();
    for (const Timex3Unit unit :
         {Timex3Unit::century, Timex3Unit::decade, Timex3Unit::year, Timex3Unit::half, Timex3Unit::season,
          Timex3Unit::quarter, Timex3Unit::month, Timex3Unit::week, Timex3Unit::day})
      RC_ASSERT(timex3Date(unit, day).bounds().contains(day));
  }));
}

TEST_CASE("a TIMEX3 value and its EDTF mean the same days") {
  CHECK(rc::check("bounds agree", [] {
    Timex3 value = anyTimex3();
    const auto edtf = value.edtf();
    const Timex3Mod mod = value.mod();
    if (mod == Timex3Mod::before) {
      if (!edtf.unknown()) RC_ASSERT(edtf.bounds()->last + std::chrono::days(1) == value.bounds()->first);
    } else if (mod == Timex3Mod::after) {
      if (!edtf.unknown()) RC_ASSERT(edtf.bounds()->first - std::chrono::days(1) == value.bounds()->last);
    } else if (mod == Timex3Mod::onOrBefore) {
      RC_ASSERT(edtf.bounds()->last == value.bounds()->last);
    } else if (mod == Timex3Mod::onOrAfter) {
      RC_ASSERT(edtf.bounds()->first == value.bounds()->first);
    } else {
      RC_ASSERT(edtf.bounds() == value.bounds());
      RC_ASSERT(edtf.approximate() == (mod != Timex3Mod::none));
    }
    RC_ASSERT(Edtf::parse(edtf.str()) == edtf);
  }));
}

TEST_CASE("what EDTF and TIMEX3 can both say comes back as it was") {
  CHECK(rc::check("edtf -> timex3 -> edtf", [] {
    const Timex3 value = anyTimex3();
    const Edtf first = value.edtf();
    if (first.unknown()) return;
    const auto there = Timex3::of(first);
    RC_ASSERT(there.has_value());
    RC_ASSERT(there->edtf() == first);
  }));
}

TEST_CASE("no text makes the TIMEX3 parser stumble") {
  CHECK(rc::check("parse fails or gives what prints again", [] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::element('0', '1', '2', '9', '-', '/', '.', 'X', 'W', 'E', 'Q', 'H', 'S', 'P'));
    const auto parsed = Timex3::parse(text);
    if (parsed) RC_ASSERT(Timex3::parse(parsed->value(), code(parsed->mod())) == *parsed);
  }));
}

TEST_CASE("every form of a TIMEX3 value has its EDTF") {
  const std::pair<const char*, const char*> cases[] = {
      {"2023-09-28", "2023-09-28"},
      {"2023-09", "2023-09"},
      {"2023", "2023"},
      {"2023-W38", "2023-09-18/2023-09-24"},
      {"2023-W37-WE", "2023-09-16/2023-09-17"},
      {"2023-W38-4", "2023-09-21"},
      {"2020-W53", "2020-12-28/2021-01-03"},
      {"2023-SP", "2023-21"},
      {"2023-FA", "2023-23"},
      {"2023-AU", "2023-23"},
      {"2023-WI", "2023-24"},
      {"2023-Q3", "2023-35"},
      {"2023-H1", "2023-01/2023-06"},
      {"198X", "198X"},
      {"198", "198X"},
      {"19XX", "19XX"},
      {"19", "19XX"},
      {"2023-05-10/2023-05-11", "2023-05-10/2023-05-11"},
      {"2018/..", "2018/.."},
      {"../2018-05", "../2018-05"},
      {"PAST_REF", "unknown"},
  };
  for (const auto& [value, edtf] : cases) {
    INFO(value);
    CHECK(asEdtf(value) == edtf);
  }
}

TEST_CASE("the modifier of a TIMEX3 value is heard") {
  CHECK(asEdtf("2023-02", "START") == "2023-02~");
  CHECK(asEdtf("2023-02", "MID") == "2023-02~");
  CHECK(asEdtf("2023", "APPROX") == "2023~");
  CHECK(asEdtf("2023", "BEFORE") == "../2022-12-31");
  CHECK(asEdtf("2023", "AFTER") == "2024-01-01/..");
  CHECK(asEdtf("2023", "ON_OR_BEFORE") == "../2023");
  CHECK(asEdtf("2023", "ON_OR_AFTER") == "2023/..");
  CHECK(asEdtf("0001", "BEFORE") == "unknown");
}

TEST_CASE("an EDTF value has its TIMEX3") {
  CHECK(fromEdtf("2023-02~") == "2023-02 APPROX");
  CHECK(fromEdtf("2024-21") == "2024-SP");
  CHECK(fromEdtf("2023-35") == "2023-Q3");
  CHECK(fromEdtf("197X") == "197X");
  CHECK(fromEdtf("18XX") == "18XX");
  CHECK(fromEdtf("2018/..") == "2018 ON_OR_AFTER");
  CHECK(fromEdtf("../2018-05") == "2018-05 ON_OR_BEFORE");
  CHECK(fromEdtf("2023-05-10/2023-05-11") == "2023-05-10/2023-05-11");
  CHECK(fromEdtf("unknown") == "none");
}

TEST_CASE("a text that is no TIMEX3 date is refused, and the message repeats it") {
  for (const char* wrong :
       {"", "P3D", "2023-W54", "2021-W53", "2023-13", "2023-Q5", "2023-H3", "2023-02-30", "2023-09-28T10:00",
        "XXXX-05", "20XX-05", "00XX", "2023/2022", "WI", "9999-W52"}) {
    INFO(wrong);
    const auto parsed = Timex3::parse(wrong);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().message.find(wrong) != std::string::npos);
  }
  CHECK_FALSE(Timex3::parse("2023", "SOON").has_value());
}

TEST_CASE("the attributes of a tag name the modifier and the anchor") {
  Timex3 value = timex3("2023-07", "START");
  CHECK(value.attributes() == R"(type="DATE" value="2023-07" mod="START")");
  value.anchorAt("t0");
  CHECK(value.attributes() ==
        R"(type="DATE" value="2023-07" mod="START" temporalFunction="true" anchorTimeID="t0")");
  CHECK(Timex3::reference(Timex3Reference::future).value() == "FUTURE_REF");
}
