// SPDX-License-Identifier: Apache-2.0
#include "core/service/in_order.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <memory>

using demarche::service::InOrder;

namespace {

/// 0 … count-1.
InOrder<int, int>::Next numbers(int count) {
  return [next = 0, count]() mutable { return next < count ? std::optional(next++) : std::nullopt; };
}

} // namespace

TEST_CASE("outputs come in the order of the inputs, however long each takes") {
  std::vector<int> taken;
  InOrder<int, int> work(numbers(200), [](int i) {
    for (int spin = 0; spin < (i % 7) * 50; ++spin)
      std::this_thread::yield();
    return i * i;
  });
  work.run(
      [&](int output) {
        taken.push_back(output);
        return true;
      },
      4);
  REQUIRE(taken.size() == 200);
  for (int i = 0; i < 200; ++i)
    CHECK(taken[static_cast<std::size_t>(i)] == i * i);
}

TEST_CASE("a stream of nothing ends at once") {
  InOrder<int, int> work(numbers(0), [](int i) { return i; });
  bool called = false;
  work.run([&](int) { return called = true; }, 3);
  CHECK_FALSE(called);
}

TEST_CASE("one thread is enough") {
  int sum = 0;
  InOrder<int, int> work(numbers(10), [](int i) { return i; });
  work.run(
      [&](int i) {
        sum += i;
        return true;
      },
      1);
  CHECK(sum == 45);
}

TEST_CASE("work stops when nobody takes any more of it") {
  std::atomic<int> worked = 0;
  InOrder<int, int> work(numbers(100000), [&](int i) {
    ++worked;
    return i;
  });
  int taken = 0;
  work.run([&](int) { return ++taken < 5; }, 2);
  CHECK(taken == 5);
  CHECK(worked < 100000);
}

TEST_CASE("outputs that nobody has taken yet are few") {
  std::atomic<int> waiting = 0;
  int most = 0;
  InOrder<int, std::unique_ptr<int>> work(numbers(500), [&](int i) {
    ++waiting;
    return std::make_unique<int>(i);
  });
  work.run(
      [&](std::unique_ptr<int>) {
        most = std::max(most, waiting.load());
        --waiting;
        for (int spin = 0; spin < 20; ++spin)
          std::this_thread::yield();
        return true;
      },
      2);
  CHECK(most <= 9); // four for each thread, and the one in hand
}
