// SPDX-License-Identifier: Apache-2.0
#include "core/text/token.h"

#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <string>
#include <vector>

using namespace demarche::text;

namespace {

using Texts = std::vector<std::string>;

/// Each token with a letter for its kind: w(ord) n(umber) h(an) s(ymbol) l(ine).
Texts parts(std::u16string_view text) {
  Texts found;
  for (const Token& token : tokenize(text))
    found.push_back(std::string(1, "wnhsl"[static_cast<int>(token.kind)]) + ":" +
                    toUtf8(slice(text, token.span)));
  return found;
}

} // namespace

TEST_CASE("words, numbers, Han characters and symbols are parted") {
  CHECK(parts(u"Met on May 10.") == Texts{"w:Met", "w:on", "w:May", "n:10", "s:."});
  CHECK(parts(u"16th-century G7") == Texts{"n:16", "w:th", "s:-", "w:century", "w:G", "n:7"});
  CHECK(parts(u"二〇二三年5月") == Texts{"h:二", "h:〇", "h:二", "h:三", "h:年", "n:5", "h:月"});
  CHECK(parts(u"Xi习,") == Texts{"w:Xi", "h:习", "s:,"});
  CHECK(parts(u"São Tomé") == Texts{"w:São", "w:Tomé"});
  CHECK(parts(u"").empty());
}

TEST_CASE("a genitive is a token of its own, other apostrophes are symbols") {
  CHECK(parts(u"China's U.S.") == Texts{"w:China", "w:'s", "w:U", "s:.", "w:S", "s:."});
  CHECK(parts(u"China’s") == Texts{"w:China", "w:’s"});
  CHECK(parts(u"CHINA'S") == Texts{"w:CHINA", "w:'S"});
  CHECK(parts(u"don't") == Texts{"w:don", "s:'", "w:t"});
  CHECK(parts(u"'so") == Texts{"s:'", "w:so"});
  CHECK(parts(u"it'say") == Texts{"w:it", "s:'", "w:say"});
  CHECK(parts(u"it'") == Texts{"w:it", "s:'"});
}

TEST_CASE("line breaks are one token with the white space around them, other white space is none") {
  CHECK(parts(u"a \n\r\n b  c") == Texts{"w:a", "l: \n\r\n ", "w:b", "w:c"});
  CHECK(parts(u"\u3000中\u00A0国\u200B") == Texts{"h:中", "h:国"});
}

TEST_CASE("a token knows the space before it and its capital") {
  const std::vector<Token> tokens = tokenize(u"Wang met(Éva)");
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[0].spaceBefore);
  CHECK(tokens[0].capital);
  CHECK(tokens[1].spaceBefore);
  CHECK_FALSE(tokens[1].capital);
  CHECK_FALSE(tokens[2].spaceBefore);
  CHECK_FALSE(tokens[3].spaceBefore);
  CHECK(tokens[3].capital);
}

TEST_CASE("characters beyond the basic plane are one token, halves of them too") {
  CHECK(parts(u"\U00020BB7a") == Texts{"h:\U00020BB7", "w:a"});
  CHECK(parts(u"\U0001F600") == Texts{"s:\U0001F600"});
  const char16_t halves[] = {0xD83D, u'a', 0xDE00, 0};
  CHECK(tokenize(halves).size() == 3);
}

TEST_CASE("a stretch is parted as if it were alone, at its places in the whole text") {
  const std::vector<Token> tokens = tokenize(u"on May 10", Span{4, 9});
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].span == Span{4, 6});
  CHECK(tokens[0].spaceBefore);
  CHECK(tokens[1].span == Span{7, 9});
}

TEST_CASE("any text: tokens ascend, hold all but white space, and are those of the folded text") {
  const bool held = rc::check([](const std::vector<std::uint16_t>& units) {
    std::u16string text;
    for (const std::uint16_t unit : units)
      text += static_cast<char16_t>(unit % 3 == 0 ? unit : unit % 3 == 1 ? unit % 128 : 0x4E00 + unit % 999);
    const std::vector<Token> tokens = tokenize(text);
    std::int32_t end = 0;
    for (const Token& token : tokens) {
      RC_ASSERT(token.span.begin >= end);
      RC_ASSERT(token.span.length() > 0);
      for (std::int32_t i = end; i < token.span.begin; ++i)
        RC_ASSERT(isSpace(text[static_cast<std::size_t>(i)]));
      end = token.span.end;
    }
    const std::vector<Token> folded = tokenize(fold(text));
    RC_ASSERT(folded.size() == tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      RC_ASSERT(folded[i].span == tokens[i].span);
      RC_ASSERT(folded[i].kind == tokens[i].kind);
    }
  });
  CHECK(held);
}
