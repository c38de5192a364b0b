// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/clean.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <rapidcheck.h>

using demarche::ingest::cleanText;
using demarche::ingest::linesOf;
using demarche::text::toUtf8;

namespace {

std::string clean(std::u16string_view text) {
  return toUtf8(cleanText(text));
}

} // namespace

TEST_CASE("line ends of every system become line feeds") {
  CHECK(clean(u"a\r\nb\rc\u2028d\u0085e\ff") == "a\nb\nc\nd\ne\nf");
}

TEST_CASE("empty lines are kept as one, and none stands at the ends") {
  CHECK(clean(u"\n\na\n\n\n \t\n\nb\n\n") == "a\n\nb");
  CHECK(clean(u" \n\u3000\n").empty());
}

TEST_CASE("invisible characters go, exotic spaces become plain") {
  CHECK(clean(u"\uFEFFa\u200Bb\u00ADc\u200Ed\u0007e\u0092f") == "abcdef");
  CHECK(clean(std::u16string(u"a\0b", 3)) == "ab");
  CHECK(clean(u"a\u00A0b\tc\u2009d") == "a b c d");
  CHECK(clean(u"  a b \u00A0\n\u3000\u3000甲\u3000乙\u3000") == "a b\n甲\u3000乙");
}

TEST_CASE("half of a surrogate pair is replaced, a whole one stays") {
  CHECK(cleanText(std::u16string{u'a', char16_t(0xD83D), u'b', char16_t(0xDE00)}) == u"a\uFFFDb\uFFFD");
  CHECK(cleanText(u"a😀b") == u"a😀b");
}

TEST_CASE("a text that was broken at a fixed width has its paragraphs joined") {
  const auto text = clean(u"Harbour talks end without a deal\n"
                          u"\n"
                          u"The delegations left the old customs house at dusk after nine\n"
                          u"hours of talks, and the spokesman of the one side said that the\n"
                          u"other had brought nothing new. A second meeting is planned for\n"
                          u"the week after next, in a town that has not been named yet.\n"
                          u"\n"
                          u"Nobody answered questions about the ships.\n");
  CHECK(std::count(text.begin(), text.end(), '\n') == 4);
  CHECK(text.find("after nine hours of talks, and") != std::string::npos);
  CHECK(text.find("the other had brought") != std::string::npos);
}

TEST_CASE("lines that are paragraphs are not joined") {
  const auto* text = u"First paragraph, a sentence long enough to fill a line of sixty.\n"
                     u"Second paragraph, a sentence long enough to fill a line of sixty.\n"
                     u"Third paragraph, a sentence long enough to fill a line of sixty.\n"
                     u"Fourth paragraph, a sentence long enough to fill a line of sixty.";
  CHECK(cleanText(text) == text);
}

TEST_CASE("cleaning twice changes nothing, and lines cover every word") {
  CHECK(rc::check("clean is idempotent", [] {
    const auto pieces = *rc::gen::container<std::vector<std::u16string>>(rc::gen::element<std::u16string>(
        u"word", u"会谈", u"\n", u"\r\n", u" ", u"\u3000", u"\t", u"\u200B", u"。"));
    std::u16string text;
    for (const auto& piece : pieces)
      text += piece;
    const auto once = cleanText(text);
    RC_ASSERT(cleanText(once) == once);
    std::u16string joined;
    for (const auto span : linesOf(once)) {
      RC_ASSERT(!span.empty());
      joined += demarche::text::slice(once, span);
    }
    std::u16string letters = once;
    letters.erase(std::remove(letters.begin(), letters.end(), u'\n'), letters.end());
    RC_ASSERT(joined == letters);
  }));
}
