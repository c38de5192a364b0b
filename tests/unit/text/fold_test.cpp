// SPDX-License-Identifier: Apache-2.0
#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <catch2/catch.hpp>
#include <memory>
#include <rapidcheck.h>
#include <unicode/translit.h>

using demarche::text::fold;

TEST_CASE("traditional text reads as simplified") {
  CHECK(fold(u"習近平與拜登舉行會晤") == u"习近平与拜登举行会晤");
  CHECK(fold(u"國務院總理李強會見葉倫") == u"国务院总理李强会见叶伦");
}

TEST_CASE("the variants of each region meet") {
  const std::pair<const char16_t*, const char16_t*> cases[] = {{u"裏裡", u"里里"},
                                                               {u"臺台", u"台台"},
                                                               {u"係製麵鬆後", u"系制面松后"},
                                                               {u"閣韋徵乾秘祕", u"阁韦征干秘秘"},
                                                               {u"麪綫衞", u"面线卫"},
                                                               {u"羣峯啓", u"群峰启"},
                                                               {u"穀鍾", u"谷钟"}};
  for (const auto& [from, to] : cases)
    CHECK(demarche::text::toUtf8(fold(from)) == demarche::text::toUtf8(to));
}

TEST_CASE("simplified text stays as it is") {
  const std::u16string text = u"著名外交官在台北的后里会见了他的干部，显著进展";
  CHECK(fold(text) == u"著名外交官在台北的后里会见了他的干部,显著进展");
}

TEST_CASE("full width, typographic marks and spaces become plain") {
  CHECK(fold(u"ＡＰＥＣ２０２３：（Ａ）") == u"APEC2023:(A)");
  CHECK(fold(u"“a” ‘b’ 「c」『d』") == u"\"a\" 'b' \"c\"'d'");
  CHECK(fold(u"a–b—c−d") == u"a-b-c-d");
  CHECK(fold(u"a\u00A0b\u3000c") == u"a b c");
  CHECK(fold(u"安東尼‧布林肯") == fold(u"安东尼·布林肯"));
  CHECK(fold(u"安東尼・布林肯") == fold(u"安东尼·布林肯"));
  CHECK(fold(u"会谈。、") == u"会谈。、");
  CHECK(fold(u"Ärger É") == u"Ärger É");
}

TEST_CASE("folding keeps the length, so that spans hold, and folding twice changes nothing") {
  CHECK(rc::check("length and idempotence", [] {
    const auto text = *rc::gen::container<std::u16string>(rc::gen::arbitrary<char16_t>());
    const auto folded = fold(text);
    RC_ASSERT(folded.size() == text.size());
    RC_ASSERT(fold(folded) == folded);
  }));
  for (unsigned unit = 0; unit <= 0xFFFF; ++unit) {
    const char16_t once = fold(static_cast<char16_t>(unit));
    if (fold(once) != once) FAIL("not settled: " << std::hex << unit);
  }
}

TEST_CASE("the written-down pairs are those of ICU") {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> toSimplified(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  REQUIRE(U_SUCCESS(status));
  int pairs = 0;
  int different = 0;
  for (char16_t unit = 0x3400; unit <= 0x9FFF; ++unit) {
    icu::UnicodeString simplified(unit);
    toSimplified->transliterate(simplified);
    if (simplified.length() != 1 || simplified[0] == unit) continue;
    ++pairs;
    different += fold(unit) != simplified[0];
  }
  CHECK(pairs > 2500);
  CHECK(different * 100 < pairs); // another ICU may know a few more
}
