// SPDX-License-Identifier: Apache-2.0
#include "core/time/calendar.h"
#include "core/time/edtf.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <string>
#include <utility>

using namespace demarche::time;

namespace {

Edtf edtf(std::string_view text) {
  INFO(std::string(text));
  const auto parsed = Edtf::parse(text);
  REQUIRE(parsed.has_value());
  return *parsed;
}

std::string bounds(std::string_view text) {
  const auto range = edtf(text).bounds();
  REQUIRE(range.has_value());
  return isoDay(range->first) + ".." + isoDay(range->last);
}

EdtfDate anyDate() {
  EdtfDate date;
  date.year = *rc::gen::inRange(1, 10'000);
  date.precision = *rc::gen::element(Precision::century, Precision::decade, Precision::year,
                                     Precision::season, Precision::quarter, Precision::month, Precision::day);
  switch (date.precision) {
  case Precision::century:
    date.year = std::max(date.year / 100 * 100, 100);
    break;
  case Precision::decade:
    date.year = std::max(date.year / 10 * 10, 10);
    break;
  case Precision::year:
    date.unspecified = *rc::gen::element<unsigned char>(0, 0, 1, 2);
    break;
  case Precision::season:
    date.part = *rc::gen::inRange(21U, 25U);
    break;
  case Precision::quarter:
    date.part = *rc::gen::inRange(33U, 37U);
    break;
  case Precision::month:
  case Precision::day:
    date.part = *rc::gen::inRange(1U, 13U);
    break;
  }
  if (date.precision == Precision::month) date.unspecified = *rc::gen::element<unsigned char>(0, 0, 1);
  if (date.precision == Precision::day) date.dayOfMonth = *rc::gen::inRange(1U, 29U);
  date.uncertain = *rc::gen::arbitrary<bool>();
  date.approximate = *rc::gen::arbitrary<bool>();
  return date;
}

Edtf anyEdtf() {
  const EdtfDate first = anyDate();
  const EdtfDate second = anyDate();
  switch (*rc::gen::inRange(0, 5)) {
  case 0:
    return {};
  case 1:
    return Edtf::interval(first, std::nullopt);
  case 2:
    return Edtf::interval(std::nullopt, first);
  case 3:
    if (first.bounds().first <= second.bounds().last) return Edtf::interval(first, second);
    [[fallthrough]];
  default:
    return Edtf::of(first);
  }
}

} // namespace

TEST_CASE("what is printed is read back as the same value") {
  CHECK(rc::check("parse(print(x)) == x", [] {
    const Edtf value = anyEdtf();
    const auto parsed = Edtf::parse(value.str());
    RC_ASSERT(parsed.has_value());
    RC_ASSERT(*parsed == value);
    RC_ASSERT(parsed->str() == value.str());
  }));
}

TEST_CASE("bounds agree with within and overlaps") {
  CHECK(rc::check("within, overlaps and bounds tell one story", [] {
    const Edtf a = anyEdtf();
    const Edtf b = anyEdtf();
    RC_ASSERT(a.overlaps(b) == b.overlaps(a));
    if (a.within(b)) RC_ASSERT(a.overlaps(b));
    RC_ASSERT(a.within(a) == !a.unknown());
    if (a.unknown() || b.unknown()) {
      RC_ASSERT(!a.within(b) && !a.overlaps(b));
      return;
    }
    RC_ASSERT(a.bounds()->first <= a.bounds()->last);
    RC_ASSERT(a.overlaps(b) == a.bounds()->overlaps(*b.bounds()));
    if (a.within(b) && b.within(a)) RC_ASSERT(a.bounds() == b.bounds());
  }));
}

TEST_CASE("no text makes the parser stumble") {
  CHECK(rc::check("parse fails or gives what prints again", [] {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::element('0', '1', '2', '9', '-', '/', '.', 'X', '~', '?'));
    const auto parsed = Edtf::parse(text);
    if (parsed) RC_ASSERT(Edtf::parse(parsed->str()) == *parsed);
  }));
}

