// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/incremental.h"

#include "tests/unit/coreference/any_accounts.h"
#include "tests/unit/coreference/come_and_go.h"

#include <catch2/catch.hpp>
#include <string>

using namespace demarche::coreference;
using demarche::model::Event;
using demarche::model::EventKind;
using demarche::model::EventStatus;

TEST_CASE("whatever comes and goes, the stories are those of joining everything anew") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const std::size_t articles = 3 + seed % 20;
    AnyAccounts any(seed, 1 + seed % 7);
    const DaysOfWriting written = any.written(articles);
    ComeAndGo library(any.some(20 + seed, articles), written, seed);
    for (std::size_t step = 0; step < 20 || !library.allAreIn(); ++step) {
      library.step(1 + seed % 9);
      library.checkStories();
    }
  }
}

TEST_CASE("of accounts that say the same, the one counts whose article the new one is from") {
  const auto trip = [](std::string id, std::string_view date) {
    return at(with(account(std::move(id), EventKind::visit, date), {"Janet Yellen"}, {}), "Beijing", "CN");
  };
  MemoryShelf shelf;
  const auto day = [](std::string_view edtf) { return demarche::time::Edtf::parse(edtf).value(); };
  const std::vector<AccountNumber> told = {
      shelf.put(trip("a", "2023-02-05"), day("2023-02-06")),
      shelf.put(in(trip("b", "2023-02-05"), "one.txt"), day("2023-06-01"))};
  join(shelf, told, {});
  // Its article knows that the visit took place; another one would have it after the day of writing.
  const Event plan = in(demarche::coreference::told(trip("c", "2023"), EventStatus::planned), "one.txt");
  join(shelf, {shelf.put(plan, day("2023-06-01"))}, {});
  CHECK(shelf.components().size() == 1);
}
