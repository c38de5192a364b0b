// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/signs.h"

#include "tests/unit/language/pack_folder.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::extract;

namespace {

/// "On July 28 Colin Powell met Tang Jiaxuan": a sentence as far as signs look at it.
struct Told {
  Told() {
    block.language = model::Language::english;
    reading.block = &block;
    reading.language = "en";
    rule.name = "met";
    mark.rule = &rule;
    view.block = &reading;
    view.span = {0, 60};
    trigger.mark = &mark;
    trigger.tense = "past";
    trigger.window = view.span;
    candidate.event.date = *time::Edtf::parse("2001-07-28");
    candidate.event.participants = {{"Colin Powell", model::ParticipantType::person, model::Side::us, {}},
                                    {"Tang Jiaxuan", model::ParticipantType::person, model::Side::cn, {}}};
    candidate.timeFrom = TimeFrom::clause;
    candidate.us = candidate.cn = SideFrom::person;
  }
  Told(const Told&) = delete;
  Told& operator=(const Told&) = delete;

  [[nodiscard]] std::vector<std::string> signs() const { return signsOf(view, trigger, candidate); }
  [[nodiscard]] bool has(std::string_view sign) const {
    const std::vector<std::string> all = signs();
    return std::find(all.begin(), all.end(), sign) != all.end();
  }

  model::Block block;
  language::BlockReading reading;
  language::Rule rule;
  language::Mark mark;
  SentenceView view;
  Trigger trigger;
  EventCandidate candidate;
};

} // namespace

TEST_CASE("the signs of a candidate stand in a fixed order, none twice") {
  const Told told;
  const std::vector<std::string> signs = told.signs();
  CHECK(signs == told.signs());
  std::vector<std::string> first(signs.begin(), signs.begin() + 4);
  CHECK(first ==
        std::vector<std::string>{"told=meeting/verb", "rule=en/met", "status=occurred", "tense=past"});
  std::vector<std::string> sorted = signs;
  std::sort(sorted.begin(), sorted.end());
  CHECK(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end());
}

TEST_CASE("signs tell how day, place and sides are known") {
  Told told;
  CHECK(told.has("date=day"));
  CHECK(told.has("time=clause"));
  CHECK(told.has("sides=person+person"));
  CHECK(told.has("persons=two"));
  CHECK(told.has("place=none"));
  told.candidate.event.date = time::Edtf();
  told.candidate.timeFrom = TimeFrom::nowhere;
  told.candidate.cn = SideFrom::assumed;
  told.candidate.event.place = model::Place{"Beijing", "CN"};
  CHECK(told.has("date=none"));
  CHECK(told.has("time=nowhere"));
  CHECK(told.has("sides=person+assumed"));
  CHECK(told.has("place=told"));
}

TEST_CASE("it does not matter which of the two sides is the better known") {
  Told told;
  told.candidate.us = SideFrom::body;
  const std::vector<std::string> one = told.signs();
  std::swap(told.candidate.us, told.candidate.cn);
  CHECK(told.signs() == one);
}

TEST_CASE("what the sentence says around the words is a sign: cues, a headline, who is named besides") {
  Told told;
  CHECK_FALSE(told.has("heading"));
  CHECK_FALSE(told.has("cue=habit"));
  told.view.heading = true;
  told.view.cues = {{CueKind::habit, {10, 15}, {}}, {CueKind::question, {59, 60}, {}}};
  Mention third;
  third.side = model::Side::other;
  told.view.mentions = {&third};
  CHECK(told.has("heading"));
  CHECK(told.has("cue=habit"));
  CHECK(told.has("question"));
  CHECK(told.has("third party named"));
  told.trigger.window = {20, 60};
  CHECK_FALSE(told.has("cue=habit")); // outside the words that belong to it
}

TEST_CASE("weighed signs stand with those first that decided most, of equals in their order") {
  language::test::PackFolder folder;
  folder.withHeads().with("weights.toml",
                          "bias = 0.0\nthreshold = 0.5\n[weight]\nfor = 1.5\nagainst = -2.5\nalso = -1.5\n");
  const auto knowledge = language::test::knowledgeOf(folder);
  const auto signs = weighed({"for", "unseen", "also", "against"}, knowledge->weights());
  CHECK(signs == std::vector<model::Sign>{{"against", -2.5}, {"for", 1.5}, {"also", -1.5}, {"unseen", 0}});
}
