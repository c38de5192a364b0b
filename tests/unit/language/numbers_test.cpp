// SPDX-License-Identifier: Apache-2.0
#include "core/language/numbers.h"

#include "core/text/fold.h"
#include "core/text/token.h"
#include "core/text/unicode.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::language;

namespace {

using Texts = std::vector<std::string>;

const std::map<std::u16string, NumberWord> words{
    {u"one", {{}, 1, false}},         {u"two", {{}, 2, false}},
    {u"three", {{}, 3, false}},       {u"ten", {{}, 10, false}},
    {u"nineteen", {{}, 19, false}},   {u"twenty", {{}, 20, false}},
    {u"ninety", {{}, 90, false}},     {u"hundred", {{}, 100, false}},
    {u"thousand", {{}, 1000, false}}, {u"million", {{}, 1'000'000, false}},
    {u"first", {{}, 1, true}},        {u"third", {{}, 3, true}},
    {u"twentieth", {{}, 20, true}},
};

/// `words=value`, with a `#` and the digits when it is a string of them, and an `o` for ordinals.
Texts numbersIn(std::string_view text, Script script) {
  const std::u16string folded = text::fold(text::toUtf16(text));
  const std::vector<text::Token> tokens = text::tokenize(folded);
  std::vector<NumberWord> found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto word = words.find(std::u16string(text::slice(folded, tokens[i].span)));
    if (word == words.end()) continue;
    const auto at = static_cast<std::int32_t>(i);
    found.push_back({{at, at + 1}, word->second.value, word->second.ordinal});
  }
  std::vector<NumberFound> numbers;
  findNumbers(folded, tokens, found, script, numbers);
  Texts result;
  for (const NumberFound& number : numbers) {
    const text::Span span{tokens[static_cast<std::size_t>(number.tokens.begin)].span.begin,
                          tokens[static_cast<std::size_t>(number.tokens.end) - 1].span.end};
    result.push_back(text::toUtf8(text::slice(folded, span)) + "=" + std::to_string(number.value) +
                     (number.digits > 0 ? "#" + std::to_string(number.digits) : "") +
                     (number.ordinal ? "o" : ""));
  }
  return result;
}

Texts english(std::string_view text) {
  return numbersIn(text, Script::words);
}
Texts chinese(std::string_view text) {
  return numbersIn(text, Script::characters);
}

} // namespace

TEST_CASE("digits make numbers, with commas for thousands only where they part threes") {
  CHECK(english("2023") == Texts{"2023=2023#4"});
  CHECK(english("007") == Texts{"007=7#3"});
  CHECK(english("1,200,000 men") == Texts{"1,200,000=1200000#9"});
  CHECK(english("July 12, 2023") == Texts{"12=12#2", "2023=2023#4"});
  CHECK(english("5,20") == Texts{"5=5#1", "20=20#2"});
  CHECK(english("2023,100") == Texts{"2023=2023#4", "100=100#3"});
  CHECK(english("123456789012345678901234567890").empty());
}

TEST_CASE("English number words are composed") {
  CHECK(english("three") == Texts{"three=3"});
  CHECK(english("twenty-three men") == Texts{"twenty-three=23"});
  CHECK(english("twenty three") == Texts{"twenty three=23"});
  CHECK(english("two hundred and three") == Texts{"two hundred and three=203"});
  CHECK(english("two hundred thousand three hundred") == Texts{"two hundred thousand three hundred=200300"});
  CHECK(english("3 million") == Texts{"3 million=3000000"});
  CHECK(english("one thousand and one") == Texts{"one thousand and one=1001"});
}

TEST_CASE("number words that make no number together stay apart") {
  CHECK(english("two three") == Texts{"two=2", "three=3"});
  CHECK(english("two and three") == Texts{"two=2", "three=3"});
  CHECK(english("nineteen ninety-three") == Texts{"nineteen=19", "ninety-three=93"});
  CHECK(english("one of two") == Texts{"one=1", "two=2"});
}

TEST_CASE("English ordinals, in digits and in words") {
  CHECK(english("the 16th") == Texts{"16=16#2", "16th=16#2o"});
  CHECK(english("the 16 th") == Texts{"16=16#2"});
  CHECK(english("the 1ST") == Texts{"1=1#1", "1ST=1#1o"});
  CHECK(english("first") == Texts{"first=1o"});
  CHECK(english("twenty-first") == Texts{"twenty-first=21o"});
  CHECK(english("twentieth") == Texts{"twentieth=20o"});
  CHECK(english("one third") == Texts{"one=1", "third=3o"});
}

TEST_CASE("Chinese strings of digits") {
  CHECK(chinese("二〇二三年") == Texts{"二〇二三=2023#4"});
  CHECK(chinese("二零二三年") == Texts{"二零二三=2023#4"});
  CHECK(chinese("二○二三年") == Texts{"二○二三=2023#4"});
  CHECK(chinese("一九七九年一月一日") == Texts{"一九七九=1979#4", "一=1#1", "一=1#1"});
  CHECK(chinese("九八年") == Texts{"九八=98#2"});
}

TEST_CASE("Chinese numerals with units") {
  CHECK(chinese("十") == Texts{"十=10"});
  CHECK(chinese("十五") == Texts{"十五=15"});
  CHECK(chinese("二十三") == Texts{"二十三=23"});
  CHECK(chinese("廿三日") == Texts{"廿三=23"});
  CHECK(chinese("卅") == Texts{"卅=30"});
  CHECK(chinese("两") == Texts{"两=2#1"});
  CHECK(chinese("兩百") == Texts{"两百=200"});
  CHECK(chinese("一百零五") == Texts{"一百零五=105"});
  CHECK(chinese("三千五百万") == Texts{"三千五百万=35000000"});
  CHECK(chinese("十四亿") == Texts{"十四亿=1400000000"});
  CHECK(chinese("一万亿") == Texts{"一万亿=1000000000000"});
  CHECK(chinese("一千二") == Texts{"一千二=1200"});
  CHECK(chinese("20万") == Texts{"20万=200000"});
}

TEST_CASE("what only looks like a Chinese number gives none, not even in part") {
  CHECK(chinese("三四个月前").empty());
  CHECK(chinese("数十人").empty());
  CHECK(chinese("几百年").empty());
  CHECK(chinese("十七八岁").empty());
  CHECK(chinese("百年").empty());
  CHECK(chinese("一亿亿亿").empty());
  CHECK(chinese("一二三四五六七八九一二三四五六七八九一二三四").empty());
}

TEST_CASE("Chinese ordinals stand beside their number") {
  CHECK(chinese("第三次") == Texts{"三=3#1", "第三=3o"});
  CHECK(chinese("第16届") == Texts{"16=16#2", "第16=16o"});
  CHECK(chinese("第一百二十届") == Texts{"一百二十=120", "第一百二十=120o"});
  CHECK(chinese("第").empty());
}

TEST_CASE("Han numerals are not composed in a text of words, nor number words in one of characters") {
  CHECK(english("二十三").empty());
  CHECK(chinese("twenty-three").empty());
}
