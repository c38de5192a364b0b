// SPDX-License-Identifier: Apache-2.0
// What holds of a library whatever is done to it, and in whatever order.

#include "tests/unit/library/random_library.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <string>
#include <vector>

using namespace demarche::library;

namespace {

constexpr const char* somebody = "Ann";

rc::Gen<Command> oneCommand() {
  return rc::gen::container<Command>(rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0U, 64U)));
}

/// Sequences of so many things at most.
rc::Gen<std::vector<Command>> commands(int most) {
  return rc::gen::resize(most, rc::gen::container<std::vector<Command>>(oneCommand()));
}

} // namespace

TEST_CASE("what is undone was never seen, and what is done again is seen again") {
  CHECK(rc::check([] {
    RandomLibrary random;
    for (const Command& command : *commands(20))
      random.change(command);
    RC_ASSERT(random.library().settle().has_value());
    const std::string before = storiesOf(random.library());
    if (!random.correct(*oneCommand())) return;
    const std::string after = storiesOf(random.library());
    random.revoke(random.library().undoable(somebody).value());
    RC_ASSERT(storiesOf(random.library()) == before);
    random.revoke(random.library().redoable(somebody).value());
    RC_ASSERT(storiesOf(random.library()) == after);
    RC_ASSERT(random.problems() == std::vector<std::string>());
  }));
}

TEST_CASE("no correction is lost, whatever is done, and what is seen follows from articles and log") {
  CHECK(rc::check([] {
    RandomLibrary random;
    for (const Command& command : *commands(40)) {
      random.change(command);
      RC_ASSERT(random.problems() == std::vector<std::string>());
    }
    RC_ASSERT(allOf(random.library()) == allOf(random.madeAnew()));
  }));
}

TEST_CASE("stories are the same whatever came, went and was read again before") {
  CHECK(rc::check([] {
    RandomLibrary random;
    for (const Command& command : *commands(60))
      random.changeArticles(command);
    RC_ASSERT(random.problems() == std::vector<std::string>());
    RC_ASSERT(allOf(random.library()) == allOf(random.madeAnew()));
  }));
}
