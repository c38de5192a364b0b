// SPDX-License-Identifier: Apache-2.0
#include "core/text/unicode.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace demarche::text;

namespace {

/// Letters, Han characters, an emoji, a Han character beyond the basic plane.
std::u16string anyText() {
  const auto pieces = *rc::gen::container<std::vector<std::u16string>>(
      rc::gen::element<std::u16string>(u"a", u"é", u"晤", u" ", u"😀", u"𠮷"));
  std::u16string text;
  for (const auto& piece : pieces)
    text += piece;
  return text;
}

} // namespace

TEST_CASE("UTF-8 and UTF-16 lead back to each other") {
  CHECK(rc::check("toUtf16(toUtf8(x)) == x", [] {
    const std::u16string text = anyText();
    RC_ASSERT(toUtf16(toUtf8(text)) == text);
  }));
  CHECK(toUtf8(u"會晤 café 😀") == "會晤 café 😀");
}

TEST_CASE("malformed text is replaced, never refused") {
  CHECK(toUtf16("a\xFF"
                "b") == u"a\uFFFDb");
  CHECK(toUtf16("\xE6\x9C") == u"\uFFFD");
  CHECK(toUtf8(std::u16string{u'a', char16_t(0xD800), u'b'}) == "a\xEF\xBF\xBD"
                                                                "b");
}

TEST_CASE("positions turn into code points and back") {
  const std::u16string text = u"a😀b𠮷c";
  const CodePointIndex index(text);
  CHECK(index.toCodePoints(0) == 0);
  CHECK(index.toCodePoints(1) == 1);
  CHECK(index.toCodePoints(3) == 2);
  CHECK(index.toCodePoints(7) == 5);
  CHECK(index.toUtf16(2) == 3);
  CHECK(index.toUtf16(5) == 7);
}

TEST_CASE("every code point position has one place in UTF-16") {
  CHECK(rc::check("toCodePoints(toUtf16(n)) == n", [] {
    const std::u16string text = anyText();
    const CodePointIndex index(text);
    const auto units = static_cast<std::int32_t>(text.size());
    const std::int32_t points = index.toCodePoints(units);
    RC_ASSERT(index.toUtf16(points) == units);
    for (std::int32_t point = 0; point <= points; ++point)
      RC_ASSERT(index.toCodePoints(index.toUtf16(point)) == point);
  }));
}

TEST_CASE("a slice never reaches beyond the text") {
  CHECK(slice(u"abcdef", {2, 4}) == u"cd");
  CHECK(slice(u"abc", {1, 99}) == u"bc");
  CHECK(slice(u"abc", {-5, 2}) == u"ab");
  CHECK(slice(u"abc", {7, 9}).empty());
  CHECK(slice(u"abc", {2, 1}).empty());
}

TEST_CASE("spaces of every width are spaces") {
  for (const char16_t unit : std::u16string(u" \t\n\u00A0\u2009\u200B\u3000\uFEFF"))
    CHECK(isSpace(unit));
  for (const char16_t unit : std::u16string(u"a晤.\u00B7\u2026"))
    CHECK_FALSE(isSpace(unit));
  CHECK(trimmed(u"\u3000\u00A0a b\u200B\n") == u"a b");
  CHECK(trimmed(u" \n ").empty());
}

TEST_CASE("Han characters are told from kana, punctuation and emoji") {
  for (const char16_t unit : std::u16string(u"晤㐀〇々"))
    CHECK(isHan(unit));
  for (const char16_t unit : std::u16string(u"aあ。，Я"))
    CHECK_FALSE(isHan(unit));
  CHECK(isHan(std::u16string(u"𠮷").front()));
  CHECK_FALSE(isHan(std::u16string(u"😀").front()));
}
