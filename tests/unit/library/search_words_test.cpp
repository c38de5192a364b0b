// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/words.h"
#include "core/text/unicode.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace demarche;
using namespace demarche::library;
using Texts = std::vector<std::string>;

namespace {

Texts textsOf(std::u16string_view text) {
  Texts texts;
  for (const PlacedWord& word : wordsOf(text))
    texts.push_back(word.text);
  return texts;
}

Texts stretchesOf(std::u16string_view text) {
  Texts stretches;
  for (const PlacedWord& word : wordsOf(text))
    stretches.push_back(text::toUtf8(text::slice(text, word.span)));
  return stretches;
}

} // namespace

TEST_CASE("words are without case, accents and width") {
  CHECK(textsOf(u"Müller MÜLLER mu\u0308ller ｍüｌｌｅｒ") == Texts{"muller", "muller", "muller", "muller"});
  CHECK(textsOf(u"Straße ﬁnal Ⅳ İstanbul") == Texts{"strasse", "final", "iv", "istanbul"});
  CHECK(textsOf(u"МОСКВА Ελλάδα") == Texts{"москва", "ελλαδα"});
}

TEST_CASE("digits are words, and part of words") {
  CHECK(textsOf(u"G20 in 2023, 3.5%, ２０２４") == Texts{"g20", "in", "2023", "3", "5", "2024"});
}

TEST_CASE("hyphens and apostrophes part words; a genitive is left out") {
  CHECK(textsOf(u"US-China Xi'an O’Brien China's China’s don't") ==
        Texts{"us", "china", "xi", "an", "o", "brien", "china", "china", "don", "t"});
  CHECK(textsOf(u"his' s's 'strange") == Texts{"his", "s", "strange"});
}

TEST_CASE("initials with dots are one word") {
  CHECK(textsOf(u"U.S. U.S.A. p.m. the U.N.") == Texts{"us", "usa", "pm", "the", "un"});
  CHECK(textsOf(u"J. Biden e.g.this state.gov 1.5.2023") ==
        Texts{"j", "biden", "eg", "this", "state", "gov", "1", "5", "2023"});
  CHECK(textsOf(u"U.S.-China") == Texts{"us", "china"});
}

TEST_CASE("invisible characters do not part words, a space without width does") {
  CHECK(textsOf(u"nego\u00ADtiate 会\u200D晤 a\u200Bb") == Texts{"negotiate", "会晤", "晤", "a", "b"});
}

TEST_CASE("Han characters come in overlapping pairs and a last one, in simplified form") {
  CHECK(textsOf(u"會晤拜登") == Texts{"会晤", "晤拜", "拜登", "登"});
  CHECK(textsOf(u"5月10日，中美") == Texts{"5", "月", "10", "日", "中美", "美"});
  CHECK(textsOf(u"G20峰會") == Texts{"g20", "峰会", "会"});
  CHECK(textsOf(u"二〇二三") == Texts{"二〇", "〇二", "二三", "三"});
}

TEST_CASE("kana and Hangul come in pairs too") {
  CHECK(textsOf(u"バイデン") == textsOf(u"ﾊﾞｲﾃﾞﾝ"));
  CHECK(textsOf(u"한국") == Texts{"한국", "국"});
}

TEST_CASE("words stand exactly where they are, beside characters beyond the basic plane") {
  CHECK(stretchesOf(u"😀Müller's 𠮷野家 U.S.") == Texts{"Müller", "𠮷野", "野家", "家", "U.S"});
  CHECK(textsOf(u"𝐍𝐀𝐓𝐎") == Texts{"nato"});
  const auto words = wordsOf(u"😀𠮷野");
  REQUIRE(words.size() == 2);
  CHECK(words[0].span == text::Span{2, 5});
  CHECK(words[0].firstSpan == text::Span{2, 4});
  CHECK(words[1].span == text::Span{4, 5});
}

TEST_CASE("a word has an end, at a whole character") {
  const auto words = wordsOf(std::u16string(1000, u'я'));
  REQUIRE(words.size() == 1);
  CHECK(words[0].text.size() == longestWord);
  CHECK(words[0].span == text::Span{0, 1000});
  CHECK(textsOf(std::u16string(1000, u'a') + u" 会晤") == Texts{std::string(longestWord, 'a'), "会晤", "晤"});
}

TEST_CASE("words of any bytes are well-formed, in order and within the text") {
  CHECK(rc::check("any bytes", [] {
    const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    WordReader reader(bytes);
    std::int32_t before = 0;
    for (Word word; reader.next(word);) {
      RC_ASSERT(word.begin >= before);
      RC_ASSERT(word.begin < word.end);
      RC_ASSERT(word.end <= static_cast<std::int32_t>(bytes.size()));
      RC_ASSERT(!word.text.empty());
      RC_ASSERT(word.text.find('"') == std::string_view::npos);
      RC_ASSERT(text::toUtf8(text::toUtf16(word.text)) == word.text);
      before = word.begin;
    }
  }));
}

TEST_CASE("the words of a word are that word") {
  CHECK(rc::check("folding settles", [] {
    const auto text = *rc::gen::container<std::u16string>(
        rc::gen::map(rc::gen::inRange<std::uint32_t>(1, 0x10000), [](auto unit) { return char16_t(unit); }));
    for (const PlacedWord& word : wordsOf(text)) {
      if (word.form != Word::Form::word || word.text.size() + 8 > longestWord) continue;
      RC_ASSERT(textsOf(text::toUtf16(word.text)) == Texts{word.text});
    }
  }));
}
