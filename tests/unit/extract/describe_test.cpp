// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/describe.h"

#include "tests/unit/extract/reading.h"

#include <algorithm>

using namespace demarche;
using demarche::extract::knowledge;
using demarche::extract::read;

namespace {

/// Of the first event that is believed.
model::Event first(std::string_view text, std::string_view written) {
  const model::Extraction extraction = read(text, written);
  REQUIRE_FALSE(extraction.events.empty());
  return extraction.events.front();
}

std::string plover(std::string_view text, std::string_view written) {
  const model::Event event = first(text, written);
  return event.plover + " " + knowledge().plover().of(event).cameo;
}

} // namespace

TEST_CASE("an encounter is coded by its kind, where it was and whether it came to pass") {
  CHECK(plover("Colin Powell met Tang Jiaxuan in Beijing on July 28, 2001.", "2001-08-01") == "CONSULT 040");
  CHECK(plover("Colin Powell met Li Zhaoxing in Jakarta on July 1, 2004.", "2004-07-10") ==
        "CONSULT/third-party 044");
  CHECK(plover("Colin Powell telephoned Li Zhaoxing on May 3, 2004.", "2004-05-10") == "CONSULT/phone 041");
  CHECK(plover("Colin Powell will telephone Li Zhaoxing on May 13, 2004.", "2004-05-10") == "AGREE 036");
  CHECK(plover("Robert Gates's visit to Beijing was postponed in January 2010.", "2010-02-01") ==
        "REJECT/meet 125");
}

TEST_CASE("a measure is coded by what its words do") {
  CHECK(plover("On May 10, 2001 Washington imposed sanctions on Chinese firms.", "2001-05-20") ==
        "SANCTION/discontinue 163");
  CHECK(plover("On May 10, 2001 Washington lifted sanctions on Chinese firms.", "2001-05-20") ==
        "CONCEDE 085");
  CHECK(plover("2001年5月10日，美国解除对中国企业的制裁。", "2001-05-20") == "CONCEDE 085");
  CHECK(plover("On May 10, 2001 the United States expelled two Chinese diplomats.", "2001-05-20") ==
        "SANCTION/expel 166");
  CHECK(plover("China broke off military exchanges with the United States in May 1999.", "1999-06-20") ==
        "SANCTION/withdraw 161");
}

TEST_CASE("incidents, agreements, letters and postings are coded by their words") {
  CHECK(plover("An American jet shot down the Chinese balloon on February 4, 2023.", "2023-02-20") ==
        "ASSAULT/aerial 195");
  CHECK(plover("On July 9, 1986 George Shultz and Wu Xueqian signed an agreement on fisheries.",
               "1986-07-20") == "SUPPORT 057");
  CHECK(plover("On July 9, 1986 Ronald Reagan sent a congratulatory message to Deng Xiaoping.",
               "1986-07-20") == "SUPPORT 051");
  CHECK(plover("In June 1995 Beijing recalled its ambassador to the United States.", "1995-07-01") ==
        "SANCTION/withdraw 161");
}

TEST_CASE("the level is that of the highest who takes part, on that day") {
  CHECK(first("Jimmy Carter met Deng Xiaoping in Washington on January 29, 1979.", "1979-02-10").level ==
        model::Level::leader);
  CHECK(first("Colin Powell telephoned Li Zhaoxing on May 3, 2004.", "2004-05-10").level ==
        model::Level::minister);
  CHECK(first("2009年3月5日，陈德铭在北京会见骆家辉。", "2009-03-06").level == model::Level::minister);
}

TEST_CASE("an office alone tells its level") {
  const model::Event event = first("On March 11, 1994 the US Assistant Secretary of State met Vice Foreign "
                                   "Minister Liu Huaqiu in Beijing.",
                                   "1994-03-20");
  CHECK(event.level == model::Level::senior);
  model::Event alone;
  alone.participants = {{"US Assistant Secretary of State", model::ParticipantType::person, model::Side::us,
                         "US Assistant Secretary of State"}};
  CHECK(extract::levelOf(alone, knowledge().gazetteer()) == model::Level::senior);
  alone.participants.front().role = "Keeper of the Lamp";
  CHECK(extract::levelOf(alone, knowledge().gazetteer()) == model::Level::unknown);
}

TEST_CASE("a body has no level of its own") {
  const model::Event event =
      first("On May 10, 2001 Washington imposed sanctions on Chinese firms.", "2001-05-20");
  CHECK(event.level == model::Level::unknown);
}

TEST_CASE("an event is about what its sentence speaks of, under the same name in every language") {
  const std::vector<std::string> about{"Taiwan", "Korea", "agriculture"};
  CHECK(first("On May 3, 2004 Colin Powell and Li Zhaoxing discussed Taiwan, North Korea and soybeans by "
              "telephone.",
              "2004-05-10")
            .topics == about);
  CHECK(first("2004年5月3日，李肇星与鲍威尔通电话，就台湾、朝鲜和大豆交换意见。", "2004-05-10").topics ==
        about);
  CHECK(first("2004年5月3日，李肇星與鮑威爾通電話，就台灣、北韓和黃豆交換意見。", "2004-05-10").topics ==
        about);
}

TEST_CASE("what a headline adds to an event, it is about, too") {
  const model::Event event =
      first("Powell meets Tang in Beijing over soybeans\n\nSecretary of State Colin Powell met Foreign "
            "Minister Tang Jiaxuan in Beijing on July 28, 2001 to speak about Taiwan.\n",
            "2001-07-29");
  CHECK(event.topics == std::vector<std::string>{"Taiwan", "agriculture"});
}
