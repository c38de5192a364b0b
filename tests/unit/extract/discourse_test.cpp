// SPDX-License-Identifier: Apache-2.0
// Whom and what the sentences before speak of, for those that say "they", "there" or "the last day".
#include "tests/unit/extract/reading.h"

using demarche::extract::rows;

TEST_CASE("they are the pair that was named last, when the other one is of the other side") {
  CHECK(
      rows(
          "In March 2010 Jeffrey Bader and James Steinberg were in Beijing. Yang Jiechi met them on March 3.",
          "2010-04-01") ==
      "visit occurred 2010-03 Beijing: Jeffrey Bader; James Steinberg;\n"
      "meeting occurred 2010-03-03 Beijing: Yang Jiechi; Jeffrey Bader; James Steinberg;\n");
}

TEST_CASE("who is told of as him stays the subject") {
  CHECK(rows("Gary Locke flew to Shanghai on March 4, 2009. Hillary Clinton had sent him. He met Chen Deming "
             "on March 6, 2009.",
             "2009-04-01") == "visit occurred 2009-03-04 Shanghai: Gary Locke;\n"
                              "meeting occurred 2009-03-06 Shanghai: Gary Locke; Chen Deming;\n");
}

TEST_CASE("a title of one side and a name of the other are two people") {
  CHECK(rows("In March 2010 the US secretary of state and Foreign Minister Yang Jiechi met in London.",
             "2010-04-01") == "meeting occurred 2010-03 London: Hillary Clinton; Yang Jiechi;\n");
}

TEST_CASE("each by himself is an event of his own") {
  CHECK(rows("On March 4, 2009 Gary Locke saw Wen Jiabao and, separately, Chen Deming in Beijing.",
             "2009-04-01") == "meeting occurred 2009-03-04 Beijing: Gary Locke; Wen Jiabao;\n"
                              "meeting occurred 2009-03-04 Beijing: Gary Locke; Chen Deming;\n");
}

TEST_CASE("the last day is the last of those told") {
  CHECK(rows("Gary Locke was in Beijing from March 4 to 7, 2009. Locke met Chen Deming on the last day.",
             "2009-06-01") == "visit occurred 2009-03-04/2009-03-07 Beijing: Gary Locke;\n"
                              "meeting occurred 2009-03-07 Beijing: Gary Locke; Chen Deming;\n");
}

TEST_CASE("talks of several days cover the days up to their end, or from their beginning") {
  CHECK(rows("Gary Locke and Chen Deming wrapped up three days of talks in Rome on March 4, 2009.",
             "2009-04-01") == "meeting occurred 2009-03-02/2009-03-04 Rome: Gary Locke; Chen Deming;\n");
  CHECK(rows("Gary Locke and Chen Deming opened three days of talks in Rome on March 4, 2009.",
             "2009-04-01") == "meeting occurred 2009-03-04/2009-03-06 Rome: Gary Locke; Chen Deming;\n");
}

TEST_CASE("the day on which something was printed or announced is not its own") {
  CHECK(rows("An article on March 9 about a meeting between Gary Locke and Chen Deming in Rome was wrong.",
             "2009-04-01") == "meeting occurred unknown Rome: Gary Locke; Chen Deming;\n");
}

TEST_CASE("the house is told rather than its city, the city rather than its country") {
  CHECK(rows("On March 4, 2009 Gary Locke met Chen Deming at Annapolis, Maryland.", "2009-04-01") ==
        "meeting occurred 2009-03-04 Annapolis: Gary Locke; Chen Deming;\n");
  CHECK(rows("On March 4, 2009 Chen Deming was taken to the White House, where he met Gary Locke.",
             "2009-04-01") == "meeting occurred 2009-03-04 White House: Chen Deming; Gary Locke;\n");
}

TEST_CASE("an envoy who comes when his term begins takes up his post") {
  CHECK(rows("Gary Locke landed in Beijing on August 12, 2011.", "2011-09-01") ==
        "posting occurred 2011-08-12 Beijing: Gary Locke;\n");
}
