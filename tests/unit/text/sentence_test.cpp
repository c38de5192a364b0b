// SPDX-License-Identifier: Apache-2.0
#include "core/text/sentence.h"
#include "core/text/unicode.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <string>
#include <vector>

using namespace demarche::text;

namespace {

const Abbreviations abbreviations{u"u.s", u"mr", u"gen", u"sept", u"nov", u"no", u"inc", u"p.m", u"st"};

std::vector<std::string> split(std::u16string_view text) {
  std::vector<std::string> result;
  for (const Span span : sentences(text, {0, static_cast<std::int32_t>(text.size())}, abbreviations))
    result.push_back(toUtf8(slice(text, span)));
  return result;
}

using Sentences = std::vector<std::string>;

} // namespace

TEST_CASE("Chinese stops end a sentence, the semicolon does not") {
  CHECK(split(u"双方举行会谈；气氛良好。会后发表声明！是吗？是") ==
        Sentences{"双方举行会谈；气氛良好。", "会后发表声明！", "是吗？", "是"});
}

TEST_CASE("closing quotation marks and brackets stay with their sentence") {
  CHECK(split(u"他说：“会谈有益。”随后离开。") == Sentences{"他说：“会谈有益。”", "随后离开。"});
  CHECK(split(u"「會談有益。」他說（笑。）完了") == Sentences{"「會談有益。」", "他說（笑。）", "完了"});
  CHECK(split(u"He called it “useful.” Then he left.") ==
        Sentences{"He called it “useful.”", "Then he left."});
  CHECK(split(u"He said \"yes.\" \"No,\" said she.") == Sentences{"He said \"yes.\"", "\"No,\" said she."});
}

TEST_CASE("abbreviations, initials and numbers go on") {
  CHECK(split(u"Mr. Smith met Gen. J. R. Doe on Sept. 12.") ==
        Sentences{"Mr. Smith met Gen. J. R. Doe on Sept. 12."});
  CHECK(split(u"George W. Bush spoke. Growth was 2.5 percent.") ==
        Sentences{"George W. Bush spoke.", "Growth was 2.5 percent."});
  CHECK(split(u"U.S. Secretary Doe came at 3 p.m. Monday.") ==
        Sentences{"U.S. Secretary Doe came at 3 p.m. Monday."});
  CHECK(split(u"1. The first point stands.") == Sentences{"1. The first point stands."});
  CHECK(split(u"See example.org for more. It helps.") == Sentences{"See example.org for more.", "It helps."});
}

TEST_CASE("an acronym ends a sentence when a plain word begins the next") {
  CHECK(split(u"He flew to the U.S. The talks began at 3 p.m. They were short.") ==
        Sentences{"He flew to the U.S.", "The talks began at 3 p.m.", "They were short."});
}

TEST_CASE("a title before a Chinese name that is also a pronoun goes on") {
  CHECK(split(u"She met Mr. He Lifeng in Bonn.") == Sentences{"She met Mr. He Lifeng in Bonn."});
}

TEST_CASE("an ellipsis ends a sentence only before a capital") {
  CHECK(split(u"They waited ... and left. It ended... Nobody knew.") ==
        Sentences{"They waited ... and left.", "It ended...", "Nobody knew."});
  CHECK(split(u"会谈……仍在进行。") == Sentences{"会谈……仍在进行。"});
}

TEST_CASE("a question within a sentence goes on in small letters") {
  CHECK(split(u"\"Why?\" he asked. Nobody knew!") == Sentences{"\"Why?\" he asked.", "Nobody knew!"});
}

TEST_CASE("a lost space between paragraphs does not join their sentences") {
  CHECK(split(u"They ended the talks.The next day they left.") ==
        Sentences{"They ended the talks.", "The next day they left."});
  CHECK(split(u"He praised \"the talks.\"The next day he left.") ==
        Sentences{"He praised \"the talks.\"", "The next day he left."});
}

TEST_CASE("note numbers belong to the sentence before them") {
  CHECK(split(u"It was signed.[12] Then it failed.") == Sentences{"It was signed.[12]", "Then it failed."});
}

TEST_CASE("half-width stops in Chinese text end sentences before a space") {
  CHECK(split(u"会谈结束. 双方满意. 安东尼.布林肯离开") ==
        Sentences{"会谈结束.", "双方满意.", "安东尼.布林肯离开"});
  CHECK(split(u"先生。 拜登来了。") == Sentences{"先生。", "拜登来了。"});
}

TEST_CASE("a line break always ends a sentence") {
  CHECK(split(u"A headline without a stop\nMr.\nThe text") ==
        Sentences{"A headline without a stop", "Mr.", "The text"});
}

TEST_CASE("sentences lie in order within the block, without spaces at their ends, and miss no word") {
  CHECK(rc::check("cover the block", [] {
    const auto pieces = *rc::gen::container<std::vector<std::u16string>>(
        rc::gen::element<std::u16string>(u"The", u"U.S.", u"会谈", u"。", u".", u" ", u"\"", u"”", u"!",
                                         u"\n", u"…", u"[1]", u"2.5", u"(", u")", u"  "));
    std::u16string text;
    for (const auto& piece : pieces)
      text += piece;
    const auto size = static_cast<std::int32_t>(text.size());
    const Span block{*rc::gen::inRange(0, size + 1), size};
    std::int32_t at = block.begin;
    for (const Span span : sentences(text, block, abbreviations)) {
      RC_ASSERT(!span.empty());
      RC_ASSERT(trimmed(slice(text, {at, span.begin})).empty());
      RC_ASSERT(trimmed(slice(text, span)) == slice(text, span));
      at = span.end;
    }
    RC_ASSERT(trimmed(slice(text, {at, block.end})).empty());
  }));
}
