// SPDX-License-Identifier: Apache-2.0
#include "core/base/result.h"
#include "core/base/strong_id.h"

#include <catch2/catch.hpp>
#include <type_traits>
#include <unordered_set>

using namespace demarche::base;

namespace {

struct ArticleTag;
struct EventTag;
using ArticleId = StrongId<ArticleTag>;
using EventId = StrongId<EventTag>;

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorKind::input, "is odd");
  return number / 2;
}

} // namespace

TEST_CASE("a failure carries its kind and its sentence") {
  CHECK(half(4).value() == 2);
  const auto failed = half(3);
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().kind == ErrorKind::input);
  CHECK(failed.error().message == "is odd");
}

TEST_CASE("an id that was never given is none") {
  CHECK_FALSE(ArticleId());
  CHECK(ArticleId(7));
  CHECK(ArticleId(7).number() == 7);
}

TEST_CASE("ids of different things are different types") {
  STATIC_REQUIRE_FALSE(std::is_same_v<ArticleId, EventId>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<ArticleId, EventId>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<std::int64_t, ArticleId>);
}

TEST_CASE("ids order and hash by their numbers") {
  CHECK(ArticleId(1) < ArticleId(2));
  const std::unordered_set<ArticleId> ids{ArticleId(1), ArticleId(1), ArticleId(2)};
  CHECK(ids.size() == 2);
}
