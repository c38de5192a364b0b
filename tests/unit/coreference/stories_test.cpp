// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/compare.h"
#include "core/coreference/join.h"
#include "tests/unit/coreference/accounts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <set>

using namespace demarche::coreference;
using demarche::model::Event;
using demarche::model::EventKind;
using demarche::model::EventStatus;

namespace {

/// Stories as sets of ids: what must not depend on any order.
std::set<std::set<std::string>> byId(const std::vector<Event>& events, const DaysOfWriting& written = {}) {
  std::set<std::set<std::string>> result;
  for (const auto& story : stories(events, written)) {
    std::set<std::string> ids;
    for (const std::size_t i : story)
      ids.insert(events[i].id);
    result.insert(ids);
  }
  return result;
}

Event talks(std::string id, std::string_view date) {
  return with(account(std::move(id), EventKind::meeting, date), {"Antony Blinken"}, {"Wang Yi"});
}

/// Accounts as news would tell them of a crowded half-year: few people, few places, dates of every width.
rc::Gen<std::vector<Event>> anyAccounts() {
  using Names = std::vector<std::string>;
  static const std::vector<Names> americans = {{}, {"Blinken"}, {"Sullivan"}, {"Blinken", "Sullivan"}};
  static const std::vector<Names> chinese = {{}, {"Wang"}, {"Qin"}};
  const auto one = rc::gen::exec([] {
    Event event = account(
        "", *rc::gen::element(EventKind::meeting, EventKind::call, EventKind::visit, EventKind::workingGroup),
        *rc::gen::element<std::string>("2023-05-10", "2023-05-11", "2023-05-10/2023-05-11", "2023-05",
                                       "2023-06-18", "2023-06", "2023", "unknown", "2023-05/.."));
    event.status = *rc::gen::element(EventStatus::occurred, EventStatus::planned, EventStatus::cancelled);
    event = with(event, *rc::gen::elementOf(americans), *rc::gen::elementOf(chinese));
    if (*rc::gen::arbitrary<bool>()) event = withBodies(event, "US Government", "Chinese Government");
    const auto place = *rc::gen::element<std::string>("", "Vienna", "Beijing", "China");
    if (!place.empty()) event = at(event, place, place == "Vienna" ? "AT" : "CN");
    return in(event, *rc::gen::element<std::string>("1.txt", "2.txt", "3.txt"));
  });
  return rc::gen::map(rc::gen::container<std::vector<Event>>(one), [](std::vector<Event> events) {
    for (std::size_t i = 0; i < events.size(); ++i)
      events[i].id = "event" + std::to_string(i);
    return events;
  });
}

/// When the articles of anyAccounts() may have been written; one may not be known.
rc::Gen<DaysOfWriting> anyDaysOfWriting() {
  return rc::gen::exec([] {
    DaysOfWriting days;
    for (const char* article : {"1.txt", "2.txt", "3.txt"})
      days[article] =
          demarche::time::Edtf::parse(*rc::gen::element<std::string>("2023-04-30", "2023-05-12", "2023-06",
                                                                     "2023-07-01", "2024", "unknown"))
              .value();
    return days;
  });
}

template <typename Items>
Items shuffled(Items items) {
  for (std::size_t i = items.size(); i > 1; --i)
    std::swap(items[i - 1], items[*rc::gen::inRange<std::size_t>(0, i)]);
  return items;
}

} // namespace

TEST_CASE("accounts of several articles become one story") {
  const std::vector<Event> events = {told(talks("a", "2023-06"), EventStatus::planned),
                                     talks("b", "2023-06-18"), talks("c", "2023-02-18")};
  CHECK(byId(events) == std::set<std::set<std::string>>{{"a", "b"}, {"c"}});
}

TEST_CASE("a vague account does not chain two events together and stays alone between them") {
  const auto here = [](Event event) { return at(std::move(event), "Beijing", "CN"); };
  const std::vector<Event> events = {here(talks("a", "2023-06-18")), here(talks("b", "2023-10-26")),
                                     here(talks("c", "2023"))};
  CHECK(byId(events) == std::set<std::set<std::string>>{{"a"}, {"b"}, {"c"}});
  CHECK(byId({events[0], events[2]}) == std::set<std::set<std::string>>{{"a", "c"}});
}

TEST_CASE("the place decides between two stories of one month") {
  const std::vector<Event> events = {at(talks("a", "2023-07-13"), "Jakarta", "ID"),
                                     at(talks("b", "2023-07-28"), "Beijing", "CN"),
                                     at(talks("c", "2023-07"), "Jakarta", "ID")};
  CHECK(byId(events) == std::set<std::set<std::string>>{{"a", "c"}, {"b"}});
}

TEST_CASE("accounts without a date stay apart across articles") {
  CHECK(byId({talks("a", "unknown"), talks("b", "unknown")}).size() == 2);
}

TEST_CASE("an account without a date joins the story that its own article dates, whoever else tells it") {
  const auto luxembourg = [](Event event) { return at(std::move(event), "Luxembourg", "LU"); };
  const std::vector<Event> events = {luxembourg(talks("a", "2022-06-13")),
                                     luxembourg(talks("b", "2022-06-13")),
                                     in(luxembourg(talks("c", "unknown")), "b.txt")};
  CHECK(byId(events).size() == 1);
}

TEST_CASE("an account that says too little joins the story that another one lets it belong to") {
  const Event american = with(account("a", EventKind::meeting, "2023-05-10"), {"Antony Blinken"}, {});
  const Event chinese = with(account("b", EventKind::meeting, "2023-05-10"), {}, {"Wang Yi"});
  CHECK(byId({american, chinese}).size() == 2);
  CHECK(byId({american, chinese, talks("c", "2023-05-10")}).size() == 1);
}

