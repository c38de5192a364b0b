// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/components.h"

#include "core/coreference/compare.h"
#include "tests/unit/coreference/any_accounts.h"
#include "tests/unit/coreference/ids.h"

#include <catch2/catch.hpp>

using namespace demarche::coreference;
using demarche::model::Event;
using demarche::model::EventKind;

namespace {

/// By comparing each with each.
std::vector<std::vector<std::size_t>> comparedOneByOne(const std::vector<Event>& events,
                                                       const DaysOfWriting& written) {
  std::vector<Account> accounts;
  accounts.reserve(events.size());
  for (const Event& event : events)
    accounts.push_back(accountOf(event, written));
  std::vector<std::vector<std::size_t>> parts;
  std::vector<bool> placed(events.size());
  for (std::size_t first = 0; first < events.size(); ++first) {
    if (placed[first]) continue;
    placed[first] = true;
    std::vector<std::size_t> part{first};
    for (std::size_t next = 0; next < part.size(); ++next)
      for (std::size_t other = 0; other < events.size(); ++other)
        if (!placed[other] && compare(accounts[part[next]], accounts[other]) == Verdict::same) {
          placed[other] = true;
          part.push_back(other);
        }
    parts.push_back(part);
  }
  return parts;
}

} // namespace

TEST_CASE("components are what comparing each account with each ties together") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const std::size_t articles = 2 + seed % 30;
    AnyAccounts any(seed, 1 + seed % 8);
    const DaysOfWriting written = any.written(articles);
    const std::vector<Event> events = any.some(150, articles);
    REQUIRE(idsOf(components(events, written), events) == idsOf(comparedOneByOne(events, written), events));
  }
}

TEST_CASE("the stories of a component are those that joining everything finds in it") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const std::size_t articles = 2 + seed % 30;
    AnyAccounts any(seed, 1 + seed % 8);
    const DaysOfWriting written = any.written(articles);
    const std::vector<Event> events = any.some(150, articles);
    SetsOfIds apart;
    for (const std::vector<std::size_t>& component : components(events, written)) {
      std::vector<Event> members;
      members.reserve(component.size());
      for (const std::size_t member : component)
        members.push_back(events[member]);
      apart.merge(idsOf(stories(members, written), members));
    }
    REQUIRE(apart == idsOf(stories(events, written), events));
  }
}

TEST_CASE("an article that tells two stops as two journeys does not part what others tell as one") {
  const auto trip = [](std::string id, std::string_view date) {
    return with(account(std::move(id), EventKind::visit, date), {"Janet Yellen"}, {});
  };
  const std::vector<Event> events = {trip("a", "2023-07-06"), in(trip("b", "2023-07-06"), "one.txt"),
                                     in(trip("c", "2023-07-09"), "one.txt")};
  CHECK(components(events).size() == 1);
}