TEST_CASE("every form of the project has its days") {
  const std::pair<const char*, const char*> cases[] = {
      {"2023-05-10", "2023-05-10..2023-05-10"},
      {"2023-05", "2023-05-01..2023-05-31"},
      {"2023", "2023-01-01..2023-12-31"},
      {"199X", "1990-01-01..1999-12-31"},
      {"2023-02~", "2023-02-01..2023-02-28"},
      {"2024-21", "2024-03-01..2024-05-31"},
      {"2024-22", "2024-06-01..2024-08-31"},
      {"2024-23", "2024-09-01..2024-11-30"},
      {"2024-24", "2024-12-01..2025-02-28"}, // the winter that begins in the year
      {"2023-24", "2023-12-01..2024-02-29"},
      {"2024-33", "2024-01-01..2024-03-31"},
      {"2024-36", "2024-10-01..2024-12-31"},
      {"2023-05-10/2023-05-11", "2023-05-10..2023-05-11"},
      {"2022-11/2023-02", "2022-11-01..2023-02-28"},
      {"2018/..", "2018-01-01..9999-12-31"},
      {"../2023-05", "0001-01-01..2023-05-31"},
      {"9999-24", "9999-12-01..9999-12-31"},
      {"19XX", "1900-01-01..1999-12-31"},
      {"2023-XX", "2023-01-01..2023-12-31"},
      {"2023-XX-XX", "2023-01-01..2023-12-31"},
      {"2023-05-XX", "2023-05-01..2023-05-31"},
      {"19XX?", "1900-01-01..1999-12-31"},
  };
  for (const auto& [text, days] : cases) {
    INFO(text);
    CHECK(bounds(text) == days);
    CHECK(edtf(text).str() == text);
  }
}

TEST_CASE("an open end may be written as nothing and is printed as two dots") {
  CHECK((edtf("2018/") == edtf("2018/..")));
  CHECK((edtf("/2023") ==
         edtf("../2023"))); // in brackets: Catch would take begin() and end() for a container's
  CHECK(edtf("2018/").str() == "2018/..");
}

TEST_CASE("unknown is a value, with no days") {
  CHECK(edtf("unknown").unknown());
  CHECK(Edtf().str() == "unknown");
  CHECK_FALSE(Edtf().bounds().has_value());
}

TEST_CASE("a text that is no date is refused, and the message repeats it") {
  for (const char* wrong : {"",
                            "yesterday",
                            "2023-5",
                            "2023-13",
                            "2023-02-30",
                            "2023-05-10T12",
                            "2023-21-01",
                            "23",
                            "2023-25",
                            "2023-37",
                            "20X",
                            "1XXX",
                            "XXXX",
                            "00XX",
                            "2023-XX-10",
                            "2023-21-XX",
                            "2023T10:00:00",
                            "2023-05-10T10:00",
                            "2023-05-10T25:00:00Z",
                            "2023/2022",
                            "/",
                            "../..",
                            "2023-05/2023-05-10/2024",
                            "0000",
                            "000X",
                            "2023~?"}) {
    INFO(wrong);
    const auto parsed = Edtf::parse(wrong);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().message.find(wrong) != std::string::npos);
  }
}

TEST_CASE("an interval that ends before it begins is told so") {
  CHECK(Edtf::parse("2023-05-11/2023-05-10").error().message.find("before it begins") != std::string::npos);
}

TEST_CASE("an interval of one day is that day") {
  const DayRange range{*parseIsoDay("2023-05-10"), *parseIsoDay("2023-05-10")};
  CHECK(Edtf::days(range).isDay());
  CHECK(Edtf::days(range).str() == "2023-05-10");
}

TEST_CASE("vagueness is seen in any part and can be added") {
  CHECK_FALSE(edtf("2023-02").approximate());
  CHECK(edtf("2023-02?").approximate());
  CHECK(edtf("2023/2024~").approximate());
  CHECK(edtf("2023-02?").madeApproximate().str() == "2023-02%");
  CHECK(edtf("2023-05-10/2023-05-11").madeApproximate().str() == "2023-05-10~/2023-05-11~");
}

