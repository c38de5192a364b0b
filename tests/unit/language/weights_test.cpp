// SPDX-License-Identifier: Apache-2.0
#include "core/language/weights.h"

#include "pack_folder.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::test;

namespace {

Loaded with(std::string_view weights) {
  PackFolder folder;
  folder.withHeads().with("weights.toml", weights);
  return load({folder.path()});
}

double logistic(double sum) {
  return 1 / (1 + std::exp(-sum));
}

} // namespace

TEST_CASE("belief is the logistic function of the bias and the weights of the signs") {
  const Loaded loaded =
      with("bias = -1.5\nthreshold = 0.42\n[weight]\n\"told=call/verb\" = 2.25\nheading = -0.5\n");
  REQUIRE(told(loaded.problems).empty());
  const Weights& weights = loaded.knowledge->weights();
  CHECK(weights.threshold() == Approx(0.42));
  CHECK(weights.of("told=call/verb") == Approx(2.25));
  CHECK(weights.of("never seen") == 0);
  CHECK(weights.belief({}) == Approx(logistic(-1.5)));
  CHECK(weights.belief({"told=call/verb", "heading", "never seen"}) == Approx(logistic(0.25)));
}

TEST_CASE("without a file of weights every candidate is believed for sure") {
  PackFolder folder;
  folder.withHeads();
  const Loaded loaded = load({folder.path()});
  CHECK(told(loaded.problems).empty());
  CHECK(loaded.knowledge->weights().belief({"anything"}) == 1);
  CHECK(loaded.knowledge->weights().threshold() <= 1);
}

TEST_CASE("a broken file of weights is told with its line, and the rest of the knowledge is loaded") {
  CHECK(tells(with("bias = \n").problems, "weights.toml:1", "not valid TOML"));
  CHECK(tells(with("bias = 1.0\n").problems, "weights.toml:1", "no table [weight]"));
  const Loaded loaded = with("bias = 0.0\nthreshold = 0.5\n[weight]\ngood = 1.0\nbad = \"many\"\n");
  CHECK(tells(loaded.problems, "weights.toml:5", "the weight of bad is no number"));
  CHECK(loaded.knowledge->weights().of("good") == 1);
  CHECK(loaded.knowledge->weights().of("bad") == 0);
}

TEST_CASE("weights of an earlier folder take the place of those of a later one") {
  PackFolder own, installed;
  own.with("weights.toml", "bias = 0.0\nthreshold = 0.3\n[weight]\nmine = 1.0\n");
  installed.withHeads().with("weights.toml", "bias = 0.0\nthreshold = 0.6\n[weight]\ntheirs = 1.0\n");
  const Loaded loaded = load({own.path(), installed.path()});
  CHECK(loaded.knowledge->weights().threshold() == Approx(0.3));
  CHECK(loaded.knowledge->weights().of("theirs") == 0);
}

TEST_CASE("the digest of the knowledge changes with the weights") {
  const auto digest = [](std::string_view bias) {
    return with("bias = " + std::string(bias) + "\nthreshold = 0.5\n[weight]\n").knowledge->digest();
  };
  CHECK(digest("1.0") == digest("1.0"));
  CHECK(digest("1.0") != digest("1.5"));
}
