// SPDX-License-Identifier: Apache-2.0
#include "core/base/progress.h"

#include <catch2/catch.hpp>
#include <thread>

using demarche::base::CancelToken;

TEST_CASE("a cancel token that nobody touched asks for nothing") {
  CHECK_FALSE(CancelToken().cancelled());
}

TEST_CASE("copies of a cancel token speak of the same request") {
  const CancelToken asker;
  const CancelToken worker = asker;
  asker.cancel();
  CHECK(worker.cancelled());
}

TEST_CASE("two cancel tokens do not know of each other") {
  const CancelToken one;
  const CancelToken other;
  one.cancel();
  CHECK_FALSE(other.cancelled());
}

TEST_CASE("a worker on another thread sees that it was cancelled") {
  const CancelToken token;
  std::thread worker([token] {
    while (!token.cancelled())
      std::this_thread::yield();
  });
  token.cancel();
  worker.join(); // would never come back otherwise
  CHECK(token.cancelled());
}
