// SPDX-License-Identifier: Apache-2.0
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
