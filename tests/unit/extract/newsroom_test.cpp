// SPDX-License-Identifier: Apache-2.0
// What newsrooms leave to their readers: where a report is from, whose a clause is, what is told once more.
#include "tests/unit/extract/reading.h"

using demarche::extract::rows;

TEST_CASE("where somebody came from is neither where he went nor where he met") {
  CHECK(rows("BEIJING - Colin Powell, who flew in from Hanoi on Tuesday, met Tang Jiaxuan on Wednesday.",
             "2002-10-24") == "visit occurred 2002-10-22 Beijing: Colin Powell;\n"
                              "meeting occurred 2002-10-23 Beijing: Colin Powell; Tang Jiaxuan;\n");
}

TEST_CASE("what is spoken of is not where they spoke") {
  CHECK(rows("PARIS - Colin Powell met Tang Jiaxuan on Wednesday amid tensions in the Taiwan Strait.",
             "2002-10-24") == "meeting occurred 2002-10-23 Paris: Colin Powell; Tang Jiaxuan;\n");
  CHECK(rows("On May 3, 1999 Strobe Talbott held talks with Tang Jiaxuan on the war in Bosnia.",
             "1999-05-10") == "meeting occurred 1999-05-03 -: Strobe Talbott; Tang Jiaxuan;\n");
}

TEST_CASE("a participle has the subject of the verb before it") {
  CHECK(rows("On May 3, 2004 Colin Powell met Li Zhaoxing and Wu Yi in Rome before flying to Shanghai on "
             "May 4, 2004.",
             "2004-05-10") == "meeting occurred 2004-05-03 Rome: Colin Powell; Li Zhaoxing; Wu Yi;\n"
                              "visit occurred 2004-05-04 Shanghai: Colin Powell;\n");
}

TEST_CASE("who stands behind between took part, and nobody else") {
  CHECK(rows("Madeleine Albright spoke of the May 1999 talks between Charlene Barshefsky and Wu Yi.",
             "1999-07-10") == "meeting occurred 1999-05 -: Charlene Barshefsky; Wu Yi;\n");
}

TEST_CASE("a trip that is only counted is no other trip") {
  CHECK(rows("On June 2, 2005 Carlos Gutierrez arrived in Beijing. It was his second trip to China; his "
             "first was in March.",
             "2005-06-10") == "visit occurred 2005-06-02 Beijing: Carlos Gutierrez;\n"
                              "visit occurred 2005-03 China: Carlos Gutierrez;\n");
}

TEST_CASE("what a later clause calls off is not what the verb tells") {
  CHECK(rows("Robert Gates came in January 2011, after a trip planned for June was shelved.", "2011-02-10") ==
        "visit occurred 2011-01 China: Robert Gates;\n");
}

TEST_CASE("a day before people is theirs alone") {
  CHECK(rows("Henry Paulson will travel on June 8, 2008 to Beijing, where he will meet with Wang Qishan, and "
             "on June 10 with Zhou Xiaochuan.",
             "2008-06-05") == "visit planned 2008-06-08 Beijing: Henry Paulson;\n"
                              "meeting planned 2008-06-08 Beijing: Henry Paulson; Wang Qishan;\n"
                              "meeting planned 2008-06-10 Beijing: Henry Paulson; Zhou Xiaochuan;\n");
}

TEST_CASE("a relative clause tells of whom it follows") {
  CHECK(rows("Robert Gates met Hu Jintao on January 11, 2011, who is due to make a state visit to Washington "
             "next week.",
             "2011-01-11") == "meeting occurred 2011-01-11 -: Robert Gates; Hu Jintao;\n");
  CHECK(
      rows("Robert Gates met on January 11, 2011 with President Hu Jintao, who is due to make a state visit "
           "to Washington next week.",
           "2011-01-11") == "meeting occurred 2011-01-11 -: Robert Gates; Hu Jintao;\n"
                            "visit planned 2011-01-17/2011-01-23 Washington: Hu Jintao;\n");
}

TEST_CASE("a chronicle's first day is not that of its writing") {
  CHECK(
      rows("Notes on a spring\n\nApril 2, 2004 - Colin Powell meets Li Zhaoxing in Rome.\n\nApril 5 - Powell "
           "telephones Li Zhaoxing.\n\nJune 3 - Powell visits Beijing.\n",
           {}) == "meeting occurred 2004-04-02 Rome: Colin Powell; Li Zhaoxing;\n"
                  "call occurred 2004-04-05 -: Colin Powell; Li Zhaoxing;\n"
                  "visit occurred 2004-06-03 Beijing: Colin Powell;\n");
}

TEST_CASE("the day on which a plan was told is not its own") {
  CHECK(
      rows("Jack Lew, who took office on February 28, is scheduled to hold talks with Li Keqiang in Beijing, "
           "the Treasury said on Thursday.",
           "2013-03-15") == "meeting planned unknown Beijing: Jack Lew; Li Keqiang;\n");
}
