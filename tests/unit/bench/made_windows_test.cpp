// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/made_windows.h"

#include "tests/bench/made_events.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::bench;

namespace {

double widthOf(MadeWindow window) {
  return window.end - window.first;
}

} // namespace

TEST_CASE("made windows begin and end with all made events and come down to a week") {
  const auto windows = madeWindows();
  REQUIRE(windows.size() == 301);
  CHECK(windows == madeWindows());
  CHECK(windows.back().first == Approx(windows.front().first));
  CHECK(windows.back().end == Approx(windows.front().end));
  const auto byWidth = [](MadeWindow a, MadeWindow b) { return widthOf(a) < widthOf(b); };
  CHECK(widthOf(*std::min_element(windows.begin(), windows.end(), byWidth)) == Approx(7));
  for (const model::Event& event : madeEvents(1000)) {
    const auto days = event.date.bounds();
    REQUIRE(days);
    CHECK(days->first.time_since_epoch().count() >= windows.front().first);
    CHECK(days->last.time_since_epoch().count() < windows.front().end);
  }
}

TEST_CASE("every made window differs from the one before and shows some of their days") {
  const auto windows = madeWindows();
  for (std::size_t i = 1; i < windows.size(); ++i) {
    CHECK_FALSE(windows[i] == windows[i - 1]);
    CHECK(windows[i].first < windows.front().end);
    CHECK(windows[i].end > windows.front().first);
  }
}