TEST_CASE("a day lies within its week, month, season and decade") {
  const Edtf day = edtf("2023-12-31");
  for (const char* outer : {"2023-12-25/2023-12-31", "2023-12", "2023-24", "2023-36", "202X", "2018/.."})
    CHECK(day.within(edtf(outer)));
  CHECK_FALSE(day.within(edtf("2024")));
  CHECK_FALSE(edtf("2023-12").within(day));
}

TEST_CASE("a time of day is read and dropped") {
  for (const char* text :
       {"2023-05-10T10:00:00", "2023-05-10T10:00:00Z", "2023-05-10T10:00:00+08", "2023-05-10T10:00:00-05:30"})
    CHECK(edtf(text).str() == "2023-05-10");
}

TEST_CASE("one date is before another when all its days are") {
  CHECK(edtf("2023-05").before(edtf("2023-06-01")));
  CHECK_FALSE(edtf("2023-05").before(edtf("2023-05-31")));
  CHECK_FALSE(edtf("2023").before(Edtf()));
  CHECK(rc::check("before is a strict order, and excludes overlap and containment", [] {
    const Edtf a = anyEdtf();
    const Edtf b = anyEdtf();
    const Edtf c = anyEdtf();
    RC_ASSERT(!a.before(a));
    RC_ASSERT(!(a.before(b) && b.before(a)));
    if (a.before(b)) RC_ASSERT(!a.overlaps(b) && !a.within(b) && !b.within(a));
    if (a.before(b) && b.before(c)) RC_ASSERT(a.before(c));
    if (!a.unknown() && !b.unknown()) RC_ASSERT(a.before(b) || b.before(a) || a.overlaps(b));
    if (a.within(b) && b.before(c)) RC_ASSERT(a.before(c));
  }));
}

TEST_CASE("dates are added to with the precision that they have") {
  const auto text = [](const std::optional<Edtf>& date) { return date ? date->str() : "none"; };
  CHECK(text(edtf("2023-05-31").plusDays(1)) == "2023-06-01");
  CHECK(text(edtf("2023-01-31").plusMonths(1)) == "2023-02-28");
  CHECK(text(edtf("2024-02-29").plusYears(1)) == "2025-02-28");
  CHECK(text(edtf("2023-11~").plusMonths(3)) == "2024-02~");
  CHECK(text(edtf("2023-01").plusMonths(-1)) == "2022-12");
  CHECK(text(edtf("2023-24").plusMonths(3)) == "2024-21");
  CHECK(text(edtf("2023-33").plusMonths(-3)) == "2022-36");
  CHECK(text(edtf("197X").plusYears(10)) == "198X");
  CHECK(text(edtf("19XX").plusYears(100)) == "20XX");
  CHECK(text(edtf("2023-05-10/2023-05-11").plusDays(30)) == "2023-06-09/2023-06-10");
  CHECK(text(edtf("2018/..").plusYears(2)) == "2020/..");
  CHECK(text(edtf("2023").plusMonths(1)) == "none");
  CHECK(text(edtf("2023-05").plusDays(1)) == "none");
  CHECK(text(edtf("2023-33").plusMonths(1)) == "none");
  CHECK(text(edtf("9999").plusYears(1)) == "none");
  CHECK(text(edtf("0001-01-01").plusDays(-1)) == "none");
  CHECK(text(Edtf().plusYears(1)) == "none");
}

TEST_CASE("what was added can be taken away") {
  CHECK(rc::check("there and back", [] {
    const Edtf date = anyEdtf();
    const int count = *rc::gen::inRange(-5000, 5000);
    if (const auto there = date.plusDays(count)) RC_ASSERT(there->plusDays(-count) == date);
    if (const auto there = date.plusMonths(3 * count))
      RC_ASSERT(there->plusMonths(-3 * count) == date); // days go to 28 only, which every month has
    if (const auto there = date.plusYears(100 * count)) RC_ASSERT(there->plusYears(-100 * count) == date);
  }));
}
