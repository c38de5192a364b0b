// SPDX-License-Identifier: Apache-2.0
// Where and when a text is, for the sentences that leave it out.
#include "tests/unit/extract/reading.h"

using demarche::extract::rows;

TEST_CASE("who has gone to a place meets people there in the days after") {
  CHECK(rows("On March 4, 2009 Commerce Secretary Gary Locke flew to Shanghai. Minister Chen Deming met "
             "Locke on "
             "March 5.",
             "2009-04-01") == "visit occurred 2009-03-04 Shanghai: Gary Locke;\n"
                              "meeting occurred 2009-03-05 Shanghai: Chen Deming; Gary Locke;\n");
  CHECK(rows("2009年3月4日，美国商务部长骆家辉抵达上海。商务部长陈德铭3月5日会见了骆家辉。", "2009-04-01") ==
        "visit occurred 2009-03-04 Shanghai: Gary Locke;\n"
        "meeting occurred 2009-03-05 Shanghai: Chen Deming; Gary Locke;\n");
}

TEST_CASE("months later they are somewhere else") {
  CHECK(rows("Warren Christopher met Qian Qichen in Bangkok on July 26, 1994.\n\nOn October 4, 1994 "
             "Christopher met "
             "Qian Qichen.",
             "1994-11-20") == "meeting occurred 1994-07-26 Bangkok: Warren Christopher; Qian Qichen;\n"
                              "meeting occurred 1994-10-04 -: Warren Christopher; Qian Qichen;\n");
}

TEST_CASE("a call has no place") {
  CHECK(
      rows(
          "On March 4, 2009 Commerce Secretary Gary Locke flew to Shanghai. On March 5 Locke telephoned Chen "
          "Deming.",
          "2009-04-01") == "visit occurred 2009-03-04 Shanghai: Gary Locke;\n"
                           "call occurred 2009-03-05 -: Gary Locke; Chen Deming;\n");
}

TEST_CASE("a day and a place at the head of an item are those of what it tells") {
  CHECK(rows("Chronicle of a year\n\nSept. 24, Washington. Colin Powell met Tang Jiaxuan.\n\nOct. 3, "
             "Beijing. Richard "
             "Armitage met Li Zhaoxing.\n",
             "2002-12-01") == "meeting occurred 2002-09-24 Washington: Colin Powell; Tang Jiaxuan;\n"
                              "meeting occurred 2002-10-03 Beijing: Richard Armitage; Li Zhaoxing;\n");
}

TEST_CASE("a day alone on its line is that of the lines after it") {
  CHECK(rows("2002年大事记\n\n这一年的往来，按报纸所载。\n\n5月9日\n\n鲍威尔在华盛顿会见唐家璇。\n\n6月2日\n"
             "\n鲍威尔与"
             "唐家璇通电话。\n",
             "2002-12-01") == "meeting occurred 2002-05-09 Washington: Colin Powell; Tang Jiaxuan;\n"
                              "call occurred 2002-06-02 -: Colin Powell; Tang Jiaxuan;\n");
}

TEST_CASE("the day at the head of one item is not that of the next") {
  CHECK(rows("A first text.\n\nSept. 24. Colin Powell met Tang Jiaxuan in Washington.\n\nColin Powell "
             "telephoned Li "
             "Zhaoxing.",
             "2002-12-01") == "meeting occurred 2002-09-24 Washington: Colin Powell; Tang Jiaxuan;\n"
                              "call occurred unknown -: Colin Powell; Li Zhaoxing;\n");
}
