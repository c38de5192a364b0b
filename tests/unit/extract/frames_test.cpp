// SPDX-License-Identifier: Apache-2.0
// What the words of an event leave out is taken from what was told before.
#include "tests/unit/extract/reading.h"

#include <algorithm>

using namespace demarche;
using demarche::extract::rows;

TEST_CASE("the visitor of whom the text tells completes a reception") {
  CHECK(rows("Secretary of State Warren Christopher arrived in Beijing on March 11, 1994. On March 12 "
             "Premier Li "
             "Peng held talks in the Great Hall of the People.",
             "1994-03-20") ==
        "visit occurred 1994-03-11 Beijing: Warren Christopher;\n"
        "meeting occurred 1994-03-12 Great Hall of the People: Li Peng; Warren Christopher;\n");
  CHECK(rows("1994年3月11日，美国国务卿克里斯托弗抵达北京。3月12日，李鹏总理会见了他。", "1994-03-20") ==
        "visit occurred 1994-03-11 Beijing: Warren Christopher;\n"
        "meeting occurred 1994-03-12 Beijing: Li Peng; Warren Christopher;\n");
}

TEST_CASE("where nobody is told for a side, its government takes part") {
  CHECK(rows("Qian Qichen held talks with American officials in Geneva on March 11, 1994.", "1994-03-20") ==
        "meeting occurred 1994-03-11 Geneva: Qian Qichen; US government;\n");
  CHECK(rows("In May 1998 China and the United States set up a joint commission on energy.", "1998-07-01") ==
        "working_group occurred 1998-05 -: US government; Chinese government;\n");
}

TEST_CASE("with a third country instead of the other side it is context") {
  CHECK(rows("The United States watched. On March 11, 1994 Qian Qichen met Russian Foreign Minister Andrei "
             "Kozyrev "
             "in Beijing.",
             "1994-03-20") == "context meeting occurred 1994-03-11 Beijing: Qian Qichen; Andrei Kozyrev;\n");
}

TEST_CASE("a person in a place on a day has gone there, two of both sides have met") {
  CHECK(rows("Warren Christopher in Beijing, March 11, 1994.", "1994-03-20") ==
        "visit occurred 1994-03-11 Beijing: Warren Christopher;\n");
}

TEST_CASE("one more of what was told last has its kind and its people") {
  const std::string twice = "meeting occurred 2005-08 Beijing: Robert Zoellick; Dai Bingguo;\n"
                            "meeting occurred 2005-12 Washington: Robert Zoellick; Dai Bingguo;\n";
  CHECK(rows("Robert Zoellick and Dai Bingguo met twice. The first round was held in Beijing in August 2005, "
             "the "
             "second in Washington in December 2005.",
             "2006-01-10") == twice);
}

TEST_CASE("people of one side who were met apart have an event each") {
  CHECK(rows("In April 1998 Madeleine Albright went to Beijing. She saw Tang Jiaxuan on April 29 and Jiang "
             "Zemin on "
             "April 30.",
             "1998-05-10") == "visit occurred 1998-04 Beijing: Madeleine Albright;\n"
                              "meeting occurred 1998-04-29 Beijing: Madeleine Albright; Tang Jiaxuan;\n"
                              "meeting occurred 1998-04-30 Beijing: Madeleine Albright; Jiang Zemin;\n");
}

TEST_CASE("the talks are those told before") {
  const auto events =
      demarche::extract::read("Bill Clinton met Jiang Zemin in Washington on October 29, 1997. The "
                              "talks lasted two hours.",
                              "1997-11-05")
          .events;
  REQUIRE(events.size() == 1);
  CHECK(events.front().passages.size() == 2);
}

TEST_CASE("what is doubted is kept where it is asked for, with all that spoke for and against it") {
  const std::string_view text = "On May 3, 2004 Colin Powell telephoned Li Zhaoxing. They may meet some day.";
  const auto document = ingest::readText(text, "test.txt");
  REQUIRE(document);
  const auto& weights = extract::knowledge().weights();
  const auto dropped = extract::extract(*document, extract::knowledge());
  const auto kept = extract::extract(*document, extract::knowledge(), std::nullopt, extract::Doubted::kept);
  CHECK(dropped.doubted.empty());
  REQUIRE(dropped.events.size() == kept.events.size());
  for (const model::Event& event : dropped.events)
    CHECK(event.signs.empty());
  for (const model::Event& event : kept.events)
    CHECK(event.confidence >= weights.threshold());
  for (const model::Event& event : kept.doubted)
    CHECK(event.confidence < weights.threshold());
  for (const auto* events : {&kept.events, &kept.doubted})
    for (const model::Event& event : *events) {
      std::vector<std::string> names;
      for (const model::Sign& sign : event.signs)
        names.push_back(sign.name);
      CHECK(event.confidence == Approx(weights.belief(names)));
      CHECK(std::is_sorted(event.signs.begin(), event.signs.end(), [](const auto& a, const auto& b) {
        return std::abs(a.weight) > std::abs(b.weight);
      }));
    }
}
