// SPDX-License-Identifier: Apache-2.0
#include "core/text/phrase_trie.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <utility>
#include <vector>

using namespace demarche::text;

namespace {

using Phrase = std::vector<PhraseTrie::TokenId>;
using Found = std::vector<std::pair<PhraseTrie::PhraseId, std::size_t>>;

Found found(const PhraseTrie& trie, const Phrase& text, std::size_t begin) {
  Found all;
  trie.matchAt(text, begin,
               [&](PhraseTrie::PhraseId phrase, std::size_t length) { all.emplace_back(phrase, length); });
  return all;
}

} // namespace

TEST_CASE("every phrase that begins at a token is found, shorter ones first") {
  const std::vector<Phrase> phrases{{1, 2, 3}, {1}, {2, 3}, {1, 2, 4}, {1}};
  const PhraseTrie trie(phrases);
  CHECK(found(trie, {1, 2, 3}, 0) == Found{{1, 1}, {4, 1}, {0, 3}});
  CHECK(found(trie, {1, 2, 3}, 1) == Found{{2, 2}});
  CHECK(found(trie, {1, 2}, 0) == Found{{1, 1}, {4, 1}});
  CHECK(found(trie, {9, 1}, 0).empty());
  CHECK(found(trie, {1'000'000}, 0).empty());
}

TEST_CASE("phrases are numbered in the order of their nodes, and the lowest token is found at once") {
  const std::vector<Phrase> phrases{{5, 1, 7}, {5}, {5, 3}, {5}};
  const PhraseTrie trie(phrases);
  const PhraseTrie::Node five = trie.next(PhraseTrie::root, 5);
  const PhraseTrie::Range range = trie.range(five);
  REQUIRE(range.count == 2);
  CHECK(trie.phrases()[range.first] == 1);
  CHECK(trie.phrases()[range.first + 1] == 3);
  CHECK(trie.nextFirst(five, 1) == trie.next(five, 1));
  CHECK(trie.nextFirst(trie.next(five, 3), 1) == PhraseTrie::none);
}

TEST_CASE("an empty phrase is never found, and nothing is found among no phrases") {
  const std::vector<Phrase> phrases{{}, {7}};
  CHECK(found(PhraseTrie(phrases), {7}, 0) == Found{{1, 1}});
  CHECK(found(PhraseTrie(), {7}, 0).empty());
}

TEST_CASE("the trie finds what comparing every phrase at every place finds") {
  const bool held = rc::check([] {
    const auto token = rc::gen::inRange<PhraseTrie::TokenId>(0, 4);
    const auto phrases = *rc::gen::container<std::vector<Phrase>>(rc::gen::container<Phrase>(token));
    const auto text = *rc::gen::container<Phrase>(token);
    const PhraseTrie trie(phrases);
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
      Found expected;
      for (std::size_t id = 0; id < phrases.size(); ++id) {
        const Phrase& phrase = phrases[id];
        if (phrase.empty() || phrase.size() > text.size() - begin) continue;
        if (std::equal(phrase.begin(), phrase.end(), text.begin() + static_cast<std::ptrdiff_t>(begin)))
          expected.emplace_back(static_cast<PhraseTrie::PhraseId>(id), phrase.size());
      }
      std::stable_sort(expected.begin(), expected.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
      RC_ASSERT(found(trie, text, begin) == expected);
    }
  });
  CHECK(held);
}