TEST_CASE("an account that names governments finds the one that names people by their country") {
  const auto on = [](std::string id) { return account(std::move(id), EventKind::meeting, "2025-06-10"); };
  const std::vector<Event> events = {
      at(withBodies(on("a"), "US government", "Chinese government"), "Lancaster House", "GB"),
      at(with(on("b"), {"Scott Bessent"}, {"He Lifeng"}), "London", "GB")};
  CHECK(byId(events).size() == 1);
}

TEST_CASE("who else took part decides between two meetings of one month") {
  const auto met = [](std::string id, std::string_view date, std::vector<std::string> americans) {
    return with(account(std::move(id), EventKind::meeting, date), std::move(americans), {"Wang Yi"});
  };
  const std::vector<Event> events = {met("a", "2023-07-13", {"Antony Blinken", "Jake Sullivan"}),
                                     met("b", "2023-07-28", {"Antony Blinken"}),
                                     met("c", "2023-07", {"Antony Blinken"})};
  CHECK(byId(events) == std::set<std::set<std::string>>{{"a"}, {"b", "c"}});
}

TEST_CASE("an account without a date stays alone where two stories fit") {
  const auto vienna = [](Event event) { return at(std::move(event), "Vienna", "AT"); };
  const std::vector<Event> events = {vienna(talks("a", "2023-05-10")), vienna(talks("b", "2023-10-26")),
                                     vienna(talks("c", "unknown"))};
  CHECK(byId(events, written({{"c", "2023-09-01"}})) == std::set<std::set<std::string>>{{"a", "c"}, {"b"}});
  CHECK(byId(events, written({{"c", "2023-12-01"}})).size() == 3);
}

TEST_CASE("what is told as called off is what others tell as called off") {
  const auto trip = [](std::string id, std::string_view date, EventStatus status) {
    return told(
        at(with(account(std::move(id), EventKind::visit, date), {"Antony Blinken"}, {}), "China", "CN"),
        status);
  };
  const std::vector<Event> events = {trip("a", "2023-02", EventStatus::cancelled),
                                     trip("b", "2022-06", EventStatus::planned),
                                     trip("c", "unknown", EventStatus::cancelled)};
  CHECK(byId(events, written({{"c", "2023-05-26"}})) == std::set<std::set<std::string>>{{"a", "c"}, {"b"}});
}

TEST_CASE("a story may hold a plan without a date and a later memory without one") {
  const auto bali = [](Event event) { return at(std::move(event), "Bali", "ID"); };
  const std::vector<Event> events = {bali(talks("a", "2022-11")),
                                     told(talks("b", "unknown"), EventStatus::planned),
                                     bali(talks("c", "unknown"))};
  CHECK(byId(events, written({{"b", "2022-07-28"}, {"c", "2023-08-21"}})).size() == 1);
}

TEST_CASE("accounts of New Year's Eve and New Year's Day meet across the year") {
  const auto call = [](std::string id, std::string_view date) {
    return with(account(std::move(id), EventKind::call, date), {"Joe Biden"}, {"Xi Jinping"});
  };
  CHECK(byId({call("a", "2023-12-31"), call("b", "2024-01-01")}).size() == 1);
}

TEST_CASE("every event is in exactly one story") {
  CHECK(rc::check([] {
    const std::vector<Event> events = *anyAccounts();
    std::vector<std::size_t> seen;
    for (const auto& story : stories(events))
      seen.insert(seen.end(), story.begin(), story.end());
    std::sort(seen.begin(), seen.end());
    RC_ASSERT(seen.size() == events.size());
    for (std::size_t i = 0; i < seen.size(); ++i)
      RC_ASSERT(seen[i] == i);
  }));
}

TEST_CASE("stories do not depend on the order of accounts") {
  CHECK(rc::check([] {
    const std::vector<Event> events = *anyAccounts();
    const DaysOfWriting written = *anyDaysOfWriting();
    RC_ASSERT(byId(events, written) == byId(shuffled(events), written));
  }));
}

TEST_CASE("no two accounts of a story contradict each other") {
  CHECK(rc::check([] {
    const std::vector<Event> events = *anyAccounts();
    const DaysOfWriting written = *anyDaysOfWriting();
    for (const auto& story : stories(events, written))
      for (const std::size_t a : story)
        for (const std::size_t b : story)
          if (a != b)
            RC_ASSERT(compare(accountOf(events[a], written), accountOf(events[b], written)) !=
                      Verdict::contradict);
  }));
}

TEST_CASE("being the same event is mutual") {
  CHECK(rc::check([] {
    const std::vector<Event> events = *anyAccounts();
    const DaysOfWriting written = *anyDaysOfWriting();
    for (const Event& a : events)
      for (const Event& b : events)
        RC_ASSERT(compare(accountOf(a, written), accountOf(b, written)) ==
                  compare(accountOf(b, written), accountOf(a, written)));
  }));
}

TEST_CASE("a merged event does not depend on the order of its accounts") {
  CHECK(rc::check([] {
    const std::vector<Event> events = *anyAccounts();
    for (const auto& story : stories(events)) {
      std::vector<const Event*> accounts;
      for (const std::size_t i : story)
        accounts.push_back(&events[i]);
      const Event one = mergedEvent(accounts);
      const Event other = mergedEvent(shuffled(accounts));
      RC_ASSERT(one.id == other.id);
      RC_ASSERT(one.title == other.title);
      RC_ASSERT(one.date == other.date);
      RC_ASSERT(one.participants == other.participants);
      RC_ASSERT(one.place == other.place);
      RC_ASSERT(one.passages.size() == other.passages.size());
    }
  }));
}
