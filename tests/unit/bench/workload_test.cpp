// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/workload.h"

#include "core/library/search/query.h"
#include "tests/bench/percentile.h"
#include "tests/bench/sample_knowledge.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace demarche;
using namespace demarche::bench;

namespace {

const language::Gazetteer& gazetteer() {
  return sampleKnowledge().gazetteer();
}

const MadeWorld& world() {
  static const MadeWorld made(gazetteer(), 1972, 4000);
  return made;
}

} // namespace

TEST_CASE("the filters of a workload are the same each time, differ, and use every field") {
  const auto filters = filterWorkload(world(), gazetteer(), 1);
  REQUIRE(filters.size() == requestsOfWorkload);
  CHECK(filters == filterWorkload(world(), gazetteer(), 1));
  CHECK_FALSE(filters == filterWorkload(world(), gazetteer(), 2));
  const auto many = [&](auto uses) { return std::count_if(filters.begin(), filters.end(), uses) >= 10; };
  CHECK(many([](const model::Filter& f) { return !f.kinds.empty(); }));
  CHECK(many([](const model::Filter& f) { return !f.statuses.empty(); }));
  CHECK(many([](const model::Filter& f) { return !f.people.empty(); }));
  CHECK(many([](const model::Filter& f) { return !f.places.empty(); }));
  CHECK(many([](const model::Filter& f) { return !f.topics.empty(); }));
  CHECK(many([](const model::Filter& f) { return !f.languages.empty(); }));
  CHECK(many([](const model::Filter& f) { return f.from && f.to; }));
  CHECK(many([](const model::Filter& f) { return !f.text.empty(); }));
  CHECK(many([](const model::Filter& f) { return f.minConfidence > 0; }));
  CHECK(many([](const model::Filter& f) { return f.scope.has_value(); }));
}

TEST_CASE("the queries of a workload are understood, of every kind and the same each time") {
  const auto queries = queryWorkload(world(), gazetteer(), 1);
  const auto again = queryWorkload(world(), gazetteer(), 1);
  REQUIRE(queries.size() == requestsOfWorkload);
  std::set<QueryKind> kinds;
  std::set<std::string> texts;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    CHECK(queries[i].text == again[i].text);
    INFO(queries[i].text);
    const auto understood = library::parseQuery(queries[i].text);
    REQUIRE(understood);
    CHECK_FALSE(understood->empty());
    CHECK(understood->conditions.empty() == (queries[i].kind != QueryKind::field));
    kinds.insert(queries[i].kind);
    texts.insert(queries[i].text);
  }
  CHECK(kinds.size() == queryKinds);
  CHECK(texts.size() > requestsOfWorkload / 3);
}

TEST_CASE("a percentile is the least value that so many do not exceed") {
  std::vector<double> values;
  for (int i = 200; i > 0; --i)
    values.push_back(i);
  CHECK(percentile(values, 0.99) == 198);
  CHECK(percentile(values, 0.5) == 100);
  CHECK(percentile(values, 1) == 200);
  CHECK(percentile({3}, 0.5) == 3);
  CHECK(percentile({}, 0.5) == 0);
}
