// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/script.h"
#include "tests/unit/ingest/pages.h"

#include <catch2/catch.hpp>

using namespace demarche;
using model::Language;

namespace {

Language languageOf(std::u16string_view text) {
  return ingest::countScripts(text).language();
}

} // namespace

TEST_CASE("languages are told by their characters") {
  CHECK(languageOf(u"The envoys met.") == Language::english);
  CHECK(languageOf(u"两国外长举行会谈") == Language::chineseSimplified);
  CHECK(languageOf(u"兩國外長舉行會談") == Language::chineseTraditional);
  CHECK(languageOf(u"2023 — 5%") == Language::unknown);
}

TEST_CASE("a few words of the other language do not turn a text") {
  CHECK(languageOf(u"科林·卡尔（Colin Kahl）在论坛上讲话") == Language::chineseSimplified);
  CHECK(languageOf(u"The ship is called 和平 and sails on Monday for the islands") == Language::english);
}

TEST_CASE("characters that both scripts write prove nothing") {
  CHECK(languageOf(u"皇后在后里的台北干部里") == Language::unknown);
  CHECK(languageOf(u"乾隆著名") == Language::unknown);
}

TEST_CASE("a short block takes the script of its neighbours") {
  const auto document = pages::read("兩國外長舉行會談\n北京\n雙方發表聲明。\n");
  for (const auto& block : document.blocks)
    CHECK(block.language == Language::chineseTraditional);
}

TEST_CASE("a number takes the language of what stands around it") {
  const auto document =
      pages::read("The envoys met for the third time this year.\n12\nThey will meet again.\n");
  CHECK(document.blocks[1].language == Language::english);
}

TEST_CASE("an English line between Chinese ones stays English") {
  const auto document =
      pages::read("两国外长举行会谈。\nA quote in English, said in passing.\n双方发表声明。\n");
  CHECK(document.blocks[1].language == Language::english);
  CHECK(document.blocks[2].language == Language::chineseSimplified);
}
