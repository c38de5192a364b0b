// SPDX-License-Identifier: Apache-2.0
#include "core/time/calendar.h"
#include "tests/unit/extract/reading.h"

using demarche::extract::read;
using demarche::model::WrittenBasis;

TEST_CASE("a stamp that the text agrees with is the day of writing") {
  const auto written = read("Shultz ends talks in Beijing\nFeb. 6, 1983\n\nSecretary of State George Shultz "
                            "met Foreign Minister Wu "
                            "Xueqian in Beijing on February 3. He left on Sunday.\n")
                           .written;
  CHECK(written.date.str() == "1983-02-06");
  CHECK(written.basis == WrittenBasis::stated);
}

TEST_CASE("a stamp a year late gives way to the text, and the reason is told") {
  const auto written = read("Why ministers talk again\nRelease time: Apr 13, 2003 21:18\n\n"
                            "On July 28, Secretary of State Colin Powell met Foreign Minister Tang Jiaxuan "
                            "in Beijing. On July 29, he left for Canberra.\n")
                           .written;
  CHECK(written.date.str() != "2003-04-13");
  CHECK(written.basis != WrittenBasis::stated);
  CHECK(written.why.find("2003-04-13") != std::string::npos);
}

TEST_CASE("a weekday beside a date settles the year") {
  // The 28th of September was a Thursday in 2006 and in 2017; Paulson was at the Treasury in 2006.
  const auto written = read("美国媒体周四（9月28日）报道，美国财政部长保尔森将于12月访问北京。\n").written;
  CHECK(written.date.str() == "2006-09-28");
}

TEST_CASE("what the user says of the day of writing wins") {
  const auto written =
      read("Shultz in Beijing\nFeb. 6, 1983\n\nThey met on February 3.\n", "1983-02-10").written;
  CHECK(written.date.str() == "1983-02-10");
  CHECK(written.basis == WrittenBasis::given);
}

TEST_CASE("a text without any time says so") {
  const auto written = read("The garden was quiet, and nobody spoke of politics.\n").written;
  CHECK(written.date.unknown());
  CHECK(written.basis == WrittenBasis::unknown);
}

TEST_CASE("a date beside yesterday settles the day, and a stamp of another year falls") {
  // The 9th of May was a Thursday in 2013 and a Friday in 2014.
  const auto written =
      read("Ferry line opens\nMay 10, 2014\n\nYesterday, Thursday, May 9, Vice President Joe Biden met Vice "
           "Premier Wang Yang at the pier. He leaves tomorrow.\n")
          .written;
  CHECK(written.date.str() == "2013-05-10");
  CHECK(written.why.find("2014-05-10") != std::string::npos);
}

TEST_CASE("an anniversary beside a year tells the year of writing") {
  const auto written =
      read("两国在1979年建交。市长昨天在码头说，建交三十周年的展览将于5月8日开幕。\n").written;
  REQUIRE(written.date.bounds());
  CHECK(demarche::time::yearOf(written.date.bounds()->first) == 2009);
}

TEST_CASE("what was so many years ago today tells the day, and of several days the last") {
  const auto written =
      read("Thirty years ago today the ferry sailed for the first time. It had been ordered on "
           "March 3, 1960, and was launched on May 7, 1961. The mayor wrote a poem.\n")
          .written;
  CHECK(written.date.str() == "1991-05-07");
}

TEST_CASE("a change of office told with its year says nothing of the day of writing") {
  const auto written = read("Haig resigned on June 25, 1982. President Clinton and Secretary of State "
                            "Christopher read his memoirs on Tuesday, May 10.\n")
                           .written;
  REQUIRE(written.date.bounds());
  CHECK(demarche::time::yearOf(written.date.bounds()->first) == 1994);
}

TEST_CASE("who has been in office for so long tells the year") {
  const auto written =
      read("WASHINGTON, March 20 (Own) - President Reagan, two months in office, spoke of wheat today.\n")
          .written;
  CHECK(written.date.str() == "1981-03-20");
}

TEST_CASE("when somebody gave up his office tells the year") {
  const auto written =
      read("（本報華盛頓二日電）國務卿海格上月二十五日辭職，雷根總統今天談到公報。\n").written;
  CHECK(written.date.str() == "1982-07-02");
}

TEST_CASE("a gathering that is named tells the year") {
  const auto written =
      read(
          "The two presidents are to meet at the G20 summit in Antalya. On October 30 the envoys cleared the "
          "way.\n")
          .written;
  REQUIRE(written.date.bounds());
  CHECK(demarche::time::yearOf(written.date.bounds()->first) == 2015);
}

TEST_CASE("each text of a page has its own day of writing") {
  const auto sections = read("Cuttings\nFiled 3 March 2019\n\nThe first round\n\nBEIJING, May 4, 2018 - The "
                             "envoys, led by Treasury Secretary Steven Mnuchin, ended their talks on "
                             "tariffs today and flew home with little to show for two long days.\n\n"
                             "--------\n\nThe second round\n\nWASHINGTON, May 19, 2018 - Vice Premier Liu He "
                             "and Treasury Secretary Steven Mnuchin issued a statement today and said that "
                             "the tariffs were on hold for now.\n")
                            .sections;
  REQUIRE(sections.size() == 2);
  CHECK(sections[0].date.str() == "2018-05-04");
  CHECK(sections[1].date.str() == "2018-05-19");
}

TEST_CASE("a line that says when the page was stored is not the day of writing") {
  const auto written = read("Old cuttings\nScan date: June 2, 2011\n\nOn Wednesday, Nov. 20, Secretary of "
                            "State Warren Christopher "
                            "called on President Jiang Zemin in Beijing. He flies to Manila on Friday.\n")
                           .written;
  REQUIRE(written.date.bounds());
  CHECK(written.date.bounds()->first >= std::chrono::sys_days(std::chrono::year(1996) / 11 / 20));
  CHECK(written.date.bounds()->last <= std::chrono::sys_days(std::chrono::year(1996) / 11 / 30));
}
