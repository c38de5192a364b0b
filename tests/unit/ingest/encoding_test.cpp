// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/encoding.h"
#include "core/ingest/ingest.h"
#include "core/text/unicode.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <string>

using namespace demarche;
using ingest::decode;
using ingest::Encoding;

namespace {

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

void checkDecodes(std::string_view bytes, Encoding encoding, std::u16string_view text) {
  const auto decoded = decode(bytes);
  REQUIRE(decoded.has_value());
  CHECK(decoded->encoding == encoding);
  CHECK(text::toUtf8(decoded->text) == text::toUtf8(text));
  CHECK_FALSE(decoded->damaged);
}

// “两国外长举行会谈”, “兩國外長舉行會談” and a few words, as the old encodings write them.
constexpr std::string_view gbHeadline = "\xC1\xBD\xB9\xFA\xCD\xE2\xB3\xA4\xBE\xD9\xD0\xD0\xBB\xE1\xCC\xB8";
constexpr std::string_view gbShort = "\xBB\xE1\xCC\xB8"; // 会谈
constexpr std::string_view big5Headline = "\xA8\xE2\xB0\xEA\xA5\x7E\xAA\xF8\xC1\x7C\xA6\xE6\xB7\x7C\xBD\xCD";
constexpr std::string_view big5Mixed = "\xB7\x7C\xBD\xCD 3 \xA4\xEB"; // 會談 3 月

} // namespace

TEST_CASE("a byte order mark is believed") {
  checkDecodes("\xEF\xBB\xBF"
               "talks",
               Encoding::utf8, u"talks");
  checkDecodes(std::string("\xFF\xFE") + utf16(u"talks 会谈", true), Encoding::utf16Little, u"talks 会谈");
  checkDecodes(std::string("\xFE\xFF") + utf16(u"talks 会谈", false), Encoding::utf16Big, u"talks 会谈");
}

TEST_CASE("UTF-8 needs no mark") {
  checkDecodes("plain words", Encoding::utf8, u"plain words");
  checkDecodes("会谈 café", Encoding::utf8, u"会谈 café");
}

TEST_CASE("UTF-16 without a mark is known by its pattern, in either order and language") {
  for (const bool little : {true, false}) {
    const auto encoding = little ? Encoding::utf16Little : Encoding::utf16Big;
    checkDecodes(utf16(u"The envoys met again.\n", little), encoding, u"The envoys met again.\n");
    checkDecodes(utf16(u"最高层“会谈” 3 月 – no result", little), encoding, u"最高层“会谈” 3 月 – no result");
    const auto* chinese = u"两国特使昨天在北京举行会谈，双方同意继续对话，并就贸易问题交换了意见。";
    checkDecodes(utf16(chinese, little), encoding, chinese);
  }
}

TEST_CASE("short Chinese texts in the old encodings are told apart by how common their characters are") {
  checkDecodes(gbHeadline, Encoding::gb18030, u"两国外长举行会谈");
  checkDecodes(gbShort, Encoding::gb18030, u"会谈");
  checkDecodes(big5Headline, Encoding::big5, u"兩國外長舉行會談");
  checkDecodes(big5Mixed, Encoding::big5, u"會談 3 月");
}

TEST_CASE("Hong Kong's additions to Big5 are read") {
  checkDecodes("\xB7\x7C\xB1\xE0\x9D\xEF\xA8\xC6", Encoding::big5, u"會晤嘅事");
}

TEST_CASE("accents and curly quotes of a Western page are not Chinese") {
  checkDecodes("Jos\xE9 said \x93no\x94 \x96 twice. It\x92s over.", Encoding::windows1252,
               u"José said “no” – twice. It’s over.");
}

TEST_CASE("UTF-8 with a lost byte stays UTF-8, and the reader is told") {
  std::string bytes;
  for (int repeat = 0; repeat < 20; ++repeat)
    bytes += "两国特使昨天举行会谈。";
  bytes.erase(31, 1);
  const auto decoded = decode(bytes);
  REQUIRE(decoded.has_value());
  CHECK(decoded->encoding == Encoding::utf8);
  CHECK(decoded->damaged);
}

TEST_CASE("a reader of a cut-off UTF-16 file is told so") {
  const auto document =
      ingest::readBytes(std::string("\xFF\xFE") + utf16(u"The envoys met", true) + "x", "cut.txt");
  REQUIRE(document.has_value());
  REQUIRE(document->diagnostics.size() == 1);
  CHECK(document->diagnostics[0].message.find("breaks off") != std::string::npos);
  CHECK(document->text.starts_with(u"The envoys met"));
}

TEST_CASE("what is no text is refused with a sentence that says what it is") {
  const std::pair<std::string, std::string> cases[] = {
      {"%PDF-1.7 ...", "a PDF document"},
      {std::string("PK\x03\x04\x14\0\0", 7), "a ZIP archive"},
      {"\x89PNG\r\n\x1A\n", "a PNG image"},
      {"\xFF\xD8\xFF\xE0", "a JPEG image"},
      {"{\\rtf1\\ansi", "an RTF document"},
      {std::string("a\0\x01\0\0\x02"
                   "b\0c",
                   9),
       "binary data"}};
  for (const auto& [bytes, what] : cases) {
    const auto decoded = decode(bytes);
    INFO(what);
    REQUIRE_FALSE(decoded.has_value());
    CHECK(decoded.error().kind == base::ErrorKind::input);
    CHECK(decoded.error().message.find("is " + what) == 0);
    CHECK(decoded.error().message.find("export its text first") != std::string::npos);
  }
}

TEST_CASE("no bytes make the decoder stumble") {
  CHECK(rc::check("decode gives text or a reason", [] {
    const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    const auto decoded = decode(bytes);
    if (!decoded) RC_ASSERT(!decoded.error().message.empty());
  }));
}
