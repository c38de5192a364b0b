// SPDX-License-Identifier: Apache-2.0
#include "core/library/store/pragma_guard.h"
#include "tests/unit/library/samples.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::library;

namespace {

constexpr std::int64_t normal = 1;
constexpr std::int64_t full = 2;

} // namespace

TEST_CASE("a setting is put back when its scope ends") {
  const TemporaryFolder folder;
  Connection connection(folder / "a.db", Connection::Access::create);
  connection.execute("PRAGMA synchronous = NORMAL");
  {
    const PragmaGuard guard(connection, "synchronous", full);
    CHECK(connection.pragma("synchronous") == full);
  }
  CHECK(connection.pragma("synchronous") == normal);
}

TEST_CASE("a setting is put back when a transaction in its scope fails") {
  const TemporaryFolder folder;
  Connection connection(folder / "a.db", Connection::Access::create);
  connection.execute("PRAGMA synchronous = NORMAL");
  const auto fails = [&] {
    const PragmaGuard guard(connection, "synchronous", full);
    const Transaction transaction(connection, Transaction::For::writing);
    connection.execute("INSERT INTO nowhere VALUES (1)");
  };
  CHECK_THROWS_AS(fails(), DatabaseError);
  CHECK(connection.pragma("synchronous") == normal);
}

TEST_CASE("a reader stays one when its copy cannot be written") {
  const TemporaryFolder folder;
  {
    Library library = created(folder / "a.demarche");
    REQUIRE(added(library, articleOn("a.txt", u"They met on the 10th.", "2023-05-10")));
  }
  Library reader = Library::open(folder / "a.demarche", Library::Access::read).value();
  CHECK_FALSE(reader.backUp(folder / "no/such.demarche"));
  CHECK_FALSE(reader.remove("a.txt"));
  CHECK(reader.articles()->size() == 1);
}
