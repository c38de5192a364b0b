// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/blocking.h"

#include "core/coreference/compare.h"
#include "tests/unit/coreference/any_accounts.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace demarche::coreference;
using demarche::model::Event;
using demarche::model::EventKind;
using demarche::model::EventStatus;
using demarche::time::Day;
using demarche::time::Edtf;
using std::chrono::days;

namespace {

bool finds(const BlockingKeys& one, const BlockingKeys& other) {
  return std::any_of(one.sought.begin(), one.sought.end(), [&](BlockingKey key) {
    return std::binary_search(other.filed.begin(), other.filed.end(), key);
  });
}

bool findEachOther(const Account& a, const Account& b) {
  const BlockingKeys one = blockingKeys(a);
  const BlockingKeys other = blockingKeys(b);
  return finds(one, other) && finds(other, one);
}

std::string described(const Account& account) {
  const Event& event = *account.event;
  std::string text;
  text.append(code(event.kind)).append(" ").append(code(event.status)).append(" ").append(event.date.str());
  for (const auto& participant : event.participants)
    text += ", " + participant.name;
  if (event.place) text += "; " + event.place->name + ' ' + event.place->country;
  for (const std::string_view article : account.articles)
    text.append("; ").append(article);
  if (account.days.written) text += " of " + Edtf::days(*account.days.written).str();
  return text;
}

/// An account as it may be told of a day: without a date, or so many days wide.
struct Shape {
  EventKind kind;
  EventStatus status;
  int width; ///< none: without a date
  bool placed;
  std::string article;
};

Event shaped(const Shape& shape, Day first) {
  Event event = with(account("event", shape.kind, "unknown"), {"Janet Yellen"}, {"He Lifeng"});
  event.status = shape.status;
  if (shape.width > 0) event.date = Edtf::days({first, first + days(shape.width - 1)});
  if (shape.placed) event = at(event, "Beijing", "CN");
  return in(event, shape.article);
}

/// Checks what is told from three years before the other account to a year and a half after it.
void checkDays(const Shape& fixed, const Shape& moved) {
  const Day day = std::chrono::sys_days(std::chrono::year(2023) / 5 / 10);
  const DaysOfWriting written{{"one.txt", Edtf::day(day + days(20))}, {"other.txt", Edtf::day(day)}};
  const Event standing = shaped(fixed, day);
  const Account one = accountOf(standing, written);
  for (int offset = -1120; offset <= 590; ++offset) {
    const Event event = shaped(moved, day + days(offset));
    const Account other = accountOf(event, written);
    if (compare(one, other) == Verdict::same && !findEachOther(one, other))
      FAIL(described(one) + "\n  and\n" + described(other));
  }
}

} // namespace

TEST_CASE("accounts that are the same find each other") {
  constexpr std::size_t articles = 40;
  for (const std::size_t peopleOfSide : {2, 4}) {
    AnyAccounts any(20230510, peopleOfSide);
    const DaysOfWriting written = any.written(articles);
    const std::vector<Event> events = any.some(2000, articles);
    std::vector<Account> accounts;
    std::vector<BlockingKeys> keys;
    for (const Event& event : events) {
      accounts.push_back(accountOf(event, written));
      keys.push_back(blockingKeys(accounts.back()));
    }
    for (std::size_t a = 0; a < events.size(); ++a)
      for (std::size_t b = 0; b < events.size(); ++b)
        if (a != b && compare(accounts[a], accounts[b]) == Verdict::same && !finds(keys[a], keys[b]))
          FAIL(described(accounts[a]) + "\n  does not find\n" + described(accounts[b]));
  }
}

TEST_CASE("accounts find each other as far apart as they can be the same") {
  for (const EventKind kind : {EventKind::meeting, EventKind::visit})
    for (const EventStatus status : {EventStatus::occurred, EventStatus::planned})
      for (const int width : {0, 1, 3, 7, 10, 31, 92, 366})
        for (const int otherWidth : {1, 5})
          for (const bool placed : {false, true})
            for (const char* article : {"one.txt", "other.txt"})
              for (const bool otherPlaced : {false, true})
                checkDays({kind, status, width, placed, "one.txt"},
                          {kind, EventStatus::occurred, otherWidth, otherPlaced, article});
}

TEST_CASE("what most accounts tell is filed under a key for each person, and for its place") {
  const Event met = with(account("a", EventKind::meeting, "2023-05-10"), {"Jake Sullivan"}, {"Wang Yi"});
  CHECK(blockingKeys(met, {}).filed.size() == 2);
  CHECK(blockingKeys(at(met, "Vienna", "AT"), {}).filed.size() == 5); // city, country, article
}

TEST_CASE("keys are the same on every machine, for libraries keep them") {
  const Event visit = with(account("a", EventKind::visit, "2023-07-06"), {"Janet Yellen"}, {});
  CHECK(blockingKeys(visit, {}).filed == std::vector<BlockingKey>{0xb68bcba900929cc8});
}
